/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/vec.h"
#include "store/author.h"
#include "store/check.h"
#include "store/inside.h"
#include "store/journal.h"
#include "store/people.h"
#include "store/seal.h"
#include "store/segment.h"
#include "store/tree.h"
#include "store/txn.h"
#include "store/verify.h"

/*
 * Entries are read from the segments as they lie there, not through LMDB. Each
 * holds the hash of the one before, so an entry that was altered is known by
 * the one after it, and the last by what LMDB holds of the tail. Only entries
 * that were there when it began are looked at: people may go on working.
 */

enum { SLICE = 4096 }; /* entries between two fresh looks at LMDB */

struct author {
	uint16_t number;
	bool known;
	uint8_t key[32];
};

struct verify {
	struct store *s;
	const struct verify_plan *plan;
	struct verify_count *n;
	struct fault *f;
	struct journal_head head; /* as it was at the start */
	uint32_t last_segment;

	uint64_t seq; /* of the last entry passed */
	uint8_t hash[ENTRY_HASH_LEN];
	unsigned part, parts; /* of that entry */
	uint16_t incarnation;
	bool broken; /* what came before is not known: do not compare */

	struct tree tree;      /* of this segment */
	uint64_t first, limit; /* entries of this segment */
	size_t before;         /* where the entry before lies; 0: none */
	uint32_t segment;
	struct buf bytes, body;

	struct txn *t; /* a look at LMDB, ended every SLICE entries */
	unsigned looked;
	struct {
		VEC(struct author) all;
	} authors;
	bool stopped;
};

static void tell(struct verify *y, uint64_t seq, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));

static void
tell(struct verify *y, uint64_t seq, const char *fmt, ...)
{
	char text[512];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	y->n->faults++;
	if (y->plan->fault)
		y->plan->fault(seq, text, y->plan->arg);
}

static unsigned long long
ull(uint64_t v)
{
	return v;
}

/* A look at LMDB that is not too old. */
static enum rc
look(struct verify *y)
{
	if (y->t && y->looked++ < SLICE)
		return RC_OK;
	txn_abort(y->t);
	y->t = NULL;
	y->looked = 0;
	return txn_read(y->s, &y->t, y->f);
}

static enum rc
check_copy(struct verify *y, const struct entry *e)
{
	struct span value;
	uint8_t key[8];
	enum rc rc = look(y);

	if (rc)
		return rc;
	rc = table_get(y->t, TABLE_ENTRY, seq_key(e->seq, key), &value, y->f);
	if (rc && rc != RC_MISSING)
		return rc;
	if (rc || !span_eq(value, e->whole))
		tell(y, e->seq,
		    "the tables' copy of journal entry %llu is %s; handrailctl "
		    "rebuild puts it right",
		    ull(e->seq), rc ? "missing" : "not what the segment holds");
	return RC_OK;
}

static const struct author *
author(struct verify *y, uint16_t number)
{
	struct vault_user user;
	struct author *a;

	VEC_EACH (&y->authors.all, a)
		if (a->number == number)
			return a;
	a = VEC_ADD(&y->authors.all);
	a->number = number;
	a->known = !people_by_number(y->s, number, &user, NULL);
	memcpy(a->key, user.sign_key, sizeof(a->key));
	return a;
}

static void
check_author(struct verify *y, const struct entry *e)
{
	const struct author *a = author(y, e->author);

	if (!a->known)
		tell(y, e->seq,
		    "journal entry %llu is signed by user number %u, who is "
		    "not known here",
		    ull(e->seq), e->author);
	else if (!author_holds(a->key, e))
		tell(y, e->seq,
		    "journal entry %llu does not match its author's signature",
		    ull(e->seq));
	else
		y->n->signatures++;
}

static enum rc
check_seal(struct verify *y, const struct entry *e)
{
	struct fault why = { 0 };

	switch (journal_open_body(y->plan->vault, e, &y->body, &why)) {
	case RC_OK:
		y->n->seals++;
		break;
	case RC_DENIED:
		y->n->unopened++;
		break;
	case RC_MISSING:
		y->n->forgotten++;
		break;
	default:
		tell(y, e->seq, "%s", why.text);
	}
	return RC_OK;
}

