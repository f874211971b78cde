/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "store/journal.h"
#include "store/txn.h"

#include "fold/fact_page.h"
#include "fold/fold_inside.h"

/* Entries between two commits of a rebuild. */
#define REBUILD_KEYS 200000

/* Into an empty table the keys, which are in order, go one behind another. */
static enum rc
pour_node(struct txn *t, enum table table, const struct overlay_node *node,
    bool empty, struct fault *f)
{
	struct span key = overlay_key(node);
	enum rc rc;

	if (!overlay_gone(node))
		return empty ?
		    table_append(t, table, key, overlay_value(node), f) :
		    table_put(t, table, key, overlay_value(node), f);
	rc = empty ? RC_OK : table_del(t, table, key, f);
	return rc == RC_MISSING ? RC_OK : rc;
}

static enum rc
pour_table(struct fold *fold, struct txn *t, enum table table, struct fault *f)
{
	const struct overlay_node *node =
	    overlay_seek(fold->over, table, (struct span){ 0 });
	bool empty = node && !table_count(t, table);
	enum rc rc = RC_OK;

	for (; node && !rc; node = overlay_next(node))
		rc = pour_node(t, table, node, empty, f);
	return rc;
}

enum rc
fold_pour(struct fold *fold, struct txn *t, struct fault *f)
{
	const struct look look = { .fold = fold, .txn = t,
		.over = fold->over };
	enum rc rc = RC_OK;

	for (int table = 0; table < TABLE_COUNT && !rc; table++)
		rc = pour_table(fold, t, (enum table)table, f);
	return rc ? rc : fact_pour(&look, f);
}

enum rc
fold_flush(struct fold *fold, struct fault *f)
{
	struct fold_mark mark;
	struct look look;
	enum rc rc = fold_write(fold, &look, f);

	if (rc)
		return rc;
	mark = (struct fold_mark){ fold->to, fold->generation };
	if (!(rc = fold_pour(fold, look.txn, f)))
		rc = fold_mark_write(look.txn, &mark, f);
	if (rc) {
		look_end(&look);
		return rc;
	}
	if (!(rc = look_commit(&look, f)))
		fold_forget(fold, mark.to);
	return rc;
}

/* Empty tables, and a mark that tells every process to begin again. */
static enum rc
clear_tables(struct fold *fold, struct fault *f)
{
	static const enum table folds[] = { TABLE_RECORD, TABLE_INDEX,
		TABLE_TRAIL, TABLE_FACT };
	struct fold_mark mark;
	struct look look;
	enum rc rc;

	if ((rc = txn_write(fold->store, &look.txn, f)))
		return rc;
	look.fold = fold;
	rc = fold_mark_read(look.txn, &mark, f);
	for (size_t i = 0; i < sizeof(folds) / sizeof(folds[0]) && !rc; i++)
		rc = table_clear(look.txn, folds[i], f);
	mark = (struct fold_mark){ 0, mark.generation + 1 };
	if (!rc)
		rc = fold_mark_write(look.txn, &mark, f);
	if (rc) {
		look_end(&look);
		return rc;
	}
	fold_forget(fold, 0);
	fold->generation = mark.generation;
	fold->settled = true;
	return look_commit(&look, f);
}

/* Folds entries until the overlay is full enough to be poured. */
struct stretch {
	struct look look;
	bool full;
};

static enum rc
fold_stretch(const struct entry *e, void *arg, struct fault *f)
{
	struct stretch *s = arg;
	enum rc rc = fold_entry(&s->look, e, f);

	if (rc)
		return rc;
	s->look.fold->to = e->seq;
	s->full = overlay_count(s->look.over) >= REBUILD_KEYS;
	return s->full ? RC_END : RC_OK;
}

/* One commit's worth. Sets ${more} while entries are left. */
static enum rc
rebuild_stretch(struct fold *fold, bool *more, uint64_t *total, struct fault *f)
{
	struct stretch s = { .look = { .fold = fold, .over = fold->over } };
	struct journal_head head;
	struct fold_mark mark;
	enum rc rc;

	if ((rc = txn_write(fold->store, &s.look.txn, f)))
		return rc;
	if (!(rc = journal_head(s.look.txn, &head, f)))
		rc = journal_walk(
		    s.look.txn, fold->to + 1, fold_stretch, &s, f);
	if (rc == RC_END)
		rc = RC_OK;
	*more = s.full;
	*total = head.seq;
	mark = (struct fold_mark){ fold->to, fold->generation };
	if (!rc && !(rc = fold_pour(fold, s.look.txn, f)))
		rc = fold_mark_write(s.look.txn, &mark, f);
	if (rc) {
		look_end(&s.look);
		return rc;
	}
	if (!(rc = look_commit(&s.look, f)))
		fold_forget(fold, mark.to);
	return rc;
}

enum rc
fold_rebuild(struct fold *fold, fold_progress_fn *progress, void *arg,
    struct fault *f)
{
	uint64_t total = 0;
	bool more = true;
	enum rc rc = clear_tables(fold, f);

	while (!rc && more) {
		rc = rebuild_stretch(fold, &more, &total, f);
		if (!rc && progress)
			progress(fold->to, total, arg);
	}
	return rc;
}
