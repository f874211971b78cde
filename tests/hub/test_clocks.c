/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/day.h"
#include "base/str.h"
#include "hub/act.h"
#include "hub/acts/clocking.h"
#include "hub/due.h"
#include "hub/hub.h"
#include "hub/read.h"
#include "hub/slip.h"
#include "model/code.h"

#include "tests/support/temp_hub.h"

/*
 * Every rule of the shipped data/deadlines, driven through the hub: what starts
 * it, when it falls due, what meets it in time and late, and what a change of
 * rights does to it. The days were worked out from the rules of the Code by
 * hand and calendar, not by this program.
 */

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

TestSuite(clocks, .init = make, .fini = take_away, .timeout = 120);

/* Started on Wednesday 11 November 2026 at 10:00; and today, a Sunday. */
#define EARLIER "2026-11-11T10:00"
#define TODAY "2026-11-22T11:42"

static const struct row {
	const char *rule;
	const char *standard, *enhanced; /* due when started EARLIER */
	const char *now, *shorter; /* due from TODAY, before and after */
} rows[] = {
	{ "VC01", "2026-11-12T10:00", "2026-11-12T10:00", "2026-11-23T11:42", "2026-11-23T11:42" },
	{ "VC02", "2026-11-18T17:00", "2026-11-18T17:00", "2026-11-27T17:00", "2026-11-27T17:00" },
	{ "VC03", "2026-11-18T17:00", "2026-11-12T17:00", "2026-11-27T17:00", "2026-11-23T17:00" },
	{ "VC04", "2026-11-13T17:00", "2026-11-13T17:00", "2026-11-24T17:00", "2026-11-24T17:00" },
	{ "VC05", "", "", "", "" },
	{ "VC06", "2026-11-13T17:00", "2026-11-12T17:00", "2026-11-24T17:00", "2026-11-23T17:00" },
	{ "VC07", "", "", "", "" },
	{ "VC08", "2026-11-18T17:00", "2026-11-12T17:00", "2026-11-27T17:00", "2026-11-23T17:00" },
	{ "VC09", "2026-11-18T17:00", "2026-11-12T17:00", "2026-11-27T17:00", "2026-11-23T17:00" },
	{ "VC10", "2026-11-18T17:00", "2026-11-12T17:00", "2026-11-27T17:00", "2026-11-23T17:00" },
	{ "VC11", "2026-11-18T17:00", "2026-11-12T17:00", "2026-11-27T17:00", "2026-11-23T17:00" },
	{ "VC12", "2026-11-18T17:00", "2026-11-12T17:00", "2026-11-27T17:00", "2026-11-23T17:00" },
	{ "VC13", "2026-11-18T17:00", "2026-11-12T17:00", "2026-11-27T17:00", "2026-11-23T17:00" },
	{ "VC14", "2026-11-18T17:00", "2026-11-12T17:00", "2026-11-27T17:00", "2026-11-23T17:00" },
	{ "VC15", "2026-11-18T17:00", "2026-11-12T17:00", "2026-11-27T17:00", "2026-11-23T17:00" },
	{ "VC16", "2026-11-18T17:00", "2026-11-12T17:00", "2026-11-27T17:00", "2026-11-23T17:00" },
	{ "VC17", "2026-11-18T17:00", "2026-11-12T17:00", "2026-11-27T17:00", "2026-11-23T17:00" },
	{ "VC18", "2026-11-12T17:00", "2026-11-12T17:00", "2026-11-23T17:00", "2026-11-23T17:00" },
	{ "VC19", "2026-11-18T17:00", "2026-11-12T17:00", "2026-11-27T17:00", "2026-11-23T17:00" },
	{ "VC20", "2026-11-18T17:00", "2026-11-12T17:00", "2026-11-27T17:00", "2026-11-23T17:00" },
	{ "VC21", "", "", "", "" },
	{ "VC22", "2026-11-12T17:00", "2026-11-12T17:00", "2026-11-23T17:00", "2026-11-23T17:00" },
	{ "VC23", "2026-11-12T17:00", "2026-11-12T17:00", "2026-11-23T17:00", "2026-11-23T17:00" },
	{ "VC24", "2026-11-12T17:00", "2026-11-12T17:00", "2026-11-23T17:00", "2026-11-23T17:00" },
	{ "VC25", "2026-11-17", "2026-11-17", "2026-11-28", "2026-11-28" },
	{ "VC26", "2026-11-12T17:00", "2026-11-12T17:00", "2026-11-23T17:00", "2026-11-23T17:00" },
	{ "VC27", "", "", "", "" },
	{ "VC28", "2026-11-25T17:00", "2026-11-25T17:00", "2026-12-04T17:00", "2026-12-04T17:00" },
	{ "VC29", "", "", "", "" },
	{ "VC30", "2026-12-09T17:00", "2026-12-09T17:00", "2026-12-18T17:00", "2026-12-18T17:00" },
	{ "VC31", "", "", "", "" },
	{ "VC32", "2026-11-25T17:00", "2026-11-25T17:00", "2026-12-04T17:00", "2026-12-04T17:00" },
	{ "VC33", "", "", "", "" },
	{ "VC34", "", "", "", "" },
	{ "VC35", "", "", "", "" },
	{ "VC36", "", "", "", "" },
	{ "VC37", "", "", "", "" },
	{ "VC38", "2027-02-11", "2027-02-11", "2027-02-22", "2027-02-22" },
	{ "VC39", "2026-11-25T17:00", "2026-11-25T17:00", "2026-12-04T17:00", "2026-12-04T17:00" },
	{ "VC40", "2026-12-23T17:00", "2026-12-23T17:00", "2027-01-06T17:00", "2027-01-06T17:00" },
	{ "VC41", "2026-11-25T17:00", "2026-11-25T17:00", "2026-12-04T17:00", "2026-12-04T17:00" },
	{ "VC42", "2026-12-23T17:00", "2026-12-23T17:00", "2027-01-06T17:00", "2027-01-06T17:00" },
	{ "VC43", "2026-12-09", "2026-12-09", "2026-12-20", "2026-12-20" },
	{ "VC44", "2027-05-11", "2027-05-11", "2027-05-22", "2027-05-22" },
	{ "VC45", "2026-12-09", "2026-12-09", "2026-12-20", "2026-12-20" },
	{ "VC46", "2026-12-02T17:00", "2026-12-02T17:00", "2026-12-11T17:00", "2026-12-11T17:00" },
	{ "VC47", "2028-11-11", "2028-11-11", "2028-11-22", "2028-11-22" },
	{ "VC48", "2035-03-04", "2035-03-04", "2035-03-04", "2035-03-04" },
	{ "VC49", "2027-01-06", "2027-01-06", "2027-01-17", "2027-01-17" },
	{ "VC50", "", "", "", "" },
};

