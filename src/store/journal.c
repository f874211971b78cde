/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/mem.h"
#include "store/author.h"
#include "store/env.h"
#include "store/inside.h"
#include "store/seal.h"
#include "store/segment.h"
#include "store/vault_inside.h"

/*
 * Appending. A group is sealed into memory whole, so that a key that is missing
 * leaves nothing behind; then its records are put into LMDB and wait in the
 * transaction for the segment. Records are placed now: if the group does not
 * fit what is left of the segment, the footer comes first and a new segment
 * begins.
 */

enum { CHECKPOINT_EVERY = 100, CHECKPOINT_BODY = 8 + ENTRY_HASH_LEN + 2 };

#define CHECKPOINT_LEN (ENTRY_HEADER_LEN + CHECKPOINT_BODY + ENTRY_SIGN_LEN)

enum rc
journal_head(struct txn *t, struct journal_head *head, struct fault *f)
{
	(void)f;
	*head = t->tail.head;
	return RC_OK;
}

/*
 * How long a body is made, since its length is a signal: 64, 256 or 768 bytes
 * (so that four entries share a page of LMDB), then whole kilobytes, and beyond
 * 16 of them steps of about a sixteenth.
 */
static size_t
padded(size_t len)
{
	size_t step = 1024;

	if (len <= 64)
		return 64;
	if (len <= 256)
		return 256;
	if (len <= 768)
		return 768;
	while (step * 16 < len)
		step *= 2;
	return (len + step - 1) / step * step;
}

static size_t
sealed_len(const struct entry_draft *d)
{
	return padded(4 + d->body.len) + ENTRY_TAG_LEN;
}

static void
put_u32(uint8_t *at, uint32_t v)
{
	for (int i = 0; i < 4; i++)
		at[i] = (uint8_t)(v >> (8 * (3 - i)));
}

/* Header and sealed body of ${e} at the end of ${out}; ${key} seals. */
static void
put_sealed(struct entry *e, struct span body, const uint8_t key[32],
    struct buf *out)
{
	uint8_t *at = buf_reserve(out, ENTRY_HEADER_LEN + e->body_len);
	uint8_t *plain = at + ENTRY_HEADER_LEN;
	size_t len = e->body_len - ENTRY_TAG_LEN;

	seal_nonce(e->nonce);
	entry_write_header(e, at);
	memset(plain, 0, len);
	put_u32(plain, (uint32_t)body.len);
	if (body.len)
		memcpy(plain + 4, body.at, body.len);
	seal_make(key, e->nonce, span_of(at, ENTRY_HEADER_LEN),
	    span_of(plain, len), plain);
	out->len += ENTRY_HEADER_LEN + e->body_len;
}

static void
put_sign(const uint8_t secret[64], size_t from, struct buf *out)
{
	uint8_t hash[SEAL_HASH_LEN];

	seal_hash(span_of(out->at + from, out->len - from), (struct span){ 0 },
	    hash);
	seal_sign(secret, AUTHOR_WORD, hash, buf_reserve(out, ENTRY_SIGN_LEN));
	out->len += ENTRY_SIGN_LEN;
}

/* What every entry after the tail begins with. */
static struct entry
entry_after(const struct txn *t, int64_t at)
{
	const struct store *s = t->store;
	struct entry e = { .format = ENTRY_FORMAT,
		.suite = 1,
		.station = s->station.number,
		.incarnation = s->station.incarnation,
		.seq = t->tail.head.seq + 1,
		.part = 1,
		.parts = 1,
		.at = at ? at : clock_now(s->clock),
		.high_id = t->tail.head.high_id };

	e.hlc = (uint64_t)e.at << 16;
	if (e.hlc <= t->tail.head.hlc)
		e.hlc = t->tail.head.hlc + 1;
	memcpy(e.prev, t->tail.head.hash, sizeof(e.prev));
	return e;
}

/* The area as it is now, and the key that seals ${d} there. */
static enum rc
present_key(struct vault *v, const struct entry_draft *d,
    const struct vault_area **area, const uint8_t **key, struct fault *f)
{
	enum rc rc = vault_refresh(v, f);

	if (rc)
		return rc;
	*area = ring_area(&v->ring, d->area);
	return vault_key(v, d->area, *area ? (*area)->epoch : 0, d->slot,
	    VAULT_FOR_BODY, key, f);
}

/* Seal the group into ${out}; the tail is not moved. */
static enum rc
seal_group(struct txn *t, struct vault *v, struct entry_draft *drafts, size_t n,
    struct buf *out, struct fault *f)
{
	struct entry e = entry_after(t, drafts[0].at);
	const struct vault_area *area;
	const uint8_t *key;
	size_t from = 0;
	enum rc rc;

