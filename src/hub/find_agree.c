/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/str.h"
#include "model/record.h"

#include "hub/find_agree.h"
#include "hub/find_inside.h"
#include "hub/find_query.h"
#include "hub/find_short.h"

/* What is being judged, and the best that one term has come to. */
struct judge {
	const struct record *person;
	const struct short_names *names;
	const char *const *numbers;
	struct find_words words[4]; /* of the name fields below */
	/* of the present term: */
	unsigned best; /* of 100 */
	const char *what, *how;
};

/* clang-format off */
static const struct name_row {
	unsigned tag, field;
	const char *what;
} name_rows[] = {
	{ PERSON_GIVEN,		FIELD_GIVEN,	"first name" },
	{ PERSON_FAMILY,	FIELD_FAMILY,	"surname" },
	{ PERSON_OTHER_NAMES,	0,		"other name" },
	{ PERSON_VIA_NAME,	0,		"who speaks for them" },
};
/* clang-format on */

#define NAME_ROWS (sizeof(name_rows) / sizeof(name_rows[0]))

static void
claim(struct judge *j, unsigned agreement, const char *what, const char *how)
{
	if (agreement <= j->best)
		return;
	j->best = agreement;
	j->what = what;
	j->how = how;
}

/* ---- names ---- */

static unsigned
word_agrees(const struct judge *j, const char *typed, const char *word,
    const char **how)
{
	char a[FIND_SOUND_ROOM], b[FIND_SOUND_ROOM];

	*how = "";
	if (strcmp(typed, word) == 0)
		return AGREE_WHOLE;
	if (str_starts(word, typed))
		return AGREE_BEGIN;
	*how = " by another form";
	if (short_names_are(j->names, typed, word))
		return AGREE_SHORT;
	*how = " one letter off";
	if (strlen(typed) >= 3 && find_slip(typed, word))
		return AGREE_SLIP;
	*how = " by sound";
	if (find_sound(typed, a) && find_sound(word, b) && strcmp(a, b) == 0)
		return AGREE_SOUND;
	return 0;
}

static void
judge_name(struct judge *j, const char *typed, unsigned fields)
{
	const char *how;

	for (size_t i = 0; i < NAME_ROWS; i++)
		for (size_t k = 0; k < j->words[i].n; k++) {
			unsigned agreement =
			    word_agrees(j, typed, j->words[i].at[k].text, &how);

			if (fields && !(fields & name_rows[i].field))
				agreement = agreement * AGREE_OTHER_FIELD / 100;
			claim(j, agreement, name_rows[i].what, how);
		}
}

/* Two terms that one word may answer: "mc donald". */
static void
judge_pair(struct judge *j, const struct find_term *a,
    const struct find_term *b)
{
	char both[2 * FIND_WORD_LEN + 1];

	if (a->readings != READ_WORD || b->readings != READ_WORD ||
	    a->fields != b->fields)
		return;
	snprintf(both, sizeof(both), "%s%s", a->word.text, b->word.text);
	judge_name(j, both, a->fields);
}

/* ---- the rest of a person ---- */

static void
judge_born(struct judge *j, const struct find_term *t)
{
	const char *born = record_text(j->person, PERSON_BORN);
	size_t typed = strlen(t->born), known;

	born += *born == '~';
	known = strcspn(born, "T");
	if (known == typed && strncmp(born, t->born, typed) == 0)
		claim(j, AGREE_WHOLE,
		    typed == 10 ? "date of birth" : "year of birth", "");
	else if (known > typed && str_starts(born, t->born))
		claim(j, AGREE_BEGIN,
		    typed == 4 ? "year of birth" : "month of birth", "");
	else if (*t->swapped && strncmp(born, t->swapped, 10) == 0)
		claim(j, AGREE_SWAPPED, "date of birth",
		    " with day and month swapped");
	else if (known >= 4 && known < typed &&
		 strncmp(born, t->born, known) == 0)
		claim(j, AGREE_ABOUT, "year of birth", "");
}

