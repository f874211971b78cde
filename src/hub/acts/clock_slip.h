/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_ACTS_CLOCK_SLIP_H
#define HANDRAIL_HUB_ACTS_CLOCK_SLIP_H

#include "hub/doing.h"

/* What the acts about clocks read from their slips. */

/**
 * clock_of_slip(d, needed, casefile, clock, f):
 * The clock that the slip names in "clock", by id or by its rule ("VC15", the
 * newest that is open), and the case it belongs to; both in hand. ${clock} is
 * NULL when the slip names none and none is ${needed}; the case is then the one
 * of "casefile".
 */
NODISCARD enum rc clock_of_slip(struct doing *d, bool needed,
    struct record **casefile, struct record **clock, struct fault *f);

/**
 * clock_set_on(d, casefile, r, tag, f):
 * Set the when ${tag} of ${r} from "on" of the slip, or to now. RC_INVALID for
 * a day before the crime, or one that is to come.
 */
NODISCARD enum rc clock_set_on(struct doing *d, const struct record *casefile,
    struct record *r, unsigned tag, struct fault *f);

/**
 * clock_holder(holder):
 * Who owes it, as a code of data/codes/told-by.cfg: "witness-care" for "wcu".
 * Lends.
 */
const char *clock_holder(const char *holder);

#endif /* HANDRAIL_HUB_ACTS_CLOCK_SLIP_H */
