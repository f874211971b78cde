/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/ref.h"
#include "base/str.h"
#include "hub/acts/importing.h"
#include "hub/acts/stage.h"
#include "hub/card.h"
#include "hub/hub.h"
#include "hub/level.h"
#include "hub/slip.h"
#include "model/code.h"

#include "hub/acts/taking.h"

/* ---- the person ---- */

static enum rc
make_person(struct taking *t, struct fault *f)
{
	char ref[8] = "";
	enum rc rc = doing_make(
	    t->d, KIND_PERSON, 0, t->person_id, &t->person, f);

	/* One that was said to the caller already, if it is one. */
	(void)!ref_parse(slip_text(t->d->slip, "ref"), ref, NULL);
	if (!rc)
		rc = doing_new_ref(t->d, ref, f);
	if (rc)
		return rc;
	record_set_text(t->person, PERSON_REF, ref);
	record_set_text(t->person, PERSON_LANGUAGE, "eng");
	t->person_id = t->person->id;
	return RC_OK;
}

enum rc
taking_person(struct taking *t, struct fault *f)
{
	struct record *stands = NULL;
	enum rc rc = RC_OK;

	if (t->person_id)
		rc = doing_peek(t->d, KIND_PERSON, t->person_id, &stands, f);
	t->known = stands;
	if (!rc)
		rc = stands ? doing_open(t->d, KIND_PERSON, t->person_id,
				  &t->person, f) :
			      make_person(t, f);
	if (!rc)
		rc = doing_fill(t->d, t->person, f);
	if (rc)
		return rc;
	if (!*record_text(t->person, PERSON_FAMILY) &&
	    !*record_text(t->person, PERSON_GIVEN) &&
	    !*record_text(t->person, PERSON_PHONE))
		return fault_set(f, RC_INVALID,
		    "nobody is on it yet: a name or a telephone number is "
		    "needed");
	t->d->done->person = t->person->id;
	snprintf(t->d->done->ref, sizeof(t->d->done->ref), "%s",
	    record_text(t->person, PERSON_REF));
	return RC_OK;
}

/* ---- what is safe ---- */

static bool
slip_speaks_of(const struct slip *s, const char *kind)
{
	size_t n = strlen(kind);

	for (size_t i = 0; i < s->n; i++)
		if (strncmp(s->lines[i].name, kind, n) == 0 &&
		    s->lines[i].name[n] == '.' &&
		    !str_is_blank(s->lines[i].text))
			return true;
	return false;
}

/* The last record of ${kind} that hangs on the person, in hand; or a new one. */
static enum rc
own_record(struct taking *t, unsigned kind, unsigned link, struct record **r,
    struct fault *f)
{
	uint64_t *ids;
	size_t n = 0;
	enum rc rc = RC_OK;

	if (t->known)
		rc = doing_children(t->d, t->person->id, kind, &ids, &n, f);
	if (rc)
		return rc;
	if (n)
		return doing_open(t->d, kind, ids[n - 1], r, f);
	rc = doing_make(t->d, kind, t->person->id, 0, r, f);
	if (!rc)
		record_set_link(*r, link, t->person->id);
	return rc;
}

enum rc
taking_safety(struct taking *t, struct fault *f)
{
	char now[24];
	enum rc rc;

	if (!slip_speaks_of(t->d->slip, "safety"))
		return RC_OK;
	rc = own_record(t, KIND_SAFETY, SAFETY_PERSON, &t->safety, f);
	if (!rc)
		rc = doing_fill(t->d, t->safety, f);
	if (rc)
		return rc;
	doing_now(t->d, now);
	record_set_text(t->safety, SAFETY_ASKED, now);
	record_set_link(t->person, PERSON_SAFETY, t->safety->id);
	return RC_OK;
}

enum rc
taking_home(struct taking *t, struct fault *f)
{
	struct record *home;
	enum rc rc;

	if (!slip_speaks_of(t->d->slip, "home"))
		return RC_OK;
	rc = own_record(t, KIND_HOME, HOME_PERSON, &home, f);
	return rc ? rc : doing_fill(t->d, home, f);
}

/* ---- the crime it is about ---- */

