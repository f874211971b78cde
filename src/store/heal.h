/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_STORE_HEAL_H
#define HANDRAIL_STORE_HEAL_H

#include <stdbool.h>

#include "base/rc.h"

/*
 * Bringing segments and LMDB to the same entries. Segments are synced first, so
 * after a crash they may be ahead by the last change: LMDB takes it. If LMDB
 * was built anew it takes everything. Should a segment hold less than LMDB, or
 * other bytes, store/mend.h writes it anew. Every repair is told by
 * store_notes().
 */

struct store;
struct txn;

/**
 * heal_settle(t, more, f):
 * At the start of the write ${t}: look whether the segment ends where LMDB says
 * and take what it has beyond, a segment's worth at most; ${more} says that
 * there is more, after a commit. What an interrupted append left is put in
 * quarantine and zeroed.
 */
NODISCARD enum rc heal_settle(struct txn *t, bool *more, struct fault *f);

#endif /* HANDRAIL_STORE_HEAL_H */
