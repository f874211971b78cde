/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/chance.h"
#include "base/day.h"
#include "base/ref.h"
#include "base/str.h"
#include "fold/fold.h"
#include "fold/index.h"
#include "hub/hub.h"
#include "hub/keeper.h"
#include "hub/read.h"
#include "hub/slip.h"
#include "model/diff.h"
#include "store/journal.h"

#include "hub/doing.h"

/* Ids taken at once: an act makes a handful, a bulk thousands. */
#define IDS_FEW 16
#define IDS_MANY 4096

enum rc
doing_begin(struct doing *d, struct hub *hub, const struct act *act,
    const struct slip *slip, struct act_done *done, struct fault *f)
{
	enum rc rc;

	*d = (struct doing){ .hub = hub, .act = act, .slip = slip, .done = done };
	rc = fold_write(hub->fold, &d->look, f);
	if (rc)
		return rc;
	d->arena = hub->desk ? hub->desk : arena_new();
	hub->desk = NULL;
	d->area = hub->home;
	d->ctx = hub_ctx(hub);
	*VEC_ADD(&d->moments) = 0;
	return RC_OK;
}

void
doing_drop(struct doing *d)
{
	look_end(&d->look);
	arena_reset(d->arena);
	d->hub->desk = d->arena;
	d->arena = NULL;
	VEC_RELEASE(&d->touched);
	VEC_RELEASE(&d->moments);
	free(d->places);
	d->places = NULL;
	d->n_places = 0;
}

/* ---- what is in hand, found by kind and id ---- */

static size_t
place_of(const struct doing *d, unsigned kind, uint64_t id)
{
	uint64_t h = (id ^ ((uint64_t)kind << 48)) * 0x9e3779b97f4a7c15u;

	return (size_t)(h >> 32) & (d->n_places - 1);
}

static struct touched *
in_hand(const struct doing *d, unsigned kind, uint64_t id)
{
	if (!d->n_places)
		return NULL;
	for (size_t i = place_of(d, kind, id); d->places[i];
	     i = (i + 1) & (d->n_places - 1)) {
		struct touched *t = &d->touched.at[d->places[i] - 1];

		if (t->id == id && t->kind == kind)
			return t;
	}
	return NULL;
}

static void
set_place(struct doing *d, size_t n)
{
	const struct touched *t = &d->touched.at[n];
	size_t i = place_of(d, t->kind, t->id);

	while (d->places[i]) {
		const struct touched *other =
		    &d->touched.at[d->places[i] - 1];

		if (other->id == t->id && other->kind == t->kind)
			break;
		i = (i + 1) & (d->n_places - 1);
	}
	d->places[i] = (uint32_t)n + 1;
}

static struct touched *
take_in_hand(struct doing *d, const struct touched *t)
{
	*VEC_ADD(&d->touched) = *t;
	if (d->touched.n * 2 > d->n_places) {
		d->n_places = d->n_places ? d->n_places * 4 : 64;
		free(d->places);
		d->places = mem_get(d->n_places * sizeof(*d->places));
		for (size_t i = 0; i < d->touched.n; i++)
			set_place(d, i);
	} else {
		set_place(d, d->touched.n - 1);
	}
	return VEC_LAST(&d->touched);
}

size_t
doing_mark(const struct doing *d)
{
	return d->touched.n;
}

void
doing_back(struct doing *d, size_t mark)
{
	if (d->touched.n == mark)
		return;
	d->touched.n = mark;
	memset(d->places, 0, d->n_places * sizeof(*d->places));
	for (size_t i = 0; i < mark; i++)
		set_place(d, i);
}

static unsigned
moment_at(const struct doing *d)
{
	return (unsigned)d->moments.n - 1;
}

void
doing_at(struct doing *d, int64_t at_ms)
{
	if (*VEC_LAST(&d->moments) != at_ms)
		*VEC_ADD(&d->moments) = at_ms;
}

/* A thing in hand from an earlier moment is taken up again in this one. */
static struct touched *
again(struct doing *d, struct touched *t)
{
	struct touched next = *t;

	if (t->moment == moment_at(d))
		return t;
	next.before = t->after;
	next.after = t->after ? record_copy(d->arena, t->after) : NULL;
	next.moment = moment_at(d);
	return take_in_hand(d, &next);
}

