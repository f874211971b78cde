/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/arena.h"
#include "base/vec.h"
#include "fold/fold.h"
#include "fold/index.h"
#include "hub/card.h"
#include "hub/hub.h"
#include "model/record.h"

#include "hub/due.h"

/*
 * The running clocks, read from the index of what is due, where they lie by the
 * time they fall. A clock of a case that this worker may not read is passed
 * over.
 */

struct due_walk {
	struct hub *hub;
	const struct look *look;
	struct arena *arena;
	const char *owner;
	uint32_t until;
	size_t most;
	int64_t now_ms;
	VEC(struct due_row) rows;
	struct card_crew crew;
};

static void
fill_rule(struct due_walk *w, const struct record *clock, struct due_row *row)
{
	const struct due_rule *rule;

	row->rule = record_text(clock, CLOCK_RULE);
	row->right = row->title = row->holder = "";
	if (!(rule = due_rule_by(w->hub->deadlines, row->rule)))
		return;
	row->right = arena_str(w->arena, rule->right);
	row->title = arena_str(w->arena, rule->title);
	row->holder = arena_str(w->arena, rule->holder);
}

static void
fill_time(struct due_walk *w, const struct record *clock, uint32_t due,
    struct due_row *row)
{
	int64_t due_ms = due_moment(due);
	char left[16];

	row->clock = clock->id;
	row->started = record_text(clock, CLOCK_STARTED);
	row->due = record_text(clock, CLOCK_DUE);
	row->late = due_ms < w->now_ms;
	row->state = row->late ? "late" : "running";
	due_words(w->now_ms, due_ms, left);
	row->left = arena_str(w->arena, left);
}

static void
fill_case(struct due_walk *w, const struct record *casefile,
    const struct record *person, struct due_row *row)
{
	row->casefile = casefile->id;
	row->person = person->id;
	row->enhanced =
	    strcmp(record_text(casefile, CASEFILE_LEVEL), "enhanced") == 0;
	row->ref = record_text(person, PERSON_REF);
	row->name = card_name(w->arena, person);
}

static enum rc
take_clock(struct due_walk *w, uint64_t id, uint32_t due, struct fault *f)
{
	struct record *clock, *casefile, *person;
	const struct card_worker *worker;
	struct due_row *row;
	enum rc rc;

	rc = look_record(w->look, w->arena, KIND_CLOCK, id, NULL, &clock, f);
	if (!rc)
		rc = look_record(w->look, w->arena, KIND_CASEFILE,
		    record_link(clock, CLOCK_CASEFILE), NULL, &casefile, f);
	if (rc)
		return rc;
	worker = card_worker(w->hub, w->look, w->arena, &w->crew,
	    record_link(casefile, CASEFILE_OWNER));
	if (*w->owner && strcmp(worker->login, w->owner) != 0)
		return RC_OK;
	rc = look_record(w->look, w->arena, KIND_PERSON,
	    record_link(casefile, CASEFILE_PERSON), NULL, &person, f);
	if (rc)
		return rc;
	row = VEC_ADD(&w->rows);
	row->who = worker->initials;
	fill_rule(w, clock, row);
	fill_time(w, clock, due, row);
	fill_case(w, casefile, person, row);
	return RC_OK;
}

static enum rc
take_key(struct span key, struct span value, void *arg, struct fault *f)
{
	struct due_walk *w = arg;
	struct reader r = reader_of(key);
	uint32_t due;
	enum rc rc;

	(void)value;
	reader_u16(&r);
	due = reader_u32(&r);
	if (due > w->until || w->rows.n == w->most)
		return RC_END;
	if (reader_u16(&r) != KIND_CLOCK || r.bad)
		return RC_OK;
	rc = take_clock(w, index_id(key), due, f);
	return rc == RC_MISSING ? RC_OK : rc;
}

/* The whole of a day that is all that was said. */
static uint32_t
until_of(const char *iso)
{
	return *iso ? index_minutes(iso) : INDEX_NEVER;
}

static enum rc
walk_all(struct due_walk *w, struct fault *f)
{
	struct buf prefix = { 0 };
	struct look look;
	enum rc rc = fold_look(w->hub->fold, &look, f);

	if (rc)
		return rc;
	w->look = &look;
	index_prefix(&prefix, INDEX_DUE);
	rc = look_prefix(&look, TABLE_INDEX, buf_window(&prefix), take_key, w,
	    f);
	buf_release(&prefix);
	look_end(&look);
	return rc;
}

enum rc
due_read(struct hub *hub, struct arena *arena, const char *until_iso,
    const char *owner, size_t most, struct due_page *page, struct fault *f)
{
	struct due_walk w = { .hub = hub,
		.arena = arena,
		.owner = owner,
		.until = until_of(until_iso),
		.most = most,
		.now_ms = hub_now(hub) };
	enum rc rc = walk_all(&w, f);

	*page = (struct due_page){ 0 };
	if (!rc && w.rows.n) {
		page->rows =
		    arena_copy(arena, w.rows.at, w.rows.n * sizeof(*w.rows.at));
		page->n = w.rows.n;
	}
	VEC_RELEASE(&w.rows);
	return rc;
}
