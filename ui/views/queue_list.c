/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/arena.h"
#include "hub/draft.h"
#include "hub/hub.h"
#include "ui/views/desk.h"

#include "ui/views/queue.h"

#define PAGE_ROWS 48      /* read at a time */
#define FILTER_MOST 5000u /* rows a filter looks through */
#define FILTER_TYPED 200u /* and while it is being typed */
#define CLOCKS_MOST 12

/* ---- pages ---- */

static bool
is_in(const struct queue *s, size_t i)
{
	return i >= s->page.from && i - s->page.from < s->page.n;
}

/* Read the rows ${from} and on; false when they cannot be. */
static bool
read_page(struct queue *s, size_t from, size_t n)
{
	struct fault f = { 0 };

	arena_reset(s->arena);
	s->page = (struct queue_page){ 0 };
	s->hits = NULL;
	s->n_hits = 0;
	if (!queue_read(desk_hub(), s->arena, s->name, from, n, &s->page, &f))
		return true;
	say_fault(&f);
	s->page = (struct queue_page){ 0 };
	return false;
}

static void
remember_focus(struct queue *s)
{
	const struct queue_row *row = queue_focus(s);

	s->focus = row != NULL ? row->casefile : 0;
}

/* Which of the first ${most} rows of the page pass. */
static void
sift_page(struct queue *s, size_t most)
{
	const char *me = desk_hub()->me.initials;
	struct arena *work = arena_new();

	s->hits = arena_get(s->arena, (s->page.n + 1) * sizeof(*s->hits));
	s->n_hits = 0;
	for (size_t i = 0; i < s->page.n && i < most; i++)
		if (queue_matches(work, &s->page.rows[i], s->filter, me,
			desk_now()))
			s->hits[s->n_hits++] = i;
	arena_free(work);
}

static void
apply_filter(struct queue *s)
{
	read_page(s, 0, FILTER_MOST);
	sift_page(s, FILTER_MOST);
	s->partial = false;
}

void
queue_sift(struct queue *s)
{
	if (s->filter[0] == '\0') {
		queue_load(s);
		return;
	}
	sift_page(s, FILTER_TYPED);
	s->partial = s->page.n < s->counts[s->name] || s->page.n > FILTER_TYPED;
	s->is_gone = false;
	s->lead = 0;
	rows_set(&s->rows, s->n_hits, 0);
	remember_focus(s);
}

void
queue_page_in(struct queue *s, size_t from, size_t n)
{
	if (s->filter[0] != '\0' || n == 0)
		return;
	if (is_in(s, from) && is_in(s, from + n - 1))
		return;
	from = from > PAGE_ROWS / 4 ? from - PAGE_ROWS / 4 : 0;
	read_page(s, from, n > PAGE_ROWS / 2 ? n + PAGE_ROWS : PAGE_ROWS);
}

const struct queue_row *
queue_row_at(struct queue *s, size_t i)
{
	if (i >= s->rows.n)
		return NULL;
	if (s->is_gone && i == s->rows.at)
		return &s->gone;
	if (s->filter[0] != '\0')
		return i < s->n_hits ? &s->page.rows[s->hits[i]] : NULL;
	if (!is_in(s, i))
		queue_page_in(s, i, 1);
	return is_in(s, i) ? &s->page.rows[i - s->page.from] : NULL;
}

const struct queue_row *
queue_focus(struct queue *s)
{
	return queue_row_at(s, s->rows.at);
}

/* ---- reading again ---- */

static void
count(struct queue *s)
{
	for (int i = 0; i < QUEUE_COUNT; i++)
		if (queue_count(desk_hub(), (enum queue_name)i, &s->counts[i],
			NULL))
			s->counts[i] = 0;
}

static void
count_drafts(struct queue *s)
{
	struct arena *arena = arena_new();
	struct draft_list list;

	s->drafts = 0;
	if (!draft_list(desk_hub(), arena, &list, NULL))
		s->drafts = list.n;
	arena_free(arena);
}

