/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_ACTS_REACHING_H
#define HANDRAIL_HUB_ACTS_REACHING_H

#include "hub/doing.h"

/* What every act that reaches for a person has to ask, and how it goes on. */

/**
 * reaching_check(d, casefile, contact, f):
 * Whether the ways that ${contact} went were safe. RC_UNLAWFUL with the reason
 * and the way on; when a reason stands on the slip ("unsafe-why") it is done
 * all the same, and a supervisor is shown it.
 */
NODISCARD enum rc reaching_check(struct doing *d,
    const struct record *casefile, const struct record *contact,
    struct fault *f);

/**
 * reaching_next(d, casefile, f):
 * After a try that failed: when to try next, by what data/contact says of
 * tries, on another day, in another part of it, within the safe times; or what
 * comes after the last of them. Set on ${casefile}, which is in hand.
 */
NODISCARD enum rc
reaching_next(struct doing *d, struct record *casefile, struct fault *f);

/* The tries since the person was last reached. */
struct reaching_tries {
	int n, days, parts;
	int32_t last; /* the day of the last one */
	unsigned in;  /* the parts of the day, a bit each */
};

/**
 * reaching_count(d, casefile, tries, f):
 * Count them.
 */
NODISCARD enum rc reaching_count(struct doing *d,
    const struct record *casefile, struct reaching_tries *tries,
    struct fault *f);

/**
 * reaching_enough(d, casefile, tries):
 * Whether the hub's rule for this case has been kept, so that it may go on to
 * what comes after trying.
 */
bool reaching_enough(const struct doing *d, const struct record *casefile,
    const struct reaching_tries *tries);

#endif /* HANDRAIL_HUB_ACTS_REACHING_H */
