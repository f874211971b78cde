/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_ACTS_CONFLICT_H
#define HANDRAIL_HUB_ACTS_CONFLICT_H

#include "hub/doing.h"

/*
 * The check at the door: whether somebody who comes to the hub, or who speaks
 * for them, is said to have done it, here or in another case, or is kin of a
 * worker. A match is told to supervisors and to nobody else: the act that found
 * it says and does the same as without it.
 */

/**
 * conflict_look(d, person, f):
 * Look at ${person} and at those who speak for them; each match becomes a task
 * that only supervisors see. Nothing when they have no case yet.
 */
NODISCARD enum rc
conflict_look(struct doing *d, const struct record *person, struct fault *f);

/**
 * conflict_assign(d, casefile, worker, f):
 * The same for a case that is given to ${worker}, whose kin it may be.
 */
NODISCARD enum rc conflict_assign(struct doing *d,
    const struct record *casefile, uint64_t worker, struct fault *f);

#endif /* HANDRAIL_HUB_ACTS_CONFLICT_H */
