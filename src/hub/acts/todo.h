/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_ACTS_TODO_H
#define HANDRAIL_HUB_ACTS_TODO_H

#include "hub/doing.h"

/*
 * Tasks that follow from something else: made once however often the reason is
 * met again, and done when what they asked for is done.
 */

/**
 * todo_due(d, n, unit, iso, f):
 * The day that lies ${n} of ${unit} on ("wd" working days, "day", or "hour" to
 * the minute) as a when in ${iso}. RC_INVALID for a year with no holidays.
 */
NODISCARD enum rc todo_due(const struct doing *d, int n, const char *unit,
    char iso[24], struct fault *f);

/**
 * todo_once(d, casefile, what, due, text, task, f):
 * A task of the case, unless one of the same sort and words stands open. Its
 * id goes to ${task}, which may be NULL.
 */
NODISCARD enum rc todo_once(struct doing *d, const struct record *casefile,
    const char *what, const char *due, const char *text, uint64_t *task,
    struct fault *f);

/**
 * todo_done(d, casefile, what, f):
 * Every open task of that sort on the case is done now.
 */
NODISCARD enum rc todo_done(struct doing *d, uint64_t casefile,
    const char *what, struct fault *f);

/**
 * todo_close(d, task, f):
 * That one task is done now; 0 does nothing.
 */
NODISCARD enum rc todo_close(struct doing *d, uint64_t task, struct fault *f);

#endif /* HANDRAIL_HUB_ACTS_TODO_H */
