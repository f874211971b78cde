/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/day.h"
#include "base/mem.h"
#include "base/utf8.h"

#include "hub/find_inside.h"
#include "hub/find_query.h"
#include "hub/find_run.h"
#include "hub/find_short.h"

/*
 * One pass a term, strongest agreement first: whoever stands on a list that
 * agrees and has not agreed with this term yet has its weight added to their
 * tally. The tally of a person is the terms that agreed, in the upper half,
 * and the score in the lower. Then the best few are picked.
 */

#define NONE UINT32_MAX
#define TERMS_SHIFT 16
#define MARK 0x80000000u /* while two lists are compared */

_Static_assert(FIND_TERMS < 15, "the terms fit in the upper half of a tally");

struct seek {
	struct find_run *run;
	uint32_t terms; /* those a hit agrees with, shifted */
	uint32_t score; /* and what it is worth */
};

typedef void seek_fn(struct seek *s, uint32_t value);

static void
each_listed(struct seek *s, uint32_t token, seek_fn *fn)
{
	const struct find_token *t;
	const struct find_run *run = s->run;

	if (token == NONE)
		return;
	t = &run->tokens.at[token];
	for (uint32_t i = 0; i < t->n; i++)
		fn(s, run->listed[t->from + i]);
	for (uint32_t at = t->link; at != NONE; at = run->links.at[at].next)
		fn(s, run->links.at[at].value);
}

static void
each_under(struct seek *s, char what, const char *text, size_t len, seek_fn *fn)
{
	each_listed(s, find_token(s->run, find_hash(s->run, what, text, len)),
	    fn);
}

static void
hit(struct seek *s, uint32_t person)
{
	uint32_t *tally = &s->run->tally[person];

	if ((*tally & s->terms) || !s->run->people.at[person])
		return;
	if (!(*tally & ~MARK))
		*VEC_ADD(&s->run->touched) = person;
	*tally = (*tally | s->terms) + s->score;
}

static void
hit_word(struct seek *s, uint32_t word)
{
	each_listed(s, word, hit);
}

static void
mark(struct seek *s, uint32_t person)
{
	s->run->tally[person] |= MARK;
}

static void
unmark(struct seek *s, uint32_t person)
{
	s->run->tally[person] &= ~MARK;
}

static void
hit_marked(struct seek *s, uint32_t person)
{
	if (s->run->tally[person] & MARK)
		hit(s, person);
}

static void
worth(struct seek *s, const struct find_term *t, unsigned agreement)
{
	s->score = t->weight * agreement / 100;
}

/* ---- words ---- */

static void
hit_other_name(const char *other, void *arg)
{
	each_under(arg, 'w', other, strlen(other), hit);
}

static void
seek_slips(struct seek *s, const struct find_word *w)
{
	char shorter[FIND_WORD_LEN];
	size_t cut;

	if (w->len < FIND_SLIP_LEAST)
		return;
	each_under(s, 'd', w->text, w->len, hit_word);
	for (size_t at = 0; at < w->len; at += cut) {
		cut = find_without(w->text, w->len, at, shorter);
		each_under(s, 'd', shorter, w->len - cut, hit_word);
	}
}

static void
seek_word(struct seek *s, const struct find_term *t)
{
	const struct find_word *w = &t->word;
	char sound[FIND_SOUND_ROOM];

	worth(s, t, AGREE_WHOLE);
	each_under(s, 'w', w->text, w->len, hit);
	worth(s, t, AGREE_BEGIN);
	each_under(s, 'p', w->text, w->len, hit_word);
	worth(s, t, AGREE_SHORT);
	short_names_each(s->run->names, w->text, hit_other_name, s);
	worth(s, t, AGREE_SLIP);
	seek_slips(s, w);
	worth(s, t, AGREE_SOUND);
	if (w->len >= FIND_SLIP_LEAST && find_sound(w->text, sound))
		each_under(s, 's', sound, strlen(sound), hit_word);
}

