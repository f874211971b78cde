/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "fold/fold.h"
#include "hub/looked.h"
#include "hub/read.h"
#include "model/kinds.h"
#include "model/record.h"
#include "store/journal.h"
#include "store/people.h"
#include "store/vault.h"

#include "tests/support/temp_hub.h"

/*
 * Who looked is in the journal, sealed like what they looked at, once for each
 * time; the folds know nothing of it.
 */

static struct temp_hub t;
static struct arena *arena;
static struct fault fault;
static uint64_t person;

static void
make(void)
{
	static const char *const areas[] = { "NOR" };
	struct people_new norfolk = { .name = "norfolk",
		.passphrase = TEMP_HUB_PASS, .role = "handler",
		.areas = areas, .n_areas = 1 };
	struct record *casefile;
	uint16_t number;
	uint64_t made;

	temp_hub_make(&t);
	arena = arena_new();
	cr_assert_eq(people_add(t.hub->vault, &norfolk, &number, &fault), RC_OK,
	    "%s", fault.text);
	made = temp_hub_act(&t, "take_referral", "area", "LEI",
	    "person.family", "Okafor", "casefile.category", "BUR", NULL);
	cr_assert_eq(hub_record(t.hub, arena, KIND_CASEFILE, made, &casefile,
			 &fault),
	    RC_OK);
	person = record_link(casefile, CASEFILE_PERSON);
}

static void
take_away(void)
{
	arena_free(arena);
	temp_hub_remove(&t);
}

TestSuite(looked, .init = make, .fini = take_away);

struct count {
	size_t n;	    /* looks */
	struct looked last; /* the last that could be opened */
	struct entry entry; /* its header */
	size_t shut;	    /* those that could not */
};

static enum rc
count_one(const struct entry *e, void *arg, struct fault *f)
{
	struct count *c = arg;
	struct buf body = { 0 };
	enum rc rc;

	if (e->class != ENTRY_LOOK)
		return RC_OK;
	c->n++;
	rc = journal_open_body(t.hub->vault, e, &body, f);
	c->shut += rc == RC_DENIED;
	if (!rc) {
		rc = looked_decode(arena, buf_window(&body), &c->last, f);
		c->entry = *e;
	}
	buf_wipe(&body);
	return rc == RC_DENIED ? RC_OK : rc;
}

static struct count
looks(void)
{
	struct count c = { 0 };
	struct look look;

	cr_assert_eq(fold_look(t.hub->fold, &look, &fault), RC_OK);
	cr_assert_eq(journal_walk(look.txn, 1, count_one, &c, &fault), RC_OK,
	    "%s", fault.text);
	look_end(&look);
	return c;
}

static void
save(void)
{
	cr_assert_eq(hub_looks_save(t.hub, &fault), RC_OK, "%s", fault.text);
}

Test(looked, waits_in_memory_until_it_is_written)
{
	hub_looked(t.hub, LOOKED_PAGE, KIND_PERSON, person, "she rang");
	cr_assert_eq(looks().n, 0);
	cr_assert_not(hub_looks_due(t.hub), "one look is not many");
	save();
	cr_assert_eq(looks().n, 1);
	save();
	cr_assert_eq(looks().n, 1, "and is written once");
}

Test(looked, says_who_at_whom_how_and_why)
{
	struct count c;

	hub_looked(t.hub, LOOKED_PAGE, KIND_PERSON, person, "she rang");
	save();
	c = looks();
	cr_assert_eq(c.last.how, LOOKED_PAGE);
	cr_assert_eq(c.last.kind, KIND_PERSON);
	cr_assert_eq(c.last.id, person);
	cr_assert_eq(c.last.at, hub_now(t.hub));
	cr_assert_str_eq(c.last.why, "she rang");
	cr_assert_str_eq(c.last.from, t.hub->from);
	cr_assert_eq(c.entry.person, person, "audit finds it by its header");
	cr_assert_eq(c.entry.author, t.hub->me.number);
	cr_assert_neq(c.entry.slot, 0, "it goes with its person");
}

Test(looked, of_the_same_again_is_one_look)
{
	for (int i = 0; i < 5; i++)
		hub_looked(t.hub, LOOKED_PAGE, KIND_PERSON, person, NULL);
	hub_looked(t.hub, LOOKED_JOURNEY, KIND_PERSON, person, NULL);
	save();
	cr_assert_eq(looks().n, 2);
}

Test(looked, many_are_due_at_once)
{
	for (uint64_t i = 0; i < LOOKS_MOST; i++)
		hub_looked(t.hub, LOOKED_PAGE, KIND_PERSON, person + i, NULL);
	cr_assert(hub_looks_due(t.hub));
}

Test(looked, a_search_is_kept_as_it_was_last_typed)
{
	struct count c;

	hub_searched(t.hub, "oka", 0);
	hub_searched(t.hub, "okafor", 0);
	save();
	c = looks();
	cr_assert_eq(c.n, 1);
	cr_assert_eq(c.last.how, LOOKED_SEARCHED);
	cr_assert_str_eq(c.last.why, "okafor");
	hub_searched(t.hub, "okafor", person);
	save();
	c = looks();
	cr_assert_eq(c.last.how, LOOKED_FOUND);
	cr_assert_eq(c.last.id, person);
}

Test(looked, at_what_is_not_there_still_leaves_a_trace)
{
	struct count c;

	hub_looked(t.hub, LOOKED_PAGE, KIND_PERSON, person + 999, "secret");
	save();
	c = looks();
	cr_assert_eq(c.n, 1);
	cr_assert_eq(c.entry.area, VAULT_AREA_HUB);
	cr_assert_eq(c.entry.person, 0);
	cr_assert_str_eq(c.last.why, "", "but not its words");
}

Test(looked, is_kept_from_those_without_the_area)
{
	hub_looked(t.hub, LOOKED_PAGE, KIND_PERSON, person, NULL);
	save();
	temp_hub_close(&t);
	temp_hub_open_as(&t, "norfolk");
	cr_assert_eq(looks().shut, 1);
}

Test(looked, closing_writes_what_waits)
{
	hub_looked(t.hub, LOOKED_PAGE, KIND_PERSON, person, NULL);
	temp_hub_close(&t);
	temp_hub_open(&t);
	cr_assert_eq(looks().n, 1);
}

Test(looked, changes_no_fold)
{
	uint8_t before[32], after[32];
	size_t wrong = 1;

	cr_assert_eq(fold_digest(t.hub->fold, before, &fault), RC_OK);
	hub_looked(t.hub, LOOKED_PAGE, KIND_PERSON, person, NULL);
	hub_looked_at_all(t.hub, LOOKED_EXPORTED, KIND_PERSON, NULL);
	save();
	cr_assert_eq(fold_digest(t.hub->fold, after, &fault), RC_OK);
	cr_assert_arr_eq(before, after, 32);
	cr_assert_eq(fold_compare(t.hub->fold, NULL, NULL, &wrong, &fault),
	    RC_OK);
	cr_assert_eq(wrong, 0);
}