static void
check_checkpoint(struct verify *y, const struct entry *e)
{
	struct reader r = reader_of(e->body);
	uint64_t seq = reader_u64(&r);
	struct span hash = reader_bytes(&r, ENTRY_HASH_LEN);

	if (r.bad || seq != e->seq - 1 ||
	    memcmp(hash.at, e->prev, ENTRY_HASH_LEN))
		tell(y, e->seq,
		    "checkpoint %llu does not speak of the entries before it",
		    ull(e->seq));
	else if (!author_holds(y->s->station.sign_key, e))
		tell(y, e->seq,
		    "checkpoint %llu does not match the station's signature",
		    ull(e->seq));
	else
		y->n->checkpoints++;
}

/* Does it come where it should, after what it should? */
static void
check_place(struct verify *y, const struct entry *e)
{
	bool starts = e->part == 1 && y->part == y->parts;
	bool goes_on = e->part == y->part + 1 && e->parts == y->parts;

	if (e->seq != y->seq + 1)
		tell(y, y->seq + 1,
		    "journal entry %llu stands where entry %llu should",
		    ull(e->seq), ull(y->seq + 1));
	else if (!y->broken && memcmp(e->prev, y->hash, ENTRY_HASH_LEN))
		tell(y, y->seq,
		    "journal entry %llu was altered: it is not the one that "
		    "entry %llu was sealed to",
		    ull(y->seq), ull(e->seq));
	if (!y->broken && !starts && !goes_on)
		tell(y, e->seq,
		    "journal entry %llu is part %u of %u and does not follow "
		    "part %u of %u",
		    ull(e->seq), e->part, e->parts, y->part, y->parts);
	if (e->station != y->s->station.number)
		tell(y, e->seq, "journal entry %llu is of another station",
		    ull(e->seq));
	if (e->incarnation < y->incarnation)
		tell(y, e->seq,
		    "journal entry %llu is of an earlier life of the store",
		    ull(e->seq));
}

static enum rc
pass_entry(struct verify *y, const struct entry *e)
{
	unsigned flags = y->plan->flags;
	enum rc rc = RC_OK;

	check_place(y, e);
	if (e->class == ENTRY_CHECKPOINT)
		check_checkpoint(y, e);
	else if (flags & VERIFY_DEEP && e->flags & ENTRY_SIGNED)
		check_author(y, e);
	if (flags & VERIFY_DEEP && y->plan->vault &&
	    e->class != ENTRY_CHECKPOINT)
		rc = check_seal(y, e);
	if (!rc && flags & VERIFY_COPIES)
		rc = check_copy(y, e);
	seal_hash(e->whole, (struct span){ 0 }, y->hash);
	tree_add(&y->tree, y->hash);
	y->seq = e->seq;
	y->part = e->part;
	y->parts = e->parts;
	y->incarnation = e->incarnation;
	y->broken = false;
	y->n->entries++;
	return rc;
}

static struct span
rest_of(const struct verify *y, size_t at)
{
	return span_of(y->bytes.at + at, y->bytes.len - at);
}

/* After something unreadable at ${at}, the next entry that can be read. */
static size_t
find_next(const struct verify *y, size_t at)
{
	struct entry e;

	for (at++; at + ENTRY_HEADER_LEN <= y->bytes.len; at++) {
		const uint8_t *p =
		    memchr(y->bytes.at + at, 'h', y->bytes.len - at);

		if (!p)
			break;
		at = (size_t)(p - y->bytes.at);
		if (segment_foot_is(rest_of(y, at)))
			return at;
		if (!entry_read(rest_of(y, at), &e, NULL) && e.seq > y->seq &&
		    e.seq <= y->head.seq)
			return at;
	}
	return y->bytes.len;
}

static uint64_t
seq_at(const struct verify *y, size_t at)
{
	struct entry e;

	if (at >= y->bytes.len || entry_read(rest_of(y, at), &e, NULL))
		return 0;
	return e.seq;
}

