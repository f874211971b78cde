/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <criterion/criterion.h>
#include <string.h>

#include "base/buf.h"
#include "hub/due.h"
#include "hub/journey.h"
#include "hub/opening.h"
#include "model/code.h"

#include "tests/support/temp_defs.h"

static struct codes *codes;
static struct journeys *journeys;
static struct deadlines *deadlines;
static struct openings *openings;
static struct fault fault;

static enum rc
load(const char *dir)
{
	return openings_load(dir, codes, journeys, deadlines, &openings,
	    &fault);
}

static void
make(void)
{
	cr_assert_eq(codes_load(temp_defs_data("codes"), &codes, &fault),
	    RC_OK, "%s", fault.text);
	cr_assert_eq(journeys_load(temp_defs_data("journeys"), &journeys,
			 &fault),
	    RC_OK, "%s", fault.text);
	cr_assert_eq(deadlines_load(temp_defs_data("deadlines"), &deadlines,
			 &fault),
	    RC_OK, "%s", fault.text);
	cr_assert_eq(load(temp_defs_data("openings")), RC_OK, "%s",
	    fault.text);
}

static void
take_away(void)
{
	openings_free(openings);
	deadlines_free(deadlines);
	journeys_free(journeys);
	codes_free(codes);
}

TestSuite(opening, .init = make, .fini = take_away);

/* Violence, full consent, safe contact known, nothing grave told. */
static struct opening_facts
facts(const char *state, const char *passed)
{
	return (struct opening_facts){ .state = state, .from = "",
		.passed = passed, .crime = "VIO", .disposals = "",
		.consent = "f", .risk = "-", .safe = true };
}

static bool
opens(const char *what, const char *sort, const struct opening_facts *x)
{
	for (size_t i = 0; i < openings_count(openings); i++) {
		const struct opening *row = openings_nth(openings, i);

		if (strcmp(row->opens, what) == 0 &&
		    strcmp(row->sort, sort) == 0 && opening_fits(codes, row, x))
			return true;
	}
	return false;
}

Test(opening, gives_a_police_review_only_after_an_interview)
{
	struct opening_facts x = facts("S11", "S01 S02 S11");

	cr_expect_not(opens("decision", "police-review", &x));
	x = facts("S11", "S01 S03 S05 S11");
	cr_expect(opens("decision", "police-review", &x));
}

Test(opening, gives_a_cps_review_when_the_cps_decided)
{
	struct opening_facts x = facts("S11", "S01 S03 S05 S08 S11");

	x.from = "S08";
	cr_expect(opens("decision", "cps-review", &x));
	cr_expect_not(opens("decision", "police-review", &x));
}

Test(opening, asks_the_attorney_general_of_the_crown_court_only)
{
	struct opening_facts x = facts("S29", "S09 S13 S15 S29");

	cr_expect_not(opens("decision", "lenient", &x));
	x = facts("S29", "S09 S13 S17 S19 S22 S26 S29");
	cr_expect(opens("decision", "lenient", &x));
}

Test(opening, joins_the_scheme_from_twelve_months)
{
	struct opening_facts x = facts("S29", "S17 S29");

	x.disposals = "custody restraining";
	x.months = 11;
	cr_expect_not(opens("scheme", "contact", &x));
	x.months = 12;
	cr_expect(opens("scheme", "contact", &x));
	x.crime = "BIC";
	cr_expect_not(opens("scheme", "contact", &x));
}

Test(opening, never_offers_restorative_justice_before_consent_and_stage)
{
	struct opening_facts x = facts("S09", "S09");

	cr_expect_not(opens("restorative", "offered", &x));
	x = facts("S26", "S26");
	cr_expect(opens("restorative", "offered", &x));
	x.consent = "s";
	cr_expect_not(opens("restorative", "offered", &x));
	x.consent = "f";
	x.safe = false;
	cr_expect_not(opens("restorative", "offered", &x));
}

Test(opening, waits_for_the_victim_to_ask_after_domestic_abuse)
{
	struct opening_facts x = facts("S26", "S26");

	x.crime = "DOM";
	cr_expect_not(opens("restorative", "offered", &x));
	x.asked = true;
	cr_expect(opens("restorative", "offered", &x));
}

Test(opening, says_what_is_lacking)
{
	struct opening_facts x = facts("S09", "S09");
	struct buf out = { 0 };

	x.consent = "n";
	for (size_t i = 0; i < openings_count(openings); i++)
		if (strcmp(openings_nth(openings, i)->opens, "restorative") ==
		    0)
			opening_lacks(codes, journeys,
			    openings_nth(openings, i), &x, &out);
	cr_expect(strstr(buf_str(&out), "suspect charged"), "%s",
	    buf_str(&out));
	cr_expect(strstr(buf_str(&out), "agreed"), "%s", buf_str(&out));
	buf_release(&out);
}

#define ROW(more)                                                             	"name = \"x\"; title = \"x\"; openings = ( { say = \"s\"; "          	"source = \"s\"; mark = \"D\"; " more " } );"

static void
expect_refused(const char *text, const char *words)
{
	char dir[64];

	openings_free(openings);
	openings = NULL;
	temp_defs_make(dir, text);
	cr_expect_eq(load(dir), RC_INVALID);
	cr_expect(strstr(fault.text, words), "%s", fault.text);
	cr_expect(strstr(fault.text, "test.cfg:1"), "%s", fault.text);
	temp_defs_remove(dir);
	openings = NULL;
}

Test(opening, refuses_a_stage_that_is_not_there)
{
	expect_refused(ROW("opens = \"decision\"; sort = \"lenient\"; "
			   "states = [ \"S99\" ];"),
	    "there is no stage S99");
}

Test(opening, refuses_a_sort_that_is_not_there)
{
	expect_refused(ROW("opens = \"scheme\"; sort = \"lottery\"; "
			   "states = [ \"S29\" ];"),
	    "there is no scheme \"lottery\"");
}

Test(opening, refuses_a_rule_that_is_not_there)
{
	expect_refused(ROW("opens = \"decision\"; sort = \"lenient\"; "
			   "states = [ \"S29\" ]; rule = \"VC99\";"),
	    "there is no rule VC99");
}

Test(opening, knows_which_of_two_charges_is_further)
{
	cr_expect(journey_is_further(journeys, "S26", "S25"));
	cr_expect(journey_is_further(journeys, "S26", "S22"));
	cr_expect_not(journey_is_further(journeys, "S22", "S26"));
	/* One suspect filed and one charged: the case goes on. */
	cr_expect(journey_is_further(journeys, "S09", "S11"));
	cr_expect_not(journey_is_further(journeys, "S11", "S09"));
	cr_expect(journey_is_further(journeys, "S33", "S38"));
}
