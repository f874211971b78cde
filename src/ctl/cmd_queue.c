/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/day.h"
#include "ctl/ctl.h"
#include "hub/act.h"
#include "hub/queue.h"

#define QUEUE_CHUNK 500 /* rows read at a time */

static const struct out_column columns[] = {
	{ "place", "", OUT_NUMBER },
	{ "ref", "ref", OUT_WORDS },
	{ "name", "name", OUT_WORDS },
	{ "age", "age", OUT_WORDS },
	{ "crime", "crime", OUT_WORDS },
	{ "why", "why now", OUT_WORDS },
	{ "left", "due", OUT_WORDS },
	{ "safe", "safe", OUT_WORDS },
	{ "who", "who", OUT_WORDS },
	{ "due", NULL, OUT_WORDS },
	{ "late", NULL, OUT_YES },
	{ "danger", NULL, OUT_YES },
};

#define COLUMNS (sizeof(columns) / sizeof(columns[0]))

static const char *
yes(bool is)
{
	return is ? "y" : "n";
}

static void
queue_line(struct out *out, size_t place, const struct queue_row *row)
{
	char number[24], due[25] = "";

	snprintf(number, sizeof(number), "%zu", place);
	if (row->due_ms != 0)
		moment_iso(row->due_ms, due);
	out_row(out, (const char *[COLUMNS]){ number, row->ref, row->name,
			 row->age, row->crime, row->why, row->due, row->safe,
			 row->who, due, yes(row->late), yes(row->danger) });
}

static enum rc
list(struct ctl *ctl, enum queue_name q, size_t most, struct out *out,
    struct fault *f)
{
	struct queue_page page;
	size_t from = 0, i;
	enum rc rc;

	do {
		size_t ask =
		    most - from < QUEUE_CHUNK ? most - from : QUEUE_CHUNK;

		page = (struct queue_page){ 0 };
		rc = queue_read(ctl->hub, ctl->arena, q, from, ask, &page, f);
		if (rc)
			return rc;
		for (i = 0; i < page.n; i++)
			queue_line(out, from + i + 1, &page.rows[i]);
		from += page.n;
	} while (page.n > 0 && from < page.total && from < most);
	return RC_OK;
}

static int
run(struct ctl *ctl, int argc, char **argv)
{
	const char *limit = NULL;
	const struct option_row rows[] = {
		{ "limit", "N", "the first N only", &limit, NULL },
		CTL_FORMAT(ctl),
		{ NULL, NULL, NULL, NULL, NULL },
	};
	struct fault f = { 0 };
	enum queue_name q = QUEUE_MINE;
	uint64_t most = SIZE_MAX;
	struct out *out;
	int status;
	enum rc rc;

	if (!ctl_words(ctl, rows, &argc, argv, 0, 1, &status) ||
	    !ctl_number(ctl, "limit", limit, &most, &status))
		return status;
	if (argc > 1 && !queue_by_name(argv[1], &q))
		return ctl_usage(ctl,
		    "there is no queue \"%s\"; they are mine, team, "
		    "unassigned and supervisor",
		    argv[1]);
	status = ctl_open(ctl, true);
	if (status != CTL_DONE)
		return status;
	if (!queue_may(ctl->hub, q)) {
		(void)act_refuse(ctl->hub, "supervise", &f);
		return ctl_fail(ctl, NULL, &f);
	}
	out = out_new(ctl->format, columns, COLUMNS, stdout);
	rc = list(ctl, q, (size_t)most, out, &f);
	if (rc) {
		struct fault last = { 0 };

		(void)!out_end(out, &last);
		return ctl_fail(ctl, NULL, &f);
	}
	return out_end(out, &f) ? ctl_fail(ctl, NULL, &f) : CTL_DONE;
}

const struct ctl_command ctl_queue = {
	.name = "queue",
	.synopsis = "[mine|team|unassigned|supervisor] [--limit N] [--format FORMAT]",
	.sentence = "a work queue in the order people should take it, and why",
	.verb = "find",
	.run = run,
};
