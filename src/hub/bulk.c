/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdlib.h>

#include "base/arena.h"
#include "base/mem.h"
#include "fold/fold.h"
#include "hub/acts/importing.h"
#include "hub/doing.h"
#include "hub/hub.h"

#include "hub/bulk.h"

/* Keys of the tail at which a bulk puts them into the tables. */
#define TAIL_IN_BULK 60000

struct bulk {
	struct hub *hub;
	const struct act *act;
	uint16_t area;
	const char *why;
	struct doing d;
	struct act_done done;
	bool on;
};

enum rc
bulk_open(struct hub *hub, const char *act_name, uint16_t area,
    const char *why, struct bulk **bulk, struct fault *f)
{
	const struct act *act = act_by_name(act_name);

	*bulk = NULL;
	if (!act)
		return fault_set(
		    f, RC_INVALID, "there is no act \"%s\"", act_name);
	if (!act_may(hub, act_name))
		return act_refuse(hub, act_name, f);
	if (!hub_area_by_number(hub, area))
		return fault_set(f, RC_DENIED,
		    "you belong to no area that this could go to");
	*bulk = mem_get(sizeof(**bulk));
	**bulk = (struct bulk){ .hub = hub, .act = act, .area = area,
		.why = why ? mem_str(why) : NULL };
	return RC_OK;
}

enum rc
bulk_begin(struct bulk *b, struct fault *f)
{
	enum rc rc;

	b->done = (struct act_done){ 0 };
	rc = doing_begin(&b->d, b->hub, b->act, NULL, &b->done, f);
	if (rc)
		return rc;
	b->d.area = b->area;
	b->d.why = b->why;
	b->d.many = true;
	b->d.strict = true;
	b->on = true;
	return RC_OK;
}

struct arena *
bulk_arena(struct bulk *b)
{
	return b->d.arena;
}

enum rc
bulk_get(struct bulk *b, unsigned kind, uint64_t id, struct record **r,
    struct fault *f)
{
	struct record *now;
	enum rc rc = doing_peek(&b->d, kind, id, &now, f);

	*r = now ? record_copy(b->d.arena, now) : NULL;
	return rc || now ? rc : RC_MISSING;
}

enum rc
bulk_put(struct bulk *b, uint64_t person, const struct record *r,
    enum bulk_fate *fate, struct fault *f)
{
	const struct record *was;
	enum rc rc = doing_put(&b->d, person, r, &was, f);

	if (!rc && fate)
		*fate = importing_fate(&b->d, was, r);
	return rc;
}

uint64_t
bulk_new_id(struct bulk *b)
{
	uint64_t id = 0;

	return doing_new_id(&b->d, &id, NULL) ? 0 : id;
}

enum rc
bulk_new_ref(struct bulk *b, char ref[8], struct fault *f)
{
	ref[0] = '\0';
	return doing_new_ref(&b->d, ref, f);
}

void
bulk_at(struct bulk *b, int64_t at_ms)
{
	doing_at(&b->d, at_ms);
}

enum rc
bulk_commit(struct bulk *b, struct fault *f)
{
	enum rc rc = doing_save(&b->d, f);

	b->on = false;
	if (!rc && fold_tail(b->hub->fold) > TAIL_IN_BULK)
		rc = fold_flush(b->hub->fold, f);
	return rc;
}

void
bulk_drop(struct bulk *b)
{
	if (b->on)
		doing_drop(&b->d);
	b->on = false;
}

void
bulk_close(struct bulk *b)
{
	if (!b)
		return;
	bulk_drop(b);
	free((void *)(uintptr_t)b->why);
	free(b);
}

enum rc
bulk_act(struct bulk *b, const struct slip *slip, enum bulk_fate *fate,
    struct fault *f)
{
	importing_fn *import = importing_of(b->act->tag);
	size_t mark = doing_mark(&b->d);
	enum rc rc;

	*fate = BULK_REFUSED;
	if (!import)
		return fault_set(f, RC_INVALID,
		    "\"%s\" is not an act that a feed can do", b->act->name);
	b->d.slip = slip;
	rc = import(&b->d, fate, f);
	b->d.slip = NULL;
	if (rc) {
		doing_back(&b->d, mark);
		*fate = BULK_REFUSED;
	}
	return rc;
}