static enum rc
fetch(struct doing *d, unsigned kind, uint64_t id, struct touched **found,
    struct fault *f)
{
	struct touched *t = in_hand(d, kind, id);
	struct touched fresh = { .kind = kind, .id = id,
		.moment = moment_at(d) };
	enum rc rc;

	*found = t;
	if (t)
		return RC_OK;
	rc = look_record(
	    &d->look, d->arena, kind, id, &fresh.by, &fresh.before, f);
	if (rc)
		return rc == RC_MISSING ? RC_OK : rc;
	fresh.person = keeper_of(d, fresh.before);
	fresh.after = record_copy(d->arena, fresh.before);
	*found = take_in_hand(d, &fresh);
	return RC_OK;
}

enum rc
doing_open(struct doing *d, unsigned kind, uint64_t id, struct record **r,
    struct fault *f)
{
	const struct kind *k = kinds_by_tag(d->hub->kinds, kind);
	struct touched *t;
	enum rc rc = fetch(d, kind, id, &t, f);

	*r = NULL;
	if (rc)
		return rc;
	if (!t || !t->after)
		return fault_set(f, RC_MISSING,
		    "there is no such %s that you may see",
		    k ? k->name : "record");
	t = again(d, t);
	*r = t->after;
	return RC_OK;
}

enum rc
doing_peek(struct doing *d, unsigned kind, uint64_t id, struct record **r,
    struct fault *f)
{
	struct touched *t;
	enum rc rc = fetch(d, kind, id, &t, f);

	*r = !rc && t ? t->after : NULL;
	return rc;
}

enum rc
doing_make(struct doing *d, unsigned kind, uint64_t person, uint64_t id,
    struct record **r, struct fault *f)
{
	const struct kind *k = kinds_by_tag(d->hub->kinds, kind);
	struct touched t = { .kind = kind, .id = id, .person = person,
		.moment = moment_at(d) };
	enum rc rc = RC_OK;

	if (!t.id)
		rc = doing_new_id(d, &t.id, f);
	if (!rc && kind == KIND_PERSON)
		t.person = t.id;
	if (!rc)
		rc = keeper_seal(d, k, t.person, &t.by, f);
	if (rc)
		return rc;
	t.after = record_new(d->arena, k, t.id);
	d->made |= kind < 64 ? UINT64_C(1) << kind : 0;
	*r = take_in_hand(d, &t)->after;
	return RC_OK;
}

enum rc
doing_put(struct doing *d, uint64_t person, const struct record *r,
    const struct record **was, struct fault *f)
{
	struct record *made;
	struct touched *t;
	enum rc rc = fetch(d, r->kind->tag, r->id, &t, f);

	*was = NULL;
	if (rc)
		return rc;
	if (!t || !t->after) {
		rc = doing_make(d, r->kind->tag, person, r->id, &made, f);
		if (!rc)
			VEC_LAST(&d->touched)->after =
			    record_copy(d->arena, r);
		return rc;
	}
	*was = t->after;
	again(d, t)->after = record_copy(d->arena, r);
	return RC_OK;
}

enum rc
doing_withdraw(struct doing *d, unsigned kind, uint64_t id, struct fault *f)
{
	struct touched *t;
	enum rc rc = fetch(d, kind, id, &t, f);

	if (!rc && t)
		again(d, t)->after = NULL;
	return rc;
}

enum rc
doing_seal_of(struct doing *d, unsigned kind, uint64_t id, struct row_seal *by,
    bool *found, struct fault *f)
{
	struct touched *t;
	enum rc rc = fetch(d, kind, id, &t, f);

	*found = !rc && t;
	if (*found)
		*by = t->by;
	return rc;
}

/* ---- ids and references ---- */

enum rc
doing_new_id(struct doing *d, uint64_t *id, struct fault *f)
{
	uint64_t want = d->many ? IDS_MANY : IDS_FEW;
	enum rc rc = RC_OK;

	if (!d->ids_left) {
		rc = journal_take_ids(d->look.txn, want, &d->next_id, f);
		if (rc)
			return rc;
		d->ids_left = want;
	}
	d->ids_left--;
	*id = d->next_id++;
	return RC_OK;
}

