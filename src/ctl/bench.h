/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_CTL_BENCH_H
#define HANDRAIL_CTL_BENCH_H

#include <stdint.h>

#include "base/vec.h"
#include "ctl/ctl.h"

/*
 * A bench measures one thing that people wait for, and beside it, in turns in
 * the same loop, the least that this machine could take for it: its floor. The
 * ratio of the two is what a figure means on another machine.
 */

/* Times in nanoseconds, one a round. */
struct times {
	VEC(uint64_t) at;
};

struct bench {
	struct ctl *ctl;
	struct out *out;
	unsigned rounds;
	bool not_well;            /* a goal was missed */
	const char *const *words; /* behind the name; ends with NULL */
};

struct bench_row {
	const char *name;
	const char *sentence;
	bool writes; /* only on a demonstration store */
	bool alone;  /* makes what it needs itself; no store is opened */
	/* What it prints, where that is not times beside a floor. */
	const struct out_column *columns;
	size_t n_columns;
	enum rc (*run)(struct bench *, struct fault *);
};

extern const struct bench_row bench_move, bench_due, bench_long;
extern const struct bench_row bench_act, bench_queue, bench_find, bench_show,
    bench_import, bench_verify, bench_rebuild, bench_facts, bench_screen,
    bench_keys;

/**
 * times_add(t, began):
 * Add the time since ${began}, which clock_ticks() gave.
 */
void times_add(struct times *t, int64_t began);

/**
 * bench_tell(b, what, work, floor_is, floor):
 * Print the median and 99th percentile of ${work} and of ${floor}, what the
 * floor is, and the median of their ratios. Frees what both hold.
 */
void bench_tell(struct bench *b, const char *what, struct times *work,
    const char *floor_is, struct times *floor);

/**
 * bench_rate(b, what, count, ns, floor_is, floor_ns):
 * The same for ${count} of something done in ${ns}, as so many a second.
 */
void bench_rate(struct bench *b, const char *what, uint64_t count, uint64_t ns,
    const char *floor_is, uint64_t floor_ns);

/**
 * bench_amount(b, what, unit, amount, floor_is, floor):
 * The same for an amount that is not a time.
 */
void bench_amount(struct bench *b, const char *what, const char *unit,
    double amount, const char *floor_is, double floor);

#endif /* HANDRAIL_CTL_BENCH_H */
