/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "store/heal.h"
#include "store/inside.h"
#include "store/mend.h"
#include "store/seal.h"
#include "store/segment.h"

/*
 * Taking from the segments what LMDB lacks. A group counts only when every part
 * of it is there and each holds the hash of the one before. What does not count
 * is one of four things: the zeros written ahead; the footer of a full segment;
 * the rest of an append that was cut off, which nobody was told was saved; or
 * damage, when good entries of a later group follow.
 */

enum found { FOUND_GROUP, FOUND_ZEROS, FOUND_FOOT, FOUND_OTHER, FOUND_NEWER };

/* How far beyond a hole an entry's number may be and still be believed. */
enum { HOLE_MAX = 1 << 20 };

static bool
all_zeros(struct span bytes)
{
	const uint8_t *at = bytes.at;

	for (size_t i = 0; i < bytes.len; i++)
		if (at[i])
			return false;
	return true;
}

static struct span
from(const struct buf *bytes, uint64_t offset)
{
	if (offset >= bytes->len)
		return (struct span){ 0 };
	return span_of(bytes->at + offset, bytes->len - offset);
}

/* Is ${e} the part ${part} that comes after ${head}? */
static bool
follows(const struct entry *e, uint64_t seq, unsigned part, const uint8_t *prev)
{
	return e->seq == seq && e->part == part &&
	       !memcmp(e->prev, prev, ENTRY_HASH_LEN);
}

static enum found
find_group(const struct txn *t, struct span bytes, size_t *len)
{
	uint64_t seq = t->tail.head.seq;
	const uint8_t *at = bytes.at;
	uint8_t prev[ENTRY_HASH_LEN];
	unsigned part = 0;
	struct entry e;
	enum rc rc;

	memcpy(prev, t->tail.head.hash, sizeof(prev));
	*len = 0;
	do {
		rc = entry_read(span_of(at + *len, bytes.len - *len), &e, NULL);
		if (rc == RC_NEWER)
			return FOUND_NEWER;
		if (rc || !follows(&e, ++seq, ++part, prev))
			return FOUND_OTHER;
		seal_hash(e.whole, (struct span){ 0 }, prev);
		*len += e.whole.len;
	} while (e.part < e.parts);
	return FOUND_GROUP;
}

static enum found
look(const struct txn *t, struct span bytes, size_t *len)
{
	struct span head = bytes;

	if (head.len > ENTRY_HEADER_LEN)
		head.len = ENTRY_HEADER_LEN;
	if (all_zeros(head))
		return FOUND_ZEROS;
	if (segment_foot_is(bytes))
		return FOUND_FOOT;
	return find_group(t, bytes, len);
}

static enum rc
take_group(struct txn *t, struct span bytes, struct fault *f)
{
	const uint8_t *at = bytes.at;
	uint8_t key[8], hash[ENTRY_HASH_LEN];
	enum rc rc = RC_OK;
	struct entry e;

	for (size_t n = 0; !rc && n < bytes.len; n += e.whole.len) {
		rc = entry_read(span_of(at + n, bytes.len - n), &e, f);
		if (rc)
			break;
		seal_hash(e.whole, (struct span){ 0 }, hash);
		rc = table_put(t, TABLE_ENTRY, seq_key(e.seq, key), e.whole, f);
		if (!rc)
			rc = tail_take(t, &e, hash, f);
	}
	return rc;
}

/* The header of segment ${number}, if there is a good one. */
static bool
peek_segment(struct store *s, uint32_t number, struct segment_head *h)
{
	uint8_t bytes[SEGMENT_HEADER_LEN];
	struct buf path = { 0 };
	char name[32];
	size_t got = 0;
	int fd;
	enum rc rc;

	segment_name(number, name);
	rc = disk_open(s->disk, store_path(s, &path, "%s", name), DISK_READ,
	    &fd, NULL);
	if (!rc)
		rc =
		    disk_read(s->disk, fd, 0, bytes, sizeof(bytes), &got, NULL);
	disk_close(s->disk, fd);
	buf_release(&path);
	return !rc && !segment_head_read(span_of(bytes, got), h, NULL) &&
	       h->number == number && !memcmp(h->id, s->station.id, 16);
}

