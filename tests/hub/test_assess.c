/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <criterion/criterion.h>
#include <stdarg.h>
#include <string.h>

#include "base/arena.h"
#include "hub/act.h"
#include "hub/assess.h"
#include "hub/slip.h"
#include "model/code.h"
#include "model/record.h"

#include "tests/support/temp_calls.h"
#include "tests/support/temp_hub.h"

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

TestSuite(assess, .init = make, .fini = take_away);

/* An act on a case, with pairs ended by NULL. */
static enum rc
on_case(uint64_t casefile, const char *act, ...)
{
	struct slip slip = { .arena = arena };
	struct act_done done;
	const char *line;
	va_list ap;

	slip_set_id(&slip, "casefile", casefile);
	va_start(ap, act);
	while ((line = va_arg(ap, const char *)))
		slip_set(&slip, line, va_arg(ap, const char *));
	va_end(ap);
	fault = (struct fault){ 0 };
	return act_run(t.hub, act, &slip, &done, &fault);
}

#define DO(...) cr_assert_eq(on_case(__VA_ARGS__), RC_OK, "%s", fault.text)

static struct record_list
children(uint64_t parent, unsigned kind)
{
	struct record_list list;

	cr_assert_eq(
	    hub_children(t.hub, arena, parent, kind, &list, &fault), RC_OK);
	return list;
}

static struct record *
casefile(uint64_t id)
{
	struct record *r;

	cr_assert_eq(hub_record(t.hub, arena, KIND_CASEFILE, id, &r, &fault),
	    RC_OK);
	return r;
}

static size_t
open_tasks(uint64_t c, const char *what)
{
	struct record_list list = children(c, KIND_TASK);
	size_t n = 0;

	for (size_t i = 0; i < list.n; i++)
		n += strcmp(record_text(list.at[i], TASK_STATE), "open") == 0 &&
		    strcmp(record_text(list.at[i], TASK_WHAT), what) == 0;
	return n;
}

Test(assess, needs_are_the_eight_of_the_code_list_each_once)
{
	const struct code_list *list = code_list(t.hub->codes, "need");

	cr_assert_eq(needs_count(t.hub->needs), 8u);
	cr_expect_eq(needs_top(t.hub->needs), 5);
	for (size_t i = 0; i < list->n; i++)
		cr_expect(list->codes[i].alone ||
			needs_place(t.hub->needs, list->codes[i].code) < 8,
		    "%s", list->codes[i].code);
}

Test(assess, keeps_every_score_and_how_far_somebody_has_come)
{
	uint64_t c = temp_call_burglary(&t);
	struct assess_history h;
	struct assess_moved m;

	DO(c, "assess_needs", "scores", "34-0", "score.o", "4", "note.h",
	    "cannot sleep", NULL);
	DO(c, "assess_needs", "scores", "2=10", "score.o", "1", NULL);
	DO(c, "assess_needs", "scores", "1", "point", "end", NULL);
	cr_assert_eq(assess_needs(t.hub, arena, c, &h, &fault), RC_OK);
	cr_assert_eq(h.n, 3u);
	cr_expect_str_eq(record_text(h.at[0].r, NEED_POINT), "first");
	cr_expect_str_eq(record_text(h.at[1].r, NEED_POINT), "review");
	cr_expect_eq(assess_point(&h, "end"), assess_last(&h));
	cr_expect_str_eq(h.at[0].note[0], "cannot sleep");
	cr_expect_eq(h.at[0].points[2], SCORE_REFUSED);
	cr_expect_eq(h.at[0].points[4], SCORE_UNSAID);
	cr_expect_eq(h.at[1].points[1], 4, "= is as last time");
	assess_distance(8, &h.at[0], &h.at[1], &m);
	cr_expect_eq(m.answered, 4);
	cr_expect_eq(m.total, 1 + 0 + 0 + 3);
	cr_expect_not(m.both[2], "one of the two was not said");
	assess_distance(8, &h.at[0], &h.at[2], &m);
	cr_expect_eq(m.answered, 1);
	cr_expect_eq(m.by[0], 2);
}

Test(assess, promises_the_next_time_by_the_highest_score)
{
	uint64_t c = temp_call_burglary(&t);

	DO(c, "assess_needs", "scores", "11111111", NULL);
	cr_expect_str_eq(record_text(children(c, KIND_NEED).at[0], NEED_NEXT),
	    "2027-01-03");
	DO(c, "assess_needs", "scores", "5", NULL);
	cr_expect_str_eq(record_text(children(c, KIND_NEED).at[1], NEED_NEXT),
	    "2026-11-29");
	cr_expect_eq(open_tasks(c, "needs"), 1u, "the earlier one is done");
}

