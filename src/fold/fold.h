/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_FOLD_FOLD_H
#define HANDRAIL_FOLD_FOLD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/rc.h"
#include "fold/look.h"

/*
 * What the journal adds up to. A fold is a pure function of the entries, in
 * order: the present state of each record, the keys it is found by, the trail
 * of entries that touched it, the narrow rows that reports count. All of them
 * can be thrown away and made again, byte for byte.
 *
 * The tables hold the folds up to some entry; each process folds what came
 * after into an overlay in memory (fold/overlay.h) and reads through a look
 * (fold/look.h). An entry that this user has no key to is marked as unfolded
 * and is folded by the first who has.
 */

struct event;
struct fold;
struct kinds;
struct record;
struct store;
struct vault;

/**
 * fold_new(store, vault, kinds):
 * The folds of ${store} as the user of ${vault} can read them. All three
 * outlive it. Given back to fold_free().
 */
struct fold *fold_new(
    struct store *store, struct vault *vault, const struct kinds *kinds);
void fold_free(struct fold *fold);

/**
 * fold_look(fold, look, f):
 * Begin a look at the store as it stands now, with everything anyone has
 * committed. Ended by look_end(); short, and never across a keystroke.
 */
NODISCARD enum rc fold_look(
    struct fold *fold, struct look *look, struct fault *f);
void look_end(struct look *look);

/**
 * fold_write(fold, look, f):
 * The same in a write: nobody else can commit until look_commit() or
 * look_end().
 */
NODISCARD enum rc fold_write(
    struct fold *fold, struct look *look, struct fault *f);

/**
 * look_commit(look, f):
 * Commit the transaction of a fold_write(). Whatever it returns, the look has
 * ended; on failure the overlay forgets what was folded in it.
 */
NODISCARD enum rc look_commit(struct look *look, struct fault *f);

/* Where an event stands: what the header of its entry says. */
struct fold_at {
	uint64_t seq;
	uint16_t area, epoch;
	uint32_t slot;
};

/**
 * fold_event(look, at, event, f):
 * Fold the entry at ${at}, whose body is ${event}, which was appended in this
 * very write; it must be the next one. Saves opening again what was just
 * sealed.
 */
NODISCARD enum rc fold_event(struct look *look, const struct fold_at *at,
    const struct event *event, struct fault *f);

/**
 * fold_skip(look, seq):
 * The same for an entry that changes no record.
 */
void fold_skip(struct look *look, uint64_t seq);

/**
 * fold_flush(fold, f):
 * Put the overlay into the tables, in the order of the keys, in one commit.
 */
NODISCARD enum rc fold_flush(struct fold *fold, struct fault *f);

/**
 * fold_tail(fold):
 * How many keys wait in the overlay.
 */
size_t fold_tail(const struct fold *fold);

/* Keys in the overlay at which somebody should flush. */
#define FOLD_TAIL_MOST 40000

/**
 * fold_watch(fold, fn, arg):
 * From now on call ${fn} for every record that a folded entry touched.
 */
typedef void fold_watch_fn(unsigned kind, uint64_t id, void *arg);
void fold_watch(struct fold *fold, fold_watch_fn *fn, void *arg);

/**
 * fold_unwatch(fold, arg):
 * Call nobody who gave ${arg} any more.
 */
void fold_unwatch(struct fold *fold, void *arg);

/**
 * fold_sight(fold, fn, arg):
 * From now on a record for which ${fn} is false is not there for whoever reads
 * through a look of ${fold}. What is folded is the same. ${fn} reads by
 * look_stored().
 */
typedef bool fold_sight_fn(
    const struct look *, const struct record *, void *arg);
void fold_sight(struct fold *fold, fold_sight_fn *fn, void *arg);

/**
 * fold_head(fold):
 * The last entry folded.
 */
uint64_t fold_head(const struct fold *fold);

/**
 * fold_is_of_old(fold, old, f):
 * Whether the tables were made by a handrail that folded otherwise: an index
 * of theirs is not ours, or ours is not theirs. fold_rebuild() makes them anew.
 */
NODISCARD enum rc fold_is_of_old(struct fold *fold, bool *old, struct fault *f);

/**
 * fold_rebuild(fold, progress, arg, f):
 * Throw the folds away and make them again from the first entry. Other
 * processes go on reading; ${progress}, unless NULL, is told how far it is.
 */
typedef void fold_progress_fn(uint64_t done, uint64_t total, void *arg);
NODISCARD enum rc fold_rebuild(struct fold *fold, fold_progress_fn *progress,
    void *arg, struct fault *f);

/**
 * fold_compare(fold, fn, arg, f):
 * Fold the whole journal afresh in memory and compare the result, byte for
 * byte, with what the folds say now; ${fn} is told each difference in a
 * sentence, the first twenty of them. Stores how many there were in ${wrong}.
 * A user who does not hold every area is told of what they can read.
 */
typedef void fold_fault_fn(const char *sentence, void *arg);
NODISCARD enum rc fold_compare(struct fold *fold, fold_fault_fn *fn, void *arg,
    size_t *wrong, struct fault *f);

/**
 * fold_unfolded(fold, n, f):
 * How many entries wait to be folded by somebody who holds the key of their
 * area: after a rebuild by a user who does not, until one who does opens the
 * store. The folds lack what those entries say.
 */
NODISCARD enum rc fold_unfolded(
    struct fold *fold, uint64_t *n, struct fault *f);

/**
 * fold_digest(fold, digest, f):
 * One hash of all records as they stand, in ${digest} (32 bytes). Equal on two
 * stores that hold the same entries.
 */
NODISCARD enum rc fold_digest(
    struct fold *fold, uint8_t digest[32], struct fault *f);

#endif /* HANDRAIL_FOLD_FOLD_H */