static enum rc
tie_crime(struct taking *t, struct fault *f)
{
	struct record *c = t->casefile, *crime;
	const char *number = record_text(c, CASEFILE_NUMBER);
	const char *key = *t->crime_key ? t->crime_key : number;
	uint64_t id;
	enum rc rc;

	if (!*key)
		return RC_OK;
	id = hub_key_id(t->d->hub, KIND_CRIME, key);
	if ((rc = doing_peek(t->d, KIND_CRIME, id, &crime, f)))
		return rc;
	record_set_link(c, CASEFILE_CRIME, id);
	if (crime)
		return RC_OK;
	if ((rc = doing_make(t->d, KIND_CRIME, 0, id, &crime, f)))
		return rc;
	record_set_text(crime, CRIME_NUMBER, number);
	record_set_text(
	    crime, CRIME_CATEGORY, record_text(c, CASEFILE_CATEGORY));
	record_set_text(crime, CRIME_MONTH, record_text(c, CASEFILE_WHEN));
	return doing_fill(t->d, crime, f);
}

/* Outcomes may have been told before there was a case for them to move. */
static enum rc
hear_outcomes(struct taking *t, struct fault *f)
{
	uint64_t crime = record_link(t->casefile, CASEFILE_CRIME), *ids;
	struct record *o;
	size_t n;
	enum rc rc;

	if (!crime)
		return RC_OK;
	rc = doing_children(t->d, crime, KIND_OUTCOME, &ids, &n, f);
	for (size_t i = 0; i < n && !rc; i++) {
		rc = doing_peek(t->d, KIND_OUTCOME, ids[i], &o, f);
		if (!rc && o)
			rc = stage_told(t->d, t->casefile->id, o->id,
			    outcome_wording(t->d, o),
			    record_text(o, OUTCOME_MONTH), f);
	}
	return rc;
}

/* ---- the case ---- */

/* What was true of the last case and was not asked again is still true. */
static enum rc
carry_over(struct taking *t, size_t *nth, struct fault *f)
{
	static const uint16_t carried[] = { CASEFILE_NEEDS, CASEFILE_CONSENT };
	struct record *last;
	struct span value;
	uint64_t *ids;
	size_t n = 0;
	enum rc rc = RC_OK;

	*nth = 1;
	if (t->known)
		rc = doing_children(
		    t->d, t->person->id, KIND_CASEFILE, &ids, &n, f);
	if (rc || !n)
		return rc;
	*nth = n + 1;
	rc = doing_peek(t->d, KIND_CASEFILE, ids[n - 1], &last, f);
	for (size_t i = 0; last && i < sizeof(carried) / sizeof(carried[0]); i++)
		if (record_get(last, carried[i], &value))
			record_set(t->casefile, carried[i], value);
	return rc;
}

static void
begin_case(struct taking *t, size_t nth)
{
	const struct hub_area *area =
	    hub_area_by_number(t->d->hub, t->d->area);
	struct record *c = t->casefile;
	bool reported = *record_text(c, CASEFILE_NUMBER) || *t->crime_key;
	char now[24];

	doing_now(t->d, now);
	record_set_link(c, CASEFILE_PERSON, t->person->id);
	record_set_number(c, CASEFILE_NTH, (int64_t)nth);
	record_set_text(c, CASEFILE_STAGE, reported ? "S01" : "S00");
	record_set_text(c, CASEFILE_STATUS, "open");
	record_set_text(c, CASEFILE_OPENED, now);
	record_set_text(c, CASEFILE_AREA, area ? area->code : NULL);
	if (t->called)
		record_set_link(c, CASEFILE_OWNER, t->d->hub->me.id);
	if (!*record_text(c, CASEFILE_SOURCE))
		record_set_text(
		    c, CASEFILE_SOURCE, t->called ? "self-phone" : "police-feed");
}

static bool
is_child(const struct taking *t)
{
	int years = card_years(t->person, hub_now(t->d->hub));

	return record_has_code(t->casefile, CASEFILE_RISK, "y") ||
	    (years >= 0 && years < 18);
}

