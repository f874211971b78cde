/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_REPLAY_H
#define HANDRAIL_HUB_REPLAY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/rc.h"

/*
 * History under another rule set. What happened, what she was told and whom we
 * reached are run again through a file of rules as if it had been in force, and
 * beside it through the rules that were, so that a hub can see before a new
 * Code comes what it would have been late with. Nothing is written.
 */

struct arena;
struct hub;

struct replay_row {
	uint64_t person, casefile;
	const char *ref, *rule, *title, *holder;
	const char *started, *due, *met; /* "" no number; "" not met */
	const char *state;		 /* under the rules replayed */
	const char *was; /* under those in force; "-" where they had none */
	bool late;	 /* met late, or not met and past its day */
};

struct replay {
	struct replay_row *at;
	size_t n;
	size_t clocks, late, newly; /* newly: late now and not before */
};

/**
 * replay_read(hub, arena, file, from, replay, f):
 * Replay everything since the day ${from} ("" all) under the rules in ${file}:
 * every clock that would have run, those that would have been late first.
 * RC_INVALID, with file and line, for rules that cannot be used.
 */
NODISCARD enum rc replay_read(struct hub *hub, struct arena *arena,
    const char *file, const char *from, struct replay *replay,
    struct fault *f);

#endif /* HANDRAIL_HUB_REPLAY_H */
