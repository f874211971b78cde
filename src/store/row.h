/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_STORE_ROW_H
#define HANDRAIL_STORE_ROW_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/rc.h"

/*
 * Sealed rows of the folds. A row is sealed with the key of an area's epoch, or
 * of one person, and bound to the table and the key it stands under, so that a
 * row moved elsewhere does not open. Its nonce is a keyed hash of what it holds
 * and where it stands: the same fold of the same journal gives the same bytes.
 *
 *	area u16, epoch u16, slot u32	in clear, authenticated
 *	nonce 24, sealed bytes, tag 16
 */

#define ROW_OVERHEAD 48

struct vault;

/* Whose key a row is sealed with. With a slot, the first epoch is kept as 0. */
struct row_seal {
	uint16_t area;
	uint16_t epoch; /* as in the entry that the row was folded from */
	uint32_t slot;  /* 0: the area's own key */
};

/**
 * row_seal(v, by, table, key, plain, out, f):
 * Add the sealed row of ${plain} to the end of ${out}. RC_DENIED when the user
 * of ${v} has not that key, RC_MISSING when the person was forgotten.
 */
NODISCARD enum rc row_seal(struct vault *v, struct row_seal by, unsigned table,
    struct span key, struct span plain, struct buf *out, struct fault *f);

/**
 * row_open(v, table, key, sealed, out, f):
 * Open ${sealed} into ${out}, which is cleared first. RC_DENIED, RC_MISSING as
 * above, RC_CORRUPT when the row is not what was put there.
 */
NODISCARD enum rc row_open(struct vault *v, unsigned table, struct span key,
    struct span sealed, struct buf *out, struct fault *f);

/**
 * row_by(sealed, by):
 * Whose key ${sealed} needs, without opening it. False when it is too short.
 */
bool row_by(struct span sealed, struct row_seal *by);

#endif /* HANDRAIL_STORE_ROW_H */
