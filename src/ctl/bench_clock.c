/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

/*
 * The clocks: a journey moved with forty clocks re-timed in the same act, beside
 * writing as many bytes; a day's clocks listed, beside fetching their records;
 * the page of somebody with a long history.
 */

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/day.h"
#include "ctl/bench_disk.h"
#include "hub/acts/clock_one.h"
#include "hub/acts/clocking.h"
#include "hub/acts/stage.h"
#include "hub/due.h"
#include "hub/journey.h"
#include "hub/read.h"
#include "hub/slip.h"

#define CLOCKS 40
#define LONG_CASES 10
#define LONG_STEPS 300
#define LONG_CONTACTS 2000

/* ---- doing several things as one act ---- */

typedef enum rc doing_fn(struct doing *, void *arg, struct fault *f);

static enum rc
in_one_act(struct bench *b, const char *act, doing_fn *fn, void *arg,
    struct act_done *done, struct fault *f)
{
	struct arena *arena = arena_new();
	struct slip slip = { .arena = arena };
	struct doing d;
	enum rc rc = doing_begin(
	    &d, b->ctl->hub, act_by_name(act), &slip, done, f);

	if (!rc) {
		rc = fn(&d, arg, f);
		if (rc)
			doing_drop(&d);
		else
			rc = doing_save(&d, f);
	}
	arena_free(arena);
	return rc;
}

static enum rc
take_case(struct bench *b, const char *person, uint64_t *casefile,
    uint64_t *whose, struct fault *f)
{
	struct arena *arena = arena_new();
	struct slip slip = { .arena = arena };
	struct act_done done = { 0 };
	enum rc rc;

	if (person[0] != '\0')
		slip_set(&slip, "person", person);
	slip_set(&slip, "person.given", "bench");
	slip_set(&slip, "person.family", "mark");
	slip_set(&slip, "casefile.category", "BUR");
	slip_set(&slip, "casefile.when", "y");
	rc = act_run(b->ctl->hub, "take_referral", &slip, &done, f);
	*casefile = done.casefile;
	*whose = done.person;
	arena_free(arena);
	return rc;
}

/* ---- a journey moved ---- */

struct moving {
	uint64_t casefile;
	const char *to;
};

static enum rc
start_clocks(struct doing *d, void *arg, struct fault *f)
{
	struct moving *m = arg;
	int32_t today = moment_day(hub_now(d->hub));
	struct record *c;
	char day[11];
	enum rc rc = doing_open(d, KIND_CASEFILE, m->casefile, &c, f);

	for (int i = 0; i < CLOCKS && !rc; i++) {
		day_show(today - i, day);
		rc = clocking_event(d, c, "bail-changed", day, f);
	}
	return rc;
}

/* As it was before: standard rights, and the days that go with them. */
static enum rc
put_back(struct doing *d, void *arg, struct fault *f)
{
	struct moving *m = arg;
	struct record *c, *clock;
	uint64_t *ids;
	size_t n;
	enum rc rc = doing_open(d, KIND_CASEFILE, m->casefile, &c, f);

	if (!rc)
		rc = doing_children(d, m->casefile, KIND_CLOCK, &ids, &n, f);
	if (rc)
		return rc;
	record_set_text(c, CASEFILE_LEVEL, "standard");
	for (size_t i = 0; i < n && !rc; i++) {
		rc = doing_open(d, KIND_CLOCK, ids[i], &clock, f);
		if (!rc)
			record_set_text(clock, CLOCK_DUE, "2099-01-01");
	}
	return rc;
}

static enum rc
move_and_retime(struct doing *d, void *arg, struct fault *f)
{
	struct moving *m = arg;
	struct stage_move move = { .to = m->to, .override = "bench" };
	struct record *c;
	enum rc rc = doing_open(d, KIND_CASEFILE, m->casefile, &c, f);

	if (!rc)
		rc = stage_move(d, c, &move, f);
	if (rc)
		return rc;
	record_set_text(c, CASEFILE_LEVEL, "enhanced");
	return clocking_retime(d, c, f);
}

