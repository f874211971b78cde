/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "store/inside.h"
#include "store/segment.h"

/*
 * The small rows of META that this floor keeps. All can be made anew from the
 * segments.
 *
 *	"head"		where the journal ends
 *	"seg" NUMBER	where a segment begins, and its footer once it is full
 *	"slot" AREA	person keys given out so far
 *	"keys"		how often users, areas or keys have changed
 */

enum rc
meta_get_u64(struct txn *t, struct span key, uint64_t *v, struct fault *f)
{
	struct span value;
	struct reader r;
	enum rc rc = table_get(t, TABLE_META, key, &value, f);

	*v = 0;
	if (rc)
		return rc == RC_MISSING ? RC_OK : rc;
	r = reader_of(value);
	*v = reader_u64(&r);
	return RC_OK;
}

enum rc
meta_put_u64(struct txn *t, struct span key, uint64_t v, struct fault *f)
{
	struct buf b = { 0 };
	enum rc rc;

	buf_u64(&b, v);
	rc = table_put(t, TABLE_META, key, buf_window(&b), f);
	buf_release(&b);
	return rc;
}

static void
tail_of_nothing(struct txn *t)
{
	memset(&t->tail, 0, sizeof(t->tail));
	memcpy(t->tail.head.hash, t->store->genesis, ENTRY_HASH_LEN);
	t->tail.segment = 1;
	t->tail.offset = SEGMENT_HEADER_LEN;
}

enum rc
tail_get(struct txn *t, struct fault *f)
{
	struct tail *tail = &t->tail;
	struct span value;
	struct reader r;
	enum rc rc = table_get(t, TABLE_META, span_str("head"), &value, f);

	t->moved = false;
	if (rc == RC_MISSING) {
		tail_of_nothing(t);
		return RC_OK;
	}
	if (rc)
		return rc;
	r = reader_of(value);
	tail->head.seq = reader_u64(&r);
	value = reader_bytes(&r, ENTRY_HASH_LEN);
	if (value.len)
		memcpy(tail->head.hash, value.at, ENTRY_HASH_LEN);
	tail->head.hlc = reader_u64(&r);
	tail->head.high_id = reader_u64(&r);
	tail->head.since_checkpoint = reader_u64(&r);
	tail->segment = reader_u32(&r);
	tail->offset = reader_u64(&r);
	tail->last = reader_u64(&r);
	if (!reader_end(&r) || !tail->segment ||
	    tail->offset < SEGMENT_HEADER_LEN)
		return fault_set(f, RC_CORRUPT,
		    "the tables of the store are damaged; delete lmdb/data.mdb "
		    "and it is built anew");
	return RC_OK;
}

enum rc
tail_put(struct txn *t, struct fault *f)
{
	const struct tail *tail = &t->tail;
	struct buf b = { 0 };
	enum rc rc;

	buf_u64(&b, tail->head.seq);
	buf_put(&b, tail->head.hash, ENTRY_HASH_LEN);
	buf_u64(&b, tail->head.hlc);
	buf_u64(&b, tail->head.high_id);
	buf_u64(&b, tail->head.since_checkpoint);
	buf_u32(&b, tail->segment);
	buf_u64(&b, tail->offset);
	buf_u64(&b, tail->last);
	rc = table_put(t, TABLE_META, span_str("head"), buf_window(&b), f);
	buf_release(&b);
	if (!rc)
		t->moved = false;
	return rc;
}

static struct span
segment_key(uint32_t number, uint8_t key[7])
{
	memcpy(key, "seg", 3);
	for (int i = 0; i < 4; i++)
		key[3 + i] = (uint8_t)(number >> (8 * (3 - i)));
	return span_of(key, 7);
}

enum rc
segment_note_put(struct txn *t, uint32_t number,
    const struct segment_note *note, struct fault *f)
{
	struct buf b = { 0 };
	uint8_t key[7];
	enum rc rc;

	buf_u64(&b, note->first);
	buf_put(&b, note->prev, ENTRY_HASH_LEN);
	buf_u64(&b, note->end);
	buf_span(&b, note->foot);
	rc = table_put(t, TABLE_META, segment_key(number, key), buf_window(&b),
	    f);
	buf_release(&b);
	return rc;
}

enum rc
segment_note_get(struct txn *t, uint32_t number, struct segment_note *note,
    struct fault *f)
{
	struct span value;
	struct reader r;
	uint8_t key[7];
	enum rc rc =
	    table_get(t, TABLE_META, segment_key(number, key), &value, f);

	if (rc)
		return rc;
	r = reader_of(value);
	note->first = reader_u64(&r);
	value = reader_bytes(&r, ENTRY_HASH_LEN);
	note->end = reader_u64(&r);
	note->foot = reader_bytes(&r, reader_left(&r));
	if (r.bad)
		return fault_set(f, RC_CORRUPT,
		    "the tables of the store are damaged; delete lmdb/data.mdb "
		    "and it is built anew");
	memcpy(note->prev, value.at, ENTRY_HASH_LEN);
	return RC_OK;
}

struct span
slot_key(uint16_t area, uint8_t key[6])
{
	memcpy(key, "slot", 4);
	key[4] = (uint8_t)(area >> 8);
	key[5] = (uint8_t)area;
	return span_of(key, 6);
}

struct span
seq_key(uint64_t seq, uint8_t key[8])
{
	for (int i = 0; i < 8; i++)
		key[i] = (uint8_t)(seq >> (8 * (7 - i)));
	return span_of(key, 8);
}

static enum rc
count_slot(struct txn *t, const struct entry *e, struct fault *f)
{
	uint8_t key[6];
	uint64_t given;
	enum rc rc = meta_get_u64(t, slot_key(e->area, key), &given, f);

	if (rc || given >= e->slot)
		return rc;
	return meta_put_u64(t, span_of(key, 6), e->slot, f);
}

enum rc
tail_take(struct txn *t, const struct entry *e,
    const uint8_t hash[ENTRY_HASH_LEN], struct fault *f)
{
	struct journal_head *head = &t->tail.head;

	t->moved = true;
	t->tail.last = t->tail.offset;
	t->tail.offset += e->whole.len;
	head->seq = e->seq;
	memcpy(head->hash, hash, ENTRY_HASH_LEN);
	if (head->hlc < e->hlc)
		head->hlc = e->hlc;
	if (head->high_id < e->high_id)
		head->high_id = e->high_id;
	head->since_checkpoint++;
	if (e->class == ENTRY_CHECKPOINT)
		head->since_checkpoint = 0;
	return e->slot ? count_slot(t, e, f) : RC_OK;
}
