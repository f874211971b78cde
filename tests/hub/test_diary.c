/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "base/day.h"
#include "hub/diary.h"
#include "hub/slip.h"
#include "hub/act.h"

#include "tests/support/temp_calls.h"
#include "tests/support/temp_hub.h"

static struct temp_hub t;
static struct arena *arena;
static struct diary_page page;
static struct fault fault;

static void
make(void)
{
	temp_hub_make(&t);
	arena = arena_new();
}

static void
take_away(void)
{
	arena_free(arena);
	temp_hub_remove(&t);
}

TestSuite(diary, .init = make, .fini = take_away);

static const char *
id_text(uint64_t id)
{
	struct slip slip = { .arena = arena };

	slip_set_id(&slip, "id", id);
	return slip_text(&slip, "id");
}

static void
list(const char *casefile, const char *on, const char *court)
{
	temp_hub_act(&t, "add_hearing", "casefile", casefile, "hearing.on", on,
	    "hearing.court", court, "hearing.as", "c", NULL);
}

static void
look(const char *from, const char *until)
{
	int32_t first, last;

	cr_assert(day_parse(from, &first) && day_parse(until, &last));
	cr_assert_eq(diary_read(t.hub, arena, first, last, "", &page, &fault),
	    RC_OK, "%s", fault.text);
}

static size_t
hearings(void)
{
	size_t n = 0;

	for (size_t i = 0; i < page.n; i++)
		n += page.rows[i].sort == DIARY_COURT;
	return n;
}

Test(diary, keeps_a_day_in_court)
{
	list(id_text(temp_call_burglary(&t)), "15/9 1000", "lcc");
	look("2027-09-15", "2027-09-15");
	cr_assert_eq(hearings(), 1u);
	cr_expect_str_eq(page.rows[0].court, "Leicester Crown Court");
	cr_expect_not(page.rows[0].told);
	look("2027-09-16", "2027-09-30");
	cr_expect_eq(hearings(), 0u);
}

Test(diary, keeps_the_date_that_was_vacated_beside_the_new_one)
{
	const char *c = id_text(temp_call_burglary(&t));

	list(c, "15/9 1000", "lcc");
	temp_hub_act(&t, "relist_hearing", "casefile", c, "result", "v", "why",
	    "time", "hearing.on", "17/11/2027 1000", NULL);
	look("2027-09-01", "2027-11-30");
	cr_assert_eq(hearings(), 2u);
	cr_expect(page.rows[0].off);
	cr_expect_not(page.rows[1].off);
}

Test(diary, sees_a_clash)
{
	const char *c = id_text(temp_call_burglary(&t));

	list(c, "15/9 1000", "lcc");
	look("2027-09-15", "2027-09-15");
	cr_expect_eq(page.clashes, 0u);
	list(c, "15/9 1030", "lmc");
	look("2027-09-15", "2027-09-15");
	cr_expect_eq(page.clashes, 1u);
	cr_expect(page.rows[0].clash && page.rows[1].clash);
}

Test(diary, refuses_a_court_that_has_closed)
{
	const char *c = id_text(temp_call_burglary(&t));
	struct slip slip = { .arena = arena };
	struct act_done done;

	slip_set(&slip, "casefile", c);
	slip_set(&slip, "hearing.on", "15/9 1000");
	slip_set(&slip, "hearing.court", "mel");
	cr_expect_eq(act_run(t.hub, "add_hearing", &slip, &done, &fault),
	    RC_INVALID);
	cr_expect(strstr(fault.text, "Loughborough"), "%s", fault.text);
	look("2027-09-01", "2027-09-30");
	cr_expect_eq(hearings(), 0u);
}
