/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/vec.h"
#include "base/when.h"
#include "fold/fold.h"
#include "fold/index.h"
#include "hub/card.h"
#include "hub/hub.h"
#include "model/code.h"
#include "model/record.h"

#include "hub/diary.h"

/* How near in time two things clash, when no end is told. */
#define CLASH_MS (INT64_C(90) * 60000)

struct diary_walk {
	struct hub *hub;
	const struct look *look;
	struct arena *arena;
	const char *owner;
	uint32_t until; /* minutes, left out */
	struct card_crew crew;
	VEC(struct diary_row) rows;
};

const char *
diary_sort_name(enum diary_sort sort)
{
	static const char *const names[DIARY_SORTS] = {
		[DIARY_COURT] = "court",
		[DIARY_VISIT] = "visit",
		[DIARY_CALL] = "call",
	};

	return names[sort];
}

static const char *
label(const struct diary_walk *w, const char *list, const char *code)
{
	return arena_str(w->arena, code_label(w->hub->codes, list, code));
}

/* ---- a hearing ---- */

/* "screens granted, live link refused, travel". */
static void
tell_measures(const struct diary_walk *w, const struct record *r,
    struct diary_row *row)
{
	const struct code_list *list = code_list(w->hub->codes, "measure");
	struct buf out = { 0 };

	for (size_t i = 0; list && i < list->n; i++) {
		const struct code *c = &list->codes[i];
		bool special = c->group && strcmp(c->group, "special") == 0;
		bool yes = record_has_code(r, HEARING_GRANTED, c->code);
		bool no = record_has_code(r, HEARING_REFUSED, c->code);

		if (!record_has_code(r, HEARING_MEASURES, c->code))
			continue;
		buf_printf(&out, "%s%s%s", out.len ? ", " : "", c->label,
		    !special ? "" : yes ? " granted" : no ? " refused"
							  : " not answered");
		row->pending = row->pending || (special && !yes && !no);
	}
	row->measures = arena_str(w->arena, buf_str(&out));
	buf_release(&out);
}

static void
tell_hearing(const struct diary_walk *w, const struct record *r,
    struct diary_row *row)
{
	const char *result = record_text(r, HEARING_RESULT);

	row->sort = DIARY_COURT;
	row->what = label(w, "hearing", record_text(r, HEARING_SORT));
	row->code = record_text(r, HEARING_COURT);
	row->court = label(w, "court", row->code);
	row->room = record_text(r, HEARING_ROOM);
	row->as = label(w, "court-role", record_text(r, HEARING_AS));
	row->needs = record_text(r, HEARING_NEEDS);
	if (!*row->needs)
		row->needs = record_text(r, HEARING_NOTE);
	row->interpreter =
	    label(w, "language", record_text(r, HEARING_INTERPRETER));
	row->result = label(w, "listing", result);
	row->why = label(w, "listing-why", record_text(r, HEARING_WHY));
	row->told = record_flag(r, HEARING_TOLD);
	row->off = *result && strcmp(result, "effective") != 0 &&
		   strcmp(result, "cracked") != 0;
	tell_measures(w, r, row);
}

/* ---- something to do at an hour ---- */

/* Which tasks are visits or calls; others are in the queue, not the diary. */
/* clang-format off */
static const struct {
	const char *what;
	enum diary_sort sort;
} tasks[] = {
	{ "visit",		DIARY_VISIT },
	{ "call-back",		DIARY_CALL },
	{ "follow-up",		DIARY_CALL },
	{ "first-contact",	DIARY_CALL },
};
/* clang-format on */

static bool
tell_task(const struct diary_walk *w, const struct record *r,
    struct diary_row *row)
{
	const char *what = record_text(r, TASK_WHAT);

	for (size_t i = 0; i < sizeof(tasks) / sizeof(tasks[0]); i++)
		if (strcmp(tasks[i].what, what) == 0) {
			row->sort = tasks[i].sort;
			row->what = label(w, "task", what);
			row->needs = record_text(r, TASK_TEXT);
			return true;
		}
	return false;
}

/* ---- whose it is ---- */

static enum rc
tell_case(struct diary_walk *w, uint64_t id, struct diary_row *row,
    struct fault *f)
{
	struct record *casefile, *person, *safety = NULL;
	const struct card_worker *worker;
	bool unsafe;
	enum rc rc = look_record(w->look, w->arena, KIND_CASEFILE, id, NULL,
	    &casefile, f);

	if (!rc)
		rc = look_record(w->look, w->arena, KIND_PERSON,
		    record_link(casefile, CASEFILE_PERSON), NULL, &person, f);
	if (rc)
		return rc;
	if (record_link(person, PERSON_SAFETY) &&
	    look_record(w->look, w->arena, KIND_SAFETY,
		record_link(person, PERSON_SAFETY), NULL, &safety, NULL))
		safety = NULL;
	worker = card_worker(w->hub, w->look, w->arena, &w->crew,
	    record_link(casefile, CASEFILE_OWNER));
	row->casefile = id;
	row->person = person->id;
	row->owner = record_link(casefile, CASEFILE_OWNER);
	row->ref = record_text(person, PERSON_REF);
	row->name = card_name(w->arena, person);
	row->crime = card_crime(w->arena, w->hub->codes, casefile);
	row->number = record_text(casefile, CASEFILE_NUMBER);
	row->safe = card_safe(
	    w->hub, w->arena, person, safety, casefile, &unsafe);
	row->who = worker->initials;
	row->login = worker->login;
	return RC_OK;
}

