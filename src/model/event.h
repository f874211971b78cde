/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_MODEL_EVENT_H
#define HANDRAIL_MODEL_EVENT_H

#include "model/diff.h"

/*
 * The body of one journal entry, before sealing: which act, when it was true
 * (which may be well before it was written), why, and the changes it made.
 * Who and where stand in the entry's header.
 *
 * Encoded as cells, so that a later handrail can add parts and an older one
 * carries them along: 1 act (varint), 2 at (u64), 3 why, 4 changes, each with
 * a varint length before it. Before the cells stands u8 1, the form.
 */

enum { EVENT_ACT = 1, EVENT_AT = 2, EVENT_WHY = 3, EVENT_CHANGES = 4 };

struct event {
	uint16_t act;    /* the number of the act's row */
	int64_t at;      /* ms UTC; 0 means the time in the header */
	const char *why; /* NULL or "" for none */
	struct change *changes;
	size_t n;
	struct cell *rest; /* parts we do not know, kept */
	size_t n_rest;
};

/**
 * event_encode(e, out):
 * Add the body of ${e} to ${out}.
 */
void event_encode(const struct event *e, struct buf *out);

/**
 * event_decode(arena, bytes, e, f):
 * Read a body into ${e}; everything lives in ${arena}. RC_CORRUPT for bytes
 * that event_encode() cannot have written, RC_NEWER for a later form; any
 * bytes at all are safe to give.
 */
NODISCARD enum rc event_decode(struct arena *arena, struct span bytes,
    struct event *e, struct fault *f);

#endif /* HANDRAIL_MODEL_EVENT_H */
