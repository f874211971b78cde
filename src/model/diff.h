/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_MODEL_DIFF_H
#define HANDRAIL_MODEL_DIFF_H

#include "model/record.h"

/*
 * What an act changed in one record: the cells that are new or other than
 * before, and those that went. A record is nothing but the sum of its changes,
 * in the order of the journal.
 */

struct change_cell {
	uint16_t tag;
	bool gone; /* the cell was taken away; no value */
	struct span value;
};

struct change {
	uint16_t kind;
	bool made; /* the record was not there before */
	bool gone; /* the record is withdrawn; no cells */
	uint64_t id;
	struct change_cell *cells; /* by tag, ascending */
	size_t n;
};

/**
 * diff_make(arena, before, after, change):
 * Store in ${change} what leads from ${before} to ${after}; NULL stands for a
 * record that is not there. Cells live in ${arena} or lend from the two
 * records. Returns true when there is any difference.
 */
bool diff_make(struct arena *arena, const struct record *before,
    const struct record *after, struct change *change);

/**
 * diff_apply(arena, kinds, r, change):
 * The record that ${change} makes of ${r} (NULL: of nothing): ${r} itself,
 * changed, or a new one in ${arena}; NULL when it is withdrawn.
 */
struct record *diff_apply(struct arena *arena, const struct kinds *kinds,
    struct record *r, const struct change *change);

/**
 * diff_words(kinds, ctx, before, change, out):
 * Add to ${out} the words of the audit trail: "phone 07700 900311 -> 07700
 * 900312; email (none) -> ...". ${before} may be NULL: then only what is new
 * is said.
 */
void diff_words(const struct kinds *kinds, const struct value_ctx *ctx,
    const struct record *before, const struct change *change, struct buf *out);

/**
 * change_encode(change, out), change_decode(arena, bytes, change, f):
 * One change as the body of an event holds it. What a later handrail wrote
 * about cells we do not know is kept.
 */
void change_encode(const struct change *change, struct buf *out);
NODISCARD enum rc change_decode(struct arena *arena, struct span bytes,
    struct change *change, struct fault *f);

/**
 * change_get(change, tag, value):
 * Lend the new value of cell ${tag}; false if the change does not give one.
 */
bool change_get(const struct change *change, unsigned tag, struct span *value);

#endif /* HANDRAIL_MODEL_DIFF_H */
