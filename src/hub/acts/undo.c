/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/str.h"
#include "hub/acts/acts.h"
#include "hub/doing.h"
#include "hub/hub.h"
#include "hub/reading.h"
#include "hub/slip.h"
#include "model/diff.h"
#include "model/event.h"
#include "store/journal.h"

/*
 * Nothing is ever taken out of the journal: undoing is an act of its own that
 * sets back what the last act of this worker set, cell by cell. It is refused
 * when somebody has changed one of those cells since, for then there is
 * something of theirs to lose.
 */

/* How far back an act may lie and still be undone. */
#define ENTRIES_BACK 2000

struct undoing {
	struct doing *d;
	uint64_t first, last; /* the group to undo */
	uint64_t skip[16];    /* first entries of groups undone already */
	size_t n_skip;
	struct buf body;
	struct event event;
};

static enum rc
read_event(struct undoing *u, uint64_t seq, struct entry *e, bool *ours,
    struct fault *f)
{
	enum rc rc = journal_get(u->d->look.txn, seq, e, f);

	*ours = false;
	if (rc || e->class != ENTRY_ORDINARY ||
	    e->author != u->d->hub->me.number)
		return rc;
	rc = journal_open_body(u->d->hub->vault, e, &u->body, f);
	if (rc)
		return rc == RC_DENIED || rc == RC_MISSING ? RC_OK : rc;
	*ours = true;
	return event_decode(u->d->arena, buf_window(&u->body), &u->event, f);
}

/* What feeds and rehearsals wrote is not one person's to take back. */
static bool
is_of_people(unsigned act)
{
	return act < ACT_PUT_CRIME || act > ACT_INVENT;
}

static bool
was_undone(const struct undoing *u, uint64_t first)
{
	for (size_t i = 0; i < u->n_skip; i++)
		if (u->skip[i] == first)
			return true;
	return false;
}

/* An undo says in its reason which group it undid: "undo 1234". */
static void
note_undone(struct undoing *u)
{
	if (u->n_skip < sizeof(u->skip) / sizeof(u->skip[0]) && u->event.why &&
	    str_starts(u->event.why, "undo "))
		u->skip[u->n_skip++] = strtoull(u->event.why + 5, NULL, 10);
}

static enum rc
find_last(struct undoing *u, struct fault *f)
{
	struct journal_head head;
	struct entry e;
	bool ours;
	enum rc rc = journal_head(u->d->look.txn, &head, f);
	uint64_t seq = head.seq;

	for (int i = 0; !rc && seq && i < ENTRIES_BACK; i++) {
		if ((rc = read_event(u, seq, &e, &ours, f)))
			return rc;
		if (ours && u->event.act == ACT_UNDO) {
			note_undone(u);
		} else if (ours && is_of_people(u->event.act) &&
			   !was_undone(u, seq - e.part + 1)) {
			u->first = seq - e.part + 1;
			u->last = u->first + e.parts - 1;
			return RC_OK;
		}
		seq -= ours && e.part ? e.part : 1;
	}
	return rc ? rc : fault_set(f, RC_UNLAWFUL, "there is nothing to undo");
}

static bool
cell_differs(const struct record *a, const struct record *b, unsigned tag)
{
	struct span x = { 0 }, y = { 0 };

	if (a)
		record_get(a, tag, &x);
	if (b)
		record_get(b, tag, &y);
	return !span_eq(x, y);
}

static void
set_back_cells(const struct change *c, const struct record *before,
    struct record *now)
{
	struct span value;

	for (size_t i = 0; i < c->n; i++)
		if (record_get(before, c->cells[i].tag, &value))
			record_set(now, c->cells[i].tag, value);
		else
			record_clear(now, c->cells[i].tag);
}

static enum rc
set_back(struct undoing *u, const struct change *c, struct fault *f)
{
	struct doing *d = u->d;
	struct record *before, *after, *now;
	enum rc rc;

	if ((rc = reading_as_of(d->hub, &d->look, d->arena, c->kind, c->id,
		 u->first - 1, INT64_MAX, &before, f)) ||
	    (rc = reading_as_of(d->hub, &d->look, d->arena, c->kind, c->id,
		 u->last, INT64_MAX, &after, f)) ||
	    (rc = doing_peek(d, c->kind, c->id, &now, f)))
		return rc;
	for (size_t i = 0; i < c->n; i++)
		if (cell_differs(after, now, c->cells[i].tag))
			return fault_set(f, RC_STALE,
			    "somebody has changed it since; change it by hand");
	if (!before)
		return doing_withdraw(d, c->kind, c->id, f);
	if ((rc = doing_open(d, c->kind, c->id, &now, f)))
		return rc;
	set_back_cells(c, before, now);
	return RC_OK;
}

static enum rc
undo_group(struct undoing *u, struct fault *f)
{
	struct event event;
	struct entry e;
	bool ours;
	enum rc rc = RC_OK;

	for (uint64_t seq = u->first; seq <= u->last && !rc; seq++) {
		if ((rc = read_event(u, seq, &e, &ours, f)) || !ours)
			continue;
		event = u->event;
		for (size_t i = 0; i < event.n && !rc; i++)
			rc = set_back(u, &event.changes[i], f);
	}
	return rc;
}

static enum rc
run(struct doing *d, struct fault *f)
{
	struct undoing u = { .d = d };
	const struct act *act;
	enum rc rc = find_last(&u, f);

	if (!rc) {
		act = act_by_tag(u.event.act);
		d->why = arena_printf(d->arena, "undo %llu",
		    (unsigned long long)u.first);
		doing_say(d, "Undone: %s.", act ? act->title : "the last act");
		rc = undo_group(&u, f);
	}
	buf_wipe(&u.body);
	return rc;
}

static const struct act_line lines[] = {
	{ NULL, NULL, false },
};

const struct act act_undo = {
	.tag = ACT_UNDO,
	.name = "undo",
	.title = "Undone",
	.help = "Set back what your last act changed.",
	.lines = lines,
	.run = run,
};
