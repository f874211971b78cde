/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <criterion/criterion.h>
#include <string.h>

#include "hub/journey.h"

#include "tests/support/temp_defs.h"

static struct journeys *journeys;
static struct fault fault;

static void
make(void)
{
	cr_assert_eq(journeys_load(temp_defs_data("journeys"), &journeys,
			 &fault),
	    RC_OK, "%s", fault.text);
}

static void
take_away(void)
{
	journeys_free(journeys);
}

TestSuite(journey, .init = make, .fini = take_away);

Test(journey, holds_every_state_of_a_crime)
{
	cr_expect_eq(journey_count(journeys), 43u, "%zu states",
	    journey_count(journeys));
	cr_expect_str_eq(journey_state(journeys, "S11")->name, "NFA");
	cr_expect_null(journey_state(journeys, "S99"));
}

Test(journey, opens_only_the_moves_it_holds)
{
	cr_expect(journey_is_open(journeys, "S02", "S03"));
	cr_expect_not(journey_is_open(journeys, "S02", "S29"));
	cr_expect_not(journey_is_open(journeys, "S02", "S99"));
	cr_expect_not(journey_is_open(journeys, "S99", "S02"));
}

Test(journey, begins_with_an_incident_or_a_crime)
{
	cr_expect(journey_is_open(journeys, "", "S00"));
	cr_expect(journey_is_open(journeys, "", "S01"));
	cr_expect_not(journey_is_open(journeys, "", "S29"));
}

Test(journey, can_always_be_opened_again)
{
	cr_expect(journey_is_open(journeys, "S90", "S02"));
	cr_expect(journey_is_open(journeys, "S90", "S12"));
}

Test(journey, leads_from_report_to_sentence_and_not_back)
{
	cr_expect(journey_leads(journeys, "S01", "S29"));
	cr_expect(journey_leads(journeys, "S01", "S90"));
	cr_expect_not(journey_leads(journeys, "S02", "S00"));
	cr_expect(journey_leads(journeys, "S11", "S11"), "by way of review");
}

Test(journey, knows_the_words_of_the_open_data)
{
	cr_expect_str_eq(journey_of_outcome(journeys,
			     "Investigation complete; no suspect identified"),
	    "S11");
	cr_expect_str_eq(journey_of_outcome(journeys,
			     "Offender given penalty notice"),
	    "S10");
	cr_expect_null(journey_of_outcome(journeys,
	    "Status update unavailable"));
	cr_expect(journey_knows_outcome(journeys, "Status update unavailable"));
	cr_expect_not(journey_knows_outcome(journeys, "Vanished"));
	cr_expect_str_eq(journey_review(journeys,
			     "Unable to prosecute suspect"),
	    "police");
}

Test(journey, says_which_ways_are_open)
{
	struct buf out = { 0 };

	journey_ways(journeys, "S20", &out);
	cr_expect(strstr(buf_str(&out), "S16 "), "%s", buf_str(&out));
	cr_expect_null(strstr(buf_str(&out), "S20 "));
	buf_release(&out);
}

#define STATE(code, rest)                                                      \
	"{ code = \"" code                                                     \
	"\"; name = \"N\"; label = \"l\"; meaning = \"m\"; "                   \
	"track = \"hub\"; " rest " }"
#define FILE_OF(begins, states)                                                \
	"name = \"x\"; title = \"x\"; begins = [ " begins " ];\n"              \
	"states = (\n" states "\n);"

static const struct {
	const char *text, *words;
} faults[] = {
	{ FILE_OF("\"A\"", STATE("A", "end = true;") ",\n" STATE("A", "")),
	    "test.cfg:4: the state A is there twice" },
	{ FILE_OF("\"A\"", STATE("A", "next = [ \"B\" ]; end = true;")),
	    "test.cfg:3: A leads to a state that is not there: B" },
	{ FILE_OF("\"A\"",
	      STATE("A", "end = true;") ",\n" STATE("B", "end = true;")),
	    "test.cfg:4: B is a state that nothing leads to" },
	{ FILE_OF("\"A\"", STATE("A", "next = [ \"B\" ];") ",\n" STATE("B",
			       "next = [ \"A\" ];")),
	    "test.cfg:3: A goes round for ever" },
	{ FILE_OF("\"Z\"", STATE("A", "end = true;")),
	    "there is no state Z to begin in" },
	{ FILE_OF("\"A\"", STATE("A", "end = true; nxt = [ ];")), "nxt" },
};

Test(journey, file_that_is_wrong_is_refused_with_its_line)
{
	for (size_t i = 0; i < sizeof(faults) / sizeof(faults[0]); i++) {
		char dir[64];
		struct journeys *none = NULL;

		temp_defs_make(dir, faults[i].text);
		cr_expect_eq(journeys_load(dir, &none, &fault), RC_INVALID,
		    "file %zu was taken", i);
		cr_expect(strstr(fault.text, faults[i].words), "file %zu: %s",
		    i, fault.text);
		temp_defs_remove(dir);
	}
}
