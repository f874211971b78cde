/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <criterion/criterion.h>
#include <string.h>

#include "base/alike.h"

static unsigned
of(const char *a, const char *b)
{
	return alike(a, strlen(a), b, strlen(b));
}

static bool
slip(const char *a, const char *b)
{
	return alike_slip(a, strlen(a), b, strlen(b));
}

/* The examples that Winkler's reports print, in thousandths. */
Test(alike, agrees_with_the_published_examples)
{
	cr_expect_eq(of("martha", "marhta"), 961);
	cr_expect_eq(of("dwayne", "duane"), 840);
	cr_expect_eq(of("dixon", "dicksonx"), 813);
	cr_expect_eq(of("jones", "johnson"), 832);
	cr_expect_eq(of("abroms", "abrams"), 922);
}

Test(alike, is_whole_for_the_same_and_nothing_for_strangers)
{
	cr_expect_eq(of("okafor", "okafor"), ALIKE_SAME);
	cr_expect_eq(of("", ""), ALIKE_SAME);
	cr_expect_eq(of("okafor", ""), 0);
	cr_expect_eq(of("abc", "xyz"), 0);
	cr_expect_eq(of("a", "b"), 0);
}

Test(alike, does_not_mind_which_comes_first)
{
	cr_expect_eq(of("hussain", "hussein"), of("hussein", "hussain"));
	cr_expect_eq(of("smith", "smythe"), of("smythe", "smith"));
}

Test(alike, counts_letters_and_not_bytes)
{
	cr_expect_eq(of("ołówek", "olowek"), of("oXYwek", "olowek"));
	cr_expect(slip("мария", "марія"));
	cr_expect_not(slip("мария", "марiйка"));
}

Test(alike, stands_texts_of_any_length_and_bytes)
{
	char lots[400];

	memset(lots, 'a', sizeof(lots));
	cr_expect_eq(alike(lots, 400, lots, 399), ALIKE_SAME);
	cr_expect_leq(alike("\xff\xfe", 2, "\xc3", 1), ALIKE_SAME);
}

Test(alike, knows_a_slip_from_two)
{
	cr_expect(slip("19840312", "19840321"));
	cr_expect(slip("19840312", "19840311"));
	cr_expect(slip("le971ab", "le97ab"));
	cr_expect(slip("le97ab", "le971ab"));
	cr_expect(slip("", "a"));
	cr_expect_not(slip("ab", "ab"));
	cr_expect_not(slip("19840312", "18940321"));
	cr_expect_not(slip("abcd", "badc"));
	cr_expect_not(slip("ab", "abcd"));
}
