/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <criterion/criterion.h>

#include "base/day.h"
#include "base/when.h"

/* Sunday 22 November 2026, 11:42. */
static int64_t
now(void)
{
	return moment_of_local(2026, 11, 22, 11, 42, 0);
}

static const struct {
	enum when_way way;
	const char *typed, *kept;
} dates[] = {
	{ WHEN_PAST, "t", "2026-11-22" },
	{ WHEN_PAST, "today", "2026-11-22" },
	{ WHEN_PAST, "y", "2026-11-21" },
	{ WHEN_PAST, "Y2300", "2026-11-21T23:00" },
	{ WHEN_PAST, "y 11pm", "2026-11-21T23:00" },
	{ WHEN_PAST, "yesterday 7:30pm", "2026-11-21T19:30" },
	{ WHEN_PAST, "now", "2026-11-22T11:42" },
	{ WHEN_PAST, "-3", "2026-11-19" },
	{ WHEN_PAST, "3d", "2026-11-19" },
	{ WHEN_PAST, "+3", "2026-11-25" },
	{ WHEN_FUTURE, "3d", "2026-11-25" },
	{ WHEN_FUTURE, "-3", "2026-11-19" },
	{ WHEN_FUTURE, "1d1030", "2026-11-23T10:30" },
	{ WHEN_FUTURE, "2w", "2026-12-06" },
	{ WHEN_PAST, "2w", "2026-11-08" },
	{ WHEN_FUTURE, "3m", "2027-02-22" },
	{ WHEN_PAST, "1y", "2025-11-22" },
	{ WHEN_PAST, "fri", "2026-11-20" },
	{ WHEN_FUTURE, "fri", "2026-11-27" },
	{ WHEN_PAST, "sun", "2026-11-22" },
	{ WHEN_FUTURE, "sun", "2026-11-29" },
	{ WHEN_PAST, "+fri", "2026-11-27" },
	{ WHEN_FUTURE, "-fri", "2026-11-20" },
	{ WHEN_PAST, "fri2300", "2026-11-20T23:00" },
	{ WHEN_PAST, "Friday night", "~2026-11-20T23:00" },
	{ WHEN_PAST, "thurs eve", "~2026-11-19T19:00" },
	{ WHEN_PAST, "y am", "~2026-11-21T09:00" },
	{ WHEN_PAST, "y noon", "2026-11-21T12:00" },
	{ WHEN_PAST, "210926", "2026-09-21" },
	{ WHEN_PAST, "21092026", "2026-09-21" },
	{ WHEN_PAST, "20260921", "2026-09-21" },
	{ WHEN_PAST, "210926 2300", "2026-09-21T23:00" },
	{ WHEN_PAST, "21/9", "2026-09-21" },
	{ WHEN_PAST, "21/12", "2025-12-21" },
	{ WHEN_FUTURE, "14/9 1000", "2027-09-14T10:00" },
	{ WHEN_FUTURE, "21/12", "2026-12-21" },
	{ WHEN_PAST, "21/9/24", "2024-09-21" },
	{ WHEN_PAST, "21.9.2024", "2024-09-21" },
	{ WHEN_PAST, "21-9-24", "2024-09-21" },
	{ WHEN_PAST, "21sep", "2026-09-21" },
	{ WHEN_PAST, "21 sept 2024", "2024-09-21" },
	{ WHEN_PAST, "21 September 24 915", "2024-09-21T09:15" },
	{ WHEN_PAST, "21 sep 7pm", "2026-09-21T19:00" },
	{ WHEN_PAST, "29/2", "2024-02-29" },
	{ WHEN_FUTURE, "29/2", "2028-02-29" },
	{ WHEN_PAST, "sep", "2026-09" },
	{ WHEN_PAST, "dec", "2025-12" },
	{ WHEN_FUTURE, "sep", "2027-09" },
	{ WHEN_PAST, "sep 2019", "2019-09" },
	{ WHEN_PAST, "2019", "2019" },
	{ WHEN_PAST, "c 2019", "~2019" },
	{ WHEN_PAST, "c sep 2019", "~2019-09" },
	{ WHEN_PAST, "c21/9/19", "~2019-09-21" },
	{ WHEN_PAST, "21/9/46", "2046-09-21" },
	{ WHEN_PAST, "21/9/47", "1947-09-21" },
	{ WHEN_PAST, "2024-09-21", "2024-09-21" },
	{ WHEN_PAST, "2024-09", "2024-09" },
	{ WHEN_PAST, "2024-09-21T07:05", "2024-09-21T07:05" },
	{ WHEN_PAST, "2024-09-21 07:05", "2024-09-21T07:05" },
	{ WHEN_PAST, "~2024-09-21T07:05", "~2024-09-21T07:05" },
	{ WHEN_PAST, "t 12am", "2026-11-22T00:00" },
	{ WHEN_PAST, "t 12pm", "2026-11-22T12:00" },
	{ WHEN_PAST, "t 0005", "2026-11-22T00:05" },
	{ WHEN_BIRTH, "120384", "1984-03-12" },
	{ WHEN_BIRTH, "12/3/84", "1984-03-12" },
	{ WHEN_BIRTH, "12mar84", "1984-03-12" },
	{ WHEN_BIRTH, "12 Mar 1984", "1984-03-12" },
	{ WHEN_BIRTH, "221126", "2026-11-22" },
	{ WHEN_BIRTH, "231126", "1926-11-23" },
	{ WHEN_BIRTH, "42", "~1984" },
	{ WHEN_BIRTH, "7", "~2019" },
	{ WHEN_BIRTH, "100", "~1926" },
	{ WHEN_BIRTH, "1984", "1984" },
	{ WHEN_BIRTH, "c1984", "~1984" },
	{ WHEN_BIRTH, "mar 1984", "1984-03" },
	{ WHEN_BIRTH, "-3w", "2026-11-01" },
};

