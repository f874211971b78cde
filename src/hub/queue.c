/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/day.h"
#include "fold/fold.h"
#include "fold/index.h"
#include "hub/act.h"
#include "hub/card.h"
#include "hub/due.h"
#include "hub/hub.h"
#include "model/code.h"
#include "model/record.h"

#include "hub/queue.h"

/*
 * A queue is a stretch of the index of open cases, one for each area whose key
 * this worker holds. Within an area the keys lie in the order of the queue:
 * due, risk, id. So a page is a merge of as many stretches as there are areas,
 * and only the cases that are shown are opened.
 */

/* clang-format off */
static const struct queue_kind {
	const char *name, *title;
} kinds[QUEUE_COUNT] = {
	[QUEUE_MINE]		= { "mine",		"mine" },
	[QUEUE_TEAM]		= { "team",		"team" },
	[QUEUE_UNASSIGNED]	= { "unassigned",	"unassigned" },
	[QUEUE_SUPERVISOR]	= { "supervisor",	"supervisor" },
};
/* clang-format on */

#define AREAS_MOST 64
#define PREFIX_LEN 12             /* index u16, area u16, owner u64 */
#define KEY_LEN (PREFIX_LEN + 13) /* due u32, rank u8, id u64 */

/* One area's stretch; key is NULL at its end. */
struct stretch {
	struct look_walk walk;
	uint8_t prefix[PREFIX_LEN];
	const uint8_t *key;
};

struct merge {
	struct look look;
	struct stretch at[2 * AREAS_MOST];
	size_t n;
};

bool
queue_by_name(const char *name, enum queue_name *q)
{
	for (int i = 0; i < QUEUE_COUNT; i++)
		if (strcmp(kinds[i].name, name) == 0) {
			*q = (enum queue_name)i;
			return true;
		}
	return false;
}

const char *
queue_title(enum queue_name q)
{
	return kinds[q].title;
}

bool
queue_may(const struct hub *hub, enum queue_name q)
{
	return q != QUEUE_SUPERVISOR || act_may(hub, "supervise");
}

/* ---- the merge ---- */

/* Whose cases a queue holds; a role that sees only its own and nobody's has no
 * others in its team's either, and one that sees nobody has no queue. */
static size_t
owners_of(const struct hub *hub, enum queue_name q, uint64_t owners[2])
{
	if (hub->see == SEE_COUNTS)
		return 0;
	if (!queue_may(hub, q))
		return 0;
	owners[0] = q == QUEUE_MINE ? hub->me.id :
	    q == QUEUE_UNASSIGNED   ? 0 :
	    q == QUEUE_SUPERVISOR   ? INDEX_SUPERVISOR :
	    hub->see == SEE_OWN	    ? hub->me.id :
				      INDEX_EVERYONE;
	owners[1] = 0;
	return owners[0] == hub->me.id && q == QUEUE_TEAM ? 2 : 1;
}

static enum rc
step(struct stretch *s, struct fault *f)
{
	enum rc rc = look_walk_next(&s->walk, f);

	s->key = NULL;
	if (rc)
		return rc == RC_END ? RC_OK : rc;
	if (s->walk.key.len == KEY_LEN &&
	    memcmp(s->walk.key.at, s->prefix, PREFIX_LEN) == 0)
		s->key = s->walk.key.at;
	return RC_OK;
}

static enum rc
open_stretch(struct merge *m, uint16_t area, uint64_t owner, struct fault *f)
{
	struct stretch *s = &m->at[m->n++];
	struct buf prefix = { 0 };
	enum rc rc;

	index_prefix(&prefix, INDEX_QUEUE);
	buf_u16(&prefix, area);
	buf_u64(&prefix, owner);
	memcpy(s->prefix, prefix.at, PREFIX_LEN);
	buf_release(&prefix);
	rc = look_walk_open(&m->look, TABLE_INDEX,
	    span_of(s->prefix, PREFIX_LEN), &s->walk, f);
	return rc ? rc : step(s, f);
}

static void
merge_close(struct merge *m)
{
	for (size_t i = 0; i < m->n; i++)
		look_walk_close(&m->at[i].walk);
	look_end(&m->look);
}

static enum rc
merge_open(struct merge *m, struct hub *hub, enum queue_name q, struct fault *f)
{
	uint64_t owners[2];
	size_t n = owners_of(hub, q, owners);
	enum rc rc;

	m->n = 0;
	if ((rc = fold_look(hub->fold, &m->look, f)))
		return rc;
	for (size_t i = 0; !rc && i < hub->n_areas && i < AREAS_MOST; i++)
		for (size_t j = 0; !rc && j < n; j++)
			rc = open_stretch(
			    m, hub->areas[i].number, owners[j], f);
	if (rc)
		merge_close(m);
	return rc;
}

