/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "base/day.h"
#include "hub/due.h"
#include "hub/hub.h"

#include "tests/support/temp_defs.h"

/* Only what time limits look at. */
static struct hub hub;
static struct fault fault;

static void
make(void)
{
	cr_assert_eq(deadlines_load(temp_defs_data("deadlines"), &hub.deadlines,
			 &fault),
	    RC_OK, "%s", fault.text);
	cr_assert_eq(holidays_load(temp_defs_data("holidays/"
						  "england-and-wales.cfg"),
			 &hub.holidays, &fault),
	    RC_OK, "%s", fault.text);
}

static void
take_away(void)
{
	deadlines_free(hub.deadlines);
	holidays_free(hub.holidays);
}

TestSuite(due, .init = make, .fini = take_away);

static int64_t
at(int y, int mo, int d, int h, int mi)
{
	return moment_of_local(y, mo, d, h, mi, 0);
}

static const char *
fall(const char *id, bool enhanced, int64_t from)
{
	static char iso[24];
	const struct due_rule *rule = due_rule_by(hub.deadlines, id);

	cr_assert(rule, "no rule %s", id);
	cr_assert_eq(due_when(&hub, rule, enhanced, from, iso, &fault), RC_OK,
	    "%s", fault.text);
	return iso;
}

Test(due, rules_are_all_there_and_say_where_they_come_from)
{
	size_t code = 0;

	for (size_t i = 0; i < deadlines_count(hub.deadlines); i++) {
		const struct due_rule *r = deadlines_nth(hub.deadlines, i);

		cr_expect(*r->title && *r->source && *r->mark && *r->holder,
		    "%s is half described", r->id);
		code += strncmp(r->id, "VC", 2) == 0;
	}
	cr_expect_eq(code, 50u);
	cr_expect(due_rule_by(hub.deadlines, "VC06")->own);
	cr_expect_not(due_rule_by(hub.deadlines, "VC08")->own);
	cr_expect_null(due_rule_by(hub.deadlines, "VC99"));
}

Test(due, falls_at_the_end_of_a_working_day)
{
	cr_expect_str_eq(fall("VC06", false, at(2026, 11, 22, 11, 42)),
	    "2026-11-24T17:00");
	cr_expect_str_eq(fall("VC06", true, at(2026, 11, 20, 9, 0)),
	    "2026-11-23T17:00");
	cr_expect_str_eq(fall("VC08", false, at(2026, 12, 23, 9, 0)),
	    "2027-01-04T17:00", "over Christmas");
	cr_expect_str_eq(fall("VC08", true, at(2027, 12, 31, 9, 0)),
	    "2028-01-04T17:00", "over a holiday kept on another day");
}

Test(due, falls_after_hours_days_and_months_by_the_calendar)
{
	cr_expect_str_eq(fall("VC01", false, at(2026, 11, 20, 23, 50)),
	    "2026-11-21T23:50");
	cr_expect_str_eq(fall("VC43", false, at(2026, 2, 1, 10, 0)),
	    "2026-03-01");
	cr_expect_str_eq(fall("VC38", false, at(2026, 11, 30, 10, 0)),
	    "2027-02-28");
}

Test(due, is_refused_aloud_for_a_year_without_a_table)
{
	const struct due_rule *rule = due_rule_by(hub.deadlines, "VC08");
	char iso[24];

	cr_expect_eq(due_when(&hub, rule, false, at(2040, 1, 5, 9, 0), iso,
			 &fault),
	    RC_INVALID);
	cr_expect(strstr(fault.text, "2040"), "%s", fault.text);
}

Test(due, has_no_day_where_the_rule_has_no_number)
{
	char iso[24];

	cr_expect_eq(due_when(&hub, due_rule_by(hub.deadlines, "VC05"), false,
			 at(2026, 11, 22, 9, 0), iso, &fault),
	    RC_MISSING);
}

static const struct {
	int d, h, mi;
	const char *words;
} words[] = {
	{ 22, 14, 0, "TODAY 14:00" },
	{ 22, 23, 59, "TODAY" },
	{ 23, 14, 42, "1d 03h" },
	{ 23, 10, 30, "0d 22h" },
	{ 24, 23, 59, "2d" },
	{ 22, 11, 12, "LATE 30m" },
	{ 22, 8, 42, "LATE 3h" },
	{ 20, 9, 0, "LATE 2d" },
};

Test(due, is_said_as_how_long_is_left)
{
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		char out[16];

		due_words(at(2026, 11, 22, 11, 42),
		    at(2026, 11, words[i].d, words[i].h, words[i].mi), out);
		cr_expect_str_eq(out, words[i].words);
	}
}

Test(due, moment_is_the_wall_clocks)
{
	int32_t day;

	cr_assert(day_of(2026, 7, 1, &day));
	cr_expect_eq(due_moment((uint32_t)day * 1440 + 17 * 60),
	    at(2026, 7, 1, 17, 0), "in summer time");
	cr_expect_eq(due_moment(UINT32_MAX), 0);
}

static const struct {
	const char *rule, *fault;
} broken[] = {
	{ "standard = 5;", "unit wants wd, day, month or hour" },
	{ "standard = 5; unit = \"fortnight\";", "unit wants" },
	{ "standard = -4; unit = \"wd\";", "standard wants a number" },
	{ "from = \"1 April\";", "from wants a day" },
	{ "standrd = 5;", "standrd" },
};

Test(due, file_that_is_wrong_is_refused_with_its_line)
{
	for (size_t i = 0; i < sizeof(broken) / sizeof(broken[0]); i++) {
		struct deadlines *none = NULL;
		char dir[64], text[512];

		snprintf(text, sizeof(text),
		    "name = \"x\"; title = \"x\"; deadlines = (\n"
		    "{ id = \"A\"; right = \"R01\"; holder = \"hub\"; hub = "
		    "\"own\"; mark = \"D\"; title = \"t\"; trigger = \"a\"; "
		    "stop = \"b\"; source = \"s\"; %s } );",
		    broken[i].rule);
		temp_defs_make(dir, text);
		cr_expect_eq(deadlines_load(dir, &none, &fault), RC_INVALID,
		    "file %zu was taken", i);
		cr_expect(strstr(fault.text, broken[i].fault) &&
			      strstr(fault.text, "test.cfg:2"),
		    "file %zu: %s", i, fault.text);
		temp_defs_remove(dir);
	}
}
