/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "model/kinds.h"
#include "model/record.h"
#include "store/row.h"
#include "store/txn.h"

#include "fold/fact_page.h"
#include "fold/fold_inside.h"

enum which { FIRST_CASES = 1, OTHER_CASES = 2 };

#define OTHERS_SLOTS 2048
#define EPOCH_LEN 2

/* ---- rows of the tail ---- */

/* The key of a row in the overlay: of its page, then of itself. */
static void
row_key(struct buf *key, const struct fold_at *at, int64_t nth, uint64_t id)
{
	bool first = at->slot && nth <= 1;

	buf_clear(key);
	buf_u16(key, at->area);
	buf_u8(key, first ? FIRST_CASES : OTHER_CASES);
	buf_u32(key, at->slot / (first ? FACT_PAGE_ROWS : OTHERS_SLOTS));
	buf_u16(key, (uint16_t)(first ? at->slot % FACT_PAGE_ROWS : 0));
	buf_u64(key, first ? 0 : id);
}

static void
put_row(const struct look *look, const struct fold_at *at, struct span key,
    const uint8_t row[FACT_LEN])
{
	uint8_t value[EPOCH_LEN + FACT_LEN];

	value[0] = (uint8_t)(at->epoch >> 8);
	value[1] = (uint8_t)at->epoch;
	memcpy(value + EPOCH_LEN, row, FACT_LEN);
	overlay_put(
	    look->over, FACT_LANE, key, span_of(value, sizeof(value)));
}

void
fact_put(const struct look *look, const struct fold_at *at, uint64_t id,
    int64_t was, const struct record *now)
{
	static const uint8_t none[FACT_LEN];
	struct buf *key = &look->fold->key;
	int64_t is = now ? record_number(now, CASEFILE_NTH) : FACT_NOT_THERE;
	uint8_t row[FACT_LEN];

	if (was != FACT_NOT_THERE && was != is) {
		row_key(key, at, was, id);
		put_row(look, at, buf_window(key), none);
	}
	if (now) {
		row_key(key, at, is, id);
		fact_row(now, row);
		put_row(look, at, buf_window(key), row);
	}
}

/* ---- a page ---- */

static uint16_t
u16_at(const void *at)
{
	const uint8_t *p = at;

	return (uint16_t)(p[0] << 8 | p[1]);
}

static bool
is_first_cases(const uint8_t key[FACT_KEY_LEN])
{
	return key[2] == FIRST_CASES;
}

