/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "hub/act.h"
#include "hub/due.h"
#include "hub/find.h"
#include "hub/queue.h"
#include "hub/read.h"
#include "hub/sight.h"
#include "hub/slip.h"
#include "model/record.h"
#include "store/people.h"

#include "tests/support/temp_hub.h"

/*
 * A role that sees its own cases, and one that sees counts, hold the same keys
 * as everybody in the area; what they may not see answers like what is not
 * there, whichever way it is asked for.
 */

static struct temp_hub t;
static struct arena *arena;
static struct fault fault;
static uint64_t others, ours, nobodys; /* cases */
static struct record *other, *mine;    /* their people */

/* clang-format off */
static const char roles[] =
"name = \"roles\"; title = \"Roles\";\n"
"others = ( { name = \"find\"; help = \"look\"; } );\n"
"roles = (\n"
"  { name = \"handler\"; title = \"Own\"; help = \"Own.\"; see = \"own\"; may = [ \"*\" ]; },\n"
"  { name = \"counter\"; title = \"Counts\"; help = \"Counts.\"; see = \"counts\"; may = [ \"*\" ]; },\n"
"  { name = \"admin\"; title = \"Admin\"; help = \"All.\"; see = \"area\"; may = [ \"*\" ]; }\n"
");\n";
/* clang-format on */

static void
add_user(const char *name, const char *role)
{
	static const char *const areas[] = { "LEI" };
	struct people_new who = { .name = name, .passphrase = TEMP_HUB_PASS,
		.role = role, .areas = areas, .n_areas = 1 };
	uint16_t number;

	cr_assert_eq(people_add(t.hub->vault, &who, &number, &fault), RC_OK,
	    "%s", fault.text);
}

/* The roles above, for whoever is signed in. */
static void
with_our_roles(void)
{
	struct access *access;

	cr_assert_eq(access_load(t.dir, &access, &fault), RC_OK, "%s",
	    fault.text);
	access_free(t.hub->access);
	t.hub->access = access;
	sight_begin(t.hub);
}

static uint64_t
take(const char *family, const char *owner)
{
	uint64_t made = temp_hub_act(&t, "take_referral", "area", "LEI",
	    "person.family", family, "casefile.category", "BUR", NULL);
	struct record *casefile, *person;

	cr_assert_eq(
	    hub_record(t.hub, arena, KIND_CASEFILE, made, &casefile, &fault),
	    RC_OK);
	cr_assert_eq(hub_record(t.hub, arena, KIND_PERSON,
			 record_link(casefile, CASEFILE_PERSON), &person,
			 &fault),
	    RC_OK);
	if (owner)
		temp_hub_act(&t, "assign", "casefile",
		    record_text(person, PERSON_REF), "worker", owner, NULL);
	return made;
}

static struct record *
person_of(uint64_t casefile)
{
	struct record *r, *person;

	cr_assert_eq(
	    hub_record(t.hub, arena, KIND_CASEFILE, casefile, &r, &fault),
	    RC_OK, "%s", fault.text);
	cr_assert_eq(hub_record(t.hub, arena, KIND_PERSON,
			 record_link(r, CASEFILE_PERSON), &person, &fault),
	    RC_OK);
	return person;
}

static void
make(void)
{
	char path[128];
	FILE *file;

	temp_hub_make(&t);
	snprintf(path, sizeof(path), "%s/roles.cfg", t.dir);
	cr_assert(file = fopen(path, "w"));
	fputs(roles, file);
	fclose(file);
	arena = arena_new();
	add_user("amy", "handler");
	add_user("com", "counter");
	temp_hub_act(&t, "add_worker", "login", "amy", "name", "Amy Moss",
	    "initials", "AM", NULL);
	others = take("Okafor", "tester");
	ours = take("Novak", "amy");
	nobodys = take("Silva", "nobody");
	other = person_of(others);
	mine = person_of(ours);
}

static void
sign_in(const char *login)
{
	temp_hub_close(&t);
	temp_hub_open_as(&t, login);
	with_our_roles();
}

static void
take_away(void)
{
	arena_free(arena);
	temp_hub_remove(&t);
}

TestSuite(sight, .init = make, .fini = take_away);

static size_t
found(const char *words)
{
	struct find_page page;

	cr_assert_eq(find_run(t.hub, arena, words, 10, &page, &fault), RC_OK,
	    "%s", fault.text);
	return page.n;
}

static size_t
queued(enum queue_name q)
{
	size_t n;

	cr_assert_eq(queue_count(t.hub, q, &n, &fault), RC_OK);
	return n;
}

