/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_BULK_H
#define HANDRAIL_HUB_BULK_H

#include <stddef.h>
#include <stdint.h>

#include "base/rc.h"

/*
 * The door for many changes at once: feeds, the demonstration, benches. The
 * rules are those of an act (one tag, access, whole or not at all), but one
 * transaction carries thousands of rows, records that belong to no person
 * share journal entries, and the folds go to the tables in sorted batches.
 */

struct act;
struct arena;
struct bulk;
struct hub;
struct record;
struct slip;

/* What became of one row of a feed. */
enum bulk_fate {
	BULK_NEW,
	BULK_CHANGED,
	BULK_SAME,
	BULK_REPEATED,
	BULK_WITHDRAWN,
	BULK_REFUSED,
	BULK_WAITING,
	BULK_FATES
};

/**
 * bulk_open(hub, act_name, area, why, bulk, f):
 * Begin a run of changes under the act called ${act_name}, in the ordinary
 * area ${area}. RC_DENIED when this worker may not. Given back to
 * bulk_close().
 */
NODISCARD enum rc bulk_open(struct hub *hub, const char *act_name,
    uint16_t area, const char *why, struct bulk **bulk, struct fault *f);

/**
 * bulk_begin(b, f):
 * Take the store's write lock. Between this and bulk_commit() or bulk_drop()
 * nobody else can save: keep it short (a few thousand rows).
 */
NODISCARD enum rc bulk_begin(struct bulk *b, struct fault *f);

/**
 * bulk_arena(b):
 * The arena of the present batch; emptied by bulk_commit() and bulk_drop().
 */
struct arena *bulk_arena(struct bulk *b);

/**
 * bulk_get(b, kind, id, r, f):
 * The record as it stands, with what this batch has put already. RC_MISSING
 * plainly. It is a copy: change it and put it.
 */
NODISCARD enum rc bulk_get(struct bulk *b, unsigned kind, uint64_t id,
    struct record **r, struct fault *f);

/**
 * bulk_put(b, person, r, fate, f):
 * Keep ${r}, which belongs to the person numbered ${person} (0: to none).
 * Stores BULK_NEW, BULK_CHANGED or BULK_SAME in ${fate} unless it is NULL.
 */
NODISCARD enum rc bulk_put(struct bulk *b, uint64_t person,
    const struct record *r, enum bulk_fate *fate, struct fault *f);

/**
 * bulk_new_id(b):
 * A fresh id for a new record.
 */
uint64_t bulk_new_id(struct bulk *b);

/**
 * bulk_new_ref(b, ref, f):
 * A reference nobody has, in ${ref} (8 bytes).
 */
NODISCARD enum rc bulk_new_ref(struct bulk *b, char ref[8], struct fault *f);

/**
 * bulk_commit(b, f):
 * Write the batch: sealed, signed, synced, folded. Then the lock is free.
 */
NODISCARD enum rc bulk_commit(struct bulk *b, struct fault *f);

/**
 * bulk_drop(b):
 * Forget the batch and free the lock.
 */
void bulk_drop(struct bulk *b);

/**
 * bulk_close(b):
 * Drop what is not committed and free ${b}. Does nothing when ${b} is NULL.
 */
void bulk_close(struct bulk *b);

/**
 * bulk_act(b, slip, fate, f):
 * Run the import act of this bulk on one row of a feed: put_crime,
 * put_outcome, put_police_referral. RC_INVALID when the row breaks a rule: the
 * row is refused, the batch goes on.
 */
NODISCARD enum rc bulk_act(struct bulk *b, const struct slip *slip,
    enum bulk_fate *fate, struct fault *f);

/**
 * bulk_at(b, at_ms):
 * From here on what is put was true at ${at_ms} and stamped so, for the
 * demonstration's years of work; 0 is now.
 */
void bulk_at(struct bulk *b, int64_t at_ms);

#endif /* HANDRAIL_HUB_BULK_H */
