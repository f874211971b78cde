/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_ACTS_TASKING_H
#define HANDRAIL_HUB_ACTS_TASKING_H

#include "hub/doing.h"

/* What acts promise to do about a case, and what acts thereby have done. */

/**
 * task_make(d, casefile, what, due, text, f):
 * A task of ${casefile} and its owner, open, due on ${due} ("": not said).
 */
NODISCARD enum rc task_make(struct doing *d, const struct record *casefile,
    const char *what, const char *due, const char *text, struct fault *f);

/**
 * task_end(d, casefile, what, text, f):
 * The open tasks of that sort are done; with ${text}, those that say it.
 */
NODISCARD enum rc task_end(struct doing *d, const struct record *casefile,
    const char *what, const char *text, struct fault *f);

/**
 * task_day(d, typed, iso, f):
 * What ${typed} ("4w") gives as a day to come, into ${iso} (24 bytes).
 */
NODISCARD enum rc task_day(const struct doing *d, const char *typed,
    char iso[24], struct fault *f);

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

#endif /* HANDRAIL_HUB_ACTS_TASKING_H */
