/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/clock.h"
#include "store/author.h"
#include "store/inside.h"
#include "store/seal.h"
#include "store/segment.h"
#include "store/tree.h"
#include "store/vault_inside.h"

bool
author_holds(const uint8_t key[32], const struct entry *e)
{
	size_t n = e->whole.len - ENTRY_SIGN_LEN;
	uint8_t hash[SEAL_HASH_LEN];

	seal_hash(span_of(e->whole.at, n), (struct span){ 0 }, hash);
	return seal_sign_holds(key, AUTHOR_WORD, hash,
	    (const uint8_t *)e->whole.at + n);
}

bool
author_foot_holds(const uint8_t key[32], const struct segment_foot *foot)
{
	uint8_t hash[SEAL_HASH_LEN];

	segment_foot_hash(foot, hash);
	return seal_sign_holds(key, AUTHOR_FOOT_WORD, hash, foot->sign);
}

/* The tree of the entries ${first} to the tail, by their copies. */
static enum rc
grow_tree(struct txn *t, uint64_t first, struct tree *tree, struct fault *f)
{
	uint8_t hash[SEAL_HASH_LEN];
	struct entry e;
	enum rc rc = RC_OK;

	tree_start(tree);
	for (uint64_t seq = first; !rc && seq <= t->tail.head.seq; seq++) {
		rc = journal_get(t, seq, &e, f);
		if (rc)
			break;
		seal_hash(e.whole, (struct span){ 0 }, hash);
		tree_add(tree, hash);
	}
	return rc;
}

/* Where the segment began: noted, or the journal's own start. */
static enum rc
note_of(struct txn *t, struct segment_note *note, struct fault *f)
{
	enum rc rc = segment_note_get(t, t->tail.segment, note, f);

	if (rc != RC_MISSING)
		return rc;
	if (t->tail.segment != 1)
		return fault_set(f, RC_CORRUPT,
		    "the tables do not know where segment %u begins; delete "
		    "lmdb/data.mdb and they are built anew",
		    t->tail.segment);
	*note = (struct segment_note){ .first = 1 };
	memcpy(note->prev, t->store->genesis, sizeof(note->prev));
	return RC_OK;
}

enum rc
author_foot(struct txn *t, struct vault *v, struct fault *f)
{
	struct segment_foot foot = { .number = t->tail.segment,
		.last = t->tail.head.seq,
		.at = clock_now(t->store->clock) };
	uint8_t hash[SEAL_HASH_LEN], bytes[SEGMENT_FOOTER_LEN];
	struct segment_note note = { 0 };
	struct tree tree;
	enum rc rc = note_of(t, &note, f);

	if (!rc && !v->secret->has_station)
		rc = fault_set(f, RC_DENIED,
		    "user %s may not end a segment of the journal",
		    v->user.name);
	if (!rc)
		rc = grow_tree(t, note.first, &tree, f);
	if (rc)
		return rc;
	foot.first = note.first;
	memcpy(foot.hash, t->tail.head.hash, sizeof(foot.hash));
	tree_root(&tree, foot.root);
	segment_foot_hash(&foot, hash);
	seal_sign(v->secret->station, AUTHOR_FOOT_WORD, hash, foot.sign);
	segment_foot_write(&foot, bytes);
	buf_put(&t->pending, bytes, sizeof(bytes));
	note.end = t->tail.offset;
	note.foot = span_of(bytes, sizeof(bytes));
	return segment_note_put(t, t->tail.segment, &note, f);
}
