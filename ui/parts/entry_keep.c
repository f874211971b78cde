/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

/*
 * A draft on disk (sealed by whoever keeps it):
 *
 *	varint	1, the form of what follows
 *	block	the name of the slot in focus
 *	varint	how many slots follow; then for each that holds something
 *	block	its name
 *	block	its text, as typed
 *	varint	the cursor in it, in bytes
 *	u8	1 when the text was settled; then
 *	block	x 4: value, shown, echo, fault
 */

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "ui/parts/entry_form.h"

#define KEPT_FORM 1

static bool
holds(const struct entry_box *b)
{
	return *entry_box_text(b) != '\0';
}

static void
keep_box(const struct entry_box *b, struct buf *out)
{
	bool settled = b->settled_at == b->text.edit.changes;

	buf_block(out, span_str(b->slot->name));
	buf_block(out, span_str(entry_box_text(b)));
	buf_varint(out, b->text.edit.cursor);
	buf_u8(out, settled);
	if (!settled)
		return;
	buf_block(out, span_str(b->is.value));
	buf_block(out, span_str(b->is.shown));
	buf_block(out, span_str(b->is.echo));
	buf_block(out, span_str(b->fault));
}

void
entry_keep(struct entry *e, struct buf *out)
{
	uint64_t n = 0;

	for (size_t i = 0; i < e->n; i++)
		n += holds(&e->boxes[i]);
	buf_varint(out, KEPT_FORM);
	buf_block(out, span_str(e->n ? entry_focus(e)->name : ""));
	buf_varint(out, n);
	for (size_t i = 0; i < e->n; i++)
		if (holds(&e->boxes[i]))
			keep_box(&e->boxes[i], out);
}

static void
copy(char *out, size_t cap, struct span s)
{
	size_t len = s.len < cap ? s.len : cap - 1;

	if (len)
		memcpy(out, s.at, len);
	out[len] = '\0';
}

static void
restore_is(struct entry_box *b, struct reader *r)
{
	struct entry_settled is = { 0 };
	char fault[sizeof(b->fault)];

	copy(is.value, sizeof(is.value), reader_block(r));
	copy(is.shown, sizeof(is.shown), reader_block(r));
	copy(is.echo, sizeof(is.echo), reader_block(r));
	copy(fault, sizeof(fault), reader_block(r));
	b->is = is;
	strcpy(b->fault, fault);
	b->settled_at = b->text.edit.changes;
}

/* A slot that the form no longer has is read and passed over. */
static void
restore_box(struct entry *e, struct reader *r, struct arena *a)
{
	struct span name = reader_block(r), text = reader_block(r);
	struct entry_box unknown = { 0 }, *b;
	size_t cursor = (size_t)reader_varint(r);

	b = entry_named(e, arena_strn(a, name.at, name.len));
	if (b) {
		edit_load(&b->text.edit, arena_strn(a, text.at, text.len));
		/* The cursor stands between clusters, never inside one. */
		while (b->text.edit.cursor > cursor)
			edit_act(&b->text.edit, ACTION_LEFT);
		b->settled_at = b->text.edit.changes - 1;
	}
	if (reader_u8(r))
		restore_is(b ? b : &unknown, r);
	if (b)
		b->came_at = b->text.edit.changes;
}

enum rc
entry_restore(struct entry *e, struct span from, struct fault *f)
{
	struct reader r = reader_of(from);
	struct arena *a = arena_new();
	uint64_t form = reader_varint(&r), n;
	struct span at = reader_block(&r);
	struct entry_box *b;
	enum rc rc = RC_OK;

	if (form != KEPT_FORM)
		rc = fault_set(f, RC_NEWER,
		    "the draft was kept by a newer handrail");
	for (n = reader_varint(&r); !rc && n && !r.bad; n--)
		restore_box(e, &r, a);
	if (!rc && !reader_end(&r))
		rc = fault_set(f, RC_CORRUPT, "the draft is damaged");
	b = entry_named(e, arena_strn(a, at.at, at.len));
	if (b && !rc)
		e->at = (size_t)(b - e->boxes);
	arena_free(a);
	return rc;
}
