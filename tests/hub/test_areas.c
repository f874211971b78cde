/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <criterion/criterion.h>
#include <string.h>

#include "base/arena.h"
#include "fold/fold.h"
#include "hub/act.h"
#include "hub/queue.h"
#include "hub/read.h"
#include "hub/slip.h"
#include "model/record.h"
#include "store/people.h"

#include "tests/support/temp_hub.h"

/*
 * Who may not read an area is kept from it by keys: what is there and what is
 * not there answer alike, whoever folded the journal last.
 */

static struct temp_hub t;
static struct arena *arena;
static struct fault fault;

static void
make(void)
{
	static const char *const areas[] = { "NOR" };
	struct people_new norfolk = { .name = "norfolk",
		.passphrase = TEMP_HUB_PASS, .role = "handler",
		.areas = areas, .n_areas = 1 };
	uint16_t number;

	temp_hub_make(&t);
	arena = arena_new();
	cr_assert_eq(people_add(t.hub->vault, &norfolk, &number, &fault), RC_OK,
	    "%s", fault.text);
}

static void
take_away(void)
{
	arena_free(arena);
	temp_hub_remove(&t);
}

TestSuite(areas, .init = make, .fini = take_away);

static uint64_t
take(const char *area, const char *family)
{
	return temp_hub_act(&t, "take_referral", "area", area, "person.family",
	    family, "casefile.category", "BUR", NULL);
}

static size_t
team_size(void)
{
	size_t n;

	cr_assert_eq(
	    queue_count(t.hub, QUEUE_TEAM, &n, &fault), RC_OK, "%s", fault.text);
	return n;
}

static enum rc
read_case(uint64_t id)
{
	struct record *r;

	return hub_record(t.hub, arena, KIND_CASEFILE, id, &r, &fault);
}

Test(areas, keep_what_is_hidden_and_what_is_absent_alike)
{
	uint64_t hidden = take("LEI", "okafor");
	char absent[512];

	temp_hub_close(&t);
	temp_hub_open_as(&t, "norfolk");
	cr_expect_eq(read_case(12345), RC_MISSING);
	strcpy(absent, fault.text);
	cr_expect_eq(read_case(hidden), RC_MISSING);
	cr_expect_str_eq(fault.text, absent);
	cr_expect_eq(team_size(), 0u);
}

Test(areas, refuse_a_referral_for_an_area_one_does_not_belong_to)
{
	struct slip slip = { .arena = arena };
	struct act_done done;

	temp_hub_close(&t);
	temp_hub_open_as(&t, "norfolk");
	slip_set(&slip, "area", "LEI");
	slip_set(&slip, "person.family", "okafor");
	cr_expect_eq(
	    act_run(t.hub, "take_referral", &slip, &done, &fault), RC_DENIED);
}

Test(areas, refuse_an_address_to_those_without_the_safe_area)
{
	struct slip slip = { .arena = arena };
	struct act_done done;

	temp_hub_close(&t);
	temp_hub_open_as(&t, "norfolk");
	slip_set(&slip, "person.family", "okafor");
	slip_set(&slip, "home.address", "14 ash road");
	cr_expect_eq(
	    act_run(t.hub, "take_referral", &slip, &done, &fault), RC_DENIED);
	cr_expect_not_null(strstr(fault.text, "address"));
}

static void
tell(const char *sentence, void *arg)
{
	(void)arg;
	cr_log_error("%s", sentence);
}

/* One who could not open an entry flushed; one who can comes after. */
Test(areas, lose_nothing_when_someone_without_the_key_keeps_the_folds)
{
	uint64_t first = take("LEI", "okafor"), second;
	size_t wrong;

	temp_hub_close(&t);
	temp_hub_open_as(&t, "norfolk");
	take("NOR", "brook");
	cr_assert_eq(fold_flush(t.hub->fold, &fault), RC_OK, "%s", fault.text);
	cr_assert_eq(
	    fold_compare(t.hub->fold, tell, NULL, &wrong, &fault), RC_OK);
	cr_expect_eq(wrong, 0u);
	temp_hub_close(&t);

	temp_hub_open(&t);
	cr_expect_eq(read_case(first), RC_OK);
	cr_expect_eq(team_size(), 2u);
	second = take("LEI", "nowak");
	cr_assert_eq(fold_flush(t.hub->fold, &fault), RC_OK, "%s", fault.text);
	temp_hub_close(&t);

	temp_hub_open(&t);
	cr_expect_eq(read_case(first), RC_OK);
	cr_expect_eq(read_case(second), RC_OK);
	cr_assert_eq(
	    fold_compare(t.hub->fold, tell, NULL, &wrong, &fault), RC_OK);
	cr_expect_eq(wrong, 0u);
	temp_hub_close(&t);

	temp_hub_open_as(&t, "norfolk");
	cr_assert_eq(
	    fold_compare(t.hub->fold, tell, NULL, &wrong, &fault), RC_OK);
	cr_expect_eq(wrong, 0u, "what is not theirs is not called wrong");
}