/* The next place of the queue, whose key is lent; NULL at the end. */
static struct stretch *
merge_first(struct merge *m)
{
	struct stretch *first = NULL;

	for (size_t i = 0; i < m->n; i++)
		if (m->at[i].key && (!first || memcmp(m->at[i].key + PREFIX_LEN,
						   first->key + PREFIX_LEN,
						   KEY_LEN - PREFIX_LEN) < 0))
			first = &m->at[i];
	return first;
}

/* Count what is left, in no order. */
static enum rc
merge_count(struct merge *m, size_t *n, struct fault *f)
{
	enum rc rc = RC_OK;

	for (size_t i = 0; i < m->n; i++)
		for (; !rc && m->at[i].key; rc = step(&m->at[i], f))
			++*n;
	return rc;
}

/* ---- one row ---- */

/* What a row is made of. */
struct making {
	struct hub *hub;
	const struct look *look;
	struct arena *arena;
	enum queue_name queue;
	struct record *task; /* of the supervisor's queue */
	struct record *casefile, *person, *safety;
	struct card_crew crew;
	int64_t now_ms;
};

static const char *
interpreter_of(const struct making *m)
{
	const char *language = record_text(m->person, PERSON_LANGUAGE);

	if (!*language || strcmp(language, "eng") == 0)
		return NULL;
	return arena_printf(m->arena, "interpreter: %s",
	    code_label(m->hub->codes, "language", language));
}

/* After so many tries somebody decides whether to go on. */
#define TRIES 3

static const char *
reason_of(const struct making *m)
{
	const char *what = record_text(m->casefile, CASEFILE_NEXT_WHAT);
	int64_t tries = record_number(m->casefile, CASEFILE_ATTEMPTS);
	const char *interpreter;

	if (m->task)
		return record_text(m->task, TASK_TEXT);
	if (tries >= TRIES)
		return arena_printf(m->arena, "closed? no reply x%d",
		    (int)tries);
	if (tries > 0)
		return arena_printf(m->arena, "call-back %d of %d",
		    (int)tries + 1, TRIES);
	if (strcmp(what, "first contact") == 0 &&
	    (interpreter = interpreter_of(m)))
		return interpreter;
	if (*what)
		return what;
	return code_label(m->hub->codes, "stage",
	    record_text(m->casefile, CASEFILE_STAGE));
}

/* An hour is as fine as a queue's column has room for. */
static const char *
due_of(const struct making *m, int64_t due_ms)
{
	char words[16];
	char *colon;

	if (!due_ms)
		return "-";
	due_words(m->now_ms, due_ms, words);
	if (strncmp(words, "TODAY", 5) == 0 && (colon = strchr(words, ':')))
		*colon = '\0';
	return arena_str(m->arena, words);
}

static const char *
name_of(const struct making *m, int years)
{
	const char *name = card_name(m->arena, m->person);

	if (years < 0 || years >= 18)
		return name;
	return arena_printf(m->arena, "%s (%d)", name, years);
}

static void
fill_person(struct making *m, struct queue_row *row)
{
	int years = card_years(m->person, m->now_ms);

	row->person = m->person->id;
	row->ref = record_text(m->person, PERSON_REF);
	row->name = name_of(m, years);
	row->age = years < 0 ? "-" : arena_printf(m->arena, "%d", years);
	row->safe = card_safe(m->hub, m->arena, m->person, m->safety,
	    m->casefile, &row->unsafe);
}

static void
fill_case(struct making *m, uint32_t due, struct queue_row *row)
{
	row->casefile = m->casefile->id;
	row->crime = card_crime(m->arena, m->hub->codes, m->casefile);
	row->danger = card_is_grave(m->hub->codes, m->casefile);
	row->why = reason_of(m);
	if (row->danger)
		row->why = arena_printf(m->arena, "!! %s", row->why);
	row->due_ms = due_moment(due);
	row->due = due_of(m, row->due_ms);
	row->late = row->due_ms && row->due_ms < m->now_ms;
	row->who = card_worker(m->hub, m->look, m->arena, &m->crew,
	    record_link(m->casefile, CASEFILE_OWNER))
		       ->initials;
}

static enum rc
read_safety(struct making *m, struct fault *f)
{
	uint64_t id = record_link(m->person, PERSON_SAFETY);
	enum rc rc;

	m->safety = NULL;
	if (!id)
		return RC_OK;
	rc = look_record(m->look, m->arena, KIND_SAFETY, id, NULL, &m->safety,
	    f);
	return rc == RC_MISSING ? RC_OK : rc;
}

