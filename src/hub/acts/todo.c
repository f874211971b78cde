/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/day.h"
#include "hub/hub.h"

#include "hub/acts/todo.h"

#define HOUR INT64_C(3600000)

enum rc
todo_due(const struct doing *d, int n, const char *unit, char iso[24],
    struct fault *f)
{
	int64_t at = *VEC_LAST(&d->moments);
	int64_t now = at ? at : hub_now(d->hub);
	int32_t due = moment_day(now) + n;
	enum rc rc = RC_OK;

	if (strcmp(unit, "hour") == 0) {
		moment_show(now + n * HOUR, iso);
		iso[10] = 'T';
		return RC_OK;
	}
	if (strcmp(unit, "wd") == 0)
		rc = workday_add(
		    d->hub->holidays, moment_day(now), n, &due, f);
	if (!rc)
		day_show(due, iso);
	return rc;
}

static bool
is_open(const struct record *task)
{
	const char *state = record_text(task, TASK_STATE);

	return !*state || strcmp(state, "open") == 0;
}

/* A task that stands open and asks for just this. */
static enum rc
find_open(struct doing *d, uint64_t casefile, const char *what,
    const char *text, uint64_t *found, struct fault *f)
{
	struct record *task;
	uint64_t *ids;
	size_t n;
	enum rc rc = doing_children(d, casefile, KIND_TASK, &ids, &n, f);

	*found = 0;
	for (size_t i = 0; i < n && !rc && !*found; i++) {
		rc = doing_peek(d, KIND_TASK, ids[i], &task, f);
		if (!rc && task && is_open(task) &&
		    strcmp(record_text(task, TASK_WHAT), what) == 0 &&
		    strcmp(record_text(task, TASK_TEXT), text) == 0)
			*found = ids[i];
	}
	return rc;
}

enum rc
todo_once(struct doing *d, const struct record *casefile, const char *what,
    const char *due, const char *text, uint64_t *task, struct fault *f)
{
	uint64_t found;
	struct record *t;
	enum rc rc = find_open(d, casefile->id, what, text, &found, f);

	if (!rc && !found) {
		rc = doing_make(d, KIND_TASK,
		    record_link(casefile, CASEFILE_PERSON), 0, &t, f);
		if (rc)
			return rc;
		found = t->id;
		record_set_link(t, TASK_CASEFILE, casefile->id);
		record_set_text(t, TASK_WHAT, what);
		record_set_text(t, TASK_DUE, due);
		record_set_text(t, TASK_STATE, "open");
		record_set_text(t, TASK_TEXT, text);
		record_set_link(t, TASK_OWNER,
		    strcmp(what, "supervisor") == 0 ?
			0 :
			record_link(casefile, CASEFILE_OWNER));
	}
	if (task)
		*task = found;
	return rc;
}

enum rc
todo_close(struct doing *d, uint64_t task, struct fault *f)
{
	struct record *t;
	char now[24];
	enum rc rc;

	if (!task)
		return RC_OK;
	rc = doing_peek(d, KIND_TASK, task, &t, f);
	if (rc || !t || !is_open(t))
		return rc;
	if ((rc = doing_open(d, KIND_TASK, task, &t, f)))
		return rc;
	doing_now(d, now);
	record_set_text(t, TASK_STATE, "done");
	record_set_text(t, TASK_DONE, now);
	return RC_OK;
}

enum rc
todo_done(struct doing *d, uint64_t casefile, const char *what,
    struct fault *f)
{
	struct record *task;
	uint64_t *ids;
	size_t n;
	enum rc rc = doing_children(d, casefile, KIND_TASK, &ids, &n, f);

	for (size_t i = 0; i < n && !rc; i++) {
		rc = doing_peek(d, KIND_TASK, ids[i], &task, f);
		if (!rc && task &&
		    strcmp(record_text(task, TASK_WHAT), what) == 0)
			rc = todo_close(d, ids[i], f);
	}
	return rc;
}