#define ROWS (sizeof(rows) / sizeof(rows[0]))

/* ---- doing it ---- */

static char *
hash(uint64_t id)
{
	return arena_printf(arena, "#%016llx", (unsigned long long)id);
}

/* One event of a case, in an act of its own. */
static void
happen(uint64_t casefile, const char *event, const char *on)
{
	struct slip slip = { .arena = arena };
	struct act_done done = { 0 };
	struct record *c;
	struct doing d;

	cr_assert_eq(doing_begin(&d, t.hub, act_by_name("record_event"), &slip,
			 &done, &fault),
	    RC_OK);
	cr_assert_eq(doing_open(&d, KIND_CASEFILE, casefile, &c, &fault),
	    RC_OK);
	cr_assert_eq(clocking_event(&d, c, event, on, &fault), RC_OK, "%s: %s",
	    event, fault.text);
	cr_assert_eq(doing_save(&d, &fault), RC_OK, "%s", fault.text);
}

static void
set_level(uint64_t casefile, const char *level)
{
	struct slip slip = { .arena = arena };
	struct act_done done = { 0 };
	struct record *c;
	struct doing d;

	cr_assert_eq(doing_begin(&d, t.hub, act_by_name("record_event"), &slip,
			 &done, &fault),
	    RC_OK);
	cr_assert_eq(doing_open(&d, KIND_CASEFILE, casefile, &c, &fault),
	    RC_OK);
	record_set_text(c, CASEFILE_LEVEL, level);
	cr_assert_eq(clocking_retime(&d, c, &fault), RC_OK, "%s", fault.text);
	cr_assert_eq(doing_save(&d, &fault), RC_OK, "%s", fault.text);
}

