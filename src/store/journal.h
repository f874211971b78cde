/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_STORE_JOURNAL_H
#define HANDRAIL_STORE_JOURNAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/rc.h"
#include "store/entry.h"

/*
 * The journal is the only truth in handrail: entries numbered from 1 without
 * gaps, each sealed to the one before it. Entries are added, never changed,
 * never removed. Everything else can be deleted and rebuilt by reading the
 * journal from the start.
 */

struct txn;
struct vault;

/* Where the journal ends, as a transaction sees it. */
struct journal_head {
	uint64_t seq; /* of the last entry; 0: none */
	uint8_t hash[ENTRY_HASH_LEN];
	uint64_t hlc;
	uint64_t high_id; /* record ids given out so far */
	uint64_t since_checkpoint;
};

/* What is to become an entry. */
struct entry_draft {
	enum entry_class class;
	uint16_t area;
	uint32_t slot;   /* 0: seal by the area key */
	uint64_t person; /* 0: nobody */
	int64_t at;      /* UTC ms; 0: the store's clock */
	struct span body;
	uint64_t seq;   /* filled in */
	uint16_t epoch; /* filled in: the area key used */
};

/* Called for each entry in turn; anything but RC_OK ends the walk. */
typedef enum rc journal_fn(const struct entry *, void *arg, struct fault *);

/**
 * journal_head(t, head, f):
 * Where the journal ends, with what ${t} itself appended.
 */
NODISCARD enum rc
journal_head(struct txn *t, struct journal_head *head, struct fault *f);

/**
 * journal_append(t, v, drafts, n, f):
 * Seal the ${n} ${drafts} with the keys of ${v} as one group, sign it as the
 * user of ${v} and add it at the end; their numbers are filled in. They are on
 * the disk when txn_commit(${t}) says RC_OK. RC_DENIED when the user has no key
 * of an area, RC_MISSING when a person's key was destroyed; the journal and
 * ${t} are then as they were.
 */
NODISCARD enum rc journal_append(struct txn *t, struct vault *v,
    struct entry_draft *drafts, size_t n, struct fault *f);

/**
 * journal_take_ids(t, n, first, f):
 * Give out ${n} record ids that were never given before, on any station:
 * ${first} and on. They are taken for good when an entry is appended in ${t}.
 */
NODISCARD enum rc
journal_take_ids(struct txn *t, uint64_t n, uint64_t *first, struct fault *f);

/**
 * journal_checkpoint(t, v, f):
 * Have the station vouch for the journal as it stands, unless it just did. Done
 * by itself every 100 entries and at the end of a segment; programs ask for it
 * when a user signs out.
 */
NODISCARD enum rc
journal_checkpoint(struct txn *t, struct vault *v, struct fault *f);

/**
 * journal_get(t, seq, e, f):
 * The entry numbered ${seq}, lent by ${t}. RC_MISSING when there is none.
 */
NODISCARD enum rc
journal_get(struct txn *t, uint64_t seq, struct entry *e, struct fault *f);

/**
 * journal_open_body(v, e, body, f):
 * Open the seal of ${e} into ${body}, which is cleared first. RC_DENIED when
 * the user of ${v} has no key to it, RC_MISSING when the person it is about was
 * forgotten, RC_CORRUPT when the seal does not hold.
 */
NODISCARD enum rc journal_open_body(struct vault *v, const struct entry *e,
    struct buf *body, struct fault *f);

/**
 * journal_walk(t, from, fn, arg, f):
 * Call ${fn}(entry, ${arg}, f) for each entry numbered ${from} or later, in
 * order, checkpoints included. Seals are not checked: store/verify.h does that.
 */
NODISCARD enum rc journal_walk(struct txn *t, uint64_t from, journal_fn *fn,
    void *arg, struct fault *f);

#endif /* HANDRAIL_STORE_JOURNAL_H */
