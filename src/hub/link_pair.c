/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <math.h>

#include "base/buf.h"

#include "hub/link_pair.h"

static int
level_of(const struct link_field *field, int likeness)
{
	if (likeness == LINK_BLANK)
		return LINK_BLANK;
	for (size_t i = 0; i < field->n; i++)
		if (likeness >= (int)field->levels[i].least)
			return (int)i;
	return (int)field->n - 1;
}

/*
 * Surname and first name in each other's place: worth looking for where the two
 * do not agree as they stand, and believed where both agree nearly crosswise.
 */
static void
cross(const struct link_look *look, size_t f, struct link_pair *p)
{
	const struct link_field *field = &look->rules->fields[f];
	size_t g = (size_t)field->crossed;
	const struct link_field *other = &look->rules->fields[g];
	int there, back;

	if (p->levels[f] < 2 || p->levels[g] < 2)
		return;
	there = link_likeness(look, p->a, f, p->b, g).likeness;
	if (there < (int)field->levels[1].least)
		return;
	back = link_likeness(look, p->a, g, p->b, f).likeness;
	if (back < (int)other->levels[1].least)
		return;
	p->levels[f] = field->swapped;
	p->levels[g] = other->swapped >= 0 ? other->swapped : 0;
}

void
link_levels(const struct link_look *look, size_t a, size_t b,
    struct link_pair *p, const struct link_text *same[LINK_FIELDS])
{
	const struct link_rules *rules = look->rules;

	p->a = a;
	p->b = b;
	for (size_t f = 0; f < rules->n; f++) {
		struct link_likeness l = link_likeness(look, a, f, b, f);

		p->levels[f] = level_of(&rules->fields[f], l.likeness);
		if (same)
			same[f] = l.same;
	}
	for (size_t f = 0; f < rules->n; f++)
		if (rules->fields[f].crossed > (int)f)
			cross(look, f, p);
}

/*
 * What the level is worth. Where a value is common the chance of meeting it in
 * two strangers is its own and not the average; a value that is here in these
 * two only is taken to be in two.
 */
static double
bits_of(const struct link_look *look, size_t f, int level,
    const struct link_text *same)
{
	const struct link_field *field = &look->rules->fields[f];
	double n = (double)link_cards_count(look->cards), share, least;

	if (level == LINK_BLANK)
		return 0;
	if (!field->common || level != 0 || !same)
		return field->levels[level].bits;
	share = (double)(same->count > 2 ? same->count : 2) / n;
	/* A store of few people knows little of what is rare. */
	least = field->levels[0].u / 32;
	if (share < least)
		share = least;
	return log2(field->levels[0].m / share);
}

/* What people of one home share says together no more than it may. */
static double
held_back(const struct link_rules *rules, const struct link_pair *p)
{
	double sum[LINK_SHARED] = { 0 }, held = 0;

	for (size_t f = 0; f < rules->n; f++)
		if (rules->fields[f].shared >= 0)
			sum[rules->fields[f].shared] += p->bits[f];
	for (size_t i = 0; i < rules->n_shared; i++)
		if (sum[i] > rules->shared[i].most)
			held -= sum[i] - rules->shared[i].most;
	return held;
}

double
link_prior(const struct link_look *look)
{
	double n = (double)link_cards_count(look->cards);
	double prior = look->rules->repeats / (n > 2 ? n - 1 : 1);

	return prior < 0.5 ? prior : 0.5;
}

void
link_weigh(const struct link_look *look, size_t a, size_t b,
    struct link_pair *p)
{
	const struct link_text *same[LINK_FIELDS];
	double prior = link_prior(look), odds;

	link_levels(look, a, b, p, same);
	p->weight = 0;
	for (size_t f = 0; f < look->rules->n; f++) {
		p->bits[f] = bits_of(look, f, p->levels[f], same[f]);
		p->weight += p->bits[f];
	}
	p->held = held_back(look->rules, p);
	p->weight += p->held;
	odds = exp2(p->weight) * prior / (1 - prior);
	p->probability = odds / (1 + odds);
}

void
link_words(const struct link_rules *rules, const struct link_pair *p,
    struct buf *out)
{
	const char *comma = "";

	for (size_t f = 0; f < rules->n; f++) {
		const struct link_field *field = &rules->fields[f];

		if (p->levels[f] == LINK_BLANK)
			continue;
		buf_printf(out, "%s%s %s %+.1f", comma, field->title,
		    field->levels[p->levels[f]].words, p->bits[f]);
		comma = ", ";
	}
	if (p->held < 0)
		buf_printf(out, "%sof one home %+.1f", comma, p->held);
}
