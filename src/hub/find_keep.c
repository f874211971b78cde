/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/mem.h"
#include "base/vec.h"
#include "fold/fold.h"
#include "hub/find.h"
#include "hub/find_run.h"
#include "hub/hub.h"
#include "hub/read.h"
#include "model/record.h"

#include "hub/find_keep.h"

/*
 * Making goes through the records of people in the order of their ids, and then
 * through those of cases for the numbers of crimes; each stretch is a look of
 * its own, so that it can stop and go on later. Before the first, the fold is
 * asked to tell which records change: those wait in a list, and the next search
 * puts them in, also if they changed behind where the making had come to.
 */

enum stage { STAGE_PEOPLE, STAGE_NUMBERS, STAGE_MADE };

/* A record that changed since it was put in. */
struct waiting {
	unsigned kind;
	uint64_t id;
};

struct find {
	struct find_run *run;
	struct arena *scratch, *arena;
	enum stage stage;
	uint64_t next; /* the id at which the stage goes on */
	VEC(struct waiting) waiting;
	size_t put; /* since the lists were laid out */
};

/* Puts after which the lists are laid out again. */
#define PUTS_MOST 20000

/* Records read between two glances at the clock. */
#define GLANCE 32

#define MS INT64_C(1000000)

/* ---- what a record adds ---- */

static void
put_person(struct find *find, const struct record *r)
{
	find_run_put(find->run, r, find->scratch);
	arena_reset(find->scratch);
}

static void
put_casefile(struct find *find, const struct record *r)
{
	const char *number = record_text(r, CASEFILE_NUMBER);

	if (*number)
		find_run_number(find->run, record_link(r, CASEFILE_PERSON),
		    number);
}

static void
put_record(struct find *find, unsigned kind, const struct record *r)
{
	if (kind == KIND_PERSON)
		put_person(find, r);
	else
		put_casefile(find, r);
}

/* ---- making ---- */

static unsigned
kind_of(enum stage stage)
{
	return stage == STAGE_PEOPLE ? KIND_PERSON : KIND_CASEFILE;
}

static bool
is_of(struct span key, unsigned kind)
{
	const uint8_t *at = key.at;

	return key.len == RECORD_KEY_LEN && at[0] == kind >> 8 &&
	       at[1] == (kind & 0xff);
}

static uint64_t
id_of(struct span key)
{
	struct reader r = reader_of(key);

	reader_u16(&r);
	return reader_u64(&r);
}

/* Take the row a walk has come to; one that may not be read adds nothing. */
static enum rc
take_row(struct find *find, const struct look_walk *w, struct fault *f)
{
	unsigned kind = kind_of(find->stage);
	struct record *r;
	enum rc rc = look_row(w->look, find->arena, w->key, w->value, &r, f);

	if (!rc)
		put_record(find, kind, r);
	arena_reset(find->arena);
	find->next = id_of(w->key) + 1;
	return rc == RC_MISSING ? RC_OK : rc;
}

static void
end_stage(struct find *find)
{
	find_run_settle(find->run);
	find->stage++;
	find->next = 0;
}

static enum rc
walk_stage(struct find *find, const struct look *look, int64_t until,
    struct fault *f)
{
	unsigned kind = kind_of(find->stage);
	uint8_t from[RECORD_KEY_LEN];
	struct look_walk w;
	enum rc rc;

	record_key(kind, find->next, from);
	rc = look_walk_open(look, TABLE_RECORD, span_of(from, sizeof(from)), &w,
	    f);
	for (unsigned n = 1; !rc; n++) {
		if (n % GLANCE == 0 && clock_ticks() > until)
			break;
		rc = look_walk_next(&w, f);
		if (rc == RC_END || (!rc && !is_of(w.key, kind))) {
			end_stage(find);
			rc = RC_OK;
			break;
		}
		if (!rc)
			rc = take_row(find, &w, f);
	}
	look_walk_close(&w);
	return rc;
}