static enum rc
one_move(struct bench *b, struct moving *m, struct bench_disk *disk,
    struct times *work, struct times *floor, struct fault *f)
{
	struct act_done done = { 0 };
	uint64_t *beyond;
	size_t bytes = 0;
	int64_t began;
	enum rc rc =
	    in_one_act(b, "move_journey", put_back, m, &done, f);

	if (rc)
		return rc;
	began = clock_ticks();
	rc = in_one_act(b, "move_journey", move_and_retime, m, &done, f);
	times_add(work, began);
	if (!rc)
		rc = bench_disk_written(b, &done, &bytes, f);
	if (!rc)
		rc = bench_disk_write(disk, bytes, floor, f);
	if (rc)
		return rc;
	/* What counts is what the act takes beyond its own fdatasync. */
	beyond = &work->at.at[work->at.n - 1];
	*beyond -= *beyond < floor->at.at[floor->at.n - 1]
		       ? *beyond
		       : floor->at.at[floor->at.n - 1];
	return RC_OK;
}

static enum rc
run_move(struct bench *b, struct fault *f)
{
	/* States that start no clock, so that each round is as the first. */
	static const char *const states[] = { "S03", "S08" };
	struct bench_disk *disk = arena_get(b->ctl->arena, sizeof(*disk));
	struct times work = { 0 }, floor = { 0 };
	struct moving m = { 0 };
	struct act_done done = { 0 };
	uint64_t person;
	enum rc rc = take_case(b, "", &m.casefile, &person, f);

	if (!rc)
		rc = in_one_act(b, "move_journey", start_clocks, &m, &done, f);
	if (!rc)
		rc = bench_disk_open(b, disk, f);
	if (rc)
		return rc;
	for (unsigned i = 0; !rc && i < b->rounds; i++) {
		m.to = states[i % 2];
		rc = one_move(b, &m, disk, &work, &floor, f);
	}
	bench_disk_close(disk);
	if (!rc)
		bench_tell(b, "a move and 40 clocks, beyond its sync", &work,
		    "one write and fdatasync of the same bytes", &floor);
	return rc;
}

/* ---- a day's clocks ---- */

static enum rc
list_day(struct bench *b, struct arena *arena, int32_t day,
    struct due_page *page, struct fault *f)
{
	char text[11];
	struct due_ask ask = { .state = "open", .from = text, .until = text };

	day_show(day, text);
	return due_list(b->ctl->hub, arena, &ask, page, f);
}

/* The day within a month of today on which the most clocks fall. */
static enum rc
busiest(struct bench *b, int32_t *day, size_t *most, struct fault *f)
{
	int32_t today = moment_day(hub_now(b->ctl->hub));
	struct arena *arena = arena_new();
	struct due_page page;
	enum rc rc = RC_OK;

	*day = today;
	*most = 0;
	for (int32_t i = today - 30; i < today + 30 && !rc; i++) {
		arena_reset(arena);
		rc = list_day(b, arena, i, &page, f);
		if (!rc && page.n > *most) {
			*most = page.n;
			*day = i;
		}
	}
	arena_free(arena);
	return rc;
}

static enum rc
one_day(struct bench *b, struct arena *arena, int32_t day, struct times *work,
    struct times *floor, struct fault *f)
{
	struct due_page page;
	struct record *r;
	int64_t began = clock_ticks();
	enum rc rc = list_day(b, arena, day, &page, f);

	times_add(work, began);
	began = clock_ticks();
	for (size_t i = 0; !rc && i < page.n; i++)
		rc = hub_record(b->ctl->hub, arena, KIND_CLOCK,
		    page.rows[i].clock, &r, f);
	times_add(floor, began);
	return rc;
}

static enum rc
run_due(struct bench *b, struct fault *f)
{
	struct times work = { 0 }, floor = { 0 };
	struct arena *arena = arena_new();
	int32_t day;
	size_t most;
	enum rc rc = busiest(b, &day, &most, f);

	for (unsigned i = 0; !rc && i < b->rounds; i++) {
		rc = one_day(b, arena, day, &work, &floor, f);
		arena_reset(arena);
	}
	arena_free(arena);
	if (!rc)
		bench_tell(b,
		    arena_printf(b->ctl->arena, "a day's %zu clocks", most),
		    &work, "their records fetched one by one", &floor);
	return rc;
}

