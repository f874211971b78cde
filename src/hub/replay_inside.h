/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_REPLAY_INSIDE_H
#define HANDRAIL_HUB_REPLAY_INSIDE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/rc.h"
#include "base/vec.h"

/*
 * What replay.c, which runs rules over the past of a case, and replay_past.c,
 * which gathers it from the records, share. Nobody else includes this.
 */

struct arena;
struct hub;
struct record;

/* Something that rules may start or end by. */
struct past_event {
	const char *name; /* "state:S09", "contact-made" */
	const char *told; /* what she was told, or NULL */
	const char *iso;
	uint32_t earliest, minutes; /* the first and last it can mean */
	uint32_t started; /* no stop before this counts for it */
	int64_t counts_ms; /* what limits count from */
	int32_t day;
};

struct past {
	const struct record *casefile;
	int64_t crime_ms;
	VEC(struct past_event) events;
};

/**
 * past_read(hub, arena, casefile, past, f):
 * Everything that happened to ${casefile}; texts live in ${arena}, and the
 * caller releases the events.
 */
NODISCARD enum rc past_read(struct hub *hub, struct arena *arena,
    const struct record *casefile, struct past *past, struct fault *f);

#endif /* HANDRAIL_HUB_REPLAY_INSIDE_H */