static enum rc
note_segment(struct txn *t, const struct segment_head *h, struct fault *f)
{
	struct segment_note note = { .first = h->first };

	memcpy(note.prev, h->prev, sizeof(note.prev));
	return segment_note_put(t, h->number, &note, f);
}

/* The tail goes to the start of the segment ${h}. */
static enum rc
enter(struct txn *t, const struct segment_head *h, struct fault *f)
{
	t->tail.segment = h->number;
	t->tail.offset = SEGMENT_HEADER_LEN;
	t->tail.last = 0;
	t->tail.head.seq = h->first - 1;
	memcpy(t->tail.head.hash, h->prev, ENTRY_HASH_LEN);
	t->moved = true;
	return note_segment(t, h, f);
}

/* Remember the end of the segment that the tail stands at. */
static enum rc
note_end(struct txn *t, struct span foot, struct fault *f)
{
	struct segment_note note = { 0 };
	enum rc rc = segment_note_get(t, t->tail.segment, &note, f);

	if (rc)
		return rc == RC_MISSING ? RC_OK : rc;
	note.end = t->tail.offset;
	note.foot = span_of(foot.at, SEGMENT_FOOTER_LEN);
	return segment_note_put(t, t->tail.segment, &note, f);
}

static enum rc
make_next(struct txn *t, struct fault *f)
{
	struct store *s = t->store;
	struct segment_head h = { .station = s->station.number,
		.incarnation = s->station.incarnation,
		.number = t->tail.segment + 1,
		.first = t->tail.head.seq + 1,
		.at = clock_now(s->clock) };
	enum rc rc;

	memcpy(h.id, s->station.id, sizeof(h.id));
	memcpy(h.prev, t->tail.head.hash, sizeof(h.prev));
	rc = segment_make(s, &h, f);
	return rc ? rc : enter(t, &h, f);
}

/* Does segment ${h} go on exactly where the tail is? */
static bool
goes_on(const struct txn *t, const struct segment_head *h)
{
	return h->first == t->tail.head.seq + 1 &&
	       !memcmp(h->prev, t->tail.head.hash, ENTRY_HASH_LEN);
}

/* Pass over entries that are in neither copy, and say so. */
static enum rc
leap(struct txn *t, const struct segment_head *h, struct fault *f)
{
	if (!goes_on(t, h))
		store_note(t->store,
		    "journal entries %llu to %llu are in neither copy; put "
		    "them back from a backup (handrailctl restore)",
		    (unsigned long long)t->tail.head.seq + 1,
		    (unsigned long long)h->first - 1);
	return enter(t, h, f);
}

/*
 * The next segment there is, when some may be missing. One that begins before
 * the tail was made for a change that was taken back: it does not count.
 */
static bool
peek_next(const struct txn *t, struct segment_head *h)
{
	for (uint32_t n = 1; n < 64; n++)
		if (peek_segment(t->store, t->tail.segment + n, h) &&
		    h->first > t->tail.head.seq)
			return true;
	return false;
}

static enum rc
pass_foot(struct txn *t, struct span bytes, bool *more, struct fault *f)
{
	struct segment_foot foot;
	struct segment_head h;
	enum rc rc = RC_OK;

	if (segment_foot_read(bytes, &foot))
		rc = note_end(t, bytes, f);
	if (rc)
		return rc;
	*more = peek_next(t, &h);
	return *more ? leap(t, &h, f) : make_next(t, f);
}

