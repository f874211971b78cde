/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

/*
 * Risk tools and the rules DR1 to DR6 of DOMAIN.md 4.1, as the shipped
 * definitions have them.
 */

#include <criterion/criterion.h>
#include <stdarg.h>
#include <string.h>

#include "base/arena.h"
#include "hub/act.h"
#include "hub/read.h"
#include "hub/rules.h"
#include "hub/slip.h"
#include "hub/tool.h"
#include "model/record.h"

#include "tests/support/temp_calls.h"
#include "tests/support/temp_defs.h"
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

TestSuite(risk, .init = make, .fini = take_away);

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

static struct record *
latest(uint64_t parent, unsigned kind)
{
	struct record_list list;

	cr_assert_eq(
	    hub_children(t.hub, arena, parent, kind, &list, &fault), RC_OK);
	cr_assert_gt(list.n, 0u);
	return list.at[list.n - 1];
}

static struct record *
casefile(uint64_t id)
{
	struct record *r;

	cr_assert_eq(hub_record(t.hub, arena, KIND_CASEFILE, id, &r, &fault),
	    RC_OK);
	return r;
}

/* Whether a task with those words stands open on the case. */
static bool
asks(uint64_t c, const char *text)
{
	struct record_list list;

	cr_assert_eq(
	    hub_children(t.hub, arena, c, KIND_TASK, &list, &fault), RC_OK);
	for (size_t i = 0; i < list.n; i++)
		if (strstr(record_text(list.at[i], TASK_TEXT), text) &&
		    strcmp(record_text(list.at[i], TASK_STATE), "open") == 0)
			return true;
	return false;
}

static const char *
rules_of(uint64_t c)
{
	return record_text(latest(c, KIND_RISK), RISK_RULES);
}

/* Yes to ${n} of the questions that are not strong, of 24. */
static uint64_t
abuse_with(const char *answers)
{
	uint64_t c = temp_call_abuse(&t);

	DO(c, "assess_risk", "answers", answers, NULL);
	return c;
}

Test(risk, dash_has_24_questions_and_ships_no_wording)
{
	const struct tool *dash = tool_by(t.hub->tools, "dash");

	cr_assert_not_null(dash);
	cr_expect_eq(dash->n, 24u);
	for (size_t i = 0; i < dash->n; i++)
		cr_expect_null(dash->questions[i].wording);
	cr_expect_eq(tool_for(t.hub->tools, "DOM"), dash);
	cr_expect_str_eq(tool_for(t.hub->tools, "STK")->name, "stalking");
	cr_expect_str_eq(tool_for(t.hub->tools, "ASB")->name, "asb");
	cr_expect_null(tool_for(t.hub->tools, "BUR"));
}

Test(risk, score_gives_the_grade_at_its_very_thresholds)
{
	static const struct {
		const char *answers, *grade;
	} rows[] = {
		{ "ynnnnnnnn", "standard" },
		{ "yyyyyyyyy", "standard" },
		{ "yyyyyyyyyy", "medium" },
		{ "yyyyyyyyyyyyy", "medium" },
		{ "yyyyyyyyyyyyyy", "high" },
		{ "yyyyyyyyyyyyyyyyyyyyyyyy", "high" },
	};
	uint64_t c = temp_call_abuse(&t);

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		DO(c, "assess_risk", "answers", rows[i].answers, NULL);
		cr_expect_str_eq(
		    record_text(latest(c, KIND_RISK), RISK_SCORED),
		    rows[i].grade, "%s", rows[i].answers);
	}
}

Test(risk, DR1_fourteen_is_high_and_asks_for_marac_and_an_idva_today)
{
	uint64_t c = abuse_with("yyyyyyyyyyyyyy");

	cr_expect(strstr(rules_of(c), "DR1"), "%s", rules_of(c));
	cr_expect_str_eq(record_text(casefile(c), CASEFILE_GRADE), "high");
	cr_expect(asks(c, "Refer to MARAC today"));
	cr_expect(asks(c, "Refer to an IDVA"));
	cr_expect(record_flag(latest(c, KIND_RISK), RISK_CONFERENCE));
}

