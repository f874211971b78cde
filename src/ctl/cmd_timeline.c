/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "base/day.h"
#include "ctl/ctl.h"
#include "hub/journey.h"
#include "hub/looked.h"
#include "hub/read.h"
#include "model/kinds.h"
#include "model/record.h"

static const struct out_column columns[] = {
	{ "when", "when", OUT_WORDS },
	{ "who", "who", OUT_WORDS },
	{ "track", "track", OUT_WORDS },
	{ "what", "what happened", OUT_WORDS },
	{ "told", "what the victim was told", OUT_WORDS },
	{ "at", NULL, OUT_WORDS },
};

#define COLUMNS (sizeof(columns) / sizeof(columns[0]))

static int
list(struct ctl *ctl, const struct timeline *line)
{
	struct out *out = out_new(ctl->format, columns, COLUMNS, stdout);
	struct fault f = { 0 };
	size_t i;

	for (i = 0; i < line->n; i++) {
		const struct timeline_step *s = &line->at[i];

		out_row(out, (const char *[COLUMNS]){ s->when, s->who, s->track,
				 s->what, s->told, s->iso });
	}
	return out_end(out, &f) ? ctl_fail(ctl, NULL, &f) : CTL_DONE;
}

static int
run(struct ctl *ctl, int argc, char **argv)
{
	const char *as_of = NULL;
	const struct option_row rows[] = {
		{ "as-of", "WHEN", "as it stood at WHEN", &as_of, NULL },
		CTL_FORMAT(ctl),
		{ NULL, NULL, NULL, NULL, NULL },
	};
	struct record *person, *casefile;
	int64_t at_ms = 0;
	struct timeline line = { 0 };
	struct fault f = { 0 };
	int status;

	if (!ctl_words(ctl, rows, &argc, argv, 1, 1, &status))
		return status;
	if (as_of != NULL && !moment_parse(as_of, &at_ms))
		return ctl_usage(ctl,
		    "--as-of %s is no moment; write it as 2026-11-22 or "
		    "2026-11-22T11:42:00Z",
		    as_of);
	status = ctl_open(ctl, true);
	if (status != CTL_DONE)
		return status;
	if (hub_by_ref(ctl->hub, ctl->arena, argv[1], &person, &casefile, &f))
		return ctl_fail(ctl, argv[1], &f);
	if (timeline_as_of(ctl->hub, ctl->arena, person->id,
		casefile != NULL ? casefile->id : 0, at_ms, &line, &f))
		return ctl_fail(ctl, argv[1], &f);
	hub_looked(ctl->hub, LOOKED_SHOWN, KIND_PERSON, person->id,
	    "the journey");
	status = ctl_looked(ctl);
	return status != CTL_DONE ? status : list(ctl, &line);
}

const struct ctl_command ctl_timeline = {
	.name = "timeline",
	.synopsis = "REF [--as-of WHEN] [--format FORMAT]",
	.sentence = "the journey step by step, and what the victim was told",
	.verb = "find",
	.run = run,
};
