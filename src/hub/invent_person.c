/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdio.h>
#include <string.h>

#include "base/day.h"
#include "base/ref.h"
#include "hub/invent_inside.h"

/* ---- drawing by share ---- */

static const struct figure_folk *
draw_folk(struct tale *t)
{
	const struct figures *fig = &t->telling->figures;
	size_t area = (size_t)(t->area - fig->areas);
	uint64_t total = 0, at;

	for (size_t i = 0; i < fig->n_folk; i++)
		total += fig->folk[i].share[area];
	at = tale_below(t, total ? total : 1);
	for (size_t i = 0; i < fig->n_folk; i++) {
		if (at < fig->folk[i].share[area])
			return &fig->folk[i];
		at -= fig->folk[i].share[area];
	}
	return &fig->folk[0];
}

static const struct figure_place *
draw_place(struct tale *t)
{
	const struct figure_area *a = t->area;
	uint64_t total = 0, at;

	for (size_t i = 0; i < a->n_places; i++)
		total += a->places[i].share;
	at = tale_below(t, total ? total : 1);
	for (size_t i = 0; i < a->n_places; i++) {
		if (at < a->places[i].share)
			return &a->places[i];
		at -= a->places[i].share;
	}
	return &a->places[0];
}

/* ---- a reference ---- */

static bool
is_kept(const struct words *words, const char *text)
{
	for (size_t i = 0; i < words->n; i++)
		if (strcmp(words->at[i], text) == 0)
			return true;
	return false;
}

/*
 * References are the numbers in an order of no meaning: steps of a stride that
 * shares no factor with their count visit each once. Those of the cast are
 * passed over for numbers that nobody else comes to.
 */
static void
draw_ref(const struct tale *t, char ref[REF_ROOM])
{
	const struct invention *what = t->telling->what;
	uint64_t i = t->nth;

	do {
		ref_make((uint32_t)((i * 1618033u + what->seed % 999983u) %
				    REF_COUNT),
		    ref);
		i += what->people + 1;
	} while (is_kept(&t->telling->figures.refs, ref));
}

/* ---- where they can be reached ---- */

/* Only numbers that the regulator keeps for drama. */
static void
draw_phone(struct tale *t, char phone[16])
{
	do {
		unsigned n = (unsigned)tale_below(t, 1000);

		if (tale_is(t, 82))
			snprintf(phone, 16, "07700900%03u", n);
		else if (tale_is(t, 10))
			snprintf(phone, 16, "03069990%03u", n);
		else if (strlen(t->area->landline) == 8)
			snprintf(phone, 16, "%s%03u", t->area->landline, n);
		else
			snprintf(phone, 16, "01632960%03u", n);
	} while (is_kept(&t->telling->figures.phones, phone));
}

static void
draw_postcode(struct tale *t, const char *outward, char postcode[16])
{
	static const char letters[] = "ABDEFGHJLNPQRSTUWXYZ";

	snprintf(postcode, 16, "%s %u%c%c", outward,
	    (unsigned)tale_below(t, 10),
	    letters[tale_below(t, sizeof(letters) - 1)],
	    letters[tale_below(t, sizeof(letters) - 1)]);
}

static void
tell_place(struct tale *t)
{
	const struct figure_place *place = draw_place(t);
	char text[16];

	if (tale_is(t, 2)) {
		record_set_text(t->person, PERSON_POSTCODE, "NFA");
		record_set_text(t->person, PERSON_DISTRICT, "NFA");
		return;
	}
	record_set_text(t->person, PERSON_DISTRICT, place->district);
	if (tale_is(t, 96)) {
		draw_postcode(t, place->outward, text);
		record_set_text(t->person, PERSON_POSTCODE, text);
	}
}

static void
tell_home(struct tale *t, int64_t at)
{
	struct record *home;
	char text[96];

	if (!tale_is(t, t->telling->figures.address_known) ||
	    strcmp(record_text(t->person, PERSON_POSTCODE), "NFA") == 0)
		return;
	home = tale_new(t, KIND_HOME);
	snprintf(text, sizeof(text), "%s%u %s",
	    tale_is(t, 15) ? "Flat 2, " : "", 1 + (unsigned)tale_below(t, 140),
	    tale_word(t, &t->telling->figures.streets));
	record_set_link(home, HOME_PERSON, t->person->id);
	record_set_text(home, HOME_ADDRESS, text);
	tale_put(t, at, home);
}

/* ---- who they are ---- */