/* A crime that the rule is for: the first of its groups, or a burglary. */
static const char *
crime_for(const struct due_rule *rule)
{
	const struct code_list *list = code_list(t.hub->codes, "crime");

	for (size_t i = 0; rule->crimes && i < list->n; i++)
		if (list->codes[i].group &&
		    due_names(rule->crimes, list->codes[i].group))
			return list->codes[i].code;
	return "BUR";
}

/* A case that nobody reported yet, with the rights of ${level}. */
static uint64_t
new_case(const struct due_rule *rule, const char *level)
{
	bool child = rule->ages && strcmp(rule->ages, "child") == 0;
	uint64_t id = temp_hub_act(&t, "take_referral", "person.given", "sam",
	    "person.family", "field", "person.born",
	    child ? "2015-03-04" : "1984-03-12", "casefile.category",
	    crime_for(rule), "casefile.when", "2026-11-10", NULL);

	set_level(id, level);
	return id;
}

static const char *
first_word(const char *words)
{
	size_t n = strcspn(words, " ");

	return arena_strn(arena, words, n);
}

/* The clock of ${rule} that ${on} started. */
static struct record *
clock_on(uint64_t casefile, const char *rule, const char *on)
{
	struct record_list list;
	struct record *found = NULL;

	cr_assert_eq(hub_children(t.hub, arena, casefile, KIND_CLOCK, &list,
			 &fault),
	    RC_OK);
	for (size_t i = 0; i < list.n; i++) {
		const char *started = record_text(list.at[i], CLOCK_STARTED);

		if (strcmp(record_text(list.at[i], CLOCK_RULE), rule) == 0 &&
		    (!on || strcmp(started, on) == 0)) {
			cr_expect_null(found, "%s has two clocks of %s", rule,
			    started);
			found = list.at[i];
		}
	}
	return found;
}

/* Something that meets it happened on ${on}. */
static void
meet(uint64_t casefile, const struct due_rule *rule, const char *on)
{
	const char *stop = first_word(rule->stop);

	if (rule->told || strcmp(stop, "told") == 0)
		temp_hub_act(&t, "tell", "casefile", hash(casefile), "what",
		    rule->told ? first_word(rule->told) : "other", "on", on,
		    "by", "police", NULL);
	else if (str_starts(stop, "state:"))
		temp_hub_act(&t, "move_journey", "casefile", hash(casefile),
		    "state", stop + 6, "on", on, "override", "test", NULL);
	else
		happen(casefile, stop, on);
}

/* The row as it will be once in force: VC44 waits for its day. */
static const struct due_rule *
rule_of(const struct row *row)
{
	const struct due_rule *rule = due_rule_by(t.hub->deadlines, row->rule);

	cr_assert(rule, "no rule %s", row->rule);
	return rule;
}

static bool
is_in_force(const struct due_rule *rule)
{
	int32_t day;

	cr_assert(day_parse("2026-11-11", &day));
	return due_in_force(rule, day);
}

static void
start(uint64_t id, const struct due_rule *rule, const char *on)
{
	if (rule->once && clock_on(id, rule->id, NULL))
		return;
	happen(id, first_word(rule->trigger), on);
}

/* ---- every row ---- */

Test(clocks, of_every_rule_are_here)
{
	size_t n = 0;

	for (size_t i = 0; i < deadlines_count(t.hub->deadlines); i++)
		n += str_starts(deadlines_nth(t.hub->deadlines, i)->id, "VC");
	cr_expect_eq(ROWS, 50u);
	cr_expect_eq(n, ROWS);
}

