/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <inttypes.h>
#include <stdio.h>

#include "store/journal.h"
#include "store/seal.h"
#include "store/txn.h"

#include "fold/fact_page.h"
#include "fold/fold_inside.h"

/*
 * The nightly question: do the folds say what the journal says? A second fold
 * starts from nothing, in memory, in the same transaction; both are then walked
 * side by side. A row that differs is rot on the disk or a fault of ours, and
 * either way `handrailctl rebuild` cures it.
 */

/* After this many sentences the rest are only counted. */
#define SENTENCES_MOST 20

struct comparing {
	const struct look *now, *fresh;
	fold_fault_fn *fn;
	void *arg;
	size_t *wrong;
	bool partial; /* there are entries that this user cannot open */
};

/* Marks of entries that could not be opened differ from user to user. */
static bool
is_mark(enum table table, struct span key)
{
	const uint8_t *at = key.at;

	return table == TABLE_INDEX && key.len >= 2 && !at[0] &&
	    at[1] == INDEX_UNFOLDED;
}

/*
 * A row that a fresh fold by this user does not give may come from an entry
 * that only others can open. Sealed rows say whose they are; keys of indexes
 * and trails do not, and are left to somebody who holds every area.
 */
static bool
may_be_of_others(
    const struct comparing *c, enum table table, const struct look_walk *row)
{
	struct buf plain = { 0 };
	enum rc rc;

	if (!c->partial)
		return false;
	if (table != TABLE_RECORD)
		return true;
	rc = row_open(c->now->fold->vault, table, row->key, row->value, &plain,
	    NULL);
	buf_wipe(&plain);
	return rc == RC_DENIED;
}

static void
tell(const struct comparing *c, enum table table, struct span key,
    const char *what)
{
	char sentence[160];

	snprintf(sentence, sizeof(sentence),
	    "the fold \"%s\" %s a row that the journal does not bear out "
	    "(record %016" PRIx64 "); run handrailctl rebuild",
	    table_word(table), what, index_id(key));
	if ((*c->wrong)++ < SENTENCES_MOST)
		c->fn(sentence, c->arg);
}

/* One step of two walks: which one has the smaller key moves on. */
static int
compare_rows(const struct comparing *c, enum table table,
    const struct look_walk *now, enum rc now_rc, const struct look_walk *fresh,
    enum rc fresh_rc)
{
	int d = now_rc == RC_END  ? 1 :
	    fresh_rc == RC_END ? -1 :
				    span_cmp(now->key, fresh->key);

	if (is_mark(table, d <= 0 ? now->key : fresh->key))
		return d;
	if (d < 0 && !may_be_of_others(c, table, now))
		tell(c, table, now->key, "holds");
	else if (d > 0)
		tell(c, table, fresh->key, "lacks");
	else if (d == 0 && !span_eq(now->value, fresh->value))
		tell(c, table, now->key, "holds otherwise");
	return d;
}

static enum rc
walk_both(const struct comparing *c, enum table table, struct look_walk *now,
    struct look_walk *fresh, struct fault *f)
{
	enum rc a = look_walk_next(now, f), b = look_walk_next(fresh, f);
	int d;

	while (a == RC_OK || b == RC_OK) {
		d = compare_rows(c, table, now, a, fresh, b);
		if (d <= 0)
			a = look_walk_next(now, f);
		if (d >= 0)
			b = look_walk_next(fresh, f);
		if ((a && a != RC_END) || (b && b != RC_END))
			break;
	}
	return a && a != RC_END ? a : b == RC_END ? RC_OK : b;
}

static enum rc
compare_table(const struct comparing *c, enum table table, struct fault *f)
{
	struct look_walk now, fresh = { 0 };
	struct span start = { 0 };
	enum rc rc = look_walk_open(c->now, table, start, &now, f);

	if (!rc)
		rc = look_walk_open(c->fresh, table, start, &fresh, f);
	if (!rc)
		rc = walk_both(c, table, &now, &fresh, f);
	look_walk_close(&now);
	look_walk_close(&fresh);
	return rc;
}

/* One step of two walks over the pages. Whoever cannot open every entry lacks
 * rows of others, and says nothing of their pages. */
static int
compare_pages(const struct comparing *c, const struct fact_walk *now,
    enum rc now_rc, const struct fact_walk *fresh, enum rc fresh_rc)
{
	struct span a = span_of(now->key, FACT_KEY_LEN);
	struct span b = span_of(fresh->key, FACT_KEY_LEN);
	int d = now_rc == RC_END ? 1 : fresh_rc == RC_END ? -1 : span_cmp(a, b);

