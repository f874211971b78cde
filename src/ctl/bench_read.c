/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

/* What a screen asks for, beside an empty look at the store. */

#include "base/clock.h"
#include "ctl/bench.h"
#include "fold/fold.h"
#include "fold/look.h"
#include "hub/find.h"
#include "hub/queue.h"
#include "hub/read.h"

#define SCREEN 50 /* rows of a queue */

static const char look_is[] = "an empty look at the store";

static enum rc
one_look(struct bench *b, struct times *floor, struct fault *f)
{
	int64_t began = clock_ticks();
	struct look look;
	enum rc rc = fold_look(b->ctl->hub->fold, &look, f);

	if (!rc)
		look_end(&look);
	times_add(floor, began);
	return rc;
}

static enum rc
run_queue(struct bench *b, struct fault *f)
{
	struct times work = { 0 }, floor = { 0 };
	struct arena *arena = arena_new();
	struct queue_page page;
	int64_t began;
	unsigned i;
	enum rc rc = RC_OK;

	for (i = 0; !rc && i < b->rounds; i++) {
		page = (struct queue_page){ 0 };
		began = clock_ticks();
		rc = queue_read(
		    b->ctl->hub, arena, QUEUE_TEAM, 0, SCREEN, &page, f);
		times_add(&work, began);
		arena_reset(arena);
		if (!rc)
			rc = one_look(b, &floor, f);
	}
	arena_free(arena);
	if (!rc)
		bench_tell(b, "queue page of 50", &work, look_is, &floor);
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
	struct find_page page;
	int64_t began;
	unsigned i;
	enum rc rc = find_warm(b->ctl->hub, f);

	for (i = 0; !rc && i < b->rounds; i++) {
		page = (struct find_page){ 0 };
		began = clock_ticks();
		rc = find_run(
		    b->ctl->hub, arena, typed[i % 10], 20, &page, f);
		times_add(&work, began);
		arena_reset(arena);
		if (!rc)
			rc = one_look(b, &floor, f);
	}
	arena_free(arena);
	if (!rc)
		bench_tell(b, "search as typed", &work, look_is, &floor);
	return rc;
}

/* The people on the first page of the queue, one after the other. */
static enum rc
run_show(struct bench *b, struct fault *f)
{
	struct times work = { 0 }, floor = { 0 };
	struct arena *arena = arena_new();
	struct person_page person;
	struct queue_page page = { 0 };
	int64_t began;
	unsigned i;
	enum rc rc = queue_read(b->ctl->hub, b->ctl->arena, QUEUE_TEAM, 0,
	    SCREEN, &page, f);

	for (i = 0; !rc && page.n > 0 && i < b->rounds; i++) {
		person = (struct person_page){ 0 };
		began = clock_ticks();
		rc = hub_person_page(b->ctl->hub, arena,
		    page.rows[i % page.n].person, &person, f);
		times_add(&work, began);
		arena_reset(arena);
		if (!rc)
			rc = one_look(b, &floor, f);
	}
	arena_free(arena);
	if (!rc)
		bench_tell(b, "person page", &work, look_is, &floor);
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