Test(clocks, of_every_rule_start_and_fall_due_by_it)
{
	for (size_t i = 0; i < ROWS; i++) {
		const struct due_rule *rule = rule_of(&rows[i]);
		struct record *c;
		uint64_t id;

		if (!is_in_force(rule))
			continue;
		id = new_case(rule, "standard");
		happen(id, first_word(rule->trigger), EARLIER);
		happen(id, first_word(rule->trigger), EARLIER);
		c = clock_on(id, rule->id, rule->once ? NULL : EARLIER);
		cr_assert(c, "%s did not start", rule->id);
		if (strcmp(record_text(c, CLOCK_STARTED), EARLIER) == 0)
			cr_expect_str_eq(record_text(c, CLOCK_DUE),
			    rows[i].standard, "%s", rule->id);
		cr_expect_str_eq(record_text(c, CLOCK_STATE),
		    *rows[i].standard ? "running" : "unknown", "%s", rule->id);
		cr_expect(*rows[i].standard || rule->prompts,
		    "%s has neither a number nor a prompt", rule->id);
	}
}

Test(clocks, of_every_rule_have_the_shorter_limit_where_rights_are_enhanced)
{
	for (size_t i = 0; i < ROWS; i++) {
		const struct due_rule *rule = rule_of(&rows[i]);
		struct record *c;
		uint64_t id;

		if (!is_in_force(rule) || rule->once)
			continue;
		id = new_case(rule, "standard");
		happen(id, first_word(rule->trigger), TODAY);
		c = clock_on(id, rule->id, TODAY);
		cr_assert(c, "%s did not start", rule->id);
		cr_expect_str_eq(record_text(c, CLOCK_DUE), rows[i].now, "%s",
		    rule->id);
		set_level(id, "enhanced");
		c = clock_on(id, rule->id, TODAY);
		cr_expect_str_eq(record_text(c, CLOCK_DUE), rows[i].shorter,
		    "%s, enhanced", rule->id);
		set_level(id, "standard");
		c = clock_on(id, rule->id, TODAY);
		cr_expect_str_eq(record_text(c, CLOCK_DUE), rows[i].shorter,
		    "%s was made longer", rule->id);
	}
}

Test(clocks, of_every_rule_are_met_in_time)
{
	for (size_t i = 0; i < ROWS; i++) {
		const struct due_rule *rule = rule_of(&rows[i]);
		struct record *c;
		uint64_t id;

		if (!is_in_force(rule))
			continue;
		id = new_case(rule, "standard");
		start(id, rule, EARLIER);
		meet(id, rule, "2026-11-11");
		if (rule->once)
			meet(id, rule, "2026-11-22");
		c = clock_on(id, rule->id, rule->once ? NULL : EARLIER);
		cr_assert(c, "%s did not start", rule->id);
		cr_expect_str_eq(record_text(c, CLOCK_STATE), "met", "%s by %s",
		    rule->id, rule->stop);
	}
}

Test(clocks, of_every_rule_with_a_number_are_met_late_a_day_after)
{
	clock_pass(t.hub->clock, INT64_C(740) * 24 * 3600 * 1000);
	for (size_t i = 0; i < ROWS; i++) {
		const struct due_rule *rule = rule_of(&rows[i]);
		struct record *c;
		char day[11];
		int32_t due;
		uint64_t id;

		if (!is_in_force(rule) || !*rows[i].standard ||
		    rule->birthday || rule->once)
			continue;
		id = new_case(rule, "standard");
		start(id, rule, EARLIER);
		snprintf(day, sizeof(day), "%s", rows[i].standard);
		cr_assert(day_parse(day, &due));
		day_show(due + 1, day);
		meet(id, rule, day);
		c = clock_on(id, rule->id, EARLIER);
		cr_expect_str_eq(record_text(c, CLOCK_STATE), "late", "%s",
		    rule->id);
	}
}

/* ---- in any order ---- */

static const char *
state_of(uint64_t casefile, const char *rule)
{
	struct record *c = clock_on(casefile, rule, NULL);

	return c ? record_text(c, CLOCK_STATE) : "none";
}

