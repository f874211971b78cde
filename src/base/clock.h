/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_BASE_CLOCK_H
#define HANDRAIL_BASE_CLOCK_H

#include <stdint.h>

/*
 * The only place that asks what time it is. Everyone is handed a clock, so
 * that a test, a rehearsal or a demonstration can hold the time.
 */
struct clock;

/**
 * clock_real(), clock_fixed(ms), clock_from(ms):
 * The machine's clock; one that stands still at ${ms} until it is told; one
 * that runs on from ${ms}. Given back with clock_free().
 */
struct clock *clock_real(void);
struct clock *clock_fixed(int64_t ms);
struct clock *clock_from(int64_t ms);
void clock_free(struct clock *c);

/**
 * clock_now(c):
 * Milliseconds since 1970-01-01T00:00Z.
 */
int64_t clock_now(const struct clock *c);

/**
 * clock_set(c, ms), clock_pass(c, ms):
 * Tell a fixed clock the time; let ${ms} pass on it.
 */
void clock_set(struct clock *c, int64_t ms);
void clock_pass(struct clock *c, int64_t ms);

/**
 * clock_ticks():
 * Nanoseconds from no particular start, never going back: for measuring how
 * long something took, and for nothing that is kept.
 */
int64_t clock_ticks(void);

#endif /* HANDRAIL_BASE_CLOCK_H */
