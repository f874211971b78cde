/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_ACTS_TASKS_H
#define HANDRAIL_HUB_ACTS_TASKS_H

#include "hub/doing.h"

/*
 * What acts promise to do about a case, and what acts thereby have done. A task
 * is raised, looked for and ended here and nowhere else.
 */

struct task_new {
	const char *what; /* a code of data/codes/task.cfg */
	const char *text; /* NULL: none */
	const char *due;  /* a when; "": not said; NULL: now */
	uint64_t owner;	  /* a worker; 0: whoever it falls to */
	uint64_t crime;	  /* that it is about; 0: none */
};

/**
 * task_raise(d, casefile, task, f):
 * A task of the case ${casefile}, open, for whom ${task} says.
 */
NODISCARD enum rc task_raise(struct doing *d, const struct record *casefile,
    const struct task_new *task, struct fault *f);

/**
 * task_make(d, casefile, what, due, text, f):
 * The same for the worker who holds the case.
 */
NODISCARD enum rc task_make(struct doing *d, const struct record *casefile,
    const char *what, const char *due, const char *text, struct fault *f);

/**
 * task_once(d, casefile, what, due, text, task, f):
 * The same, unless one of that sort and words stands open; a supervisor's is
 * nobody's own. Its id goes to ${task}, which may be NULL.
 */
NODISCARD enum rc task_once(struct doing *d, const struct record *casefile,
    const char *what, const char *due, const char *text, uint64_t *task,
    struct fault *f);

/**
 * task_close(d, task, f):
 * That one is done now; 0, and one that is not open, do nothing.
 */
NODISCARD enum rc task_close(struct doing *d, uint64_t task, struct fault *f);

/**
 * task_end(d, casefile, what, text, f):
 * The open tasks of that sort are done; with ${text}, those that say it.
 */
NODISCARD enum rc task_end(struct doing *d, const struct record *casefile,
    const char *what, const char *text, struct fault *f);

/**
 * task_end_those(d, casefile, is_one, arg, n, f):
 * The open tasks of the case for which ${is_one} says so are done; how many
 * goes to ${n}, which may be NULL.
 */
typedef bool task_fn(const struct record *task, void *arg);
NODISCARD enum rc task_end_those(struct doing *d,
    const struct record *casefile, task_fn *is_one, void *arg, size_t *n,
    struct fault *f);

/**
 * task_in(d, n, unit, iso, f):
 * What lies ${n} of ${unit} on ("wd" working days, "day", or "hour" to the
 * minute) as a when in ${iso} (24 bytes). RC_INVALID for a year with no
 * holidays.
 */
NODISCARD enum rc task_in(const struct doing *d, int n, const char *unit,
    char iso[24], struct fault *f);

/**
 * task_day(d, typed, iso, f):
 * What ${typed} ("4w") gives as a day to come, into ${iso} (24 bytes).
 */
NODISCARD enum rc task_day(const struct doing *d, const char *typed,
    char iso[24], struct fault *f);

#endif /* HANDRAIL_HUB_ACTS_TASKS_H */