Test(risk, DR1_thirteen_does_not)
{
	uint64_t c = abuse_with("yyyyyyyyyyyyy");

	cr_expect_null(strstr(rules_of(c), "DR1"));
	cr_expect_not(asks(c, "Refer to MARAC today"));
}

Test(risk, DR2_judgement_raises_with_a_reason_and_never_lowers)
{
	uint64_t c = temp_call_abuse(&t);

	cr_expect_eq(on_case(c, "assess_risk", "answers", "ynn", "judged", "h",
			 NULL),
	    RC_INVALID);
	cr_expect(strstr(fault.text, "reason:"), "%s", fault.text);
	DO(c, "assess_risk", "answers", "ynn", "judged", "h", "reason",
	    "She is sure that he will kill her.", NULL);
	cr_expect_str_eq(record_text(casefile(c), CASEFILE_GRADE), "high");
	cr_expect_str_eq(
	    record_text(latest(c, KIND_RISK), RISK_SCORED), "standard");
	cr_expect(strstr(rules_of(c), "DR2"), "%s", rules_of(c));
	cr_expect(asks(c, "raised by judgement"));
	cr_expect_eq(on_case(c, "assess_risk", "answers", "yyyyyyyyyyyyyy",
			 "judged", "s", "reason", "x", NULL),
	    RC_UNLAWFUL);
	cr_expect(strstr(fault.text, "never lowers"), "%s", fault.text);
}

Test(risk, is_lowered_only_with_a_reason_and_only_down)
{
	uint64_t c = abuse_with("yyyyyyyyyyyyyy");

	cr_expect_eq(
	    on_case(c, "lower_risk", "grade", "m", NULL), RC_INVALID);
	cr_expect_eq(on_case(c, "lower_risk", "grade", "h", "reason", "x",
			 NULL),
	    RC_INVALID);
	DO(c, "lower_risk", "grade", "m", "reason", "He was sent to prison.",
	    NULL);
	cr_expect_str_eq(record_text(casefile(c), CASEFILE_GRADE), "medium");
	cr_expect_str_eq(record_text(latest(c, KIND_RISK), RISK_SCORED),
	    "high", "what the score gave stays to be read");
	cr_expect(*record_text(latest(c, KIND_RISK), RISK_LOWERED));
}

Test(risk, DR3_three_domestic_incidents_in_a_year_go_to_a_supervisor)
{
	uint64_t c = temp_call_abuse(&t), third;
	char *who = arena_printf(arena, "#%016llx",
	    (unsigned long long)record_link(casefile(c), CASEFILE_PERSON));

	temp_hub_act(&t, "take_referral", "person", who, "casefile.category",
	    "bur", "casefile.when", "y", NULL);
	third = temp_hub_act(&t, "take_referral", "person", who,
	    "casefile.category", "dom", "casefile.when", "-2m", NULL);
	cr_expect_not(asks(third, "Three domestic"), "two are not three");
	third = temp_hub_act(&t, "take_referral", "person", who,
	    "casefile.category", "dom", "casefile.when", "t", NULL);
	cr_expect(asks(third, "Three domestic"));
	cr_expect(record_has_code(casefile(third), CASEFILE_FLAGS, "repeat"));
}

Test(risk, DR4_a_strong_sign_goes_to_a_supervisor_whatever_the_score)
{
	uint64_t c = abuse_with("nnnnnnnnnnnnnny");

	cr_expect_str_eq(record_text(casefile(c), CASEFILE_GRADE), "standard");
	cr_expect(asks(c, "A strong sign of risk"));
	cr_expect(record_has_code(
	    latest(c, KIND_RISK), RISK_TRIGGERS, "s"));
}

