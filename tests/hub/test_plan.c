/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "hub/hub.h"
#include "hub/planbook.h"
#include "hub/planline.h"
#include "hub/slip.h"
#include "model/record.h"

#include "tests/support/temp_defs.h"

/* Sunday 22 November 2026, 11:42. */
#define NOW INT64_C(1795347720000)

static struct hub *hub;
static struct arena *arena;
static struct slip slip;

static void
make(void)
{
	struct hub_options o = { .data = temp_defs_data("."),
		.now_ms = NOW };
	struct fault f = { 0 };

	cr_assert_eq(hub_define(&o, &hub, &f), RC_OK, "%s", f.text);
	arena = arena_new();
	slip = (struct slip){ .arena = arena };
}

static void
take_away(void)
{
	arena_free(arena);
	hub_close(hub);
}

TestSuite(plan, .init = make, .fini = take_away);

static const struct slip *
read_line(const char *line)
{
	slip_clear(&slip);
	planline_read(hub->codes, NOW, line, &slip);
	return &slip;
}

Test(plan, reads_a_line_as_it_is_typed)
{
	const struct slip *s = read_line("door chain /locks @Bolt Locks 2w");

	cr_expect_str_eq(slip_text(s, "what"), "door chain");
	cr_expect_str_eq(slip_text(s, "sort"), "locks");
	cr_expect_str_eq(slip_text(s, "who"), "Bolt Locks");
	cr_expect_str_eq(slip_text(s, "due"), "2w");
}

Test(plan, reads_how_often_and_a_day_of_two_words)
{
	const struct slip *s = read_line("keep the diary *week 10 dec");

	cr_expect_str_eq(slip_text(s, "what"), "keep the diary");
	cr_expect_str_eq(slip_text(s, "every"), "week");
	cr_expect_str_eq(slip_text(s, "due"), "10 dec");
}

Test(plan, takes_a_line_with_no_date_as_words)
{
	const struct slip *s = read_line("ring the council");

	cr_expect_str_eq(slip_text(s, "what"), "ring the council");
	cr_expect_null(slip_get(s, "due"));
	cr_expect_null(slip_get(s, "who"));
}

Test(plan, never_takes_the_only_word_for_a_date)
{
	cr_expect_str_eq(slip_text(read_line("fri"), "what"), "fri");
	cr_expect_str_eq(slip_text(read_line(""), "what"), "");
}

static struct record *
a_case(const char *crime, const char *risk, const char *needs)
{
	struct record *c = record_new(
	    arena, kinds_by_tag(hub->kinds, KIND_CASEFILE), 1);

	record_set_text(c, CASEFILE_CATEGORY, crime);
	record_set_text(c, CASEFILE_RISK, risk);
	record_set_text(c, CASEFILE_NEEDS, needs);
	return c;
}

Test(plan, has_ideas_only_for_the_needs_there_are)
{
	const struct plan_idea *ideas[32];
	size_t n = planbook_ideas(hub->planbook, a_case("FRA", "v", "b"), NULL,
	    NOW, ideas, 32);

	cr_assert_gt(n, 0u);
	for (size_t i = 0; i < n; i++)
		cr_expect_str_eq(ideas[i]->need, "b");
	n = planbook_ideas(hub->planbook, a_case("FRA", "-", "-"), NULL,
	    NOW, ideas, 32);
	cr_expect_eq(n, 0u);
}

Test(plan, says_each_criterion_once)
{
	struct record *c = a_case("BUR", "p v", "a");
	struct buf codes = { 0 }, all = { 0 };

	record_set_text(c, CASEFILE_FLAGS, "persistent");
	planbook_criteria(
	    hub->planbook, c, NULL, NOW, &codes, NULL);
	cr_expect_str_eq(buf_str(&codes), "vulnerable persistent crime");
	planbook_all_criteria(hub->planbook, &all);
	cr_expect_not_null(strstr(buf_str(&all), "persistently targeted"));
	buf_release(&codes);
	buf_release(&all);
}

Test(plan, refuses_a_book_with_a_code_that_is_not_there)
{
	static const struct {
		const char *text, *told;
	} bad[] = {
		{ "name = \"a\"; title = \"A\";\nreview = \"soon\";\n",
		    ":2: review" },
		{ "name = \"a\"; title = \"A\";\nideas = (\n"
		  "{ what = \"x\"; sort = \"nope\"; need = \"h\"; due = \"1w\"; } );\n",
		    ":3: there is no code \"nope\"" },
		{ "name = \"a\"; title = \"A\";\ncriteria = (\n"
		  "{ code = \"repeat\"; why = \"x\"; risk = [ \"Q\" ]; } );\n",
		    ":3: there is no code \"Q\"" },
	};

	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		struct planbook *book = NULL;
		struct fault f = { 0 };
		char dir[64];

		temp_defs_make(dir, bad[i].text);
		cr_expect_eq(planbook_load(dir, hub->codes, &book, &f),
		    RC_INVALID);
		cr_expect_not_null(strstr(f.text, bad[i].told), "%s", f.text);
		temp_defs_remove(dir);
	}
}