static enum rc
row_found(struct span key, struct span value, void *arg, struct fault *f)
{
	(void)key;
	(void)value;
	(void)f;
	*(bool *)arg = true;
	return RC_END;
}

static bool
ref_in_hand(const struct doing *d, const char *ref)
{
	for (size_t i = 0; i < d->touched.n; i++) {
		const struct touched *t = &d->touched.at[i];

		if (t->kind == KIND_PERSON && t->after &&
		    strcmp(record_text(t->after, PERSON_REF), ref) == 0)
			return true;
	}
	return false;
}

static enum rc
ref_is_taken(struct doing *d, const char *ref, bool *taken, struct fault *f)
{
	struct buf prefix = { 0 };
	enum rc rc;

	*taken = ref_in_hand(d, ref);
	if (*taken)
		return RC_OK;
	index_prefix(&prefix, INDEX_REF);
	buf_puts(&prefix, ref);
	rc = look_prefix(&d->look, TABLE_INDEX, buf_window(&prefix), row_found,
	    taken, f);
	buf_release(&prefix);
	return rc;
}

enum rc
doing_new_ref(struct doing *d, char ref[8], struct fault *f)
{
	bool taken = true;
	enum rc rc = ref[0] ? ref_is_taken(d, ref, &taken, f) : RC_OK;

	for (int tries = 0; taken && !rc && tries < 1000; tries++) {
		ref_make((uint32_t)chance_below(d->hub->chance, REF_COUNT), ref);
		rc = ref_is_taken(d, ref, &taken, f);
	}
	if (!rc && taken)
		return fault_set(f, RC_FULL,
		    "nearly every reference of this hub is in use; it needs a "
		    "second prefix");
	return rc;
}

/* ---- children ---- */

struct id_list {
	uint64_t *at;
	size_t n, cap;
	struct arena *arena;
};

static void
add_id(struct id_list *list, uint64_t id)
{
	if (list->n == list->cap) {
		size_t cap = list->cap ? list->cap * 2 : 8;
		uint64_t *more = arena_get(list->arena, cap * sizeof(*more));

		if (list->n)
			memcpy(more, list->at, list->n * sizeof(*more));
		list->at = more;
		list->cap = cap;
	}
	list->at[list->n++] = id;
}

static enum rc
add_child(struct span key, struct span value, void *arg, struct fault *f)
{
	(void)value;
	(void)f;
	add_id(arg, index_id(key));
	return RC_OK;
}

static bool
links_to(const struct record *r, uint64_t parent)
{
	for (size_t i = 0; i < r->kind->n; i++)
		if (r->kind->fields[i].type == TYPE_LINK &&
		    record_link(r, r->kind->fields[i].tag) == parent)
			return true;
	return false;
}

/* The index knows nothing yet of what this doing made. */
static void
add_made(
    const struct doing *d, uint64_t parent, unsigned kind, struct id_list *list)
{
	if (kind < 64 && !(d->made >> kind & 1))
		return;
	for (size_t i = 0; i < d->touched.n; i++) {
		const struct touched *t = &d->touched.at[i];

		if (t->kind == kind && !t->before && t->after &&
		    links_to(t->after, parent))
			add_id(list, t->id);
	}
}

enum rc
doing_children(struct doing *d, uint64_t parent, unsigned kind, uint64_t **ids,
    size_t *n, struct fault *f)
{
	struct id_list list = { .arena = d->arena };
	struct buf prefix = { 0 };
	enum rc rc;

	index_prefix(&prefix, INDEX_LINK);
	buf_u64(&prefix, parent);
	buf_u16(&prefix, (uint16_t)kind);
	rc = look_prefix(
	    &d->look, TABLE_INDEX, buf_window(&prefix), add_child, &list, f);
	buf_release(&prefix);
	add_made(d, parent, kind, &list);
	*ids = list.at;
	*n = list.n;
	return rc;
}

/* ---- words ---- */

void
doing_now(const struct doing *d, char out[24])
{
	int64_t at = *VEC_LAST(&d->moments);

	moment_show(at ? at : hub_now(d->hub), out);
	out[10] = 'T';
}

void
doing_say(struct doing *d, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(d->done->words, sizeof(d->done->words), fmt, ap);
	va_end(ap);
}
