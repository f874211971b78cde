/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/vec.h"
#include "fold/fold.h"
#include "hub/hub.h"
#include "model/kind.h"
#include "model/record.h"
#include "store/journal.h"
#include "store/vault.h"

#include "hub/looked.h"

/* Looks remembered so that the same one is not written twice over. */
#define RECENT 64
#define RECENT_MS 60000
/* Parents are few and do not go round; this many steps is a fault of ours. */
#define STEPS_MOST 4

/* Cells of the body. They are on disk. */
enum { CELL_HOW = 1, CELL_FROM, CELL_KIND, CELL_ID, CELL_AT, CELL_WHY };

struct waiting {
	enum looked_how how;
	unsigned kind;
	uint64_t id;
	uint16_t area; /* of a look at every record; 0: of one */
	int64_t at;
	char *why; /* owned; NULL: none */
};

struct looks {
	VEC(struct waiting) all;
	int64_t since; /* ticks, ms, when the first began to wait */
	bool refused;  /* they could not be written, and wait once more */
	struct waiting recent[RECENT]; /* without their why */
	unsigned next;
};

static int64_t
ticks_ms(void)
{
	return clock_ticks() / 1000000;
}

static struct looks *
looks_of(struct hub *hub)
{
	if (!hub->looks)
		hub->looks = mem_get(sizeof(*hub->looks));
	return hub->looks;
}

static void
free_why(struct waiting *w)
{
	if (w->why)
		explicit_bzero(w->why, strlen(w->why));
	free(w->why);
	w->why = NULL;
}

static bool
is_recent(const struct looks *looks, const struct waiting *w)
{
	for (size_t i = 0; i < RECENT; i++) {
		const struct waiting *r = &looks->recent[i];

		if (r->how == w->how && r->kind == w->kind && r->id == w->id &&
		    r->area == w->area && w->at - r->at < RECENT_MS)
			return true;
	}
	return false;
}

static void
wait_for_it(struct looks *looks, const struct waiting *w, const char *why)
{
	struct waiting *to = VEC_ADD(&looks->all);

	*to = *w;
	to->why = why && *why ? mem_str(why) : NULL;
	if (looks->all.n == 1)
		looks->since = ticks_ms();
	looks->recent[looks->next++ % RECENT] = *w;
}

void
hub_looked(struct hub *hub, enum looked_how how, unsigned kind, uint64_t id,
    const char *why)
{
	struct looks *looks = looks_of(hub);
	struct waiting w = { how, kind, id, 0, hub_now(hub), NULL };

	if (!is_recent(looks, &w))
		wait_for_it(looks, &w, why);
}

/* What is being typed grows: only the longest of it is one search. */
static bool
went_on(struct looks *looks, const char *words)
{
	struct waiting *last;

	if (!looks->all.n)
		return false;
	last = VEC_LAST(&looks->all);
	if (last->how != LOOKED_SEARCHED || !last->why ||
	    !str_starts(words, last->why))
		return false;
	free_why(last);
	last->why = mem_str(words);
	return true;
}

void
hub_searched(struct hub *hub, const char *words, uint64_t id)
{
	struct looks *looks = looks_of(hub);
	struct waiting w = { LOOKED_SEARCHED, 0, 0, 0, hub_now(hub), NULL };

	if (str_is_blank(words))
		return;
	if (id)
		hub_looked(hub, LOOKED_FOUND, KIND_PERSON, id, words);
	else if (!went_on(looks, words))
		wait_for_it(looks, &w, words);
}

void
hub_looked_at_all(struct hub *hub, enum looked_how how, unsigned kind,
    const char *why)
{
	struct waiting w = { how, kind, 0, 0, hub_now(hub), NULL };

	for (size_t i = 0; i < hub->n_areas; i++) {
		w.area = hub->areas[i].number;
		wait_for_it(looks_of(hub), &w, why);
	}
}

bool
hub_looks_due(const struct hub *hub)
{
	const struct looks *looks = hub->looks;

	return looks && looks->all.n &&
	    ((looks->all.n >= LOOKS_MOST && !looks->refused) ||
		ticks_ms() - looks->since >= LOOKS_WAIT_MS);
}

static void
forget_waiting(struct looks *looks)
{
	struct waiting *w;

	VEC_EACH (&looks->all, w)
		free_why(w);
	VEC_CLEAR(&looks->all);
}

void
hub_looks_forget(struct hub *hub)
{
	if (!hub->looks)
		return;
	forget_waiting(hub->looks);
	VEC_RELEASE(&hub->looks->all);
	free(hub->looks);
	hub->looks = NULL;
}

/* ---- to the journal ---- */

struct writing {
	struct hub *hub;
	struct look *look;
	struct arena *arena;
};

/* The record that ${r} hangs on: a person before anything else. */
static const struct kind_field *
link_up(const struct record *r)
{
	for (size_t i = 0; i < r->kind->n; i++)
		if (r->kind->fields[i].type == TYPE_LINK &&
		    strcmp(r->kind->fields[i].of, "person") == 0 &&
		    record_link(r, r->kind->fields[i].tag))
			return &r->kind->fields[i];
	return kind_parent(r->kind);
}

