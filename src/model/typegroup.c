/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "base/arena.h"
#include "model/group.h"
#include "model/typerow.h"

enum rc
group_parse(const struct kind_field *field, const char *text,
    const struct value_ctx *ctx, struct buf *out, struct fault *f)
{
	(void)text, (void)ctx, (void)out;
	return fault_set(f, RC_INVALID, "%s is filled in row by row",
	    field->label);
}

static void
row_show(const struct kind_field *field, const struct group_row *row,
    const struct value_ctx *ctx, struct buf *out)
{
	size_t shown = 0;

	for (size_t i = 0; i < row->n; i++) {
		const struct kind_field *part =
		    kind_part_by_tag(field, row->cells[i].tag);

		if (!part)
			continue;
		if (shown++)
			buf_puts(out, ", ");
		value_show(part, row->cells[i].value, ctx, out);
	}
}

void
group_show(const struct kind_field *field, struct span v,
    const struct value_ctx *ctx, struct buf *out)
{
	struct arena *a = arena_new();
	struct group *g;

	if (group_decode(a, v, &g, NULL)) {
		buf_puts(out, "(not readable)");
	} else {
		for (size_t i = 0; i < g->n; i++) {
			if (i)
				buf_puts(out, "; ");
			row_show(field, &g->rows[i], ctx, out);
		}
	}
	arena_free(a);
}

const char *
group_check(const struct kind_field *field, struct span v,
    const struct value_ctx *ctx)
{
	struct arena *a = arena_new();
	struct group *g;
	enum rc rc = group_decode(a, v, &g, NULL);

	(void)field, (void)ctx;
	arena_free(a);
	return rc ? "the rows cannot be read" : NULL;
}