/* ---- somebody with a long history ---- */

struct history {
	uint64_t person, cases[LONG_CASES];
};

static enum rc
add_step(struct doing *d, const struct history *h, int i, struct fault *f)
{
	struct record *r;
	enum rc rc = doing_make(d, KIND_STEP, h->person, 0, &r, f);

	if (rc)
		return rc;
	record_set_link(r, STEP_CASEFILE, h->cases[i % LONG_CASES]);
	record_set_text(r, STEP_STATE, i % 2 ? "S20" : "S19");
	record_set_text(r, STEP_ON, "2026-03-02");
	return RC_OK;
}

static enum rc
add_contact(struct doing *d, const struct history *h, int i, struct fault *f)
{
	struct record *r;
	enum rc rc = doing_make(d, KIND_CONTACT, h->person, 0, &r, f);

	if (rc)
		return rc;
	record_set_link(r, CONTACT_CASEFILE, h->cases[i % LONG_CASES]);
	record_set_text(r, CONTACT_ON, "2026-03-02T10:00");
	record_set_text(r, CONTACT_WAY, "out");
	record_set_text(r, CONTACT_BY, "p");
	record_set_text(r, CONTACT_OUTCOME, "no-answer");
	record_set_text(r, CONTACT_NOTE, "Rang as agreed; will try again.");
	return RC_OK;
}

static enum rc
add_history(struct doing *d, void *arg, struct fault *f)
{
	enum rc rc = RC_OK;

	for (int i = 0; i < LONG_STEPS && !rc; i++)
		rc = add_step(d, arg, i, f);
	for (int i = 0; i < LONG_CONTACTS && !rc; i++)
		rc = add_contact(d, arg, i, f);
	return rc;
}

static enum rc
make_history(struct bench *b, struct history *h, struct fault *f)
{
	struct act_done done = { 0 };
	struct slip name = { .arena = b->ctl->arena };
	enum rc rc = take_case(b, "", &h->cases[0], &h->person, f);

	slip_set_id(&name, "person", h->person);
	for (int i = 1; i < LONG_CASES && !rc; i++)
		rc = take_case(b, slip_text(&name, "person"), &h->cases[i],
		    &h->person, f);
	return rc ? rc
		  : in_one_act(b, "move_journey", add_history, h, &done, f);
}

static enum rc
one_page(struct bench *b, struct arena *arena, uint64_t person,
    struct times *work, struct times *floor, struct fault *f)
{
	struct person_page page = { 0 };
	struct record_list list;
	int64_t began = clock_ticks();
	enum rc rc = hub_person_page(b->ctl->hub, arena, person, &page, f);

	times_add(work, began);
	began = clock_ticks();
	for (size_t i = 0; !rc && i < page.casefiles.n; i++)
		rc = hub_children(b->ctl->hub, arena,
		    page.casefiles.at[i]->id, KIND_CONTACT, &list, f);
	times_add(floor, began);
	return rc;
}

static enum rc
run_long(struct bench *b, struct fault *f)
{
	struct times work = { 0 }, floor = { 0 };
	struct arena *arena = arena_new();
	struct history h = { 0 };
	enum rc rc = make_history(b, &h, f);

	for (unsigned i = 0; !rc && i < b->rounds; i++) {
		rc = one_page(b, arena, h.person, &work, &floor, f);
		arena_reset(arena);
	}
	arena_free(arena);
	if (!rc)
		bench_tell(b, "10 crimes, 300 steps, 2,000 contacts", &work,
		    "the contacts alone, fetched and opened", &floor);
	return rc;
}

const struct bench_row bench_move = {
	.name = "move",
	.sentence = "a journey moved and forty clocks re-timed, as one act",
	.writes = true,
	.run = run_move,
};

const struct bench_row bench_due = {
	.name = "due",
	.sentence = "a day's clocks listed",
	.run = run_due,
};

const struct bench_row bench_long = {
	.name = "long",
	.sentence = "everything about somebody with a long history",
	.writes = true,
	.run = run_long,
};
