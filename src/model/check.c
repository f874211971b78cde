/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/arena.h"
#include "model/check.h"
#include "model/group.h"

static void
checks_add(struct checks *c, const struct kind_field *kf, bool missing,
    const char *text)
{
	if (c->n == c->cap) {
		size_t cap = c->cap ? c->cap * 2 : 8;
		struct check *more = arena_get(c->arena, cap * sizeof(*more));

		if (c->n)
			memcpy(more, c->at, c->n * sizeof(*more));
		c->at = more;
		c->cap = cap;
	}
	c->at[c->n++] =
	    (struct check){ .field = kf, .missing = missing, .text = text };
}

static void check_cells(const struct kind_field *fields, size_t n_fields,
    const struct cell *cells, size_t n, const struct value_ctx *ctx,
    struct checks *checks);

/* Every row of a group, by the table of its parts. */
static void
check_group(const struct kind_field *kf, struct span value,
    const struct value_ctx *ctx, struct checks *checks)
{
	struct group *g;

	if (group_decode(checks->arena, value, &g, NULL)) {
		checks_add(checks, kf, false, "the rows cannot be read");
		return;
	}
	if (g->n > 1 && !(kf->flags & KIND_REPEATED))
		checks_add(checks, kf, false, "there is room for one only");
	for (size_t i = 0; i < g->n; i++)
		check_cells(kf->parts, kf->n_parts, g->rows[i].cells,
		    g->rows[i].n, ctx, checks);
}

static void
check_cells(const struct kind_field *fields, size_t n_fields,
    const struct cell *cells, size_t n, const struct value_ctx *ctx,
    struct checks *checks)
{
	for (size_t i = 0; i < n_fields; i++) {
		const struct kind_field *kf = &fields[i];
		const struct cell *c = cells_find(cells, n, kf->tag);
		const char *wrong;

		if (!c) {
			if (kf->flags & KIND_NEEDED)
				checks_add(checks, kf, true, "left to ask");
			continue;
		}
		if ((wrong = value_check(kf, c->value, ctx)))
			checks_add(checks, kf, false, wrong);
		else if (kf->type == TYPE_GROUP)
			check_group(kf, c->value, ctx, checks);
	}
}

size_t
check_record(const struct record *r, const struct value_ctx *ctx,
    struct checks *checks)
{
	size_t before = checks->n;

	check_cells(r->kind->fields, r->kind->n, r->cells, r->n, ctx, checks);
	return checks->n - before;
}
