/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <criterion/criterion.h>

#include "base/phone.h"

static const struct {
	const char *typed, *kept, *shown, *kind;
} numbers[] = {
	{ "07700 900123", "07700900123", "07700 900123", "mobile" },
	{ "+44 (0)7700 900 123", "07700900123", "07700 900123", "mobile" },
	{ "447700900123", "07700900123", "07700 900123", "mobile" },
	{ "0044-7700-900123", "07700900123", "07700 900123", "mobile" },
	{ "0116 496 0123", "01164960123", "0116 496 0123", "home or work" },
	{ "(020) 7946 0123", "02079460123", "020 7946 0123", "home or work" },
	{ "01632 960123", "01632960123", "01632 960123", "home or work" },
	{ "0161.496.0123", "01614960123", "0161 496 0123", "home or work" },
	{ "016977 2345", "0169772345", "016977 2345", "home or work" },
	{ "0808 157 0123", "08081570123", "0808 157 0123", "free" },
	{ "0800 1111", "08001111", "0800 1111", "free" },
	{ "116 123", "116123", "116 123", "free" },
	{ "101", "101", "101", "special" },
	{ "0300 303 0156", "03003030156", "0300 303 0156", "home or work" },
	{ "020 7946 0123 ext 42", "02079460123x42", "020 7946 0123 ext 42",
	    "home or work" },
	{ "020 7946 0123x42", "02079460123x42", "020 7946 0123 ext 42",
	    "home or work" },
	{ "+33 1 23 45 67 89", "+33123456789", "+33 123456789", "abroad" },
	{ "00353 1 234 5678", "+35312345678", "+353 12345678", "abroad" },
	{ "+1 212 555 0123", "+12125550123", "+1 2125550123", "abroad" },
};

Test(phone, is_kept_and_shown)
{
	for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++) {
		char kept[PHONE_ROOM], shown[2 * PHONE_ROOM];
		struct fault f = { 0 };

		cr_expect_eq(phone_normal(numbers[i].typed, kept, &f), RC_OK,
		    "%s: %s", numbers[i].typed, f.text);
		cr_expect_str_eq(kept, numbers[i].kept);
		phone_show(kept, shown);
		cr_expect_str_eq(shown, numbers[i].shown);
		cr_expect_str_eq(phone_kind(kept), numbers[i].kind);
	}
}

Test(phone, that_looks_wrong_is_kept_with_a_sentence)
{
	char kept[PHONE_ROOM];
	struct fault f;

	cr_expect_eq(phone_normal("07700 90012", kept, &f), RC_INVALID);
	cr_expect_str_eq(f.text, "10 digits, want 11");
	cr_expect_str_eq(kept, "0770090012");
	cr_expect_eq(phone_normal("496 0123", kept, &f), RC_INVALID);
	cr_expect_str_eq(kept, "4960123");
	cr_expect_eq(phone_normal("ask her sister", kept, &f), RC_INVALID);
	cr_expect_str_eq(kept, "");
	cr_expect_eq(phone_normal("", kept, &f), RC_INVALID);
	cr_expect_eq(phone_normal("0123456789012345678901234567890123456789",
			 kept, &f),
	    RC_INVALID);
}

Test(phone, shows_any_text_without_harm)
{
	static const char *const odd[] = { "", "+", "x", "0", "abc", "07x",
		"999999999999999999999999999999", "+999", NULL };
	char shown[2 * PHONE_ROOM];

	for (size_t i = 0; odd[i]; i++)
		phone_show(odd[i], shown);
}
