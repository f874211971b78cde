/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/day.h"
#include "hub/gate.h"
#include "hub/hub.h"
#include "model/group.h"
#include "model/record.h"

#include "tests/support/temp_hub.h"

/* A person with a number, and the card as each test fills it in. */
static struct hub *hub;
static struct arena *arena;
static struct record *person, *safety;
static struct gate_card card;

static void
make(void)
{
	struct hub_options o = { .data = temp_hub_data() };
	struct fault f = { 0 };

	cr_assert_eq(hub_define(&o, &hub, &f), RC_OK, "%s", f.text);
	arena = arena_new();
	person = record_new(arena, kinds_by_tag(hub->kinds, KIND_PERSON), 1);
	safety = record_new(arena, kinds_by_tag(hub->kinds, KIND_SAFETY), 2);
	record_set_text(person, PERSON_PHONE, "07700900123");
	record_set_text(person, PERSON_EMAIL, "a@example.org");
	record_set_text(safety, SAFETY_ASKED, "2026-11-20T10:00");
	card = (struct gate_card){ .person = person, .safety = safety };
}

static void
take_away(void)
{
	arena_free(arena);
	hub_close(hub);
}

TestSuite(gate, .init = make, .fini = take_away);

/* Tuesday 24 November 2026. */
static int64_t
at(int h)
{
	return moment_of_local(2026, 11, 24, h, 0, 0);
}

static struct gate_verdict
judge(enum gate_way way, const char *where, int h)
{
	struct gate_verdict v;

	gate_judge(hub, arena, &card, way, where, at(h), &v);
	return v;
}

static void
letters(const char *codes)
{
	record_set_text(safety, SAFETY_CHANNELS, codes);
}

static void
rule(const char *way, const char *where, const char *safe, const char *times)
{
	static struct group *g;
	struct group_row *row;
	struct buf out = { 0 };
	struct span value;

	if (!record_get(safety, SAFETY_RULES, &value))
		g = group_new(arena);
	row = group_add(g);
	group_set_text(g, row, SAFETY_RULE_WAY, way);
	group_set_text(g, row, SAFETY_RULE_WHERE, where);
	group_set_text(g, row, SAFETY_RULE_SAFE, safe);
	group_set_text(g, row, SAFETY_RULE_TIMES, times);
	group_encode(g, &out);
	record_set(safety, SAFETY_RULES, buf_window(&out));
	buf_release(&out);
}

Test(gate, goes_by_the_letters_of_the_card)
{
	letters("t v");
	cr_expect_eq(judge(GATE_TEXT, NULL, 11).answer, GATE_YES);
	cr_expect_eq(judge(GATE_VOICEMAIL, NULL, 11).answer, GATE_YES);
	cr_expect_eq(judge(GATE_PHONE, NULL, 11).answer, GATE_YES);
	cr_expect_eq(judge(GATE_LETTER, NULL, 11).answer, GATE_NO);
	cr_expect_eq(judge(GATE_EMAIL, NULL, 11).answer, GATE_NO);
	cr_expect_eq(judge(GATE_VISIT, NULL, 11).answer, GATE_UNKNOWN);
}

Test(gate, opens_nothing_where_there_is_no_safe_way)
{
	letters("x");
	for (int way = 0; way < GATE_WAYS; way++)
		cr_expect_neq(judge((enum gate_way)way, NULL, 11).answer,
		    GATE_YES, "%s", gate_way_words((enum gate_way)way));
}

Test(gate, takes_what_was_not_asked_for_unsafe)
{
	card.safety = NULL;
	cr_expect_eq(judge(GATE_PHONE, NULL, 11).answer, GATE_YES);
	cr_expect_eq(judge(GATE_TEXT, NULL, 11).answer, GATE_UNKNOWN);
	card.feared = true;
	for (int way = GATE_VOICEMAIL; way < GATE_WAYS; way++)
		cr_expect_neq(judge((enum gate_way)way, NULL, 11).answer,
		    GATE_YES, "%s", gate_way_words((enum gate_way)way));
	cr_expect(strstr(judge(GATE_LETTER, NULL, 11).why, "counts as not"));
	cr_expect(strstr(judge(GATE_PHONE, NULL, 11).why, "say nothing of us"));
}