static void
tell_time(struct diary_row *row, const char *iso)
{
	row->iso = iso;
	row->hour = strchr(iso, 'T') != NULL;
	if (!when_moment(iso, &row->at_ms))
		row->at_ms = 0;
}

static enum rc
take(struct diary_walk *w, unsigned kind, uint64_t id, struct fault *f)
{
	struct diary_row row = { .ref = "", .name = "", .crime = "",
		.number = "", .what = "", .court = "", .code = "", .room = "",
		.as = "", .needs = "", .interpreter = "", .measures = "",
		.result = "", .why = "", .safe = "", .who = "", .login = "" };
	bool court = kind == KIND_HEARING;
	struct record *r;
	enum rc rc = look_record(w->look, w->arena, kind, id, NULL, &r, f);

	if (rc)
		return rc == RC_MISSING ? RC_OK : rc;
	if (court)
		tell_hearing(w, r, &row);
	else if (!tell_task(w, r, &row))
		return RC_OK;
	row.record = id;
	tell_time(&row, record_text(r, court ? HEARING_ON : TASK_DUE));
	rc = tell_case(w,
	    record_link(r, court ? HEARING_CASEFILE : TASK_CASEFILE), &row, f);
	if (rc)
		return rc == RC_MISSING ? RC_OK : rc;
	if (!*w->owner || strcmp(w->owner, row.login) == 0)
		*VEC_ADD(&w->rows) = row;
	return RC_OK;
}

/* ---- the walk ---- */

/* An index of what falls when: u16 tag, u32 minutes, u16 kind, u64 id. */
static enum rc
walk_index(struct diary_walk *w, unsigned index, unsigned kind, uint32_t from,
    struct fault *f)
{
	struct look_walk walk;
	struct buf key = { 0 };
	enum rc rc;

	index_prefix(&key, index);
	buf_u32(&key, from);
	rc = look_walk_open(w->look, TABLE_INDEX, buf_window(&key), &walk, f);
	while (!rc && !(rc = look_walk_next(&walk, f))) {
		struct reader r = reader_of(walk.key);

		if (reader_u16(&r) != index || reader_u32(&r) >= w->until) {
			rc = RC_END;
			break;
		}
		if (reader_u16(&r) == kind)
			rc = take(w, kind, index_id(walk.key), f);
	}
	look_walk_close(&walk);
	buf_release(&key);
	return rc == RC_END ? RC_OK : rc;
}

static int
compare_rows(const void *a, const void *b)
{
	const struct diary_row *x = a, *y = b;

	if (x->at_ms != y->at_ms)
		return x->at_ms < y->at_ms ? -1 : 1;
	if (x->sort != y->sort)
		return x->sort < y->sort ? -1 : 1;
	return strcmp(x->ref, y->ref);
}

static bool
clashes(const struct diary_row *a, const struct diary_row *b)
{
	int64_t apart = b->at_ms - a->at_ms;

	if (!a->hour || !b->hour || a->off || b->off || apart >= CLASH_MS ||
	    (a->sort == DIARY_CALL && b->sort == DIARY_CALL))
		return false;
	return a->person == b->person || (a->owner && a->owner == b->owner);
}

static void
find_clashes(struct diary_page *page)
{
	for (size_t i = 0; i < page->n; i++)
		for (size_t j = i + 1; j < page->n &&
		     page->rows[j].at_ms - page->rows[i].at_ms < CLASH_MS;
		     j++)
			if (clashes(&page->rows[i], &page->rows[j])) {
				page->rows[i].clash = page->rows[j].clash =
				    true;
				page->clashes++;
			}
}

static enum rc
gather(struct diary_walk *w, int32_t from, struct fault *f)
{
	uint32_t first = from > 0 ? (uint32_t)from * 1440u : 0;
	enum rc rc = walk_index(w, INDEX_DIARY, KIND_HEARING, first, f);

	return rc ? rc : walk_index(w, INDEX_DUE, KIND_TASK, first, f);
}

enum rc
diary_read(struct hub *hub, struct arena *arena, int32_t from, int32_t until,
    const char *owner, struct diary_page *page, struct fault *f)
{
	struct look look;
	struct diary_walk w = { .hub = hub, .look = &look, .arena = arena,
		.owner = owner,
		.until = until >= 0 ? ((uint32_t)until + 1) * 1440u : 0 };
	enum rc rc = fold_look(hub->fold, &look, f);

	*page = (struct diary_page){ 0 };
	if (rc)
		return rc;
	rc = gather(&w, from, f);
	look_end(&look);
	if (!rc && w.rows.n) {
		qsort(w.rows.at, w.rows.n, sizeof(*w.rows.at), compare_rows);
		page->rows = arena_copy(arena, w.rows.at,
		    w.rows.n * sizeof(*w.rows.at));
		page->n = w.rows.n;
		find_clashes(page);
	}
	VEC_RELEASE(&w.rows);
	return rc;
}
