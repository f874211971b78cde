/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "model/event.h"
#include "model/record.h"
#include "store/entry.h"
#include "store/journal.h"

#include "fold/fact_page.h"
#include "fold/fold_inside.h"

/*
 * One entry becomes rows: for each record that it changed, its state as it now
 * stands, the keys that came and went, one row in its trail, and for a
 * casefile the narrow row that reports count.
 */

/* What one change works on. */
struct applying {
	const struct look *look;
	struct fold *fold;
	const struct fold_at *at;
	struct fault *f;
};

static struct row_seal
seal_of(const struct fold_at *at)
{
	return (struct row_seal){ .area = at->area,
		.epoch = at->epoch,
		.slot = at->slot };
}

static enum rc
put_sealed(const struct applying *a, enum table table, struct span key,
    struct span plain)
{
	enum rc rc;

	buf_clear(&a->fold->sealed);
	rc = row_seal(a->fold->vault, seal_of(a->at), table, key, plain,
	    &a->fold->sealed, a->f);
	if (!rc)
		overlay_put(a->look->over, table, key,
		    buf_window(&a->fold->sealed));
	return rc;
}

static enum rc
put_record(
    const struct applying *a, struct span key, const struct record *after)
{
	if (!after) {
		overlay_del(a->look->over, TABLE_RECORD, key);
		return RC_OK;
	}
	buf_clear(&a->fold->plain);
	record_encode(after, &a->fold->plain);
	return put_sealed(
	    a, TABLE_RECORD, key, buf_window(&a->fold->plain));
}

/* Both sets are in order: what only one of them has came or went. */
static void
put_keys(struct overlay *over, const struct keyset *before,
    const struct keyset *after)
{
	size_t i = 0, j = 0;
	int d;

	while (i < before->n || j < after->n) {
		d = i == before->n ? 1 :
		    j == after->n  ? -1 :
				     span_cmp(before->at[i], after->at[j]);
		if (d < 0)
			overlay_del(over, TABLE_INDEX, before->at[i]);
		if (d > 0)
			overlay_put(over, TABLE_INDEX, after->at[j],
			    (struct span){ 0 });
		i += d <= 0;
		j += d >= 0;
	}
}

static void
put_trail(const struct applying *a, uint64_t id)
{
	struct buf *key = &a->fold->key;

	buf_clear(key);
	buf_u64(key, id);
	buf_u64(key, a->at->seq);
	overlay_put(
	    a->look->over, TABLE_TRAIL, buf_window(key), (struct span){ 0 });
}

static enum rc
read_before(const struct applying *a, const struct change *c,
    struct record **before)
{
	enum rc rc;

	*before = NULL;
	if (c->made) /* the act saw that it was not there */
		return RC_OK;
	rc = look_stored(a->look, a->fold->arena, c->kind, c->id, NULL, before,
	    a->f);
	return rc == RC_MISSING ? RC_OK : rc;
}

static enum rc
apply_change(const struct applying *a, const struct change *c)
{
	struct arena *arena = a->fold->arena;
	struct keyset were = { .arena = arena }, are = { .arena = arena };
	uint8_t at[RECORD_KEY_LEN];
	int64_t nth = FACT_NOT_THERE;
	struct record *r;
	enum rc rc;

	if ((rc = read_before(a, c, &r)))
		return rc;
	if (c->kind == KIND_CASEFILE && r)
		nth = record_number(r, CASEFILE_NTH);
	index_keys(r, a->at->area, &were);
	r = diff_apply(arena, a->fold->kinds, r, c);
	index_keys(r, a->at->area, &are);
	record_key(c->kind, c->id, at);
	if ((rc = put_record(a, span_of(at, sizeof(at)), r)))
		return rc;
	put_keys(a->look->over, &were, &are);
	put_trail(a, c->id);
	if (c->kind == KIND_CASEFILE)
		fact_put(a->look, a->at, c->id, nth, r);
	for (size_t i = 0; i < a->fold->n_watchers; i++)
		a->fold->watchers[i].fn(
		    c->kind, c->id, a->fold->watchers[i].arg);
	return RC_OK;
}

enum rc
fold_apply(const struct look *look, const struct fold_at *at,
    const struct event *event, struct fault *f)
{
	struct applying a = { look, look->fold, at, f };
	enum rc rc = RC_OK;

	for (size_t i = 0; i < event->n && !rc; i++)
		rc = apply_change(&a, &event->changes[i]);
	arena_reset(look->fold->arena);
	return rc;
}

static void
mark_unfolded(const struct look *look, uint64_t seq)
{
	struct buf *key = &look->fold->key;

	index_prefix(key, INDEX_UNFOLDED);
	buf_u64(key, seq);
	overlay_put(
	    look->over, TABLE_INDEX, buf_window(key), (struct span){ 0 });
}

enum rc
fold_entry(const struct look *look, const struct entry *e, struct fault *f)
{
	struct fold *fold = look->fold;
	struct fold_at at = { e->seq, e->area, e->epoch, e->slot };
	struct event event;
	enum rc rc;

	if (e->class != ENTRY_ORDINARY)
		return RC_OK;
	rc = journal_open_body(fold->vault, e, &fold->body, f);
	if (rc == RC_MISSING) /* forgotten: nothing is left to fold */
		return RC_OK;
	if (rc == RC_DENIED) {
		mark_unfolded(look, e->seq);
		return RC_OK;
	}
	if (!rc)
		rc = event_decode(
		    fold->arena, buf_window(&fold->body), &event, f);
	return rc ? rc : fold_apply(look, &at, &event, f);
}
