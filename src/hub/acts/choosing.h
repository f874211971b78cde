/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_ACTS_CHOOSING_H
#define HANDRAIL_HUB_ACTS_CHOOSING_H

#include "hub/doing.h"

/*
 * Which of a case's records an act is about: its second action, the referral
 * to the locks service, the only loan. The screens name it by id; people at a
 * command line by number, by code or, when there is one, not at all.
 */
struct choice {
	const char *slip;   /* the line of the slip that names it */
	const char *what;   /* "referral", for sentences */
	unsigned kind;
	uint16_t casefile;  /* its link to the case */
	uint16_t by[2];	    /* fields whose text may name it; 0: none */
	uint16_t over;	    /* a field that is filled once it is over */
};

/**
 * choose(d, choice, casefile, r, f):
 * Open the record and its case. RC_INVALID, with how many there are, when the
 * slip does not say which; RC_MISSING when there is none.
 */
NODISCARD enum rc choose(struct doing *d, const struct choice *choice,
    struct record **casefile, struct record **r, struct fault *f);

/**
 * choose_of(d, choice, ids, n, r, f):
 * The same among the ${n} records ${ids}, numbered from 1 in their order.
 */
NODISCARD enum rc choose_of(struct doing *d, const struct choice *choice,
    const uint64_t *ids, size_t n, struct record **r, struct fault *f);

#endif /* HANDRAIL_HUB_ACTS_CHOOSING_H */
