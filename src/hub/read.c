/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/chance.h"
#include "base/ref.h"
#include "fold/fold.h"
#include "fold/index.h"
#include "hub/hub.h"
#include "hub/reading.h"
#include "hub/redact.h"
#include "model/record.h"

#include "hub/read.h"

enum rc
hub_record(struct hub *hub, struct arena *arena, unsigned kind, uint64_t id,
    struct record **r, struct fault *f)
{
	struct look look;
	enum rc rc = fold_look(hub->fold, &look, f);

	if (rc)
		return rc;
	rc = look_record(&look, arena, kind, id, NULL, r, f);
	if (!rc && redact_hides(hub, *r))
		rc = RC_MISSING;
	if (!rc)
		*r = redact_record(hub, &look, arena, *r);
	look_end(&look);
	if (rc == RC_MISSING)
		return fault_set(
		    f, rc, "there is no such record that you may see");
	return rc;
}

/* ---- lists ---- */

struct gathering {
	struct hub *hub;
	const struct look *look;
	struct arena *arena;
	unsigned kind;
	struct record_list *list;
	size_t cap;
};

static void
add_record(struct gathering *g, struct record *r)
{
	struct record_list *list = g->list;

	if (list->n == g->cap) {
		size_t cap = g->cap ? g->cap * 2 : 8;
		struct record **more =
		    arena_get(g->arena, cap * sizeof(*more));

		if (list->n)
			memcpy(more, list->at, list->n * sizeof(*more));
		list->at = more;
		g->cap = cap;
	}
	list->at[list->n++] = r;
}

static enum rc
gather_one(struct span key, struct span value, void *arg, struct fault *f)
{
	struct gathering *g = arg;
	struct record *r;
	enum rc rc;

	(void)value;
	rc = look_record(
	    g->look, g->arena, g->kind, index_id(key), NULL, &r, f);
	if (!rc && !(g->hub && redact_hides(g->hub, r)))
		add_record(g,
		    g->hub ? redact_record(g->hub, g->look, g->arena, r) : r);
	return rc == RC_MISSING ? RC_OK : rc;
}

static enum rc
gather(struct gathering *g, uint64_t parent, struct fault *f)
{
	struct buf prefix = { 0 };
	enum rc rc;

	*g->list = (struct record_list){ 0 };
	index_prefix(&prefix, INDEX_LINK);
	buf_u64(&prefix, parent);
	buf_u16(&prefix, (uint16_t)g->kind);
	rc = look_prefix(
	    g->look, TABLE_INDEX, buf_window(&prefix), gather_one, g, f);
	buf_release(&prefix);
	return rc;
}

enum rc
hub_children(struct hub *hub, struct arena *arena, uint64_t parent,
    unsigned kind, struct record_list *list, struct fault *f)
{
	struct look look;
	struct gathering g = { hub, &look, arena, kind, list, 0 };
	enum rc rc = fold_look(hub->fold, &look, f);

	if (rc)
		return rc;
	rc = gather(&g, parent, f);
	look_end(&look);
	return rc;
}

/* ---- every record of a kind ---- */

struct visiting {
	const struct hub *hub;
	const struct look *look;
	struct arena *arena;
	record_fn *fn;
	void *arg;
};

static enum rc
visit_row(struct span key, struct span value, void *arg, struct fault *f)
{
	struct visiting *v = arg;
	struct record *r;
	enum rc rc = look_row(v->look, v->arena, key, value, &r, f);

	if (!rc && !redact_hides(v->hub, r))
		rc = v->fn(
		    redact_record(v->hub, v->look, v->arena, r), v->arg);
	arena_reset(v->arena);
	return rc == RC_MISSING ? RC_OK : rc;
}

enum rc
hub_all(struct hub *hub, unsigned kind, record_fn *fn, void *arg,
    struct fault *f)
{
	uint8_t prefix[2] = { (uint8_t)(kind >> 8), (uint8_t)kind };
	struct look look;
	struct visiting v = { hub, &look, NULL, fn, arg };
	enum rc rc = fold_look(hub->fold, &look, f);

