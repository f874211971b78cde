/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/arena.h"
#include "fold/fold.h"
#include "hub/doing.h"
#include "hub/hub.h"
#include "hub/nextstep.h"
#include "model/diff.h"
#include "model/event.h"
#include "store/journal.h"

/*
 * From what is in hand to entries. Changes that one key seals and that were so
 * at one moment share an entry; a bulk's records of nobody do so by the
 * hundred. All entries of a doing are one group: all there or none.
 */

/* Changes in one entry of a bulk: large enough to spread the cost of a seal,
 * small enough that one torn page takes few with it. */
#define CHANGES_MOST 128

struct parcel {
	struct row_seal by;
	uint64_t person;
	unsigned moment;
	VEC(struct change) changes;
	struct event event;
	struct span body;
};

struct saving {
	struct doing *d;
	VEC(struct parcel) parcels;
	struct entry_draft *drafts;
};

static bool
belongs(const struct doing *d, const struct parcel *p, const struct touched *t)
{
	return p->by.area == t->by.area && p->by.slot == t->by.slot &&
	    p->moment == t->moment &&
	    (!d->many || p->changes.n < CHANGES_MOST);
}

/* An act has few parcels; a bulk comes in the order it will be written. */
static struct parcel *
parcel_for(struct saving *s, const struct touched *t)
{
	size_t back = s->d->many ? 8 : s->parcels.n, from;
	struct parcel *p;

	from = s->parcels.n > back ? s->parcels.n - back : 0;
	for (size_t i = s->parcels.n; i-- > from;)
		if (belongs(s->d, &s->parcels.at[i], t))
			return &s->parcels.at[i];
	p = VEC_ADD(&s->parcels);
	p->by = t->by;
	p->person = t->by.slot ? t->person : 0;
	p->moment = t->moment;
	return p;
}

static void
parcel_up(struct saving *s)
{
	struct doing *d = s->d;
	struct touched *t;
	struct change c;

	VEC_EACH(&d->touched, t)
		if (diff_make(d->arena, t->before, t->after, &c))
			*VEC_ADD(&parcel_for(s, t)->changes) = c;
}

static void
write_bodies(struct saving *s)
{
	struct doing *d = s->d;
	struct buf body = { 0 };

	s->drafts = arena_get(d->arena, s->parcels.n * sizeof(*s->drafts));
	for (size_t i = 0; i < s->parcels.n; i++) {
		struct parcel *p = &s->parcels.at[i];
		int64_t at = d->moments.at[p->moment];

		p->event = (struct event){ .act = d->act->tag, .at = at,
			.why = d->why, .changes = p->changes.at,
			.n = p->changes.n };
		buf_clear(&body);
		event_encode(&p->event, &body);
		p->body = arena_span(d->arena, buf_window(&body));
		s->drafts[i] = (struct entry_draft){ .class = ENTRY_ORDINARY,
			.area = p->by.area, .slot = p->by.slot,
			.person = p->person, .at = hub_now(d->hub),
			.body = p->body };
	}
	buf_wipe(&body);
}

static enum rc
fold_parcels(struct saving *s, struct fault *f)
{
	enum rc rc = RC_OK;

	for (size_t i = 0; i < s->parcels.n && !rc; i++) {
		const struct entry_draft *e = &s->drafts[i];
		struct fold_at at = { e->seq, e->area, e->epoch, e->slot };

		rc = fold_event(
		    &s->d->look, &at, &s->parcels.at[i].event, f);
	}
	return rc;
}

static enum rc
append(struct saving *s, struct fault *f)
{
	struct doing *d = s->d;
	size_t n = s->parcels.n;
	enum rc rc;

	write_bodies(s);
	rc = journal_append(d->look.txn, d->hub->vault, s->drafts, n, f);
	if (!rc)
		rc = fold_parcels(s, f);
	if (rc)
		return rc;
	d->done->first_seq = s->drafts[0].seq;
	d->done->last_seq = s->drafts[n - 1].seq;
	return look_commit(&d->look, f);
}

static void
release(struct saving *s)
{
	struct parcel *p;

	VEC_EACH(&s->parcels, p)
		VEC_RELEASE(&p->changes);
	VEC_RELEASE(&s->parcels);
}

enum rc
doing_save(struct doing *d, struct fault *f)
{
	struct saving s = { .d = d };
	enum rc rc = RC_OK;

	nextstep_keep(d);
	parcel_up(&s);
	d->done->nothing = !s.parcels.n;
	if (s.parcels.n)
		rc = append(&s, f);
	release(&s);
	doing_drop(d);
	return rc;
}