	for (size_t i = 0; i < n; i++) {
		struct entry_draft *d = &drafts[i];

		rc = present_key(v, d, &area, &key, f);
		if (rc)
			return rc;
		e.class = (uint8_t)d->class;
		e.flags = i + 1 == n ? ENTRY_SIGNED : 0;
		e.part = (uint16_t)(i + 1);
		e.parts = (uint16_t)n;
		e.area = d->area;
		e.epoch = d->epoch = area->epoch;
		e.slot = d->slot;
		e.person = d->person;
		e.author = v->user.number;
		e.body_len = (uint32_t)sealed_len(d);
		d->seq = e.seq;
		from = out->len;
		put_sealed(&e, d->body, key, out);
		if (e.flags & ENTRY_SIGNED)
			put_sign(v->secret->user.sign, from, out);
		seal_hash(span_of(out->at + from, out->len - from),
		    (struct span){ 0 }, e.prev);
		e.seq++;
		e.hlc++;
	}
	return RC_OK;
}

/* The run that bytes at the tail go to. */
static void
need_run(struct txn *t)
{
	struct run *run;

	if (t->runs.all.n)
		return;
	run = VEC_ADD(&t->runs.all);
	run->segment = t->tail.segment;
	run->offset = t->tail.offset;
	run->from = t->pending.len;
}

/* Put whole records into LMDB, and behind what waits for the segment. */
static enum rc
take(struct txn *t, struct span bytes, struct fault *f)
{
	const uint8_t *at = bytes.at;
	uint8_t key[8], hash[ENTRY_HASH_LEN];
	struct entry e;
	enum rc rc = RC_OK;

	need_run(t);
	for (size_t n = 0; !rc && n < bytes.len; n += e.whole.len) {
		rc = entry_read(span_of(at + n, bytes.len - n), &e, f);
		if (!rc)
			rc = table_append(t, TABLE_ENTRY, seq_key(e.seq, key),
			    e.whole, f);
		if (rc)
			break;
		seal_hash(e.whole, (struct span){ 0 }, hash);
		rc = tail_take(t, &e, hash, f);
	}
	if (!rc)
		buf_span(&t->pending, bytes);
	return rc;
}

static enum rc
add_checkpoint(struct txn *t, struct vault *v, struct fault *f)
{
	struct entry e = entry_after(t, 0);
	struct buf out = { 0 };
	uint8_t *at = buf_reserve(&out, CHECKPOINT_LEN);
	enum rc rc;

	e.class = ENTRY_CHECKPOINT;
	e.flags = ENTRY_SIGNED | ENTRY_CLEAR;
	e.body_len = CHECKPOINT_BODY;
	entry_write_header(&e, at);
	out.len = ENTRY_HEADER_LEN;
	buf_u64(&out, t->tail.head.seq);
	buf_put(&out, t->tail.head.hash, ENTRY_HASH_LEN);
	buf_u16(&out, 0); /* heads of other stations: none seen yet */
	put_sign(v->secret->station, 0, &out);
	rc = take(t, buf_window(&out), f);
	buf_release(&out);
	return rc;
}

/* Footer of the segment, then the start of the next. */
static enum rc
turn(struct txn *t, struct vault *v, struct fault *f)
{
	struct segment_note note = { .first = t->tail.head.seq + 1 };
	struct run *run;
	enum rc rc = RC_OK;

	need_run(t);
	if (!t->store->suspect || t->turned)
		rc = author_foot(t, v, f);
	if (rc)
		return rc;
	run = VEC_ADD(&t->runs.all);
	run->segment = t->tail.segment + 1;
	run->offset = SEGMENT_HEADER_LEN;
	run->from = t->pending.len;
	run->first = note.first;
	memcpy(run->prev, t->tail.head.hash, sizeof(run->prev));
	memcpy(note.prev, t->tail.head.hash, sizeof(note.prev));
	t->tail.segment++;
	t->tail.offset = SEGMENT_HEADER_LEN;
	t->tail.last = 0;
	t->moved = true;
	t->turned = true;
	return segment_note_put(t, t->tail.segment, &note, f);
}

/* Room in the segment for ${len} bytes, a checkpoint and the footer. */
static enum rc
make_room(struct txn *t, struct vault *v, size_t len, struct fault *f)
{
	uint64_t size = t->store->segment_size;
	uint64_t spare = CHECKPOINT_LEN + SEGMENT_FOOTER_LEN;

	if (len + spare + SEGMENT_HEADER_LEN > size)
		return fault_set(f, RC_INVALID,
		    "one change of %zu bytes is more than the journal takes at "
		    "once; make it in parts",
		    len);
	if (t->tail.offset + len + spare <= size &&
	    (!t->store->suspect || t->turned))
		return RC_OK;
	return turn(t, v, f);
}

