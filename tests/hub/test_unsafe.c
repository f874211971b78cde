/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

/*
 * No road leads to an unsafe address. People are made at random, with random
 * crimes and a random choice of what is safe, and what was said is worked out
 * here a second time, more simply than the gate does. Then everything that the
 * hub reads out is searched for what must not stand there.
 */

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/chance.h"
#include "base/phone.h"
#include "edge/export.h"
#include "hub/act.h"
#include "hub/find.h"
#include "hub/journey.h"
#include "hub/read.h"
#include "hub/slip.h"
#include "model/kind.h"
#include "model/kinds.h"
#include "model/record.h"

#include "tests/support/temp_hub.h"

#define PEOPLE 60

static struct temp_hub t;
static struct chance *chance;
static struct arena *arena;

/* What was said of one person, and what of theirs must not be read out. */
static struct life {
	uint64_t person, casefile;
	char phone[16], email[32], address[32];
	bool hide_phone, hide_email, hide_address;
} lives[PEOPLE];

static void
make(void)
{
	temp_hub_make(&t);
	arena = arena_new();
	chance = malloc(sizeof(*chance));
	chance_seed(chance, 20261124);
}

static void
take_away(void)
{
	free(chance);
	arena_free(arena);
	temp_hub_remove(&t);
}

TestSuite(unsafe, .init = make, .fini = take_away, .timeout = 120);

static unsigned
below(unsigned n)
{
	return (unsigned)chance_below(chance, n);
}

static const char *
hash(uint64_t id)
{
	return arena_printf(arena, "#%016llx", (unsigned long long)id);
}

/* ---- making ---- */

/* "tv": each of the letters with even chances; "" for not asked. */
static const char *
some_letters(void)
{
	static const char all[] = "tvep";
	char out[8] = "";

	if (below(4) == 0)
		return below(2) ? "" : "x";
	for (size_t i = 0, n = 0; i < 4; i++)
		if (below(2))
			out[n++] = all[i];
	return arena_str(arena, *out ? out : "v");
}

static bool
says(const char *letters, char c)
{
	return strchr(letters, c) != NULL;
}

static void
set_way(struct life *l, const char *way, const char *where, const char *safe)
{
	temp_hub_act(&t, "set_safe_way", "person", hash(l->person), "way", way,
	    "where", where, "safe", safe, NULL);
}

/* What was said of the very place stands over the letters. */
static void
say_more(struct life *l, const char *letters)
{
	if (below(3) == 0) {
		set_way(l, "p", l->phone, "n");
		l->hide_phone = true;
	}
	if (below(3) == 0) {
		bool safe = below(2);

		set_way(l, "e", l->email, safe ? "y" : "n");
		l->hide_email = !safe;
	}
	if (below(3) == 0) {
		bool safe = below(2);

		set_way(l, "l", l->address, safe ? "y" : "n");
		l->hide_address = !safe;
	}
	(void)letters;
}

static void
make_life(struct life *l, int i)
{
	static const char *const crimes[] = { "BUR", "DOM", "STK", "HBA",
		"ROB", "ASB" };
	const char *crime = crimes[below(6)], *letters = some_letters();
	bool feared = strcmp(crime, "DOM") == 0 || strcmp(crime, "STK") == 0 ||
	    strcmp(crime, "HBA") == 0;

	snprintf(l->phone, sizeof(l->phone), "077009%05d", 10000 + i * 7);
	snprintf(l->email, sizeof(l->email), "quill%d@example.org", i);
	snprintf(l->address, sizeof(l->address), "%d Quillfeather Row", i + 100);
	l->casefile = temp_hub_act(&t, "take_referral", "person.family",
	    arena_printf(arena, "Marker%d", i), "person.phone", l->phone,
	    "person.email", l->email, "home.address", l->address,
	    "casefile.category", crime, "safety.channels", letters, NULL);
	{
		struct record *c;
		struct fault f = { 0 };

		cr_assert_eq(hub_record(t.hub, arena, KIND_CASEFILE,
				 l->casefile, &c, &f), RC_OK, "%s", f.text);
		l->person = record_link(c, CASEFILE_PERSON);
	}
	l->hide_phone = says(letters, 'x');
	l->hide_email = says(letters, 'x') ||
	    (*letters ? !says(letters, 'e') : feared);
	l->hide_address = says(letters, 'x') ||
	    (feared && (!*letters || !says(letters, 'p')));
	say_more(l, letters);
}

static void
make_lives(void)
{
	for (int i = 0; i < PEOPLE; i++)
		make_life(&lives[i], i);
}

/* ---- looking ---- */

/* The same number as people write it. */
static bool
holds(const char *text, const char *number)
{
	char spaced[2 * PHONE_ROOM];

	phone_show(number, spaced);
	return strstr(text, number) || strstr(text, spaced);
}

static void
search(const char *text, const char *road)
{
	for (int i = 0; i < PEOPLE; i++) {
		const struct life *l = &lives[i];

		cr_expect_not(l->hide_phone && holds(text, l->phone),
		    "%s tells an unsafe number of person %d", road, i);
		cr_expect_not(l->hide_email && strstr(text, l->email),
		    "%s tells an unsafe e-mail of person %d", road, i);
		cr_expect_not(l->hide_address && strstr(text, l->address),
		    "%s tells an unsafe address of person %d", road, i);
	}
}

