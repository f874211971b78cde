/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_DOING_H
#define HANDRAIL_HUB_DOING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/rc.h"
#include "base/vec.h"
#include "fold/look.h"
#include "hub/act.h"
#include "model/kinds.h"
#include "model/record.h"
#include "model/type.h"

/*
 * An act in the doing. It reads records as they stand, under the write lock,
 * changes copies of them, makes new ones, and at the end doing_save() takes the
 * differences, groups them by whose key seals them, and appends one group of
 * entries. An act that returns anything but RC_OK leaves nothing behind.
 */

struct arena;
struct hub;
struct slip;

/* One record that the act has in its hands. */
struct touched {
	unsigned kind;
	uint64_t id, person;
	struct row_seal by;
	struct record *before, *after; /* NULL: not there; withdrawn */
	unsigned moment;	       /* which of the doing's times */
	bool saved;
};

struct doing {
	struct hub *hub;
	const struct act *act;
	const struct slip *slip;
	struct act_done *done;
	struct look look;
	struct arena *arena;
	const char *why;
	uint16_t area; /* for what belongs to no person yet */
	bool strict;   /* a value that cannot be read refuses the whole */
	bool many;     /* a bulk: records of nobody share entries */
	VEC(struct touched) touched;
	VEC(int64_t) moments; /* times; 0 is now */
	uint32_t *places;     /* hash of (kind, id) to touched + 1 */
	size_t n_places;
	uint64_t made; /* a bit for each kind under 64 that was made */
	uint64_t next_id, ids_left;
	struct value_ctx ctx;
};

/**
 * doing_begin(d, hub, act, slip, done, f):
 * Take the write lock. Ended by doing_save() or doing_drop().
 */
NODISCARD enum rc doing_begin(struct doing *d, struct hub *hub,
    const struct act *act, const struct slip *slip, struct act_done *done,
    struct fault *f);

/**
 * doing_save(d, f):
 * Append what changed and commit. d->done tells the entries; nothing is
 * written when nothing changed. The doing has ended, whatever this returns.
 */
NODISCARD enum rc doing_save(struct doing *d, struct fault *f);
void doing_drop(struct doing *d);

/**
 * doing_mark(d), doing_back(d, mark):
 * Where the doing stands; back to there: what was taken in hand since is put
 * down again. For a row of a feed that is refused half way.
 */
size_t doing_mark(const struct doing *d);
void doing_back(struct doing *d, size_t mark);

/**
 * doing_open(d, kind, id, r, f):
 * The record in hand: change it as you like. RC_MISSING when there is none
 * that this worker may read, with a sentence.
 */
NODISCARD enum rc doing_open(struct doing *d, unsigned kind, uint64_t id,
    struct record **r, struct fault *f);

/**
 * doing_peek(d, kind, id, r, f):
 * The same to look at only; NULL and RC_OK when there is none.
 */
NODISCARD enum rc doing_peek(struct doing *d, unsigned kind, uint64_t id,
    struct record **r, struct fault *f);

/**
 * doing_make(d, kind, person, id, r, f):
 * A new record of ${kind} for ${person} (0: nobody's), numbered ${id} or, when
 * that is 0, by a fresh id.
 */
NODISCARD enum rc doing_make(struct doing *d, unsigned kind, uint64_t person,
    uint64_t id, struct record **r, struct fault *f);

/**
 * doing_put(d, person, r, f):
 * Keep ${r}, made elsewhere, as the record of its kind and id; tells in ${was}
 * what stood before (NULL: nothing).
 */
NODISCARD enum rc doing_put(struct doing *d, uint64_t person,
    const struct record *r, const struct record **was, struct fault *f);

/**
 * doing_withdraw(d, kind, id, f):
 * Take a record away; its history stays in the journal.
 */
NODISCARD enum rc doing_withdraw(
    struct doing *d, unsigned kind, uint64_t id, struct fault *f);

/**
 * doing_new_id(d, id, f), doing_new_ref(d, ref, f):
 * An id, and a spoken reference, that nobody has. If ${ref} holds one already
 * and nobody has it, it stays.
 */
NODISCARD enum rc doing_new_id(struct doing *d, uint64_t *id, struct fault *f);
NODISCARD enum rc doing_new_ref(
    struct doing *d, char ref[8], struct fault *f);

/**
 * doing_at(d, at_ms):
 * What is touched from here on was so at ${at_ms}; 0 is now.
 */
void doing_at(struct doing *d, int64_t at_ms);

/**
 * doing_seal_of(d, kind, id, by, found, f):
 * Whose key the record's row is sealed with, if it is in hand or stands.
 */
NODISCARD enum rc doing_seal_of(struct doing *d, unsigned kind, uint64_t id,
    struct row_seal *by, bool *found, struct fault *f);

/**
 * doing_children(d, parent, kind, ids, n, f):
 * The ids of the records of ${kind} that link to ${parent}, oldest first, those
 * made in this very doing among them, in the doing's arena.
 */
NODISCARD enum rc doing_children(struct doing *d, uint64_t parent,
    unsigned kind, uint64_t **ids, size_t *n, struct fault *f);

/**
 * doing_fill(d, r, f):
 * Set the fields of ${r} from the lines of the slip that carry its kind's name
 * ("person.given"). A blank line changes nothing. What cannot be read is kept
 * as it was said, or refused when the doing is strict.
 */
NODISCARD enum rc doing_fill(struct doing *d, struct record *r, struct fault *f);

/**
 * doing_set(d, r, tag, text, f):
 * The same for one field from ${text}.
 */
NODISCARD enum rc doing_set(struct doing *d, struct record *r, unsigned tag,
    const char *text, struct fault *f);

/**
 * doing_casefile(d, r, f):
 * Open the casefile that the slip names in "casefile": an id, or a reference
 * such as "4F7K22" (the person's newest open case) or "4F7K22/2".
 */
NODISCARD enum rc doing_casefile(
    struct doing *d, struct record **r, struct fault *f);

/**
 * doing_now(d, out):
 * The present moment as a when in ${out} (24 bytes): "2026-11-22T11:42".
 */
void doing_now(const struct doing *d, char out[24]);

/**
 * doing_say(d, fmt, ...):
 * Write the sentence for the person at the desk.
 */
void doing_say(struct doing *d, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

#endif /* HANDRAIL_HUB_DOING_H */
