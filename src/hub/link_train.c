/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/chance.h"
#include "base/vec.h"

#include "hub/link_block.h"
#include "hub/link_pair.h"
#include "hub/link_train.h"

#define CARDS_LEAST 200
#define RANDOM_PAIRS 200000
#define ROUNDS_MOST 100
#define WIDEST 300
/* Of fields that fewer pairs than this tell of, nothing is learned. */
#define SEEN_LEAST 30
/* A level that was never seen is rare and not impossible. */
#define SMOOTH 0.5
#define SETTLED 1e-6

/* Pairs that came out alike, counted once. */
struct pattern {
	uint64_t code; /* levels + 1, four bits a field */
	double n;
};

struct training {
	struct link_rules *rules;
	const struct link_look *look;
	VEC(struct pattern) patterns;
	size_t pairs;
	double m[LINK_FIELDS][LINK_LEVELS], u[LINK_FIELDS][LINK_LEVELS];
	double strangers[LINK_FIELDS][LINK_LEVELS]; /* pairs at random */
	double share; /* of all pairs there are that are of one person */
};

static size_t
levels_of(const struct link_field *field)
{
	return field->n + (field->swapped >= 0);
}

static uint64_t
code_of(const struct link_rules *rules, const struct link_pair *p)
{
	uint64_t code = 0;

	for (size_t f = 0; f < rules->n; f++)
		code |= (uint64_t)(p->levels[f] + 1) << 4 * f;
	return code;
}

static int
level_in(uint64_t code, size_t f)
{
	return (int)(code >> 4 * f & 15) - 1;
}

/* ---- u: strangers ---- */

static void
draw_strangers(struct training *t, struct chance *chance)
{
	size_t n = link_cards_count(t->look->cards);
	struct link_pair p;

	for (size_t i = 0; i < RANDOM_PAIRS; i++) {
		size_t a = (size_t)chance_below(chance, n);
		size_t b = (size_t)chance_below(chance, n);

		if (a == b)
			continue;
		link_levels(t->look, a, b, &p, NULL);
		for (size_t f = 0; f < t->rules->n; f++)
			if (p.levels[f] != LINK_BLANK)
				t->strangers[f][p.levels[f]]++;
	}
}

/* Counts become shares that add up to one; too few of them say nothing. */
static void
share_out(const struct link_field *field, const double counts[LINK_LEVELS],
    double shares[LINK_LEVELS])
{
	size_t n = levels_of(field);
	double sum = 0;

	for (size_t i = 0; i < n; i++)
		sum += counts[i];
	if (sum < SEEN_LEAST)
		return;
	sum += SMOOTH * (double)n;
	for (size_t i = 0; i < n; i++)
		shares[i] = (counts[i] + SMOOTH) / sum;
}

/* ---- the pairs that share a key ---- */

static enum rc
take_pair(size_t a, size_t b, void *arg)
{
	struct training *t = arg;
	struct link_pair p;

	link_levels(t->look, a, b, &p, NULL);
	*VEC_ADD(&t->patterns) =
	    (struct pattern){ code_of(t->rules, &p), 1 };
	t->pairs++;
	return RC_OK;
}

static int
by_code(const void *a, const void *b)
{
	const struct pattern *x = a, *y = b;

	return x->code < y->code ? -1 : x->code > y->code;
}

static void
count_patterns(struct training *t)
{
	size_t kept = 0;

	VEC_SORT(&t->patterns, by_code);
	for (size_t i = 0; i < t->patterns.n; i++) {
		struct pattern *p = &t->patterns.at[i];

		if (kept && t->patterns.at[kept - 1].code == p->code)
			t->patterns.at[kept - 1].n += p->n;
		else
			t->patterns.at[kept++] = *p;
	}
	t->patterns.n = kept;
}

/* ---- expectation and maximisation ---- */

static double
likely(const struct training *t, uint64_t code)
{
	double odds = t->share / (1 - t->share);

	for (size_t f = 0; f < t->rules->n; f++) {
		int level = level_in(code, f);

		if (level != LINK_BLANK)
			odds *= t->m[f][level] / t->u[f][level];
	}
	return odds / (1 + odds);
}

/* One round; how far the share of pairs moved, as a part of itself. */
static double
improve(struct training *t)
{
	double counts[LINK_FIELDS][LINK_LEVELS] = { { 0 } };
	double n = (double)link_cards_count(t->look->cards);
	double people = 0, was = t->share;
	struct pattern *p;

	VEC_EACH (&t->patterns, p) {
		double weight = likely(t, p->code) * p->n;

		people += weight;
		for (size_t f = 0; f < t->rules->n; f++)
			if (level_in(p->code, f) != LINK_BLANK)
				counts[f][level_in(p->code, f)] += weight;
	}
	for (size_t f = 0; f < t->rules->n; f++)
		share_out(&t->rules->fields[f], counts[f], t->m[f]);
	t->share = (people + SMOOTH) / (n * (n - 1) / 2);
	return fabs(t->share - was) / was;
}

static void
begin(struct training *t)
{
	for (size_t f = 0; f < t->rules->n; f++) {
		const struct link_field *field = &t->rules->fields[f];

		for (size_t i = 0; i < levels_of(field); i++) {
			t->m[f][i] = field->levels[i].m;
			t->u[f][i] = field->levels[i].u;
		}
		share_out(field, t->strangers[f], t->u[f]);
	}
	t->share = link_prior(t->look);
}

static void
keep(const struct training *t)
{
	double n = (double)link_cards_count(t->look->cards);

	for (size_t f = 0; f < t->rules->n; f++)
		for (size_t i = 0; i < levels_of(&t->rules->fields[f]); i++) {
			t->rules->fields[f].levels[i].m = t->m[f][i];
			t->rules->fields[f].levels[i].u = t->u[f][i];
		}
	t->rules->repeats = t->share * (n - 1);
	link_rules_settle(t->rules);
}

enum rc
link_train(struct link_rules *rules, const struct link_look *look,
    struct chance *chance, struct link_trained *told, struct fault *f)
{
	struct training t = { .rules = rules, .look = look };
	enum rc rc;

	*told = (struct link_trained){ .cards = link_cards_count(look->cards) };
	if (told->cards < CARDS_LEAST)
		return fault_set(f, RC_INVALID,
		    "%zu people are too few to learn from; %d are enough, and "
		    "until then the shipped weights serve", told->cards,
		    CARDS_LEAST);
	draw_strangers(&t, chance);
	begin(&t);
	rc = link_blocks(look, WIDEST, take_pair, &t);
	count_patterns(&t);
	while (!rc && told->rounds < ROUNDS_MOST) {
		told->rounds++;
		if (improve(&t) < SETTLED)
			break;
	}
	told->pairs = t.pairs;
	told->people = t.share * (double)told->cards *
		       (double)(told->cards - 1) / 2;
	if (!rc && told->people < 20)
		rc = fault_set(f, RC_INVALID,
		    "too few people seem to be written down twice (about %.0f "
		    "pairs) to learn from; the shipped weights serve",
		    told->people);
	if (!rc)
		keep(&t);
	VEC_RELEASE(&t.patterns);
	return rc;
}
