/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "model/group.h"

struct group *
group_new(struct arena *arena)
{
	struct group *g = arena_get(arena, sizeof(*g));

	g->arena = arena;
	return g;
}

struct group_row *
group_add(struct group *g)
{
	if (g->n == g->cap) {
		size_t cap = g->cap ? g->cap * 2 : 4;
		struct group_row *more =
		    arena_get(g->arena, cap * sizeof(*more));

		if (g->n)
			memcpy(more, g->rows, g->n * sizeof(*more));
		g->rows = more;
		g->cap = cap;
	}
	memset(&g->rows[g->n], 0, sizeof(*g->rows));
	return &g->rows[g->n++];
}

void
group_drop(struct group *g, size_t i)
{
	if (i >= g->n)
		return;
	g->n--;
	memmove(&g->rows[i], &g->rows[i + 1], (g->n - i) * sizeof(*g->rows));
}

/* A row is edited as a record is: by the same code, on borrowed cells. */
void
group_set(struct group *g, struct group_row *row, unsigned tag,
    struct span value)
{
	struct record r = { .cells = row->cells,
		.n = row->n,
		.cap = row->cap,
		.arena = g->arena };

	record_set(&r, tag, value);
	row->cells = r.cells;
	row->n = r.n;
	row->cap = r.cap;
}

void
group_set_text(struct group *g, struct group_row *row, unsigned tag,
    const char *text)
{
	group_set(g, row, tag, span_str(text ? text : ""));
}

const char *
group_text(const struct group_row *row, unsigned tag)
{
	const struct cell *c = cells_find(row->cells, row->n, tag);

	return c ? c->value.at : "";
}

void
group_encode(const struct group *g, struct buf *out)
{
	struct buf row = { 0 };

	for (size_t i = 0; i < g->n; i++) {
		if (!g->rows[i].n)
			continue;
		buf_clear(&row);
		cells_encode(g->rows[i].cells, g->rows[i].n, &row);
		buf_varint(out, row.len);
		buf_put(out, row.at, row.len);
	}
	buf_wipe(&row);
}

enum rc
group_decode(struct arena *arena, struct span value, struct group **g,
    struct fault *f)
{
	struct reader in = reader_of(value);
	struct group *new = group_new(arena);

	while (!in.bad && in.at < in.end) {
		uint64_t len = reader_varint(&in);
		struct group_row *row;
		struct span bytes;

		if (in.bad || !len || len > (size_t)(in.end - in.at))
			return fault_set(f, RC_CORRUPT,
			    "the rows of a group do not add up");
		bytes = reader_bytes(&in, (size_t)len);
		row = group_add(new);
		if (cells_decode(arena, bytes, &row->cells, &row->n, f))
			return RC_CORRUPT;
		row->cap = row->n;
	}
	*g = new;
	return RC_OK;
}
