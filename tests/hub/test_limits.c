/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/clock.h"
#include "fold/fold.h"
#include "hub/act.h"
#include "hub/compliance.h"
#include "hub/due.h"
#include "hub/hub.h"
#include "hub/replay.h"
#include "hub/slip.h"

#include "tests/support/temp_calls.h"
#include "tests/support/temp_defs.h"
#include "tests/support/temp_hub.h"

/* Lists and tallies of clocks, and the past under other rules. */

static struct temp_hub t;
static struct arena *arena;
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

TestSuite(limits, .init = make, .fini = take_away);

static char *
hash(uint64_t id)
{
	return arena_printf(arena, "#%016llx", (unsigned long long)id);
}

static void
charge(uint64_t id, const char *on)
{
	temp_hub_act(&t, "move_journey", "casefile", hash(id), "state", "S09",
	    "on", on, "override", "test", NULL);
}

static void
told(uint64_t id, const char *what, const char *on)
{
	temp_hub_act(&t, "tell", "casefile", hash(id), "what", what, "on", on,
	    "by", "police", NULL);
}

/* The rules of the clocks in one state, by what comes next. */
static const char *
rules_in(const char *state, const char *right)
{
	struct due_ask ask = { .state = state, .right = right };
	struct due_page page;
	char *out = arena_str(arena, "");

	cr_assert_eq(due_list(t.hub, arena, &ask, &page, &fault), RC_OK, "%s",
	    fault.text);
	for (size_t i = 0; i < page.n; i++)
		out = arena_printf(arena, "%s%s%s", out, i ? " " : "",
		    page.rows[i].rule);
	return out;
}

Test(limits, are_listed_by_state)
{
	uint64_t id = temp_call_burglary(&t);

	cr_expect_str_eq(rules_in("met", ""), "VC01");
	cr_expect_str_eq(rules_in("running", "R04"), "VC06");
	cr_expect_str_eq(rules_in("unknown", ""), "VC35");
	charge(id, "2026-11-21");
	cr_expect_str_eq(rules_in("running", "R06"), "VC15");
	told(id, "charged", "2026-11-22");
	cr_expect_str_eq(rules_in("met", "R06"), "VC15");
	cr_expect_str_eq(rules_in("running", "R06"), "");
}

Test(limits, that_are_late_are_listed_whether_or_not_they_were_met)
{
	uint64_t id = temp_call_burglary(&t);

	charge(id, "2026-11-21");
	cr_expect_str_eq(rules_in("late", ""), "");
	clock_pass(t.hub->clock, INT64_C(8) * 24 * 3600 * 1000);
	cr_expect_str_eq(rules_in("late", "R06"), "VC15");
	told(id, "charged", "2026-11-30");
	cr_expect_str_eq(rules_in("late", "R06"), "VC15");
	cr_expect_str_eq(rules_in("met", "R06"), "");
}

Test(limits, are_refused_for_a_state_that_is_none)
{
	struct due_ask ask = { .state = "soon" };
	struct due_page page;

	cr_expect_eq(due_list(t.hub, arena, &ask, &page, &fault), RC_INVALID);
	cr_expect(strstr(fault.text, "running"), "%s", fault.text);
}

Test(limits, stand_as_they_stood_on_a_day)
{
	uint64_t id = temp_call_burglary(&t);
	struct due_ask ask = { .state = "running",
		.right = "R06",
		.as_of_ms = TEMP_HUB_NOW + INT64_C(3600) * 1000 };
	struct due_page page;

	charge(id, "2026-11-21");
	clock_pass(t.hub->clock, INT64_C(2) * 24 * 3600 * 1000);
	told(id, "charged", "2026-11-24");
	cr_assert_eq(due_list(t.hub, arena, &ask, &page, &fault), RC_OK, "%s",
	    fault.text);
	cr_assert_eq(page.n, 1u);
	cr_expect_str_eq(page.rows[0].state, "running", "it was not met then");
}

Test(limits, are_the_same_after_the_folds_are_made_again)
{
	uint64_t id = temp_call_burglary(&t);
	const char *before;

	charge(id, "2026-11-21");
	told(id, "charged", "2026-11-22");
	before = rules_in("all", "");
	cr_assert_eq(fold_flush(t.hub->fold, &fault), RC_OK);
	cr_assert_eq(fold_rebuild(t.hub->fold, NULL, NULL, &fault), RC_OK, "%s",
	    fault.text);
	cr_expect_str_eq(rules_in("all", ""), before);
}