/* An entry that starts a later group and is borne out by what follows it. */
static bool
is_good_start(const struct txn *t, struct span bytes, struct entry *e)
{
	uint64_t seq = t->tail.head.seq;
	struct span rest;
	struct entry next;
	uint8_t hash[ENTRY_HASH_LEN];

	if (entry_read(bytes, e, NULL) || e->part != 1)
		return false;
	if (e->seq <= seq + 1 || e->seq > seq + HOLE_MAX)
		return false;
	rest = span_of((const uint8_t *)bytes.at + e->whole.len,
	    bytes.len - e->whole.len);
	if (segment_foot_is(rest))
		return true;
	if (rest.len >= ENTRY_HEADER_LEN &&
	    all_zeros(span_of(rest.at, ENTRY_HEADER_LEN)))
		return true;
	seal_hash(e->whole, (struct span){ 0 }, hash);
	return !entry_read(rest, &next, NULL) &&
	       !memcmp(next.prev, hash, ENTRY_HASH_LEN);
}

/* Beyond damage at the tail, the place of the next good group; 0: none. */
static uint64_t
find_good(const struct txn *t, const struct buf *bytes, struct entry *e)
{
	for (uint64_t at = t->tail.offset + 1;
	     at + ENTRY_HEADER_LEN <= bytes->len; at++) {
		const uint8_t *p = memchr(bytes->at + at, 'h', bytes->len - at);

		if (!p)
			return 0;
		at = (uint64_t)(p - bytes->at);
		if (is_good_start(t, from(bytes, at), e))
			return at;
	}
	return 0;
}

/* What an append that was cut off left: kept apart, then zeros again. */
static enum rc
put_aside(struct txn *t, const struct buf *bytes, struct fault *f)
{
	struct store *s = t->store;
	size_t end = bytes->len;
	struct buf path = { 0 };
	enum rc rc;

	while (end > t->tail.offset && !bytes->at[end - 1])
		end--;
	(void)store_path(s, &path, "quarantine/cut-%010u-%llu-%lld",
	    t->tail.segment, (unsigned long long)t->tail.offset,
	    (long long)clock_now(s->clock));
	rc = disk_write_whole(s->disk, buf_str(&path),
	    span_of(bytes->at + t->tail.offset, end - t->tail.offset), f);
	if (!rc)
		rc = segment_zero(s, t->tail.offset, end - t->tail.offset, f);
	if (!rc)
		store_note(s,
		    "an entry that was being written when the machine or the "
		    "program stopped, after entry %llu, was never saved; what "
		    "there was of it is in quarantine/",
		    (unsigned long long)t->tail.head.seq);
	buf_release(&path);
	return rc;
}

static enum rc
pass_other(struct txn *t, const struct buf *bytes, bool *more, struct fault *f)
{
	struct segment_head h;
	struct entry e;
	uint64_t at;
	bool next = peek_next(t, &h);

	/* Left behind when a sync failed: the next segment took over. */
	if (next && goes_on(t, &h)) {
		*more = true;
		return enter(t, &h, f);
	}
	if ((at = find_good(t, bytes, &e))) {
		store_note(t->store,
		    "journal entries %llu to %llu are damaged in the segment "
		    "and in no other copy; put them back from a backup",
		    (unsigned long long)t->tail.head.seq + 1,
		    (unsigned long long)e.seq - 1);
		t->tail.offset = at;
		t->tail.head.seq = e.seq - 1;
		memcpy(t->tail.head.hash, e.prev, ENTRY_HASH_LEN);
		t->moved = *more = true;
		return RC_OK;
	}
	if (next) {
		*more = true;
		return leap(t, &h, f);
	}
	return put_aside(t, bytes, f);
}

