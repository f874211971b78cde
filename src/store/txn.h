/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_STORE_TXN_H
#define HANDRAIL_STORE_TXN_H

#include <stdbool.h>
#include <stdint.h>

#include "base/rc.h"

/*
 * One look at, or one change to, the store. A read sees the store as it stood
 * when it began, whatever others commit meanwhile; it lasts for one screen or
 * one look-up. A write excludes every other writer on the host from txn_write
 * to its end: it never spans a question, a screen or a wait. Signals that could
 * stop the process (^Z, ^C, hang-up) are held back until it ends.
 *
 * Entries appended in a write are sealed and kept in memory; txn_commit writes
 * them to the segment with one fdatasync however many there are, then commits
 * LMDB. When it returns RC_OK they are on the disk, and only then.
 */

struct store;
struct txn;

/**
 * txn_read(s, t, f), txn_write(s, t, f):
 * Begin. A process has at most one write open and, beside it or not, at most
 * 15 reads. txn_write first brings LMDB and the segments to the same entry.
 */
NODISCARD enum rc txn_read(struct store *s, struct txn **t, struct fault *f);
NODISCARD enum rc txn_write(struct store *s, struct txn **t, struct fault *f);

/**
 * txn_commit(t, f):
 * Make what was done last, and end ${t}. On failure nothing was done and
 * nothing is acknowledged, and the sentence says why (RC_FULL for no room).
 * ${t} is spent either way.
 */
NODISCARD enum rc txn_commit(struct txn *t, struct fault *f);

/**
 * txn_abort(t):
 * End ${t}, undoing what it did; this is how a read ends too. Does nothing when
 * ${t} is NULL.
 */
void txn_abort(struct txn *t);

/**
 * txn_store(t), txn_is_write(t):
 * Whose it is, and whether it may change anything.
 */
struct store *txn_store(const struct txn *t);
bool txn_is_write(const struct txn *t);

#endif /* HANDRAIL_STORE_TXN_H */