static enum rc
check_drafts(const struct entry_draft *drafts, size_t n, size_t *len,
    struct fault *f)
{
	*len = ENTRY_SIGN_LEN;
	if (!n || n > UINT16_MAX)
		return fault_set(f, RC_INVALID,
		    "a change has 1 to 65,535 entries, not %zu", n);
	for (size_t i = 0; i < n; i++) {
		assert(drafts[i].class != ENTRY_CHECKPOINT);
		if (sealed_len(&drafts[i]) > ENTRY_BODY_MAX)
			return fault_set(f, RC_INVALID,
			    "one entry of %zu bytes is more than the journal "
			    "takes; make it shorter",
			    drafts[i].body.len);
		*len += ENTRY_HEADER_LEN + sealed_len(&drafts[i]);
	}
	return RC_OK;
}

enum rc
journal_append(struct txn *t, struct vault *v, struct entry_draft *drafts,
    size_t n, struct fault *f)
{
	struct buf out = { 0 };
	size_t len = 0;
	enum rc rc = check_drafts(drafts, n, &len, f);

	assert(t->write);
	if (!rc)
		rc = seal_group(t, v, drafts, n, &out, f);
	if (!rc)
		rc = make_room(t, v, len, f);
	if (!rc)
		rc = take(t, buf_window(&out), f);
	if (!rc && t->tail.head.since_checkpoint >= CHECKPOINT_EVERY &&
	    v->secret->has_station)
		rc = add_checkpoint(t, v, f);
	buf_release(&out);
	return rc;
}

enum rc
journal_checkpoint(struct txn *t, struct vault *v, struct fault *f)
{
	enum rc rc;

	if (!t->tail.head.since_checkpoint || !v->secret->has_station)
		return RC_OK;
	rc = make_room(t, v, CHECKPOINT_LEN, f);
	return rc ? rc : add_checkpoint(t, v, f);
}

enum rc
journal_take_ids(struct txn *t, uint64_t n, uint64_t *first, struct fault *f)
{
	uint64_t station = (uint64_t)t->store->station.number << 48;

	if (t->tail.head.high_id + n >= (uint64_t)1 << 48)
		return fault_set(f, RC_FULL,
		    "all record numbers are given out");
	*first = station | (t->tail.head.high_id + 1);
	t->tail.head.high_id += n;
	return RC_OK;
}

enum rc
journal_get(struct txn *t, uint64_t seq, struct entry *e, struct fault *f)
{
	struct span value;
	uint8_t key[8];
	enum rc rc = table_get(t, TABLE_ENTRY, seq_key(seq, key), &value, f);

	if (rc)
		return rc;
	rc = entry_read(value, e, f);
	if (rc == RC_NEWER || (!rc && e->seq == seq))
		return rc;
	return fault_set(f, RC_CORRUPT,
	    "the tables' copy of journal entry %llu is damaged; handrailctl "
	    "rebuild puts it right from the segment",
	    (unsigned long long)seq);
}

static enum rc
damaged(const struct entry *e, struct fault *f)
{
	return fault_set(f, RC_CORRUPT,
	    "journal entry %llu does not match its seal; handrailctl verify "
	    "says more",
	    (unsigned long long)e->seq);
}

enum rc
journal_open_body(struct vault *v, const struct entry *e, struct buf *body,
    struct fault *f)
{
	const uint8_t *key;
	struct reader r;
	struct span text;
	uint32_t len;
	enum rc rc;

	buf_clear(body);
	if (e->flags & ENTRY_CLEAR) {
		buf_span(body, e->body);
		return RC_OK;
	}
	rc = vault_key(v, e->area, e->epoch, e->slot, VAULT_FOR_BODY, &key, f);
	if (rc)
		return rc;
	if (!seal_open(key, e->nonce, span_of(e->whole.at, ENTRY_HEADER_LEN),
		e->body, buf_reserve(body, e->body.len)))
		return damaged(e, f);
	r = reader_of(span_of(body->at, e->body.len - ENTRY_TAG_LEN));
	len = reader_u32(&r);
	text = reader_bytes(&r, len);
	if (r.bad)
		return damaged(e, f);
	if (len)
		memmove(body->at, text.at, len);
	body->len = len;
	return RC_OK;
}

enum rc
journal_walk(struct txn *t, uint64_t from, journal_fn *fn, void *arg,
    struct fault *f)
{
	struct walk *w = NULL;
	struct entry e;
	uint8_t key[8];
	enum rc rc = walk_open(t, TABLE_ENTRY, &w, f);

	if (!rc)
		rc = walk_seek(w, seq_key(from, key), f);
	while (!rc) {
		rc = entry_read(walk_value(w), &e, f);
		if (rc)
			break;
		rc = fn(&e, arg, f);
		if (!rc)
			rc = walk_next(w, f);
	}
	walk_close(w);
	return rc == RC_END ? RC_OK : rc;
}
