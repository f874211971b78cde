/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_STORE_AUTHOR_H
#define HANDRAIL_STORE_AUTHOR_H

#include <stdbool.h>

#include "base/rc.h"
#include "store/entry.h"

/*
 * What is signed, and by whom: entries by their author, checkpoints and footers
 * by the station. The words keep one from being taken for the other.
 */

#define AUTHOR_WORD "handrail entry 1"
#define AUTHOR_FOOT_WORD "handrail footer 1"

struct segment_foot;
struct txn;
struct vault;

/**
 * author_foot(t, v, f):
 * Add the footer of the segment that the tail of ${t} stands in to what waits
 * for it, and note where it ends.
 */
NODISCARD enum rc author_foot(struct txn *t, struct vault *v, struct fault *f);

/**
 * author_holds(key, e):
 * Does the signature of ${e}, by the public ${key}, hold?
 */
bool author_holds(const uint8_t key[32], const struct entry *e);

/**
 * author_foot_holds(key, foot):
 * Does that of a footer?
 */
bool author_foot_holds(const uint8_t key[32], const struct segment_foot *foot);

#endif /* HANDRAIL_STORE_AUTHOR_H */