Test(gate, says_when_it_opens_next)
{
	letters("t w");
	record_set_text(safety, SAFETY_TIMES, "mon-fri 10-2");
	cr_expect_eq(judge(GATE_PHONE, NULL, 11).answer, GATE_YES);
	cr_expect_eq(judge(GATE_PHONE, NULL, 9).answer, GATE_LATER);
	cr_expect_eq(judge(GATE_PHONE, NULL, 9).next_ms, at(10));
	cr_expect_eq(judge(GATE_TEXT, NULL, 15).answer, GATE_LATER);
	record_set_text(safety, SAFETY_TIMES, "when he is at work");
	cr_expect_eq(judge(GATE_PHONE, NULL, 11).answer, GATE_EYE);
	record_set_text(safety, SAFETY_TIMES, "10-2 unless he is off sick");
	cr_expect_eq(judge(GATE_PHONE, NULL, 11).answer, GATE_EYE);
	cr_expect_eq(judge(GATE_PHONE, NULL, 15).answer, GATE_LATER);
	cr_expect_eq(judge(GATE_PHONE, NULL, 15).next_ms, 0);
	record_set_text(safety, SAFETY_TIMES, "");
	record_clear(safety, SAFETY_TIMES);
	cr_expect_eq(judge(GATE_PHONE, NULL, 11).answer, GATE_EYE);
}

Test(gate, lets_one_place_differ_from_the_way)
{
	letters("t");
	rule("t", "07700 900999", "n", "");
	cr_expect_eq(judge(GATE_TEXT, NULL, 11).answer, GATE_YES);
	cr_expect_eq(judge(GATE_TEXT, "07700900999", 11).answer, GATE_NO);
	rule("l", "", "n", "");
	rule("l", "2 Elm Court, LE97 1AB", "y", "");
	cr_expect_eq(judge(GATE_LETTER, "14 Ash Road", 11).answer, GATE_NO);
	cr_expect_eq(judge(GATE_LETTER, "2 elm court LE97 1AB", 11).answer,
	    GATE_YES);
	rule("p", "0116 496 0123", "y", "sat 9-11");
	cr_expect_eq(judge(GATE_PHONE, "01164960123", 11).answer, GATE_LATER);
	cr_expect_eq(judge(GATE_PHONE, NULL, 11).answer, GATE_YES);
}

Test(gate, lets_go_of_what_holds_no_longer)
{
	letters("t v p");
	record_set_text(safety, SAFETY_UNTIL, "2026-11-23");
	cr_expect_eq(judge(GATE_TEXT, NULL, 11).answer, GATE_UNKNOWN);
	cr_expect(judge(GATE_PHONE, NULL, 11).again);
	record_set_text(safety, SAFETY_UNTIL, "2026-11-24");
	cr_expect_eq(judge(GATE_TEXT, NULL, 11).answer, GATE_YES);
	cr_expect_not(judge(GATE_TEXT, NULL, 11).again);
	record_clear(safety, SAFETY_UNTIL);
	record_set_text(safety, SAFETY_ASKED, "2026-06-01T10:00");
	cr_expect_eq(judge(GATE_TEXT, NULL, 11).answer, GATE_YES);
	cr_expect(judge(GATE_TEXT, NULL, 11).again, "asked half a year ago");
}

Test(gate, goes_through_the_contact_person)
{
	struct record *party =
	    record_new(arena, kinds_by_tag(hub->kinds, KIND_PARTY), 3);

	letters("t v");
	record_set_text(party, PARTY_NAME, "Joanne Pike");
	record_set_text(party, PARTY_PHONE, "07700900555");
	card.contact = party;
	cr_expect_str_eq(judge(GATE_PHONE, NULL, 11).where, "07700900555");
	cr_expect_str_eq(judge(GATE_PHONE, NULL, 11).via, "Joanne Pike");
	cr_expect_eq(judge(GATE_PHONE, "07700 900123", 11).answer, GATE_NO);
	cr_expect_eq(judge(GATE_PHONE, "07700 900555", 11).answer, GATE_YES);
}

Test(gate, keeps_to_no_contact_and_to_no_number)
{
	letters("t v e p");
	record_clear(person, PERSON_PHONE);
	cr_expect_eq(judge(GATE_PHONE, NULL, 11).answer, GATE_NO);
	cr_expect_eq(judge(GATE_EMAIL, NULL, 11).answer, GATE_YES);
	record_set_flag(safety, SAFETY_NO_CONTACT, true);
	cr_expect_eq(judge(GATE_EMAIL, NULL, 11).answer, GATE_NO);
	cr_expect_eq(judge(GATE_LETTER, NULL, 11).answer, GATE_NO);
}

Test(gate, names_no_address_in_its_sentence)
{
	struct gate_verdict v;
	struct fault f = { 0 };

	letters("t");
	rule("l", "2 Elm Court", "n", "");
	v = judge(GATE_LETTER, "2 Elm Court", 11);
	cr_expect_eq(gate_refuse(&v, &f), RC_UNLAWFUL);
	cr_expect_null(strstr(f.text, "Elm"), "%s", f.text);
}
