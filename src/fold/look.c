/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/arena.h"
#include "model/record.h"
#include "store/txn.h"

#include "fold/fold_inside.h"
#include "fold/look.h"
#include "fold/overlay.h"

enum rc
look_get(const struct look *l, enum table table, struct span key,
    struct span *value, struct fault *f)
{
	switch (overlay_get(l->over, table, key, value)) {
	case OVERLAY_HERE:
		return RC_OK;
	case OVERLAY_GONE:
		return RC_MISSING;
	case OVERLAY_ABSENT:
		break;
	}
	if (l->bare)
		return RC_MISSING;
	return table_get(l->txn, table, key, value, f);
}

enum rc
look_walk_open(const struct look *l, enum table table, struct span from,
    struct look_walk *w, struct fault *f)
{
	enum rc rc;

	*w = (struct look_walk){ .look = l, .table = table };
	w->above = overlay_seek(l->over, table, from);
	if (l->bare)
		return RC_OK;
	rc = walk_open(l->txn, table, &w->below, f);
	if (rc)
		return rc;
	rc = walk_seek(w->below, from, f);
	w->below_on = rc == RC_OK;
	return rc == RC_END ? RC_OK : rc;
}

static enum rc
below_on(struct look_walk *w, struct fault *f)
{
	enum rc rc = walk_next(w->below, f);

	w->below_on = rc == RC_OK;
	return rc == RC_END ? RC_OK : rc;
}

/* Which comes first: less than 0 the table, more the overlay, 0 both. */
static int
which_first(const struct look_walk *w)
{
	if (!w->above)
		return -1;
	if (!w->below_on)
		return 1;
	return span_cmp(walk_key(w->below), overlay_key(w->above));
}

static enum rc
take_below(struct look_walk *w, struct fault *f)
{
	w->key = walk_key(w->below);
	w->value = walk_value(w->below);
	return below_on(w, f);
}

/* Take the overlay's row; false when it only says that the key is gone. */
static bool
take_above(struct look_walk *w)
{
	const struct overlay_node *node = w->above;

	w->key = overlay_key(node);
	w->value = overlay_value(node);
	w->above = overlay_next(node);
	return !overlay_gone(node);
}

enum rc
look_walk_next(struct look_walk *w, struct fault *f)
{
	enum rc rc;
	int first;

	while (w->above || w->below_on) {
		first = which_first(w);
		if (first < 0)
			return take_below(w, f);
		if (first == 0 && (rc = below_on(w, f)))
			return rc;
		if (take_above(w))
			return RC_OK;
	}
	return RC_END;
}

void
look_walk_close(struct look_walk *w)
{
	walk_close(w->below);
	w->below = NULL;
}

static bool
begins_with(struct span key, struct span prefix)
{
	return prefix.len == 0 ||
	       (key.len >= prefix.len &&
		   memcmp(key.at, prefix.at, prefix.len) == 0);
}

enum rc
look_prefix(const struct look *l, enum table table, struct span prefix,
    look_fn *fn, void *arg, struct fault *f)
{
	struct look_walk w;
	enum rc rc = look_walk_open(l, table, prefix, &w, f);

	while (!rc && !(rc = look_walk_next(&w, f))) {
		if (!begins_with(w.key, prefix))
			break;
		rc = fn(w.key, w.value, arg, f);
	}
	look_walk_close(&w);
	return rc == RC_END ? RC_OK : rc;
}

void
record_key(unsigned kind, uint64_t id, uint8_t key[RECORD_KEY_LEN])
{
	key[0] = (uint8_t)(kind >> 8);
	key[1] = (uint8_t)kind;
	for (int i = 0; i < 8; i++)
		key[2 + i] = (uint8_t)(id >> (56 - 8 * i));
}

static enum rc
open_row(const struct look *l, struct arena *arena, struct span key,
    struct span value, struct record **r, struct fault *f)
{
	struct buf *plain = &l->fold->plain;
	enum rc rc = row_open(
	    l->fold->vault, TABLE_RECORD, key, value, plain, f);

	if (rc == RC_DENIED)
		return RC_MISSING;
	if (rc)
		return rc;
	return record_decode(
	    arena, l->fold->kinds, buf_window(plain), r, f);
}

/* The one door between what is kept and whoever looks. */
static enum rc
let_see(const struct look *l, struct record **r)
{
	const struct fold *fold = l->fold;

	if (!fold->sight || fold->sight(l, *r, fold->sight_arg))
		return RC_OK;
	*r = NULL;
	return RC_MISSING;
}

enum rc
look_row(const struct look *l, struct arena *arena, struct span key,
    struct span value, struct record **r, struct fault *f)
{
	enum rc rc = open_row(l, arena, key, value, r, f);

	return rc ? rc : let_see(l, r);
}

enum rc
look_stored(const struct look *l, struct arena *arena, unsigned kind,
    uint64_t id, struct row_seal *by, struct record **r, struct fault *f)
{
	uint8_t at[RECORD_KEY_LEN];
	struct span key, value;
	enum rc rc;

	*r = NULL;
	record_key(kind, id, at);
	key = span_of(at, sizeof(at));
	rc = look_get(l, TABLE_RECORD, key, &value, f);
	if (rc)
		return rc;
	if (by && !row_by(value, by))
		return fault_set(f, RC_CORRUPT,
		    "a row of the records is too short; run handrailctl "
		    "rebuild");
	return open_row(l, arena, key, value, r, f);
}

enum rc
look_record(const struct look *l, struct arena *arena, unsigned kind,
    uint64_t id, struct row_seal *by, struct record **r, struct fault *f)
{
	enum rc rc = look_stored(l, arena, kind, id, by, r, f);

	return rc ? rc : let_see(l, r);
}

bool
look_has(const struct look *l, unsigned kind, uint64_t id)
{
	uint8_t at[RECORD_KEY_LEN];
	struct span value;

	record_key(kind, id, at);
	return look_get(l, TABLE_RECORD, span_of(at, sizeof(at)), &value,
		   NULL) == RC_OK;
}