static const char *
words_of_record(const struct record *r)
{
	struct value_ctx ctx = hub_ctx(t.hub);
	struct buf out = { 0 };
	struct span value;
	const char *text;

	for (size_t i = 0; r && i < r->kind->n; i++)
		if (record_get(r, r->kind->fields[i].tag, &value) &&
		    r->kind->fields[i].type != TYPE_LINK) {
			value_show(&r->kind->fields[i], value, &ctx, &out);
			buf_puts(&out, "\n");
		}
	text = arena_str(arena, buf_str(&out));
	buf_release(&out);
	return text;
}

Test(unsafe, is_not_on_a_page_or_in_a_list)
{
	static const unsigned kinds[] = { KIND_HOME, KIND_SAFETY, KIND_TASK,
		KIND_CONTACT, KIND_PARTY };
	struct person_page page;
	struct record_list list;

	make_lives();
	for (int i = 0; i < PEOPLE; i++) {
		cr_assert_eq(hub_person_page(t.hub, arena, lives[i].person,
				 &page, NULL), RC_OK);
		search(words_of_record(page.person), "the page");
		search(words_of_record(page.home), "the page");
		search(words_of_record(page.safety), "the page");
		for (size_t k = 0; k < 5; k++) {
			cr_assert_eq(hub_children(t.hub, arena,
					 lives[i].person, kinds[k], &list,
					 NULL), RC_OK);
			for (size_t n = 0; n < list.n; n++)
				search(words_of_record(list.at[n]), "a list");
		}
	}
}

Test(unsafe, is_in_no_export)
{
	static const unsigned kinds[] = { KIND_PERSON, KIND_HOME, KIND_SAFETY,
		KIND_PARTY, KIND_CONTACT, KIND_TASK };
	struct fault f = { 0 };

	make_lives();
	for (size_t k = 0; k < sizeof(kinds) / sizeof(kinds[0]); k++)
		for (int form = EXPORT_TEXT; form <= EXPORT_JSON; form++) {
			char *text = NULL;
			size_t size;
			uint64_t n;
			FILE *to = open_memstream(&text, &size);

			cr_assert_eq(export_kind(t.hub,
					 kinds_by_tag(t.hub->kinds, kinds[k]),
					 (enum export_form)form, to, &n, &f),
			    RC_OK, "%s", f.text);
			fclose(to);
			search(text, "an export");
			free(text);
		}
}

Test(unsafe, is_not_in_the_trail_nor_in_what_stood)
{
	struct trail trail;
	struct record *r, *was;

	make_lives();
	for (int i = 0; i < PEOPLE; i++) {
		static const unsigned kinds[] = { KIND_HOME, KIND_SAFETY };
		struct record_list list;

		cr_assert_eq(hub_trail(t.hub, arena, KIND_PERSON,
				 lives[i].person, &trail, NULL), RC_OK);
		for (size_t n = 0; n < trail.n; n++)
			search(trail.at[n].words, "the trail");
		cr_assert_eq(hub_record_as_of(t.hub, arena, KIND_PERSON,
				 lives[i].person, hub_now(t.hub), &r, NULL),
		    RC_OK);
		search(words_of_record(r), "what stood");
		for (size_t k = 0; k < 2; k++) {
			cr_assert_eq(hub_children(t.hub, arena,
					 lives[i].person, kinds[k], &list,
					 NULL), RC_OK);
			for (size_t n = 0; n < list.n; n++) {
				cr_assert_eq(hub_trail(t.hub, arena, kinds[k],
						 list.at[n]->id, &trail, NULL),
				    RC_OK);
				for (size_t m = 0; m < trail.n; m++)
					search(trail.at[m].words, "the trail");
				cr_assert_eq(hub_record_as_of(t.hub, arena,
						 kinds[k], list.at[n]->id,
						 hub_now(t.hub), &was, NULL),
				    RC_OK);
				search(words_of_record(was), "what stood");
			}
		}
	}
}

/* What is safe is there to be used: hiding everything would pass the rest. */
Test(unsafe, is_all_that_is_kept_back)
{
	struct person_page page;
	size_t shown = 0, hidden = 0;

	make_lives();
	for (int i = 0; i < PEOPLE; i++) {
		const struct life *l = &lives[i];

		cr_assert_eq(hub_person_page(
				 t.hub, arena, l->person, &page, NULL), RC_OK);
		cr_expect_eq(holds(words_of_record(page.person), l->phone),
		    !l->hide_phone, "the number of person %d", i);
		cr_expect_eq(strstr(words_of_record(page.home), l->address) !=
			NULL, !l->hide_address, "the address of person %d", i);
		shown += !l->hide_address + !l->hide_phone;
		hidden += l->hide_address + l->hide_phone;
	}
	cr_expect_gt(shown, 10);
	cr_expect_gt(hidden, 10);
}

/* A screen that was shown the words in its place gives them back in vain. */
Test(unsafe, is_never_overwritten_by_what_stood_in_its_place)
{
	struct life *l = &lives[0];
	struct person_page page;

	make_life(l, 0);
	set_way(l, "l", l->address, "n");
	cr_assert_eq(hub_person_page(t.hub, arena, l->person, &page, NULL),
	    RC_OK);
	temp_hub_act(&t, "take_referral", "person", hash(l->person),
	    "casefile.category", "ASB", "home.address",
	    record_text(page.home, HOME_ADDRESS), NULL);
	set_way(l, "l", l->address, "y");
	set_way(l, "h", l->address, "y");
	temp_hub_act(&t, "set_safety", "person", hash(l->person),
	    "safety.channels", "tp", NULL);
	cr_assert_eq(hub_person_page(t.hub, arena, l->person, &page, NULL),
	    RC_OK);
	cr_expect_str_eq(record_text(page.home, HOME_ADDRESS), l->address);
}
