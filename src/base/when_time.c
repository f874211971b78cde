/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/str.h"

#include "base/when_inside.h"

/* The time of day that may follow a day: 2300, 19:30, 7pm, noon, eve. */

static enum take
set_time(struct typed *t, int h, int m)
{
	if (h > 23 || m > 59)
		return typed_wrong(t, "not a time: try 2300, 7pm or noon");
	t->hour = h;
	t->minute = m;
	t->timed = true;
	return YES;
}

/* Words for a part of the day stand for its middle, and are about. */
static enum take
read_time_word(struct typed *t)
{
	static const struct {
		const char *word;
		int hour;
		bool about;
	} words[] = {
		{ "am", 9, true },
		{ "noon", 12, false },
		{ "pm", 15, true },
		{ "eve", 19, true },
		{ "night", 23, true },
	};

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (!strcmp(t->at, words[i].word)) {
			t->at += strlen(words[i].word);
			t->about = t->about || words[i].about;
			return set_time(t, words[i].hour, 0);
		}
	return NO;
}

/* "am" and "pm" make 1 to 12 of the twelve-hour clock into 0 to 23. */
static enum take
read_half(struct typed *t, int h, int m)
{
	bool pm = t->at[0] == 'p';

	if (h < 1 || h > 12)
		return typed_wrong(t, "not a time: am and pm go with 1 to 12");
	t->at += 2;
	return set_time(t, h % 12 + (pm ? 12 : 0), m);
}

/* "2300", "915", "19:30", "7pm", "7:30pm", "7.30pm". */
static enum take
read_time_digits(struct typed *t)
{
	size_t n = typed_digits(t->at);
	bool parted = false;
	int h, m = 0;

	if (!n || n > 4)
		return NO;
	h = typed_number(t->at, n > 2 ? n - 2 : n);
	if (n > 2)
		m = typed_number(t->at + n - 2, 2);
	t->at += n;
	if (n < 3 && (*t->at == ':' || *t->at == '.')) {
		if (typed_digits(t->at + 1) != 2)
			return typed_wrong(t, "not a time: try 2300, 7pm or noon");
		m = typed_number(t->at + 1, 2);
		t->at += 3;
		parted = true;
	}
	typed_blanks(t);
	if (str_starts(t->at, "am") || str_starts(t->at, "pm"))
		return read_half(t, h, m);
	if (n < 3 && !parted)
		return typed_wrong(t, "not a time: hours need minutes, am or pm");
	return set_time(t, h, m);
}

enum take
when_read_time(struct typed *t)
{
	enum take took;

	typed_blanks(t);
	if (!*t->at || t->timed)
		return NO;
	if (t->way == WHEN_BIRTH)
		return typed_wrong(t, "a birth date has no time of day");
	if (t->month_only || t->year_only)
		return typed_wrong(t, "a time needs a day");
	took = read_time_word(t);
	return took == NO ? read_time_digits(t) : took;
}
