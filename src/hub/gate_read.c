/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "base/buf.h"
#include "fold/fold.h"
#include "fold/index.h"
#include "hub/doing.h"
#include "hub/hub.h"
#include "hub/practice.h"
#include "model/record.h"

#include "hub/gate.h"

/*
 * The records that the gate judges by, whether they are read for a screen or
 * are in hand within an act.
 */

struct source {
	const struct hub *hub;
	struct arena *arena;
	struct doing *d;	 /* NULL: from the store, by */
	const struct look *look; /* this look */
};

/* NULL and RC_OK when there is none. */
static enum rc
one(const struct source *s, unsigned kind, uint64_t id,
    const struct record **r, struct fault *f)
{
	struct record *found = NULL;
	enum rc rc = RC_OK;

	if (id && s->d)
		rc = doing_peek(s->d, kind, id, &found, f);
	else if (id)
		rc = look_record(s->look, s->arena, kind, id, NULL, &found, f);
	*r = rc ? NULL : found;
	return rc == RC_MISSING ? RC_OK : rc;
}

/* What each child of a person says to the gate. */
static void
hear_case(const struct hub *hub, const struct record *casefile,
    struct gate_card *card)
{
	if (practice_fears(hub->practice, casefile))
		card->feared = true;
}

/* The newest party that is in force and whom all contact goes through. */
static void
hear_party(const struct record *party, struct gate_card *card)
{
	if (record_link(party, PARTY_PERSON) == card->person->id &&
	    record_flag(party, PARTY_CONTACT) &&
	    !*record_text(party, PARTY_UNTIL))
		card->contact = party;
}

static void
hear(const struct source *s, const struct record *r, struct gate_card *card)
{
	if (r->kind->tag == KIND_CASEFILE)
		hear_case(s->hub, r, card);
	else
		hear_party(r, card);
}

struct hearing {
	const struct source *s;
	struct gate_card *card;
	unsigned kind;
};

static enum rc
hear_row(struct span key, struct span value, void *arg, struct fault *f)
{
	struct hearing *h = arg;
	const struct record *r;
	enum rc rc = one(h->s, h->kind, index_id(key), &r, f);

	(void)value;
	if (!rc && r)
		hear(h->s, r, h->card);
	return rc;
}

static enum rc
hear_stored(const struct source *s, unsigned kind, struct gate_card *card,
    struct fault *f)
{
	struct hearing h = { s, card, kind };
	struct buf prefix = { 0 };
	enum rc rc;

	index_prefix(&prefix, INDEX_LINK);
	buf_u64(&prefix, card->person->id);
	buf_u16(&prefix, (uint16_t)kind);
	rc = look_prefix(
	    s->look, TABLE_INDEX, buf_window(&prefix), hear_row, &h, f);
	buf_release(&prefix);
	return rc;
}

static enum rc
hear_children(const struct source *s, unsigned kind, struct gate_card *card,
    struct fault *f)
{
	const struct record *r;
	uint64_t *ids;
	size_t n = 0;
	enum rc rc;

	if (!s->d)
		return hear_stored(s, kind, card, f);
	rc = doing_children(s->d, card->person->id, kind, &ids, &n, f);
	for (size_t i = 0; i < n && !rc; i++) {
		rc = one(s, kind, ids[i], &r, f);
		if (!rc && r)
			hear(s, r, card);
	}
	return rc;
}

static enum rc
read_card(const struct source *s, uint64_t person, struct gate_card *card,
    struct fault *f)
{
	enum rc rc = one(s, KIND_PERSON, person, &card->person, f);

	if (!rc && !card->person)
		return fault_set(f, RC_MISSING,
		    "there is nobody here that you may reach");
	if (!rc)
		rc = one(s, KIND_SAFETY,
		    record_link(card->person, PERSON_SAFETY), &card->safety, f);
	if (!rc)
		rc = hear_children(s, KIND_CASEFILE, card, f);
	return rc ? rc : hear_children(s, KIND_PARTY, card, f);
}

enum rc
gate_read(const struct hub *hub, const struct look *look, struct arena *arena,
    uint64_t person, struct gate_card *card, struct fault *f)
{
	struct source s = { .hub = hub, .arena = arena, .look = look };

	*card = (struct gate_card){ 0 };
	return read_card(&s, person, card, f);
}

enum rc
gate_ask(struct hub *hub, struct arena *arena, uint64_t person,
    enum gate_way way, const char *where, struct gate_verdict *v,
    struct fault *f)
{
	struct gate_card card;
	struct look look;
	enum rc rc = fold_look(hub->fold, &look, f);

	if (rc)
		return rc;
	rc = gate_read(hub, &look, arena, person, &card, f);
	look_end(&look);
	if (!rc)
		gate_judge(hub, arena, &card, way, where, hub_now(hub), v);
	return rc;
}

enum rc
gate_check(struct doing *d, uint64_t person, enum gate_way way,
    const char *where, struct gate_verdict *v, struct fault *f)
{
	struct source s = { .hub = d->hub, .arena = d->arena, .d = d };
	struct gate_card card = { 0 };
	enum rc rc = read_card(&s, person, &card, f);

	if (!rc)
		gate_judge(d->hub, d->arena, &card, way, where,
		    hub_now(d->hub), v);
	return rc;
}
