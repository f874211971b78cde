/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_STORE_MEND_H
#define HANDRAIL_STORE_MEND_H

#include <stdint.h>

#include "base/rc.h"

/*
 * Every entry is kept twice: in a segment and in LMDB. Where the two differ,
 * the chain says which is right, since the hash of an entry stands in the next
 * one and that of the last in the tail. A segment found wrong is written anew
 * whole; the old file goes to quarantine.
 */

struct txn;

/**
 * mend_segment(t, number, f):
 * Make segment ${number} and LMDB's copies of its entries whole from each
 * other, in the write ${t}. RC_CORRUPT, with neither changed, when some entry
 * is right in neither.
 */
NODISCARD enum rc mend_segment(struct txn *t, uint32_t number, struct fault *f);

/**
 * mend_glance(t, f):
 * Look at the length, header and footer of every segment, and mend those that
 * are not what they were.
 */
NODISCARD enum rc mend_glance(struct txn *t, struct fault *f);

/**
 * mend_all(t, f):
 * mend_segment() for every segment.
 */
NODISCARD enum rc mend_all(struct txn *t, struct fault *f);

#endif /* HANDRAIL_STORE_MEND_H */
