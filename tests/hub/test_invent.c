/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/ref.h"
#include "base/str.h"
#include "fold/fold.h"
#include "fold/look.h"
#include "hub/invent.h"
#include "hub/journey.h"
#include "hub/queue.h"
#include "model/check.h"
#include "model/record.h"

#include "tests/support/temp_hub.h"

/*
 * The demonstration is looked at as everything else is: through the folds, by
 * someone who signed in. The desk it is made for is jshah's.
 */

static void
invent(struct temp_hub *t, size_t people, uint64_t seed)
{
	struct fault f = { 0 };
	struct invention what;

	temp_hub_make(t);
	what = (struct invention){ .hub = t->hub,
		.data = temp_hub_data(),
		.people = people,
		.seed = seed };
	cr_assert_eq(invent_people(&what, &f), RC_OK, "%s", f.text);
}

typedef void see_fn(const struct record *, void *arg);

/* Every record that there is. */
static void
see_all(struct temp_hub *t, see_fn *see, void *arg)
{
	struct arena *a = arena_new();
	struct look_walk w;
	struct look look;
	struct fault f = { 0 };

	cr_assert_eq(fold_look(t->hub->fold, &look, &f), RC_OK, "%s", f.text);
	cr_assert_eq(look_walk_open(&look, TABLE_RECORD, span_of("", 0), &w,
			 &f),
	    RC_OK);
	while (!look_walk_next(&w, &f)) {
		struct record *r;

		cr_assert_eq(look_row(&look, a, w.key, w.value, &r, &f), RC_OK,
		    "%s", f.text);
		see(r, arg);
		arena_reset(a);
	}
	look_walk_close(&w);
	look_end(&look);
	arena_free(a);
}

static void
see_sound(const struct record *r, void *arg)
{
	struct temp_hub *t = arg;
	struct value_ctx ctx = hub_ctx(t->hub);
	struct arena *a = arena_new();
	struct checks checks = { .arena = a };

	check_record(r, &ctx, &checks);
	for (size_t i = 0; i < checks.n; i++)
		cr_expect(checks.at[i].missing, "%s.%s \"%s\": %s",
		    r->kind->name, checks.at[i].field->name,
		    record_text(r, checks.at[i].field->tag), checks.at[i].text);
	arena_free(a);
}

Test(invent, makes_only_what_the_tables_allow)
{
	struct temp_hub t;

	invent(&t, 150, 1);
	see_all(&t, see_sound, &t);
	temp_hub_remove(&t);
}

/* The ranges that are kept for drama, and the postcodes that are no street. */
static void
see_unreal(const struct record *r, void *arg)
{
	const char *phone = record_text(r, PERSON_PHONE);
	const char *postcode = record_text(r, PERSON_POSTCODE);
	char ref[REF_ROOM];

	(void)arg;
	if (r->kind->tag != KIND_PERSON)
		return;
	cr_expect(!*phone || str_starts(phone, "07700900") ||
		      str_starts(phone, "01164960") ||
		      str_starts(phone, "01632960") ||
		      str_starts(phone, "03069990"),
	    "%s", phone);
	cr_expect(!*postcode || !strcmp(postcode, "NFA") ||
		      str_starts(postcode, "LE9") ||
		      str_starts(postcode, "NR9"),
	    "%s", postcode);
	cr_expect_eq(ref_parse(record_text(r, PERSON_REF), ref, NULL), RC_OK);
}

Test(invent, gives_nobody_a_number_that_rings)
{
	struct temp_hub t;

	invent(&t, 150, 2);
	see_all(&t, see_unreal, NULL);
	temp_hub_remove(&t);
}

struct tally {
	size_t people, closed, stages[100];
	int64_t now;
	struct buf names;
};

static void
see_tally(const struct record *r, void *arg)
{
	struct tally *tally = arg;

	if (r->kind->tag == KIND_PERSON) {
		tally->people++;
		buf_printf(&tally->names, "%s %s %s %s\n",
		    record_text(r, PERSON_REF), record_text(r, PERSON_GIVEN),
		    record_text(r, PERSON_FAMILY), record_text(r, PERSON_BORN));
	}
	if (r->kind->tag == KIND_CASEFILE)
		tally->stages[atoi(record_text(r, CASEFILE_STAGE) + 1) % 100]++;
}

Test(invent, has_a_case_at_every_stage_of_the_journey)
{
	struct tally tally = { 0 };
	struct temp_hub t;

	invent(&t, 150, 3);
	see_all(&t, see_tally, &tally);
	cr_expect_eq(tally.people, 150u + 11u);
	for (size_t i = 0; i < journey_count(t.hub->journeys); i++) {
		const char *code = journey_nth(t.hub->journeys, i)->code;

		cr_expect(tally.stages[atoi(code + 1)], "nobody is at %s",
		    code);
	}
	buf_release(&tally.names);
	temp_hub_remove(&t);
}

Test(invent, makes_the_same_people_from_the_same_seed)
{
	struct tally one = { 0 }, two = { 0 }, other = { 0 };
	struct temp_hub t;

	invent(&t, 40, 5);
	see_all(&t, see_tally, &one);
	temp_hub_remove(&t);
	invent(&t, 40, 5);
	see_all(&t, see_tally, &two);
	temp_hub_remove(&t);
	invent(&t, 40, 6);
	see_all(&t, see_tally, &other);
	temp_hub_remove(&t);
	cr_expect_str_eq(buf_str(&one.names), buf_str(&two.names));
	cr_expect_str_neq(buf_str(&one.names), buf_str(&other.names));
	buf_release(&one.names);
	buf_release(&two.names);
	buf_release(&other.names);
}

Test(invent, puts_the_cast_first_on_its_desk)
{
	static const char *const refs[] = { "9M3QRY", "LRX7HM", "8KW2MX",
		"W4QH9X", "3CF6YY", "QL2C82", "Y9H3W3", "7XM4LZ" };
	struct arena *a = arena_new();
	struct queue_page page;
	struct fault f = { 0 };
	struct temp_hub t;

	invent(&t, 150, 1);
	t.hub->me.id = hub_key_id(t.hub, KIND_WORKER, "jshah");
	cr_assert_eq(queue_read(t.hub, a, QUEUE_MINE, 0, 8, &page, &f), RC_OK,
	    "%s", f.text);
	cr_assert_eq(page.n, 8u);
	for (size_t i = 0; i < page.n; i++)
		cr_expect_str_eq(page.rows[i].ref, refs[i]);
	cr_expect_str_eq(page.rows[0].due, "TODAY 14");
	cr_expect(page.rows[0].danger && page.rows[0].unsafe);
	cr_expect_str_eq(page.rows[2].name, "Pike, Ellie (14)");
	cr_expect_str_eq(page.rows[2].safe, "!via");
	cr_expect_str_eq(page.rows[3].why, "interpreter: Polish");
	arena_free(a);
	temp_hub_remove(&t);
}