/* Go on with the making up to ${last}, or to the moment ${until}. */
static enum rc
make_on(struct hub *hub, enum stage last, int64_t until, struct fault *f)
{
	struct find *find = hub->find;
	struct look look;
	enum rc rc = RC_OK;

	while (!rc && find->stage < last && clock_ticks() <= until) {
		if ((rc = fold_look(hub->fold, &look, f)))
			break;
		rc = walk_stage(find, &look, until, f);
		look_end(&look);
	}
	return rc;
}

/* ---- following ---- */

static void
heard(unsigned kind, uint64_t id, void *arg)
{
	struct find *find = arg;
	struct waiting *last =
	    find->waiting.n ? VEC_LAST(&find->waiting) : NULL;

	if (kind != KIND_PERSON && kind != KIND_CASEFILE)
		return;
	if (last && last->kind == kind && last->id == id)
		return;
	*VEC_ADD(&find->waiting) = (struct waiting){ kind, id };
}

/* Whose case came to be this worker's is somebody they see from now on. */
static void
put_owner(struct hub *hub, uint64_t person)
{
	struct record *r;

	if (!hub_record(hub, hub->find->arena, KIND_PERSON, person, &r, NULL))
		put_person(hub->find, r);
}

static enum rc
put_again(struct hub *hub, const struct waiting *w, struct fault *f)
{
	struct find *find = hub->find;
	struct record *r;
	enum rc rc = hub_record(hub, find->arena, w->kind, w->id, &r, f);

	if (!rc)
		put_record(find, w->kind, r);
	if (!rc && w->kind == KIND_CASEFILE && hub->see == SEE_OWN)
		put_owner(hub, record_link(r, CASEFILE_PERSON));
	else if (rc == RC_MISSING && w->kind == KIND_PERSON)
		find_run_drop(find->run, w->id);
	arena_reset(find->arena);
	find->put++;
	return rc == RC_MISSING ? RC_OK : rc;
}

/* Beginning a look folds what others have committed, and so is heard. */
static enum rc
catch_up(struct hub *hub, struct fault *f)
{
	struct look look;
	enum rc rc = fold_look(hub->fold, &look, f);

	if (!rc)
		look_end(&look);
	return rc;
}

static enum rc
put_waiting(struct hub *hub, struct fault *f)
{
	struct find *find = hub->find;
	enum rc rc = RC_OK;

	for (size_t i = 0; !rc && i < find->waiting.n; i++) {
		struct waiting w = find->waiting.at[i];

		rc = put_again(hub, &w, f);
	}
	if (rc)
		return rc;
	VEC_CLEAR(&find->waiting);
	if (find->put > PUTS_MOST) {
		find_run_settle(find->run);
		find->put = 0;
	}
	return RC_OK;
}

/* ---- what the headers promise ---- */

static void
begin(struct hub *hub)
{
	struct find *find;

	if (hub->find)
		return;
	find = hub->find = mem_get(sizeof(*find));
	find->scratch = arena_new();
	find->arena = arena_new();
	find->run = find_run_new(hub->names);
	fold_watch(hub->fold, heard, find);
}

enum rc
find_keep_ready(struct hub *hub, bool numbers, struct fault *f)
{
	enum rc rc;

	begin(hub);
	rc = make_on(hub, numbers ? STAGE_MADE : STAGE_NUMBERS, INT64_MAX, f);
	if (!rc)
		rc = catch_up(hub, f);
	return rc || !hub->find->waiting.n ? rc : put_waiting(hub, f);
}

struct find_run *
find_keep_run(const struct hub *hub)
{
	return hub->find->run;
}

enum rc
find_warm(struct hub *hub, struct fault *f)
{
	return find_keep_ready(hub, true, f);
}

enum rc
find_warm_some(struct hub *hub, unsigned ms, bool *done, struct fault *f)
{
	enum rc rc;

	begin(hub);
	rc = make_on(hub, STAGE_MADE, clock_ticks() + ms * MS, f);
	*done = hub->find->stage == STAGE_MADE;
	return rc;
}

void
find_forget(struct hub *hub)
{
	struct find *find = hub->find;

	if (!find)
		return;
	fold_unwatch(hub->fold, find);
	find_run_free(find->run);
	VEC_RELEASE(&find->waiting);
	arena_free(find->scratch);
	arena_free(find->arena);
	free(find);
	hub->find = NULL;
}
