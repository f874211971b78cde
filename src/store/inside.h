/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_STORE_INSIDE_H
#define HANDRAIL_STORE_INSIDE_H

#include <lmdb.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/disk.h"
#include "base/vec.h"
#include "store/journal.h"
#include "store/store.h"
#include "store/table.h"

/*
 * What a store and a transaction are made of: for the files of this folder
 * only. Above it both are opaque.
 */

/* What the file "station" says: public, and all that the chain starts from. */
struct station {
	uint8_t id[16];
	uint16_t number;
	uint16_t incarnation;
	uint8_t sign_key[32];      /* the station's, for checkpoints */
	uint8_t root_key[32];      /* the first user's, who signs the others */
	uint8_t recovery_sign[32]; /* the recovery key's two public halves */
	uint8_t recovery_box[32];
	bool light; /* passphrases are stretched by the light rule */
};

/* Where the journal ends and where that is in the segments: META "head". */
struct tail {
	struct journal_head head;
	uint32_t segment;
	uint64_t offset; /* just after the last entry */
	uint64_t last; /* where the last entry of the segment starts; 0: none */
};

struct store {
	char *dir;
	const struct disk *disk;
	struct clock *clock, *own_clock;
	uint32_t segment_size;
	uint64_t map_size;

	int lock_fd;
	int gate_fd;
	unsigned gate_depth;
	MDB_env *env;
	MDB_dbi dbi[TABLE_COUNT];
	MDB_txn *idle; /* a read kept for the next one */
	unsigned reads;
	struct txn *writer;

	struct station station;
	uint8_t genesis[32]; /* stands before the first entry */

	int segment_fd; /* of the segment last written or looked at */
	uint32_t segment;
	uint64_t segment_len; /* bytes written so far, zeros included */
	uint64_t seen_seq;    /* the tail was found well at this entry */
	bool suspect;         /* a sync failed: write no more to this segment */
	bool looked;          /* segments beyond the tail were looked for */

	uint64_t keys_seen; /* META "keys" at the last transaction begun */
	int watch_fd;
	struct {
		VEC(char *) all;
	} notes;
};

/* Bytes to be written to one segment in one go. */
struct run {
	uint32_t segment;
	uint64_t offset;
	size_t from;    /* where they start in pending */
	uint64_t first; /* entry, of a segment yet to be made; 0: it is there */
	uint8_t prev[ENTRY_HASH_LEN];
};

struct txn {
	struct store *store;
	MDB_txn *mdb;
	bool write;
	bool gated;    /* it holds the gate */
	bool moved;    /* the tail is not what META says */
	bool turned;   /* a new segment was begun */
	uint64_t keys; /* META "keys" as it will be */
	struct tail tail;
	struct buf pending;
	struct {
		VEC(struct run) all;
	} runs;
	sigset_t mask; /* signals as they were */
};

/**
 * store_note(s, fmt, ...):
 * One more sentence for store_notes().
 */
void store_note(struct store *s, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

/**
 * store_path(s, path, fmt, ...):
 * Write the name of a file in the store into ${path}, which is cleared first,
 * and lend it.
 */
const char *store_path(const struct store *s, struct buf *path, const char *fmt,
    ...) __attribute__((format(printf, 3, 4)));

/**
 * store_quarantine(s, name, f):
 * Move the file ${name} of the store to quarantine/, under a name that says
 * when.
 */
NODISCARD enum rc
store_quarantine(struct store *s, const char *name, struct fault *f);

/**
 * tail_get(t, f), tail_put(t, f):
 * Read META "head" into ${t}->tail, or the empty journal's tail when there is
 * none; write it.
 */
NODISCARD enum rc tail_get(struct txn *t, struct fault *f);
NODISCARD enum rc tail_put(struct txn *t, struct fault *f);

/* META "seg" NUMBER: where a segment begins and, once it is full, its end. */
struct segment_note {
	uint64_t first;
	uint8_t prev[ENTRY_HASH_LEN];
	uint64_t end;     /* where the footer stands; 0: not full yet */
	struct span foot; /* lent */
};

/**
 * segment_note_put(t, number, note, f), segment_note_get(t, number, note, f):
 * Keep and find it. RC_MISSING when there is none.
 */
NODISCARD enum rc segment_note_put(struct txn *t, uint32_t number,
    const struct segment_note *note, struct fault *f);
NODISCARD enum rc segment_note_get(struct txn *t, uint32_t number,
    struct segment_note *note, struct fault *f);

/**
 * tail_take(t, e, hash, f):
 * Entry ${e}, whose record hashes to ${hash}, is the last from now on: move
 * ${t}->tail, and what META counts of person keys. It lies at the tail's
 * offset.
 */
NODISCARD enum rc tail_take(struct txn *t, const struct entry *e,
    const uint8_t hash[ENTRY_HASH_LEN], struct fault *f);

/**
 * slot_key(area, key):
 * META "slot" AREA.
 */
struct span slot_key(uint16_t area, uint8_t key[6]);

/**
 * seq_key(seq, key):
 * The key of an entry in TABLE_ENTRY.
 */
struct span seq_key(uint64_t seq, uint8_t key[8]);

/**
 * meta_get_u64(t, key, v, f), meta_put_u64(t, key, v, f):
 * A number in META; 0 when it is not there.
 */
NODISCARD enum rc
meta_get_u64(struct txn *t, struct span key, uint64_t *v, struct fault *f);
NODISCARD enum rc
meta_put_u64(struct txn *t, struct span key, uint64_t v, struct fault *f);

#endif /* HANDRAIL_STORE_INSIDE_H */
