/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_ACTS_OPENED_H
#define HANDRAIL_HUB_ACTS_OPENED_H

#include "hub/doing.h"
#include "hub/opening.h"

/* What a move opens to the victim, by data/openings, and who may be offered. */

/**
 * opened_facts(d, casefile, charge, passed, x, f):
 * What is so of the case, and of ${charge} unless it is NULL, into ${x}, whose
 * texts last as long as the records and ${passed}.
 */
NODISCARD enum rc opened_facts(struct doing *d, const struct record *casefile,
    const struct record *charge, struct buf *passed, struct opening_facts *x,
    struct fault *f);

/**
 * opened_by(d, casefile, charge, from, on, f):
 * The case, or one charge of it, has moved away from ${from}: make the decisions
 * that may now be asked about and the scheme that is open, start their clocks,
 * and say so.
 */
NODISCARD enum rc opened_by(struct doing *d, struct record *casefile,
    const struct record *charge, const char *from, const char *on,
    struct fault *f);

/**
 * opened_row(hub, opens, sort):
 * The first row that opens so, NULL if none. Lends.
 */
const struct opening *
opened_row(const struct hub *hub, const char *opens, const char *sort);

#endif /* HANDRAIL_HUB_ACTS_OPENED_H */
