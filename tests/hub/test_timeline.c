/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "base/clock.h"
#include "hub/journey.h"
#include "hub/read.h"
#include "model/record.h"

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

TestSuite(timeline, .init = make, .fini = take_away);

static char *
hash(uint64_t id)
{
	return arena_printf(arena, "#%016llx", (unsigned long long)id);
}

static uint64_t
person_of(uint64_t casefile)
{
	struct record *r;

	cr_assert_eq(hub_record(t.hub, arena, KIND_CASEFILE, casefile, &r,
			 &fault),
	    RC_OK, "%s", fault.text);
	return record_link(r, CASEFILE_PERSON);
}

static struct timeline
read_line(uint64_t person, uint64_t casefile)
{
	struct timeline line;

	cr_assert_eq(timeline_read(t.hub, arena, person, casefile, &line,
			 &fault),
	    RC_OK, "%s", fault.text);
	return line;
}

/* The first line of a track that begins so, "" if it has none. */
static const char *
line_of(const struct timeline *line, const char *track, const char *begins)
{
	for (size_t i = 0; i < line->n; i++)
		if (strcmp(line->at[i].track, track) == 0 &&
		    strncmp(line->at[i].what, begins, strlen(begins)) == 0)
			return arena_printf(arena, "%c %s|%s|%s|%s",
			    line->at[i].letter, line->at[i].when,
			    line->at[i].who, line->at[i].what,
			    line->at[i].told);
	return "";
}

Test(timeline, holds_what_a_call_began)
{
	uint64_t id = temp_call_burglary(&t);
	struct timeline line = read_line(person_of(id), 0);

	cr_expect_str_eq(line_of(&line, "contact", ""),
	    "o 22 Nov 11:42|TE|call in, reached, wants help|");
	cr_expect_str_eq(line_of(&line, "clock", "First contact"),
	    "4 24 Nov 17:00|hub|First contact with a referred victim: 2d 05h|");
	cr_expect_str_eq(line_of(&line, "police", ""),
	    "* 21 Nov 2026|police|burglary at home 26*123456|");
}

Test(timeline, goes_from_oldest_to_newest)
{
	uint64_t id = temp_call_burglary(&t);
	struct timeline line;

	clock_pass(t.hub->clock, INT64_C(3600) * 1000);
	temp_hub_act(&t, "add_note", "casefile", hash(id), "text",
	    "Asked about refuge.\nSecond line.", NULL);
	line = read_line(person_of(id), id);
	for (size_t i = 1; i < line.n; i++)
		cr_expect_leq(line.at[i - 1].at_ms, line.at[i].at_ms);
}

Test(timeline, tells_what_moved_the_journey_and_who_said_so)
{
	uint64_t id = temp_call_burglary(&t);
	struct timeline line;

	temp_hub_act(&t, "move_journey", "casefile", hash(id), "state", "S02",
	    "told-by", "police", NULL);
	line = read_line(person_of(id), id);
	cr_expect_eq(line.at[line.n - 1].casefile, id);
	for (size_t i = 0; i < line.n; i++)
		if (strcmp(line.at[i].what, "investigation") == 0)
			cr_expect_str_eq(line.at[i].who, "police");
}

Test(timeline, of_a_case_that_is_somebody_elses_is_not_there)
{
	uint64_t a = temp_call_burglary(&t), b = temp_call_hate(&t);
	struct timeline line;

	cr_expect_eq(timeline_read(t.hub, arena, person_of(a), b, &line,
			 &fault),
	    RC_MISSING);
	cr_expect_eq(line.n, 0u);
}