	if (c->partial)
		return d;
	if (d < 0)
		tell(c, TABLE_FACT, a, "holds");
	else if (d > 0)
		tell(c, TABLE_FACT, b, "lacks");
	else if (now->epoch != fresh->epoch ||
	    !span_eq(buf_window(&now->plain), buf_window(&fresh->plain)))
		tell(c, TABLE_FACT, a, "holds otherwise");
	return d;
}

static enum rc
compare_facts(const struct comparing *c, struct fault *f)
{
	struct fact_walk now, fresh = { 0 };
	enum rc a = fact_walk_open(c->now, &now, f), b = RC_OK;
	int d = 0;

	if (!a)
		a = b = fact_walk_open(c->fresh, &fresh, f);
	while ((!a || a == RC_END) && (!b || b == RC_END)) {
		if (!a && d <= 0)
			a = fact_walk_next(&now, f);
		if (!b && d >= 0)
			b = fact_walk_next(&fresh, f);
		if (a || b) {
			if ((a && a != RC_END) || (b && b != RC_END) ||
			    (a && b))
				break;
		}
		d = compare_pages(c, &now, a, &fresh, b);
	}
	fact_walk_close(&now);
	fact_walk_close(&fresh);
	return a && a != RC_END ? a : b == RC_END ? RC_OK : b;
}

static enum rc
fold_fresh(const struct entry *e, void *arg, struct fault *f)
{
	return fold_entry(arg, e, f);
}

static enum rc
compare_all(const struct comparing *c, struct fault *f)
{
	static const enum table folds[] = { TABLE_RECORD, TABLE_INDEX,
		TABLE_TRAIL };
	enum rc rc = RC_OK;

	for (size_t i = 0; i < sizeof(folds) / sizeof(folds[0]) && !rc; i++)
		rc = compare_table(c, folds[i], f);
	return rc ? rc : compare_facts(c, f);
}

enum rc
fold_compare(struct fold *fold, fold_fault_fn *fn, void *arg, size_t *wrong,
    struct fault *f)
{
	struct fold *other = fold_new(fold->store, fold->vault, fold->kinds);
	struct look now, fresh;
	struct comparing c = { &now, &fresh, fn, arg, wrong, false };
	const struct overlay_node *mark;
	enum rc rc = fold_look(fold, &now, f);

	*wrong = 0;
	if (rc)
		goto out;
	fresh = (struct look){ .fold = other, .txn = now.txn,
		.over = other->over, .bare = true };
	rc = journal_walk(now.txn, 1, fold_fresh, &fresh, f);
	mark = overlay_seek(other->over, TABLE_INDEX, (struct span){ 0 });
	c.partial = mark && is_mark(TABLE_INDEX, overlay_key(mark));
	if (!rc)
		rc = compare_all(&c, f);
	look_end(&now);
out:
	fold_free(other);
	return rc;
}

static enum rc
add_row(struct span key, struct span value, void *arg, struct fault *f)
{
	(void)f;
	seal_digest_add(arg, key);
	seal_digest_add(arg, value);
	return RC_OK;
}

enum rc
fold_digest(struct fold *fold, uint8_t digest[32], struct fault *f)
{
	struct seal_digest d;
	struct look look;
	enum rc rc = fold_look(fold, &look, f);

	if (rc)
		return rc;
	seal_digest_start(&d);
	rc = look_prefix(
	    &look, TABLE_RECORD, (struct span){ 0 }, add_row, &d, f);
	seal_digest_end(&d, digest);
	look_end(&look);
	return rc;
}

static enum rc
count_row(struct span key, struct span value, void *arg, struct fault *f)
{
	(void)key;
	(void)value;
	(void)f;
	++*(uint64_t *)arg;
	return RC_OK;
}

enum rc
fold_unfolded(struct fold *fold, uint64_t *n, struct fault *f)
{
	struct buf prefix = { 0 };
	struct look look;
	enum rc rc = fold_look(fold, &look, f);

	*n = 0;
	if (rc)
		return rc;
	index_prefix(&prefix, INDEX_UNFOLDED);
	rc = look_prefix(
	    &look, TABLE_INDEX, buf_window(&prefix), count_row, n, f);
	buf_release(&prefix);
	look_end(&look);
	return rc;
}