Test(risk, DR5_a_new_incident_within_a_year_of_marac_is_a_repeat)
{
	uint64_t c = abuse_with("yyyyyyyyyyyyyy"), again;
	char *who = arena_printf(arena, "#%016llx",
	    (unsigned long long)record_link(casefile(c), CASEFILE_PERSON));

	DO(c, "refer_conference", NULL);
	DO(c, "record_conference", "on", "-2w", "outcome", "Plan agreed.",
	    NULL);
	again = temp_hub_act(&t, "take_referral", "person", who,
	    "casefile.category", "dom", "casefile.when", "y", NULL);
	cr_expect(asks(again, "within twelve months of MARAC"));
	DO(again, "refer_conference", NULL);
	cr_expect(record_flag(
	    latest(again, KIND_CONFERENCE), CONFERENCE_REPEAT));
	cr_expect(record_has_code(
	    latest(again, KIND_CONFERENCE), CONFERENCE_WHY, "r"));
	cr_expect_not(asks(again, "within twelve months of MARAC"),
	    "the task is done by it");
}

Test(risk, DR6_children_ask_for_their_own_steps)
{
	uint64_t c = temp_call_abuse(&t);

	cr_expect_str_eq(record_text(latest(c, KIND_SAFEGUARDING),
			     SAFEGUARDING_SORT),
	    "child");
	cr_expect(asks(c, "A child may be in danger"));
}

Test(risk, rules_are_the_six_each_with_its_source)
{
	cr_assert_eq(rules_risk_count(t.hub->rules), 6u);
	for (size_t i = 0; i < 6; i++) {
		const struct risk_rule *r = rules_risk_nth(t.hub->rules, i);

		cr_expect_str_eq(r->id, arena_printf(arena, "DR%zu", i + 1));
		cr_expect(*r->source && *r->mark && *r->why);
	}
}

/* ---- the conference ---- */

Test(risk, is_referred_by_the_criteria_of_the_rules)
{
	uint64_t c = abuse_with("yyyyyyyyyyyyyy");
	struct record *r;

	DO(c, "refer_conference", NULL);
	r = latest(c, KIND_CONFERENCE);
	cr_expect_str_eq(record_text(r, CONFERENCE_WHY), "v");
	cr_expect_str_eq(record_text(r, CONFERENCE_SORT), "marac");
	cr_expect_eq(record_link(r, CONFERENCE_RISK),
	    latest(c, KIND_RISK)->id);
	cr_expect_not(asks(c, "Refer to MARAC today"), "the task is done");
	cr_expect_eq(on_case(c, "refer_conference", NULL), RC_UNLAWFUL);
	DO(c, "record_conference", "on", "fri", "action",
	    "alarm fitted / police / fri", NULL);
	cr_expect_str_eq(record_text(latest(c, KIND_CONFERENCE),
			     CONFERENCE_STATE),
	    "listed");
}

Test(risk, is_not_referred_without_a_criterion_or_a_reason)
{
	uint64_t c = temp_call_burglary(&t);

	cr_expect_eq(on_case(c, "refer_conference", NULL), RC_INVALID);
	cr_expect_eq(
	    on_case(c, "refer_conference", "why", "j", NULL), RC_INVALID);
	DO(c, "refer_conference", "why", "j", "reason", "She is hunted.",
	    NULL);
}

/* ---- answers ---- */

Test(risk, says_what_is_wrong_with_an_answer)
{
	uint64_t c = temp_call_abuse(&t);

	cr_expect_eq(on_case(c, "assess_risk", "answer.3", "q", NULL),
	    RC_INVALID);
	cr_expect(strstr(fault.text, "answer.3"), "%s", fault.text);
	cr_expect_eq(on_case(c, "assess_risk", "tool", "tarot", NULL),
	    RC_INVALID);
	cr_expect_eq(on_case(c, "assess_risk", NULL), RC_INVALID);
	cr_expect_eq(on_case(c, "assess_risk", "answers",
			 "yyyyyyyyyyyyyyyyyyyyyyyyy", NULL),
	    RC_INVALID);
}