/* An entry whose length was altered hides where the next one begins. */
static size_t
find_hidden(struct verify *y)
{
	size_t next = y->before ? find_next(y, y->before) : 0;

	if (!next || seq_at(y, next) != y->seq + 1)
		return 0;
	tell(y, y->seq,
	    "journal entry %llu was altered: it has not the length "
	    "that its header says",
	    ull(y->seq));
	y->broken = true;
	return next;
}

static size_t
pass_unreadable(struct verify *y, size_t at)
{
	size_t next = find_hidden(y);
	uint64_t last;

	if (next)
		return next;
	next = find_next(y, at);
	last = seq_at(y, next);
	last = last > y->seq + 1 ? last - 1 : y->seq + 1;
	while (y->seq < last) {
		y->seq++;
		tell(y, y->seq,
		    "journal entry %llu cannot be read in segment %u; "
		    "handrailctl rebuild puts it right if the tables hold it",
		    ull(y->seq), y->segment);
	}
	y->broken = true;
	y->before = 0;
	return next;
}

static void
check_foot(struct verify *y, size_t at)
{
	struct segment_foot foot = { 0 };
	uint8_t root[32];

	tree_root(&y->tree, root);
	if (!segment_foot_read(rest_of(y, at), &foot) ||
	    foot.number != y->segment || foot.first != y->first ||
	    foot.last != y->seq || memcmp(foot.root, root, sizeof(root)) ||
	    memcmp(foot.hash, y->hash, sizeof(y->hash)))
		tell(y, y->seq,
		    "the footer of segment %u does not speak of its entries",
		    y->segment);
	else if (!author_foot_holds(y->s->station.sign_key, &foot))
		tell(y, y->seq,
		    "the footer of segment %u does not match the station's "
		    "signature",
		    y->segment);
}

static bool
at_end(const struct verify *y, size_t at)
{
	return y->seq >= y->limit || at + ENTRY_HEADER_LEN > y->bytes.len;
}

/* Zeros up to the end: the rest lies in the next segment. */
static bool
is_rest_of_nothing(const struct verify *y, size_t at)
{
	return !y->bytes.at[at] && y->segment < y->last_segment &&
	       find_next(y, at) >= y->bytes.len;
}

static enum rc
walk_segment(struct verify *y)
{
	size_t at = SEGMENT_HEADER_LEN;
	struct entry e;
	enum rc rc = RC_OK;

	y->before = 0;
	while (!rc && !at_end(y, at)) {
		if (segment_foot_is(rest_of(y, at)) ||
		    is_rest_of_nothing(y, at))
			break;
		rc = entry_read(rest_of(y, at), &e, y->f);
		if (rc == RC_NEWER && find_next(y, at) >= y->bytes.len)
			return rc;
		if (rc) {
			at = pass_unreadable(y, at);
			rc = RC_OK;
			continue;
		}
		rc = pass_entry(y, &e);
		y->before = at;
		at += e.whole.len;
	}
	if (!rc && y->segment < y->last_segment &&
	    at + SEGMENT_FOOTER_LEN <= y->bytes.len &&
	    segment_foot_is(rest_of(y, at)))
		check_foot(y, at);
	return rc;
}

/*
 * Where the segment ends, if LMDB knows: one whose sync once failed may hold
 * entries beyond, which the next one holds as well.
 */
static void
find_limit(struct verify *y)
{
	struct segment_note next;

	y->limit = y->head.seq;
	if (y->segment < y->last_segment && !look(y) &&
	    !segment_note_get(y->t, y->segment + 1, &next, NULL))
		y->limit = next.first - 1;
}

