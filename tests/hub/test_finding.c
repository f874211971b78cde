/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "hub/find.h"
#include "hub/read.h"
#include "model/record.h"

#include "tests/support/temp_calls.h"
#include "tests/support/temp_hub.h"

/* Finding in a real store: what is shown, and that the run follows it. */

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

TestSuite(finding, .init = make, .fini = take_away);

static struct find_page
search(const char *words)
{
	struct find_page page;

	cr_assert_eq(find_run(t.hub, arena, words, 20, &page, &fault), RC_OK,
	    "%s", fault.text);
	return page;
}

static char *
hash(uint64_t id)
{
	return arena_printf(arena, "#%016llx", (unsigned long long)id);
}

Test(finding, shows_who_it_is_and_what_agreed)
{
	struct find_page page;

	temp_call_burglary(&t);
	page = search("okafor 12/3/84");
	cr_assert_eq(page.n, 1u);
	cr_expect_eq(page.hits[0].score, 100);
	cr_expect_str_eq(page.hits[0].name, "Okafor, Sarah");
	cr_expect_str_eq(page.hits[0].born, "12 Mar 1984 42y");
	cr_expect_str_eq(page.hits[0].agreed, "surname, date of birth");
	cr_expect_str_eq(page.hits[0].cases, "BUR 21 Nov 2026, open");
	cr_expect_str_eq(page.hits[0].masked, "OKAFOR S  b.1984 LE97");
	cr_expect(strstr(page.hits[0].area, "LE97") == page.hits[0].area);
	cr_expect_null(page.advice);
}

Test(finding, follows_what_is_saved_after_the_first_search)
{
	uint64_t casefile;

	cr_expect_eq(search("hussain").n, 0u);
	casefile = temp_call_abuse(&t);
	cr_expect_eq(search("hussain").n, 1u);
	cr_expect_eq(search("07700 900456").n, 1u);
	(void)hash(casefile);
}

Test(finding, leads_from_a_reference_and_a_police_reference)
{
	uint64_t casefile = temp_call_burglary(&t);
	struct find_page page;
	const char *ref;

	temp_call_abuse(&t);
	ref = search("okafor").hits[0].ref;
	page = search(ref);
	cr_assert_eq(page.n, 1u, "%s", ref);
	cr_expect_str_eq(page.hits[0].name, "Okafor, Sarah");
	cr_expect_str_eq(page.hits[0].agreed, "reference");
	page = search("26*123456");
	cr_assert_eq(page.n, 1u);
	cr_expect_str_eq(page.hits[0].agreed, "police reference");
	(void)casefile;
}

Test(finding, gives_advice_when_there_is_nothing_or_nobody)
{
	struct find_page page;

	cr_expect_eq(find_run(t.hub, arena, " , ", 20, &page, &fault),
	    RC_INVALID);
	cr_expect(strstr(fault.text, "nothing to look for"), "%s", fault.text);
	page = search("zzyzx");
	cr_expect_eq(page.n, 0u);
	cr_expect_not_null(page.advice);
}

Test(finding, hints_at_a_caller_who_rang_before)
{
	struct find_clues clues = { .given = "Sarah", .family = "Okafor" };
	struct find_page page;

	temp_call_burglary(&t);
	cr_assert_eq(find_hints(t.hub, arena, &clues, &page, &fault), RC_OK);
	cr_expect_eq(page.n, 0u, "a name alone hints at nobody");
	clues.born = "120384";
	cr_assert_eq(find_hints(t.hub, arena, &clues, &page, &fault), RC_OK);
	cr_assert_eq(page.n, 1u);
	cr_expect_eq(page.hits[0].score, 99);
	cr_expect_str_eq(page.hits[0].masked, "OKAFOR S  b.1984 LE97");
	cr_expect_str_eq(page.hits[0].agreed,
	    "surname, first name, date of birth");
}

Test(finding, hints_in_spite_of_a_slip_and_a_swapped_date)
{
	struct find_clues clues = {
		.given = "sara", .family = "okaffor", .born = "3/12/84"
	};
	struct find_page page;

	temp_call_burglary(&t);
	cr_assert_eq(find_hints(t.hub, arena, &clues, &page, &fault), RC_OK);
	cr_assert_eq(page.n, 1u);
	cr_expect(page.hits[0].score > 70, "%d", page.hits[0].score);
	cr_expect_str_eq(page.hits[0].agreed,
	    "surname one letter off, first name, date of birth with day and "
	    "month swapped");
}

Test(finding, is_forgotten_and_made_anew)
{
	temp_call_burglary(&t);
	cr_expect_eq(search("okafor").n, 1u);
	find_forget(t.hub);
	temp_call_abuse(&t);
	cr_expect_eq(search("hussain").n, 1u);
	cr_expect_eq(search("okafor").n, 1u);
}
