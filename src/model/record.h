/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_MODEL_RECORD_H
#define HANDRAIL_MODEL_RECORD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/rc.h"
#include "model/kind.h"

/*
 * A record is the cells of one thing, in order of tag, each tag once. Values
 * lie in the record's arena, each with a NUL after it that is not counted. An
 * empty value is no value: setting one clears the cell. Cells whose tag the
 * kind does not know, and records whose kind the registry does not know, were
 * written by a newer handrail or another hub; they are kept and written back
 * byte for byte.
 *
 * Encoded:
 *
 *	u8	1, the form of what follows
 *	varint	kind
 *	u64	id
 *	then for each cell, in order of tag:
 *	varint	tag
 *	varint	length
 *	bytes
 */

struct cell {
	uint16_t tag;
	struct span value;
};

struct record {
	const struct kind *kind;
	uint64_t id;
	struct cell *cells;
	size_t n, cap;
	struct arena *arena;
};

/**
 * record_new(arena, kind, id):
 * An empty record that lives in ${arena}.
 */
struct record *
record_new(struct arena *arena, const struct kind *kind, uint64_t id);

/**
 * record_copy(arena, r):
 * A copy of ${r}, values and all, that lives in ${arena}.
 */
struct record *record_copy(struct arena *arena, const struct record *r);

/**
 * record_get(r, tag, value):
 * Lend the bytes of cell ${tag} in ${value}; false and an empty span if it has
 * none.
 */
bool record_get(const struct record *r, unsigned tag, struct span *value);

/**
 * record_text(r, tag):
 * Cell ${tag} as a string, "" if it has none. Lends from the arena.
 */
const char *record_text(const struct record *r, unsigned tag);

/**
 * record_link(r, tag):
 * The id that cell ${tag} links to, 0 if none.
 */
uint64_t record_link(const struct record *r, unsigned tag);

/**
 * record_flag(r, tag):
 * True when cell ${tag} is "y".
 */
bool record_flag(const struct record *r, unsigned tag);

/**
 * record_number(r, tag):
 * The whole number in cell ${tag}, what follows a point cut off; 0 if none.
 */
int64_t record_number(const struct record *r, unsigned tag);

/**
 * record_has_code(r, tag, code):
 * True when ${code} is one of the blank-parted codes of cell ${tag}.
 */
bool record_has_code(const struct record *r, unsigned tag, const char *code);

/**
 * record_set(r, tag, value):
 * Make cell ${tag} a copy of ${value}; an empty one clears the cell.
 */
void record_set(struct record *r, unsigned tag, struct span value);

/* The same from a string (NULL clears), an id (0 clears), a flag, a number. */
void record_set_text(struct record *r, unsigned tag, const char *text);
void record_set_link(struct record *r, unsigned tag, uint64_t id);
void record_set_flag(struct record *r, unsigned tag, bool yes);
void record_set_number(struct record *r, unsigned tag, int64_t number);

/**
 * record_clear(r, tag):
 * Take cell ${tag} away, if it is there.
 */
void record_clear(struct record *r, unsigned tag);

/**
 * record_heading(r, ctx, out):
 * Add to ${out} the line that stands for ${r} in lists: its heading fields as
 * people read them, parted by ", ", or the kind's title and id.
 */
void record_heading(const struct record *r, const struct value_ctx *ctx,
    struct buf *out);

/**
 * record_encode(r, out):
 * Add the encoded form of ${r} to ${out}. Equal records give equal bytes.
 */
void record_encode(const struct record *r, struct buf *out);

/**
 * record_decode(arena, kinds, bytes, r, f):
 * Read ${bytes} into a record that lives in ${arena} and keeps nothing of
 * ${bytes}. RC_CORRUPT for bytes that record_encode() cannot have written,
 * RC_NEWER for a form from a later handrail; any bytes at all are safe to give.
 */
NODISCARD enum rc record_decode(struct arena *arena, const struct kinds *kinds,
    struct span bytes, struct record **r, struct fault *f);

/**
 * cells_encode(cells, n, out), cells_decode(arena, bytes, cells, n, f):
 * The cells alone, as records, groups, changes and events all write them.
 * Decoding refuses tags out of order or beyond 65,535.
 */
void cells_encode(const struct cell *cells, size_t n, struct buf *out);
NODISCARD enum rc cells_decode(struct arena *arena, struct span bytes,
    struct cell **cells, size_t *n, struct fault *f);

/**
 * cells_find(cells, n, tag):
 * The cell with ${tag}, or NULL. Lends.
 */
const struct cell *cells_find(const struct cell *cells, size_t n, unsigned tag);

#endif /* HANDRAIL_MODEL_RECORD_H */
