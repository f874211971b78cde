/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "hub/act.h"
#include "hub/bulk.h"
#include "hub/read.h"
#include "hub/slip.h"
#include "model/record.h"

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

TestSuite(acts, .init = make, .fini = take_away);

static char *
hash(uint64_t id)
{
	return arena_printf(arena, "#%016llx", (unsigned long long)id);
}

static struct record *
read_record(unsigned kind, uint64_t id)
{
	struct record *r;
	enum rc rc = hub_record(t.hub, arena, kind, id, &r, &fault);

	cr_assert_eq(rc, RC_OK, "%s", fault.text);
	return r;
}

static struct record *
only_child(uint64_t parent, unsigned kind)
{
	struct record_list list;
	enum rc rc = hub_children(t.hub, arena, parent, kind, &list, &fault);

	cr_assert_eq(rc, RC_OK, "%s", fault.text);
	cr_assert_eq(list.n, 1u, "%zu records of kind %u", list.n, kind);
	return list.at[0];
}

/* The clock of ${rule} of a case. */
static struct record *
clock_of(uint64_t casefile, const char *rule)
{
	struct record_list list;
	enum rc rc = hub_children(t.hub, arena, casefile, KIND_CLOCK, &list,
	    &fault);

	cr_assert_eq(rc, RC_OK, "%s", fault.text);
	for (size_t i = 0; i < list.n; i++)
		if (strcmp(record_text(list.at[i], CLOCK_RULE), rule) == 0)
			return list.at[i];
	cr_assert(false, "no clock of %s", rule);
	return NULL;
}

static enum rc
try_act(const char *name, ...)
{
	struct slip slip = { .arena = arena };
	struct act_done done;
	const char *line;
	va_list ap;

	va_start(ap, name);
	while ((line = va_arg(ap, const char *)))
		slip_set(&slip, line, va_arg(ap, const char *));
	va_end(ap);
	return act_run(t.hub, name, &slip, &done, &fault);
}

/* The first call of UX 4.4, as it is typed. */
static uint64_t
take_burglary(void)
{
	return temp_hub_act(&t, "take_referral", "caller", "v", "safe-now", "y",
	    "person.given", "sarah", "person.family", "okafor", "person.born",
	    "120384", "person.phone", "07700900123", "safety.channels", "t",
	    "person.postcode", "le971ab", "home.address", "14 ash road",
	    "casefile.category", "bur", "casefile.when", "y",
	    "casefile.number", "26123456", "casefile.narrative",
	    "Back door forced while at work.", "casefile.risk", "-",
	    "casefile.needs", "ho", "consent.kind", "f", "referral.service",
	    "loc", "follow-up", "2d", NULL);
}

Test(acts, write_down_a_burglary_as_the_caller_told_it)
{
	struct record *c = read_record(KIND_CASEFILE, take_burglary());
	uint64_t who = record_link(c, CASEFILE_PERSON);
	struct record *p = read_record(KIND_PERSON, who);

	cr_expect_str_eq(record_text(p, PERSON_GIVEN), "Sarah");
	cr_expect_str_eq(record_text(p, PERSON_FAMILY), "Okafor");
	cr_expect_str_eq(record_text(p, PERSON_BORN), "1984-03-12");
	cr_expect_str_eq(record_text(p, PERSON_PHONE), "07700900123");
	cr_expect_str_eq(record_text(p, PERSON_POSTCODE), "LE97 1AB");
	cr_expect_str_eq(record_text(only_child(who, KIND_HOME), HOME_ADDRESS),
	    "14 Ash Road");
	cr_expect_str_eq(
	    record_text(only_child(who, KIND_SAFETY), SAFETY_CHANNELS), "t");
	cr_expect_str_eq(record_text(c, CASEFILE_CATEGORY), "BUR");
	cr_expect_str_eq(record_text(c, CASEFILE_WHEN), "2026-11-21");
	cr_expect_str_eq(record_text(c, CASEFILE_NUMBER), "26*123456");
	cr_expect_str_eq(record_text(c, CASEFILE_RISK), "-");
	cr_expect_str_eq(record_text(c, CASEFILE_NEEDS), "h o");
	cr_expect_str_eq(record_text(c, CASEFILE_CONSENT), "f");
	cr_expect_str_eq(record_text(c, CASEFILE_STAGE), "S01");
	cr_expect_str_eq(record_text(c, CASEFILE_NEXT_DUE), "2026-11-24");
}

