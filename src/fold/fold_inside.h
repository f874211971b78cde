/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_FOLD_FOLD_INSIDE_H
#define HANDRAIL_FOLD_FOLD_INSIDE_H

#include "base/arena.h"
#include "fold/fold.h"
#include "fold/index.h"
#include "fold/overlay.h"

/* What the files of this floor share; nobody above includes it. */

#define FOLD_WATCHERS 4

/* The lane of the overlay, behind those of the tables, where rows of facts wait
 * for their page. */
#define FACT_LANE TABLE_COUNT

struct fold {
	struct store *store;
	struct vault *vault;
	const struct kinds *kinds;
	struct overlay *over;
	uint64_t to;	     /* the last entry folded here */
	uint64_t generation; /* of the tables; a rebuild begins a new one */
	bool settled;	     /* has looked at the tables at least once */
	struct arena *arena; /* of the entry being folded */
	struct buf plain, body, sealed, key; /* kept for their memory */
	struct {
		fold_watch_fn *fn;
		void *arg;
	} watchers[FOLD_WATCHERS];
	size_t n_watchers;
	fold_sight_fn *sight; /* NULL: everything may be seen */
	void *sight_arg;
};

/* How far the tables have come, as TABLE_META has it. */
struct fold_mark {
	uint64_t to, generation;
};

enum rc fold_mark_read(
    struct txn *t, struct fold_mark *mark, struct fault *f);
enum rc fold_mark_write(
    struct txn *t, const struct fold_mark *mark, struct fault *f);

/**
 * fold_apply(look, at, event, f):
 * Put into the overlay what ${event} makes of the records.
 */
enum rc fold_apply(const struct look *look, const struct fold_at *at,
    const struct event *event, struct fault *f);

/**
 * fold_entry(look, e, f):
 * The same from a sealed entry. One that cannot be opened is marked.
 */
struct entry;
enum rc fold_entry(
    const struct look *look, const struct entry *e, struct fault *f);

/**
 * fold_pour(fold, t, f):
 * Put every key of the overlay into the tables, and every row into its page.
 */
enum rc fold_pour(struct fold *fold, struct txn *t, struct fault *f);

/* Forget the overlay; the tables stand at entry ${to}. */
void fold_forget(struct fold *fold, uint64_t to);

#endif /* HANDRAIL_FOLD_FOLD_INSIDE_H */
