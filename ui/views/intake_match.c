/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

/*
 * Nothing joins by itself: people are shown by initial, year, area and last
 * crime, and Ctrl-O is a decision. Reading more than that hint is an act, and
 * is in the audit trail with it.
 */

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/phone.h"
#include "base/postcode.h"
#include "base/str.h"
#include "base/utf8.h"
#include "base/when.h"
#include "hub/hub.h"
#include "hub/looked.h"
#include "hub/read.h"
#include "hub/slip.h"
#include "model/code.h"
#include "model/record.h"
#include "ui/parts/line.h"
#include "ui/views/desk.h"

#include "ui/views/intake.h"

#define PLAIN_SCORE 75 /* one match this good, and no other near it */
#define PLAIN_AHEAD 15
#define DATE_LEAST 6

/* The clues, and which slots they come from. */
enum clue { GIVEN, FAMILY, BORN, PHONE, POSTCODE, CLUES };

static const char *const clue_slots[CLUES] = { "person.given", "person.family",
	"person.born", "person.phone", "person.postcode" };

/* Three letters of a surname and one thing more, or a whole number. */
static bool
is_enough(char clues[CLUES][96])
{
	bool more = clues[BORN][0] || clues[PHONE][0] || clues[POSTCODE][0];

	return (strlen(clues[FAMILY]) >= 3 && more) ||
	       strlen(clues[PHONE]) >= 10;
}

/* What a slot says so far. Half a date would be an age, so a date counts once
 * it is long enough to be one. */
static void
take_clue(struct entry *e, int clue, char *out, size_t size)
{
	bool here = strcmp(entry_focus(e)->name, clue_slots[clue]) == 0;

	str_set(out, size,
	    here ? entry_text(e, clue_slots[clue])
		 : entry_value(e, clue_slots[clue]));
	if (here && clue == BORN && strlen(out) < DATE_LEAST)
		out[0] = '\0';
}

void
intake_look(struct intake *s)
{
	struct entry *e = sheet_entry(s->sheet);
	char clues[CLUES][96], all[sizeof(s->clues)];
	struct find_clues find;
	struct fault f = { 0 };

	for (int i = 0; i < CLUES; i++)
		take_clue(e, i, clues[i], sizeof(clues[i]));
	snprintf(all, sizeof(all), "%s|%s|%s|%s|%s", clues[GIVEN],
	    clues[FAMILY], clues[BORN], clues[PHONE], clues[POSTCODE]);
	if (strcmp(all, s->clues) == 0)
		return;
	str_set(s->clues, sizeof(s->clues), all);
	arena_reset(s->hints_arena);
	s->hints = (struct find_page){ 0 };
	if (!is_enough(clues))
		return;
	find = (struct find_clues){ clues[GIVEN], clues[FAMILY], clues[BORN],
		clues[PHONE], clues[POSTCODE] };
	/* A hint that cannot be had is no reason to stop a call. */
	if (find_hints(desk_hub(), s->hints_arena, &find, &s->hints, &f))
		s->hints = (struct find_page){ 0 };
}

/* ---- joining ---- */

/* What is known of a person and where it goes on the form. */
/* clang-format off */
enum known { FROM_PERSON, FROM_SAFETY, FROM_HOME, FROM_LAST };

static const struct known_value {
	const char *slot;
	enum known from;
	unsigned tag;
} known_values[] = {
	{ "person.given",	FROM_PERSON,	PERSON_GIVEN },
	{ "person.family",	FROM_PERSON,	PERSON_FAMILY },
	{ "person.born",	FROM_PERSON,	PERSON_BORN },
	{ "person.phone",	FROM_PERSON,	PERSON_PHONE },
	{ "person.postcode",	FROM_PERSON,	PERSON_POSTCODE },
	{ "person.language",	FROM_PERSON,	PERSON_LANGUAGE },
	{ "person.access",	FROM_PERSON,	PERSON_ACCESS },
	{ "person.via-name",	FROM_PERSON,	PERSON_VIA_NAME },
	{ "person.via-relation", FROM_PERSON,	PERSON_VIA_RELATION },
	{ "safety.channels",	FROM_SAFETY,	SAFETY_CHANNELS },
	{ "safety.times",	FROM_SAFETY,	SAFETY_TIMES },
	{ "home.address",	FROM_HOME,	HOME_ADDRESS },
	{ "casefile.needs",	FROM_LAST,	CASEFILE_NEEDS },
	{ "consent.kind",	FROM_LAST,	CASEFILE_CONSENT },
};
/* clang-format on */