Test(acts, promise_what_comes_next)
{
	uint64_t id = take_burglary();
	struct record *r;

	r = only_child(id, KIND_REFERRAL);
	cr_expect_str_eq(record_text(r, REFERRAL_SERVICE), "LOC");
	cr_expect_str_eq(record_text(r, REFERRAL_STATE), "queued");
	r = clock_of(id, "VC06");
	cr_expect_str_eq(record_text(r, CLOCK_STATE), "running");
	r = only_child(id, KIND_TASK);
	cr_expect_str_eq(record_text(r, TASK_DUE), "2026-11-24");
	cr_expect_eq(record_link(r, TASK_OWNER), t.hub->me.id);
	r = only_child(id, KIND_CONTACT);
	cr_expect_str_eq(record_text(r, CONTACT_WAY), "in");
}

Test(acts, keep_a_name_alone_and_say_what_is_left_to_ask)
{
	struct slip slip = { .arena = arena };
	struct act_done done;

	slip_set(&slip, "person.family", "brook");
	cr_assert_eq(
	    act_run(t.hub, "take_referral", &slip, &done, &fault), RC_OK);
	cr_expect_str_eq(
	    done.left, "safe contact, crime, risk, needs, consent");
	cr_expect_not_null(strstr(done.words, done.ref));
}

Test(acts, refuse_a_referral_of_nobody)
{
	cr_expect_eq(
	    try_act("take_referral", "casefile.category", "BUR", NULL),
	    RC_INVALID);
	cr_expect_not_null(strstr(fault.text, "a name or a telephone number"));
}

Test(acts, know_a_person_who_rings_again)
{
	uint64_t first = take_burglary(), second;
	uint64_t who =
	    record_link(read_record(KIND_CASEFILE, first), CASEFILE_PERSON);
	struct record *c;

	second = temp_hub_act(&t, "take_referral", "person", hash(who),
	    "casefile.category", "asb", "casefile.when", "fri",
	    "casefile.risk", "rp", "referral.service", "asb", NULL);
	c = read_record(KIND_CASEFILE, second);
	cr_expect_eq(record_link(c, CASEFILE_PERSON), who);
	cr_expect_eq(record_number(c, CASEFILE_NTH), 2);
	cr_expect_str_eq(record_text(c, CASEFILE_WHEN), "2026-11-20");
	cr_expect_str_eq(record_text(c, CASEFILE_RISK), "r p");
	cr_expect_str_eq(record_text(c, CASEFILE_NEEDS), "h o");
	cr_expect_str_eq(record_text(c, CASEFILE_CONSENT), "f");
	cr_expect_str_eq(record_text(c, CASEFILE_FLAGS), "persistent");
	cr_expect_str_eq(record_text(c, CASEFILE_LEVEL), "enhanced");
	cr_expect_str_eq(record_text(c, CASEFILE_NEXT_DUE), "2026-11-24");
}

Test(acts, count_a_try_and_leave_the_clock_running)
{
	uint64_t id = take_burglary();
	struct record *c;

	temp_hub_act(&t, "record_contact", "casefile", hash(id), "outcome", "n",
	    "next", "1d1030", "note", "try after school run", NULL);
	c = read_record(KIND_CASEFILE, id);
	cr_expect_str_eq(record_text(c, CASEFILE_NEXT_DUE), "2026-11-23T10:30");
	cr_expect_eq(record_number(c, CASEFILE_ATTEMPTS), 1);
	cr_expect_str_eq(
	    record_text(clock_of(id, "VC06"), CLOCK_STATE), "running");
}

Test(acts, meet_the_clock_when_someone_is_reached)
{
	uint64_t id = take_burglary();

	temp_hub_act(&t, "record_contact", "casefile", hash(id), "outcome",
	    "reached-accepted", NULL);
	cr_expect_str_eq(
	    record_text(clock_of(id, "VC06"), CLOCK_STATE), "met");
}

