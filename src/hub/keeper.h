/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_KEEPER_H
#define HANDRAIL_HUB_KEEPER_H

#include <stdint.h>

#include "base/rc.h"

/*
 * Whose key a record is sealed with. What belongs to a person is sealed by
 * that person's key in the person's area; where they live, by their key in the
 * safe-address area beside it; what belongs to nobody, by the area's key; what
 * is the hub's, by the hub's.
 */

struct doing;
struct kind;
struct record;
struct row_seal;

/**
 * keeper_of(d, r):
 * The person that ${r} belongs to, going up from parent to parent; 0 if to
 * nobody.
 */
uint64_t keeper_of(struct doing *d, const struct record *r);

/**
 * keeper_seal(d, kind, person, by, f):
 * Store in ${by} whose key a new record of ${kind} about ${person} is sealed
 * with, taking a fresh person key where there is none yet. RC_DENIED, with a
 * sentence, when this worker does not belong to the area.
 */
NODISCARD enum rc keeper_seal(struct doing *d, const struct kind *kind,
    uint64_t person, struct row_seal *by, struct fault *f);

#endif /* HANDRAIL_HUB_KEEPER_H */