Test(assess, says_what_is_wrong_with_a_score_and_writes_nothing)
{
	uint64_t c = temp_call_burglary(&t);
	static const struct {
		const char *name, *text, *says;
	} wrong[] = {
		{ "score.h", "6", "score.h: 0 to 5" },
		{ "score.h", "=", "no score before" },
		{ "scores", "123456789", "there are 8 needs" },
		{ "point", "review", "never scored" },
		{ "point", "someday", "first, review or end" },
		{ "indicator.O1", "purple", "better, same, worse" },
		{ "goal", "to sleep", "nothing was scored" },
	};

	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
		cr_expect_neq(on_case(c, "assess_needs", wrong[i].name,
				  wrong[i].text, NULL),
		    RC_OK);
		cr_expect(strstr(fault.text, wrong[i].says), "%s",
		    fault.text);
	}
	cr_expect_eq(children(c, KIND_NEED).n, 0u);
	DO(c, "assess_needs", "scores", "1", NULL);
	cr_expect_eq(on_case(c, "assess_needs", "scores", "1", "point",
			 "first", NULL),
	    RC_UNLAWFUL);
}

Test(assess, keeps_what_changed_for_them)
{
	uint64_t c = temp_call_burglary(&t);
	struct span value;

	DO(c, "assess_needs", "indicator.O3", "w", "indicator.O1", "better",
	    "indicator.O2", "-", NULL);
	cr_expect(record_get(
	    children(c, KIND_NEED).at[0], NEED_INDICATORS, &value));
}

Test(assess, gives_a_level_of_service_and_the_rule_that_gave_it)
{
	uint64_t c = temp_call_burglary(&t);

	cr_expect_str_eq(
	    record_text(casefile(c), CASEFILE_SERVICE), "light");
	cr_expect_str_eq(
	    record_text(casefile(c), CASEFILE_LEVEL), "standard");
	DO(c, "assess_needs", "scores", "21", NULL);
	cr_expect_str_eq(
	    record_text(casefile(c), CASEFILE_SERVICE), "standard");
	DO(c, "assess_needs", "scores", "333", NULL);
	cr_expect_str_eq(
	    record_text(casefile(c), CASEFILE_SERVICE), "enhanced");
	cr_expect_str_eq(
	    record_text(casefile(c), CASEFILE_SERVICE_WHY), "S-many");
	DO(c, "assess_needs", "scores", "533", NULL);
	cr_expect_str_eq(
	    record_text(casefile(c), CASEFILE_SERVICE), "intensive");
	cr_expect_str_eq(record_text(casefile(c), CASEFILE_LEVEL), "standard",
	    "rights are another matter");
}

/* ---- rights ---- */

static struct record *
open_level(uint64_t c, const char *code)
{
	struct record_list list = children(c, KIND_LEVEL);

	for (size_t i = 0; i < list.n; i++)
		if (!*record_text(list.at[i], LEVEL_UNTIL) &&
		    strcmp(record_text(list.at[i], LEVEL_CATEGORY), code) == 0)
			return list.at[i];
	return NULL;
}

Test(assess, finds_categories_with_their_evidence)
{
	uint64_t c = temp_call_abuse(&t);
	struct record *r = open_level(c, "E1");

	cr_assert_not_null(r);
	cr_expect_str_eq(record_text(r, LEVEL_HOW), "rule");
	cr_expect_str_eq(record_text(r, LEVEL_RULE), "E1-domestic");
	cr_expect(*record_text(r, LEVEL_EVIDENCE));
	cr_expect_str_eq(record_text(r, LEVEL_FROM), "2026-11-22T11:42");
}

Test(assess, gives_rights_at_our_discretion_only_with_a_reason)
{
	uint64_t c = temp_call_burglary(&t);

	cr_expect_eq(
	    on_case(c, "give_enhanced", "category", "ED", NULL), RC_INVALID);
	cr_expect(strstr(fault.text, "written reason"), "%s", fault.text);
	DO(c, "give_enhanced", "category", "ED", "reason",
	    "Cares for a dying parent.", NULL);
	cr_expect_str_eq(record_text(casefile(c), CASEFILE_LEVEL), "enhanced");
	cr_expect_str_eq(record_text(casefile(c), CASEFILE_LEVEL_WHY), "ED");
	DO(c, "assess_needs", "scores", "1", NULL);
	cr_expect_str_eq(record_text(casefile(c), CASEFILE_LEVEL_WHY), "ED",
	    "what a person gave stays");
	DO(c, "end_enhanced", "category", "ED", "reason", "No longer so.",
	    NULL);
	cr_expect_str_eq(record_text(casefile(c), CASEFILE_LEVEL), "standard");
	cr_expect_null(open_level(c, "ED"));
}

