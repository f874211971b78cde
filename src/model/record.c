/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "model/record.h"

enum { RECORD_FORM = 1, RECORD_ROOM = 4 };

struct record *
record_new(struct arena *arena, const struct kind *kind, uint64_t id)
{
	struct record *r = arena_get(arena, sizeof(*r));

	r->kind = kind;
	r->id = id;
	r->arena = arena;
	return r;
}

struct record *
record_copy(struct arena *arena, const struct record *r)
{
	struct record *to = record_new(arena, r->kind, r->id);

	if (!r->n)
		return to;
	to->n = to->cap = r->n;
	to->cells = arena_get(arena, r->n * sizeof(*to->cells));
	for (size_t i = 0; i < r->n; i++) {
		struct span v = r->cells[i].value;

		to->cells[i].tag = r->cells[i].tag;
		to->cells[i].value =
		    span_of(arena_strn(arena, v.at, v.len), v.len);
	}
	return to;
}

bool
record_get(const struct record *r, unsigned tag, struct span *value)
{
	const struct cell *c = cells_find(r->cells, r->n, tag);

	*value = c ? c->value : span_of("", 0);
	return c != NULL;
}

const char *
record_text(const struct record *r, unsigned tag)
{
	const struct cell *c = cells_find(r->cells, r->n, tag);

	return c ? c->value.at : "";
}

uint64_t
record_link(const struct record *r, unsigned tag)
{
	const struct cell *c = cells_find(r->cells, r->n, tag);
	struct reader in;

	if (!c || c->value.len != 8)
		return 0;
	in = reader_of(c->value);
	return reader_u64(&in);
}

bool
record_flag(const struct record *r, unsigned tag)
{
	return *record_text(r, tag) == 'y';
}

int64_t
record_number(const struct record *r, unsigned tag)
{
	const char *s = record_text(r, tag);
	bool less = *s == '-';
	uint64_t n = 0;

	for (s += less; *s >= '0' && *s <= '9' && n < INT64_MAX / 10; s++)
		n = n * 10 + (uint64_t)(*s - '0');
	return less ? -(int64_t)n : (int64_t)n;
}

bool
record_has_code(const struct record *r, unsigned tag, const char *code)
{
	size_t len = strlen(code);

	for (const char *s = record_text(r, tag); *s; s += *s == ' ') {
		size_t n = strcspn(s, " ");

		if (n == len && !memcmp(s, code, n))
			return true;
		s += n;
	}
	return false;
}

/* Where the cell with this tag is, or would go. */
static size_t
record_place(const struct record *r, unsigned tag)
{
	size_t i = r->n;

	while (i && r->cells[i - 1].tag >= tag)
		i--;
	return i;
}

/* Room for one more cell. What the cells lay in before stays in the arena. */
static void
record_grow(struct record *r)
{
	struct cell *more;

	if (r->n < r->cap)
		return;
	r->cap = r->cap ? r->cap * 2 : RECORD_ROOM * 2;
	more = arena_get(r->arena, r->cap * sizeof(*more));
	if (r->n)
		memcpy(more, r->cells, r->n * sizeof(*more));
	r->cells = more;
}

void
record_set(struct record *r, unsigned tag, struct span value)
{
	size_t i = record_place(r, tag);

	if (!value.len) {
		record_clear(r, tag);
		return;
	}
	if (i == r->n || r->cells[i].tag != tag) {
		record_grow(r);
		memmove(&r->cells[i + 1], &r->cells[i],
		    (r->n - i) * sizeof(*r->cells));
		r->cells[i].tag = (uint16_t)tag;
		r->n++;
	}
	r->cells[i].value =
	    span_of(arena_strn(r->arena, value.at, value.len), value.len);
}

void
record_set_text(struct record *r, unsigned tag, const char *text)
{
	record_set(r, tag, span_str(text ? text : ""));
}

void
record_set_link(struct record *r, unsigned tag, uint64_t id)
{
	uint8_t at[8];

	for (int i = 0; i < 8; i++)
		at[i] = (uint8_t)(id >> (56 - 8 * i));
	record_set(r, tag, span_of(at, id ? sizeof(at) : 0));
}

void
record_set_flag(struct record *r, unsigned tag, bool yes)
{
	record_set_text(r, tag, yes ? "y" : "n");
}

void
record_set_number(struct record *r, unsigned tag, int64_t number)
{
	char text[24];

	snprintf(text, sizeof(text), "%" PRId64, number);
	record_set_text(r, tag, text);
}

void
record_clear(struct record *r, unsigned tag)
{
	size_t i = record_place(r, tag);

	if (i == r->n || r->cells[i].tag != tag)
		return;
	r->n--;
	memmove(&r->cells[i], &r->cells[i + 1], (r->n - i) * sizeof(*r->cells));
}

void
record_heading(const struct record *r, const struct value_ctx *ctx,
    struct buf *out)
{
	size_t start = out->len;
	struct span v;

	for (size_t i = 0; i < r->kind->n; i++) {
		const struct kind_field *kf = &r->kind->fields[i];

		if (!(kf->flags & KIND_HEADING) || !record_get(r, kf->tag, &v))
			continue;
		if (out->len > start)
			buf_puts(out, ", ");
		value_show(kf, v, ctx, out);
	}
	if (out->len == start)
		buf_printf(out, "%s %" PRIx64, r->kind->title, r->id);
}

void
record_encode(const struct record *r, struct buf *out)
{
	buf_u8(out, RECORD_FORM);
	buf_varint(out, r->kind->tag);
	buf_u64(out, r->id);
	cells_encode(r->cells, r->n, out);
}

enum rc
record_decode(struct arena *arena, const struct kinds *kinds, struct span bytes,
    struct record **r, struct fault *f)
{
	struct reader in = reader_of(bytes);
	uint8_t form = reader_u8(&in);
	uint64_t tag, id;
	struct record *new;
	enum rc rc;

	if (!in.bad && form > RECORD_FORM)
		return fault_set(f, RC_NEWER,
		    "a record is in form %u, and "
		    "this handrail reads form %d",
		    form, RECORD_FORM);
	tag = reader_varint(&in);
	id = reader_u64(&in);
	if (in.bad || form != RECORD_FORM || !tag || tag > UINT16_MAX)
		return fault_set(f, RC_CORRUPT,
		    "a record does not begin as one");

	new = record_new(arena, kinds_by_tag(kinds, (unsigned)tag), id);
	if (!new->kind)
		new->kind = kind_unknown(arena, (unsigned)tag);
	rc = cells_decode(arena, span_of(in.at, (size_t)(in.end - in.at)),
	    &new->cells, &new->n, f);
	new->cap = new->n;
	if (!rc)
		*r = new;
	return rc;
}