Test(sight, own_sees_its_own_and_nobodys)
{
	struct record *r;

	sign_in("amy");
	cr_expect_eq(
	    hub_record(t.hub, arena, KIND_CASEFILE, ours, &r, &fault), RC_OK);
	cr_expect_eq(hub_record(t.hub, arena, KIND_CASEFILE, nobodys, &r,
			 &fault),
	    RC_OK);
	cr_expect_eq(hub_record(t.hub, arena, KIND_CASEFILE, others, &r,
			 &fault),
	    RC_MISSING);
	cr_expect_eq(found("novak"), 1);
	cr_expect_eq(found("silva"), 1);
	cr_expect_eq(found("okafor"), 0);
	cr_expect_eq(queued(QUEUE_MINE), 1);
	cr_expect_eq(queued(QUEUE_TEAM), 2);
	cr_expect_eq(queued(QUEUE_UNASSIGNED), 1);
}

Test(sight, hidden_and_absent_answer_alike)
{
	struct fault hidden = { 0 }, absent = { 0 };
	struct record *r, *c;
	struct person_page page;

	sign_in("amy");
	cr_expect_eq(hub_record(t.hub, arena, KIND_PERSON, other->id, &r,
			 &hidden),
	    RC_MISSING);
	cr_expect_eq(hub_record(t.hub, arena, KIND_PERSON, 12345, &r, &absent),
	    RC_MISSING);
	cr_expect_str_eq(hidden.text, absent.text);
	cr_expect_eq(
	    hub_person_page(t.hub, arena, other->id, &page, &hidden),
	    RC_MISSING);
	cr_expect_eq(hub_person_page(t.hub, arena, 12345, &page, &absent),
	    RC_MISSING);
	cr_expect_str_eq(hidden.text, absent.text);
	cr_expect_eq(hub_by_ref(t.hub, arena, record_text(other, PERSON_REF),
			 &r, &c, &hidden),
	    RC_MISSING);
	cr_expect_eq(hub_by_ref(t.hub, arena, "222222", &r, &c, &absent),
	    RC_MISSING);
	cr_expect_str_eq(hidden.text, absent.text);
}

Test(sight, what_hangs_on_a_hidden_case_is_hidden)
{
	struct record_list list;
	struct due_page due;
	struct trail trail;

	sign_in("amy");
	cr_expect_eq(hub_children(t.hub, arena, others, KIND_CLOCK, &list,
			 &fault),
	    RC_OK);
	cr_expect_eq(list.n, 0);
	cr_expect_eq(
	    hub_children(t.hub, arena, ours, KIND_CLOCK, &list, &fault), RC_OK);
	cr_expect_gt(list.n, 0);
	cr_expect_eq(due_read(t.hub, arena, "", "", 100, &due, &fault), RC_OK);
	for (size_t i = 0; i < due.n; i++)
		cr_expect_neq(due.rows[i].casefile, others);
	cr_expect_gt(due.n, 0);
	cr_expect_eq(hub_trail(t.hub, arena, KIND_CASEFILE, others, &trail,
			 &fault),
	    RC_OK);
	cr_expect_eq(trail.n, 0);
}

Test(sight, an_act_finds_nobody_either)
{
	struct slip slip = { .arena = arena };
	struct act_done done;

	sign_in("amy");
	slip_set(&slip, "casefile", record_text(other, PERSON_REF));
	slip_set(&slip, "text", "has a dog");
	cr_expect_neq(act_run(t.hub, "add_note", &slip, &done, &fault), RC_OK);
	slip_set(&slip, "casefile", record_text(mine, PERSON_REF));
	cr_expect_eq(act_run(t.hub, "add_note", &slip, &done, &fault), RC_OK,
	    "%s", fault.text);
}

Test(sight, a_case_that_changes_hands_changes_sight)
{
	sign_in("amy");
	cr_expect_eq(found("novak"), 1);
	temp_hub_act(&t, "assign", "casefile", record_text(mine, PERSON_REF),
	    "worker", "tester", NULL);
	cr_expect_eq(found("novak"), 0, "it was given away");
}

static enum rc
count(const struct record *r, void *arg)
{
	(void)r;
	++*(size_t *)arg;
	return RC_OK;
}

Test(sight, counts_sees_nobody)
{
	size_t n = 0;

	sign_in("com");
	cr_expect_eq(found("novak") + found("silva") + found("okafor"), 0);
	cr_expect_eq(queued(QUEUE_MINE) + queued(QUEUE_TEAM), 0);
	cr_expect_eq(hub_all(t.hub, KIND_PERSON, count, &n, &fault), RC_OK);
	cr_expect_eq(hub_all(t.hub, KIND_CASEFILE, count, &n, &fault), RC_OK);
	cr_expect_eq(hub_all(t.hub, KIND_CLOCK, count, &n, &fault), RC_OK);
	cr_expect_eq(n, 0);
	cr_expect_eq(hub_all(t.hub, KIND_WORKER, count, &n, &fault), RC_OK);
	cr_expect_gt(n, 0, "who works here is no secret");
}
