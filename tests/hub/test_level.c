/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "base/day.h"
#include "hub/level.h"
#include "model/code.h"
#include "model/record.h"

#include "tests/support/temp_defs.h"

static struct levels *levels;
static struct kinds *kinds;
static struct arena *arena;
static struct record *casefile, *person;
static struct fault fault;

static int64_t
now(void)
{
	return moment_of_local(2026, 11, 22, 11, 42, 0);
}

static void
make(void)
{
	cr_assert_eq(levels_load(temp_defs_data("levels"), &levels, &fault),
	    RC_OK, "%s", fault.text);
	kinds = kinds_new();
	arena = arena_new();
	casefile = record_new(arena, kinds_by_tag(kinds, KIND_CASEFILE), 2);
	person = record_new(arena, kinds_by_tag(kinds, KIND_PERSON), 1);
	record_set_text(casefile, CASEFILE_CATEGORY, "BUR");
	record_set_text(casefile, CASEFILE_WHEN, "2026-11-21");
	record_set_text(person, PERSON_BORN, "1984-03-12");
}

static void
take_away(void)
{
	arena_free(arena);
	kinds_free(kinds);
	levels_free(levels);
}

TestSuite(level, .init = make, .fini = take_away);

static const char *
judge(void)
{
	struct level_verdict v;
	struct buf out = { 0 };

	level_judge(levels, casefile, person, now(), &v);
	cr_expect_str_eq(v.level, v.n ? "enhanced" : "standard");
	level_codes(&v, &out);
	return v.n ? arena_strn(arena, out.at, out.len) : "";
}

Test(level, is_standard_when_nothing_says_otherwise)
{
	cr_expect_str_eq(judge(), "");
}

Test(level, is_enhanced_for_domestic_abuse)
{
	record_set_text(casefile, CASEFILE_CATEGORY, "DOM");
	cr_expect_str_eq(judge(), "E1");
}

Test(level, is_enhanced_for_every_strand_of_hate)
{
	static const char *const strands[] = { "HAR", "HAF", "HAD", "HAO",
		"HAT" };

	for (size_t i = 0; i < 5; i++) {
		record_set_text(casefile, CASEFILE_CATEGORY, strands[i]);
		cr_expect_str_eq(judge(), "E1", "%s", strands[i]);
	}
}

Test(level, says_each_category_that_holds_once)
{
	record_set_text(casefile, CASEFILE_CATEGORY, "SEX");
	record_set_text(casefile, CASEFILE_RISK, "c y v p");
	record_set_text(person, PERSON_BORN, "2012-05-19");
	cr_expect_str_eq(judge(), "E1 E2 E3a E3b");
}

Test(level, counts_age_at_the_time_and_not_now)
{
	record_set_text(person, PERSON_BORN, "2008-11-22");
	record_set_text(casefile, CASEFILE_WHEN, "2026-11-21");
	cr_expect_str_eq(judge(), "E3a", "one day before the birthday");
	record_set_text(casefile, CASEFILE_WHEN, "2026-11-22");
	cr_expect_str_eq(judge(), "", "on the birthday");
}

Test(level, favours_the_victim_where_a_date_is_vague)
{
	record_set_text(person, PERSON_BORN, "~2008");
	cr_expect_str_eq(judge(), "E3a");
	record_clear(person, PERSON_BORN);
	cr_expect_str_eq(judge(), "");
}

Test(level, that_a_person_gave_stays)
{
	record_set_text(casefile, CASEFILE_LEVEL_WHY, "ED");
	cr_expect_str_eq(judge(), "ED");
}

Test(level, rules_all_say_why)
{
	for (size_t i = 0; i < levels_count(levels); i++) {
		const struct level_rule *r = levels_nth(levels, i);

		cr_expect(*r->why && r->why[strlen(r->why) - 1] == '.',
		    "rule %zu has no sentence", i);
		cr_expect(*r->source && *r->mark, "rule %zu has no source", i);
	}
}

Test(level, rules_name_only_codes_that_are_there)
{
	struct codes *codes;

	cr_assert_eq(codes_load(temp_defs_data("codes"), &codes, &fault), RC_OK,
	    "%s", fault.text);
	for (size_t i = 0; i < levels_count(levels); i++)
		cr_expect(code_by(codes, "enhanced",
			      levels_nth(levels, i)->code),
		    "no code %s", levels_nth(levels, i)->code);
	codes_free(codes);
}

Test(level, file_with_a_rule_that_tests_nothing_is_refused)
{
	char dir[64];
	struct levels *none = NULL;

	temp_defs_make(dir,
	    "name = \"x\"; title = \"x\"; rules = (\n"
	    "{ id = \"x\"; code = \"E1\"; title = \"t\"; why = \"w\"; source = \"s\";\n"
	    "  mark = \"V\"; } );");
	cr_expect_eq(levels_load(dir, &none, &fault), RC_INVALID);
	cr_expect(strstr(fault.text, "test.cfg:2: a rule tests something"),
	    "%s", fault.text);
	temp_defs_remove(dir);
}
