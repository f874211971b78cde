/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_MERGE_H
#define HANDRAIL_HUB_MERGE_H

#include <stdint.h>

#include "base/rc.h"
#include "hub/letters.h"

/*
 * A letter and what it is about, brought together: whose it is, the case, the
 * hearing, referral and complaint it speaks of, days in the words of its
 * language. Values come from records as they stand; nothing is changed.
 */

struct arena;
struct buf;
struct hub;
struct record;

struct merge {
	struct hub *hub;
	struct arena *arena;
	const struct tongue *tongue;
	const char *more; /* what the worker adds; "" for nothing */
	struct record *person, *safety, *home, *casefile;
	struct record *hearing;   /* the next, or else the last */
	struct record *referral;  /* the newest */
	struct record *complaint; /* the newest */
};

/**
 * merge_read(hub, arena, person, casefile, m, f):
 * Read into ${m}, in ${arena}, all a letter may speak of. A ${casefile} of 0 is
 * their newest open case. RC_MISSING when there is no such person for this
 * worker. The tongue is the caller's to set before merge_text().
 */
NODISCARD enum rc merge_read(struct hub *hub, struct arena *arena,
    uint64_t person, uint64_t casefile, struct merge *m, struct fault *f);

/**
 * merge_text(m, t, out):
 * Add the template ${t}, filled in, to ${out}.
 */
void merge_text(struct merge *m, const struct template *t, struct buf *out);

/**
 * merge_lacks(m, letter):
 * The first of what ${letter} needs that is not known, in words for a sentence;
 * NULL when nothing is lacking.
 */
const char *merge_lacks(struct merge *m, const struct letter *letter);

/**
 * merge_day(m, iso):
 * A day as kept, in words: "Monday 23 November 2026"; less where less is known.
 */
const char *merge_day(const struct merge *m, const char *iso);

#endif /* HANDRAIL_HUB_MERGE_H */
