/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/day.h"
#include "hub/act.h"
#include "hub/invent_inside.h"
#include "store/people.h"

#define HOUR INT64_C(3600000)

/* Deeds in one commit, and people when each is one entry. */
enum { DEEDS_AT_ONCE = 4000, PEOPLE_AT_ONCE = 1000, CASES_MOST = 4 };

/* ---- telling ---- */

struct record *
tale_new(struct tale *t, unsigned kind)
{
	struct telling *g = t->telling;

	return record_new(g->arena, kinds_by_tag(g->hub->kinds, kind),
	    bulk_new_id(g->bulk));
}

/*
 * Told whole, each putting is a deed of its own, with the record as it then
 * stood. Otherwise only how it ends is told.
 */
void
tale_put(struct tale *t, int64_t at, struct record *r)
{
	struct telling *g = t->telling;
	bool nobodys =
	    r->kind->tag == KIND_CRIME || r->kind->tag == KIND_OUTCOME;
	struct deed *d;

	for (size_t i = t->first; !g->whole && i < g->deeds.n; i++)
		if (g->deeds.at[i].record == r)
			return;
	d = VEC_ADD(&g->deeds);
	d->at = at;
	d->person = nobodys ? 0 : t->person->id;
	d->area = t->area->area;
	d->record = g->whole ? record_copy(g->arena, r) : r;
}

bool
tale_is(struct tale *t, unsigned in_a_hundred)
{
	return chance_is(&t->chance, in_a_hundred, 100);
}

uint64_t
tale_below(struct tale *t, uint64_t n)
{
	return n ? chance_below(&t->chance, n) : 0;
}

const char *
tale_word(struct tale *t, const struct words *words)
{
	return words->n ? words->at[tale_below(t, words->n)] : "";
}

int64_t
tale_hours(struct tale *t, int64_t from, unsigned least, unsigned most)
{
	int64_t at =
	    from + (int64_t)least * HOUR +
	    (int64_t)tale_below(t, (uint64_t)(most - least + 1) * HOUR);
	int y, mo, d, h;
	int32_t day;

	moment_local(at, NULL, NULL, NULL, &h, NULL, NULL);
	day = moment_day(at) + (h >= 18);
	if (h >= 8 && h < 18 && day_weekday(day) < 5)
		return at;
	while (day_weekday(day) > 4)
		day++;
	day_split(day, &y, &mo, &d);
	return moment_of_local(y, mo, d, 8, 30, 0) +
	       (int64_t)tale_below(t, (uint64_t)(9 * HOUR));
}

void
tale_iso(int64_t at, char iso[24])
{
	moment_show(at, iso);
	iso[10] = 'T';
}

uint64_t
tale_worker(const struct telling *g, const char *login)
{
	return hub_key_id(g->hub, KIND_WORKER, login);
}

/* ---- one person ---- */

static const struct figure_area *
draw_area(struct telling *g, struct chance *chance)
{
	const struct figures *fig = &g->figures;
	uint64_t total = 0, at;

	for (size_t i = 0; i < fig->n_areas; i++)
		total += fig->areas[i].share;
	at = chance_below(chance, total);
	for (size_t i = 0; i < fig->n_areas; i++) {
		if (at < fig->areas[i].share)
			return &fig->areas[i];
		at -= fig->areas[i].share;
	}
	return &fig->areas[0];
}

/* Each person has a chance of their own, so that more people change nobody. */
static void
tale_begin(struct telling *g, size_t nth, struct tale *t)
{
	*t = (struct tale){ .telling = g, .nth = nth, .first = g->deeds.n };
	chance_seed(&t->chance,
	    g->what->seed * UINT64_C(0x9e3779b97f4a7c15) + nth);
	t->area = draw_area(g, &t->chance);
}

static void
tale_tell(struct tale *t)
{
	struct telling *g = t->telling;
	int64_t opened = case_begins(t);
	unsigned nth = 1;

	person_tell(t, opened);
	opened = case_tell(t, nth, opened);
	while (nth < CASES_MOST && opened &&
	       tale_is(t, g->figures.repeat + 12 * (nth - 1))) {
		opened = tale_hours(t, opened, 24 * 5, 24 * 300);
		if (opened > g->now - HOUR)
			return;
		opened = case_tell(t, ++nth, opened);
	}
}

/*
 * Of the kinds that pile up, only the newest of each case; of what is nobody's
 * or done with, nothing.
 */
