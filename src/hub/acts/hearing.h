/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_ACTS_HEARING_H
#define HANDRAIL_HUB_ACTS_HEARING_H

#include "hub/doing.h"

/* What listing a hearing, listing it again and hearing it share. */

/**
 * hearing_check(d, casefile, hearing, f):
 * RC_INVALID, in a sentence that says the way on, for a hearing with no day or
 * no court, on a day before the crime, or at a court that has closed by then.
 */
NODISCARD enum rc hearing_check(struct doing *d, const struct record *casefile,
    const struct record *hearing, struct fault *f);

/**
 * hearing_listed(d, casefile, hearing, told, f):
 * The hearing has a day: start the clocks of it, move the journey to a trial
 * that is listed where that is open, ask for what was asked for, and write down
 * that the victim knows when ${told}.
 */
NODISCARD enum rc hearing_listed(struct doing *d, struct record *casefile,
    struct record *hearing, bool told, struct fault *f);

/**
 * hearing_move(d, casefile, to, on, f):
 * Move the journey to ${to} on ${on}, if that is open from where it stands.
 */
NODISCARD enum rc hearing_move(struct doing *d, struct record *casefile,
    const char *to, const char *on, struct fault *f);

/**
 * hearing_words(d, hearing, out):
 * "trial, Leicester Crown Court, Tue 14 Sep 2027 10:00".
 */
void hearing_words(const struct doing *d, const struct record *hearing,
    struct buf *out);

/**
 * hearing_is(d, hearing, sort):
 * Whether it is of that sort.
 */
bool hearing_is(const struct record *hearing, const char *sort);

#endif /* HANDRAIL_HUB_ACTS_HEARING_H */
