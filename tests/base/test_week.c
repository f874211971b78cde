/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <criterion/criterion.h>

#include "base/day.h"
#include "base/week.h"

/* A wall clock in the week of Sunday 22 November 2026. */
static int64_t
at(int day, int h, int mi)
{
	return moment_of_local(2026, 11, day, h, mi, 0);
}

static const struct {
	const char *times;
	int day, h, mi;
	bool open;
} hours[] = {
	{ "mon-fri 10-2", 23, 10, 0, true },
	{ "mon-fri 10-2", 23, 14, 0, false },
	{ "mon-fri 10-2", 22, 11, 0, false },
	{ "Mon-Fri 10-14, Sat 9-11", 28, 10, 0, true },
	{ "Mon-Fri 10-14, Sat 9-11", 28, 12, 0, false },
	{ "mon 9-11 and 2-4", 23, 15, 0, true },
	{ "mon 9-11 and 2-4", 23, 12, 0, false },
	{ "mon 9-11 and 2-4", 24, 15, 0, false },
	{ "weekdays after 6", 24, 18, 30, true },
	{ "weekdays after 6", 24, 12, 0, false },
	{ "not after six", 24, 18, 30, false },
	{ "not after six", 24, 12, 0, true },
	{ "10-4, not fri", 27, 11, 0, false },
	{ "10-4, not fri", 26, 11, 0, true },
	{ "before 9", 24, 8, 0, true },
	{ "before 9am", 24, 9, 0, false },
	{ "from 9 to 5", 24, 16, 59, true },
	{ "between 9:30 and 11:15 on tuesdays", 24, 11, 14, true },
	{ "10pm-2am", 25, 1, 0, true },
	{ "fri 10pm-2am", 28, 1, 0, true },
	{ "fri 10pm-2am", 27, 1, 0, false },
	{ "weekends", 22, 3, 0, true },
	{ "sat, sun", 23, 12, 0, false },
	{ "fri-mon 9am-5pm", 22, 16, 0, true },
	{ "0930-1130", 24, 9, 30, true },
	{ "any time", 24, 3, 0, false }, /* no hours and no days: by eye */
	{ "anytime", 24, 3, 0, true },
	{ "noon-2pm", 24, 12, 30, true },
	{ "weds 10-12", 25, 11, 0, true },
};

Test(week, is_read_as_people_say_it)
{
	struct week w;

	for (size_t i = 0; i < sizeof(hours) / sizeof(hours[0]); i++) {
		week_read(hours[i].times, &w);
		cr_expect_eq(week_is_open(&w,
				 at(hours[i].day, hours[i].h, hours[i].mi)),
		    hours[i].open, "\"%s\" on %d at %d:%02d", hours[i].times,
		    hours[i].day, hours[i].h, hours[i].mi);
	}
}

Test(week, says_what_it_cannot_read)
{
	static const struct {
		const char *times;
		bool some, unclear;
	} all[] = {
		{ "mon-fri 10-2", true, false },
		{ "mon-fri 10-2, say dentist or parcel", true, false },
		{ "mon-fri 10-2 unless he is off sick", true, true },
		{ "when he is at work", false, true },
		{ "after the school run", false, true },
		{ "6-8", true, true }, /* of the morning or the evening? */
		{ "6pm-8pm", true, false },
		{ "monthly", false, true },
		{ "", false, false },
	};
	struct week w;

	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++) {
		week_read(all[i].times, &w);
		cr_expect_eq(w.n > 0, all[i].some, "\"%s\"", all[i].times);
		cr_expect_eq(w.unclear, all[i].unclear, "\"%s\"", all[i].times);
	}
}

Test(week, says_when_it_opens_next)
{
	static const struct {
		const char *times;
		int from_day, h, day, next;
	} all[] = {
		{ "mon-fri 10-2", 22, 11, 23, 10 },
		{ "mon-fri 10-2", 23, 11, 23, 11 },
		{ "mon-fri 10-2", 27, 15, 30, 10 },
		{ "not after six", 24, 19, 25, 0 },
		{ "tue 9-11", 24, 12, 31, 9 },
	};
	struct week w;
	int64_t next;

	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++) {
		week_read(all[i].times, &w);
		cr_assert(week_next(&w, at(all[i].from_day, all[i].h, 0), &next));
		cr_expect_eq(next,
		    all[i].day <= 30 ? at(all[i].day, all[i].next, 0) :
				       moment_of_local(2026, 12, 1, 9, 0, 0),
		    "\"%s\"", all[i].times);
	}
	week_read("when he is at work", &w);
	cr_expect_not(week_next(&w, at(24, 9, 0), &next));
}