Test(clocks, are_met_by_what_was_told_before_we_heard_what_it_was_about)
{
	uint64_t id = new_case(due_rule_by(t.hub->deadlines, "VC15"),
	    "standard");

	temp_hub_act(&t, "tell", "casefile", hash(id), "what", "charged", "on",
	    "2026-11-13", "by", "police", NULL);
	temp_hub_act(&t, "move_journey", "casefile", hash(id), "state", "S09",
	    "on", "2026-11-12", "override", "told late", NULL);
	cr_expect_str_eq(state_of(id, "VC15"), "met");
}

Test(clocks, are_not_met_by_what_was_told_before_it_happened)
{
	uint64_t id = new_case(due_rule_by(t.hub->deadlines, "VC15"),
	    "standard");

	temp_hub_act(&t, "tell", "casefile", hash(id), "what", "charged", "on",
	    "2026-11-11", "by", "police", NULL);
	happen(id, "state:S09", "2026-11-12");
	cr_expect_str_eq(state_of(id, "VC15"), "running");
}

Test(clocks, go_by_the_earliest_of_several_tellings)
{
	uint64_t id = new_case(due_rule_by(t.hub->deadlines, "VC15"),
	    "standard");

	happen(id, "state:S09", "2026-11-11");
	temp_hub_act(&t, "tell", "casefile", hash(id), "what", "charged", "on",
	    "2026-11-20", "by", "police", NULL);
	cr_expect_str_eq(state_of(id, "VC15"), "late");
	temp_hub_act(&t, "tell", "casefile", hash(id), "what", "charged", "on",
	    "2026-11-12", "by", "court", NULL);
	cr_expect_str_eq(state_of(id, "VC15"), "met");
}

Test(clocks, that_a_case_has_once_begin_on_the_earliest_day)
{
	uint64_t id = new_case(due_rule_by(t.hub->deadlines, "VC02"),
	    "standard");

	happen(id, "crime-reported", "2026-11-20");
	happen(id, "crime-reported", "2026-11-18");
	happen(id, "crime-reported", "2026-11-21");
	cr_expect_str_eq(record_text(clock_on(id, "VC02", NULL), CLOCK_STARTED),
	    "2026-11-18");
	cr_expect_str_eq(record_text(clock_on(id, "VC02", NULL), CLOCK_DUE),
	    "2026-11-25T17:00");
}

Test(clocks, of_what_is_known_to_the_month_count_from_its_end)
{
	uint64_t id = new_case(due_rule_by(t.hub->deadlines, "VC14"),
	    "standard");

	happen(id, "state:S11", "2026-10");
	cr_expect_str_eq(record_text(clock_on(id, "VC14", NULL), CLOCK_DUE),
	    "2026-11-06T17:00");
}

/* ---- what people say of them ---- */

Test(clocks, that_stand_still_are_due_later_by_as_long)
{
	uint64_t id = new_case(due_rule_by(t.hub->deadlines, "VC15"),
	    "standard");

	happen(id, "state:S09", TODAY);
	temp_hub_act(&t, "clock_outcome", "casefile", hash(id), "clock",
	    "VC15", "outcome", "p", "exception", "u", "why", "moved away",
	    NULL);
	cr_expect_str_eq(state_of(id, "VC15"), "paused");
	clock_pass(t.hub->clock, INT64_C(3) * 24 * 3600 * 1000);
	temp_hub_act(&t, "clock_outcome", "casefile", hash(id), "clock",
	    "VC15", "outcome", "running", NULL);
	cr_expect_str_eq(state_of(id, "VC15"), "running");
	cr_expect_str_eq(record_text(clock_on(id, "VC15", NULL), CLOCK_DUE),
	    "2026-12-02T17:00", "three working days later");
}