/* A child's sexual offence is not for every eye in the hub. */
static bool
is_restricted(const struct taking *t)
{
	const struct code *crime = code_by(t->d->hub->codes, "crime",
	    record_text(t->casefile, CASEFILE_CATEGORY));

	return crime && crime->group && strcmp(crime->group, "sexual") == 0 &&
	    is_child(t);
}

static void
put_flags(struct taking *t)
{
	struct buf flags = { 0 };

	if (record_has_code(t->casefile, CASEFILE_RISK, "p"))
		buf_puts(&flags, "persistent ");
	if (is_restricted(t))
		buf_puts(&flags, "restricted ");
	if (flags.len > 0) {
		flags.len--;
		record_set_text(t->casefile, CASEFILE_FLAGS, buf_str(&flags));
	}
	buf_release(&flags);
}

static void
judge_level(struct taking *t)
{
	struct level_verdict v;
	struct buf codes = { 0 };

	put_flags(t);
	level_judge(t->d->hub->levels, t->casefile, t->person,
	    hub_now(t->d->hub), &v);
	level_codes(&v, &codes);
	record_set_text(t->casefile, CASEFILE_LEVEL, v.level);
	record_set_text(t->casefile, CASEFILE_LEVEL_WHY, buf_str(&codes));
	buf_release(&codes);
}

enum rc
taking_casefile(struct taking *t, struct fault *f)
{
	static const struct {
		const char *name;
		uint16_t tag;
	} plain[] = { { "caller", CASEFILE_CALLER },
		{ "safe-now", CASEFILE_SAFE_NOW } };
	size_t nth;
	enum rc rc = doing_make(t->d, KIND_CASEFILE, t->person->id,
	    t->casefile_id, &t->casefile, f);

	if (rc || (rc = carry_over(t, &nth, f)) ||
	    (rc = doing_fill(t->d, t->casefile, f)))
		return rc;
	for (size_t i = 0; i < sizeof(plain) / sizeof(plain[0]) && !rc; i++)
		rc = doing_set(t->d, t->casefile, plain[i].tag,
		    slip_text(t->d->slip, plain[i].name), f);
	if (rc)
		return rc;
	t->casefile_id = t->d->done->casefile = t->casefile->id;
	begin_case(t, nth);
	judge_level(t);
	if ((rc = tie_crime(t, f)))
		return rc;
	return hear_outcomes(t, f);
}

/* ---- what was agreed ---- */

enum rc
taking_consent(struct taking *t, struct fault *f)
{
	const char *kind = slip_text(t->d->slip, "consent.kind");
	struct record *consent;
	char now[24];
	enum rc rc;

	if (str_is_blank(kind) || strcmp(kind, "-") == 0)
		return RC_OK;
	rc = doing_make(
	    t->d, KIND_CONSENT, t->person->id, 0, &consent, f);
	if (!rc)
		rc = doing_fill(t->d, consent, f);
	if (rc)
		return rc;
	doing_now(t->d, now);
	record_set_link(consent, CONSENT_CASEFILE, t->casefile->id);
	record_set_text(consent, CONSENT_ON, now);
	record_set_text(t->casefile, CASEFILE_CONSENT,
	    record_text(consent, CONSENT_KIND));
	return RC_OK;
}

enum rc
taking_referral(struct taking *t, struct fault *f)
{
	struct record *referral;
	char now[24];
	bool urgent;
	enum rc rc;

	if (!slip_has(t->d->slip, "referral.service") ||
	    strcmp(slip_text(t->d->slip, "referral.service"), "-") == 0)
		return RC_OK;
	rc = doing_make(
	    t->d, KIND_REFERRAL, t->person->id, 0, &referral, f);
	if (!rc)
		rc = doing_fill(t->d, referral, f);
	if (rc)
		return rc;
	doing_now(t->d, now);
	record_set_link(referral, REFERRAL_CASEFILE, t->casefile->id);
	/* What is urgent goes while the caller is on the line. */
	urgent = record_has_code(t->casefile, CASEFILE_RISK, "s");
	record_set_text(referral, REFERRAL_STATE, urgent ? "sent" : "queued");
	record_set_text(referral, REFERRAL_ON, now);
	record_set_flag(referral, REFERRAL_URGENT, urgent);
	return RC_OK;
}
