/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/str.h"
#include "model/diff.h"
#include "model/group.h"

static const struct record nothing;

static void
diff_add(struct change *c, unsigned tag, const struct cell *now)
{
	struct change_cell *cell = &c->cells[c->n++];

	cell->tag = (uint16_t)tag;
	cell->gone = !now;
	cell->value = now ? now->value : span_of("", 0);
}

bool
diff_make(struct arena *arena, const struct record *before,
    const struct record *after, struct change *c)
{
	const struct record *was = before ? before : &nothing;
	const struct record *is = after ? after : &nothing;
	const struct record *any = after ? after : before;
	size_t i = 0, j = 0;

	memset(c, 0, sizeof(*c));
	if (!any)
		return false;
	c->kind = any->kind->tag;
	c->id = any->id;
	c->made = !before;
	c->gone = !after;
	if (c->gone)
		return true;

	if (was->n + is->n)
		c->cells =
		    arena_get(arena, (was->n + is->n) * sizeof(*c->cells));
	while (i < was->n || j < is->n) {
		const struct cell *a = i < was->n ? &was->cells[i] : NULL;
		const struct cell *b = j < is->n ? &is->cells[j] : NULL;

		if (!b || (a && a->tag < b->tag)) {
			diff_add(c, a->tag, NULL);
			i++;
		} else if (!a || b->tag < a->tag) {
			diff_add(c, b->tag, b);
			j++;
		} else {
			if (!span_eq(a->value, b->value))
				diff_add(c, b->tag, b);
			i++;
			j++;
		}
	}
	return c->n || c->made;
}

struct record *
diff_apply(struct arena *arena, const struct kinds *kinds, struct record *r,
    const struct change *c)
{
	if (c->gone)
		return NULL;
	if (!r) {
		const struct kind *kind = kinds_by_tag(kinds, c->kind);

		if (!kind)
			kind = kind_unknown(arena, c->kind);
		r = record_new(arena, kind, c->id);
		if (c->n) {
			r->cells = arena_get(arena, c->n * sizeof(*r->cells));
			r->cap = c->n;
		}
	}
	for (size_t i = 0; i < c->n; i++) {
		if (c->cells[i].gone)
			record_clear(r, c->cells[i].tag);
		else
			record_set(r, c->cells[i].tag, c->cells[i].value);
	}
	return r;
}

bool
change_get(const struct change *c, unsigned tag, struct span *value)
{
	for (size_t i = 0; i < c->n; i++) {
		if (c->cells[i].tag != tag || c->cells[i].gone)
			continue;
		*value = c->cells[i].value;
		return true;
	}
	*value = span_of("", 0);
	return false;
}

/* Prose is not said twice over in the trail: how long it is will do. */
static void
words_value(const struct kind_field *kf, struct span v,
    const struct value_ctx *ctx, struct buf *out)
{
	if (!v.len)
		buf_puts(out, "(none)");
	else if (kf->type == TYPE_PROSE)
		buf_printf(out, "(%zu letters)", v.len);
	else if (kf->type == TYPE_LINK)
		buf_puts(out, "(a record)");
	else
		value_show(kf, v, ctx, out);
}

static void
words_cell(const struct kind *kind, const struct value_ctx *ctx,
    const struct record *before, const struct change_cell *cell,
    struct buf *out)
{
	const struct kind_field *kf = kind_field_by_tag(kind, cell->tag);
	struct span was = span_of("", 0);

	if (!kf) {
		buf_printf(out, "field %u", cell->tag);
		return;
	}
	if (before)
		record_get(before, cell->tag, &was);
	buf_puts(out, kf->label);
	buf_puts(out, " ");
	if (before || cell->gone) {
		words_value(kf, was, ctx, out);
		buf_puts(out, " -> ");
	}
	words_value(kf, cell->gone ? span_of("", 0) : cell->value, ctx, out);
}

/* Whose a new record is stands where it is shown; an id says nothing. */
static bool
is_link(const struct kind *kind, unsigned tag)
{
	const struct kind_field *kf = kind_field_by_tag(kind, tag);

	return kf && kf->type == TYPE_LINK;
}

void
diff_words(const struct kinds *kinds, const struct value_ctx *ctx,
    const struct record *before, const struct change *c, struct buf *out)
{
	const struct kind *kind = kinds_by_tag(kinds, c->kind);

	if (!kind) {
		buf_printf(out, "a record of kind %u", c->kind);
		return;
	}
	if (c->gone) {
		buf_printf(out, "%s withdrawn", kind->title);
		return;
	}
	if (c->made)
		buf_printf(out, "new %s: ", kind->title);
	for (size_t i = 0, told = 0; i < c->n; i++) {
		if (c->made && is_link(kind, c->cells[i].tag))
			continue;
		if (told++)
			buf_puts(out, "; ");
		words_cell(kind, ctx, before, &c->cells[i], out);
	}
}