/* In the supervisor's queue the ids are of tasks; ${id} becomes the case's. */
static enum rc
find_task(struct making *m, uint64_t *id, struct fault *f)
{
	enum rc rc;

	if (m->queue != QUEUE_SUPERVISOR)
		return RC_OK;
	rc = look_record(m->look, m->arena, KIND_TASK, *id, NULL, &m->task, f);
	if (!rc)
		*id = record_link(m->task, TASK_CASEFILE);
	return rc;
}

static enum rc
make_row(struct making *m, struct span key, struct queue_row *row,
    struct fault *f)
{
	struct reader due =
	    reader_of(span_of((const uint8_t *)key.at + PREFIX_LEN, 4));
	uint64_t id = index_id(key);
	enum rc rc = find_task(m, &id, f);

	if (!rc)
		rc = look_record(m->look, m->arena, KIND_CASEFILE, id, NULL,
		    &m->casefile, f);

	if (!rc)
		rc = look_record(m->look, m->arena, KIND_PERSON,
		    record_link(m->casefile, CASEFILE_PERSON), NULL, &m->person,
		    f);
	if (!rc)
		rc = read_safety(m, f);
	if (rc)
		return rc;
	fill_person(m, row);
	fill_case(m, reader_u32(&due), row);
	return RC_OK;
}

/*
 * A case that this worker may not read keeps its place, so that places and
 * totals agree; it shows as nothing but that.
 */
static void
make_closed_row(struct queue_row *row, uint64_t casefile)
{
	*row = (struct queue_row){ .casefile = casefile,
		.ref = "------",
		.name = "(not for you)",
		.age = "-",
		.crime = "-",
		.why = "-",
		.due = "-",
		.safe = "-",
		.who = "--" };
}

/* ---- what the header promises ---- */

static enum rc
skip(struct merge *m, size_t n, size_t *skipped, struct fault *f)
{
	struct stretch *s;
	enum rc rc = RC_OK;

	while (!rc && *skipped < n && (s = merge_first(m))) {
		rc = step(s, f);
		++*skipped;
	}
	return rc;
}

static enum rc
read_rows(struct merge *m, struct making *making, size_t most,
    struct queue_page *page, struct fault *f)
{
	struct stretch *s;
	enum rc rc = RC_OK;

	while (!rc && page->n < most && (s = merge_first(m))) {
		struct queue_row *row = &page->rows[page->n++];

		rc = make_row(making, s->walk.key, row, f);
		if (rc == RC_MISSING) {
			make_closed_row(row, index_id(s->walk.key));
			rc = RC_OK;
		}
		if (!rc)
			rc = step(s, f);
	}
	return rc;
}

/* The most rows anybody looks at in one page. */
#define PAGE_MOST 2000

enum rc
queue_read(struct hub *hub, struct arena *arena, enum queue_name q, size_t from,
    size_t most, struct queue_page *page, struct fault *f)
{
	struct merge m;
	struct making making = { .hub = hub,
		.look = &m.look,
		.arena = arena,
		.queue = q,
		.now_ms = hub_now(hub) };
	enum rc rc = merge_open(&m, hub, q, f);

	*page = (struct queue_page){ .from = from };
	if (rc)
		return rc;
	if (most > PAGE_MOST)
		most = PAGE_MOST;
	page->rows = arena_get(arena, (most + 1) * sizeof(*page->rows));
	page->as_of = fold_head(hub->fold);
	rc = skip(&m, from, &page->total, f);
	if (!rc)
		rc = read_rows(&m, &making, most, page, f);
	page->total += page->n;
	if (!rc)
		rc = merge_count(&m, &page->total, f);
	merge_close(&m);
	return rc;
}

enum rc
queue_count(struct hub *hub, enum queue_name q, size_t *n, struct fault *f)
{
	struct merge m;
	enum rc rc = merge_open(&m, hub, q, f);

	*n = 0;
	if (rc)
		return rc;
	rc = merge_count(&m, n, f);
	merge_close(&m);
	return rc;
}

enum rc
queue_place(struct hub *hub, enum queue_name q, uint64_t casefile,
    size_t *place, struct fault *f)
{
	struct merge m;
	struct stretch *s;
	enum rc rc = merge_open(&m, hub, q, f);

	*place = 0;
	if (rc)
		return rc;
	while (!rc && (s = merge_first(&m)) &&
	       index_id(s->walk.key) != casefile) {
		++*place;
		rc = step(s, f);
	}
	if (!rc && !merge_first(&m))
		rc = fault_set(f, RC_MISSING,
		    "that case is not in the queue \"%s\"", kinds[q].title);
	merge_close(&m);
	return rc;
}
