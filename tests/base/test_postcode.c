/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <criterion/criterion.h>

#include "base/postcode.h"

static const struct {
	const char *typed, *kept;
} codes[] = {
	{ "le97 1ab", "LE97 1AB" },
	{ "LE971AB", "LE97 1AB" },
	{ " le 97 1a b ", "LE97 1AB" },
	{ "LE97 IAB", "LE97 1AB" },
	{ "LE9O 1AB", "LE90 1AB" },
	{ "0X1 1AA", "OX1 1AA" },
	{ "OXI 1AA", "OX1 1AA" },
	{ "so14 oaa", "SO14 0AA" },
	{ "S014 0AA", "SO14 0AA" },
	{ "W1A 1AA", "W1A 1AA" },
	{ "WIA 1AA", "W1A 1AA" },
	{ "ec1a 1bb", "EC1A 1BB" },
	{ "b33 8th", "B33 8TH" },
	{ "m1 1ae", "M1 1AE" },
	{ "le972cd", "LE97 2CD" },
	{ "cr2 6xh", "CR2 6XH" },
	{ "dn55 1pt", "DN55 1PT" },
	{ "le97", "LE97" },
	{ "m1", "M1" },
	{ "w1a", "W1A" },
	{ "bfpo 57", "BFPO 57" },
	{ "nfa", "NFA" },
	{ " No Fixed Address ", "NFA" },
};

Test(postcode, is_put_right_by_its_places)
{
	for (size_t i = 0; i < sizeof(codes) / sizeof(codes[0]); i++) {
		char kept[POSTCODE_ROOM];

		cr_expect_eq(postcode_normal(codes[i].typed, kept, NULL), RC_OK,
		    "%s", codes[i].typed);
		cr_expect_str_eq(kept, codes[i].kept);
	}
}

Test(postcode, that_is_none_is_refused_with_what_one_looks_like)
{
	static const char *const wrong[] = { "", "L", "LE97 1A", "LE97 1OI",
		"LE97 1AB 2", "12345", "LE977 1AB", "LÉ97 1AB", "LE97/1AB",
		"somewhere in Leicester", NULL };
	char kept[POSTCODE_ROOM];
	struct fault f;

	for (size_t i = 0; wrong[i]; i++) {
		cr_expect_eq(postcode_normal(wrong[i], kept, &f), RC_INVALID,
		    "%s", wrong[i]);
		cr_expect_str_eq(kept, "");
	}
	cr_expect_str_eq(f.text, "a postcode looks like LE97 1AB, or LE97 "
				 "alone, or nfa for no fixed address");
}

Test(postcode, has_an_outward_code_and_an_area)
{
	char out[POSTCODE_ROOM];

	postcode_outward("LE97 1AB", out);
	cr_expect_str_eq(out, "LE97");
	postcode_area("M1", out);
	cr_expect_str_eq(out, "M");
	postcode_area(POSTCODE_NONE, out);
	cr_expect_str_eq(out, "");
}
