/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <inttypes.h>

#include "base/buf.h"
#include "ctl/ctl.h"
#include "edge/feed.h"
#include "edge/import.h"

/* "feed", "read", then the fates by import_count_names, then "bad-files". */
#define COLUMNS (BULK_FATES + 3)

static enum rc
load(struct ctl *ctl, const char *name, struct feed **feed, struct fault *f)
{
	const char *site = ctl->o.settings.definitions;
	struct buf path = { 0 };
	enum rc rc = feed_path(name, ctl->o.data_path, site, &path, f);

	if (!rc)
		rc = feed_load(buf_str(&path), ctl->hub->kinds, ctl->hub->codes,
		    feed, f);
	buf_release(&path);
	return rc;
}

static char *
number(struct ctl *ctl, uint64_t n)
{
	return arena_printf(ctl->arena, "%" PRIu64, n);
}

static enum rc
tell(struct ctl *ctl, const struct feed *feed,
    const struct import_counts *counts, struct fault *f)
{
	struct out_column columns[COLUMNS] = {
		{ "feed", "feed", OUT_WORDS },
		{ "read", "read", OUT_NUMBER },
		[COLUMNS - 1] = { "bad-files", NULL, OUT_NUMBER },
	};
	const char *cells[COLUMNS] = { feed->name, number(ctl, counts->read),
		[COLUMNS - 1] = number(ctl, counts->bad_files) };
	struct out *out;
	size_t i;

	for (i = 0; i < BULK_FATES; i++) {
		columns[i + 2] = (struct out_column){ import_count_names[i],
			import_count_names[i], OUT_NUMBER };
		cells[i + 2] = number(ctl, counts->fates[i]);
	}
	out = out_new(ctl->format, columns, COLUMNS, stdout);
	out_row(out, cells);
	return out_end(out, f);
}

static void
say(void *arg, const char *sentence)
{
	ctl_say(arg, "%s", sentence);
}

/* The area that the rows go to: a code, or the worker's own. */
static enum rc
area_of(struct ctl *ctl, const char *code, uint16_t *area, struct fault *f)
{
	const struct hub_area *found;

	*area = 0;
	if (code == NULL)
		return RC_OK;
	found = hub_area_by_code(ctl->hub, code);
	if (found == NULL)
		return fault_set(f, RC_DENIED,
		    "--area: you do not belong to an area \"%s\"", code);
	*area = found->number;
	return RC_OK;
}

static int
import(struct ctl *ctl, const char *name, const char *const *files, size_t n,
    const char *code, bool dry_run, const char *rejects)
{
	struct import_options options = {
		.rejects = rejects, .say = say, .say_arg = ctl
	};
	struct import_counts counts = { 0 };
	struct fault f = { 0 }, last = { 0 };
	struct feed *feed = NULL;
	uint16_t area = 0;
	enum rc rc = load(ctl, name, &feed, &f);

	if (!rc)
		rc = area_of(ctl, code, &area, &f);
	if (rc) {
		feed_free(feed);
		return ctl_fail(ctl, NULL, &f);
	}
	rc = import_into_hub(ctl->hub, area, dry_run, feed, files, n, &options,
	    &counts, &f);
	if ((!rc || counts.read > 0) && tell(ctl, feed, &counts, &last) &&
	    !rc) {
		rc = last.rc;
		f = last;
	}
	feed_free(feed);
	if (rc)
		return ctl_fail(ctl, NULL, &f);
	return counts.fates[BULK_REFUSED] > 0 || counts.bad_files > 0
		   ? CTL_NOT_WELL
		   : CTL_DONE;
}

static int
run(struct ctl *ctl, int argc, char **argv)
{
	const char *rejects = NULL, *area = NULL;
	bool dry_run = false;
	const struct option_row rows[] = {
		{ "dry-run", NULL, "say what would come of it; keep nothing",
		    NULL, &dry_run },
		{ "rejects", "FILE", "write the rows that could not be used",
		    &rejects, NULL },
		{ "area", "CODE", "the area the rows belong to", &area, NULL },
		CTL_FORMAT(ctl),
		{ NULL, NULL, NULL, NULL, NULL },
	};
	int status;

	if (!ctl_words(ctl, rows, &argc, argv, 2, -1, &status))
		return status;
	status = ctl_open(ctl, dry_run);
	if (status != CTL_DONE)
		return status;
	return import(ctl, argv[1], (const char *const *)argv + 2,
	    (size_t)argc - 2, area, dry_run, rejects);
}

const struct ctl_command ctl_import = {
	.name = "import",
	.synopsis = "FEED FILE... [--dry-run] [--rejects FILE] [--area CODE] "
		    "[--format FORMAT]",
	.sentence =
	    "take in files of a feed; the same file again changes nothing",
	.verb = "import",
	.run = run,
};
