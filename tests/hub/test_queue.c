/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/clock.h"
#include "hub/due.h"
#include "hub/queue.h"

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

TestSuite(queue, .init = make, .fini = take_away);

static struct queue_page
read_queue(enum queue_name q, size_t from, size_t most)
{
	struct queue_page page;
	enum rc rc = queue_read(t.hub, arena, q, from, most, &page, &fault);

	cr_assert_eq(rc, RC_OK, "%s", fault.text);
	return page;
}

static char *
hash(uint64_t id)
{
	return arena_printf(arena, "#%016llx", (unsigned long long)id);
}

/* A row as a list shows it. */
static const char *
row(const struct queue_page *page, size_t i)
{
	const struct queue_row *r = &page->rows[i];

	cr_assert(i < page->n, "there are %zu rows", page->n);
	return arena_printf(arena, "%s|%s|%s|%s|%s|%s|%s", r->name, r->age,
	    r->crime, r->why, r->due, r->safe, r->who);
}

Test(queue, is_empty_in_a_new_hub)
{
	struct queue_page page = read_queue(QUEUE_TEAM, 0, 50);

	cr_expect_eq(page.n, 0u);
	cr_expect_eq(page.total, 0u);
}

Test(queue, puts_what_is_due_first_first_and_says_why)
{
	struct queue_page page;

	temp_call_burglary(&t);
	temp_call_hate(&t);
	temp_call_child(&t);
	temp_call_abuse(&t);
	page = read_queue(QUEUE_MINE, 0, 50);
	cr_assert_eq(page.n, 4u);
	cr_expect_str_eq(row(&page, 0),
	    "Hussain, Amira|35|DOM|!! follow-up|TODAY 13|!10-2|TE");
	cr_expect_str_eq(row(&page, 1),
	    "Pike, Ellie (14)|14|SEX|follow-up|1d|!via|TE");
	cr_expect_str_eq(row(&page, 2),
	    "Okafor, Sarah|42|BUR dwel|follow-up|2d|T|TE");
	cr_expect_str_eq(row(&page, 3),
	    "Nowak, Piotr|46|HATE race|follow-up|3d|-|TE");
	cr_expect(page.rows[0].danger && page.rows[0].unsafe);
	cr_expect(page.rows[1].unsafe && !page.rows[1].danger);
	cr_expect_not(page.rows[2].late);
}

Test(queue, reads_a_page_from_anywhere_and_counts_the_whole)
{
	struct queue_page page;

	temp_call_burglary(&t);
	temp_call_hate(&t);
	temp_call_abuse(&t);
	page = read_queue(QUEUE_TEAM, 1, 1);
	cr_assert_eq(page.n, 1u);
	cr_expect_str_eq(page.rows[0].name, "Okafor, Sarah");
	cr_expect_eq(page.total, 3u);
	cr_expect_eq(page.from, 1u);
	page = read_queue(QUEUE_TEAM, 9, 5);
	cr_expect_eq(page.n, 0u);
	cr_expect_eq(page.total, 3u);
}

Test(queue, counts_and_places_agree_with_what_is_read)
{
	uint64_t hate, burglary = temp_call_burglary(&t);
	size_t n;

	hate = temp_call_hate(&t);
	temp_call_abuse(&t);
	cr_assert_eq(queue_count(t.hub, QUEUE_MINE, &n, &fault), RC_OK);
	cr_expect_eq(n, 3u);
	cr_assert_eq(queue_place(t.hub, QUEUE_MINE, burglary, &n, &fault),
	    RC_OK);
	cr_expect_eq(n, 1u);
	cr_assert_eq(queue_place(t.hub, QUEUE_MINE, hate, &n, &fault), RC_OK);
	cr_expect_eq(n, 2u);
	cr_expect_eq(queue_place(t.hub, QUEUE_MINE, 12345, &n, &fault),
	    RC_MISSING);
	cr_assert_eq(queue_count(t.hub, QUEUE_UNASSIGNED, &n, &fault), RC_OK);
	cr_expect_eq(n, 0u);
}

Test(queue, says_late_when_the_time_has_passed)
{
	struct queue_page page;

	temp_call_abuse(&t);
	clock_pass(t.hub->clock, INT64_C(49) * 3600 * 1000);
	page = read_queue(QUEUE_MINE, 0, 1);
	cr_expect_str_eq(page.rows[0].due, "LATE 1d");
	cr_expect(page.rows[0].late);
}

Test(queue, counts_the_tries_to_reach_someone)
{
	uint64_t id = temp_call_burglary(&t);
	struct queue_page page;

	temp_hub_act(&t, "record_contact", "casefile", hash(id),
	    "outcome", "n", "next", "1d1030", NULL);
	page = read_queue(QUEUE_MINE, 0, 1);
	cr_expect_str_eq(row(&page, 0),
	    "Okafor, Sarah|42|BUR dwel|call-back 2 of 3|0d 22h|T|TE");
}

Test(queue, is_called_by_its_name)
{
	enum queue_name q;

	cr_expect(queue_by_name("unassigned", &q));
	cr_expect_eq(q, QUEUE_UNASSIGNED);
	cr_expect_not(queue_by_name("yours", &q));
	cr_expect_str_eq(queue_title(QUEUE_TEAM), "team");
}

Test(queue, of_limits_holds_each_running_clock)
{
	struct due_page page;

	temp_call_burglary(&t);
	temp_call_abuse(&t);
	cr_assert_eq(due_read(t.hub, arena, "", "", 50, &page, &fault), RC_OK,
	    "%s", fault.text);
	cr_assert_geq(page.n, 2u);
	cr_expect_str_eq(page.rows[0].name, "Hussain, Amira");
	cr_expect_str_eq(page.rows[0].rule, "VC06");
	cr_expect_str_eq(page.rows[0].due, "2026-11-23T17:00");
	cr_expect_str_eq(page.rows[0].left, "1d 05h");
	cr_expect(page.rows[0].enhanced);
	cr_expect_str_eq(page.rows[1].due, "2026-11-24T17:00");
	cr_expect_not(page.rows[1].enhanced);
	cr_expect_str_eq(page.rows[1].who, "TE");
}

Test(queue, of_limits_is_cut_by_day_and_owner)
{
	struct due_page page;

	temp_call_burglary(&t);
	temp_call_abuse(&t);
	cr_assert_eq(due_read(t.hub, arena, "2026-11-23", "", 50, &page,
			 &fault),
	    RC_OK);
	cr_expect_eq(page.n, 1u);
	cr_assert_eq(due_read(t.hub, arena, "", "tester", 50, &page, &fault),
	    RC_OK);
	cr_expect_geq(page.n, 2u);
	cr_assert_eq(due_read(t.hub, arena, "", "nobody", 50, &page, &fault),
	    RC_OK);
	cr_expect_eq(page.n, 0u);
	cr_assert_eq(due_read(t.hub, arena, "", "", 1, &page, &fault), RC_OK);
	cr_expect_eq(page.n, 1u);
}
