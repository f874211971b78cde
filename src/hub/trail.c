/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/arena.h"
#include "fold/fold.h"
#include "fold/index.h"
#include "hub/act.h"
#include "hub/hub.h"
#include "hub/read.h"
#include "hub/reading.h"
#include "hub/sight.h"
#include "hub/redact.h"
#include "model/diff.h"
#include "model/event.h"
#include "store/journal.h"
#include "store/people.h"

/*
 * What stood, and who changed it. A record's trail names the entries that
 * touched it; each is opened and its change put on what the ones before made.
 */

typedef enum rc replay_fn(const struct entry *, const struct event *,
    const struct change *, const struct record *before, void *arg);

struct replay {
	struct hub *hub;
	const struct look *look;
	struct arena *arena;
	unsigned kind;
	uint64_t id, to_seq;
	int64_t to_ms;
	struct record *r;
	struct buf body;
	replay_fn *fn; /* told before each change; may be NULL */
	void *arg;
};

static enum rc
replay_event(struct replay *p, const struct entry *e, const struct event *event)
{
	enum rc rc = RC_OK;

	for (size_t i = 0; i < event->n && !rc; i++) {
		const struct change *c = &event->changes[i];

		if (c->id != p->id || c->kind != p->kind)
			continue;
		if (p->fn)
			rc = p->fn(e, event, c, p->r, p->arg);
		p->r = diff_apply(p->arena, p->hub->kinds, p->r, c);
	}
	return rc;
}

static enum rc
replay_entry(struct span key, struct span value, void *arg, struct fault *f)
{
	struct replay *p = arg;
	struct event event;
	struct entry e;
	enum rc rc;

	(void)value;
	if (index_id(key) > p->to_seq)
		return RC_END;
	rc = journal_get(p->look->txn, index_id(key), &e, f);
	if (!rc)
		rc = journal_open_body(p->hub->vault, &e, &p->body, f);
	if (!rc)
		rc = event_decode(p->arena, buf_window(&p->body), &event, f);
	if (rc)
		return rc == RC_DENIED || rc == RC_MISSING ? RC_OK : rc;
	if ((event.at ? event.at : e.at) > p->to_ms)
		return RC_OK;
	return replay_event(p, &e, &event);
}

static enum rc
replay_run(struct replay *p, struct fault *f)
{
	struct buf prefix = { 0 };
	enum rc rc;

	buf_u64(&prefix, p->id);
	rc = look_prefix(p->look, TABLE_TRAIL, buf_window(&prefix),
	    replay_entry, p, f);
	buf_release(&prefix);
	buf_wipe(&p->body);
	return rc;
}

enum rc
reading_as_of(struct hub *hub, const struct look *look, struct arena *arena,
    unsigned kind, uint64_t id, uint64_t seq, int64_t at_ms, struct record **r,
    struct fault *f)
{
	struct replay p = { .hub = hub, .look = look, .arena = arena,
		.kind = kind, .id = id, .to_seq = seq, .to_ms = at_ms };
	enum rc rc = replay_run(&p, f);

	*r = rc ? NULL : p.r;
	return rc;
}

enum rc
hub_record_as_of(struct hub *hub, struct arena *arena, unsigned kind,
    uint64_t id, int64_t at_ms, struct record **r, struct fault *f)
{
	struct look look;
	enum rc rc = fold_look(hub->fold, &look, f);

	if (rc)
		return rc;
	*r = NULL;
	if (sight_of(hub, &look, kind, id))
		rc = reading_as_of(
		    hub, &look, arena, kind, id, UINT64_MAX, at_ms, r, f);
	if (!rc && *r)
		*r = redact_record(hub, &look, arena, *r);
	look_end(&look);
	if (!rc && !*r)
		rc = fault_set(f, RC_MISSING,
		    "there was no such record then that you may see");
	return rc;
}

/* ---- in words ---- */

struct telling {
	struct hub *hub;
	const struct look *look;
	struct arena *arena;
	struct trail *trail;
	size_t cap;
};

static const char *
initials_of(struct telling *t, uint16_t author)
{
	struct vault_user user;

	if (author == t->hub->me.number)
		return t->hub->me.initials;
	if (people_by_number(t->hub->store, author, &user, NULL))
		return arena_printf(t->arena, "#%u", author);
	return arena_str(t->arena, user.name);
}

static struct trail_line *
add_line(struct telling *t)
{
	struct trail *trail = t->trail;

	if (trail->n == t->cap) {
		size_t cap = t->cap ? t->cap * 2 : 16;
		struct trail_line *more =
		    arena_get(t->arena, cap * sizeof(*more));

		if (trail->n)
			memcpy(more, trail->at, trail->n * sizeof(*more));
		trail->at = more;
		t->cap = cap;
	}
	return &trail->at[trail->n++];
}

static enum rc
tell_change(const struct entry *e, const struct event *event,
    const struct change *c, const struct record *before, void *arg)
{
	struct telling *t = arg;
	struct value_ctx ctx = hub_ctx(t->hub);
	const struct act *act = act_by_tag(event->act);
	struct trail_line *line = add_line(t);
	struct buf words = { 0 };
	struct change told;

	told = *c;
	told.cells = arena_copy(t->arena, c->cells, c->n * sizeof(*c->cells));
	before = redact_change(
	    t->hub, t->look, t->arena, (struct record *)before, &told);
	diff_words(t->hub->kinds, &ctx, before, &told, &words);
	line->seq = e->seq;
	line->at = event->at ? event->at : e->at;
	line->who = initials_of(t, e->author);
	line->act = act ? act->title : "an act of a newer handrail";
	line->words = arena_str(t->arena, buf_str(&words));
	line->why = event->why ? event->why : "";
	buf_wipe(&words);
	return RC_OK;
}

enum rc
hub_trail(struct hub *hub, struct arena *arena, unsigned kind, uint64_t id,
    struct trail *trail, struct fault *f)
{
	struct look look;
	struct telling t = { hub, &look, arena, trail, 0 };
	struct replay p = { .hub = hub, .look = &look, .arena = arena,
		.kind = kind, .id = id, .to_seq = UINT64_MAX,
		.to_ms = INT64_MAX, .fn = tell_change, .arg = &t };
	enum rc rc = fold_look(hub->fold, &look, f);

	*trail = (struct trail){ 0 };
	if (rc)
		return rc;
	if (sight_of(hub, &look, kind, id))
		rc = replay_run(&p, f);
	look_end(&look);
	return rc;
}
