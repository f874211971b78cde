/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/day.h"
#include "hub/act.h"
#include "hub/gate.h"
#include "hub/nextstep.h"
#include "hub/queue.h"
#include "hub/read.h"
#include "hub/slip.h"
#include "model/kinds.h"
#include "model/record.h"
#include "store/people.h"

#include "tests/support/temp_calls.h"
#include "tests/support/temp_hub.h"

static struct temp_hub t;
static struct arena *arena;
static struct fault fault;
static struct act_done done;

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

TestSuite(reaching, .init = make, .fini = take_away, .timeout = 120);

static const char *
hash(uint64_t id)
{
	return arena_printf(arena, "#%016llx", (unsigned long long)id);
}

static enum rc
try(const char *name, ...)
{
	struct slip slip = { .arena = arena };
	const char *key;
	va_list ap;

	va_start(ap, name);
	while ((key = va_arg(ap, const char *)))
		slip_set(&slip, key, va_arg(ap, const char *));
	va_end(ap);
	fault = (struct fault){ 0 };
	return act_run(t.hub, name, &slip, &done, &fault);
}

static struct record *
casefile(uint64_t id)
{
	struct record *r;

	cr_assert_eq(hub_record(t.hub, arena, KIND_CASEFILE, id, &r, &fault),
	    RC_OK, "%s", fault.text);
	return r;
}

static size_t
open_tasks(uint64_t id, const char *what)
{
	struct record_list list;
	size_t n = 0;

	cr_assert_eq(hub_children(t.hub, arena, id, KIND_TASK, &list, &fault),
	    RC_OK);
	for (size_t i = 0; i < list.n; i++)
		n += record_has_code(list.at[i], TASK_WHAT, what) &&
		    record_has_code(list.at[i], TASK_STATE, "open");
	return n;
}

static void
at(int month, int day, int hour)
{
	clock_free(t.hub->clock);
	t.hub->clock =
	    clock_fixed(moment_of_local(2026, month, day, hour, 0, 0));
}

Test(reaching, is_refused_outside_what_is_safe_and_says_why)
{
	uint64_t id = temp_call_abuse(&t);

	cr_expect_eq(try("record_contact", "casefile", hash(id), "channel", "l",
			 "outcome", "letter-sent", NULL), RC_UNLAWFUL);
	cr_expect(strstr(fault.text, "unsafe-why"), "%s", fault.text);
	cr_expect_eq(try("record_contact", "casefile", hash(id), "outcome",
			 "n", NULL), RC_UNLAWFUL, "on a Sunday");
	cr_expect_eq(try("record_contact", "casefile", hash(id), "outcome",
			 "u", NULL), RC_OK, "rang off: nothing went out");
}

Test(reaching, goes_on_with_a_reason_that_the_supervisor_sees)
{
	uint64_t id = temp_call_abuse(&t);
	struct queue_page page;

	cr_expect_eq(try("record_contact", "casefile", hash(id), "outcome",
			 "n", "unsafe-why", "x", NULL), RC_UNLAWFUL);
	cr_assert_eq(try("record_contact", "casefile", hash(id), "outcome",
			 "n", "unsafe-why", "she texted to be rung", NULL),
	    RC_OK, "%s", fault.text);
	cr_expect_eq(open_tasks(id, "supervisor"), 1);
	cr_assert_eq(queue_read(t.hub, arena, QUEUE_SUPERVISOR, 0, 10, &page,
			 &fault), RC_OK);
	cr_assert_eq(page.n, 1);
	cr_expect_eq(page.rows[0].casefile, id);
	cr_expect(strstr(page.rows[0].why, "she texted"));
	cr_assert_eq(try("supervise", "casefile", hash(id), "why",
			 "spoken with the worker", NULL), RC_OK);
	cr_assert_eq(queue_read(t.hub, arena, QUEUE_SUPERVISOR, 0, 10, &page,
			 &fault), RC_OK);
	cr_expect_eq(page.n, 0);
}

