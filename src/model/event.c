/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "model/event.h"

enum { EVENT_FORM = 1 };

static void
event_cell(struct buf *out, unsigned tag, const struct buf *value)
{
	if (!value->len)
		return;
	buf_varint(out, tag);
	buf_varint(out, value->len);
	buf_put(out, value->at, value->len);
}

static void
event_changes(const struct event *e, struct buf *one, struct buf *all)
{
	for (size_t i = 0; i < e->n; i++) {
		buf_clear(one);
		change_encode(&e->changes[i], one);
		buf_varint(all, one->len);
		buf_put(all, one->at, one->len);
	}
}

void
event_encode(const struct event *e, struct buf *out)
{
	struct buf one = { 0 }, part = { 0 };

	buf_u8(out, EVENT_FORM);
	buf_varint(&part, e->act);
	event_cell(out, EVENT_ACT, &part);

	buf_clear(&part);
	if (e->at)
		buf_u64(&part, (uint64_t)e->at);
	event_cell(out, EVENT_AT, &part);

	buf_clear(&part);
	if (e->why)
		buf_puts(&part, e->why);
	event_cell(out, EVENT_WHY, &part);

	buf_clear(&part);
	event_changes(e, &one, &part);
	event_cell(out, EVENT_CHANGES, &part);

	cells_encode(e->rest, e->n_rest, out);
	buf_wipe(&one);
	buf_wipe(&part);
}

/* Take the changes out of the cell that holds them; counted, then read. */
static enum rc
event_take_changes(struct arena *arena, struct span bytes, struct event *e,
    struct fault *f)
{
	struct reader in = reader_of(bytes), ahead = in;
	size_t n = 0;

	while (!ahead.bad && ahead.at < ahead.end) {
		uint64_t len = reader_varint(&ahead);

		if (ahead.bad || !len || len > (size_t)(ahead.end - ahead.at))
			return fault_set(f, RC_CORRUPT,
			    "the changes of an entry do not add up");
		(void)reader_bytes(&ahead, (size_t)len);
		n++;
	}
	e->changes = n ? arena_get(arena, n * sizeof(*e->changes)) : NULL;
	for (e->n = 0; e->n < n; e->n++) {
		size_t len = (size_t)reader_varint(&in);
		enum rc rc = change_decode(arena, reader_bytes(&in, len),
		    &e->changes[e->n], f);

		if (rc)
			return rc;
	}
	return RC_OK;
}

static enum rc
event_take(struct arena *arena, struct cell *cells, size_t n, struct event *e,
    struct fault *f)
{
	for (size_t i = 0; i < n; i++) {
		struct reader in = reader_of(cells[i].value);
		enum rc rc = RC_OK;

		switch (cells[i].tag) {
		case EVENT_ACT:
			e->act = (uint16_t)reader_varint(&in);
			break;
		case EVENT_AT:
			e->at = (int64_t)reader_u64(&in);
			break;
		case EVENT_WHY:
			e->why = cells[i].value.at;
			continue;
		case EVENT_CHANGES:
			rc = event_take_changes(arena, cells[i].value, e, f);
			if (rc)
				return rc;
			continue;
		default: /* a part of a later handrail, and all after it */
			e->rest = &cells[i];
			e->n_rest = n - i;
			return RC_OK;
		}
		if (!reader_end(&in))
			return fault_set(f, RC_CORRUPT,
			    "part %u of an entry does not read", cells[i].tag);
	}
	return RC_OK;
}

enum rc
event_decode(struct arena *arena, struct span bytes, struct event *e,
    struct fault *f)
{
	struct reader in = reader_of(bytes);
	uint8_t form = reader_u8(&in);
	struct cell *cells;
	enum rc rc;
	size_t n;

	memset(e, 0, sizeof(*e));
	e->why = "";
	if (!in.bad && form > EVENT_FORM)
		return fault_set(f, RC_NEWER,
		    "an entry is in form %u, and "
		    "this handrail reads form %d",
		    form, EVENT_FORM);
	if (in.bad || form != EVENT_FORM)
		return fault_set(f, RC_CORRUPT,
		    "an entry does not begin as one");
	rc = cells_decode(arena, span_of(in.at, (size_t)(in.end - in.at)),
	    &cells, &n, f);
	return rc ? rc : event_take(arena, cells, n, e, f);
}
