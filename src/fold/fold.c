/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdlib.h>

#include "base/mem.h"
#include "model/event.h"
#include "store/journal.h"
#include "store/store.h"
#include "store/txn.h"

#include "fold/fold_inside.h"
#include "fold/index.h"

/*
 * Catching up. The overlay holds what the entries after some point made of the
 * records, up to entry fold->to. Somebody else may have put those same entries
 * into the tables meanwhile; the overlay is then only a newer or equal copy,
 * for an entry sets cells to values and setting them again changes nothing. So
 * whoever lags simply folds on, in order, and the overlay is thrown away only
 * to save memory or when the tables were rebuilt.
 */

#define MARK_TO "fold.to"
#define MARK_GENERATION "fold.generation"
#define MARK_FORM "fold.form"

/*
 * Raised whenever a fold comes to be written in another way that the names of
 * the indexes do not show, so that tables made before are made anew.
 */
#define FORM 1

/* An overlay this large whose keys the tables have by now is dropped. */
#define TRIM_AT 200000

struct fold *
fold_new(
    struct store *store, struct vault *vault, const struct kinds *kinds)
{
	struct fold *fold = mem_get(sizeof(*fold));

	*fold = (struct fold){ .store = store, .vault = vault, .kinds = kinds };
	fold->over = overlay_new(TABLE_COUNT + 1);
	fold->arena = arena_new();
	return fold;
}

void
fold_free(struct fold *fold)
{
	if (!fold)
		return;
	overlay_free(fold->over);
	arena_free(fold->arena);
	buf_wipe(&fold->plain);
	buf_wipe(&fold->body);
	buf_wipe(&fold->sealed);
	buf_wipe(&fold->key);
	free(fold);
}

void
fold_forget(struct fold *fold, uint64_t to)
{
	overlay_clear(fold->over);
	fold->to = to;
}

static enum rc
read_number(struct txn *t, const char *key, uint64_t *number, struct fault *f)
{
	struct reader r;
	struct span value;
	enum rc rc = table_get(t, TABLE_META, span_str(key), &value, f);

	*number = 0;
	if (rc)
		return rc == RC_MISSING ? RC_OK : rc;
	r = reader_of(value);
	*number = reader_u64(&r);
	return RC_OK;
}

static enum rc
write_number(struct txn *t, const char *key, uint64_t number, struct fault *f)
{
	struct buf value = { 0 };
	enum rc rc;

	buf_u64(&value, number);
	rc = table_put(t, TABLE_META, span_str(key), buf_window(&value), f);
	buf_release(&value);
	return rc;
}

enum rc
fold_mark_read(struct txn *t, struct fold_mark *mark, struct fault *f)
{
	enum rc rc = read_number(t, MARK_TO, &mark->to, f);

	return rc ? rc : read_number(t, MARK_GENERATION, &mark->generation, f);
}

/* FNV-1a over the indexes there are: their numbers and names. */
static uint64_t
form_now(void)
{
	uint64_t form = UINT64_C(14695981039346656037) + FORM;

	for (const struct index *i = index_table; i->name; i++) {
		form = (form ^ i->tag) * UINT64_C(1099511628211);
		for (const char *s = i->name; *s; s++)
			form = (form ^ (unsigned char)*s) *
			       UINT64_C(1099511628211);
	}
	return form;
}

enum rc
fold_mark_write(struct txn *t, const struct fold_mark *mark, struct fault *f)
{
	enum rc rc = write_number(t, MARK_TO, mark->to, f);

	if (!rc)
		rc = write_number(t, MARK_GENERATION, mark->generation, f);
	return rc ? rc : write_number(t, MARK_FORM, form_now(), f);
}

enum rc
fold_is_of_old(struct fold *fold, bool *old, struct fault *f)
{
	struct fold_mark mark;
	uint64_t form;
	struct txn *t;
	enum rc rc;

	*old = false;
	if ((rc = txn_read(fold->store, &t, f)))
		return rc;
	if (!(rc = fold_mark_read(t, &mark, f)) &&
	    !(rc = read_number(t, MARK_FORM, &form, f)))
		*old = mark.to && form != form_now();
	txn_abort(t);
	return rc;
}

static enum rc
fold_one(const struct entry *e, void *arg, struct fault *f)
{
	struct look *look = arg;
	enum rc rc = fold_entry(look, e, f);

	if (!rc)
		look->fold->to = e->seq;
	return rc;
}

/* Whoever folds an entry leaves its number in the trail of what it touched. */
static bool
was_folded(const struct look *look, const struct event *event, uint64_t seq)
{
	struct buf *key = &look->fold->key;
	struct span value;

	if (!event->n)
		return true;
	buf_clear(key);
	buf_u64(key, event->changes[0].id);
	buf_u64(key, seq);
	return look_get(look, TABLE_TRAIL, buf_window(key), &value, NULL) ==
	    RC_OK;
}