static bool
is_spare(const struct tale *t, size_t i)
{
	const struct deed *d = t->telling->deeds.at;
	const struct kind *kind = d[i].record->kind;

	switch (kind->tag) {
	case KIND_PERSON:
	case KIND_SAFETY:
	case KIND_CASEFILE:
	case KIND_HOME:
		return false;
	case KIND_CONTACT:
	case KIND_STEP:
	case KIND_CLOCK:
		break;
	default:
		return true;
	}
	for (size_t k = i + 1; k < t->telling->deeds.n; k++)
		if (d[k].record->kind == kind)
			return true;
	return false;
}

static void
tale_thin(const struct tale *t)
{
	struct telling *g = t->telling;
	size_t n = t->first;

	for (size_t i = t->first; i < g->deeds.n; i++)
		if (!is_spare(t, i))
			g->deeds.at[n++] = g->deeds.at[i];
	g->deeds.n = n;
}

/* ---- writing ---- */

/* A bulk for each area: what is new in it goes to that area. */
struct bulks {
	struct bulk *at[8];
	uint16_t area[8];
	size_t n;
};

static void
bulks_close(struct bulks *b)
{
	for (size_t i = 0; i < b->n; i++)
		bulk_close(b->at[i]);
}

static enum rc
bulks_open(struct telling *g, struct bulks *b, struct fault *f)
{
	enum rc rc = RC_OK;

	for (size_t i = 0; i < g->figures.n_areas && b->n < 8 && !rc; i++) {
		uint16_t area = g->figures.areas[i].area;

		if (!area)
			continue;
		rc = bulk_open(g->hub, "invent", area,
		    "made up for the demonstration", &b->at[b->n], f);
		if (!rc)
			b->area[b->n++] = area;
	}
	return rc;
}

static enum rc
put_deeds(struct bulk *bulk, const struct deed *d, size_t n, uint16_t area,
    struct fault *f)
{
	enum rc rc = RC_OK;

	for (size_t i = 0; i < n && !rc; i++) {
		if (d[i].area != area)
			continue;
		bulk_at(bulk, d[i].at);
		rc = bulk_put(bulk, d[i].person, d[i].record, NULL, f);
	}
	return rc;
}

static bool
any_in(const struct deed *d, size_t n, uint16_t area)
{
	for (size_t i = 0; i < n; i++)
		if (d[i].area == area)
			return true;
	return false;
}

/* The deeds of one batch, area by area. */
static enum rc
write_deeds(struct bulks *b, const struct deed *d, size_t n, struct fault *f)
{
	for (size_t i = 0; i < b->n; i++) {
		enum rc rc;

		if (!any_in(d, n, b->area[i]))
			continue;
		if ((rc = bulk_begin(b->at[i], f)))
			return rc;
		if ((rc = put_deeds(b->at[i], d, n, b->area[i], f)) ||
		    (rc = bulk_commit(b->at[i], f))) {
			bulk_drop(b->at[i]);
			return rc;
		}
	}
	return RC_OK;
}

/* Colleagues who cannot sign in are known by what data/demo says of them. */
static enum rc
put_workers(struct telling *g, struct bulk *bulk, struct fault *f)
{
	enum rc rc = RC_OK;

	for (size_t i = 0; i < g->figures.n_workers && !rc; i++) {
		const struct figure_worker *w = &g->figures.workers[i];
		struct record *r = record_new(g->arena,
		    kinds_by_tag(g->hub->kinds, KIND_WORKER),
		    tale_worker(g, w->login));
		struct vault_user user;

		record_set_text(r, WORKER_LOGIN, w->login);
		record_set_text(r, WORKER_NAME, w->name);
		record_set_text(r, WORKER_INITIALS, w->initials);
		record_set_text(r, WORKER_ROLE, w->role);
		if (!people_by_name(g->hub->store, w->login, &user, NULL)) {
			record_set_text(r, WORKER_ROLE, user.role);
			record_set_number(r, WORKER_NUMBER, user.number);
		}
		rc = bulk_put(bulk, 0, r, NULL, f);
	}
	return rc;
}

static void
tell_progress(const struct telling *g, size_t done)
{
	if (g->what->progress)
		g->what->progress(done, g->what->people, g->what->arg);
}

/* qsort() may move equals about: their order is told apart by a number. */
struct placed {
	struct deed deed;
	size_t place;
};

static int
placed_order(const void *a, const void *b)
{
	const struct placed *x = a, *y = b;

	if (x->deed.at != y->deed.at)
		return x->deed.at < y->deed.at ? -1 : 1;
	return x->place < y->place ? -1 : x->place > y->place;
}

static void
deeds_sort(struct telling *g)
{
	size_t n = g->deeds.n;
	struct placed *placed = mem_get((n + 1) * sizeof(*placed));

	for (size_t i = 0; i < n; i++)
		placed[i] =
		    (struct placed){ .deed = g->deeds.at[i], .place = i };
	qsort(placed, n, sizeof(*placed), placed_order);
	for (size_t i = 0; i < n; i++)
		g->deeds.at[i] = placed[i].deed;
	free(placed);
}