static enum rc
try_outcome(uint64_t id, const char *rule, const char *outcome)
{
	struct slip slip = { .arena = arena };
	struct act_done done;

	slip_set(&slip, "casefile", hash(id));
	slip_set(&slip, "clock", rule);
	slip_set(&slip, "outcome", outcome);
	slip_set(&slip, "exception", "u");
	slip_set(&slip, "why", "no safe way");
	return act_run(t.hub, "clock_outcome", &slip, &done, &fault);
}

Test(clocks, of_the_law_are_never_stopped)
{
	uint64_t id = new_case(due_rule_by(t.hub->deadlines, "VC43"),
	    "standard");

	happen(id, "state:S29", TODAY);
	cr_expect_eq(try_outcome(id, "VC43", "paused"), RC_UNLAWFUL);
	cr_expect(strstr(fault.text, "law"), "%s", fault.text);
	cr_expect_str_eq(record_text(clock_on(id, "VC43", NULL), CLOCK_PROMPT),
	    "2026-11-23", "a day after");
	cr_expect_eq(try_outcome(id, "VC24", "paused"), RC_OK);
	cr_expect_eq(try_outcome(id, "VC24", "nonsense"), RC_INVALID);
	cr_expect_eq(try_outcome(id, "VC99", "seen"), RC_MISSING);
}

Test(clocks, prompt_again_and_again)
{
	uint64_t id = new_case(due_rule_by(t.hub->deadlines, "VC43"),
	    "standard");

	happen(id, "state:S29", TODAY);
	clock_pass(t.hub->clock, INT64_C(1) * 24 * 3600 * 1000);
	cr_expect_eq(try_outcome(id, "VC43", "seen"), RC_OK, "%s", fault.text);
	cr_expect_str_eq(record_text(clock_on(id, "VC43", NULL), CLOCK_PROMPT),
	    "2026-12-06", "fourteen days after");
}

Test(clocks, are_chased_and_answered)
{
	uint64_t id = new_case(due_rule_by(t.hub->deadlines, "VC15"),
	    "standard");
	struct record *chase;
	struct record_list tasks;
	uint64_t made;

	happen(id, "state:S09", TODAY);
	made = temp_hub_act(&t, "chase", "casefile", hash(id), "clock", "VC15",
	    "reply-due", "3d", "text", "Was she told?", NULL);
	cr_assert_eq(hub_record(t.hub, arena, KIND_CHASE, made, &chase, &fault),
	    RC_OK);
	cr_expect_str_eq(record_text(chase, CHASE_WHOM), "police");
	cr_expect_str_eq(record_text(chase, CHASE_REPLY_DUE), "2026-11-25");
	temp_hub_act(&t, "chase_reply", "casefile", hash(id), "clock", "VC15",
	    "reply", "On Monday.", NULL);
	cr_assert_eq(hub_record(t.hub, arena, KIND_CHASE, made, &chase, &fault),
	    RC_OK);
	cr_expect_str_eq(record_text(chase, CHASE_REPLIED), TODAY);
	cr_assert_eq(hub_children(t.hub, arena, id, KIND_TASK, &tasks, &fault),
	    RC_OK);
	for (size_t i = 0; i < tasks.n; i++)
		if (strcmp(record_text(tasks.at[i], TASK_WHAT), "chase") == 0)
			cr_expect_str_eq(record_text(tasks.at[i], TASK_STATE),
			    "done");
}

Test(clocks, nobody_is_told_in_a_way_that_is_not_safe)
{
	uint64_t id = new_case(due_rule_by(t.hub->deadlines, "VC15"),
	    "standard");
	struct slip slip = { .arena = arena };
	struct act_done done;

	slip_set(&slip, "casefile", hash(id));
	slip_set(&slip, "what", "charged");
	slip_set(&slip, "how", "l");
	cr_expect_eq(act_run(t.hub, "tell", &slip, &done, &fault), RC_UNLAWFUL);
	cr_expect(strstr(fault.text, "unsafe-why"), "%s", fault.text);
	slip_set(&slip, "on", "2026-11-01");
	slip_set(&slip, "by", "police");
	cr_expect_eq(act_run(t.hub, "tell", &slip, &done, &fault), RC_INVALID,
	    "before the crime");
}
