/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <criterion/criterion.h>
#include <string.h>

#include "base/chance.h"
#include "base/ref.h"

#define SAMPLE 4000

static bool
is_sound(const char *ref)
{
	char out[REF_ROOM];

	return ref_parse(ref, out, NULL) == RC_OK;
}

Test(ref, comes_back_as_its_number)
{
	struct chance c;
	char ref[REF_ROOM];

	chance_seed(&c, 1);
	for (int i = 0; i < SAMPLE; i++) {
		uint32_t n = (uint32_t)chance_below(&c, REF_COUNT);

		ref_make(n, ref);
		cr_assert(is_sound(ref), "%s", ref);
		cr_assert_eq(ref_number(ref), n);
	}
	ref_make(0, ref);
	cr_expect_str_eq(ref, "222222");
	ref_make(REF_COUNT - 1, ref);
	cr_expect_eq(ref_number(ref), REF_COUNT - 1);
}

/* Every one of the 108 ways to mishear one symbol of six. */
Test(ref, shows_every_single_wrong_symbol)
{
	struct chance c;

	chance_seed(&c, 2);
	for (int i = 0; i < SAMPLE; i++) {
		char ref[REF_ROOM], was;

		ref_make((uint32_t)chance_below(&c, REF_COUNT), ref);
		for (int k = 0; k < 6; k++) {
			was = ref[k];
			for (const char *s = REF_SYMBOLS; *s; s++) {
				ref[k] = *s;
				cr_assert_eq(is_sound(ref), *s == was, "%s",
				    ref);
			}
			ref[k] = was;
		}
	}
}

/* Neighbours, and neighbours but one. */
Test(ref, shows_every_swap)
{
	struct chance c;

	chance_seed(&c, 3);
	for (int i = 0; i < SAMPLE; i++) {
		char ref[REF_ROOM];

		ref_make((uint32_t)chance_below(&c, REF_COUNT), ref);
		for (int away = 1; away < 3; away++)
			for (int k = 0; k + away < 6; k++) {
				char swapped[REF_ROOM];

				memcpy(swapped, ref, REF_ROOM);
				swapped[k] = ref[k + away];
				swapped[k + away] = ref[k];
				cr_assert_eq(is_sound(swapped),
				    ref[k] == ref[k + away], "%s %s", ref,
				    swapped);
			}
	}
}

Test(ref, shows_every_wrong_pair_of_doubled_symbols)
{
	struct chance c;

	chance_seed(&c, 4);
	for (int i = 0; i < SAMPLE; i++) {
		char ref[REF_ROOM], doubled[REF_ROOM];

		ref_make((uint32_t)chance_below(&c, REF_COUNT), ref);
		for (int k = 0; k < 5; k++) {
			if (ref[k] != ref[k + 1])
				continue;
			memcpy(doubled, ref, REF_ROOM);
			for (const char *s = REF_SYMBOLS; *s; s++) {
				doubled[k] = doubled[k + 1] = *s;
				cr_assert_eq(is_sound(doubled), *s == ref[k]);
			}
		}
	}
}

Test(ref, is_read_however_it_is_typed)
{
	static const char *const ways[] = { "4F7K22", "4f7k22", "4f7-k22",
		" 4F7 K22 ", "LEI-4F7K22", "lei4f7k22", "LEI-4F7-K22", NULL };
	char out[REF_ROOM];

	for (size_t i = 0; ways[i]; i++) {
		cr_expect_eq(ref_parse(ways[i], out, NULL), RC_OK, "%s",
		    ways[i]);
		cr_expect_str_eq(out, "4F7K22");
	}
}

Test(ref, says_what_is_wrong)
{
	static const struct {
		const char *typed, *sentence;
	} wrong[] = {
		{ "4O7K22", "we do not use O; listen again" },
		{ "4f0k22", "we do not use 0; listen again" },
		{ "4F7K2", "a reference has 6 symbols, this has 5" },
		{ "", "a reference has 6 symbols, this has 0" },
		{ "4F7K23",
		    "the check symbol does not fit; one of them was misheard" },
		{ "4Fé7K2", "a reference has digits and letters only" },
	};
	char out[REF_ROOM];
	struct fault f;

	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
		cr_expect_eq(ref_parse(wrong[i].typed, out, &f), RC_INVALID);
		cr_expect_str_eq(f.text, wrong[i].sentence);
		cr_expect_str_eq(out, "");
	}
}

Test(ref, is_shown_in_threes_and_said_in_words)
{
	struct buf b = { 0 };
	char shown[REF_ROOM + 1];

	ref_show("4F7K22", shown);
	cr_expect_str_eq(shown, "4F7-K22");
	ref_say("4F7K22", &b);
	cr_expect_str_eq(buf_str(&b), "four Foxtrot seven, Kilo two two");
	buf_release(&b);
}

struct near {
	int n;
	bool found;
};

static bool
count_near(const char *ref, void *arg)
{
	struct near *near = arg;

	cr_expect(is_sound(ref), "%s", ref);
	near->n++;
	near->found |= !strcmp(ref, "4F7K22");
	return false;
}

Test(ref, that_was_misheard_leads_to_the_one_that_was_meant)
{
	static const char *const heard[] = { "4F7K23", "4F7X22", "F47K22",
		"4FO K22", "4F5K22", NULL };

	for (size_t i = 0; heard[i]; i++) {
		struct near near = { 0 };

		ref_near(heard[i], count_near, &near);
		if (strlen(heard[i]) == 6)
			cr_expect(near.found, "%s", heard[i]);
		cr_expect(near.n <= 12, "%s: %d", heard[i], near.n);
	}
}
