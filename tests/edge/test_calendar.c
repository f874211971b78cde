/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <criterion/criterion.h>
#include <string.h>

#include "edge/calendar.h"

static struct buf out;

static void
take_away(void)
{
	buf_release(&out);
}

TestSuite(calendar, .fini = take_away);

Test(calendar, ends_a_line_with_both_signs)
{
	calendar_line(&out, "BEGIN:VEVENT");
	cr_expect_str_eq(buf_str(&out), "BEGIN:VEVENT\r\n");
}

/* No line is longer than 75 bytes, and what was folded can be unfolded. */
static void
check_folded(const char *text)
{
	char flat[512] = "";
	const char *p = buf_str(&out);

	while (*p) {
		const char *end = strstr(p, "\r\n");

		cr_assert_not_null(end);
		cr_expect_leq(end - p, 75);
		p += *p == ' ' && flat[0];
		strncat(flat, p, (size_t)(end - p));
		p = end + 2;
	}
	cr_expect_str_eq(flat, text);
}

Test(calendar, folds_a_long_line)
{
	char text[301];

	memset(text, 'x', 300);
	text[300] = '\0';
	calendar_line(&out, text);
	check_folded(text);
}

Test(calendar, cuts_no_letter_in_two)
{
	char text[201] = "";

	for (int i = 0; i < 66; i++)
		strcat(text, "\xe2\x82\xac"); /* three bytes each */
	calendar_line(&out, text);
	check_folded(text);
	for (const char *p = buf_str(&out); (p = strstr(p, "\r\n ")); p += 3)
		cr_expect_neq(((unsigned char)p[3] & 0xC0), 0x80);
}

Test(calendar, escapes_what_has_a_meaning)
{
	calendar_text(&out, "a;b,c\\d\ne");
	cr_expect_str_eq(buf_str(&out), "a\\;b\\,c\\\\d\\ne");
}
