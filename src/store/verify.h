/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_STORE_VERIFY_H
#define HANDRAIL_STORE_VERIFY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/rc.h"

/*
 * Is the journal what was written? The chain, from the first entry of the first
 * segment to the last; each checkpoint's signature; each segment's footer; the
 * copies in LMDB against the segments. Deep adds every author's signature,
 * every seal that the user of the vault has a key to, and the structure of
 * data.mdb. Nothing is changed.
 */

struct store;
struct vault;

enum {
	VERIFY_DEEP = 1,
	VERIFY_COPIES = 2 /* also compare LMDB's copy of every entry */
};

struct verify_count {
	uint64_t segments;
	uint64_t entries;
	uint64_t checkpoints; /* signatures of the station that held */
	uint64_t signatures;  /* of authors that held */
	uint64_t seals;       /* that were opened */
	uint64_t unopened;    /* no key here */
	uint64_t forgotten;   /* the person's key was destroyed */
	uint64_t faults;
};

/* Told of each fault: the entry (0: none in particular) and what is wrong. */
typedef void verify_fault_fn(uint64_t seq, const char *sentence, void *arg);

/* Told now and then how far it is, in entries; false stops. */
typedef bool verify_progress_fn(uint64_t done, uint64_t total, void *arg);

struct verify_plan {
	unsigned flags;
	struct vault *vault; /* for seals; NULL: none are opened */
	verify_fault_fn *fault;
	verify_progress_fn *progress; /* may be NULL */
	void *arg;
};

/**
 * verify_store(s, plan, count, f):
 * Look at everything and count. RC_OK when all is well, RC_CORRUPT when faults
 * were told, another outcome when it could not be finished.
 */
NODISCARD enum rc verify_store(struct store *s, const struct verify_plan *plan,
    struct verify_count *count, struct fault *f);

#endif /* HANDRAIL_STORE_VERIFY_H */
