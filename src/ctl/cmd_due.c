/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdio.h>
#include <string.h>

#include "base/when.h"
#include "ctl/ctl.h"
#include "hub/compliance.h"
#include "hub/due.h"
#include "hub/read.h"
#include "hub/replay.h"
#include "model/record.h"

/* What was asked for on the command line. */
struct asked {
	const char *from, *until, *to, *owner, *limit, *state, *right, *ref,
	    *as_of, *by, *rules;
	bool summary;
	char from_day[24], until_day[24];
	struct due_ask ask;
};

/* ---- the list ---- */

static const struct out_column columns[] = {
	{ "due", "due", OUT_WORDS },
	{ "state", "state", OUT_WORDS },
	{ "left", "left", OUT_WORDS },
	{ "rule", "rule", OUT_WORDS },
	{ "right", "right", OUT_WORDS },
	{ "ref", "ref", OUT_WORDS },
	{ "name", "name", OUT_WORDS },
	{ "title", "what", OUT_WORDS },
	{ "holder", "owed by", OUT_WORDS },
	{ "who", "who", OUT_WORDS },
	{ "started", NULL, OUT_WORDS },
	{ "event", NULL, OUT_WORDS },
	{ "met", NULL, OUT_WORDS },
	{ "why", NULL, OUT_WORDS },
	{ "exception", NULL, OUT_WORDS },
	{ "prompt", NULL, OUT_WORDS },
	{ "edition", NULL, OUT_WORDS },
	{ "source", NULL, OUT_WORDS },
	{ "mark", NULL, OUT_WORDS },
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

		out_row(out,
		    (const char *[COLUMNS]){ r->due, r->state, r->left,
			r->rule, r->right, r->ref, r->name, r->title,
			r->holder, r->who, r->started, r->event, r->met,
			r->why, r->exception, r->prompt, r->edition,
			r->source, r->mark,
			r->enhanced ? "y" : "n", r->late ? "y" : "n" });
	}
	return out_end(out, &f) ? ctl_fail(ctl, NULL, &f) : CTL_DONE;
}

/* ---- how far they were kept ---- */

static const struct out_column tallies[] = {
	{ "key", "", OUT_WORDS },
	{ "label", "what", OUT_WORDS },
	{ "due", "due", OUT_NUMBER },
	{ "met", "met in time", OUT_NUMBER },
	{ "met_late", "met late", OUT_NUMBER },
	{ "late", "late", OUT_NUMBER },
	{ "coming", "to come", OUT_NUMBER },
	{ "unknown", "unknown", OUT_NUMBER },
	{ "excepted", "excepted", OUT_NUMBER },
	{ "share", "in time %", OUT_WORDS },
};

#define TALLIES (sizeof(tallies) / sizeof(tallies[0]))

static void
tell_line(struct ctl *ctl, struct out *out, const char *key, const char *label,
    const struct compliance_line *l)
{
	const uint64_t counts[] = { l->due, l->met, l->slow, l->late,
		l->coming, l->unknown, l->excepted };
	const char *cells[TALLIES] = { key, label };
	int share = compliance_share(l);

	for (size_t i = 0; i < sizeof(counts) / sizeof(counts[0]); i++)
		cells[2 + i] = arena_printf(ctl->arena, "%llu",
		    (unsigned long long)counts[i]);
	cells[TALLIES - 1] =
	    share < 0 ? "" : arena_printf(ctl->arena, "%d", share);
	out_row(out, cells);
}

static int
summary(struct ctl *ctl, const struct asked *a)
{
	int by = compliance_by(a->by ? a->by : "right");
	struct compliance c;
	struct fault f = { 0 };
	struct out *out;

	if (by < 0)
		return ctl_usage(ctl,
		    "--by %s: say right, rule, area, crime, who or holder",
		    a->by);
	if (compliance_read(ctl->hub, ctl->arena, by, a->from_day,
		a->until_day, &c, &f))
		return ctl_fail(ctl, NULL, &f);
	out = out_new(ctl->format, tallies, TALLIES, stdout);
	for (size_t i = 0; i < c.n; i++)
		tell_line(ctl, out, c.at[i].key, c.at[i].label, &c.at[i]);
	tell_line(ctl, out, "all", "all", &c.all);
	return out_end(out, &f) ? ctl_fail(ctl, NULL, &f) : CTL_DONE;
}

/* ---- under other rules ---- */

static const struct out_column runs[] = {
	{ "started", "started", OUT_WORDS },
	{ "due", "due", OUT_WORDS },
	{ "met", "met", OUT_WORDS },
	{ "state", "state", OUT_WORDS },
	{ "was", "as it was", OUT_WORDS },
	{ "rule", "rule", OUT_WORDS },
	{ "ref", "ref", OUT_WORDS },
	{ "title", "what", OUT_WORDS },
	{ "holder", "owed by", OUT_WORDS },
};

#define RUNS (sizeof(runs) / sizeof(runs[0]))