Test(acts, leave_no_message_where_it_is_not_safe)
{
	uint64_t id = take_burglary();

	cr_expect_eq(try_act("record_contact", "casefile", hash(id), "outcome",
			 "voicemail-left", NULL),
	    RC_UNLAWFUL);
	cr_expect_not_null(strstr(fault.text, "unsafe-why"));
	cr_expect_eq(try_act("record_contact", "casefile", hash(id), "outcome",
			 "voicemail-left", "unsafe-why", "she asked for it",
			 NULL),
	    RC_OK);
}

Test(acts, move_a_case_only_where_its_journey_leads)
{
	uint64_t id = take_burglary();

	cr_expect_eq(try_act("move_journey", "casefile", hash(id), "state",
			 "S22", NULL),
	    RC_UNLAWFUL);
	cr_expect_not_null(strstr(fault.text, "open from here"));
	temp_hub_act(&t, "move_journey", "casefile", hash(id), "state",
	    "investigation", "told-by", "police", NULL);
	cr_expect_str_eq(
	    record_text(read_record(KIND_CASEFILE, id), CASEFILE_STAGE), "S02");
}

Test(acts, refuse_a_step_before_the_crime)
{
	uint64_t id = take_burglary();

	cr_expect_eq(try_act("move_journey", "casefile", hash(id), "state",
			 "S02", "on", "1/11/2026", NULL),
	    RC_INVALID);
	cr_expect_not_null(strstr(fault.text, "before the crime"));
}

Test(acts, let_an_outcome_move_the_case_and_ask_that_she_is_told)
{
	uint64_t id;
	struct record_list tasks;
	struct record *c;

	temp_hub_act(&t, "put_crime", "key", "26*123456", "crime.month",
	    "2026-11", "crime.force", "Leicestershire Police", NULL);
	id = take_burglary();
	temp_hub_act(&t, "put_outcome", "key", "k1", "crime", "26*123456",
	    "outcome.month", "2026-11", "outcome.type", "Suspect charged",
	    NULL);
	c = read_record(KIND_CASEFILE, id);
	cr_expect_str_eq(record_text(c, CASEFILE_STAGE), "S09");
	cr_assert_eq(
	    hub_children(t.hub, arena, id, KIND_TASK, &tasks, &fault), RC_OK);
	cr_assert_eq(tasks.n, 2u);
	cr_expect_str_eq(record_text(tasks.at[1], TASK_WHAT), "tell");
}

Test(acts, start_a_case_where_outcomes_told_before_have_brought_it)
{
	uint64_t id;

	temp_hub_act(&t, "put_crime", "key", "26*123456", "crime.month",
	    "2026-11", NULL);
	temp_hub_act(&t, "put_outcome", "key", "k1", "crime", "26*123456",
	    "outcome.month", "2026-11", "outcome.type",
	    "Investigation complete; no suspect identified", NULL);
	id = take_burglary();
	cr_expect_str_eq(
	    record_text(read_record(KIND_CASEFILE, id), CASEFILE_STAGE), "S11");
}

Test(acts, keep_person_and_case_when_a_force_withdraws_the_crime)
{
	struct record *c, *crime;
	uint64_t id;

	temp_hub_act(&t, "put_police_referral", "victim", "N1", "crime", "C1",
	    "person.family", "nowak", "casefile.category", "BUR", NULL);
	temp_hub_act(&t, "put_police_referral", "victim", "N1", "crime", "C1",
	    "withdrawn", "y", NULL);
	id = hub_key_id(t.hub, KIND_CASEFILE, "N1|C1");
	c = read_record(KIND_CASEFILE, id);
	cr_expect_str_eq(record_text(c, CASEFILE_STATUS), "open");
	read_record(KIND_PERSON, record_link(c, CASEFILE_PERSON));
	crime = read_record(KIND_CRIME, record_link(c, CASEFILE_CRIME));
	cr_expect_str_eq(record_text(crime, CRIME_WITHDRAWN), "2026-11-22");
}

Test(acts, undo_what_was_done_last_and_then_what_was_done_before_it)
{
	uint64_t id = take_burglary();

	temp_hub_act(&t, "add_note", "casefile", hash(id), "text", "one", NULL);
	temp_hub_act(&t, "snooze", "casefile", hash(id), "until", "1w", NULL);
	cr_assert_eq(try_act("undo", NULL), RC_OK, "%s", fault.text);
	cr_expect_str_eq(record_text(read_record(KIND_CASEFILE, id),
			     CASEFILE_NEXT_DUE),
	    "2026-11-24");
	only_child(id, KIND_NOTE);
	cr_assert_eq(try_act("undo", NULL), RC_OK, "%s", fault.text);
	cr_assert_eq(try_act("undo", NULL), RC_OK, "%s", fault.text);
	cr_expect_eq(
	    hub_record(t.hub, arena, KIND_CASEFILE, id, &(struct record *){ 0 },
		&fault),
	    RC_MISSING);
	cr_expect_eq(try_act("undo", NULL), RC_UNLAWFUL);
}

