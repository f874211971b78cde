/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_ACTS_STAGE_H
#define HANDRAIL_HUB_ACTS_STAGE_H

#include "hub/doing.h"

/* How far a case has come. What acts and feeds share about moving it. */

struct stage_move {
	const char *to;	       /* a state of the journey */
	const char *on;	       /* a when; NULL: now */
	const char *told_by;   /* police, court, victim, feed */
	const char *note, *override; /* may be NULL */
	uint64_t outcome;      /* that moved it; 0: none */
};

/**
 * stage_move(d, casefile, move, f):
 * Write the step and move ${casefile}, which is in hand. RC_UNLAWFUL, with the
 * states that are open, for a move that the journey does not hold and that
 * carries no override.
 */
NODISCARD enum rc stage_move(struct doing *d, struct record *casefile,
    const struct stage_move *move, struct fault *f);

/**
 * stage_told(d, casefile, outcome, wording, month, f):
 * A force tells of an outcome. The case moves if the journey leads there from
 * where it stands, however many steps were never told; else the step is
 * written and the case stays.
 */
NODISCARD enum rc stage_told(struct doing *d, uint64_t casefile,
    uint64_t outcome, const char *wording, const char *month, struct fault *f);

#endif /* HANDRAIL_HUB_ACTS_STAGE_H */