/* "mc donald" is McDonald: two terms that one word answers. */
static void
seek_joined(struct seek *s, const struct find_term *a,
    const struct find_term *b)
{
	char text[2 * FIND_WORD_LEN];
	size_t len = (size_t)a->word.len + b->word.len;

	if (a->readings != READ_WORD || b->readings != READ_WORD ||
	    a->fields != b->fields || len > FIND_WORD_LEN)
		return;
	memcpy(text, a->word.text, a->word.len);
	memcpy(text + a->word.len, b->word.text, b->word.len);
	s->score = (a->weight + b->weight) * AGREE_WHOLE / 100;
	each_under(s, 'w', text, len, hit);
	s->score = (a->weight + b->weight) * AGREE_BEGIN / 100;
	each_under(s, 'p', text, len, hit_word);
}

/* ---- dates of birth ---- */

static void
seek_text(struct seek *s, char what, const char *text)
{
	each_under(s, what, text, strlen(text), hit);
}

/* Every day of a year, or of a month, that somebody may be born on. */
static void
seek_days(struct seek *s, const char *part)
{
	char text[WHEN_ROOM];
	int32_t first, last;

	if (!when_days(part, &first, &last))
		return;
	for (int32_t day = first; day <= last; day++) {
		day_show(day, text);
		seek_text(s, 'b', text);
		text[7] = '\0';
		if (day == first || strcmp(text + 8, "01") == 0)
			seek_text(s, 'b', text);
	}
}

static void
seek_born(struct seek *s, const struct find_term *t)
{
	char year[5];

	worth(s, t, AGREE_WHOLE);
	seek_text(s, 'b', t->born);
	if (strlen(t->born) < 10) {
		worth(s, t, AGREE_BEGIN);
		seek_days(s, t->born);
		return;
	}
	worth(s, t, AGREE_SWAPPED);
	if (*t->swapped)
		seek_text(s, 'b', t->swapped);
	worth(s, t, AGREE_ABOUT);
	snprintf(year, sizeof(year), "%.4s", t->born);
	seek_text(s, 'b', year);
}

/* ---- phones and postcodes ---- */

/* People who stand under both; ${n} of the second's digits are known. */
static void
seek_before(struct seek *s, const char *known, size_t n)
{
	char digits[16];
	unsigned limit = 1;

	for (size_t i = n; i < 4; i++)
		limit *= 10;
	for (unsigned i = 0; i < limit; i++) {
		snprintf(digits, sizeof(digits), "%0*u", (int)(4 - n), i);
		memcpy(digits + 4 - n, known, n);
		each_under(s, 'r', digits, 4, hit_marked);
	}
}

static void
seek_phone(struct seek *s, const struct find_term *t)
{
	char digits[PHONE_ROOM], tail[5];
	size_t n = find_digits(t->phone, digits, sizeof(digits));

	worth(s, t, n >= 10 ? AGREE_WHOLE : AGREE_TAIL);
	if (n == 3) {
		for (char c = '0'; c <= '9'; c++) {
			snprintf(tail, sizeof(tail), "%c%.3s", c, digits);
			seek_text(s, 'q', tail);
		}
		return;
	}
	snprintf(tail, sizeof(tail), "%.4s", digits + n - 4);
	if (n == 4) {
		seek_text(s, 'q', tail);
		return;
	}
	each_under(s, 'q', tail, 4, mark);
	seek_before(s, digits + (n > 8 ? n - 8 : 0), n > 8 ? 4 : n - 4);
	each_under(s, 'q', tail, 4, unmark);
}

static void
seek_postcode(struct seek *s, const struct find_term *t)
{
	size_t out = strcspn(t->postcode, " ");

	worth(s, t, AGREE_WHOLE);
	if (t->postcode[out]) {
		const char *in = t->postcode + out + 1;

		each_under(s, 'i', in, strlen(in), mark);
		each_under(s, 'o', t->postcode, out, hit_marked);
		each_under(s, 'i', in, strlen(in), unmark);
		worth(s, t, AGREE_ABOUT);
	}
	each_under(s, 'o', t->postcode, out, hit);
}

/* ---- all of it ---- */

