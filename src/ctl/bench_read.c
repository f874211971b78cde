/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

/*
 * What a screen asks for, beside fetching the records it is about one by one by
 * their ids: got from the table, unsealed, decoded.
 */

#include "base/clock.h"
#include "ctl/bench.h"
#include "hub/find.h"
#include "hub/queue.h"
#include "hub/read.h"
#include "model/kinds.h"

#define SCREEN 50 /* rows of a queue */

static enum rc
fetch(struct bench *b, struct arena *arena, unsigned kind, uint64_t id,
    struct fault *f)
{
	struct record *r;

	return hub_record(b->ctl->hub, arena, kind, id, &r, f);
}

static enum rc
one_queue(struct bench *b, struct arena *arena, struct times *work,
    struct times *floor, struct fault *f)
{
	struct queue_page page = { 0 };
	int64_t began = clock_ticks();
	enum rc rc =
	    queue_read(b->ctl->hub, arena, QUEUE_TEAM, 0, SCREEN, &page, f);
	size_t i;

	times_add(work, began);
	began = clock_ticks();
	for (i = 0; !rc && i < page.n; i++)
		rc = fetch(b, arena, KIND_CASEFILE, page.rows[i].casefile, f);
	times_add(floor, began);
	return rc;
}

static enum rc
one_find(struct bench *b, struct arena *arena, const char *typed,
    struct times *work, struct times *floor, struct fault *f)
{
	struct find_page page = { 0 };
	int64_t began = clock_ticks();
	enum rc rc = find_run(b->ctl->hub, arena, typed, 20, &page, f);
	size_t i;

	times_add(work, began);
	began = clock_ticks();
	for (i = 0; !rc && i < page.n; i++)
		rc = fetch(b, arena, KIND_PERSON, page.hits[i].person, f);
	times_add(floor, began);
	return rc;
}

static enum rc
one_show(struct bench *b, struct arena *arena, uint64_t person,
    struct times *work, struct times *floor, struct fault *f)
{
	struct person_page page = { 0 };
	int64_t began = clock_ticks();
	enum rc rc = hub_person_page(b->ctl->hub, arena, person, &page, f);

	times_add(work, began);
	began = clock_ticks();
	if (!rc)
		rc = fetch(b, arena, KIND_PERSON, person, f);
	times_add(floor, began);
	return rc;
}

static enum rc
run_queue(struct bench *b, struct fault *f)
{
	struct times work = { 0 }, floor = { 0 };
	struct arena *arena = arena_new();
	enum rc rc = RC_OK;
	unsigned i;

	for (i = 0; !rc && i < b->rounds; i++) {
		rc = one_queue(b, arena, &work, &floor, f);
		arena_reset(arena);
	}
	arena_free(arena);
	bench_tell(b, "queue page of 50", &work,
	    "its casefiles fetched one by one", &floor);
	return rc;
}

static enum rc
run_find(struct bench *b, struct fault *f)
{
	static const char *const typed[] = { "sm", "smith", "jo", "patel",
		"husain", "sarah ok", "07700 900", "le97", "john smith",
		"nowak piotr" };
	struct times work = { 0 }, floor = { 0 };
	struct arena *arena = arena_new();
	enum rc rc = find_warm(b->ctl->hub, f);
	unsigned i;

	for (i = 0; !rc && i < b->rounds; i++) {
		rc = one_find(b, arena, typed[i % 10], &work, &floor, f);
		arena_reset(arena);
	}
	arena_free(arena);
	bench_tell(b, "search as typed", &work,
	    "those found fetched one by one", &floor);
	return rc;
}

/* The people on the first page of the queue, one after the other. */
static enum rc
run_show(struct bench *b, struct fault *f)
{
	struct times work = { 0 }, floor = { 0 };
	struct arena *arena = arena_new();
	struct queue_page page = { 0 };
	enum rc rc = queue_read(b->ctl->hub, b->ctl->arena, QUEUE_TEAM, 0,
	    SCREEN, &page, f);
	unsigned i;

	for (i = 0; !rc && page.n > 0 && i < b->rounds; i++) {
		rc = one_show(b, arena, page.rows[i % page.n].person, &work,
		    &floor, f);
		arena_reset(arena);
	}
	arena_free(arena);
	bench_tell(b, "person page", &work, "the person's record fetched",
	    &floor);
	return rc;
}

const struct bench_row bench_queue = {
	.name = "queue",
	.sentence = "a page of 50 rows of the team's queue",
	.run = run_queue,
};

const struct bench_row bench_find = {
	.name = "find",
	.sentence = "a search as it is typed",
	.run = run_find,
};

const struct bench_row bench_show = {
	.name = "show",
	.sentence = "everything about one person",
	.run = run_show,
};
