/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/arena.h"
#include "base/when.h"
#include "hub/doing.h"
#include "hub/hub.h"
#include "hub/practice.h"
#include "hub/read.h"
#include "model/record.h"

#include "hub/gate.h"

/*
 * The records that the gate judges by, whether they are read for a screen or
 * are in hand within an act.
 */

struct source {
	struct hub *hub;
	struct arena *arena;
	struct doing *d; /* NULL: from the store */
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
		rc = hub_record(s->hub, s->arena, kind, id, &found, f);
	*r = found;
	return rc == RC_MISSING ? RC_OK : rc;
}

static enum rc
children(const struct source *s, uint64_t parent, unsigned kind,
    struct record_list *list, struct fault *f)
{
	uint64_t *ids;
	size_t n = 0;
	enum rc rc;

	*list = (struct record_list){ 0 };
	if (!s->d)
		return hub_children(s->hub, s->arena, parent, kind, list, f);
	rc = doing_children(s->d, parent, kind, &ids, &n, f);
	if (!rc && n)
		list->at = arena_get(s->arena, n * sizeof(*list->at));
	for (size_t i = 0; i < n && !rc; i++) {
		struct record *r;

		rc = doing_peek(s->d, kind, ids[i], &r, f);
		if (!rc && r)
			list->at[list->n++] = r;
	}
	return rc;
}

static enum rc
find_fear(const struct source *s, struct gate_card *card, struct fault *f)
{
	struct record_list cases;
	enum rc rc =
	    children(s, card->person->id, KIND_CASEFILE, &cases, f);

	for (size_t i = 0; i < cases.n && !rc; i++)
		if (practice_fears(s->hub->practice, cases.at[i]))
			card->feared = true;
	return rc;
}

/* The party that is in force and whom all contact goes through; the newest. */
static enum rc
find_contact(const struct source *s, struct gate_card *card, struct fault *f)
{
	struct record_list parties;
	enum rc rc = children(s, card->person->id, KIND_PARTY, &parties, f);

	for (size_t i = 0; i < parties.n && !rc; i++)
		if (record_flag(parties.at[i], PARTY_CONTACT) &&
		    !*record_text(parties.at[i], PARTY_UNTIL))
			card->contact = parties.at[i];
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
		rc = find_fear(s, card, f);
	return rc ? rc : find_contact(s, card, f);
}

enum rc
gate_ask(struct hub *hub, struct arena *arena, uint64_t person,
    enum gate_way way, const char *where, struct gate_verdict *v,
    struct fault *f)
{
	struct source s = { .hub = hub, .arena = arena };
	struct gate_card card = { 0 };
	enum rc rc = read_card(&s, person, &card, f);

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