Test(when, reads_what_people_say)
{
	for (size_t i = 0; i < sizeof(dates) / sizeof(dates[0]); i++) {
		char kept[WHEN_ROOM] = "";
		struct fault f = { 0 };

		cr_expect_eq(when_parse(dates[i].typed, now(), dates[i].way,
				 kept, &f),
		    RC_OK, "\"%s\": %s", dates[i].typed, f.text);
		cr_expect_str_eq(kept, dates[i].kept, "\"%s\" gave %s",
		    dates[i].typed, kept);
	}
}

Test(when, reads_what_it_kept_as_it_is)
{
	for (size_t i = 0; i < sizeof(dates) / sizeof(dates[0]); i++) {
		char kept[WHEN_ROOM] = "";

		cr_expect(when_is(dates[i].kept));
		cr_expect_eq(when_parse(dates[i].kept, now(), dates[i].way,
				 kept, NULL),
		    RC_OK, "%s", dates[i].kept);
		cr_expect_str_eq(kept, dates[i].kept);
	}
}

static const struct {
	enum when_way way;
	const char *typed, *sentence;
} wrongs[] = {
	{ WHEN_PAST, "", "not a date: try 21/9/26, 21sep, y, fri or -3" },
	{ WHEN_PAST, "soon", "not a date: try 21/9/26, 21sep, y, fri or -3" },
	{ WHEN_PAST, "12", "not a date: try 21/9/26, 21sep, y, fri or -3" },
	{ WHEN_PAST, "y 2300 x",
	    "not a date: try 21/9/26, 21sep, y, fri or -3" },
	{ WHEN_PAST, "31/2", "not a date: that month has no such day" },
	{ WHEN_PAST, "31/4/26", "not a date: that month has no such day" },
	{ WHEN_PAST, "21/13/26",
	    "not a date: there are 12 months, and the day comes before the "
	    "month" },
	{ WHEN_PAST, "y 2560", "not a time: try 2300, 7pm or noon" },
	{ WHEN_PAST, "y 23", "not a time: hours need minutes, am or pm" },
	{ WHEN_PAST, "y 13pm", "not a time: am and pm go with 1 to 12" },
	{ WHEN_PAST, "sep 1030 x", "not a date: that year cannot be meant" },
	{ WHEN_PAST, "2019 1030", "a time needs a day" },
	{ WHEN_BIRTH, "12/3", "the year of birth is missing" },
	{ WHEN_BIRTH, "12/3/2031", "a birth date cannot be in the future" },
	{ WHEN_BIRTH, "12/3/1884", "over 120 years ago: check the year" },
	{ WHEN_BIRTH, "121", "over 120 years old: check the age" },
	{ WHEN_BIRTH, "12/3/84 1030", "a birth date has no time of day" },
};

