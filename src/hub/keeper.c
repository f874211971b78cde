/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "hub/doing.h"
#include "hub/hub.h"
#include "store/vault.h"

#include "hub/keeper.h"

/* Parents are few and do not go round; this many steps is a fault of ours. */
#define STEPS_MOST 4

uint64_t
keeper_of(struct doing *d, const struct record *r)
{
	static const struct {
		uint16_t kind, parent_tag, parent;
	} parents[] = {
		{ KIND_HOME, HOME_PERSON, KIND_PERSON },
		{ KIND_CASEFILE, CASEFILE_PERSON, KIND_PERSON },
		{ KIND_SAFETY, SAFETY_PERSON, KIND_PERSON },
	};
	const struct kind_field *up;
	struct record *parent;

	for (int step = 0; r && step < STEPS_MOST; step++) {
		if (r->kind->tag == KIND_PERSON)
			return r->id;
		for (size_t i = 0; i < sizeof(parents) / sizeof(parents[0]); i++)
			if (r->kind->tag == parents[i].kind)
				return record_link(r, parents[i].parent_tag);
		up = kind_parent(r->kind);
		if (!up || !record_link(r, up->tag))
			return 0;
		if (!kinds_by_name(d->hub->kinds, up->of) ||
		    doing_peek(d, kinds_by_name(d->hub->kinds, up->of)->tag,
			record_link(r, up->tag), &parent, NULL))
			return 0;
		r = parent;
	}
	return 0;
}

static enum rc
seal_of_home(struct doing *d, uint64_t person, struct row_seal *by,
    bool *found, struct fault *f)
{
	uint64_t *ids;
	size_t n;
	enum rc rc = doing_children(d, person, KIND_HOME, &ids, &n, f);

	*found = false;
	if (rc || !n)
		return rc;
	return doing_seal_of(d, KIND_HOME, ids[0], by, found, f);
}

static enum rc
fresh_key(struct doing *d, uint16_t area, struct row_seal *by, struct fault *f)
{
	*by = (struct row_seal){ .area = area };
	return vault_new_slot(
	    d->look.txn, d->hub->vault, area, &by->slot, f);
}

/* What was taken in hand last is most often about the same person. */
static bool
seal_nearby(
    const struct doing *d, uint64_t person, bool safe, struct row_seal *by)
{
	size_t from = d->touched.n > 64 ? d->touched.n - 64 : 0;

	for (size_t i = d->touched.n; i-- > from;) {
		const struct touched *t = &d->touched.at[i];

		if (t->person == person && t->by.slot &&
		    (t->kind == KIND_HOME) == safe) {
			*by = t->by;
			return true;
		}
	}
	return false;
}

enum rc
keeper_seal(struct doing *d, const struct kind *kind, uint64_t person,
    struct row_seal *by, struct fault *f)
{
	const struct hub_area *area = hub_area_by_number(d->hub, d->area);
	bool safe = kind->flags & KIND_SAFE, found = false;
	enum rc rc;

	*by = (struct row_seal){ .area = d->area };
	if (kind->flags & KIND_HUB) {
		by->area = VAULT_AREA_HUB;
		return RC_OK;
	}
	if (!person)
		return RC_OK;
	if (seal_nearby(d, person, safe, by))
		return RC_OK;
	rc = doing_seal_of(d, KIND_PERSON, person, by, &found, f);
	if (rc || (found && !safe))
		return rc;
	if (!safe)
		return fresh_key(d, d->area, by, f);
	if (found)
		area = hub_area_by_number(d->hub, by->area);
	if (!area || !area->safe)
		return fault_set(f, RC_DENIED,
		    "you may not keep addresses in this area; leave the "
		    "address out or ask an administrator for %s.safe",
		    area ? area->code : "it");
	rc = seal_of_home(d, person, by, &found, f);
	return rc || found ? rc : fresh_key(d, area->safe, by, f);
}