/*
 * Entries marked as unfolded that this user can open are folded now, unless
 * somebody with the key has put them into the tables since. They come before
 * anything newer about the same records, for whoever could not open one could
 * open none of the others either.
 */
static enum rc
retry_one(struct span key, struct span value, void *arg, struct fault *f)
{
	struct look *look = arg;
	struct fold *fold = look->fold;
	struct event event;
	struct entry e;
	enum rc rc;

	(void)value;
	rc = journal_get(look->txn, index_id(key), &e, f);
	if (!rc)
		rc = journal_open_body(fold->vault, &e, &fold->body, f);
	if (rc == RC_DENIED || rc == RC_MISSING)
		return RC_OK;
	if (!rc)
		rc = event_decode(
		    fold->arena, buf_window(&fold->body), &event, f);
	if (rc)
		return rc;
	overlay_del(look->over, TABLE_INDEX, key);
	return was_folded(look, &event, e.seq) ? RC_OK :
						 fold_entry(look, &e, f);
}

static enum rc
settle(struct look *look, const struct fold_mark *mark, struct fault *f)
{
	struct fold *fold = look->fold;
	struct buf prefix = { 0 };
	enum rc rc;

	fold_forget(fold, mark->to);
	look->over = fold->over;
	fold->generation = mark->generation;
	fold->settled = true;
	index_prefix(&prefix, INDEX_UNFOLDED);
	rc = look_prefix(
	    look, TABLE_INDEX, buf_window(&prefix), retry_one, look, f);
	buf_release(&prefix);
	return rc;
}

static enum rc
catch_up(struct look *look, struct fault *f)
{
	struct fold *fold = look->fold;
	struct journal_head head;
	struct fold_mark mark;
	enum rc rc;

	if ((rc = fold_mark_read(look->txn, &mark, f)) ||
	    (rc = journal_head(look->txn, &head, f)))
		return rc;
	if (overlay_count(fold->over) > TRIM_AT && mark.to == head.seq)
		fold->settled = false;
	if ((!fold->settled || fold->generation != mark.generation) &&
	    (rc = settle(look, &mark, f)))
		return rc;
	if (fold->to >= head.seq)
		return RC_OK;
	return journal_walk(look->txn, fold->to + 1, fold_one, look, f);
}

static enum rc
begin(struct fold *fold, struct look *look, bool write, struct fault *f)
{
	enum rc rc;

	*look = (struct look){ .fold = fold, .over = fold->over };
	rc = write ? txn_write(fold->store, &look->txn, f) :
		     txn_read(fold->store, &look->txn, f);
	if (!rc)
		rc = catch_up(look, f);
	if (rc)
		look_end(look);
	return rc;
}

enum rc
fold_look(struct fold *fold, struct look *look, struct fault *f)
{
	return begin(fold, look, false, f);
}

enum rc
fold_write(struct fold *fold, struct look *look, struct fault *f)
{
	return begin(fold, look, true, f);
}

void
look_end(struct look *look)
{
	txn_abort(look->txn);
	look->txn = NULL;
}

enum rc
look_commit(struct look *look, struct fault *f)
{
	enum rc rc = txn_commit(look->txn, f);

	look->txn = NULL;
	if (rc)
		look->fold->settled = false;
	return rc;
}

void
fold_skip(struct look *look, uint64_t seq)
{
	look->fold->to = seq;
}

enum rc
fold_event(struct look *look, const struct fold_at *at,
    const struct event *event, struct fault *f)
{
	enum rc rc = fold_apply(look, at, event, f);

	if (rc)
		look->fold->settled = false;
	else
		look->fold->to = at->seq;
	return rc;
}

size_t
fold_tail(const struct fold *fold)
{
	return overlay_count(fold->over);
}

uint64_t
fold_head(const struct fold *fold)
{
	return fold->to;
}

void
fold_watch(struct fold *fold, fold_watch_fn *fn, void *arg)
{
	if (fold->n_watchers == FOLD_WATCHERS)
		return;
	fold->watchers[fold->n_watchers].fn = fn;
	fold->watchers[fold->n_watchers++].arg = arg;
}

void
fold_unwatch(struct fold *fold, void *arg)
{
	size_t kept = 0;

	for (size_t i = 0; i < fold->n_watchers; i++)
		if (fold->watchers[i].arg != arg)
			fold->watchers[kept++] = fold->watchers[i];
	fold->n_watchers = kept;
}

void
fold_sight(struct fold *fold, fold_sight_fn *fn, void *arg)
{
	fold->sight = fn;
	fold->sight_arg = arg;
}
