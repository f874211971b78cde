/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_STORE_TABLE_H
#define HANDRAIL_STORE_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/rc.h"

/*
 * The tables of the LMDB environment: sorted rows of bytes under bytes. Keys
 * are 1 to TABLE_KEY_MAX bytes, compare as bytes (so numbers are written high
 * byte first) and are never personal; values are sealed by whoever puts them,
 * except codes, counts and positions.
 *
 * What is got is lent by the transaction and dies with it, or with the next
 * change in a write: copy what is to be kept.
 */

#define TABLE_KEY_MAX 500

/* clang-format off */
#define TABLE_LIST(X) \
	X(TABLE_META,	"meta",		"small rows: positions, counters") \
	X(TABLE_ENTRY,	"entry",	"entry number: the sealed entry") \
	X(TABLE_RECORD,	"record",	"the present state of each record") \
	X(TABLE_INDEX,	"index",	"what each record is found by") \
	X(TABLE_TRAIL,	"trail",	"which entries touched a record") \
	X(TABLE_FIND,	"find",		"sealed pages of the search run") \
	X(TABLE_FACT,	"fact",		"sealed pages of narrow rows")
/* clang-format on */

enum table {
#define TABLE_ENUM(id, word, text) id,
	TABLE_LIST(TABLE_ENUM)
#undef TABLE_ENUM
	    TABLE_COUNT
};

struct txn;
struct walk;

/**
 * table_word(table):
 * Its name, as in the table above. Lends.
 */
const char *table_word(enum table table);

/**
 * table_get(t, table, key, value, f):
 * Lend the value under ${key}. RC_MISSING, with ${f} untouched, when there is
 * none.
 */
NODISCARD enum rc table_get(struct txn *t, enum table table, struct span key,
    struct span *value, struct fault *f);

/**
 * table_put(t, table, key, value, f):
 * Set ${key} to ${value}.
 */
NODISCARD enum rc table_put(struct txn *t, enum table table, struct span key,
    struct span value, struct fault *f);

/**
 * table_append(t, table, key, value, f):
 * As table_put(), faster, for a key greater than every key there. RC_INVALID
 * when it is not.
 */
NODISCARD enum rc table_append(struct txn *t, enum table table, struct span key,
    struct span value, struct fault *f);

/**
 * table_del(t, table, key, f):
 * Remove ${key}. RC_MISSING, with ${f} untouched, when it is not there.
 */
NODISCARD enum rc
table_del(struct txn *t, enum table table, struct span key, struct fault *f);

/**
 * table_clear(t, table, f):
 * Remove every row. Not for TABLE_META and TABLE_ENTRY.
 */
NODISCARD enum rc table_clear(struct txn *t, enum table table, struct fault *f);

/**
 * table_count(t, table):
 * How many rows it has.
 */
uint64_t table_count(struct txn *t, enum table table);

/**
 * walk_open(t, table, w, f):
 * A place in ${table}, before its first row, given back to walk_close() before
 * ${t} ends. In a write, changing the table moves no walk: seek again after.
 */
NODISCARD enum rc
walk_open(struct txn *t, enum table table, struct walk **w, struct fault *f);

/**
 * walk_seek(w, key, f):
 * Go to the first row whose key is ${key} or greater; an empty key is the
 * start. RC_END when there is none.
 */
NODISCARD enum rc walk_seek(struct walk *w, struct span key, struct fault *f);

/**
 * walk_seek_last(w, f):
 * Go to the last row. RC_END when the table is empty.
 */
NODISCARD enum rc walk_seek_last(struct walk *w, struct fault *f);

/**
 * walk_seek_before(w, key, f):
 * Go to the last row whose key is less than ${key}. RC_END when there is none.
 */
NODISCARD enum rc
walk_seek_before(struct walk *w, struct span key, struct fault *f);

/**
 * walk_next(w, f), walk_prev(w, f):
 * Go one row on or back. RC_END when there is none; the walk stays where it is.
 */
NODISCARD enum rc walk_next(struct walk *w, struct fault *f);
NODISCARD enum rc walk_prev(struct walk *w, struct fault *f);

/**
 * walk_key(w), walk_value(w):
 * The row the walk is on. Lent by the transaction.
 */
struct span walk_key(const struct walk *w);
struct span walk_value(const struct walk *w);

/**
 * walk_close(w):
 * Does nothing when ${w} is NULL.
 */
void walk_close(struct walk *w);

#endif /* HANDRAIL_STORE_TABLE_H */
