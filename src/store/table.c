/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <assert.h>
#include <lmdb.h>
#include <stdlib.h>

#include "base/mem.h"
#include "store/env.h"
#include "store/inside.h"
#include "store/table.h"

/*
 * META is LMDB's unnamed table, where LMDB also keeps one row for each named
 * one. Those rows are never shown: a walk of META passes over them, and no key
 * of ours may be a table's name.
 */

struct walk {
	MDB_cursor *cursor;
	struct txn *txn;
	enum table table;
	MDB_val key, value;
	bool here; /* on a row */
};

static const char *const words[] = {
#define TABLE_WORD(id, word, text) word,
	TABLE_LIST(TABLE_WORD)
#undef TABLE_WORD
};

const char *
table_word(enum table table)
{
	return words[table];
}

static MDB_val
val_of(struct span s)
{
	return (MDB_val){ s.len, (void *)(uintptr_t)s.at };
}

static struct span
span_val(MDB_val v)
{
	return (struct span){ v.mv_data, v.mv_size };
}

enum rc
table_get(struct txn *t, enum table table, struct span key, struct span *value,
    struct fault *f)
{
	MDB_val k = val_of(key), v = { 0 };
	int err = mdb_get(t->mdb, t->store->dbi[table], &k, &v);

	*value = span_val(v);
	return env_fault(err, "reading the store", f);
}

enum rc
table_put(struct txn *t, enum table table, struct span key, struct span value,
    struct fault *f)
{
	MDB_val k = val_of(key), v = val_of(value);

	assert(t->write && key.len <= TABLE_KEY_MAX);
	return env_fault(mdb_put(t->mdb, t->store->dbi[table], &k, &v, 0),
	    "writing to the store", f);
}

enum rc
table_append(struct txn *t, enum table table, struct span key,
    struct span value, struct fault *f)
{
	MDB_val k = val_of(key), v = val_of(value);

	assert(t->write && key.len <= TABLE_KEY_MAX);
	return env_fault(mdb_put(t->mdb, t->store->dbi[table], &k, &v,
			     MDB_APPEND),
	    "writing to the store", f);
}

enum rc
table_del(struct txn *t, enum table table, struct span key, struct fault *f)
{
	MDB_val k = val_of(key);

	assert(t->write);
	return env_fault(mdb_del(t->mdb, t->store->dbi[table], &k, NULL),
	    "writing to the store", f);
}

enum rc
table_clear(struct txn *t, enum table table, struct fault *f)
{
	assert(t->write && table != TABLE_META && table != TABLE_ENTRY);
	return env_fault(mdb_drop(t->mdb, t->store->dbi[table], 0),
	    "emptying a table", f);
}

uint64_t
table_count(struct txn *t, enum table table)
{
	MDB_stat stat = { 0 };

	(void)mdb_stat(t->mdb, t->store->dbi[table], &stat);
	if (table == TABLE_META)
		return stat.ms_entries - (TABLE_COUNT - 1);
	return stat.ms_entries;
}

enum rc
walk_open(struct txn *t, enum table table, struct walk **w, struct fault *f)
{
	MDB_cursor *cursor = NULL;
	int err = mdb_cursor_open(t->mdb, t->store->dbi[table], &cursor);

	*w = NULL;
	if (err)
		return env_fault(err, "reading the store", f);
	*w = mem_get(sizeof(**w));
	(*w)->cursor = cursor;
	(*w)->txn = t;
	(*w)->table = table;
	return RC_OK;
}

static bool
is_table_row(const struct walk *w)
{
	struct span key = span_val(w->key);

	if (w->table != TABLE_META)
		return false;
	for (int i = TABLE_META + 1; i < TABLE_COUNT; i++)
		if (span_eq(key, span_str(words[i])))
			return true;
	return false;
}

/* Make one move, and more of ${again} while they end on LMDB's own rows. */
static enum rc
move(struct walk *w, MDB_cursor_op op, MDB_cursor_op again, struct fault *f)
{
	MDB_val key = w->key, value = w->value;
	int err = mdb_cursor_get(w->cursor, &w->key, &w->value, op);

	while (!err && is_table_row(w))
		err = mdb_cursor_get(w->cursor, &w->key, &w->value, again);
	if (!err) {
		w->here = true;
		return RC_OK;
	}
	w->key = key;
	w->value = value;
	if (err == MDB_NOTFOUND)
		return RC_END;
	return env_fault(err, "reading the store", f);
}

enum rc
walk_seek(struct walk *w, struct span key, struct fault *f)
{
	w->here = false;
	if (!key.len)
		return move(w, MDB_FIRST, MDB_NEXT, f);
	w->key = val_of(key);
	return move(w, MDB_SET_RANGE, MDB_NEXT, f);
}

enum rc
walk_seek_last(struct walk *w, struct fault *f)
{
	return move(w, MDB_LAST, MDB_PREV, f);
}

enum rc
walk_seek_before(struct walk *w, struct span key, struct fault *f)
{
	enum rc rc = key.len ? walk_seek(w, key, f) : RC_END;

	if (rc == RC_END)
		return walk_seek_last(w, f);
	return rc ? rc : move(w, MDB_PREV, MDB_PREV, f);
}

enum rc
walk_next(struct walk *w, struct fault *f)
{
	return move(w, w->here ? MDB_NEXT : MDB_FIRST, MDB_NEXT, f);
}

enum rc
walk_prev(struct walk *w, struct fault *f)
{
	return move(w, w->here ? MDB_PREV : MDB_LAST, MDB_PREV, f);
}

struct span
walk_key(const struct walk *w)
{
	return span_val(w->key);
}

struct span
walk_value(const struct walk *w)
{
	return span_val(w->value);
}

void
walk_close(struct walk *w)
{
	if (!w)
		return;
	mdb_cursor_close(w->cursor);
	free(w);
}
