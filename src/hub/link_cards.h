/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_LINK_CARDS_H
#define HANDRAIL_HUB_LINK_CARDS_H

#include <stddef.h>
#include <stdint.h>

#include "hub/link_rules.h"

/*
 * Records made ready for comparing: of each field its values, folded, every
 * text kept once with how many records have it. A million people fit in a few
 * hundred megabytes. It lives and dies with the work and is wiped at its end.
 */

struct arena;
struct record;

struct link_cards;

/**
 * link_cards_new(rules):
 * An empty box of cards, to be given back to link_cards_free(). ${rules} must
 * outlive it.
 */
struct link_cards *link_cards_new(const struct link_rules *rules);
void link_cards_free(struct link_cards *cards);

/**
 * link_cards_add(cards, id, records, n, arena):
 * Put in the card of the person numbered ${id}, of whom ${records} are all that
 * the rules may ask for: the person and where they live. ${arena} is for
 * folding and may be reset after.
 */
void link_cards_add(struct link_cards *cards, uint64_t id,
    const struct record *const *records, size_t n, struct arena *arena);

/**
 * link_cards_count(cards), link_cards_person(cards, i):
 * How many there are; whose the card at place ${i} is.
 */
size_t link_cards_count(const struct link_cards *cards);
uint64_t link_cards_person(const struct link_cards *cards, size_t i);

/* The values of one field of one card: numbers of texts. */
struct link_values {
	const uint32_t *at;
	size_t n;
};

/**
 * link_cards_values(cards, i, field):
 * What stands on the card at place ${i}. Lends.
 */
struct link_values
link_cards_values(const struct link_cards *cards, size_t i, size_t field);

/* A text and how many cards have it in its field. */
struct link_text {
	const char *at;
	uint32_t count;
	uint16_t len;
	uint16_t field;
};

/**
 * link_cards_text(cards, number):
 * The text with that number. Lends.
 */
const struct link_text *
link_cards_text(const struct link_cards *cards, uint32_t number);

#endif /* HANDRAIL_HUB_LINK_CARDS_H */
