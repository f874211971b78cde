/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_ACTS_CASEWORK_H
#define HANDRAIL_HUB_ACTS_CASEWORK_H

#include "hub/doing.h"

/* What acts on a case share: a record of it, lines of the slip, days as said. */

/**
 * told_day(d, iso):
 * A day or moment as kept, as people write it: "21 Dec 2026 14:00". Lives in
 * the doing's arena.
 */
const char *told_day(const struct doing *d, const char *iso);

/**
 * case_child(d, kind, casefile, link, r, f):
 * A new record of ${kind} for the person of ${casefile}, which its field
 * ${link} says; told as what was made.
 */
NODISCARD enum rc case_child(struct doing *d, unsigned kind,
    const struct record *casefile, unsigned link, struct record **r,
    struct fault *f);

/**
 * set_lines(d, r, lines, n, f):
 * Set fields of ${r} from plain lines of the slip, by their names.
 */
struct set_line {
	const char *name;
	uint16_t tag;
};
NODISCARD enum rc set_lines(struct doing *d, struct record *r,
    const struct set_line *lines, size_t n, struct fault *f);

#endif /* HANDRAIL_HUB_ACTS_CASEWORK_H */
