/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_READING_H
#define HANDRAIL_HUB_READING_H

#include <stdint.h>

#include "base/rc.h"

/* Reading within a look that is open already: what read.c and acts share. */

struct arena;
struct hub;
struct look;
struct record;

/**
 * reading_ref(look, text, person, casefile, f):
 * The person a reference names, and with "/2" behind it their second case
 * (else 0). RC_INVALID with the nearest that exist, RC_MISSING when it is free.
 */
NODISCARD enum rc reading_ref(const struct look *look, const char *text,
    uint64_t *person, uint64_t *casefile, struct fault *f);

/**
 * reading_as_of(hub, look, arena, kind, id, seq, at_ms, r, f):
 * The record as the entries up to ${seq} and up to the moment ${at_ms} made it;
 * NULL and RC_OK when it was not there.
 */
NODISCARD enum rc reading_as_of(struct hub *hub, const struct look *look,
    struct arena *arena, unsigned kind, uint64_t id, uint64_t seq,
    int64_t at_ms, struct record **r, struct fault *f);

#endif /* HANDRAIL_HUB_READING_H */