/* Where the row of the case whose number is ${id} lies, or would lie. */
static size_t
find_row(const struct buf *page, const uint8_t *id)
{
	size_t low = 0, high = page->len / FACT_LEN, mid;

	while (low < high) {
		mid = (low + high) / 2;
		if (memcmp(page->at + mid * FACT_LEN + FACT_ID, id, 8) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return low * FACT_LEN;
}

static void
set_other(struct buf *page, const uint8_t *id, const uint8_t *row)
{
	size_t at = find_row(page, id), rest;
	bool there = at < page->len &&
	    memcmp(page->at + at + FACT_ID, id, 8) == 0;

	if (!there && row[FACT_LIVE]) {
		(void)buf_reserve(page, FACT_LEN);
		memmove(page->at + at + FACT_LEN, page->at + at,
		    page->len - at);
		page->len += FACT_LEN;
		there = true;
	}
	if (row[FACT_LIVE]) {
		memcpy(page->at + at, row, FACT_LEN);
	} else if (there) {
		rest = page->len - at - FACT_LEN;
		memmove(page->at + at, page->at + at + FACT_LEN, rest);
		page->len -= FACT_LEN;
	}
}

/* Put the row at ${node} into its page. */
static void
set_row(struct fact_walk *w, const struct overlay_node *node)
{
	const uint8_t *key = overlay_key(node).at;
	const uint8_t *value = overlay_value(node).at;
	size_t at = (size_t)u16_at(key + FACT_KEY_LEN) * FACT_LEN;

	if (u16_at(value) > w->epoch)
		w->epoch = u16_at(value);
	if (is_first_cases(key))
		memcpy(w->plain.at + at, value + EPOCH_LEN, FACT_LEN);
	else
		set_other(&w->plain, key + FACT_KEY_LEN + 2, value + EPOCH_LEN);
}

/* The page as the tables have it; an empty one if they have none. */
static enum rc
open_page(struct fact_walk *w, struct fault *f)
{
	struct span key = span_of(w->key, FACT_KEY_LEN), value;
	struct row_seal by = { 0 };
	enum rc rc = RC_MISSING;

	buf_clear(&w->plain);
	w->epoch = 0;
	if (!w->look->bare)
		rc = table_get(w->look->txn, TABLE_FACT, key, &value, f);
	if (!rc) {
		(void)row_by(value, &by);
		w->epoch = by.epoch;
		rc = row_open(w->look->fold->vault, TABLE_FACT, key, value,
		    &w->plain, f);
	} else if (rc == RC_MISSING) {
		rc = RC_OK;
	}
	if (!rc && is_first_cases(w->key) && w->plain.len < FACT_PAGE_LEN) {
		size_t lacks = FACT_PAGE_LEN - w->plain.len;

		memset(buf_reserve(&w->plain, lacks), 0, lacks);
		w->plain.len += lacks;
	}
	return rc;
}

static bool
is_on_page(const struct overlay_node *node, const uint8_t key[FACT_KEY_LEN])
{
	return node && memcmp(overlay_key(node).at, key, FACT_KEY_LEN) == 0;
}

/* The page at w->key, with what waits for it. */
static enum rc
take_page(struct fact_walk *w, struct fault *f)
{
	enum rc rc = open_page(w, f);

	for (; is_on_page(w->above, w->key); w->above = overlay_next(w->above))
		if (!rc)
			set_row(w, w->above);
	return rc;
}

/* ---- pouring ---- */

static enum rc
seal_page(struct fact_walk *w, struct fault *f)
{
	struct buf *sealed = &w->look->fold->sealed;
	struct row_seal by = { .area = u16_at(w->key), .epoch = w->epoch };
	struct span key = span_of(w->key, FACT_KEY_LEN);
	enum rc rc;

	if (!w->plain.len) {
		rc = table_del(w->look->txn, TABLE_FACT, key, f);
		return rc == RC_MISSING ? RC_OK : rc;
	}
	buf_clear(sealed);
	rc = row_seal(w->look->fold->vault, by, TABLE_FACT, key,
	    buf_window(&w->plain), sealed, f);
	return rc ? rc : table_put(w->look->txn, TABLE_FACT, key,
			     buf_window(sealed), f);
}

enum rc
fact_pour(const struct look *look, struct fault *f)
{
	struct fact_walk w = { .look = look };
	enum rc rc = RC_OK;

	w.above = overlay_seek(look->over, FACT_LANE, (struct span){ 0 });
	while (!rc && w.above) {
		memcpy(w.key, overlay_key(w.above).at, FACT_KEY_LEN);
		rc = take_page(&w, f);
		if (!rc)
			rc = seal_page(&w, f);
	}
	buf_wipe(&w.plain);
	return rc;
}

/* ---- going through ---- */

enum rc
fact_walk_open(const struct look *look, struct fact_walk *w, struct fault *f)
{
	enum rc rc;

	*w = (struct fact_walk){ .look = look };
	w->above = overlay_seek(look->over, FACT_LANE, (struct span){ 0 });
	if (look->bare)
		return RC_OK;
	rc = walk_open(look->txn, TABLE_FACT, &w->below, f);
	if (!rc)
		rc = walk_seek(w->below, (struct span){ 0 }, f);
	w->below_on = rc == RC_OK;
	return rc == RC_END ? RC_OK : rc;
}

/* The lesser of the two next pages; the tables' walk goes on if it was its. */
static enum rc
next_key(struct fact_walk *w, struct fault *f)
{
	const uint8_t *above = w->above ? overlay_key(w->above).at : NULL;
	const uint8_t *below = w->below_on ? walk_key(w->below).at : NULL;
	int d = !above ? -1 : !below ? 1 : memcmp(below, above, FACT_KEY_LEN);
	enum rc rc = RC_OK;

	if (!above && !below)
		return RC_END;
	memcpy(w->key, d <= 0 ? below : above, FACT_KEY_LEN);
	if (d <= 0) {
		rc = walk_next(w->below, f);
		w->below_on = rc == RC_OK;
	}
	return rc == RC_END ? RC_OK : rc;
}

enum rc
fact_walk_next(struct fact_walk *w, struct fault *f)
{
	enum rc rc;

	do {
		rc = next_key(w, f);
		if (!rc)
			rc = take_page(w, f);
	} while (rc == RC_DENIED || (!rc && !w->plain.len));
	return rc;
}

void
fact_walk_close(struct fact_walk *w)
{
	walk_close(w->below);
	w->below = NULL;
	buf_wipe(&w->plain);
}

enum rc
fact_scan(const struct look *look, fact_fn *fn, void *arg, struct fault *f)
{
	struct fact_walk w;
	enum rc rc = fact_walk_open(look, &w, f);

	while (!rc && !(rc = fact_walk_next(&w, f)))
		rc = fn(w.plain.at, w.plain.len / FACT_LEN, arg);
	fact_walk_close(&w);
	return rc == RC_END ? RC_OK : rc;
}
