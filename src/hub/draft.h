/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_DRAFT_H
#define HANDRAIL_HUB_DRAFT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/rc.h"

/*
 * What somebody is typing, kept so that nothing they heard is lost: not by the
 * program being killed, the line dropping or the power going. A draft is one
 * file in STORE/drafts, sealed by a key that only its writer has. Its file name
 * holds a number of the writer's and chance, and nothing a person told us.
 *
 * A draft that is being typed in is held by its process, so that a second
 * console of the same worker does not land in it.
 */

struct arena;
struct draft;
struct hub;

#define DRAFT_ID_ROOM 24

/* A draft that lies there and that nobody is typing in. */
struct draft_row {
	char id[DRAFT_ID_ROOM];
	int64_t at_ms; /* when it was last kept */
};

struct draft_list {
	struct draft_row *at; /* the one kept last is first */
	size_t n;
};

/**
 * draft_new(hub):
 * A draft with no file yet: the first draft_keep() makes it. Yours to give to
 * draft_close() or draft_drop(). ${hub} must outlive it.
 */
struct draft *draft_new(struct hub *hub);

/**
 * draft_keep(d, bytes, sync, f):
 * Keep ${bytes} as what the draft now holds. Once it returns they outlive this
 * process; with ${sync} they outlive the power going off too. On failure the
 * bytes kept before are still there.
 */
NODISCARD enum rc
draft_keep(struct draft *d, struct span bytes, bool sync, struct fault *f);

/**
 * draft_list(hub, arena, list, f):
 * The drafts of the worker signed in. Files that hold nothing are cleared away
 * on the way.
 */
NODISCARD enum rc draft_list(struct hub *hub, struct arena *arena,
    struct draft_list *list, struct fault *f);

/**
 * draft_open(hub, id, d, bytes, f):
 * Take the draft called ${id} in hand and add what it holds to ${bytes}.
 * RC_BUSY when another console has it, RC_MISSING when it is gone, RC_CORRUPT
 * when nothing in it can be read; it is then left where it is.
 */
NODISCARD enum rc draft_open(struct hub *hub, const char *id, struct draft **d,
    struct buf *bytes, struct fault *f);

/**
 * draft_drop(d):
 * What it held is saved, or was thrown away: remove the file and free ${d}.
 * NULL does nothing.
 */
void draft_drop(struct draft *d);

/**
 * draft_close(d):
 * Let go of it and free ${d}; the file stays. NULL does nothing.
 */
void draft_close(struct draft *d);

#endif /* HANDRAIL_HUB_DRAFT_H */
