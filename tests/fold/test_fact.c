/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "fold/fact.h"
#include "fold/fact_page.h"
#include "fold/fold.h"
#include "hub/hub.h"
#include "hub/read.h"
#include "model/record.h"
#include "store/seal.h"
#include "store/txn.h"

#include "tests/support/temp_hub.h"

/*
 * Facts: a row a case in sealed pages, the same whether an entry was folded
 * into the tail, poured from it, or made anew.
 */

static struct temp_hub t;
static struct fault fault;
static char ref[3][8];

static uint64_t
take(const char *family, const char *category)
{
	return temp_hub_act(&t, "take_referral", "area", "LEI",
	    "person.family", family, "casefile.category", category,
	    "casefile.when", "2026-11-20", "casefile.risk", "s", NULL);
}

static void
refer_to(uint64_t casefile, char out[8])
{
	struct arena *arena = arena_new();
	struct record *r, *person;

	cr_assert_eq(
	    hub_record(t.hub, arena, KIND_CASEFILE, casefile, &r, &fault),
	    RC_OK);
	cr_assert_eq(hub_record(t.hub, arena, KIND_PERSON,
			 record_link(r, CASEFILE_PERSON), &person, &fault),
	    RC_OK);
	memcpy(out, record_text(person, PERSON_REF), 7);
	arena_free(arena);
}

static void
make(void)
{
	temp_hub_make(&t);
	refer_to(take("Okafor", "BUR"), ref[0]);
	refer_to(take("Novak", "DOM"), ref[1]);
}

static void
take_away(void)
{
	temp_hub_remove(&t);
}

TestSuite(fact, .init = make, .fini = take_away);

struct tally {
	size_t cases, bur, dom, mine;
	uint16_t when;
	uint32_t risk;
};

static enum rc
count(const uint8_t *rows, size_t n, void *arg)
{
	struct tally *a = arg;

	for (; n; n--, rows += FACT_LEN) {
		if (!rows[FACT_LIVE])
			continue;
		a->cases++;
		a->bur += fact_u32(rows, FACT_CATEGORY) == fact_code("BUR");
		a->dom += fact_u32(rows, FACT_CATEGORY) == fact_code("DOM");
		a->mine += fact_u32(rows, FACT_OWNER + 4) ==
		    (uint32_t)t.hub->me.id;
		a->when = fact_u16(rows, FACT_WHEN);
		a->risk |= fact_u32(rows, FACT_RISK);
	}
	return RC_OK;
}

static struct tally
tally(void)
{
	struct tally a = { 0 };
	struct look look;

	cr_assert_eq(fold_look(t.hub->fold, &look, &fault), RC_OK);
	cr_assert_eq(fact_scan(&look, count, &a, &fault), RC_OK, "%s",
	    fault.text);
	look_end(&look);
	return a;
}

/* Every byte of the pages in the tables. */
static void
pages(uint8_t hash[32])
{
	struct seal_digest d;
	struct look look;
	struct walk *w;
	enum rc rc;

	seal_digest_start(&d);
	cr_assert_eq(fold_look(t.hub->fold, &look, &fault), RC_OK);
	cr_assert_eq(walk_open(look.txn, TABLE_FACT, &w, &fault), RC_OK);
	for (rc = walk_seek(w, (struct span){ 0 }, &fault); !rc;
	     rc = walk_next(w, &fault)) {
		seal_digest_add(&d, walk_key(w));
		seal_digest_add(&d, walk_value(w));
	}
	walk_close(w);
	look_end(&look);
	seal_digest_end(&d, hash);
}

static void
flush(void)
{
	cr_assert_eq(fold_flush(t.hub->fold, &fault), RC_OK, "%s", fault.text);
}