static void
judge_phone(struct judge *j, const struct find_term *t)
{
	char ours[PHONE_ROOM], typed[PHONE_ROOM];
	size_t n =
	    find_digits(record_text(j->person, PERSON_PHONE), ours, sizeof(ours));
	size_t k = find_digits(t->phone, typed, sizeof(typed));

	if (!n || k > n || strcmp(ours + n - k, typed) != 0)
		return;
	if (k == n)
		claim(j, AGREE_WHOLE, "phone", "");
	else
		claim(j, AGREE_TAIL, "end of the phone number", "");
}

static void
judge_postcode(struct judge *j, const struct find_term *t)
{
	const char *ours = record_text(j->person, PERSON_POSTCODE);
	size_t out = strcspn(t->postcode, " ");

	if (!*ours || strcspn(ours, " ") != out ||
	    strncmp(ours, t->postcode, out) != 0)
		return;
	if (strcmp(ours, t->postcode) == 0 && ours[out])
		claim(j, AGREE_WHOLE, "postcode", "");
	else if (t->postcode[out] && ours[out])
		claim(j, AGREE_ABOUT, "postcode area", "");
	else
		claim(j, AGREE_OUTWARD, "postcode area", "");
}

static void
judge_number(struct judge *j, const struct find_term *t)
{
	for (const char *const *n = j->numbers; n && *n; n++)
		if (str_ieq(*n, t->number))
			claim(j, AGREE_WHOLE, "police reference", "");
}

static void
judge_term(struct judge *j, const struct find_query *q, size_t i)
{
	const struct find_term *t = &q->terms[i];

	j->best = 0;
	j->what = j->how = "";
	if ((t->readings & READ_REF) &&
	    strcmp(record_text(j->person, PERSON_REF), t->ref) == 0)
		claim(j, AGREE_WHOLE, "reference", "");
	if (t->readings & READ_NUMBER)
		judge_number(j, t);
	if (t->readings & READ_BORN)
		judge_born(j, t);
	if (t->readings & READ_PHONE)
		judge_phone(j, t);
	if (t->readings & READ_POSTCODE)
		judge_postcode(j, t);
	if (!(t->readings & READ_WORD))
		return;
	judge_name(j, t->word.text, t->fields);
	if (i)
		judge_pair(j, &q->terms[i - 1], t);
	if (i + 1 < q->n)
		judge_pair(j, t, &q->terms[i + 1]);
}

/* Whether the record holds what the term could agree with. */
static bool
can_compare(const struct judge *j, const struct find_term *t)
{
	unsigned tag = t->readings == READ_BORN       ? PERSON_BORN
		       : t->readings == READ_PHONE    ? PERSON_PHONE
		       : t->readings == READ_POSTCODE ? PERSON_POSTCODE
						      : 0;

	return !tag || *record_text(j->person, tag);
}

/* "surname" once, however many words of it agreed. */
static void
say(struct find_agreed *out, const struct judge *j)
{
	char words[64];
	size_t n = strlen(out->words);

	snprintf(words, sizeof(words), "%s%s", j->what, j->how);
	if (!strstr(out->words, words))
		snprintf(out->words + n, sizeof(out->words) - n, "%s%s",
		    n ? ", " : "", words);
}

/* Least that scores are a part of where not all need agree: a surname alone
 * is never most of a person. */
#define WHOLE_PERSON 90

void
find_agree(const struct find_query *query, const struct record *person,
    const char *const *numbers, const struct short_names *names,
    struct arena *arena, struct find_agreed *out)
{
	struct judge j = {
		.person = person, .names = names, .numbers = numbers
	};
	unsigned sum = 0, of = 0;

	memset(out, 0, sizeof(*out));
	for (size_t i = 0; i < NAME_ROWS; i++)
		find_words_add(&j.words[i],
		    record_text(person, name_rows[i].tag), true, arena);
	for (size_t i = 0; i < query->n; i++) {
		const struct find_term *t = &query->terms[i];

		judge_term(&j, query, i);
		sum += t->weight * j.best;
		of += !query->any || can_compare(&j, t) ? t->weight : 0;
		out->terms += j.best > 0;
		if (j.best)
			say(out, &j);
	}
	if (query->any && of < WHOLE_PERSON)
		of = WHOLE_PERSON;
	out->score = of ? sum / of : 0;
}
