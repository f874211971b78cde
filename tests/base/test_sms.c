/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <criterion/criterion.h>
#include <string.h>

#include "base/sms.h"

static struct sms
of_letters(size_t n)
{
	char text[400];

	memset(text, 'a', n);
	text[n] = '\0';
	return sms_measure(text);
}

Test(sms, has_160_signs_in_one_and_153_in_each_of_more)
{
	cr_expect_eq(of_letters(160).parts, 1);
	cr_expect_eq(of_letters(160).left, 0);
	cr_expect_eq(of_letters(161).parts, 2);
	cr_expect_eq(of_letters(306).parts, 2);
	cr_expect_eq(of_letters(307).parts, 3);
	cr_expect_eq(of_letters(0).parts, 1);
}

Test(sms, counts_signs_of_the_extension_twice)
{
	struct sms sms = sms_measure("€5 {a}");

	cr_expect_eq(sms.odd, 0);
	cr_expect_eq(sms.units, 9);
}

Test(sms, takes_letters_of_the_alphabet_with_their_marks)
{
	cr_expect_eq(sms_measure("£é à Ñ").odd, 0);
	cr_expect_eq(sms_measure("£é à Ñ").units, 6);
}

Test(sms, has_70_once_a_letter_is_not_in_the_alphabet)
{
	struct sms sms = sms_measure("dydd ŵyl");

	cr_expect_eq(sms.odd, 0x175);
	cr_expect_eq(sms.units, 8);
	cr_expect_eq(sms.left, 62);
	cr_expect_eq(sms_measure("\xF0\x9F\x98\x80").units, 2,
	    "a letter beyond the first plane takes two");
}

Test(sms, is_not_upset_by_bytes_that_are_no_text)
{
	cr_expect_neq(sms_measure("a\xff").odd, 0);
}
