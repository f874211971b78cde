/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_EDGE_FEED_ROW_H
#define HANDRAIL_EDGE_FEED_ROW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/csv.h"
#include "base/rc.h"
#include "edge/feed.h"
#include "hub/slip.h"
#include "model/type.h"

/*
 * From the rows of one file to slips, by the definition of its feed. Each value
 * is tried against the field it is for, so that a row that the act would refuse
 * for its form is refused here, with the column; what is put on the slip is
 * what the file said.
 */

struct arena;

struct feed_map {
	const struct feed *feed;
	struct value_ctx ctx;
	size_t *cells;      /* for each column, its cell; FEED_NO_CELL */
	const char **said;  /* for each column, what this row says */
	const char **means; /* and what its table makes of it */
	struct buf value;   /* room to try one value, or make a key */
};

#define FEED_NO_CELL SIZE_MAX

/* One row as it goes to the act. Lives in the arena it was made in. */
struct feed_row {
	struct slip slip;
	uint64_t line;
	const char *key; /* what tells this row from others of the file */
	bool lone;       /* it has no name: `key` is the whole row */
	struct csv_row as_it_was;
};

/**
 * feed_bind(map, feed, header, ctx, f):
 * Find the columns of ${feed} in ${header}. RC_INVALID, naming it, when one
 * that the feed needs is missing. Given back with feed_unbind().
 */
NODISCARD enum rc feed_bind(struct feed_map *map, const struct feed *feed,
    const struct csv_row *header, const struct value_ctx *ctx, struct fault *f);
void feed_unbind(struct feed_map *map);

/**
 * feed_unknown(map, header, out):
 * Add to ${out} the names in ${header} that the feed does not know, parted by
 * ", "; how many there are.
 */
size_t feed_unknown(const struct feed_map *map, const struct csv_row *header,
    struct buf *out);

/**
 * feed_map_row(map, row, arena, out, column, f):
 * Make of ${row} a ${out} that lives in ${arena}. RC_INVALID when it cannot be
 * used, with the sentence, which does not repeat the value, and the number of
 * the cell in ${column}.
 */
NODISCARD enum rc feed_map_row(struct feed_map *map, const struct csv_row *row,
    struct arena *arena, struct feed_row *out, size_t *column, struct fault *f);

/**
 * feed_name_lone(row, nth, arena):
 * Put on the slip of a row without a name, the ${nth} of its like in the file
 * (from 1), a key that only it has.
 */
void feed_name_lone(struct feed_row *row, uint64_t nth, struct arena *arena);

#endif /* HANDRAIL_EDGE_FEED_ROW_H */
