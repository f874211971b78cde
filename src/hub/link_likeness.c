/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/alike.h"

#include "hub/find_short.h"
#include "hub/link_likeness.h"

/* Likenesses that are not measured letter by letter, in thousandths. */
enum {
	LIKE_SHORT = 950, /* Maggie and Margaret */
	LIKE_WORD = 940,  /* one word of several */
	LIKE_SLIP = 900,
	LIKE_PART = 600,
	LIKE_WORD_LEAST = 880 /* words of an address that count as one */
};

typedef int value_likeness(const struct link_look *look,
    const struct link_text *a, const struct link_text *b);

/* ---- names ---- */

/* The best that any word of the one is like any of the other. */
static int
best_word(const struct link_text *a, const struct link_text *b)
{
	int best = 0;

	for (const char *x = a->at; *x;) {
		size_t nx = strcspn(x, " ");

		for (const char *y = b->at; *y;) {
			size_t ny = strcspn(y, " ");
			int like = (int)alike(x, nx, y, ny);

			best = like > best ? like : best;
			y += ny + (y[ny] == ' ');
		}
		x += nx + (x[nx] == ' ');
	}
	return best;
}

static int
name_likeness(const struct link_look *look, const struct link_text *a,
    const struct link_text *b)
{
	int whole = (int)alike(a->at, a->len, b->at, b->len), word;

	if (whole < LIKE_SHORT && short_names_are(look->names, a->at, b->at))
		return LIKE_SHORT;
	if (!memchr(a->at, ' ', a->len) && !memchr(b->at, ' ', b->len))
		return whole;
	word = best_word(a, b) * LIKE_WORD / ALIKE_SAME;
	return word > whole ? word : whole;
}

/* ---- dates ---- */

struct parts {
	const char *at;
	size_t n; /* 4, 7 or 10 letters: year, month, day */
};

static struct parts
parts_of(const struct link_text *t)
{
	struct parts p = { t->at + (*t->at == '~'), 0 };

	p.n = strcspn(p.at, "T");
	return p;
}

static bool
is_swapped(const char *a, const char *b)
{
	return strncmp(a, b, 5) == 0 && strncmp(a + 5, b + 8, 2) == 0 &&
	       strncmp(a + 8, b + 5, 2) == 0;
}

static unsigned
parts_agree(const char *a, const char *b)
{
	return (strncmp(a, b, 4) == 0) + (strncmp(a + 5, b + 5, 2) == 0) +
	       (strncmp(a + 8, b + 8, 2) == 0);
}

static int
date_likeness(const struct link_look *look, const struct link_text *a,
    const struct link_text *b)
{
	struct parts x = parts_of(a), y = parts_of(b);
	size_t least = x.n < y.n ? x.n : y.n;

	(void)look;
	if (x.n == 10 && y.n == 10) {
		if (is_swapped(x.at, y.at) || alike_slip(x.at, 10, y.at, 10))
			return LIKE_SLIP;
		return parts_agree(x.at, y.at) >= 2 ? LIKE_PART : 0;
	}
	if (least >= 4 && strncmp(x.at, y.at, least) == 0)
		return LIKE_PART;
	return 0;
}

/* ---- codes ---- */

static int
code_likeness(const struct link_look *look, const struct link_text *a,
    const struct link_text *b)
{
	size_t half = strcspn(a->at, " ");

	(void)look;
	if (alike_slip(a->at, a->len, b->at, b->len))
		return LIKE_SLIP;
	if (strcspn(b->at, " ") == half && half &&
	    (a->at[half] || b->at[half]) && strncmp(a->at, b->at, half) == 0)
		return LIKE_PART;
	return 0;
}

/* ---- the best of several values ---- */

static struct link_likeness
best_of(const struct link_look *look, struct link_values x,
    struct link_values y, value_likeness *measure)
{
	struct link_likeness best = { 0, NULL };

	for (size_t i = 0; i < x.n; i++)
		for (size_t k = 0; k < y.n; k++) {
			const struct link_text *a, *b;
			int like;

			a = link_cards_text(look->cards, x.at[i]);
			b = link_cards_text(look->cards, y.at[k]);
			if (a->len == b->len && memcmp(a->at, b->at, a->len) == 0) {
				best.likeness = ALIKE_SAME;
				if (!best.same || a->count < best.same->count)
					best.same = a;
				continue;
			}
			like = best.likeness < ALIKE_SAME ? measure(look, a, b) : 0;
			best.likeness = like > best.likeness ? like : best.likeness;
		}
	return best;
}

/* ---- a bag of words ---- */

/* What a word of an address is worth: the rarer the more. */
static double
worth(const struct link_look *look, const struct link_text *t)
{
	double all = (double)link_cards_count(look->cards) + 1;

	return log(all / (t->count ? t->count : 1)) + 0.1;
}

static double
worth_of_all(const struct link_look *look, struct link_values v)
{
	double sum = 0;

	for (size_t i = 0; i < v.n; i++)
		sum += worth(look, link_cards_text(look->cards, v.at[i]));
	return sum;
}

/* The place in ${y} of the word most like ${a} that is not taken yet. */
static int
most_like(const struct link_look *look, const struct link_text *a,
    struct link_values y, uint32_t taken, size_t *at)
{
	int best = 0;

	for (size_t k = 0; k < y.n && best < ALIKE_SAME; k++) {
		const struct link_text *b = link_cards_text(look->cards, y.at[k]);
		int like = a == b ? ALIKE_SAME
			   : a->len > 3 && b->len > 3
			       ? (int)alike(a->at, a->len, b->at, b->len)
			       : 0;

		if (taken >> k & 1 || like <= best)
			continue;
		best = like;
		*at = k;
	}
	return best;
}

static struct link_likeness
bag_likeness(const struct link_look *look, struct link_values x,
    struct link_values y)
{
	double all = worth_of_all(look, x) + worth_of_all(look, y), both = 0;
	uint32_t taken = 0;
	size_t at = 0;

	for (size_t i = 0; i < x.n; i++) {
		const struct link_text *a = link_cards_text(look->cards, x.at[i]);
		int like = most_like(look, a, y, taken, &at);

		if (like < LIKE_WORD_LEAST)
			continue;
		taken |= UINT32_C(1) << at;
		both += worth(look, a) * like / ALIKE_SAME;
	}
	return (struct link_likeness){ (int)(ALIKE_SAME * 2 * both / all), NULL };
}

struct link_likeness
link_likeness(const struct link_look *look, size_t a, size_t fa, size_t b,
    size_t fb)
{
	struct link_values x = link_cards_values(look->cards, a, fa);
	struct link_values y = link_cards_values(look->cards, b, fb);

	if (!x.n || !y.n)
		return (struct link_likeness){ LINK_BLANK, NULL };
	switch (look->rules->fields[fa].compare) {
	case LINK_NAME:
		return best_of(look, x, y, name_likeness);
	case LINK_DATE:
		return best_of(look, x, y, date_likeness);
	case LINK_CODE:
		return best_of(look, x, y, code_likeness);
	case LINK_WORDS:
		break;
	}
	return bag_likeness(look, x, y);
}
