/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/buf.h"
#include "base/str.h"
#include "ctl/ctl.h"
#include "hub/find.h"
#include "hub/looked.h"

static const struct out_column columns[] = {
	{ "score", "score", OUT_NUMBER },
	{ "ref", "ref", OUT_WORDS },
	{ "name", "name", OUT_WORDS },
	{ "born", "born", OUT_WORDS },
	{ "area", "area", OUT_WORDS },
	{ "cases", "cases", OUT_WORDS },
	{ "agreed", "what agreed", OUT_WORDS },
};

#define COLUMNS (sizeof(columns) / sizeof(columns[0]))

static void
hit_row(struct out *out, const struct find_hit *hit)
{
	char score[12];

	snprintf(score, sizeof(score), "%d", hit->score);
	out_row(out, (const char *[COLUMNS]){ score, hit->ref, hit->name,
			 hit->born, hit->area, hit->cases, hit->agreed });
}

static int
list(struct ctl *ctl, const struct find_page *page)
{
	struct out *out = out_new(ctl->format, columns, COLUMNS, stdout);
	struct fault f = { 0 };
	size_t i;

	for (i = 0; i < page->n; i++)
		hit_row(out, &page->hits[i]);
	if (out_end(out, &f))
		return ctl_fail(ctl, NULL, &f);
	if (page->n == 0)
		ctl_say(ctl, "nobody was found that you may see");
	if (page->more > 0)
		ctl_say(ctl, "and %zu more; --limit N shows more of them",
		    page->more);
	if (page->advice != NULL)
		ctl_say(ctl, "%s", page->advice);
	return page->n > 0 ? CTL_DONE : CTL_NOT_WELL;
}

static int
run(struct ctl *ctl, int argc, char **argv)
{
	const char *limit = NULL;
	const struct option_row rows[] = {
		{ "limit", "N", "at most so many (20)", &limit, NULL },
		CTL_FORMAT(ctl),
		{ NULL, NULL, NULL, NULL, NULL },
	};
	struct find_page page = { 0 };
	struct buf words = { 0 };
	struct fault f = { 0 };
	uint64_t most = 20;
	int status, i;
	enum rc rc;

	if (!ctl_words(ctl, rows, &argc, argv, 1, -1, &status) ||
	    !ctl_number(ctl, "limit", limit, &most, &status))
		return status;
	status = ctl_open(ctl, true);
	if (status != CTL_DONE)
		return status;
	for (i = 1; i < argc; i++)
		buf_printf(&words, "%s%s", i > 1 ? " " : "", argv[i]);
	rc = find_run(ctl->hub, ctl->arena, buf_str(&words), (size_t)most,
	    &page, &f);
	hub_searched(ctl->hub, buf_str(&words), 0);
	buf_wipe(&words);
	if (rc)
		return ctl_fail(ctl, NULL, &f);
	status = ctl_looked(ctl);
	return status != CTL_DONE ? status : list(ctl, &page);
}

const struct ctl_command ctl_find = {
	.name = "find",
	.synopsis = "WORDS... [--limit N] [--format FORMAT]",
	.sentence = "people and their cases by anything said, best first",
	.verb = "find",
	.run = run,
};