	if (rc)
		return rc;
	v.arena = arena_new();
	rc = look_prefix(&look, TABLE_RECORD, span_of(prefix, sizeof(prefix)),
	    visit_row, &v, f);
	arena_free(v.arena);
	look_end(&look);
	return rc;
}

/* ---- references ---- */

struct nearness {
	const struct look *look;
	struct buf *words;
	int n;
};

static enum rc
take_id(struct span key, struct span value, void *arg, struct fault *f)
{
	(void)value;
	(void)f;
	*(uint64_t *)arg = index_id(key);
	return RC_END;
}

static enum rc
person_by_ref(const struct look *look, const char *ref, uint64_t *person,
    struct fault *f)
{
	struct buf prefix = { 0 };
	enum rc rc;

	*person = 0;
	index_prefix(&prefix, INDEX_REF);
	buf_puts(&prefix, ref);
	rc = look_prefix(
	    look, TABLE_INDEX, buf_window(&prefix), take_id, person, f);
	buf_release(&prefix);
	return rc;
}

static bool
add_near(const char *ref, void *arg)
{
	struct nearness *n = arg;
	uint64_t person;

	struct arena *arena;
	struct record *r;
	bool seen;

	if (person_by_ref(n->look, ref, &person, NULL) || !person)
		return false;
	arena = arena_new();
	seen = !look_record(
	    n->look, arena, KIND_PERSON, person, NULL, &r, NULL);
	arena_free(arena);
	if (!seen)
		return false;
	buf_printf(n->words, "%s%s", n->n ? ", " : "", ref);
	return ++n->n == 3;
}

/* The sentence of a reference that cannot be, with those it may have been. */
static enum rc
say_nearest(const struct look *look, const char *text, struct fault *why,
    struct fault *f)
{
	struct buf words = { 0 };
	struct nearness near = { look, &words, 0 };
	enum rc rc;

	if (strlen(text) == 6)
		ref_near(text, add_near, &near);
	rc = near.n ? fault_set(f, RC_INVALID, "%s; did they say %s?",
			  why->text, buf_str(&words)) :
		      fault_set(f, RC_INVALID, "%s", why->text);
	buf_release(&words);
	return rc;
}

static enum rc
nth_case(const struct look *look, uint64_t person, unsigned nth,
    uint64_t *casefile, struct fault *f)
{
	struct record_list list;
	struct gathering g = { NULL, look, arena_new(), KIND_CASEFILE, &list,
		0 };
	enum rc rc = gather(&g, person, f);

	*casefile = 0;
	for (size_t i = 0; i < list.n && !rc; i++)
		if (record_number(list.at[i], CASEFILE_NTH) == nth)
			*casefile = list.at[i]->id;
	arena_free(g.arena);
	if (!rc && !*casefile)
		rc = fault_set(f, RC_MISSING,
		    "this person has no case number %u that you may see", nth);
	return rc;
}

enum rc
reading_ref(const struct look *look, const char *text, uint64_t *person,
    uint64_t *casefile, struct fault *f)
{
	char ref[REF_ROOM], bare[32];
	const char *slash = strchr(text, '/');
	struct fault why = { 0 };
	enum rc rc;

	*casefile = 0;
	snprintf(bare, sizeof(bare), "%.*s",
	    slash ? (int)(slash - text) : (int)strlen(text), text);
	if (ref_parse(bare, ref, &why))
		return say_nearest(look, bare, &why, f);
	rc = person_by_ref(look, ref, person, f);
	if (!rc && !*person)
		rc = fault_set(f, RC_MISSING,
		    "nobody has the reference %s, or nobody you may see", ref);
	if (!rc && slash)
		rc = nth_case(look, *person,
		    (unsigned)strtoul(slash + 1, NULL, 10), casefile, f);
	return rc;
}

enum rc
hub_by_ref(struct hub *hub, struct arena *arena, const char *text,
    struct record **person, struct record **casefile, struct fault *f)
{
	struct record *unwanted;
	struct look look;
	uint64_t id, which;
	enum rc rc = fold_look(hub->fold, &look, f);