static size_t
length(const struct queue *s)
{
	return s->filter[0] != '\0' ? s->n_hits : s->counts[s->name];
}

static void
read_again(struct queue *s)
{
	count(s);
	arena_reset(s->arena);
	s->page = (struct queue_page){ 0 };
	s->about_of = 0;
	if (s->filter[0] != '\0')
		apply_filter(s);
}

void
queue_load(struct queue *s)
{
	size_t at = s->rows.at;

	s->is_gone = false;
	s->lead = 0;
	s->fresh = 0;
	count_drafts(s);
	read_again(s);
	rows_set(&s->rows, length(s), at);
	remember_focus(s);
}

/* Where the case under the cursor stands now; false when it left the queue. */
static bool
place_of(struct queue *s, uint64_t casefile, size_t *place)
{
	if (s->filter[0] == '\0')
		return !queue_place(desk_hub(), s->name, casefile, place, NULL);
	for (size_t i = 0; i < s->n_hits; i++)
		if (s->page.rows[s->hits[i]].casefile == casefile) {
			*place = i;
			return true;
		}
	return false;
}

static char *
kept(struct queue *s, const char *text)
{
	return arena_str(s->gone_arena, text != NULL ? text : "");
}

/* The row as it was last shown, so that it can go on standing there. */
static void
keep_row(struct queue *s)
{
	const struct queue_row *row = queue_focus(s);

	if (row == NULL || s->is_gone)
		return;
	arena_reset(s->gone_arena);
	s->gone = *row;
	s->gone.ref = kept(s, row->ref);
	s->gone.name = kept(s, row->name);
	s->gone.age = kept(s, row->age);
	s->gone.crime = kept(s, row->crime);
	s->gone.why = kept(s, "(no longer here)");
	s->gone.due = kept(s, "");
	s->gone.safe = kept(s, row->safe);
	s->gone.who = kept(s, "");
	s->gone.danger = s->gone.late = false;
}

void
queue_follow(struct queue *s)
{
	size_t before = s->counts[s->name];
	size_t line = s->rows.at - s->rows.top + (size_t)s->lead;
	size_t place = s->rows.at, now;

	keep_row(s);
	read_again(s);
	if (s->counts[s->name] > before)
		s->fresh += s->counts[s->name] - before;
	s->is_gone = s->focus != 0 && !place_of(s, s->focus, &now);
	if (s->focus != 0 && !s->is_gone)
		place = now;
	rows_set(&s->rows, length(s), place);
	/* The same line of the screen, as far as there are rows above it. */
	s->rows.top = s->rows.at > line ? s->rows.at - line : 0;
	s->lead = s->rows.at < line ? (int)(line - s->rows.at) : 0;
	if (s->focus == 0)
		remember_focus(s);
}

void
queue_moved(struct queue *s)
{
	s->is_gone = false;
	s->lead = 0;
	remember_focus(s);
}

/* ---- the preview ---- */

static void
read_more(struct queue *s)
{
	struct hub *hub = desk_hub();

	s->line = (struct timeline){ 0 };
	s->due = (struct due_page){ 0 };
	s->has_more = true;
	if (timeline_read(hub, s->about_arena, s->about.person,
		s->about.casefile, &s->line, NULL))
		s->line.n = 0;
	if (due_read(hub, s->about_arena, "", hub->me.login, CLOCKS_MOST,
		&s->due, NULL))
		s->due.n = 0;
}

void
queue_preview(struct queue *s, bool more)
{
	const struct queue_row *row = queue_focus(s);
	uint64_t casefile = row != NULL ? row->casefile : 0;

	if (casefile != 0 && casefile == s->about_of && (s->has_more || !more))
		return;
	arena_reset(s->about_arena);
	s->about_of = casefile;
	s->has_about = s->has_more = false;
	if (casefile == 0)
		return;
	s->has_about = !about_read(desk_hub(), s->about_arena, row->person,
	    casefile, &s->about, NULL);
	if (s->has_about && more)
		read_more(s);
}