static enum rc
verify_segment(struct verify *y)
{
	struct segment_head h = { 0 };
	struct fault why = { 0 };
	enum rc rc = segment_load(y->s, y->segment, &y->bytes, y->f);

	if (rc == RC_MISSING) {
		tell(y, y->seq + 1, "segment %u is missing", y->segment);
		y->broken = true;
		return RC_OK;
	}
	if (rc)
		return rc;
	y->n->segments++;
	y->first = y->seq + 1;
	tree_start(&y->tree);
	find_limit(y);
	if ((rc = segment_head_read(buf_window(&y->bytes), &h, &why))) {
		tell(y, y->first, "segment %u: %s", y->segment, why.text);
		if (rc == RC_NEWER)
			return fault_set(y->f, rc, "%s", why.text);
	} else if (h.number != y->segment || h.first != y->first ||
		   memcmp(h.id, y->s->station.id, sizeof(h.id)) ||
		   (!y->broken && memcmp(h.prev, y->hash, sizeof(h.prev))))
		tell(y, y->first,
		    "segment %u does not begin where the one before ended",
		    y->segment);
	if (y->bytes.len < SEGMENT_HEADER_LEN)
		return RC_OK;
	return walk_segment(y);
}

/* What LMDB says of the end against what was found. */
static void
check_end(struct verify *y)
{
	if (y->seq < y->head.seq)
		tell(y, y->seq + 1,
		    "journal entries %llu to %llu are missing from the "
		    "segments; handrailctl rebuild puts them right if the "
		    "tables hold them",
		    ull(y->seq + 1), ull(y->head.seq));
	else if (!y->broken && memcmp(y->hash, y->head.hash, sizeof(y->hash)))
		tell(y, y->seq,
		    "journal entry %llu was altered: it is not the one that "
		    "was saved last",
		    ull(y->seq));
}

static enum rc
begin(struct verify *y)
{
	enum rc rc = txn_read(y->s, &y->t, y->f);

	if (rc)
		return rc;
	y->head = y->t->tail.head;
	y->last_segment = y->t->tail.segment;
	memcpy(y->hash, y->s->genesis, sizeof(y->hash));
	txn_abort(y->t);
	y->t = NULL;
	return RC_OK;
}

/* Under the write lock the file stands still. */
static enum rc
check_tables(struct verify *y)
{
	struct buf path = { 0 };
	struct fault why = { 0 };
	struct txn *t = NULL;
	enum rc rc = txn_write(y->s, &t, y->f);

	if (rc)
		return rc;
	rc = check_file(y->s->disk, store_path(y->s, &path, "lmdb/data.mdb"),
	    NULL, &why);
	txn_abort(t);
	buf_release(&path);
	if (rc == RC_CORRUPT) {
		tell(y, 0, "%s; handrailctl rebuild makes the tables anew",
		    why.text);
		return RC_OK;
	}
	return rc ? fault_set(y->f, rc, "%s", why.text) : RC_OK;
}

static bool
goes_on(struct verify *y)
{
	if (y->plan->progress &&
	    !y->plan->progress(y->seq, y->head.seq, y->plan->arg))
		y->stopped = true;
	return !y->stopped && y->segment < y->last_segment;
}

enum rc
verify_store(struct store *s, const struct verify_plan *plan,
    struct verify_count *count, struct fault *f)
{
	struct verify y = { .s = s, .plan = plan, .n = count, .f = f };
	enum rc rc;

	memset(count, 0, sizeof(*count));
	rc = begin(&y);
	while (!rc && goes_on(&y)) {
		y.segment++;
		rc = verify_segment(&y);
	}
	if (!rc && !y.stopped)
		check_end(&y);
	txn_abort(y.t);
	if (!rc && !y.stopped && plan->flags & VERIFY_DEEP)
		rc = check_tables(&y);
	if (!rc && plan->progress)
		(void)plan->progress(y.seq, y.head.seq, plan->arg);
	buf_release(&y.bytes);
	buf_wipe(&y.body);
	VEC_RELEASE(&y.authors.all);
	if (!rc && y.stopped)
		return fault_set(f, RC_STOPPED, "stopped at entry %llu",
		    ull(y.seq));
	if (!rc && count->faults)
		return fault_set(f, RC_CORRUPT, "%llu faults were found",
		    ull(count->faults));
	return rc;
}