	if (rc)
		return rc;
	if (!casefile)
		casefile = &unwanted;
	*casefile = NULL;
	rc = reading_ref(&look, text, &id, &which, f);
	if (!rc)
		rc = look_record(
		    &look, arena, KIND_PERSON, id, NULL, person, f);
	if (!rc)
		*person = redact_record(hub, &look, arena, *person);
	if (rc == RC_MISSING)
		fault_set(f, rc,
		    "nobody has that reference, or nobody you may see");
	if (!rc && which)
		rc = look_record(&look, arena, KIND_CASEFILE, which, NULL,
		    casefile, f);
	look_end(&look);
	return rc;
}

void
hub_spare_ref(struct hub *hub, char ref[8])
{
	uint64_t id, which;
	struct fault ignored = { 0 };
	struct look look;

	ref[0] = '\0';
	if (fold_look(hub->fold, &look, &ignored))
		return;
	for (int tries = 0; tries < 100; tries++) {
		ref_make((uint32_t)chance_below(hub->chance, REF_COUNT), ref);
		if (reading_ref(&look, ref, &id, &which, &ignored) ==
		    RC_MISSING)
			break;
		ref[0] = '\0';
	}
	look_end(&look);
}

/* ---- a person ---- */

static enum rc
gather_into(struct gathering *g, unsigned kind, uint64_t parent,
    struct record_list *list, struct fault *f)
{
	g->kind = kind;
	g->list = list;
	g->cap = 0;
	return gather(g, parent, f);
}

/* Add what belongs to each case to one list. */
static enum rc
gather_of_cases(struct gathering *g, const struct record_list *cases,
    unsigned kind, struct record_list *all, struct fault *f)
{
	struct gathering whole = *g;
	struct record_list part;
	enum rc rc = RC_OK;

	*all = (struct record_list){ 0 };
	whole.list = all;
	whole.cap = 0;
	for (size_t i = 0; i < cases->n && !rc; i++) {
		rc = gather_into(g, kind, cases->at[i]->id, &part, f);
		for (size_t j = 0; j < part.n && !rc; j++)
			add_record(&whole, part.at[j]);
	}
	return rc;
}

static enum rc
gather_page(struct gathering *g, uint64_t person, struct person_page *page,
    struct fault *f)
{
	const struct {
		unsigned kind;
		struct record_list *list;
	} of_cases[] = {
		{ KIND_CONTACT, &page->contacts },
		{ KIND_REFERRAL, &page->referrals },
		{ KIND_TASK, &page->tasks },
		{ KIND_NOTE, &page->notes },
		{ KIND_CONSENT, &page->consents },
		{ KIND_CLOCK, &page->clocks },
	};
	struct record_list one;
	enum rc rc =
	    gather_into(g, KIND_CASEFILE, person, &page->casefiles, f);

	if (!rc && !(rc = gather_into(g, KIND_SAFETY, person, &one, f)) &&
	    one.n)
		page->safety = one.at[one.n - 1];
	if (!rc && !(rc = gather_into(g, KIND_HOME, person, &one, f)) && one.n)
		page->home = one.at[one.n - 1];
	for (size_t i = 0; i < sizeof(of_cases) / sizeof(of_cases[0]) && !rc;
	     i++)
		rc = gather_of_cases(
		    g, &page->casefiles, of_cases[i].kind, of_cases[i].list, f);
	return rc;
}

enum rc
hub_person_page(struct hub *hub, struct arena *arena, uint64_t person,
    struct person_page *page, struct fault *f)
{
	struct look look;
	struct gathering g = { .hub = hub, .look = &look, .arena = arena };
	enum rc rc = fold_look(hub->fold, &look, f);

	*page = (struct person_page){ 0 };
	if (rc)
		return rc;
	rc = look_record(
	    &look, arena, KIND_PERSON, person, NULL, &page->person, f);
	if (rc == RC_MISSING)
		fault_set(f, rc, "there is no such person that you may see");
	if (!rc)
		page->person =
		    redact_record(hub, &look, arena, page->person);
	if (!rc)
		rc = gather_page(&g, person, page, f);
	look_end(&look);
	return rc;
}
