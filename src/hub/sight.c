/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/arena.h"
#include "fold/fold.h"
#include "fold/index.h"
#include "hub/access.h"
#include "hub/hub.h"
#include "model/kind.h"
#include "model/record.h"

#include "hub/sight.h"

/* Parents are few and do not go round; this many steps is a fault of ours. */
#define STEPS_MOST 4

struct seeing {
	const struct hub *hub;
	const struct look *look;
	struct arena *arena;
	size_t cases, mine; /* of one person */
};

static bool
is_mine(const struct seeing *s, const struct record *casefile)
{
	uint64_t owner = record_link(casefile, CASEFILE_OWNER);

	return !owner || owner == s->hub->me.id;
}

/* A record as it is kept, past this door. */
static struct record *
kept(const struct seeing *s, unsigned kind, uint64_t id)
{
	struct record *r;

	if (look_stored(s->look, s->arena, kind, id, NULL, &r, NULL))
		return NULL;
	return r;
}

static enum rc
count_case(struct span key, struct span value, void *arg, struct fault *f)
{
	struct seeing *s = arg;
	struct record *casefile = kept(s, KIND_CASEFILE, index_id(key));

	(void)value;
	(void)f;
	s->cases += casefile != NULL;
	s->mine += casefile && is_mine(s, casefile);
	return s->mine ? RC_END : RC_OK;
}

static bool
sees_person(struct seeing *s, uint64_t person)
{
	struct buf prefix = { 0 };
	enum rc rc;

	s->cases = s->mine = 0;
	index_prefix(&prefix, INDEX_LINK);
	buf_u64(&prefix, person);
	buf_u16(&prefix, KIND_CASEFILE);
	rc = look_prefix(
	    s->look, TABLE_INDEX, buf_window(&prefix), count_case, s, NULL);
	buf_release(&prefix);
	return !rc && (s->mine || !s->cases);
}

static bool
sees_case(struct seeing *s, uint64_t id)
{
	const struct record *casefile = kept(s, KIND_CASEFILE, id);

	return casefile && is_mine(s, casefile);
}

/* The link of ${r} to one of ${of}; 0: none. */
static uint64_t
link_to(const struct record *r, const char *of)
{
	for (size_t i = 0; i < r->kind->n; i++) {
		const struct kind_field *kf = &r->kind->fields[i];

		if (kf->type == TYPE_LINK && strcmp(kf->of, of) == 0 &&
		    record_link(r, kf->tag))
			return record_link(r, kf->tag);
	}
	return 0;
}

/* What hangs on a case is seen with it, what hangs on a person with them. */
static bool
sees_own(struct seeing *s, const struct record *r)
{
	const struct kind_field *up;
	const struct kind *kind;
	uint64_t id;

	for (int step = 0; r && step < STEPS_MOST; step++) {
		if (r->kind->tag == KIND_CASEFILE)
			return is_mine(s, r);
		if (r->kind->tag == KIND_PERSON)
			return sees_person(s, r->id);
		if ((id = link_to(r, "casefile")))
			return sees_case(s, id);
		if ((id = link_to(r, "person")))
			return sees_person(s, id);
		up = kind_parent(r->kind);
		if (!up || !(id = record_link(r, up->tag)))
			return true;
		kind = kinds_by_name(s->hub->kinds, up->of);
		r = kind ? kept(s, kind->tag, id) : NULL;
	}
	return false;
}

static bool
is_about_somebody(const struct kind *kind)
{
	return kind->flags & (KIND_PERSONAL | KIND_SAFE);
}

static bool
sees(const struct look *look, const struct record *r, void *arg)
{
	struct seeing s = { .hub = arg, .look = look };
	bool seen;

	if (!is_about_somebody(r->kind))
		return true;
	if (s.hub->see == SEE_COUNTS)
		return false;
	s.arena = arena_new();
	seen = sees_own(&s, r);
	arena_free(s.arena);
	return seen;
}

void
sight_begin(struct hub *hub)
{
	hub->see = access_see(hub->access, hub->me.role);
	if (hub->see != SEE_AREA)
		fold_sight(hub->fold, sees, hub);
}

bool
sight_of(const struct hub *hub, const struct look *look, unsigned kind,
    uint64_t id)
{
	struct arena *arena;
	struct record *r;
	bool seen;

	if (hub->see == SEE_AREA)
		return true;
	arena = arena_new();
	seen = look_record(look, arena, kind, id, NULL, &r, NULL) == RC_OK;
	arena_free(arena);
	return seen;
}
