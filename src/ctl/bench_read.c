/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/arena.h"
#include "base/clock.h"
#include "ctl/bench.h"
#include "fold/fold.h"
#include "hub/find.h"
#include "hub/queue.h"

#define ROUNDS 500
#define PAGE 50

/* ---- a page of a queue ---- */

static enum rc
time_page(struct bench_run *run, size_t from, int64_t *ns, struct fault *f)
{
	struct arena *arena = arena_new();
	struct queue_page page;
	int64_t began = clock_ticks();
	enum rc rc = queue_read(
	    run->ctl->hub, arena, QUEUE_TEAM, from, PAGE, &page, f);

	*ns = clock_ticks() - began;
	arena_free(arena);
	return rc;
}

/* The floor: as many keys of the index walked, nothing opened. */
struct keys {
	size_t left;
};

static enum rc
count_key(struct span key, struct span value, void *arg, struct fault *f)
{
	struct keys *keys = arg;

	(void)key;
	(void)value;
	(void)f;
	return --keys->left ? RC_OK : RC_END;
}

static enum rc
time_keys(struct bench_run *run, int64_t *ns, struct fault *f)
{
	struct keys keys = { PAGE };
	int64_t began = clock_ticks();
	struct look look;
	enum rc rc = fold_look(run->ctl->hub->fold, &look, f);

	if (rc)
		return rc;
	rc = look_prefix(&look, TABLE_INDEX, (struct span){ 0 }, count_key,
	    &keys, f);
	look_end(&look);
	*ns = clock_ticks() - began;
	return rc;
}

static enum rc
bench_pages(struct bench_run *run, struct fault *f)
{
	struct bench_times pages = { 0 }, floors = { 0 };
	struct bench_figure figure = { .measure = "queue page of 50",
		.unit = "us", .beside = "50 keys walked",
		.goal = "p99 at most 400 us" };
	uint64_t n = run->n ? run->n : ROUNDS;
	int64_t ns = 0, floor = 0;
	enum rc rc = RC_OK;

	for (uint64_t i = 0; i < n && !rc; i++) {
		rc = time_page(run, (size_t)(i * PAGE % 1000), &ns, f);
		if (!rc)
			rc = time_keys(run, &floor, f);
		bench_add(&pages, ns);
		bench_add(&floors, floor);
	}
	figure.median = bench_at(&pages, 50) / 1e3;
	figure.p99 = bench_at(&pages, 99) / 1e3;
	figure.floor = bench_at(&floors, 50) / 1e3;
	figure.met = figure.p99 <= 400;
	bench_tell(run->out, &figure);
	bench_release(&pages);
	bench_release(&floors);
	return rc;
}

const struct bench bench_queue = {
	.name = "queue",
	.sentence = "the next fifty cases of a queue, each record opened",
	.run = bench_pages,
};

/* ---- finding ---- */

static const char *const searches[] = { "sm", "jo", "smi", "smith", "okafor",
	"ok sar", "pat sin", "07700900", "0770090012", "le97", "hussain amira",
	"12/3/84", "nowak 1979", "doyel", "katherine" };

static enum rc
time_find(struct bench_run *run, const char *words, int64_t *ns, struct fault *f)
{
	struct arena *arena = arena_new();
	struct find_page page;
	int64_t began = clock_ticks();
	enum rc rc = find_run(run->ctl->hub, arena, words, 10, &page, f);

	*ns = clock_ticks() - began;
	arena_free(arena);
	return rc == RC_INVALID ? RC_OK : rc;
}

static enum rc
bench_finds(struct bench_run *run, struct fault *f)
{
	size_t kinds = sizeof(searches) / sizeof(searches[0]);
	struct bench_figure warm = { .measure = "run made after unlocking",
		.unit = "us" };
	struct bench_figure typed = { .measure = "search as typed",
		.unit = "us", .goal = "p99 at most 5000 us" };
	struct bench_times times = { 0 };
	uint64_t n = run->n ? run->n : ROUNDS;
	int64_t ns = clock_ticks();
	enum rc rc = find_warm(run->ctl->hub, f);

	warm.median = (double)(clock_ticks() - ns) / 1e3;
	for (uint64_t i = 0; i < n && !rc; i++) {
		rc = time_find(run, searches[i % kinds], &ns, f);
		bench_add(&times, ns);
	}
	typed.median = bench_at(&times, 50) / 1e3;
	typed.p99 = bench_at(&times, 99) / 1e3;
	typed.met = typed.p99 <= 5000;
	bench_tell(run->out, &warm);
	bench_tell(run->out, &typed);
	bench_release(&times);
	return rc;
}

const struct bench bench_find = {
	.name = "find",
	.sentence = "searches as they are typed",
	.run = bench_finds,
};
