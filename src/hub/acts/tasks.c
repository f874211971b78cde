/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/day.h"
#include "base/when.h"
#include "hub/hub.h"

#include "hub/acts/tasks.h"

#define HOUR INT64_C(3600000)

/* ---- raising ---- */

static enum rc
raise_one(struct doing *d, const struct record *casefile,
    const struct task_new *new, uint64_t *id, struct fault *f)
{
	struct record *task;
	char now[24];
	enum rc rc = doing_make(d, KIND_TASK,
	    record_link(casefile, CASEFILE_PERSON), 0, &task, f);

	if (rc)
		return rc;
	doing_now(d, now);
	record_set_link(task, TASK_CASEFILE, casefile->id);
	record_set_link(task, TASK_CRIME, new->crime);
	record_set_text(task, TASK_WHAT, new->what);
	record_set_text(task, TASK_DUE, new->due ? new->due : now);
	record_set_text(task, TASK_STATE, "open");
	record_set_text(task, TASK_TEXT, new->text);
	record_set_link(task, TASK_OWNER, new->owner);
	*id = task->id;
	return RC_OK;
}

enum rc
task_raise(struct doing *d, const struct record *casefile,
    const struct task_new *new, struct fault *f)
{
	return raise_one(d, casefile, new, &(uint64_t){ 0 }, f);
}

enum rc
task_make(struct doing *d, const struct record *casefile, const char *what,
    const char *due, const char *text, struct fault *f)
{
	return task_raise(d, casefile,
	    &(struct task_new){ .what = what, .text = text,
		.due = due ? due : "",
		.owner = record_link(casefile, CASEFILE_OWNER) },
	    f);
}

/* ---- those that stand open ---- */

static bool
is_open(const struct record *task)
{
	const char *state = record_text(task, TASK_STATE);

	return !*state || strcmp(state, "open") == 0;
}

/* What a task must be: of a sort, and with the words unless they are NULL. */
struct wanted {
	const char *what, *text;
};

static bool
is_wanted(const struct record *task, void *arg)
{
	const struct wanted *w = arg;

	return strcmp(record_text(task, TASK_WHAT), w->what) == 0 &&
	       (!w->text || strcmp(record_text(task, TASK_TEXT), w->text) == 0);
}

static enum rc
find_open(struct doing *d, const struct record *casefile,
    struct wanted *wanted, uint64_t *found, struct fault *f)
{
	struct record *task;
	uint64_t *ids;
	size_t n;
	enum rc rc = doing_children(d, casefile->id, KIND_TASK, &ids, &n, f);

	*found = 0;
	for (size_t i = 0; i < n && !rc && !*found; i++) {
		rc = doing_peek(d, KIND_TASK, ids[i], &task, f);
		if (!rc && task && is_open(task) && is_wanted(task, wanted))
			*found = ids[i];
	}
	return rc;
}

enum rc
task_once(struct doing *d, const struct record *casefile, const char *what,
    const char *due, const char *text, uint64_t *task, struct fault *f)
{
	struct wanted wanted = { what, text };
	const struct task_new new = { .what = what, .text = text, .due = due,
		.owner = strcmp(what, "supervisor") == 0 ?
			     0 : record_link(casefile, CASEFILE_OWNER) };
	uint64_t found;
	enum rc rc = find_open(d, casefile, &wanted, &found, f);

	if (!rc && !found)
		rc = raise_one(d, casefile, &new, &found, f);
	if (task)
		*task = found;
	return rc;
}

/* ---- ending ---- */

static enum rc
close_one(struct doing *d, uint64_t id, struct fault *f)
{
	struct record *task;
	char now[24];
	enum rc rc = doing_open(d, KIND_TASK, id, &task, f);

	if (rc)
		return rc;
	doing_now(d, now);
	record_set_text(task, TASK_STATE, "done");
	record_set_text(task, TASK_DONE, now);
	return RC_OK;
}

enum rc
task_close(struct doing *d, uint64_t id, struct fault *f)
{
	struct record *task;
	enum rc rc;

	if (!id)
		return RC_OK;
	rc = doing_peek(d, KIND_TASK, id, &task, f);
	return rc || !task || !is_open(task) ? rc : close_one(d, id, f);
}

enum rc
task_end_those(struct doing *d, const struct record *casefile,
    task_fn *is_one, void *arg, size_t *ended, struct fault *f)
{
	struct record *task;
	uint64_t *ids;
	size_t n, done = 0;
	enum rc rc = doing_children(d, casefile->id, KIND_TASK, &ids, &n, f);

	for (size_t i = 0; i < n && !rc; i++) {
		rc = doing_peek(d, KIND_TASK, ids[i], &task, f);
		if (rc || !task || !is_open(task) || !is_one(task, arg))
			continue;
		rc = close_one(d, ids[i], f);
		done++;
	}
	if (ended)
		*ended = done;
	return rc;
}

enum rc
task_end(struct doing *d, const struct record *casefile, const char *what,
    const char *text, struct fault *f)
{
	struct wanted wanted = { what, text };

	return task_end_those(d, casefile, is_wanted, &wanted, NULL, f);
}

/* ---- when ---- */

enum rc
task_in(const struct doing *d, int n, const char *unit, char iso[24],
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

enum rc
task_day(const struct doing *d, const char *typed, char iso[24],
    struct fault *f)
{
	return when_parse(typed, hub_now(d->hub), WHEN_FUTURE, iso, f);
}
