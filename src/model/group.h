/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_MODEL_GROUP_H
#define HANDRAIL_MODEL_GROUP_H

#include "model/record.h"

/*
 * The value of a TYPE_GROUP field: rows, each a set of cells whose tags are
 * those of the field's parts. A group that is not repeated has one row. A part
 * may be a group again.
 *
 * Encoded: for each row, varint length, then its cells.
 */

struct group_row {
	struct cell *cells;
	size_t n, cap;
};

struct group {
	struct group_row *rows;
	size_t n, cap;
	struct arena *arena;
};

/**
 * group_new(arena):
 * A group with no rows, living in ${arena}.
 */
struct group *group_new(struct arena *arena);

/**
 * group_add(g):
 * A new, empty last row. Lends until the next group_add().
 */
struct group_row *group_add(struct group *g);

/**
 * group_drop(g, i):
 * Take row ${i} away; the rows after it move up.
 */
void group_drop(struct group *g, size_t i);

/**
 * group_set(g, row, tag, value), group_set_text(g, row, tag, text):
 * Make the cell of ${row} a copy of the value; an empty one clears it.
 */
void group_set(struct group *g, struct group_row *row, unsigned tag,
    struct span value);
void group_set_text(struct group *g, struct group_row *row, unsigned tag,
    const char *text);

/**
 * group_text(row, tag):
 * The cell as a string, "" if there is none. Lends.
 */
const char *group_text(const struct group_row *row, unsigned tag);

/**
 * group_encode(g, out):
 * Add the value to ${out}: what record_set() takes.
 */
void group_encode(const struct group *g, struct buf *out);

/**
 * group_decode(arena, value, g, f):
 * Read a value. RC_CORRUPT for bytes that group_encode() cannot have written.
 */
NODISCARD enum rc group_decode(struct arena *arena, struct span value,
    struct group **g, struct fault *f);

#endif /* HANDRAIL_MODEL_GROUP_H */