/* Everyone's history, event by event, as it would have come to the journal. */
static enum rc
write_history(struct telling *g, struct bulks *b, struct fault *f)
{
	size_t n = g->deeds.n;
	enum rc rc = RC_OK;

	deeds_sort(g);
	for (size_t i = 0; i < n && !rc; i += DEEDS_AT_ONCE) {
		size_t most = n - i < DEEDS_AT_ONCE ? n - i : DEEDS_AT_ONCE;

		rc = write_deeds(b, &g->deeds.at[i], most, f);
		tell_progress(g, (i + most) * g->what->people / (n + 1));
	}
	return rc;
}

/* Ids are taken inside a write; the workers are what it writes. */
static enum rc
tell_all(struct telling *g, struct bulks *b, const char *dir, struct fault *f)
{
	enum rc rc;

	g->bulk = b->at[0];
	if ((rc = bulk_begin(g->bulk, f)))
		return rc;
	if ((rc = put_workers(g, g->bulk, f)) || (rc = cast_tell(g, dir, f)))
		goto out;
	for (size_t i = 0; g->whole && i < g->what->people; i++) {
		struct tale t;

		tale_begin(g, i, &t);
		tale_tell(&t);
	}
	rc = bulk_commit(g->bulk, f);
out:
	if (rc)
		bulk_drop(g->bulk);
	return rc;
}

/*
 * In bulk each person is one entry, so all that is theirs is put at one moment;
 * what is nobody's goes first, at one moment for the whole batch, so that it
 * shares entries.
 */
static enum rc
put_person_by_person(struct telling *g, struct bulk *bulk, struct fault *f)
{
	const struct deed *d = g->deeds.at;
	enum rc rc = RC_OK;

	bulk_at(bulk, d[0].at);
	for (size_t i = 0; i < g->deeds.n && !rc; i++)
		if (!d[i].person)
			rc = bulk_put(bulk, 0, d[i].record, NULL, f);
	for (size_t i = 0; i < g->deeds.n && !rc; i++) {
		if (!d[i].person)
			continue;
		if (!i || d[i].person != d[i - 1].person)
			bulk_at(bulk, d[i].at);
		rc = bulk_put(bulk, d[i].person, d[i].record, NULL, f);
	}
	return rc;
}

static enum rc
write_batch(struct telling *g, struct bulk *bulk, uint16_t area, size_t *next,
    size_t *done, struct fault *f)
{
	size_t told = 0;
	enum rc rc;

	g->bulk = bulk;
	g->deeds.n = 0;
	arena_reset(g->arena);
	if ((rc = bulk_begin(bulk, f)))
		return rc;
	for (; *next < g->what->people && told < PEOPLE_AT_ONCE; ++*next) {
		struct tale t;

		tale_begin(g, *next, &t);
		if (t.area->area != area)
			continue;
		tale_tell(&t);
		if (g->bare)
			tale_thin(&t);
		told++;
	}
	if (told)
		rc = put_person_by_person(g, bulk, f);
	if (!rc && told)
		rc = bulk_commit(bulk, f);
	bulk_drop(bulk);
	tell_progress(g, *done += told);
	return rc;
}

static enum rc
write_crowd(struct telling *g, struct bulks *b, struct fault *f)
{
	size_t done = 0;
	enum rc rc = RC_OK;

	for (size_t i = 0; i < b->n && !rc; i++)
		for (size_t next = 0; next < g->what->people && !rc;)
			rc = write_batch(g, b->at[i], b->area[i], &next, &done,
			    f);
	return rc;
}

enum rc
invent_people(const struct invention *what, struct fault *f)
{
	struct telling g = { .what = what,
		.hub = what->hub,
		.now = hub_now(what->hub),
		.whole = what->people <= INVENT_TOLD,
		.bare = what->people > INVENT_FULL };
	struct arena *lasting = arena_new();
	struct bulks b = { 0 };
	char dir[4096];
	enum rc rc;

	snprintf(dir, sizeof(dir), "%s/demo", what->data);
	g.arena = arena_new();
	if ((rc = figures_load(lasting, g.hub, dir, &g.figures, f)) ||
	    (rc = bulks_open(&g, &b, f)) || (rc = tell_all(&g, &b, dir, f)) ||
	    (rc = write_history(&g, &b, f)))
		goto out;
	if (!g.whole)
		rc = write_crowd(&g, &b, f);
out:
	bulks_close(&b);
	VEC_RELEASE(&g.deeds);
	arena_free(g.arena);
	arena_free(lasting);
	return rc;
}
