/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "store/inside.h"
#include "store/mend.h"
#include "store/seal.h"
#include "store/segment.h"

/* One segment being put together from its two copies. */
struct mend {
	struct txn *t;
	uint32_t number;
	uint64_t first, last;         /* entries */
	uint8_t prev[ENTRY_HASH_LEN]; /* hash of the entry before the next */
	struct segment_note note;
	struct buf foot, old, new;
	uint64_t start;  /* in the new file, of the last entry */
	unsigned copies; /* entries put right in LMDB */
};

/* The end of segment ${number}: where the next begins, or the tail. */
static enum rc
find_last(struct mend *m, struct fault *f)
{
	struct segment_note next;
	enum rc rc = RC_OK;

	if (m->number == m->t->tail.segment) {
		m->last = m->t->tail.head.seq;
		return RC_OK;
	}
	rc = segment_note_get(m->t, m->number + 1, &next, f);
	if (!rc)
		m->last = next.first - 1;
	if (rc == RC_MISSING)
		rc = fault_set(f, RC_CORRUPT,
		    "it is not known where segment %u ends; delete "
		    "lmdb/data.mdb and it is built anew",
		    m->number);
	return rc;
}

static enum rc
find_range(struct mend *m, struct fault *f)
{
	struct segment_head h;
	enum rc rc = segment_note_get(m->t, m->number, &m->note, f);

	if (rc == RC_MISSING && m->number == 1) {
		m->note.first = 1;
		memcpy(m->note.prev, m->t->store->genesis, ENTRY_HASH_LEN);
		rc = RC_OK;
	} else if (rc == RC_MISSING) {
		rc = segment_head_read(buf_window(&m->old), &h, f);
		m->note.first = h.first;
		memcpy(m->note.prev, h.prev, ENTRY_HASH_LEN);
	}
	if (rc)
		return rc;
	buf_span(&m->foot, m->note.foot); /* a put would move what is lent */
	m->first = m->note.first;
	memcpy(m->prev, m->note.prev, ENTRY_HASH_LEN);
	return find_last(m, f);
}

/* LMDB's copy of an entry, if it can follow what went before. */
static bool
copy_of(struct mend *m, uint64_t seq, struct entry *e)
{
	struct span value;
	uint8_t key[8];

	if (table_get(m->t, TABLE_ENTRY, seq_key(seq, key), &value, NULL))
		return false;
	return !entry_read(value, e, NULL) && e->seq == seq &&
	       e->whole.len == value.len &&
	       !memcmp(e->prev, m->prev, ENTRY_HASH_LEN);
}

/* The segment's own, which lies where it lay when the segment was whole. */
static bool
own_of(struct mend *m, uint64_t seq, struct entry *e)
{
	size_t at = m->new.len;

	if (at >= m->old.len)
		return false;
	return !entry_read(span_of(m->old.at + at, m->old.len - at), e, NULL) &&
	       e->seq == seq && !memcmp(e->prev, m->prev, ENTRY_HASH_LEN);
}

/* The hash that the entry ${seq} ought to have, if anyone knows. */
static bool
hash_due(struct mend *m, uint64_t seq, const struct entry *own,
    uint8_t hash[ENTRY_HASH_LEN])
{
	size_t at = m->new.len + (own ? own->whole.len : 0);
	struct span value;
	struct entry next;
	uint8_t key[8];

	if (seq == m->t->tail.head.seq) {
		memcpy(hash, m->t->tail.head.hash, ENTRY_HASH_LEN);
		return true;
	}
	if (!table_get(m->t, TABLE_ENTRY, seq_key(seq + 1, key), &value,
		NULL) &&
	    !entry_read(value, &next, NULL)) {
		memcpy(hash, next.prev, ENTRY_HASH_LEN);
		return true;
	}
	if (!own || at >= m->old.len ||
	    entry_read(span_of(m->old.at + at, m->old.len - at), &next, NULL) ||
	    next.seq != seq + 1)
		return false;
	memcpy(hash, next.prev, ENTRY_HASH_LEN);
	return true;
}

static bool
hash_is(const struct entry *e, const uint8_t due[ENTRY_HASH_LEN])
{
	uint8_t hash[ENTRY_HASH_LEN];

	seal_hash(e->whole, (struct span){ 0 }, hash);
	return !memcmp(hash, due, sizeof(hash));
}

/* Which of the two is the entry as it was written; NULL: neither. */
static const struct entry *
choose(struct mend *m, uint64_t seq, const struct entry *own,
    const struct entry *copy)
{
	uint8_t due[ENTRY_HASH_LEN];

	if (own && copy && span_eq(own->whole, copy->whole))
		return own;
	if (!hash_due(m, seq, own, due))
		return own ? own : copy;
	if (own && hash_is(own, due))
		return own;
	if (copy && hash_is(copy, due))
		return copy;
	return NULL;
}

static enum rc
mend_entry(struct mend *m, uint64_t seq, struct fault *f)
{
	struct entry own, copy;
	bool has_own = own_of(m, seq, &own), has_copy = copy_of(m, seq, &copy);
	const struct entry *e =
	    choose(m, seq, has_own ? &own : NULL, has_copy ? &copy : NULL);
	uint8_t key[8];
	bool same;

	if (!e)
		return fault_set(f, RC_CORRUPT,
		    "journal entry %llu is damaged in segment %u and in the "
		    "tables; put it back from a backup with handrailctl "
		    "restore",
		    (unsigned long long)seq, m->number);
	same = has_copy && span_eq(copy.whole, e->whole);
	seal_hash(e->whole, (struct span){ 0 }, m->prev);
	m->start = m->new.len;
	buf_span(&m->new, e->whole);
	if (same)
		return RC_OK;
	m->copies++;
	return table_put(m->t, TABLE_ENTRY, seq_key(seq, key),
	    span_of(m->new.at + m->start, m->new.len - m->start), f);
}

