/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_LINK_LIKENESS_H
#define HANDRAIL_HUB_LINK_LIKENESS_H

#include <stddef.h>

#include "hub/link_cards.h"

/* How alike two cards are, field by field, before anything is weighed. */

struct short_names;

/* A field that one of the two leaves blank: it says nothing. */
#define LINK_BLANK (-1)

/* The cards, and what else a comparison needs. */
struct link_look {
	const struct link_rules *rules;
	const struct link_cards *cards;
	const struct short_names *names; /* may be NULL */
};

/* The likeness of two values, and the text they share when it is one. */
struct link_likeness {
	int likeness; /* thousandths, or LINK_BLANK */
	const struct link_text *same; /* the rarest they share, or NULL */
};

/**
 * link_likeness(look, a, fa, b, fb):
 * How alike the field ${fa} of the card at ${a} is to the field ${fb} of the
 * one at ${b}; the two fields are compared in the way of ${fa}.
 */
struct link_likeness link_likeness(const struct link_look *look, size_t a,
    size_t fa, size_t b, size_t fb);

#endif /* HANDRAIL_HUB_LINK_LIKENESS_H */
