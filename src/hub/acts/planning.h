/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_ACTS_PLANNING_H
#define HANDRAIL_HUB_ACTS_PLANNING_H

#include "hub/doing.h"

/* The plan of a case: what acts about plans have in common. */

/**
 * plan_in_force(d, casefile, id, f):
 * The id of the plan of ${casefile}: its own that is in force, or the one of
 * the family or group it is in; 0 when it has none.
 */
NODISCARD enum rc plan_in_force(struct doing *d,
    const struct record *casefile, uint64_t *id, struct fault *f);

/**
 * plan_of(d, casefile, plan, f):
 * The same, opened; RC_UNLAWFUL with what to do when there is none.
 */
NODISCARD enum rc plan_of(struct doing *d, const struct record *casefile,
    struct record **plan, struct fault *f);

/**
 * plan_goals(d, plan, f):
 * Put the goals by need of the slip ("goal.h") among those of ${plan}.
 */
NODISCARD enum rc
plan_goals(struct doing *d, struct record *plan, struct fault *f);

/**
 * plan_due_review(d, casefile, plan, f):
 * Say when ${plan} is looked at again, as on the slip or as the hub has it,
 * and promise it.
 */
NODISCARD enum rc plan_due_review(struct doing *d,
    const struct record *casefile, struct record *plan, struct fault *f);

#endif /* HANDRAIL_HUB_ACTS_PLANNING_H */
