/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_FOLD_INDEX_H
#define HANDRAIL_FOLD_INDEX_H

#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

/*
 * An index is a function from a record to a set of keys. The fold takes the
 * difference between the keys of a record before and after a change; no index
 * is ever updated by hand, so none can go stale.
 *
 * All indexes share one table. A key is
 *
 *	u16	the index's number
 *	bytes	as the row below says
 *	u64	the record's id
 *
 * and holds ids, codes, references and times only, for keys are not sealed.
 */

struct arena;
struct record;

enum {
	INDEX_UNFOLDED = 0, /* entries nobody here had a key to; no record */
	INDEX_REF = 1,	    /* reference text */
	INDEX_LINK = 2,	    /* parent id u64, kind u16 of the child */
	INDEX_QUEUE = 3,    /* area u16, owner u64, due u32, rank u8 */
	INDEX_DUE = 4,	    /* due u32, kind u16 */
	INDEX_CLOCK = 5,    /* state u8, due u32, area u16 */
	INDEX_DIARY = 6	    /* when u32, kind u16 */
};

/* Owners in INDEX_QUEUE that stand for everyone, and for tasks of supervisors,
 * whose id is then the task's. */
#define INDEX_EVERYONE UINT64_MAX
#define INDEX_SUPERVISOR (UINT64_MAX - 1)
/* A due of nothing: after all that have one. */
#define INDEX_NEVER UINT32_MAX

struct keyset {
	struct span *at;
	size_t n, cap;
	struct arena *arena;
};

struct index {
	uint16_t tag;
	const char *name;
	const char *help; /* the sentence for people */
	void (*keys)(const struct record *, uint16_t area, struct keyset *);
};

/* Every index of records; ends with a NULL name. */
extern const struct index index_table[];

/**
 * index_keys(r, area, set):
 * Store in ${set}, whose arena the caller set, every key of ${r} in every
 * index, in order. ${r} may be NULL, which has none.
 */
void index_keys(const struct record *r, uint16_t area, struct keyset *set);

/**
 * index_clock_state(state):
 * The state of a clock as INDEX_CLOCK has it; INDEX_CLOCK_OTHER for a word from
 * a newer handrail.
 */
#define INDEX_CLOCK_OTHER 255
unsigned index_clock_state(const char *state);

/**
 * index_prefix(out, tag):
 * Begin a key or the prefix of one in ${out}.
 */
void index_prefix(struct buf *out, unsigned tag);

/**
 * index_id(key):
 * The id at the end of a key.
 */
uint64_t index_id(struct span key);

/**
 * index_minutes(iso):
 * A when as the minutes since 1970, local time, by which INDEX_QUEUE, INDEX_DUE
 * and INDEX_CLOCK sort: a bare day counts as its end. INDEX_NEVER for no day.
 */
uint32_t index_minutes(const char *iso);

#endif /* HANDRAIL_FOLD_INDEX_H */
