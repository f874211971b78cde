/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_ACTS_COURTING_H
#define HANDRAIL_HUB_ACTS_COURTING_H

#include "hub/doing.h"

/* What the acts of the court track share. */

/**
 * courting_begin(d, casefile, f):
 * The case in hand. From here on a value that cannot be read refuses the act:
 * a court date that is half understood is worse than none.
 */
NODISCARD enum rc courting_begin(struct doing *d, struct record **casefile,
    struct fault *f);

/**
 * courting_make(d, casefile, kind, r, f):
 * A new record of ${kind} of the case, filled from the slip's lines of that
 * kind, and numbered when its kind has numbers.
 */
NODISCARD enum rc courting_make(struct doing *d, const struct record *casefile,
    unsigned kind, struct record **r, struct fault *f);

/**
 * courting_pick(d, casefile, kind, name, r, f):
 * The record of ${kind} of the case that the slip names in ${name}: its id, or
 * its number among them, 1 being the oldest; left blank, the newest. RC_MISSING
 * when there is none such.
 */
NODISCARD enum rc courting_pick(struct doing *d, const struct record *casefile,
    unsigned kind, const char *name, struct record **r, struct fault *f);

/**
 * courting_of_sort(d, casefile, kind, sort_tag, standard, r, made, f):
 * The newest record of ${kind} of the sort that the slip's "KIND.sort" says
 * (${standard} if unsaid), in hand, or a new one, as ${made} tells; filled from
 * the slip either way. For what goes on over months: asked, heard, decided.
 */
NODISCARD enum rc courting_of_sort(struct doing *d,
    const struct record *casefile, unsigned kind, unsigned sort_tag,
    const char *standard, struct record **r, bool *made, struct fault *f);

/**
 * courting_open_or_new(d, casefile, kind, sort_tag, state_tag, r, made, f):
 * The same, passing over those that are decided.
 */
NODISCARD enum rc courting_open_or_new(struct doing *d,
    const struct record *casefile, unsigned kind, unsigned sort_tag,
    unsigned state_tag, struct record **r, bool *made, struct fault *f);

/**
 * courting_now_unless(d, r, tag):
 * Write the present moment in a when that nobody said.
 */
void courting_now_unless(struct doing *d, struct record *r, unsigned tag);

/**
 * courting_after_crime(casefile, r, tag, f):
 * RC_INVALID, with both days, for a day of ${r} that is before the crime.
 */
NODISCARD enum rc courting_after_crime(const struct record *casefile,
    const struct record *r, unsigned tag, struct fault *f);

/**
 * courting_told(d, casefile, what, f):
 * The victim is told ${what} (data/codes/told.cfg) by us, now.
 */
NODISCARD enum rc courting_told(struct doing *d, const struct record *casefile,
    const char *what, struct fault *f);

/**
 * courting_done(d, casefile, r):
 * Say what was made and for whom.
 */
void courting_done(struct doing *d, const struct record *casefile,
    const struct record *r);

#endif /* HANDRAIL_HUB_ACTS_COURTING_H */