Test(assess, does_not_let_a_person_end_what_a_rule_found)
{
	uint64_t c = temp_call_abuse(&t);

	cr_expect_eq(on_case(c, "end_enhanced", "category", "E1", "reason",
			 "x", NULL),
	    RC_UNLAWFUL);
	cr_expect(strstr(fault.text, "found by a rule"), "%s", fault.text);
}

Test(assess, looks_again_when_risk_becomes_high_and_when_it_is_lowered)
{
	uint64_t c = temp_call_abuse(&t);

	cr_expect_null(open_level(c, "E3b"));
	DO(c, "assess_risk", "answers", "yyyyyyyyyyyyyy", NULL);
	cr_expect_str_eq(
	    record_text(casefile(c), CASEFILE_LEVEL_WHY), "E1 E3b");
	cr_expect_str_eq(
	    record_text(casefile(c), CASEFILE_SERVICE), "intensive");
	DO(c, "lower_risk", "grade", "m", "reason", "He is in prison.", NULL);
	cr_expect_str_eq(record_text(casefile(c), CASEFILE_LEVEL_WHY), "E1");
	cr_expect_null(open_level(c, "E3b"));
}

Test(assess, tells_others_who_have_a_duty)
{
	uint64_t c = temp_call_child(&t);

	cr_expect_eq(open_tasks(c, "pass-on"), 1u);
}

/* A third incident within twelve months is persistent targeting. */
Test(assess, counts_incidents_over_all_cases)
{
	uint64_t c = temp_call_burglary(&t), second, third;
	char *who = arena_printf(arena, "#%016llx",
	    (unsigned long long)record_link(casefile(c), CASEFILE_PERSON));

	second = temp_hub_act(&t, "take_referral", "person", who,
	    "casefile.category", "crd", "casefile.when", "y", NULL);
	cr_expect_null(open_level(second, "E2"));
	third = temp_hub_act(&t, "take_referral", "person", who,
	    "casefile.category", "crd", "casefile.when", "t", NULL);
	cr_expect_not_null(open_level(third, "E2"));
	cr_expect_not_null(open_level(c, "E2"), "their other cases as well");
}

Test(assess, asks_again_when_something_changed)
{
	uint64_t c = temp_call_abuse(&t);
	char *who = arena_printf(arena, "#%016llx",
	    (unsigned long long)record_link(casefile(c), CASEFILE_PERSON));

	temp_hub_act(&t, "set_safety", "person", who, "safety.channels", "x",
	    NULL);
	cr_expect_eq(
	    open_tasks(c, "risk"), 0u, "what was never assessed is not");
	DO(c, "assess_risk", "answers", "yn", NULL);
	cr_expect_eq(open_tasks(c, "risk"), 1u, "by the grade");
	temp_hub_act(&t, "set_safety", "person", who, "safety.channels", "v",
	    NULL);
	cr_expect_eq(open_tasks(c, "risk"), 2u, "and what is safe changed");
}

/* ---- safeguarding ---- */

Test(assess, opens_steps_that_nothing_but_taking_them_closes)
{
	uint64_t c = temp_call_burglary(&t);
	static const char *const steps[] = { "ask", "now", "again" };

	DO(c, "safeguard", "sort", "suicide", NULL);
	cr_expect_eq(open_tasks(c, "safeguarding"), 1u);
	cr_expect_eq(on_case(c, "move_journey", "state", "S90", "override",
			 "x", NULL),
	    RC_UNLAWFUL);
	cr_expect(strstr(fault.text, "safeguarding"), "%s", fault.text);
	for (size_t i = 0; i < 3; i++)
		DO(c, "safeguard", "sort", "suicide", "step", steps[i], NULL);
	cr_expect_eq(on_case(c, "safeguard", "sort", "suicide", "step", "told",
			 NULL),
	    RC_INVALID, "who was told is asked for");
	DO(c, "safeguard", "sort", "suicide", "step", "told", "told",
	    "crisis team", NULL);
	cr_expect_eq(open_tasks(c, "safeguarding"), 1u);
	DO(c, "safeguard", "sort", "suicide", "step", "lead", "told", "M Vale",
	    NULL);
	cr_expect_eq(open_tasks(c, "safeguarding"), 0u);
	cr_expect_str_eq(record_text(children(c, KIND_SAFEGUARDING).at[0],
			     SAFEGUARDING_STATE),
	    "closed");
}

Test(assess, asks_for_steps_when_suicide_is_spoken_of)
{
	uint64_t c = temp_call_abuse(&t);

	DO(c, "assess_risk", "answer.5", "y", NULL);
	cr_expect_eq(children(c, KIND_SAFEGUARDING).n, 2u,
	    "for the child, and for her");
	cr_expect(record_has_code(casefile(c), CASEFILE_RISK, "u"));
}
