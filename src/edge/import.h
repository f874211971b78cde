/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_EDGE_IMPORT_H
#define HANDRAIL_EDGE_IMPORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/rc.h"
#include "edge/feed.h"
#include "hub/bulk.h"
#include "model/type.h"

/*
 * Files of a feed, taken in. Rows are read and mapped a batch at a time and
 * only then handed on, so that nobody waits for a slow disk or pipe while the
 * store is locked. A batch is in whole or not at all; whatever ends the import,
 * doing it again carries on, since a row that is in already counts as same.
 *
 * Within one file the first row of a key counts and the others are repeated.
 */

struct hub;
struct slip;

/* What became of the rows; the fates always add up to read. */
struct import_counts {
	uint64_t read;
	uint64_t fates[BULK_FATES];
	uint64_t bad_files; /* that no row was read of */
};

/* Where rows go: the hub, or a test. */
struct import_sink {
	void *arg;
	enum rc (*begin)(void *arg, struct fault *);
	/* RC_INVALID: this row is refused, the batch goes on. */
	enum rc (*row)(void *arg, const struct slip *, enum bulk_fate *,
	    struct fault *);
	/* The batch is whole: keep it, or after a fault drop it. */
	enum rc (*end)(void *arg, bool keep, struct fault *);
	/* A file was read to its end; ${hash} is of what it says. */
	enum rc (*file)(void *arg, const char *hash,
	    const struct import_counts *, struct fault *);
	struct value_ctx ctx;
};

struct import_options {
	const char *rejects; /* NULL: none are kept */
	bool quiet;          /* no progress bar */
	/* Called with a sentence for the person: columns that are not known,
	 * the first rows that were refused. May be NULL. */
	void (*say)(void *arg, const char *sentence);
	void *say_arg;
};

/**
 * import_files(feed, files, n, sink, o, counts, f):
 * Take in ${n} ${files} in their order. A file that cannot be used as a whole
 * is told, rejected and passed over. Other faults end the import: RC_SYSTEM
 * before anything was taken in when a file is not there. ${counts} is of what
 * was taken in, whatever is returned.
 */
NODISCARD enum rc
import_files(const struct feed *feed, const char *const *files, size_t n,
    const struct import_sink *sink, const struct import_options *o,
    struct import_counts *counts, struct fault *f);

/**
 * import_into_hub(hub, area, dry_run, feed, files, n, o, counts, f):
 * The same into the ordinary ${area} of ${hub} (0: the worker's own). With
 * ${dry_run} nothing is kept; each batch is tried against the store as it
 * stands.
 */
NODISCARD enum rc import_into_hub(struct hub *hub, uint16_t area, bool dry_run,
    const struct feed *feed, const char *const *files, size_t n,
    const struct import_options *o, struct import_counts *counts,
    struct fault *f);

/**
 * import_count_names:
 * What the counts are called in results, in their order after "read".
 */
extern const char *const import_count_names[BULK_FATES];

#endif /* HANDRAIL_EDGE_IMPORT_H */