Test(when, says_what_is_wrong_and_does_not_repeat_it)
{
	for (size_t i = 0; i < sizeof(wrongs) / sizeof(wrongs[0]); i++) {
		char kept[WHEN_ROOM] = "untouched";
		struct fault f = { 0 };

		cr_expect_eq(when_parse(wrongs[i].typed, now(), wrongs[i].way,
				 kept, &f),
		    RC_INVALID, "\"%s\" gave %s", wrongs[i].typed, kept);
		cr_expect_str_eq(f.text, wrongs[i].sentence, "\"%s\": %s",
		    wrongs[i].typed, f.text);
		cr_expect_str_eq(kept, "untouched");
	}
}

static const struct {
	const char *kept, *echo;
} echoes[] = {
	{ "2026-11-21", "Sat 21 Nov 2026 (yesterday)" },
	{ "2026-11-22T09:05", "Sun 22 Nov 2026 09:05 (today)" },
	{ "2026-11-23", "Mon 23 Nov 2026 (tomorrow)" },
	{ "2026-11-19", "Thu 19 Nov 2026 (3 days ago)" },
	{ "2026-12-06", "Sun 6 Dec 2026 (in 14 days)" },
	{ "2026-08-22", "Sat 22 Aug 2026 (3 months ago)" },
	{ "2020-01-01", "Wed 1 Jan 2020 (6 years ago)" },
	{ "~2026-11-20T23:00", "Fri about 20 Nov 2026 23:00 (2 days ago)" },
	{ "2026-11", "Nov 2026 (this month)" },
	{ "2026-10", "Oct 2026 (last month)" },
	{ "2019", "2019 (7 years ago)" },
	{ "2027", "2027 (next year)" },
	{ "perhaps", "perhaps" },
};

Test(when, is_read_back_with_weekday_and_distance)
{
	struct buf b = { 0 };

	for (size_t i = 0; i < sizeof(echoes) / sizeof(echoes[0]); i++) {
		buf_clear(&b);
		when_echo(echoes[i].kept, now(), &b);
		cr_expect_str_eq(buf_str(&b), echoes[i].echo);
	}
	buf_release(&b);
}

Test(when, gives_ages)
{
	static const struct {
		const char *kept, *echo;
	} births[] = {
		{ "1984-03-12", "12 Mar 1984 42y" },
		{ "1984-11-22", "22 Nov 1984 42y" },
		{ "1984-11-23", "23 Nov 1984 41y" },
		{ "1984", "1984 41 or 42y" },
		{ "~1984", "about 1984, about 42y" },
		{ "1984-03", "Mar 1984 42y" },
	};
	struct buf b = { 0 };
	int least, most;

	for (size_t i = 0; i < 6; i++) {
		buf_clear(&b);
		when_echo_birth(births[i].kept, now(), &b);
		cr_expect_str_eq(buf_str(&b), births[i].echo);
	}
	buf_release(&b);
	cr_expect(when_age("2026-11-22", now(), &least, &most));
	cr_expect(least == 0 && most == 0);
	cr_expect(when_age("2026", now(), &least, &most));
	cr_expect(least == 0 && most == 0);
	cr_expect_not(when_age("2027-01-01", now(), &least, &most));
}

Test(when, knows_how_exact_it_is)
{
	int32_t first, last;
	int64_t ms;

	cr_assert(when_days("2024-02", &first, &last));
	cr_expect_eq(last - first, 28);
	cr_assert(when_days("~2023", &first, &last));
	cr_expect_eq(last - first, 364);
	cr_assert(when_days("2024-02-29T23:59", &first, &last));
	cr_expect_eq(last, first);
	cr_assert(when_moment("2026-07-01T00:30", &ms));
	cr_expect_eq(ms, moment_of_local(2026, 7, 1, 0, 30, 0));
	cr_expect_not(when_is("2026-02-29"));
	cr_expect_not(when_is("2026-1"));
	cr_expect_not(when_is("2026-11-21T24:00"));
	cr_expect_not(when_is("2026-11-21T10:00Z"));
	cr_expect_not(when_is(""));
}
