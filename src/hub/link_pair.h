/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_LINK_PAIR_H
#define HANDRAIL_HUB_LINK_PAIR_H

#include <stddef.h>

#include "hub/link_likeness.h"

/*
 * What a pair of cards comes to: the level of every field, what each is worth,
 * and how likely it is that both are of one person.
 */

struct buf;

struct link_pair {
	size_t a, b; /* places of the cards */
	int levels[LINK_FIELDS]; /* of each field, or LINK_BLANK */
	double bits[LINK_FIELDS];
	double held; /* what is taken off for what a home shares; <= 0 */
	double weight;
	double probability;
};

/**
 * link_levels(look, a, b, pair, same):
 * Only the levels of the cards at ${a} and ${b}; in ${same}, unless it is NULL,
 * the text that both have, by field.
 */
void link_levels(const struct link_look *look, size_t a, size_t b,
    struct link_pair *pair, const struct link_text *same[LINK_FIELDS]);

/**
 * link_weigh(look, a, b, pair):
 * Levels, bits, weight and probability.
 */
void link_weigh(const struct link_look *look, size_t a, size_t b,
    struct link_pair *pair);

/**
 * link_prior(look):
 * How likely any two cards are of one person, before they are looked at.
 */
double link_prior(const struct link_look *look);

/**
 * link_words(rules, pair, out):
 * Add to ${out} what each field said: "surname the same +8.1, date of birth
 * different -4.6".
 */
void link_words(const struct link_rules *rules, const struct link_pair *pair,
    struct buf *out);

#endif /* HANDRAIL_HUB_LINK_PAIR_H */
