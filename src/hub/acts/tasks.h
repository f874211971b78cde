/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_ACTS_TASKS_H
#define HANDRAIL_HUB_ACTS_TASKS_H

#include "hub/doing.h"

/* Tasks that acts make for people. */

struct task_new {
	const char *what; /* a code of data/codes/task.cfg */
	const char *text; /* NULL: none */
	const char *due;  /* a when; NULL: now */
	uint64_t owner;	  /* a worker; 0: whoever it falls to */
};

/**
 * task_raise(d, casefile, task, f):
 * A task of the case ${casefile} that is not its worker's: a supervisor's, or
 * whoever it falls to.
 */
NODISCARD enum rc task_raise(struct doing *d, const struct record *casefile,
    const struct task_new *task, struct fault *f);

#endif /* HANDRAIL_HUB_ACTS_TASKS_H */