Test(reaching, proposes_another_day_and_another_part_of_it)
{
	uint64_t id = temp_call_burglary(&t);

	at(11, 23, 10); /* Monday morning */
	cr_assert_eq(try("record_contact", "casefile", hash(id), "outcome", "n",
			 NULL), RC_OK, "%s", fault.text);
	cr_expect_str_eq(record_text(casefile(id), CASEFILE_NEXT_DUE),
	    "2026-11-24T12:00");
	at(11, 24, 12);
	cr_assert_eq(try("record_contact", "casefile", hash(id), "outcome", "n",
			 NULL), RC_OK);
	cr_expect_str_eq(record_text(casefile(id), CASEFILE_NEXT_DUE),
	    "2026-11-25T17:00");
	cr_expect_eq(try("close_unanswered", "casefile", hash(id), NULL),
	    RC_UNLAWFUL);
	cr_expect(strstr(fault.text, "2 tries on 2 days"), "%s", fault.text);
	at(11, 25, 17);
	cr_assert_eq(try("record_contact", "casefile", hash(id), "outcome", "n",
			 NULL), RC_OK);
	cr_expect(strstr(record_text(casefile(id), CASEFILE_NEXT_WHAT),
	    "decide"));
	cr_assert_eq(try("close_unanswered", "casefile", hash(id), NULL), RC_OK,
	    "%s", fault.text);
	cr_expect(strstr(done.words, "No letter"), "%s", done.words);
	cr_expect_str_eq(record_text(casefile(id), CASEFILE_CLOSED_WHY),
	    "no-response");
}

Test(reaching, goes_back_to_who_referred)
{
	uint64_t id = temp_call_burglary(&t);

	cr_expect_eq(try("return_to_referrer", "casefile", hash(id), "why",
			 "bored", NULL), RC_INVALID);
	cr_assert_eq(try("return_to_referrer", "casefile", hash(id), "why",
			 "wrong-details", NULL), RC_OK, "%s", fault.text);
	cr_expect_eq(open_tasks(id, "return"), 1);
	cr_expect_str_eq(record_text(casefile(id), CASEFILE_STATUS), "closed");
}

Test(reaching, knows_who_it_is_by_two_things)
{
	uint64_t id = temp_call_burglary(&t);

	cr_expect_eq(try("record_contact", "casefile", hash(id), "outcome", "r",
			 "checked", "n", NULL), RC_INVALID);
	cr_expect_eq(try("record_contact", "casefile", hash(id), "outcome", "r",
			 "checked", "nb", NULL), RC_OK, "%s", fault.text);
	cr_expect_eq(try("record_contact", "casefile", hash(id), "outcome", "r",
			 NULL), RC_OK);
	cr_expect(strstr(done.left, "by what you knew them"));
}

/* ---- parts ---- */

static uint64_t
person_of(uint64_t id)
{
	return record_link(casefile(id), CASEFILE_PERSON);
}

Test(reaching, goes_through_one_contact_person)
{
	uint64_t id = temp_call_child(&t), who = person_of(id);
	struct gate_verdict v;

	cr_expect_eq(try("add_party", "person", hash(who), "party.part", "s",
			 "party.name", "Dan Pike", "party.contact", "y", NULL),
	    RC_UNLAWFUL);
	cr_assert_eq(try("add_party", "person", hash(who), "party.part", "p",
			 "party.name", "Joanne Pike", "party.phone",
			 "07700 900555", "party.contact", "y", NULL), RC_OK,
	    "%s", fault.text);
	cr_assert_eq(gate_ask(t.hub, arena, who, GATE_PHONE, NULL, &v, &fault),
	    RC_OK);
	cr_expect_str_eq(v.via, "Joanne Pike");
	cr_expect_str_eq(v.where, "07700900555");
	cr_assert_eq(try("add_party", "person", hash(who), "party.part", "k",
			 "party.name", "Ann Pike", "party.phone",
			 "07700 900556", "party.contact", "y", NULL), RC_OK);
	cr_assert_eq(gate_ask(t.hub, arena, who, GATE_PHONE, NULL, &v, &fault),
	    RC_OK);
	cr_expect_str_eq(v.via, "Ann Pike");
	cr_assert_eq(try("end_party", "person", hash(who), "party", "ann pike",
			 "why", "moved abroad", NULL), RC_OK, "%s", fault.text);
	cr_assert_eq(gate_ask(t.hub, arena, who, GATE_PHONE, NULL, &v, &fault),
	    RC_OK);
	cr_expect_str_neq(v.via, "Ann Pike");
}

/* ---- the check at the door ---- */

