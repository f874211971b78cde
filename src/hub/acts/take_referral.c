/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/ref.h"
#include "base/str.h"
#include "hub/acts/acts.h"
#include "hub/acts/facts.h"
#include "hub/acts/conflict.h"
#include "hub/acts/taking.h"
#include "hub/hub.h"
#include "hub/reading.h"
#include "hub/slip.h"

/*
 * Somebody rang, and while they were on the line it was written down. Nothing
 * that is missing stops it being kept: what is left to ask is said, and asked
 * another time.
 */

static enum rc
whose_area(struct doing *d, struct fault *f)
{
	const char *code = slip_text(d->slip, "area");
	const struct hub_area *area;

	if (!*code)
		return d->area ? RC_OK :
				 fault_set(f, RC_DENIED,
				     "you belong to no area yet; ask an "
				     "administrator to grant you one");
	area = hub_area_by_code(d->hub, code);
	if (!area)
		return fault_set(f, RC_DENIED,
		    "area: you do not belong to an area \"%s\"", code);
	d->area = area->number;
	return RC_OK;
}

/* The match that was taken, by id or by reference. */
static enum rc
known_person(struct doing *d, uint64_t *person, struct fault *f)
{
	const char *text = slip_text(d->slip, "person");
	uint64_t casefile;

	*person = slip_id(d->slip, "person");
	if (*person || str_is_blank(text))
		return RC_OK;
	return reading_ref(&d->look, text, person, &casefile, f);
}

static enum rc
write_call(struct taking *t, struct fault *f)
{
	struct record *contact;
	char now[24];
	enum rc rc =
	    doing_make(t->d, KIND_CONTACT, t->person->id, 0, &contact, f);

	if (rc)
		return rc;
	doing_now(t->d, now);
	record_set_link(contact, CONTACT_CASEFILE, t->casefile->id);
	record_set_text(contact, CONTACT_ON, now);
	record_set_text(contact, CONTACT_WAY, "in");
	record_set_text(contact, CONTACT_BY, "p");
	record_set_text(contact, CONTACT_OUTCOME, "reached-accepted");
	record_set_link(contact, CONTACT_WORKER, t->d->hub->me.id);
	return doing_set(
	    t->d, contact, CONTACT_MINUTES, slip_text(t->d->slip, "minutes"), f);
}

/* What was neither answered nor marked as asked. */
static void
say_left(struct taking *t)
{
	const struct {
		const char *word;
		bool there;
	} asks[] = {
		{ "safe contact", t->safety || record_link(t->person,
						   PERSON_SAFETY) },
		{ "crime", *record_text(t->casefile, CASEFILE_CATEGORY) },
		{ "risk", *record_text(t->casefile, CASEFILE_RISK) },
		{ "needs", *record_text(t->casefile, CASEFILE_NEEDS) },
		{ "consent", *record_text(t->casefile, CASEFILE_CONSENT) },
	};
	struct buf left = { 0 };

	for (size_t i = 0; i < sizeof(asks) / sizeof(asks[0]); i++)
		if (!asks[i].there)
			buf_printf(&left, "%s%s", left.len ? ", " : "",
			    asks[i].word);
	snprintf(t->d->done->left, sizeof(t->d->done->left), "%s",
	    buf_str(&left));
	buf_release(&left);
}

static void
say_done(struct taking *t)
{
	const char *ref = record_text(t->person, PERSON_REF);
	struct buf words = { 0 };

	ref_say(ref, &words);
	doing_say(t->d, "Saved %s. Say: %s.", ref, buf_str(&words));
	buf_release(&words);
	say_left(t);
}

/* A new incident is news to their other cases as well. */
static enum rc
look_again(struct taking *t, struct fault *f)
{
	enum rc rc = RC_OK;

	if (t->known)
		rc = facts_event_for(t->d, t->person->id, "incident", f);
	return rc ? rc : facts_changed_for(t->d, t->person->id, f);
}

static enum rc
run(struct doing *d, struct fault *f)
{
	struct taking t = { .d = d, .crime_key = "", .called = true };
	enum rc rc;

	if ((rc = whose_area(d, f)) || (rc = known_person(d, &t.person_id, f)))
		return rc;
	if ((rc = taking_person(&t, f)) || (rc = taking_safety(&t, f)) ||
	    (rc = taking_home(&t, f)) || (rc = taking_casefile(&t, f)) ||
	    (rc = taking_consent(&t, f)) || (rc = taking_referral(&t, f)) ||
	    (rc = taking_next(&t, f)) || (rc = write_call(&t, f)) ||
	    (rc = look_again(&t, f)))
		return rc;
	d->done->made = t.casefile->id;
	say_done(&t);
	return conflict_look(d, t.person, f);
}

static const struct act_line lines[] = {
	{ "person", "the known person it is, by reference", false },
	{ "ref", "the reference that was said already, if it is still free",
	    false },
	{ "area", "the area it belongs to; yours if you have one", false },
	{ "caller", "who is ringing: v victim, p parent ...", false },
	{ "safe-now", "whether it is safe to talk: y or n", false },
	{ "person.*", "given, family, born, phone, postcode ...", false },
	{ "safety.*", "channels, times, say, avoid", false },
	{ "home.address", "where they live", false },
	{ "casefile.*", "category, when, number, narrative, risk, needs", false },
	{ "consent.kind", "f full, s safeguarding only, g guardian, n none",
	    false },
	{ "referral.service", "the service they asked for", false },
	{ "follow-up", "when to ring back; two working days if unsaid", false },
	{ "minutes", "how long the call took", false },
	{ NULL, NULL, false },
};

const struct act act_take_referral = {
	.tag = ACT_TAKE_REFERRAL,
	.name = "take_referral",
	.title = "Referral taken",
	.help = "Write down what a caller says and promise what comes next.",
	.lines = lines,
	.run = run,
};
