/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/arena.h"
#include "base/str.h"
#include "hub/acts/acts.h"
#include "hub/acts/importing.h"
#include "hub/acts/taking.h"
#include "hub/acts/tasks.h"
#include "hub/hub.h"
#include "hub/slip.h"

/*
 * A victim and a crime as a force sends them each day. The force's own numbers
 * for the two name the person and the case, so a row sent again is the same
 * case. A feed proposes: once a case is here it never overwrites what is safe,
 * the risk or the address, and a crime that the force withdraws takes neither
 * the person nor the case with it.
 */

/* What a later row may still change. */
static const struct {
	const char *name;
	unsigned kind, tag;
} updates[] = {
	{ "person.phone", KIND_PERSON, PERSON_PHONE },
	{ "person.email", KIND_PERSON, PERSON_EMAIL },
	{ "person.born", KIND_PERSON, PERSON_BORN },
	{ "person.language", KIND_PERSON, PERSON_LANGUAGE },
	{ "casefile.category", KIND_CASEFILE, CASEFILE_CATEGORY },
	{ "casefile.when", KIND_CASEFILE, CASEFILE_WHEN },
	{ "casefile.number", KIND_CASEFILE, CASEFILE_NUMBER },
};

/*
 * The record with what the slip says of one field, or NULL when it says nothing
 * that does not stand already. The record in hand is not touched.
 */
static enum rc
try_field(struct doing *d, size_t i, uint64_t id, struct record **changed,
    struct fault *f)
{
	const char *text = slip_text(d->slip, updates[i].name);
	struct record *stands, *try;
	enum rc rc;

	*changed = NULL;
	if (str_is_blank(text))
		return RC_OK;
	rc = doing_peek(d, updates[i].kind, id, &stands, f);
	if (rc || !stands)
		return rc;
	try = record_copy(d->arena, stands);
	if ((rc = doing_set(d, try, updates[i].tag, text, f)))
		return rc;
	if (importing_fate(d, stands, try) != BULK_SAME)
		*changed = try;
	return RC_OK;
}

static enum rc
set_field_from(struct doing *d, size_t i, uint64_t id,
    const struct record *changed, struct fault *f)
{
	struct span value;
	struct record *r;
	enum rc rc = doing_open(d, updates[i].kind, id, &r, f);

	if (!rc && record_get(changed, updates[i].tag, &value))
		record_set(r, updates[i].tag, value);
	return rc;
}

/* Every field is read before any is set: a row that is refused changes nothing. */
static enum rc
update(struct taking *t, enum bulk_fate *fate, struct fault *f)
{
	enum { N = sizeof(updates) / sizeof(updates[0]) };
	struct record *changed[N];
	uint64_t ids[N];
	enum rc rc = RC_OK;

	for (size_t i = 0; i < N && !rc; i++) {
		ids[i] = updates[i].kind == KIND_PERSON ? t->person_id :
							  t->casefile_id;
		rc = try_field(t->d, i, ids[i], &changed[i], f);
	}
	*fate = BULK_SAME;
	for (size_t i = 0; i < N && !rc; i++) {
		if (!changed[i])
			continue;
		*fate = BULK_CHANGED;
		rc = set_field_from(t->d, i, ids[i], changed[i], f);
	}
	return rc;
}

/* The crime is marked; whoever owns the case is asked to look. */
static enum rc
withdraw(struct taking *t, enum bulk_fate *fate, struct fault *f)
{
	uint64_t id = hub_key_id(t->d->hub, KIND_CRIME, t->crime_key);
	struct record *crime, *c;
	char now[24];
	enum rc rc = doing_peek(t->d, KIND_CRIME, id, &crime, f);

	*fate = BULK_WITHDRAWN;
	if (rc || !crime || *record_text(crime, CRIME_WITHDRAWN))
		return rc;
	if ((rc = doing_open(t->d, KIND_CRIME, id, &crime, f)))
		return rc;
	doing_now(t->d, now);
	now[10] = '\0';
	record_set_text(crime, CRIME_WITHDRAWN, now);
	rc = doing_peek(t->d, KIND_CASEFILE, t->casefile_id, &c, f);
	if (rc || !c)
		return rc;
	t->casefile = c;
	rc = doing_peek(t->d, KIND_PERSON, t->person_id, &t->person, f);
	return rc || !t->person ? rc :
				  task_make(t->d, t->casefile, "review", now,
				      "The force has withdrawn this crime. The "
				      "person stays ours to help.",
				      f);
}

static enum rc
take(struct taking *t, enum bulk_fate *fate, struct fault *f)
{
	enum rc rc;

	*fate = BULK_NEW;
	if ((rc = taking_person(t, f)) || (rc = taking_safety(t, f)) ||
	    (rc = taking_home(t, f)) || (rc = taking_casefile(t, f)) ||
	    (rc = taking_consent(t, f)) || (rc = taking_next(t, f)))
		return rc;
	return RC_OK;
}

enum rc
import_police_referral(struct doing *d, enum bulk_fate *fate, struct fault *f)
{
	const char *victim = slip_text(d->slip, "victim");
	struct taking t = { .d = d, .crime_key = slip_text(d->slip, "crime") };
	struct record *stands;
	enum rc rc;

	if (!*victim || !*t.crime_key)
		return fault_set(f, RC_INVALID,
		    "a referral needs the force's number of the victim and of "
		    "the crime");
	t.person_id = hub_key_id(d->hub, KIND_PERSON, victim);
	t.casefile_id = hub_key_id(d->hub, KIND_CASEFILE,
	    arena_printf(d->arena, "%s|%s", victim, t.crime_key));
	if (slip_has(d->slip, "withdrawn"))
		return withdraw(&t, fate, f);
	rc = doing_peek(d, KIND_CASEFILE, t.casefile_id, &stands, f);
	if (rc)
		return rc;
	return stands ? update(&t, fate, f) : take(&t, fate, f);
}

static enum rc
run(struct doing *d, struct fault *f)
{
	return importing_run(d, import_police_referral, f);
}

static const struct act_line lines[] = {
	{ "victim", "the force's number of the person", true },
	{ "crime", "the force's name of the crime", true },
	{ "person.*", "given, family, born, phone, email, postcode", false },
	{ "safety.*", "channels, times, say, avoid", false },
	{ "home.address", "where they live", false },
	{ "casefile.*", "category, when, number, narrative, risk", false },
	{ "consent.kind", "f, s, g or n", false },
	{ "withdrawn", "anything: the force has withdrawn it", false },
	{ NULL, NULL, false },
};

const struct act act_put_police_referral = {
	.tag = ACT_PUT_POLICE_REFERRAL,
	.name = "put_police_referral",
	.verb = "import",
	.title = "Referral sent by a force",
	.help = "Keep a victim and a crime as a force sends them.",
	.lines = lines,
	.run = run,
};