Test(acts, tell_a_record_as_it_stood)
{
	uint64_t id = take_burglary();
	struct record *r;
	struct trail trail;

	temp_hub_act(&t, "move_journey", "casefile", hash(id), "state", "S02",
	    NULL);
	cr_assert_eq(hub_record_as_of(t.hub, arena, KIND_CASEFILE, id,
			 TEMP_HUB_NOW, &r, &fault),
	    RC_OK);
	cr_expect_eq(hub_record_as_of(t.hub, arena, KIND_CASEFILE, id,
			 TEMP_HUB_NOW - 86400000, &r, &fault),
	    RC_MISSING);
	cr_assert_eq(
	    hub_trail(t.hub, arena, KIND_CASEFILE, id, &trail, &fault), RC_OK);
	cr_assert_eq(trail.n, 2u);
	cr_expect_str_eq(trail.at[1].act, "Journey moved");
}

Test(acts, change_nothing_by_a_row_that_is_refused)
{
	struct record *p;
	struct bulk *bulk;
	struct slip slip = { .arena = arena };
	enum bulk_fate fate;

	temp_hub_act(&t, "put_police_referral", "victim", "N1", "crime", "C1",
	    "person.family", "nowak", "person.phone", "07700900123", NULL);
	slip_set(&slip, "victim", "N1");
	slip_set(&slip, "crime", "C1");
	slip_set(&slip, "person.phone", "07700900999");
	slip_set(&slip, "casefile.when", "the other day");
	cr_assert_eq(bulk_open(t.hub, "put_police_referral", t.hub->home, NULL,
			 &bulk, &fault),
	    RC_OK);
	cr_assert_eq(bulk_begin(bulk, &fault), RC_OK);
	cr_expect_eq(bulk_act(bulk, &slip, &fate, &fault), RC_INVALID);
	cr_expect_eq(fate, BULK_REFUSED);
	cr_assert_eq(bulk_commit(bulk, &fault), RC_OK, "%s", fault.text);
	bulk_close(bulk);
	p = read_record(KIND_PERSON, hub_key_id(t.hub, KIND_PERSON, "N1"));
	cr_expect_str_eq(record_text(p, PERSON_PHONE), "07700900123");
}

Test(acts, keep_a_line_in_a_register_of_the_hubs_own)
{
	const struct kind *kind = kinds_by_name(t.hub->kinds, "equipment");
	uint64_t id = take_burglary(), line;
	struct record *c = read_record(KIND_CASEFILE, id);
	struct record *p =
	    read_record(KIND_PERSON, record_link(c, CASEFILE_PERSON));
	char *ref = arena_printf(arena, "%s/1", record_text(p, PERSON_REF));

	line = temp_hub_act(&t, "keep_record", "kind", "equipment", "person",
	    ref, "equipment.serial", "A-17", "equipment.given", "t", NULL);
	cr_expect_str_eq(record_text(only_child(id, kind->tag),
			     kind_field_by_name(kind, "serial")->tag),
	    "A-17");
	temp_hub_act(&t, "keep_record", "kind", "equipment", "record",
	    hash(line), "equipment.serial", "A-18", NULL);
	cr_expect_str_eq(record_text(read_record(kind->tag, line),
			     kind_field_by_name(kind, "serial")->tag),
	    "A-18");
	cr_expect_eq(try_act("keep_record", "kind", "casefile", NULL),
	    RC_INVALID);
}

Test(acts, have_rows_that_are_whole)
{
	for (size_t i = 0; act_table[i]; i++) {
		const struct act *act = act_table[i];

		cr_expect(act->tag && act->name && act->title && act->help,
		    "act %zu is half described", i);
		cr_expect_eq(act_by_tag(act->tag), act,
		    "%s shares its number", act->name);
	}
}
