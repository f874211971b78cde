/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "hub/acts/tasks.h"

enum rc
task_raise(struct doing *d, const struct record *casefile,
    const struct task_new *new, struct fault *f)
{
	struct record *task;
	char now[24];
	enum rc rc = doing_make(d, KIND_TASK,
	    record_link(casefile, CASEFILE_PERSON), 0, &task, f);

	if (rc)
		return rc;
	doing_now(d, now);
	record_set_link(task, TASK_CASEFILE, casefile->id);
	record_set_text(task, TASK_WHAT, new->what);
	record_set_text(task, TASK_DUE, new->due ? new->due : now);
	record_set_text(task, TASK_STATE, "open");
	record_set_text(task, TASK_TEXT, new->text);
	record_set_link(task, TASK_OWNER, new->owner);
	return RC_OK;
}
