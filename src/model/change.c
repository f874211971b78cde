/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "model/diff.h"

/*
 * One change as bytes:
 *
 *	varint	kind
 *	u64	id
 *	u8	1 made, 2 gone
 *	then for each cell, in order of tag:
 *	varint	tag
 *	varint	length and one, or 0 for a cell that went
 *	bytes
 */

enum { CHANGE_MADE = 1, CHANGE_GONE = 2, CHANGE_BITS = 3 };

void
change_encode(const struct change *c, struct buf *out)
{
	buf_varint(out, c->kind);
	buf_u64(out, c->id);
	buf_u8(out, (uint8_t)((c->made ? CHANGE_MADE : 0) |
			      (c->gone ? CHANGE_GONE : 0)));
	for (size_t i = 0; i < c->n; i++) {
		const struct change_cell *cell = &c->cells[i];

		buf_varint(out, cell->tag);
		buf_varint(out, cell->gone ? 0 : cell->value.len + 1);
		if (!cell->gone)
			buf_put(out, cell->value.at, cell->value.len);
	}
}

/* One cell, its bytes still lent by the reader. False for nonsense. */
static bool
change_cell(struct reader *in, unsigned last, struct change_cell *cell)
{
	uint64_t tag = reader_varint(in);
	uint64_t len = reader_varint(in);

	if (in->bad || tag <= last || tag > UINT16_MAX || len == 1)
		return false;
	if (len && len - 1 > (size_t)(in->end - in->at))
		return false;
	cell->tag = (uint16_t)tag;
	cell->gone = !len;
	cell->value = len ? reader_bytes(in, (size_t)len - 1) : span_of("", 0);
	return true;
}

static bool
change_cells(struct arena *arena, struct reader *in, struct change *c)
{
	struct reader ahead = *in;
	struct change_cell cell = { 0 };

	for (c->n = 0; ahead.at < ahead.end; c->n++)
		if (!change_cell(&ahead, cell.tag, &cell))
			return false;
	if (!c->n)
		return true;
	c->cells = arena_get(arena, c->n * sizeof(*c->cells));
	for (size_t i = 0; i < c->n; i++) {
		struct change_cell *to = &c->cells[i];

		(void)change_cell(in, 0, to);
		to->value.at = arena_strn(arena, to->value.at, to->value.len);
	}
	return true;
}

enum rc
change_decode(struct arena *arena, struct span bytes, struct change *c,
    struct fault *f)
{
	struct reader in = reader_of(bytes);
	uint64_t kind = reader_varint(&in);
	uint8_t bits;

	*c = (struct change){ .kind = (uint16_t)kind };
	c->id = reader_u64(&in);
	bits = reader_u8(&in);
	if (in.bad || !kind || kind > UINT16_MAX)
		return fault_set(f, RC_CORRUPT,
		    "a change does not begin as one");
	if (bits & ~CHANGE_BITS)
		return fault_set(f, RC_NEWER,
		    "a change was written by a newer handrail");
	c->made = bits & CHANGE_MADE;
	c->gone = bits & CHANGE_GONE;
	if (!change_cells(arena, &in, c))
		return fault_set(f, RC_CORRUPT,
		    "the cells of a change do not add up");
	return RC_OK;
}
