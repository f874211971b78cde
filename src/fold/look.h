/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_FOLD_LOOK_H
#define HANDRAIL_FOLD_LOOK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/rc.h"
#include "store/row.h"
#include "store/table.h"

/*
 * A look at the folds as of one moment: the tables of one transaction, with
 * the overlay of the entries that the tables do not hold yet laid over them.
 * Whoever reads a fold reads it through a look, and so cannot forget the tail.
 */

struct arena;
struct fold;
struct overlay;
struct record;
struct txn;
struct walk;

struct look {
	struct fold *fold;
	struct txn *txn;
	struct overlay *over;
	bool bare; /* the tables count as empty: a rebuild compares so */
};

/**
 * look_get(l, table, key, value, f):
 * Lend the value under ${key}, until the look ends or the key is put again.
 * RC_MISSING, with ${f} untouched, when there is none.
 */
NODISCARD enum rc look_get(const struct look *l, enum table table,
    struct span key, struct span *value, struct fault *f);

/* A place in a table, moving forwards through table and overlay at once. */
struct look_walk {
	const struct look *look;
	enum table table;
	struct walk *below; /* NULL once the table is at its end */
	const void *above;  /* the overlay's next node, or NULL */
	bool below_on;
	struct span key, value;
};

/**
 * look_walk_open(l, table, from, w, f):
 * Set ${w} before the first row whose key is ${from} or greater. Given back to
 * look_walk_close() before the look ends, whatever this returns.
 */
NODISCARD enum rc look_walk_open(const struct look *l, enum table table,
    struct span from, struct look_walk *w, struct fault *f);

/**
 * look_walk_next(w, f):
 * Go to the next row: w->key and w->value, lent until the next call. RC_END
 * when there is none.
 */
NODISCARD enum rc look_walk_next(struct look_walk *w, struct fault *f);
void look_walk_close(struct look_walk *w);

/**
 * look_prefix(l, table, prefix, fn, arg, f):
 * Call ${fn} for every row whose key begins with ${prefix}, in order. Anything
 * but RC_OK from it ends the walk: RC_END ends it well.
 */
typedef enum rc look_fn(struct span key, struct span value, void *arg,
    struct fault *f);
NODISCARD enum rc look_prefix(const struct look *l, enum table table,
    struct span prefix, look_fn *fn, void *arg, struct fault *f);

/**
 * look_record(l, arena, kind, id, by, r, f):
 * The record of ${kind} numbered ${id}, decoded into ${arena}, and in ${by},
 * unless it is NULL, whose key its row is sealed with. RC_MISSING when it is
 * not there, this user has no key to it, or may not see it (fold_sight()): none
 * can be told from the others.
 */
NODISCARD enum rc look_record(const struct look *l, struct arena *arena,
    unsigned kind, uint64_t id, struct row_seal *by, struct record **r,
    struct fault *f);

/**
 * look_stored(l, arena, kind, id, by, r, f):
 * The same, whoever is looking: for folding, and for those who decide what may
 * be seen (fold_sight()).
 */
NODISCARD enum rc look_stored(const struct look *l, struct arena *arena,
    unsigned kind, uint64_t id, struct row_seal *by, struct record **r,
    struct fault *f);

/**
 * look_row(l, arena, key, value, r, f):
 * The record in a row of TABLE_RECORD that a walk has come to.
 */
NODISCARD enum rc look_row(const struct look *l, struct arena *arena,
    struct span key, struct span value, struct record **r, struct fault *f);

/**
 * look_has(l, kind, id):
 * Whether there is such a record at all, whoever may read it.
 */
bool look_has(const struct look *l, unsigned kind, uint64_t id);

/* The key of a record's row. */
#define RECORD_KEY_LEN 10
void record_key(unsigned kind, uint64_t id, uint8_t key[RECORD_KEY_LEN]);

#endif /* HANDRAIL_FOLD_LOOK_H */