static void
seek_term(struct seek *s, const struct find_term *t)
{
	uint32_t person;

	worth(s, t, AGREE_WHOLE);
	if ((t->readings & READ_REF) &&
	    (person = find_person(s->run, t->person)) != NONE)
		hit(s, person);
	if (t->readings & READ_NUMBER)
		seek_text(s, 'n', t->number);
	if (t->readings & READ_BORN)
		seek_born(s, t);
	if (t->readings & READ_PHONE)
		seek_phone(s, t);
	if (t->readings & READ_POSTCODE)
		seek_postcode(s, t);
	if (t->readings & READ_WORD)
		seek_word(s, t);
}

static void
make_room(struct find_run *run)
{
	if (run->n_tally >= run->people.n)
		return;
	free(run->tally);
	run->n_tally = run->people.n + run->people.n / 8 + 64;
	run->tally = mem_get(run->n_tally * sizeof(*run->tally));
}

/* How many bits are set in the upper half: in pairs, fours, eights, all. */
static int
agreed(uint32_t tally)
{
	uint32_t n = tally >> TERMS_SHIFT;

	n -= n >> 1 & 0x5555;
	n = (n & 0x3333) + (n >> 2 & 0x3333);
	n = (n + (n >> 4)) & 0x0f0f;
	return (int)((n + (n >> 8)) & 0x1f);
}

/* What a hit must come to. */
struct bar {
	int terms; /* agree with this many, as many as anyone does */
	uint32_t
	    score; /* and to be counted, score three quarters of the best */
};

static struct bar
bar_of(const struct find_run *run, const struct find_query *q)
{
	struct bar best = { 0, 0 };
	const uint32_t *person;

	VEC_EACH (&run->touched, person) {
		uint32_t tally = run->tally[*person];
		int terms = q->any ? 1 : agreed(tally);

		if (terms > best.terms)
			best = (struct bar){ terms, 0 };
		if (terms == best.terms && (tally & 0xffff) > best.score)
			best.score = tally & 0xffff;
	}
	if (!q->any && (size_t)best.terms * 2 < q->n)
		best.terms = FIND_TERMS + 1;
	best.score = best.score * 3 / 4;
	return best;
}

/* Better: a higher score, or as high and newer. */
static bool
is_better(uint32_t score, uint32_t person, const uint32_t *order, size_t last,
    const struct find_leads *leads)
{
	return score > leads->at[last].score ||
	       (score == leads->at[last].score && person > order[last]);
}

static void
rank(struct find_leads *leads, uint32_t *order, size_t most, uint32_t score,
    uint32_t person, uint64_t id)
{
	size_t at = leads->n;

	if (at == most && !is_better(score, person, order, most - 1, leads))
		return;
	if (at < most)
		leads->n++;
	else
		at--;
	for (; at && is_better(score, person, order, at - 1, leads); at--) {
		leads->at[at] = leads->at[at - 1];
		order[at] = order[at - 1];
	}
	leads->at[at].person = id;
	leads->at[at].score = score;
	order[at] = person;
}

static void
pick(struct find_run *run, const struct find_query *q, size_t most,
    struct find_leads *leads)
{
	uint32_t order[FIND_LEADS];
	struct bar bar = bar_of(run, q);
	const uint32_t *person;

	leads->n = leads->total = 0;
	if (most > FIND_LEADS)
		most = FIND_LEADS;
	VEC_EACH (&run->touched, person) {
		uint32_t tally = run->tally[*person];

		run->tally[*person] = 0;
		if (!most || agreed(tally) < bar.terms)
			continue;
		leads->total += (tally & 0xffff) >= bar.score;
		rank(leads, order, most, tally & 0xffff, *person,
		    run->people.at[*person]);
	}
	VEC_CLEAR(&run->touched);
}

void
find_run_seek(struct find_run *run, const struct find_query *query, size_t most,
    struct find_leads *leads)
{
	struct seek s = { .run = run };

	make_room(run);
	for (size_t i = 0; i + 1 < query->n; i++) {
		s.terms = 3u << (TERMS_SHIFT + i);
		seek_joined(&s, &query->terms[i], &query->terms[i + 1]);
	}
	for (size_t i = 0; i < query->n; i++) {
		s.terms = 1u << (TERMS_SHIFT + i);
		seek_term(&s, &query->terms[i]);
	}
	pick(run, query, most, leads);
}