/* ---- tallies ---- */

static struct compliance
tally(const char *by, const char *from, const char *until)
{
	struct compliance c;
	int n = compliance_by(by);

	cr_assert_geq(n, 0);
	cr_assert_eq(compliance_read(t.hub, arena, n, from, until, &c, &fault),
	    RC_OK, "%s", fault.text);
	return c;
}

static const struct compliance_line *
line_of(const struct compliance *c, const char *key)
{
	for (size_t i = 0; i < c->n; i++)
		if (strcmp(c->at[i].key, key) == 0)
			return &c->at[i];
	cr_assert(false, "no line of %s", key);
	return NULL;
}

Test(limits, are_counted_by_how_they_were_kept)
{
	uint64_t a = temp_call_burglary(&t), b = temp_call_burglary(&t);
	uint64_t c = temp_call_burglary(&t), d = temp_call_burglary(&t);
	const struct compliance_line *r06;
	struct compliance all;

	charge(a, "2026-11-21");
	charge(b, "2026-11-21");
	charge(c, "2026-11-21");
	charge(d, "2026-11-21");
	temp_hub_act(&t, "clock_outcome", "casefile", hash(d), "clock", "VC15",
	    "outcome", "n", "exception", "o", "why", "she asked", NULL);
	told(a, "charged", "2026-11-22");
	clock_pass(t.hub->clock, INT64_C(10) * 24 * 3600 * 1000);
	told(b, "charged", "2026-12-01");
	all = tally("rule", "", "");
	r06 = line_of(&all, "VC15");
	cr_expect_eq(r06->due, 3u);
	cr_expect_eq(r06->met, 1u);
	cr_expect_eq(r06->slow, 1u);
	cr_expect_eq(r06->late, 1u);
	cr_expect_eq(r06->excepted, 1u);
	cr_expect_eq(compliance_share(r06), 33);
	cr_expect_eq(all.all.due, all.all.met + all.all.slow + all.all.late);
	all = tally("rule", "2026-11-27", "2026-11-27");
	cr_expect_eq(line_of(&all, "VC15")->due, 3u, "due on the Friday");
	all = tally("crime", "2026-11-27", "2026-11-27");
	cr_expect_eq(line_of(&all, "BUR")->due, 7u,
	    "and four acknowledgements");
	all = tally("area", "", "");
	cr_expect_eq(all.n, 1u);
	cr_expect_eq(compliance_by("moon"), -1);
}

/* ---- under other rules ---- */

static struct replay
replay(const char *rules, const char *from)
{
	char dir[64];
	struct replay r = { 0 };

	temp_defs_make(dir, rules);
	cr_assert_eq(replay_read(t.hub, arena,
			 arena_printf(arena, "%s/test.cfg", dir), from, &r,
			 &fault),
	    RC_OK, "%s", fault.text);
	temp_defs_remove(dir);
	return r;
}

#define RULE(days)                                                             \
	"name = \"draft\"; title = \"A draft\"; from = \"2030-01-01\";\n"         \
	"deadlines = ({ id = \"VC15\"; right = \"R06\"; holder = \"police\";\n"   \
	"hub = \"watch\"; mark = \"D\"; title = \"Told of the charge\";\n"        \
	"trigger = \"state:S09\"; stop = \"told\"; told = \"charged\";\n"         \
	"standard = " days "; enhanced = " days "; unit = \"wd\";\n"            \
	"source = \"a draft\"; });\n"

Test(limits, of_the_past_are_late_under_shorter_rules)
{
	uint64_t id = temp_call_burglary(&t);
	struct replay r;

	charge(id, "2026-11-21");
	clock_pass(t.hub->clock, INT64_C(5) * 24 * 3600 * 1000);
	told(id, "charged", "2026-11-25");
	r = replay(RULE("2"), "");
	cr_assert_eq(r.n, 1u);
	cr_expect_str_eq(r.at[0].due, "2026-11-24T17:00");
	cr_expect_str_eq(r.at[0].state, "late");
	cr_expect_str_eq(r.at[0].was, "met");
	cr_expect_eq(r.newly, 1u);
	r = replay(RULE("5"), "");
	cr_expect_str_eq(r.at[0].state, "met");
	cr_expect_eq(r.late, 0u);
	r = replay(RULE("2"), "2026-11-22");
	cr_expect_eq(r.n, 0u, "nothing began since then");
}