static void
put_header(struct mend *m)
{
	const struct store *s = m->t->store;
	struct segment_head h;
	uint8_t bytes[SEGMENT_HEADER_LEN];

	if (segment_head_read(buf_window(&m->old), &h, NULL) ||
	    h.number != m->number || h.first != m->first) {
		h = (struct segment_head){ .station = s->station.number,
			.incarnation = s->station.incarnation,
			.number = m->number,
			.first = m->first,
			.at = clock_now(s->clock) };
		memcpy(h.id, s->station.id, sizeof(h.id));
		memcpy(h.prev, m->prev, sizeof(h.prev));
	}
	segment_head_write(&h, bytes);
	buf_put(&m->new, bytes, sizeof(bytes));
}

/* Did the file hold, up to its end, what it ought to? */
static bool
is_whole(const struct mend *m)
{
	return m->old.len >= m->new.len &&
	       !memcmp(m->old.at, m->new.at, m->new.len);
}

/* The new file whole under another name, the old one aside, then renamed. */
static enum rc
replace(struct mend *m, struct fault *f)
{
	struct store *s = m->t->store;
	struct buf temp = { 0 }, path = { 0 };
	char name[32];
	enum rc rc;

	segment_drop(s);
	segment_name(m->number, name);
	(void)store_path(s, &temp, "segments/mended");
	rc = disk_write_whole(s->disk, buf_str(&temp), buf_window(&m->new), f);
	if (!rc && m->old.at)
		rc = store_quarantine(s, name, f);
	if (!rc)
		rc = disk_rename(s->disk, buf_str(&temp),
		    store_path(s, &path, "%s", name), f);
	if (!rc)
		rc = disk_sync_folder(s->disk, store_path(s, &path, "segments"),
		    f);
	if (!rc)
		store_note(s,
		    "%s was %s and was written anew from the tables; nothing "
		    "is lost",
		    name, m->old.at ? "damaged" : "missing");
	buf_release(&temp);
	buf_release(&path);
	return rc;
}

static enum rc
finish(struct mend *m, struct fault *f)
{
	struct txn *t = m->t;
	enum rc rc = RC_OK;

	if (m->number == t->tail.segment) {
		t->moved |= t->tail.offset != m->new.len;
		t->tail.offset = m->new.len;
		t->tail.last = m->start;
	}
	buf_span(&m->new, buf_window(&m->foot));
	if (!is_whole(m))
		rc = replace(m, f);
	if (!rc && m->copies)
		store_note(t->store,
		    "%u copies of journal entries in the tables were damaged "
		    "and were put right from segment %u; nothing is lost",
		    m->copies, m->number);
	if (!rc && m->number == t->tail.segment)
		rc = segment_use(t->store, m->number, f);
	return rc;
}

enum rc
mend_segment(struct txn *t, uint32_t number, struct fault *f)
{
	struct mend m = { .t = t, .number = number };
	enum rc rc = segment_load(t->store, number, &m.old, f);

	if (rc == RC_MISSING)
		rc = RC_OK;
	if (!rc)
		rc = find_range(&m, f);
	if (!rc)
		put_header(&m);
	for (uint64_t seq = m.first; !rc && seq <= m.last; seq++)
		rc = mend_entry(&m, seq, f);
	if (!rc)
		rc = finish(&m, f);
	buf_release(&m.foot);
	buf_release(&m.old);
	buf_release(&m.new);
	return rc;
}

/* Is the file as long as it was, with its header and footer? */
static bool
looks_whole(struct txn *t, uint32_t number)
{
	struct store *s = t->store;
	struct segment_note note = { 0 };
	uint8_t bytes[SEGMENT_FOOTER_LEN];
	struct segment_head h;
	size_t got = 0;

	if (segment_use(s, number, NULL) ||
	    segment_note_get(t, number, &note, NULL))
		return false;
	if (disk_read(s->disk, s->segment_fd, 0, bytes, SEGMENT_HEADER_LEN,
		&got, NULL) ||
	    segment_head_read(span_of(bytes, got), &h, NULL) ||
	    h.number != number || h.first != note.first ||
	    memcmp(h.prev, note.prev, sizeof(h.prev)))
		return false;
	if (!note.end)
		return true;
	return !disk_read(s->disk, s->segment_fd, note.end, bytes,
		   sizeof(bytes), &got, NULL) &&
	       span_eq(span_of(bytes, got), note.foot);
}

enum rc
mend_glance(struct txn *t, struct fault *f)
{
	enum rc rc = RC_OK;

	for (uint32_t n = 1; !rc && n <= t->tail.segment; n++)
		if (!looks_whole(t, n))
			rc = mend_segment(t, n, f);
	return rc ? rc : segment_use(t->store, t->tail.segment, f);
}

enum rc
mend_all(struct txn *t, struct fault *f)
{
	enum rc rc = RC_OK;

	for (uint32_t n = 1; !rc && n <= t->tail.segment; n++)
		rc = mend_segment(t, n, f);
	return rc ? rc : segment_use(t->store, t->tail.segment, f);
}
