/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_CTL_BENCH_H
#define HANDRAIL_CTL_BENCH_H

#include <stdbool.h>
#include <stdint.h>

#include "base/vec.h"
#include "ctl/ctl.h"

/*
 * Measuring. Every figure stands beside its floor, what the machine needs for
 * the bare work, taken in the same loop of the same run, for a disk has quiet
 * and busy minutes. Quote the ratio, not the time.
 */

/* Times in nanoseconds. */
struct bench_times {
	VEC(int64_t) ns;
};

/**
 * bench_add(t, ns), bench_at(t, part), bench_release(t):
 * Add a time; the time below which ${part} of a hundred lie; give back.
 */
void bench_add(struct bench_times *t, int64_t ns);
double bench_at(struct bench_times *t, int part);
void bench_release(struct bench_times *t);

/* One figure as it is told. Fields that do not apply are left 0 or NULL. */
struct bench_figure {
	const char *measure; /* what was measured */
	const char *unit;    /* "us", "entries/s", "bytes" */
	double median, p99;
	const char *beside; /* what the floor is */
	double floor;
	double ratio;	  /* 0: none */
	const char *goal; /* in words */
	bool met;
};

/**
 * bench_tell(out, figure):
 * Add the figure to the list.
 */
void bench_tell(struct out *out, const struct bench_figure *figure);

/**
 * bench_ratio(out, measure, times, beside, floors, most, goal):
 * Tell a time and its floor, both in microseconds, whose medians' ratio is to
 * be at most ${most}.
 */
void bench_ratio(struct out *out, const char *measure,
    struct bench_times *times, const char *beside, struct bench_times *floors,
    double most, const char *goal);

/* What a bench gets. */
struct bench_run {
	struct ctl *ctl;
	struct out *out;
	uint64_t n;    /* how many times; 0: its own choice */
	char **words;  /* files, where it takes them */
	int n_words;
};

struct bench {
	const char *name;
	const char *sentence;
	bool changes; /* it writes: only on a store made for it */
	NODISCARD enum rc (*run)(struct bench_run *, struct fault *);
};

extern const struct bench bench_act, bench_queue, bench_find, bench_verify,
    bench_rebuild, bench_import, bench_screen, bench_open;

#endif /* HANDRAIL_CTL_BENCH_H */
