/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <criterion/criterion.h>
#include <string.h>

#include "base/str.h"

Test(str, trims_both_ends)
{
	char text[] = " \t Ng \r\n";

	cr_expect_str_eq(str_trim(text), "Ng");
	cr_expect(span_eq(str_trimmed(span_str("  a b ")), span_str("a b")));
	cr_expect(str_is_blank(" \t"));
	cr_expect_not(str_is_blank(" x"));
}

Test(str, parts_and_words)
{
	const char *rest = "a,,b,";
	const char *const parts[] = { "a", "", "b", "" };
	const char *words = "  find  the\tword ";
	struct span s;
	size_t n = 0;

	while (str_part(&rest, ',', &s)) {
		cr_assert_lt(n, 4);
		cr_expect(span_eq(s, span_str(parts[n])), "part %zu", n);
		n++;
	}
	cr_expect_eq(n, 4);
	for (n = 0; str_word(&words, &s); n++)
		;
	cr_expect_eq(n, 3);
}

Test(str, takes_whole_numbers_only)
{
	uint64_t u = 7;
	int64_t i = 7;

	cr_expect(str_to_u64("18446744073709551615", &u));
	cr_expect_eq(u, UINT64_MAX);
	cr_expect_not(str_to_u64("18446744073709551616", &u));
	cr_expect_not(str_to_u64("", &u));
	cr_expect_not(str_to_u64("12 ", &u));
	cr_expect_not(str_to_u64("+1", &u));
	cr_expect(str_to_i64("-9223372036854775808", &i));
	cr_expect_eq(i, INT64_MIN);
	cr_expect_not(str_to_i64("9223372036854775808", &i));
	cr_expect_eq(i, INT64_MIN);
}

Test(str, compares_without_case)
{
	cr_expect(str_ieq("Police-UK", "police-uk"));
	cr_expect_not(str_ieq("police", "police-uk"));
	cr_expect(str_istarts("LEI-4F7", "lei"));
	cr_expect_not(str_istarts("LE", "lei"));
}

Test(str, cuts_between_letters)
{
	char small[5];

	cr_expect(str_set(small, sizeof(small), "Zoë"));
	cr_expect_str_eq(small, "Zoë");
	cr_expect_not(str_set(small, sizeof(small), "aaaë"));
	cr_expect_str_eq(small, "aaa");
}

Test(str, finds_the_word_that_was_meant)
{
	static const char *const words[] = { "delimiter", "encoding", "columns",
		NULL };

	cr_expect_eq(str_distance("kitten", "sitting"), 3);
	cr_expect_eq(str_distance("ab", "ba"), 1);
	cr_expect_eq(str_distance("", "abc"), 3);
	cr_expect_str_eq(str_nearest("delimeter", words), "delimiter");
	cr_expect_str_eq(str_nearest("colums", words), "columns");
	cr_expect_null(str_nearest("journey", words));
}
