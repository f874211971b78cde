/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/arena.h"
#include "base/str.h"
#include "base/when.h"
#include "hub/hub.h"
#include "hub/slip.h"

#include "hub/acts/tasking.h"

enum rc
task_make(struct doing *d, const struct record *casefile, const char *what,
    const char *due, const char *text, struct fault *f)
{
	struct record *task;
	enum rc rc = doing_make(d, KIND_TASK,
	    record_link(casefile, CASEFILE_PERSON), 0, &task, f);

	if (rc)
		return rc;
	record_set_link(task, TASK_CASEFILE, casefile->id);
	record_set_text(task, TASK_WHAT, what);
	record_set_text(task, TASK_DUE, due);
	record_set_text(task, TASK_STATE, "open");
	record_set_text(task, TASK_TEXT, text);
	record_set_link(task, TASK_OWNER, record_link(casefile, CASEFILE_OWNER));
	return RC_OK;
}

enum rc
task_end(struct doing *d, const struct record *casefile, const char *what,
    const char *text, struct fault *f)
{
	struct record *task;
	uint64_t *ids;
	char now[24];
	size_t n;
	enum rc rc = doing_children(d, casefile->id, KIND_TASK, &ids, &n, f);

	doing_now(d, now);
	for (size_t i = 0; i < n && !rc; i++) {
		rc = doing_peek(d, KIND_TASK, ids[i], &task, f);
		if (rc || !task ||
		    strcmp(record_text(task, TASK_WHAT), what) != 0 ||
		    strcmp(record_text(task, TASK_STATE), "open") != 0 ||
		    (text && strcmp(record_text(task, TASK_TEXT), text) != 0))
			continue;
		if ((rc = doing_open(d, KIND_TASK, ids[i], &task, f)))
			return rc;
		record_set_text(task, TASK_STATE, "done");
		record_set_text(task, TASK_DONE, now);
	}
	return rc;
}

enum rc
task_day(const struct doing *d, const char *typed, char iso[24],
    struct fault *f)
{
	return when_parse(typed, hub_now(d->hub), WHEN_FUTURE, iso, f);
}

const char *
told_day(const struct doing *d, const char *iso)
{
	struct buf out = { 0 };
	const char *text;

	when_show(iso, &out);
	text = arena_str(d->arena, buf_str(&out));
	buf_release(&out);
	return text;
}

enum rc
case_child(struct doing *d, unsigned kind, const struct record *casefile,
    unsigned link, struct record **r, struct fault *f)
{
	enum rc rc = doing_make(
	    d, kind, record_link(casefile, CASEFILE_PERSON), 0, r, f);

	if (rc)
		return rc;
	record_set_link(*r, link, casefile->id);
	d->done->made = (*r)->id;
	d->done->casefile = casefile->id;
	d->done->person = record_link(casefile, CASEFILE_PERSON);
	return RC_OK;
}

enum rc
set_lines(struct doing *d, struct record *r, const struct set_line *lines,
    size_t n, struct fault *f)
{
	enum rc rc = RC_OK;

	for (size_t i = 0; i < n && !rc; i++)
		rc = doing_set(
		    d, r, lines[i].tag, slip_text(d->slip, lines[i].name), f);
	return rc;
}