/* Take all whole groups of the open segment, then see what comes after. */
static enum rc
roll(struct txn *t, bool *more, struct fault *f)
{
	struct buf bytes = { 0 };
	struct span rest;
	struct segment_head h;
	enum found found = FOUND_ZEROS;
	enum rc rc = segment_load(t->store, t->tail.segment, &bytes, f);
	size_t len = 0;

	while (!rc) {
		rest = from(&bytes, t->tail.offset);
		found = look(t, rest, &len);
		if (found != FOUND_GROUP)
			break;
		rc = take_group(t, span_of(rest.at, len), f);
	}
	if (!rc && found == FOUND_NEWER)
		rc = fault_set(f, RC_NEWER,
		    "journal entry %llu was written by a newer handrail; use "
		    "that one",
		    (unsigned long long)t->tail.head.seq + 1);
	if (!rc && found == FOUND_FOOT)
		rc = pass_foot(t, rest, more, f);
	if (!rc && found == FOUND_OTHER)
		rc = pass_other(t, &bytes, more, f);
	if (!rc && found == FOUND_ZEROS && peek_next(t, &h)) {
		*more = true;
		rc = leap(t, &h, f);
	}
	buf_release(&bytes);
	return rc;
}

/* Does the open segment hold the last entry as LMDB has it? */
static enum rc
tail_holds(struct txn *t, bool *holds, struct fault *f)
{
	struct store *s = t->store;
	size_t got = 0, want = t->tail.offset - t->tail.last;
	uint8_t hash[ENTRY_HASH_LEN];
	struct buf bytes = { 0 };
	enum rc rc;

	*holds = true;
	if (!t->tail.last || s->seen_seq == t->tail.head.seq)
		return RC_OK;
	rc = disk_read(s->disk, s->segment_fd, t->tail.last,
	    buf_reserve(&bytes, want), want, &got, f);
	seal_hash(span_of(bytes.at, got), (struct span){ 0 }, hash);
	*holds = got == want && !memcmp(hash, t->tail.head.hash, sizeof(hash));
	buf_release(&bytes);
	return rc;
}

/* Bytes at the tail that are not zeros, or segments beyond it? */
static enum rc
tail_is_end(struct txn *t, bool *end, struct fault *f)
{
	uint8_t bytes[ENTRY_HEADER_LEN];
	size_t got = 0;
	enum rc rc = disk_read(t->store->disk, t->store->segment_fd,
	    t->tail.offset, bytes, sizeof(bytes), &got, f);

	*end = all_zeros(span_of(bytes, got));
	return rc;
}

/* At the first look of a process, the first segment is noted as well. */
static enum rc
first_look(struct txn *t, bool *end, struct fault *f)
{
	struct segment_note note;
	struct segment_head h;
	enum rc rc = segment_note_get(t, t->tail.segment, &note, f);

	if (rc == RC_MISSING && peek_segment(t->store, t->tail.segment, &h)) {
		t->moved = true;
		rc = note_segment(t, &h, f);
	}
	*end = *end && !peek_next(t, &h);
	return rc == RC_MISSING ? RC_OK : rc;
}

static enum rc
open_tail(struct txn *t, bool *more, struct fault *f)
{
	struct segment_head h;
	enum rc rc = segment_use(t->store, t->tail.segment, f);

	if (rc != RC_MISSING)
		return rc;
	if (t->tail.head.seq)
		return mend_segment(t, t->tail.segment, f);
	if (!peek_next(t, &h))
		return fault_set(f, RC_CORRUPT,
		    "there is no journal in %s/segments; put it back from a "
		    "backup with handrailctl restore",
		    t->store->dir);
	*more = true;
	return leap(t, &h, f);
}

enum rc
heal_settle(struct txn *t, bool *more, struct fault *f)
{
	struct store *s = t->store;
	bool holds = true, end = true;
	enum rc rc = open_tail(t, more, f);

	if (rc || *more)
		return rc;
	rc = tail_holds(t, &holds, f);
	if (!rc && !holds)
		rc = mend_segment(t, t->tail.segment, f);
	if (!rc)
		rc = tail_is_end(t, &end, f);
	if (!rc && !s->looked) {
		rc = first_look(t, &end, f);
		s->looked = true;
	}
	if (!rc && !end)
		rc = roll(t, more, f);
	return rc;
}