#define N_KNOWN (sizeof(known_values) / sizeof(known_values[0]))

/* The newest case that says what they need. */
static struct record *
last_case(const struct record_list *cases)
{
	struct record *last = NULL;
	int64_t nth = -1;

	for (size_t i = 0; i < cases->n; i++) {
		struct record *r = cases->at[i];
		int64_t n = record_number(r, CASEFILE_NTH);

		if (n >= nth && record_text(r, CASEFILE_NEEDS)[0] != '\0') {
			last = r;
			nth = n;
		}
	}
	return last;
}

static void
fill_in(struct intake *s, const struct person_page *page)
{
	struct entry *e = sheet_entry(s->sheet);
	const struct record *from[] = {
		[FROM_PERSON] = page->person,
		[FROM_SAFETY] = page->safety,
		[FROM_HOME] = page->home,
		[FROM_LAST] = last_case(&page->casefiles),
	};

	for (size_t i = 0; i < N_KNOWN; i++) {
		const struct known_value *known = &known_values[i];
		const struct record *r = from[known->from];

		if (r == NULL || entry_text(e, known->slot)[0] != '\0')
			continue;
		if (record_text(r, known->tag)[0] != '\0')
			entry_put(e, known->slot, record_text(r, known->tag));
	}
}

void
intake_spare(struct intake *s, struct slip *slip)
{
	struct arena *arena = arena_new();
	struct person_page page = { 0 };

	if (s->person != 0 &&
	    !hub_person_page(desk_hub(), arena, s->person, &page, NULL)) {
		const struct record *from[] = {
			[FROM_PERSON] = page.person,
			[FROM_SAFETY] = page.safety,
			[FROM_HOME] = page.home,
			[FROM_LAST] = NULL,
		};

		for (size_t i = 0; i < N_KNOWN; i++) {
			const struct known_value *known = &known_values[i];
			const struct record *r = from[known->from];

			if (r != NULL && strcmp(slip_text(slip, known->slot),
					     record_text(r, known->tag)) == 0)
				slip_set(slip, known->slot, NULL);
		}
	}
	arena_free(arena);
}

/* "LRX7HM DOYLE M": who it is, without more than the hint said. */
static void
name_joined(struct intake *s, const struct record *person)
{
	const char *given = record_text(person, PERSON_GIVEN);
	char family[40];

	str_set(family, sizeof(family), record_text(person, PERSON_FAMILY));
	str_upper(family);
	snprintf(s->joined, sizeof(s->joined), "%s %s %.*s",
	    record_text(person, PERSON_REF), family,
	    (int)utf8_cluster(given, strlen(given)), given);
}

void
intake_take(struct view *v, uint64_t person)
{
	struct intake *s = v->state;
	struct arena *arena = arena_new();
	struct person_page page = { 0 };
	struct fault f = { 0 };
	bool fresh = s->keep.head.person != person;

	if (hub_person_page(desk_hub(), arena, person, &page, &f)) {
		say_fault(&f);
	} else {
		s->person = s->keep.head.person = person;
		hub_looked(desk_hub(), LOOKED_MATCHED, KIND_PERSON, person,
		    NULL);
		name_joined(s, page.person);
		if (fresh) {
			fill_in(s, &page);
			entry_go(sheet_entry(s->sheet), "casefile.category");
		}
	}
	arena_free(arena);
}

