/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

/*
 * Taking in files of a feed, beside only reading their rows: the words behind
 * the name are those of `handrailctl import`.
 */

#include "base/buf.h"
#include "base/clock.h"
#include "base/csv.h"
#include "base/disk.h"
#include "ctl/bench.h"
#include "edge/feed.h"
#include "edge/import.h"

static enum rc
read_rows(const char *path, const struct csv_options *o, struct fault *f)
{
	struct csv *csv = NULL;
	struct csv_row row;
	enum rc rc = csv_open(disk_real(), path, o, &csv, f);

	while (!rc || rc == RC_INVALID) {
		if (csv == NULL)
			break;
		rc = csv_row(csv, &row, f);
	}
	csv_close(csv);
	return rc == RC_END ? RC_OK : rc;
}

static enum rc
load(struct bench *b, struct feed **feed, struct fault *f)
{
	struct buf path = { 0 };
	enum rc rc = feed_path(b->words[0], b->ctl->o.data_path,
	    b->ctl->o.settings.definitions, &path, f);

	if (!rc)
		rc = feed_load(buf_str(&path), b->ctl->hub->kinds,
		    b->ctl->hub->codes, feed, f);
	buf_release(&path);
	return rc;
}

static enum rc
measure(struct bench *b, const struct feed *feed, struct fault *f)
{
	struct import_options options = { .quiet = true };
	struct import_counts counts = { 0 };
	const char *const *files = b->words + 1;
	uint64_t floor_ns, ns;
	int64_t began = clock_ticks();
	size_t n;
	enum rc rc = RC_OK;

	for (n = 0; !rc && files[n] != NULL; n++)
		rc = read_rows(files[n], &feed->csv, f);
	floor_ns = (uint64_t)(clock_ticks() - began);
	if (rc)
		return rc;
	began = clock_ticks();
	rc = import_into_hub(b->ctl->hub, 0, false, feed, files, n, &options,
	    &counts, f);
	ns = (uint64_t)(clock_ticks() - began);
	if (!rc)
		bench_rate(b,
		    counts.fates[BULK_NEW] > 0 ? "rows taken in"
					       : "rows known already",
		    counts.read, ns, "only reading the rows", floor_ns);
	return rc;
}

static enum rc
run(struct bench *b, struct fault *f)
{
	struct feed *feed = NULL;
	enum rc rc;

	if (b->words[0] == NULL || b->words[1] == NULL)
		return fault_set(f, RC_USAGE,
		    "say which feed and files: bench import FEED FILE...");
	rc = load(b, &feed, f);
	if (!rc)
		rc = measure(b, feed, f);
	feed_free(feed);
	return rc;
}

const struct bench_row bench_import = {
	.name = "import",
	.sentence = "files of a feed taken in: bench import FEED FILE...",
	.writes = true,
	.run = run,
};