Test(reaching, tells_of_a_hidden_match_to_supervisors_alone)
{
	uint64_t id = temp_call_abuse(&t), other;
	struct act_done plain;

	cr_assert_eq(try("add_party", "person", hash(person_of(id)),
			 "party.part", "s", "party.name", "Karim Hussain",
			 "party.born", "12/3/1984", NULL), RC_OK);
	cr_assert_eq(try("take_referral", "person.given", "Nobody",
			 "person.family", "Atall", "person.born", "12/3/1984",
			 "casefile.category", "BUR", NULL), RC_OK);
	plain = done;
	cr_assert_eq(try("take_referral", "person.given", "karim",
			 "person.family", "hussain", "person.born", "12/3/1984",
			 "casefile.category", "BUR", NULL), RC_OK);
	other = done.casefile;
	cr_expect_eq(strlen(done.left), strlen(plain.left));
	cr_expect_eq(done.words[0], plain.words[0]);
	cr_expect_null(strstr(done.words, "suspect"));
	cr_expect_eq(open_tasks(other, "conflict"), 1);
	cr_expect_eq(open_tasks(plain.casefile, "conflict"), 0);
	/* A birth date that differs is somebody else. */
	cr_assert_eq(try("take_referral", "person.given", "Karim",
			 "person.family", "Hussain", "person.born", "1/1/1990",
			 "casefile.category", "BUR", NULL), RC_OK);
	cr_expect_eq(open_tasks(done.casefile, "conflict"), 0);
}

static void
add_handler(void)
{
	const char *areas[] = { "LEI", "LEI.safe" };
	struct people_new who = { .name = "hand", .passphrase = TEMP_HUB_PASS,
		.role = "handler", .areas = areas, .n_areas = 2 };
	uint16_t number;

	cr_assert_eq(people_add(t.hub->vault, &who, &number, &fault), RC_OK,
	    "%s", fault.text);
}

Test(reaching, shows_a_handler_nothing_of_it)
{
	uint64_t id;
	size_t n = 0;

	add_handler();
	cr_assert_eq(try("declare_kin", "conflict.name", "Sarah Okafor", NULL),
	    RC_OK, "%s", fault.text);
	id = temp_call_burglary(&t);
	cr_expect_eq(open_tasks(id, "conflict"), 1);
	temp_hub_close(&t);
	temp_hub_open_as(&t, "hand");
	cr_expect_eq(open_tasks(id, "conflict"), 0);
	cr_assert_eq(queue_count(t.hub, QUEUE_SUPERVISOR, &n, &fault), RC_OK);
	cr_expect_eq(n, 0);
	cr_expect_eq(try("supervise", "casefile", hash(id), "why", "looking",
			 NULL), RC_DENIED);
}

/* ---- what always holds ---- */

static enum rc
is_kept(const struct record *r, void *arg)
{
	(void)arg;
	cr_expect(nextstep_is_kept(r), "status %s, next %s on %s",
	    record_text(r, CASEFILE_STATUS),
	    record_text(r, CASEFILE_NEXT_WHAT),
	    record_text(r, CASEFILE_NEXT_DUE));
	return RC_OK;
}

static void
all_kept(void)
{
	cr_assert_eq(hub_all(t.hub, KIND_CASEFILE, is_kept, NULL, &fault),
	    RC_OK, "%s", fault.text);
}

/* Whatever is done to a case, and with whatever on its slip. */
Test(reaching, leaves_every_open_case_with_something_to_do)
{
	static const struct {
		const char *act, *line, *text, *more, *value;
	} doings[] = {
		{ "record_contact", "outcome", "r", "next", "" },
		{ "record_contact", "outcome", "n", "next", "after half term" },
		{ "record_contact", "outcome", "w", "note", "wrong" },
		{ "snooze", "until", "3d", "x", "" },
		{ "assign", "worker", "-", "x", "" },
		{ "add_note", "text", "a note", "x", "" },
		{ "move_journey", "state", "S90", "closed-why", "met" },
		{ "move_journey", "state", "S11", "override", "told late" },
		{ "give_consent", "kind", "f", "x", "" },
		{ "withdraw_consent", "why", "asked", "x", "" },
		{ "return_to_referrer", "why", "unsafe", "x", "" },
	};
	uint64_t ids[] = { temp_call_burglary(&t), temp_call_abuse(&t),
		temp_call_child(&t), temp_call_hate(&t) };

	for (size_t c = 0; c < 4; c++)
		for (size_t i = 0; i < sizeof(doings) / sizeof(doings[0]); i++) {
			(void)!try(doings[i].act, "casefile", hash(ids[c]),
			    doings[i].line, doings[i].text, doings[i].more,
			    doings[i].value, NULL);
			all_kept();
		}
}
