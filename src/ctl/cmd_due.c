/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/when.h"
#include "ctl/ctl.h"
#include "hub/due.h"

static const struct out_column columns[] = {
	{ "due", "due", OUT_WORDS },
	{ "state", "state", OUT_WORDS },
	{ "rule", "rule", OUT_WORDS },
	{ "right", "right", OUT_WORDS },
	{ "ref", "ref", OUT_WORDS },
	{ "name", "name", OUT_WORDS },
	{ "title", "what", OUT_WORDS },
	{ "holder", "owed by", OUT_WORDS },
	{ "who", "who", OUT_WORDS },
	{ "started", NULL, OUT_WORDS },
	{ "enhanced", NULL, OUT_YES },
	{ "late", NULL, OUT_YES },
};

#define COLUMNS (sizeof(columns) / sizeof(columns[0]))

static int
list(struct ctl *ctl, const struct due_page *page)
{
	struct out *out = out_new(ctl->format, columns, COLUMNS, stdout);
	struct fault f = { 0 };
	size_t i;

	for (i = 0; i < page->n; i++) {
		const struct due_row *r = &page->rows[i];

		out_row(out, (const char *[COLUMNS]){ r->due, r->state, r->rule,
				 r->right, r->ref, r->name, r->title, r->holder,
				 r->who, r->started, r->enhanced ? "y" : "n",
				 r->late ? "y" : "n" });
	}
	return out_end(out, &f) ? ctl_fail(ctl, NULL, &f) : CTL_DONE;
}

static int
run(struct ctl *ctl, int argc, char **argv)
{
	const char *until = NULL, *owner = "", *limit = NULL;
	const struct option_row rows[] = {
		{ "until", "DAY",
		    "those that fall by DAY (2026-11-24, fri, 2d)", &until,
		    NULL },
		{ "owner", "WHO",
		    "those of one worker's cases, by login or "
		    "\"me\"",
		    &owner, NULL },
		{ "limit", "N", "the first N only", &limit, NULL },
		CTL_FORMAT(ctl),
		{ NULL, NULL, NULL, NULL, NULL },
	};
	struct due_page page = { 0 };
	struct fault f = { 0 };
	uint64_t most = SIZE_MAX;
	char day[24] = "";
	int status;

	if (!ctl_words(ctl, rows, &argc, argv, 0, 0, &status) ||
	    !ctl_number(ctl, "limit", limit, &most, &status))
		return status;
	status = ctl_open(ctl, true);
	if (status != CTL_DONE)
		return status;
	if (until != NULL &&
	    when_parse(until, hub_now(ctl->hub), WHEN_FUTURE, day, &f))
		return ctl_usage(ctl, "--until %s: %s", until, f.text);
	if (strcmp(owner, "me") == 0)
		owner = ctl->hub->me.login;
	if (due_read(ctl->hub, ctl->arena, day, owner, (size_t)most, &page, &f))
		return ctl_fail(ctl, NULL, &f);
	return list(ctl, &page);
}

const struct ctl_command ctl_due = {
	.name = "due",
	.synopsis = "[--until DAY] [--owner WHO] [--limit N] [--format FORMAT]",
	.sentence = "time limits that run, were met, are late or unknown",
	.verb = "find",
	.run = run,
};