static void
tell_born(struct tale *t, int64_t at)
{
	char iso[12], about[12];
	unsigned age = t->child ? 6 + (unsigned)tale_below(t, 11)
				: 18 + (unsigned)tale_below(t, 45);
	int32_t day;

	if (!t->child && tale_is(t, 18))
		age += 25;
	day = moment_day(at) - (int32_t)(age * 365 + age / 4) -
	      (int32_t)tale_below(t, 365);
	day_show(day, iso);
	snprintf(about, sizeof(about), "~%.4s", iso);
	record_set_text(t->person, PERSON_BORN, tale_is(t, 4) ? about : iso);
}

static void
tell_name(struct tale *t, const struct figure_folk *folk)
{
	bool woman = tale_is(t, 56);
	const char *family = tale_word(t, &folk->families);

	/* A Singh's sister is a Kaur. */
	if (!woman && strcmp(family, "Kaur") == 0)
		family = "Singh";
	if (woman && strcmp(family, "Singh") == 0)
		family = "Kaur";
	record_set_text(t->person, PERSON_GIVEN,
	    tale_word(t, woman ? &folk->women : &folk->men));
	record_set_text(t->person, PERSON_FAMILY, family);
	if (tale_is(t, 90))
		record_set_text(t->person, PERSON_SEX, woman ? "f" : "m");
	t->speaks_english = !tale_is(t, folk->speaks);
	record_set_text(t->person, PERSON_LANGUAGE,
	    t->speaks_english ? "eng" : folk->language);
	if (tale_is(t, 55))
		record_set_text(t->person, PERSON_ETHNICITY, folk->ethnicity);
}

/* A child is spoken for, by someone of the same family as a rule. */
static void
tell_guardian(struct tale *t, const struct figure_folk *folk)
{
	bool mother = tale_is(t, 80);
	char name[128];

	snprintf(name, sizeof(name), "%s %s",
	    tale_word(t, mother ? &folk->women : &folk->men),
	    record_text(t->person, PERSON_FAMILY));
	record_set_text(t->person, PERSON_VIA_NAME, name);
	record_set_text(t->person, PERSON_VIA_RELATION, mother ? "m" : "f");
}

static void
tell_email(struct tale *t)
{
	char text[64];

	if (!tale_is(t, 22))
		return;
	snprintf(text, sizeof(text), "%c%u@example.org",
	    (char)('a' + tale_below(t, 26)), (unsigned)tale_below(t, 1000000));
	record_set_text(t->person, PERSON_EMAIL, text);
}

/* ---- what is safe ---- */

static void
tell_safety(struct tale *t, int64_t at)
{
	static const char *const sets[] = { "t", "t v", "v", "t v e", "t e",
		"v p", "t v e p" };
	const struct figures *fig = &t->telling->figures;
	char iso[24];

	if (!tale_is(t, fig->safety_asked))
		return;
	t->safety = tale_new(t, KIND_SAFETY);
	record_set_link(t->safety, SAFETY_PERSON, t->person->id);
	if (tale_is(t, fig->unsafe)) {
		record_set_text(t->safety, SAFETY_CHANNELS, "x");
	} else if (tale_is(t, 9)) {
		record_set_text(t->safety, SAFETY_CHANNELS, "w");
		record_set_text(t->safety, SAFETY_TIMES,
		    tale_word(t, &fig->times));
		record_set_text(t->safety, SAFETY_SAY, tale_word(t, &fig->say));
		record_set_flag(t->safety, SAFETY_WITHHOLD, true);
	} else {
		record_set_text(t->safety, SAFETY_CHANNELS,
		    sets[tale_below(t, sizeof(sets) / sizeof(sets[0]))]);
	}
	tale_iso(at, iso);
	iso[10] = '\0';
	record_set_text(t->safety, SAFETY_ASKED, iso);
	record_set_link(t->person, PERSON_SAFETY, t->safety->id);
}

void
person_tell(struct tale *t, int64_t at)
{
	const struct figure_folk *folk = draw_folk(t);
	char ref[REF_ROOM], phone[16];

	t->person = tale_new(t, KIND_PERSON);
	t->child = tale_is(t, 7);
	draw_ref(t, ref);
	record_set_text(t->person, PERSON_REF, ref);
	tell_name(t, folk);
	tell_born(t, at);
	if (t->child)
		tell_guardian(t, folk);
	draw_phone(t, phone);
	if (tale_is(t, 95))
		record_set_text(t->person, PERSON_PHONE, phone);
	tell_email(t);
	tell_place(t);
	if (tale_is(t, 5))
		record_set_text(t->person, PERSON_ACCESS,
		    (const char *const[]){
			"h", "s", "m", "b" }[tale_below(t, 4)]);
	tell_safety(t, at);
	tale_put(t, at, t->person);
	if (t->safety)
		tale_put(t, at, t->safety);
	tell_home(t, at);
}
