/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_EDGE_IMPORT_READ_H
#define HANDRAIL_EDGE_IMPORT_READ_H

#include <stddef.h>
#include <stdint.h>

#include "base/rc.h"
#include "base/vec.h"
#include "edge/feed_row.h"
#include "store/seal.h"

/*
 * Reading a file of a feed ahead of the store: one thread reads and maps the
 * next batch while the other hands on the last. They share nothing but two
 * batches, each of which belongs to one of them at a time. Where no second
 * thread is to be had, one does both by turns.
 */

/* A row refused before it reached the store. */
struct import_refusal {
	struct csv_row row;
	size_t column;
	const char *reason;
};

struct import_batch {
	struct arena *arena; /* of all that follows */
	VEC(struct feed_row) rows;
	VEC(struct import_refusal) refusals;
	uint64_t repeated;
	uint64_t offset; /* how far the file was read */
	enum rc rc;      /* RC_END: the last; else what stopped the reading */
	struct fault fault;
};

struct import_reader;

/**
 * import_reader_start(csv, map, hash):
 * Begin to read ${csv} by ${map}, adding what it says to ${hash}. All three are
 * the reader's until import_reader_stop().
 */
struct import_reader *import_reader_start(struct csv *csv, struct feed_map *map,
    struct seal_digest *hash);

/**
 * import_reader_next(r):
 * The next batch, lent until the next call. After one whose rc is not RC_OK
 * there is no other.
 */
struct import_batch *import_reader_next(struct import_reader *r);

/**
 * import_reader_stop(r):
 * Stop reading, wherever it is. Does nothing when ${r} is NULL.
 */
void import_reader_stop(struct import_reader *r);

#endif /* HANDRAIL_EDGE_IMPORT_READ_H */
