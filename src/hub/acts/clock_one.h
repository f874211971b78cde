/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_ACTS_CLOCK_ONE_H
#define HANDRAIL_HUB_ACTS_CLOCK_ONE_H

#include <stdbool.h>
#include <stdint.h>

#include "hub/doing.h"
#include "hub/due.h"

/*
 * One clock: what starts, meets, shortens, pauses or excepts it. Which of them
 * happens when is in clocking.h; what people say of one is an act.
 */

/* A when, and the days it can mean: "2026-11" is thirty of them. */
struct happened {
	char iso[24];
	int64_t ms; /* the earliest it can mean */
	int32_t first, last;
	bool bare; /* no hour is known */
};

/**
 * happened_at(iso, h):
 * Read ${iso} into ${h}. False when it is not a when as kept.
 */
bool happened_at(const char *iso, struct happened *h);

/**
 * happened_by(a, b):
 * Whether ${a} can have happened no later than ${b}.
 */
bool happened_by(const struct happened *a, const struct happened *b);

/**
 * clock_rule(d, clock):
 * The rule it runs by: as it stood on the day it started. NULL when no edition
 * has it any more. Lends.
 */
const struct due_rule *
clock_rule(const struct doing *d, const struct record *clock);

/**
 * clock_is_open(clock):
 * Whether it still waits to be met: running, paused or not known.
 */
bool clock_is_open(const struct record *clock);

/**
 * clock_start(d, casefile, rule, event, on, clock, f):
 * A new clock of ${casefile}, in hand, started by ${event} at ${on}.
 */
NODISCARD enum rc clock_start(struct doing *d, const struct record *casefile,
    const struct due_rule *rule, const char *event, const struct happened *on,
    struct record **clock, struct fault *f);

/**
 * clock_start_at(d, casefile, clock, on, f):
 * Let ${clock}, in hand, have started at ${on} instead: due, prompt and, if it
 * was met, whether in time, are judged again.
 */
NODISCARD enum rc clock_start_at(struct doing *d, const struct record *casefile,
    struct record *clock, const struct happened *on, struct fault *f);

/**
 * clock_meet(d, clock, on, f):
 * It was met at ${on}. Nothing changes when it was met before that, or does
 * not apply. Stores in ${met} whether it changed.
 */
NODISCARD enum rc clock_meet(struct doing *d, const struct record *clock,
    const struct happened *on, uint64_t told, bool *met, struct fault *f);

/**
 * clock_shorten(d, casefile, clock, f):
 * The rights of ${casefile} changed: ${clock} falls due no later than they say
 * now, counted from the change. It is never made longer.
 */
NODISCARD enum rc clock_shorten(struct doing *d, const struct record *casefile,
    uint64_t clock, struct fault *f);

/**
 * clock_pause(d, clock, exception, f), clock_resume(d, clock, f):
 * Stand still from now for a lawful reason; go on, due later by as long as it
 * stood. RC_UNLAWFUL, with a sentence, where it cannot.
 */
NODISCARD enum rc clock_pause(struct doing *d, struct record *clock,
    const char *exception, struct fault *f);
NODISCARD enum rc
clock_resume(struct doing *d, struct record *clock, struct fault *f);

/**
 * clock_except(d, clock, exception, f):
 * It does not apply, for a lawful reason.
 */
NODISCARD enum rc clock_except(struct doing *d, struct record *clock,
    const char *exception, struct fault *f);

/**
 * clock_prompt(d, rule, on, day, iso, f):
 * Store in ${iso} the first day, ${day} or later, on which somebody should look
 * at a clock of ${rule} that started at ${on}; "" when there is none.
 */
NODISCARD enum rc clock_prompt(struct doing *d, const struct due_rule *rule,
    const struct happened *on, int32_t day, char iso[24], struct fault *f);

/**
 * clock_look_again(d, clock, f):
 * The prompt of today was heeded: set the next one, if the rule has another.
 */
NODISCARD enum rc
clock_look_again(struct doing *d, struct record *clock, struct fault *f);

#endif /* HANDRAIL_HUB_ACTS_CLOCK_ONE_H */
