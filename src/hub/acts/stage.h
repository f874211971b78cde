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
	uint64_t suspect, charge; /* whose step it is; 0: the case's own */
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
 * stage_check(d, from, move, f):
 * RC_UNLAWFUL, with the states that are open, when the journey does not hold
 * the move from ${from} and it carries no override; RC_INVALID when there is no
 * such state.
 */
NODISCARD enum rc stage_check(const struct doing *d, const char *from,
    const struct stage_move *move, struct fault *f);

/**
 * stage_step(d, casefile, from, move, f):
 * Write the step only, away from ${from}.
 */
NODISCARD enum rc stage_step(struct doing *d, struct record *casefile,
    const char *from, const struct stage_move *move, struct fault *f);

/**
 * stage_told(d, casefile, outcome, wording, month, f):
 * A force tells of an outcome. The case moves if the journey leads there from
 * where it stands, however many steps were never told; else the step is
 * written and the case stays.
 */
NODISCARD enum rc stage_told(struct doing *d, uint64_t casefile,
    uint64_t outcome, const char *wording, const char *month, struct fault *f);

/**
 * stage_named(d), stage_on(d, casefile, on, f), stage_may_override(d, f):
 * From the slip: the state it names, "S09" or its name in either case; when, as
 * a day that is past and not before the crime, "" if unsaid; RC_DENIED when it
 * gives a reason and this worker may not override.
 */
const char *stage_named(const struct doing *d);
NODISCARD enum rc stage_on(struct doing *d, const struct record *casefile,
    char on[32], struct fault *f);
NODISCARD enum rc stage_may_override(const struct doing *d, struct fault *f);

#endif /* HANDRAIL_HUB_ACTS_STAGE_H */