static bool
choose(void *arg, const char *text)
{
	struct view *v = arg;
	struct intake *s = v->state;
	size_t i = (size_t)(text[0] - 'a');

	if (i >= s->hints.n)
		return false;
	intake_take(v, s->hints.hits[i].person);
	return true;
}

static void
ask_which(struct view *v)
{
	static const struct line_choice all[] = { { 'a', "the first" },
		{ 'b', "the second" }, { 'c', "the third" }, { 0, NULL } };
	static const struct line_choice two[] = { { 'a', "the first" },
		{ 'b', "the second" }, { 0, NULL } };
	struct intake *s = v->state;
	struct line_options o = {
		.tag = "match",
		.prompt = "Which match",
		.choices = s->hints.n > 2 ? all : two,
		.answer = choose,
		.arg = v,
	};

	line_ask(&o);
}

void
intake_join(struct view *v)
{
	struct intake *s = v->state;
	const struct find_page *hints = &s->hints;

	if (s->person != 0) {
		say(ROLE_TEXT, "This call is no longer joined to %.6s.",
		    s->joined);
		s->person = s->keep.head.person = 0;
	} else if (hints->n == 0) {
		say(ROLE_TEXT, "Nobody we know matches so far.");
	} else if (hints->n == 1 ||
		   (hints->hits[0].score >= PLAIN_SCORE &&
		       hints->hits[0].score - hints->hits[1].score >=
			   PLAIN_AHEAD)) {
		intake_take(v, hints->hits[0].person);
	} else {
		ask_which(v);
	}
}

/* ---- the quick line ---- */

/* The first of the shapes that a word has decides. True when it was taken. */
static bool
put_shape(struct intake *s, const char *word)
{
	struct entry *e = sheet_entry(s->sheet);
	int64_t now = desk_now();
	char out[64];

	if (strpbrk(word, "0123456789") == NULL) {
		const struct code *row =
		    code_by(desk_hub()->codes, "crime", word);

		if (row != NULL)
			entry_put(e, "casefile.category", row->code);
		return row != NULL;
	}
	if (!phone_normal(word, out, NULL)) {
		entry_put(e, "person.phone", out);
		return true;
	}
	if (!postcode_normal(word, out, NULL)) {
		entry_put(e, "person.postcode", out);
		return true;
	}
	if (entry_text(e, "person.born")[0] == '\0' &&
	    !when_parse(word, now, WHEN_BIRTH, out, NULL)) {
		entry_put(e, "person.born", out);
		return true;
	}
	if (!when_parse(word, now, WHEN_PAST, out, NULL)) {
		entry_put(e, "casefile.when", out);
		return true;
	}
	return false;
}

/* A word with no shape: the first name, the surname, then what happened. */
static void
put_word(struct intake *s, const char *word)
{
	static const char *const names[] = { "person.given", "person.family" };
	struct entry *e = sheet_entry(s->sheet);
	struct entry_settled settled = { 0 };
	char text[512];
	size_t n;
	const struct entry_slot *slots = sheet_slots(s->sheet, &n);

	for (size_t i = 0; i < 2; i++) {
		if (entry_text(e, names[i])[0] != '\0')
			continue;
		for (size_t j = 0; j < n; j++)
			if (strcmp(slots[j].name, names[i]) == 0 &&
			    !sheet_settle(s->sheet, &slots[j], word, &settled,
				NULL))
				entry_put(e, names[i], settled.value);
		return;
	}
	snprintf(text, sizeof(text), "%s%s%s",
	    entry_text(e, "casefile.narrative"),
	    entry_text(e, "casefile.narrative")[0] != '\0' ? " " : "", word);
	entry_put(e, "casefile.narrative", text);
}

void
intake_words(struct intake *s, const char *words)
{
	struct span part;

	for (const char *rest = words; str_word(&rest, &part);) {
		char word[128];

		snprintf(word, sizeof(word), "%.*s", (int)part.len,
		    (const char *)part.at);
		if (!put_shape(s, word))
			put_word(s, word);
	}
}