Test(fact, counts_what_only_the_tail_knows_and_what_the_pages_hold)
{
	struct tally a = tally();

	cr_expect_eq(a.cases, 2);
	cr_expect_eq(a.bur, 1);
	cr_expect_eq(a.dom, 1);
	cr_expect_eq(a.when, 20777, "2026-11-20 is day %u", a.when);
	cr_expect_eq(a.risk, UINT32_C(1) << ('s' - 'a'));
	flush();
	a = tally();
	cr_expect_eq(a.cases, 2);
	take("Silva", "BUR");
	a = tally();
	cr_expect_eq(a.cases, 3);
	cr_expect_eq(a.bur, 2);
}

Test(fact, a_change_changes_its_row_alone)
{
	flush();
	temp_hub_act(&t, "assign", "casefile", ref[0], "worker", "tester",
	    NULL);
	temp_hub_act(&t, "assign", "casefile", ref[1], "worker", "nobody",
	    NULL);
	cr_expect_eq(tally().cases, 2);
	cr_expect_eq(tally().mine, 1);
}

Test(fact, further_cases_of_one_person_have_rows_too)
{
	struct tally a;

	flush();
	temp_hub_act(&t, "take_referral", "person", ref[0],
	    "casefile.category", "DOM", NULL);
	temp_hub_act(&t, "take_referral", "person", ref[0],
	    "casefile.category", "DOM", NULL);
	a = tally();
	cr_expect_eq(a.cases, 4);
	cr_expect_eq(a.dom, 3);
	flush();
	cr_expect_eq(tally().cases, 4);
	temp_hub_act(&t, "undo", NULL);
	cr_expect_eq(tally().cases, 3);
	flush();
	cr_expect_eq(tally().cases, 3);
}

Test(fact, are_the_same_bytes_poured_at_once_or_little_by_little)
{
	uint8_t little[32], once[32];

	flush();
	take("Silva", "BUR");
	flush();
	temp_hub_act(&t, "take_referral", "person", ref[0],
	    "casefile.category", "DOM", NULL);
	flush();
	temp_hub_act(&t, "assign", "casefile", ref[1], "worker", "tester",
	    NULL);
	flush();
	pages(little);
	cr_assert_eq(fold_rebuild(t.hub->fold, NULL, NULL, &fault), RC_OK);
	pages(once);
	cr_expect_arr_eq(little, once, 32);
}

static void
hear(const char *sentence, void *arg)
{
	strcpy(arg, sentence);
}

/* A page of the tables says what the journal does not. */
Test(fact, comparing_tells_a_page_that_is_wrong)
{
	char heard[256] = "";
	struct look look;
	struct walk *w;
	struct buf key = { 0 };
	size_t wrong;

	flush();
	cr_assert_eq(fold_compare(t.hub->fold, hear, heard, &wrong, &fault),
	    RC_OK);
	cr_expect_eq(wrong, 0, "%s", heard);
	cr_assert_eq(fold_write(t.hub->fold, &look, &fault), RC_OK);
	cr_assert_eq(walk_open(look.txn, TABLE_FACT, &w, &fault), RC_OK);
	cr_assert_eq(walk_seek(w, (struct span){ 0 }, &fault), RC_OK);
	buf_span(&key, walk_key(w));
	walk_close(w);
	cr_assert_eq(
	    table_del(look.txn, TABLE_FACT, buf_window(&key), &fault), RC_OK);
	cr_assert_eq(look_commit(&look, &fault), RC_OK);
	buf_release(&key);
	cr_assert_eq(fold_compare(t.hub->fold, hear, heard, &wrong, &fault),
	    RC_OK);
	cr_expect_eq(wrong, 1);
	cr_expect(strstr(heard, "\"fact\" lacks"), "%s", heard);
}

Test(fact, a_page_fills_four_pages_of_the_tables)
{
	struct look look;
	struct walk *w;

	flush();
	cr_assert_eq(fold_look(t.hub->fold, &look, &fault), RC_OK);
	cr_assert_eq(walk_open(look.txn, TABLE_FACT, &w, &fault), RC_OK);
	cr_assert_eq(walk_seek(w, (struct span){ 0 }, &fault), RC_OK);
	cr_expect_eq(walk_value(w).len, 4 * 4096 - 16);
	walk_close(w);
	look_end(&look);
}