static int
replay(struct ctl *ctl, const struct asked *a)
{
	struct replay replay;
	struct fault f = { 0 };
	struct out *out;

	if (replay_read(ctl->hub, ctl->arena, a->rules, a->from_day, &replay,
		&f))
		return ctl_fail(ctl, NULL, &f);
	out = out_new(ctl->format, runs, RUNS, stdout);
	for (size_t i = 0; i < replay.n; i++) {
		const struct replay_row *r = &replay.at[i];

		if (!r->late && a->state == NULL)
			break; /* the late ones stand first */
		out_row(out,
		    (const char *[RUNS]){ r->started, r->due, r->met, r->state,
			r->was, r->rule, r->ref, r->title, r->holder });
	}
	ctl_say(ctl,
	    "%zu clocks would have run; %zu would have been late, %zu of them "
	    "not under the rules as they were",
	    replay.clocks, replay.late, replay.newly);
	return out_end(out, &f) ? ctl_fail(ctl, NULL, &f) : CTL_DONE;
}

/* ---- what was asked ---- */

static int
read_day(struct ctl *ctl, const char *option, const char *text, char day[24])
{
	struct fault f = { 0 };

	if (text != NULL &&
	    when_parse(text, hub_now(ctl->hub),
		strcmp(option, "until") == 0 ? WHEN_FUTURE : WHEN_PAST, day,
		&f))
		return ctl_usage(ctl, "--%s %s: %s", option, text, f.text);
	return CTL_DONE;
}

static int
read_days(struct ctl *ctl, struct asked *a)
{
	const char *until = a->until != NULL ? a->until : a->to;
	char as_of[24] = "";
	int status = read_day(ctl, "from", a->from, a->from_day);

	if (status == CTL_DONE)
		status = read_day(ctl, a->until != NULL ? "until" : "to",
		    until, a->until_day);
	if (status == CTL_DONE)
		status = read_day(ctl, "as-of", a->as_of, as_of);
	if (status != CTL_DONE || as_of[0] == '\0')
		return status;
	if (strchr(as_of, 'T') == NULL)
		strncat(as_of, "T23:59", sizeof(as_of) - strlen(as_of) - 1);
	when_moment(as_of, &a->ask.as_of_ms);
	return CTL_DONE;
}

static int
read_ref(struct ctl *ctl, struct asked *a)
{
	struct record *person, *casefile = NULL;
	struct fault f = { 0 };

	if (a->ref == NULL)
		return CTL_DONE;
	if (hub_by_ref(ctl->hub, ctl->arena, a->ref, &person, &casefile, &f))
		return ctl_fail(ctl, a->ref, &f);
	a->ask.person = person->id;
	a->ask.casefile = casefile != NULL ? casefile->id : 0;
	return CTL_DONE;
}

static int
tell(struct ctl *ctl, struct asked *a)
{
	struct due_page page;
	struct fault f = { 0 };
	uint64_t most = 0;
	int status = read_days(ctl, a);

	if (status == CTL_DONE)
		status = read_ref(ctl, a);
	if (status != CTL_DONE ||
	    !ctl_number(ctl, "limit", a->limit, &most, &status))
		return status;
	if (a->rules != NULL)
		return replay(ctl, a);
	if (a->summary)
		return summary(ctl, a);
	a->ask.state = a->state;
	a->ask.right = a->right;
	a->ask.from = a->from_day;
	a->ask.until = a->until_day;
	a->ask.most = (size_t)most;
	a->ask.owner = a->owner != NULL && strcmp(a->owner, "me") == 0
			   ? ctl->hub->me.login
			   : a->owner;
	if (due_list(ctl->hub, ctl->arena, &a->ask, &page, &f))
		return ctl_fail(ctl, NULL, &f);
	return list(ctl, &page);
}

static int
run(struct ctl *ctl, int argc, char **argv)
{
	struct asked a = { 0 };
	const struct option_row rows[] = {
		{ "state", "STATE",
		    "running, paused, unknown, met, late, excepted, open or "
		    "all; all if unsaid",
		    &a.state, NULL },
		{ "from", "DAY", "those that fall on DAY or later", &a.from,
		    NULL },
		{ "until", "DAY",
		    "those that fall by DAY (2026-11-24, fri, 2d)", &a.until,
		    NULL },
		{ "to", "DAY", "the same, of days gone by", &a.to, NULL },
		{ "owner", "WHO",
		    "those of one worker's cases, by login or \"me\"", &a.owner,
		    NULL },
		{ "right", "RIGHT", "those of one right, such as R06",
		    &a.right, NULL },
		{ "ref", "REF", "those of one person or case", &a.ref, NULL },
		{ "as-of", "WHEN", "as they stood then", &a.as_of, NULL },
		{ "limit", "N", "the first N only", &a.limit, NULL },
		{ "summary", NULL,
		    "count them: due, met, late, unknown, excepted", NULL,
		    &a.summary },
		{ "by", "WHAT",
		    "count by right, rule, area, crime, who or holder", &a.by,
		    NULL },
		{ "rules", "FILE",
		    "replay what happened under the rules in FILE", &a.rules,
		    NULL },
		CTL_FORMAT(ctl),
		{ NULL, NULL, NULL, NULL, NULL },
	};
	int status;

	if (!ctl_words(ctl, rows, &argc, argv, 0, 0, &status))
		return status;
	status = ctl_open(ctl, true);
	return status == CTL_DONE ? tell(ctl, &a) : status;
}

const struct ctl_command ctl_due = {
	.name = "due",
	.synopsis = "[--state STATE] [--from DAY] [--until DAY] [--to DAY] "
		    "[--owner WHO] [--right RIGHT] [--ref REF] [--as-of WHEN] "
		    "[--limit N] [--summary] [--by WHAT] [--rules FILE] "
		    "[--format FORMAT]",
	.sentence = "time limits that run, were met, are late or unknown",
	.verb = "find",
	.run = run,
};
