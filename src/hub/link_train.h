/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_LINK_TRAIN_H
#define HANDRAIL_HUB_LINK_TRAIN_H

#include "base/rc.h"
#include "hub/link_likeness.h"

/*
 * A hub's own weights from its own records, with no one telling which pairs are
 * of one person: u from pairs drawn at random, of which almost all are of
 * different people; m and how often people are written down twice by
 * expectation maximisation (Dempster, Laird, Rubin 1977; Winkler 1988) over the
 * pairs that share a key.
 */

struct chance;

struct link_trained {
	size_t cards, pairs; /* looked at */
	unsigned rounds;
	double people; /* pairs that are of one person, as expected */
};

/**
 * link_train(rules, look, chance, told, f):
 * Put the weights that the cards of ${look} give into ${rules}, which are those
 * of ${look}; ${told} says from what. RC_INVALID, and ${rules} as they were,
 * when there are too few cards or pairs to learn from.
 */
NODISCARD enum rc link_train(struct link_rules *rules,
    const struct link_look *look, struct chance *chance,
    struct link_trained *told, struct fault *f);

#endif /* HANDRAIL_HUB_LINK_TRAIN_H */
