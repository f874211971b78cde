/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

/*
 * Court dates, visits and calls by day; with --ics the same as a calendar that
 * other programs read, which names nobody.
 */

#include "base/day.h"
#include "base/disk.h"
#include "base/when.h"
#include "ctl/ctl.h"
#include "edge/calendar.h"
#include "hub/diary.h"

/* How far ahead one looks who does not say. */
#define DAYS_AHEAD 28

static const struct out_column columns[] = {
	{ "on", "when", OUT_WORDS },
	{ "sort", "sort", OUT_WORDS },
	{ "ref", "ref", OUT_WORDS },
	{ "name", "name", OUT_WORDS },
	{ "what", "what", OUT_WORDS },
	{ "court", "court", OUT_WORDS },
	{ "as", "as", OUT_WORDS },
	{ "told", "told", OUT_YES },
	{ "measures", "on the day", OUT_WORDS },
	{ "result", "result", OUT_WORDS },
	{ "safe", "safe", OUT_WORDS },
	{ "who", "who", OUT_WORDS },
	{ "clash", "clash", OUT_YES },
};

#define COLUMNS (sizeof(columns) / sizeof(columns[0]))

static int
list(struct ctl *ctl, const struct diary_page *page)
{
	struct out *out = out_new(ctl->format, columns, COLUMNS, stdout);
	struct fault f = { 0 };

	for (size_t i = 0; i < page->n; i++) {
		const struct diary_row *r = &page->rows[i];

		out_row(out, (const char *[COLUMNS]){ r->iso,
				 diary_sort_name(r->sort), r->ref, r->name,
				 r->what, r->court, r->as, r->told ? "y" : "n",
				 r->measures, r->result, r->safe, r->who,
				 r->clash ? "y" : "n" });
	}
	return out_end(out, &f) ? ctl_fail(ctl, NULL, &f) : CTL_DONE;
}

static int
write_calendar(struct ctl *ctl, const struct diary_page *page, const char *path)
{
	struct buf out = { 0 };
	struct fault f = { 0 };
	enum rc rc = calendar_write(ctl->hub, page, &out, &f);
	int status = CTL_DONE;

	if (!rc)
		rc = disk_write_whole(disk_real(), path, buf_window(&out), &f);
	if (rc)
		status = ctl_fail(ctl, path, &f);
	else
		ctl_say(ctl, "wrote %zu entries to %s", page->n, path);
	buf_release(&out);
	return status;
}

/* The day that an option says, or ${standard} when it was not given. */
static bool
day_said(struct ctl *ctl, const char *option, const char *text,
    int32_t standard, int32_t *day, int *status)
{
	char iso[WHEN_ROOM];
	struct fault f = { 0 };
	int32_t last;

	*day = standard;
	if (text == NULL)
		return true;
	if (!when_parse(text, hub_now(ctl->hub), WHEN_FUTURE, iso, &f) &&
	    when_days(iso, day, &last))
		return true;
	*status = ctl_usage(ctl, "--%s %s is no day; write it as 2026-11-22",
	    option, text);
	return false;
}

static int
run(struct ctl *ctl, int argc, char **argv)
{
	const char *ics = NULL, *from = NULL, *to = NULL, *owner = NULL;
	const struct option_row rows[] = {
		{ "ics", "FILE", "write an iCalendar to FILE", &ics, NULL },
		{ "from", "DAY", "from this day; today if unsaid", &from, NULL },
		{ "to", "DAY", "to this day; four weeks on", &to, NULL },
		{ "owner", "WHO", "of this worker only", &owner, NULL },
		CTL_FORMAT(ctl),
		{ NULL, NULL, NULL, NULL, NULL },
	};
	struct diary_page page;
	struct fault f = { 0 };
	int32_t first, last;
	int status;

	if (!ctl_words(ctl, rows, &argc, argv, 0, 0, &status))
		return status;
	status = ctl_open(ctl, true);
	if (status != CTL_DONE)
		return status;
	if (!day_said(ctl, "from", from, moment_day(hub_now(ctl->hub)), &first,
		&status) ||
	    !day_said(ctl, "to", to, first + DAYS_AHEAD, &last, &status))
		return status;
	if (diary_read(ctl->hub, ctl->arena, first, last,
		owner != NULL ? owner : "", &page, &f))
		return ctl_fail(ctl, NULL, &f);
	return ics != NULL ? write_calendar(ctl, &page, ics)
			   : list(ctl, &page);
}

const struct ctl_command ctl_diary = {
	.name = "diary",
	.synopsis = "[--ics FILE] [--from DAY] [--to DAY] [--owner WHO] "
		    "[--format FORMAT]",
	.sentence = "court dates, visits and calls by day, or as a calendar",
	.verb = "find",
	.run = run,
};