Test(risk, leaves_out_a_question_that_waits_for_another)
{
	const struct tool *young = tool_by(t.hub->tools, "young");
	char answers[TOOL_QUESTIONS_MOST] = "ynny";
	struct tool_sum sum;

	cr_expect_not(tool_is_asked(young, 3, answers));
	tool_add(young, answers, &sum);
	cr_expect_eq(sum.points, 1);
	answers[2] = 'y';
	tool_add(young, answers, &sum);
	cr_expect_eq(sum.points, 3);
}

Test(risk, matrix_counts_the_points_of_each_answer)
{
	char answers[TOOL_QUESTIONS_MOST] = "33y";
	struct tool_sum sum;

	tool_add(tool_by(t.hub->tools, "asb"), answers, &sum);
	cr_expect_eq(sum.points, 15);
	cr_expect_str_eq(sum.grade->grade, "medium");
}

Test(risk, judgement_alone_is_a_tool_and_says_why)
{
	uint64_t c = temp_call_burglary(&t);

	cr_expect_eq(on_case(c, "assess_risk", "tool", "judgement", "judged",
			 "m", NULL),
	    RC_INVALID);
	DO(c, "assess_risk", "tool", "judgement", "judged", "m", "reason",
	    "Alone and afraid.", NULL);
	cr_expect_str_eq(record_text(casefile(c), CASEFILE_GRADE), "medium");
}

/* ---- definitions ---- */

static void
expect_refused(const char *text, const char *says)
{
	struct tools *none = NULL;
	char dir[64];

	temp_defs_make(dir, text);
	cr_expect_eq(tools_load(dir, &none, &fault), RC_INVALID);
	cr_expect(strstr(fault.text, says), "%s", fault.text);
	temp_defs_remove(dir);
	fault = (struct fault){ 0 };
}

#define HEAD                                                                   \
	"name = \"x\"; title = \"x\"; version = \"1\"; source = \"s\";\n"      \
	"mark = \"D\";\n"
#define GRADES                                                                 \
	"grades = ( { grade = \"high\"; from = 0; mark = \"D\"; source = "     \
	"\"s\"; } );\n"

Test(risk, tool_whose_questions_wait_for_each_other_is_refused)
{
	expect_refused(HEAD "questions = (\n"
			    "{ number = \"1\"; label = \"a\"; only-if = "
			    "\"2\"; },\n"
			    "{ number = \"2\"; label = \"b\"; only-if = "
			    "\"1\"; } );\n" GRADES,
	    "test.cfg:4: question 1 waits for itself");
}

Test(risk, tool_that_names_what_is_not_there_is_refused)
{
	expect_refused(HEAD "questions = (\n"
			    "{ number = \"1\"; label = \"a\"; only-if = "
			    "\"7\"; } );\n" GRADES,
	    "test.cfg:4: only-if: there is no question 7");
	expect_refused(HEAD "questions = (\n"
			    "{ number = \"1\"; label = \"a\"; },\n"
			    "{ number = \"1\"; label = \"b\"; } );\n" GRADES,
	    "test.cfg:5: question 1 is there twice");
	expect_refused(HEAD "questions = ( );\n"
			    "grades = ( { grade = \"high\"; from = 3;\n"
			    "mark = \"D\"; source = \"s\"; } );\n",
	    "from = 0");
}

Test(risk, tool_with_a_code_that_is_in_no_list_is_refused)
{
	struct tools *tools = NULL;
	char dir[64];

	temp_defs_make(dir, HEAD "questions = ( );\n" GRADES);
	cr_assert_eq(tools_load(dir, &tools, &fault), RC_OK, "%s", fault.text);
	cr_expect_eq(tools_check(tools, t.hub->codes, &fault), RC_INVALID);
	cr_expect(strstr(fault.text, "test.cfg:1: data/codes/risk-tool.cfg "
				     "has no code x"),
	    "%s", fault.text);
	tools_free(tools);
	temp_defs_remove(dir);
}
