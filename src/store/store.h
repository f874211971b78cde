/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_STORE_STORE_H
#define HANDRAIL_STORE_STORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/rc.h"

/*
 * A store is a folder that lasts. The segment files in it are the truth; the
 * LMDB environment beside them holds a copy of each entry and every fold, is
 * what everything reads, and may be deleted. Either heals the other when the
 * store is opened, and the store says what it healed.
 *
 *	format		"handrail store 1"
 *	station		which store and station this is
 *	segments/	the journal, 0000000001.seg and on
 *	lmdb/		data.mdb and lock.mdb
 *	keys/		users, areas, grants, person keys; never in the journal
 *	drafts/		what people were typing, sealed
 *	quarantine/	what was found damaged and put aside; never deleted
 *	lock		held by every process that has the store open
 *	writer		held by the one that is writing
 *
 * One process opens a store once, after any fork, and uses it from one thread.
 */

struct disk;
struct clock;
struct store;

/* How a store is opened. All zeros is how programs open it. */
struct store_options {
	const struct disk *disk; /* NULL: the real one */
	struct clock *clock;     /* NULL: the real one */
	uint32_t segment_size;   /* of new segments; 0: 16 MiB. For tests. */
	uint64_t map_size;       /* address space for LMDB; 0: 256 GiB */
};

/**
 * store_open(dir, options, s, f):
 * Open the store in the folder ${dir} and keep a handle in ${s} that the caller
 * gives back to store_close(). ${options} may be NULL. Checks data.mdb before
 * it is mapped and builds it anew if anything is doubtful; takes from the
 * segments what LMDB lacks and the other way round; store_notes() then says so.
 * RC_MISSING when there is no store there, RC_NEWER when a newer handrail made
 * it, RC_BUSY when it must be rebuilt and another process has it open,
 * RC_CORRUPT when the truth itself is damaged beyond what is known how to mend.
 */
NODISCARD enum rc store_open(const char *dir,
    const struct store_options *options, struct store **s, struct fault *f);

/**
 * store_close(s):
 * End what is open and close ${s}. Does nothing when ${s} is NULL.
 */
void store_close(struct store *s);

/**
 * store_notes(s, n):
 * The ${n} sentences for people about what was healed or built anew since the
 * store was opened. Lends; they last as long as the store.
 */
const char *const *store_notes(const struct store *s, size_t *n);

/**
 * store_dir(s), store_disk(s), store_clock(s):
 * What the store was opened with. Lends.
 */
const char *store_dir(const struct store *s);
const struct disk *store_disk(const struct store *s);
struct clock *store_clock(const struct store *s);

/**
 * store_station(s), store_incarnation(s), store_id(s):
 * The number of this station, how many times it was restored from a backup
 * (from 1), and the 16 bytes that name the store.
 */
uint16_t store_station(const struct store *s);
uint16_t store_incarnation(const struct store *s);
const uint8_t *store_id(const struct store *s);

/**
 * store_version(s):
 * A number that changes whenever any process commits to the store, and not
 * before that can be read. Costs no system call: compare it with the one seen
 * last.
 */
uint64_t store_version(const struct store *s);

/**
 * store_watch(s), store_heard(s):
 * A descriptor, made at the first call and owned by the store, that becomes
 * readable when some process has committed to the store (this one too); -1 when the
 * system has none to give, and then store_version() must be asked now and
 * again. store_heard() empties it: call it when it was readable, then compare
 * store_version().
 */
int store_watch(struct store *s);
void store_heard(struct store *s);

/**
 * store_busy(s):
 * Is a transaction open? Nobody waits for a keystroke while it is: the event
 * loop asserts that it is not.
 */
bool store_busy(const struct store *s);

/**
 * store_tend(s):
 * Free the reader slots of processes that died. Called at opening; call it
 * once a minute, and before long folds and copies.
 */
void store_tend(struct store *s);

/**
 * store_rebuild(s, f):
 * Build data.mdb anew from the segments, after mending the segments from it.
 * Folds are gone and are caught up by whoever keeps them. RC_BUSY when another
 * process has the store open. No transaction may be open.
 */
NODISCARD enum rc store_rebuild(struct store *s, struct fault *f);

/**
 * store_room(s):
 * Bytes free on the disk that holds the store, for the status line.
 */
uint64_t store_room(const struct store *s);

#endif /* HANDRAIL_STORE_STORE_H */
