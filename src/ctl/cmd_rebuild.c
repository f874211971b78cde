/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

/* The tables and the folds, from the journal. */

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/progress.h"
#include "ctl/keeping.h"
#include "fold/fold.h"
#include "hub/hub.h"
#include "store/store.h"
#include "store/table.h"

static void
tell_progress(uint64_t done, uint64_t total, void *arg)
{
	struct progress *p = arg;

	p->total = total;
	progress_at(p, done, done);
}

/* The tables: needs nobody's keys, and nobody else at work. */
static int
rebuild_tables(struct ctl *ctl)
{
	struct fault f = { 0 };
	struct store *s;
	const char *const *notes;
	size_t seen, n;
	int status = keeping_store(ctl, &s);

	if (status != CTL_DONE)
		return status;
	(void)store_notes(s, &seen);
	if (store_rebuild(s, &f))
		status = ctl_fail(ctl, NULL, &f);
	notes = store_notes(s, &n);
	for (size_t i = seen; i < n; i++)
		ctl_say(ctl, "%s: %s", ctl->o.store_path, notes[i]);
	store_close(s);
	return status;
}

static int
rebuild_folds(struct ctl *ctl)
{
	struct progress p;
	struct fault f = { 0 };
	enum rc rc;
	int status = ctl_open(ctl, false);

	if (status != CTL_DONE)
		return status;
	progress_begin(&p, "folding", "entries", 0);
	rc = fold_rebuild(ctl->hub->fold, tell_progress, &p, &f);
	progress_end(&p);
	if (rc)
		return ctl_fail(ctl, NULL, &f);
	printf("The folds were made anew from %" PRIu64 " entries.\n",
	    fold_head(ctl->hub->fold));
	return CTL_DONE;
}

static bool
is_fold(const char *name)
{
	for (int i = TABLE_RECORD; i < TABLE_COUNT; i++)
		if (strcmp(table_word((enum table)i), name) == 0)
			return true;
	return false;
}

static int
run(struct ctl *ctl, int argc, char **argv)
{
	const char *fold = NULL;
	const struct option_row rows[] = {
		{ "fold", "NAME",
		    "only the folds (record, index, trail, find, fact): others "
		    "may go on working",
		    &fold, NULL },
		{ NULL, NULL, NULL, NULL, NULL },
	};
	int status;

	if (!ctl_words(ctl, rows, &argc, argv, 0, 0, &status))
		return status;
	if (fold != NULL && !is_fold(fold))
		return ctl_usage(ctl, "there is no fold \"%s\"", fold);
	status = fold != NULL ? CTL_DONE : rebuild_tables(ctl);
	return status != CTL_DONE ? status : rebuild_folds(ctl);
}

const struct ctl_command ctl_rebuild = {
	.name = "rebuild",
	.synopsis = "[--fold NAME]",
	.sentence = "make the tables and folds anew from the journal",
	.run = run,
};