/* Whom a record is about; 0: nobody. */
static uint64_t
person_of(const struct writing *w, struct record *r)
{
	const struct kind_field *up;
	const struct kind *kind;
	uint64_t id;

	for (int step = 0; step < STEPS_MOST; step++) {
		if (r->kind->tag == KIND_PERSON)
			return r->id;
		if (!(up = link_up(r)) || !(id = record_link(r, up->tag)))
			return 0;
		if (strcmp(up->of, "person") == 0)
			return id;
		kind = kinds_by_name(w->hub->kinds, up->of);
		if (!kind ||
		    look_record(w->look, w->arena, kind->tag, id, NULL, &r, NULL))
			return 0;
	}
	return 0;
}

static void
add_cell(struct buf *body, unsigned tag, const void *at, size_t len)
{
	struct cell cell = { .tag = (uint16_t)tag, .value = span_of(at, len) };

	if (len)
		cells_encode(&cell, 1, body);
}

static void
add_number(struct buf *body, unsigned tag, uint64_t number)
{
	uint8_t be[8];

	for (int i = 0; i < 8; i++)
		be[i] = (uint8_t)(number >> (56 - 8 * i));
	if (number)
		add_cell(body, tag, be, sizeof(be));
}

static struct span
body_of(const struct writing *w, const struct waiting *look, bool plainly)
{
	const char *why = look->why && !plainly ? look->why : "";
	struct buf body = { 0 };
	struct span kept;

	add_number(&body, CELL_HOW, look->how);
	add_cell(&body, CELL_FROM, w->hub->from, strlen(w->hub->from));
	add_number(&body, CELL_KIND, look->kind);
	add_number(&body, CELL_ID, look->id);
	add_number(&body, CELL_AT, (uint64_t)look->at);
	add_cell(&body, CELL_WHY, why, strlen(why));
	kept = arena_span(w->arena, buf_window(&body));
	buf_wipe(&body);
	return kept;
}

/*
 * A look is sealed like the record it was at. Where that cannot be read any
 * more, because its person was forgotten or the area taken away meanwhile,
 * everyone of the hub may know that there was a look, without its words.
 */
static struct entry_draft
draft_of(const struct writing *w, const struct waiting *look)
{
	struct entry_draft d = { .class = ENTRY_LOOK, .at = hub_now(w->hub),
		.area = look->area ? look->area : w->hub->home };
	struct row_seal by;
	struct record *r;

	if (look->id &&
	    !look_record(w->look, w->arena, look->kind, look->id, &by, &r,
		NULL)) {
		d.area = by.area;
		d.slot = by.slot;
		d.person = person_of(w, r);
	} else if (look->id) {
		d.area = VAULT_AREA_HUB;
		d.body = body_of(w, look, true);
		return d;
	}
	d.body = body_of(w, look, false);
	return d;
}

static enum rc
write_group(struct writing *w, struct fault *f)
{
	struct looks *looks = w->hub->looks;
	size_t n = looks->all.n;
	struct entry_draft *drafts = arena_get(w->arena, n * sizeof(*drafts));
	enum rc rc;

	for (size_t i = 0; i < n; i++)
		drafts[i] = draft_of(w, &looks->all.at[i]);
	rc = journal_append(w->look->txn, w->hub->vault, drafts, n, f);
	if (rc)
		return rc;
	fold_skip(w->look, drafts[n - 1].seq);
	return look_commit(w->look, f);
}

enum rc
hub_looks_save(struct hub *hub, struct fault *f)
{
	struct look look;
	struct writing w = { .hub = hub, .look = &look };
	enum rc rc;

	if (!hub->looks || !hub->looks->all.n)
		return RC_OK;
	rc = fold_write(hub->fold, &look, f);
	if (rc)
		return rc;
	w.arena = arena_new();
	rc = write_group(&w, f);
	look_end(&look);
	arena_free(w.arena);
	hub->looks->refused = rc != RC_OK;
	hub->looks->since = ticks_ms();
	if (!rc)
		forget_waiting(hub->looks);
	return rc;
}

/* ---- from the journal ---- */

static const char *
how_text(unsigned how)
{
	switch (how) {
#define LOOKED_CASE(id, number, word, text) \
	case number: \
		return text;
		LOOKED_LIST(LOOKED_CASE)
#undef LOOKED_CASE
	default:
		return "looked, in a way that a newer handrail knows";
	}
}

static uint64_t
cell_number(const struct cell *cells, size_t n, unsigned tag)
{
	const struct cell *cell = cells_find(cells, n, tag);
	struct reader r;

	if (!cell || cell->value.len != 8)
		return 0;
	r = reader_of(cell->value);
	return reader_u64(&r);
}

static const char *
cell_text(const struct cell *cells, size_t n, unsigned tag)
{
	const struct cell *cell = cells_find(cells, n, tag);

	return cell ? cell->value.at : "";
}

enum rc
looked_decode(struct arena *arena, struct span body, struct looked *looked,
    struct fault *f)
{
	struct cell *cells;
	size_t n;
	enum rc rc = cells_decode(arena, body, &cells, &n, f);

	*looked = (struct looked){ .what = "", .from = "", .why = "" };
	if (rc)
		return rc;
	looked->how = (enum looked_how)cell_number(cells, n, CELL_HOW);
	looked->what = how_text(looked->how);
	looked->from = cell_text(cells, n, CELL_FROM);
	looked->why = cell_text(cells, n, CELL_WHY);
	looked->kind = (unsigned)cell_number(cells, n, CELL_KIND);
	looked->id = cell_number(cells, n, CELL_ID);
	looked->at = (int64_t)cell_number(cells, n, CELL_AT);
	return RC_OK;
}
