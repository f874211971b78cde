/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/when.h"
#include "hub/due.h"
#include "hub/hub.h"

#include "hub/acts/clocking.h"
#include "hub/acts/courting.h"
#include "hub/acts/opened.h"
#include "hub/acts/track.h"
#include "hub/acts/tasks.h"

static enum rc
safe_is_known(struct doing *d, const struct record *casefile, bool *known,
    struct fault *f)
{
	struct record *person, *safety = NULL;
	enum rc rc = doing_peek(d, KIND_PERSON,
	    record_link(casefile, CASEFILE_PERSON), &person, f);

	if (!rc && person && record_link(person, PERSON_SAFETY))
		rc = doing_peek(d, KIND_SAFETY,
		    record_link(person, PERSON_SAFETY), &safety, f);
	*known = safety && *record_text(safety, SAFETY_CHANNELS) &&
		 !record_has_code(safety, SAFETY_CHANNELS, "x");
	return rc;
}

enum rc
opened_facts(struct doing *d, const struct record *casefile,
    const struct record *charge, struct buf *passed, struct opening_facts *x,
    struct fault *f)
{
	enum rc rc = track_passed(d, casefile, passed, f);

	x->state = record_text(casefile, CASEFILE_STAGE);
	x->from = "";
	x->disposals = "";
	if (charge) {
		x->state = record_text(charge, CHARGE_STAGE);
		x->disposals = record_text(charge, CHARGE_DISPOSALS);
		x->months = (int)record_number(charge, CHARGE_MONTHS);
	}
	x->passed = buf_str(passed);
	x->crime = record_text(casefile, CASEFILE_CATEGORY);
	x->consent = record_text(casefile, CASEFILE_CONSENT);
	x->risk = record_text(casefile, CASEFILE_RISK);
	return rc ? rc : safe_is_known(d, casefile, &x->safe, f);
}

/* Whether the case has such a record that is still open. */
static enum rc
has_already(struct doing *d, const struct record *casefile, unsigned kind,
    unsigned sort_tag, const char *sort, bool *has, struct fault *f)
{
	struct record *r;
	uint64_t *ids;
	size_t n;
	enum rc rc = doing_children(d, casefile->id, kind, &ids, &n, f);

	*has = false;
	for (size_t i = 0; i < n && !rc; i++) {
		rc = doing_peek(d, kind, ids[i], &r, f);
		if (rc || !r || strcmp(record_text(r, sort_tag), sort) != 0)
			continue;
		*has = *has || kind == KIND_SCHEME ||
		       strcmp(record_text(r, DECISION_STATE), "open") == 0;
	}
	return rc;
}

/* The last day to ask, if the rule has a number. */
static enum rc
limit_of(struct doing *d, const struct record *casefile,
    const struct opening *row, const char *on, char due[24], struct fault *f)
{
	const struct due_rule *rule =
	    row->rule ? due_rule_by(d->hub->deadlines, row->rule) : NULL;
	bool enhanced =
	    strcmp(record_text(casefile, CASEFILE_LEVEL), "enhanced") == 0;
	int64_t at;
	enum rc rc;

	due[0] = '\0';
	if (!rule)
		return RC_OK;
	if (!on || !when_moment(on, &at))
		at = hub_now(d->hub);
	rc = due_when(d->hub, rule, enhanced, at, due, f);
	return rc == RC_MISSING ? RC_OK : rc;
}

static enum rc
open_decision(struct doing *d, struct record *casefile,
    const struct record *charge, const struct opening *row, const char *on,
    struct fault *f)
{
	struct record *r;
	char due[24];
	bool has;
	enum rc rc = has_already(d, casefile, KIND_DECISION, DECISION_SORT,
	    row->sort, &has, f);

	if (rc || has || (rc = limit_of(d, casefile, row, on, due, f)))
		return rc;
	rc = doing_make(d, KIND_DECISION,
	    record_link(casefile, CASEFILE_PERSON), 0, &r, f);
	if (rc)
		return rc;
	record_set_link(r, DECISION_CASEFILE, casefile->id);
	record_set_text(r, DECISION_SORT, row->sort);
	record_set_link(r, DECISION_CHARGE, charge ? charge->id : 0);
	record_set_text(r, DECISION_MADE, on);
	courting_now_unless(d, r, DECISION_MADE);
	record_set_text(r, DECISION_STATE, "open");
	record_set_text(r, DECISION_LIMIT, due);
	return task_make(d, casefile, "review", *due ? due : NULL,
	    row->say, f);
}

static enum rc
open_scheme(struct doing *d, struct record *casefile,
    const struct record *charge, const struct opening *row, const char *on,
    struct fault *f)
{
	struct record *r;
	bool has;
	enum rc rc = has_already(d, casefile, KIND_SCHEME, SCHEME_SORT,
	    row->sort, &has, f);

	(void)charge;
	(void)on;
	if (rc || has)
		return rc;
	rc = doing_make(d, KIND_SCHEME,
	    record_link(casefile, CASEFILE_PERSON), 0, &r, f);
	if (rc)
		return rc;
	record_set_link(r, SCHEME_CASEFILE, casefile->id);
	record_set_text(r, SCHEME_SORT, row->sort);
	record_set_text(r, SCHEME_STATE, "eligible");
	record_set_text(r, SCHEME_WHY, row->say);
	return RC_OK;
}

/* What is made at once; the others are only ever offered by a person. */
static const struct {
	const char *opens;
	enum rc (*make)(struct doing *, struct record *casefile,
	    const struct record *charge, const struct opening *,
	    const char *on, struct fault *);
} makers[] = {
	{ "decision", open_decision },
	{ "scheme", open_scheme },
};

static enum rc
open_row(struct doing *d, struct record *casefile, const struct record *charge,
    const struct opening *row, const char *on, struct fault *f)
{
	enum rc rc = RC_OK;

	for (size_t i = 0; i < sizeof(makers) / sizeof(makers[0]) && !rc; i++)
		if (strcmp(row->opens, makers[i].opens) == 0) {
			rc = makers[i].make(d, casefile, charge, row, on, f);
			if (!rc && row->event)
				rc = clocking_event(d, casefile, row->event,
				    on, f);
		}
	return rc;
}

enum rc
opened_by(struct doing *d, struct record *casefile, const struct record *charge,
    const char *from, const char *on, struct fault *f)
{
	const struct openings *o = d->hub->openings;
	struct opening_facts x = { 0 };
	struct buf passed = { 0 };
	enum rc rc = opened_facts(d, casefile, charge, &passed, &x, f);

	x.from = from;
	for (size_t i = 0; i < openings_count(o) && !rc; i++) {
		const struct opening *row = openings_nth(o, i);

		if (opening_fits(d->hub->codes, row, &x))
			rc = open_row(d, casefile, charge, row, on, f);
	}
	buf_release(&passed);
	return rc;
}

const struct opening *
opened_row(const struct hub *hub, const char *opens, const char *sort)
{
	for (size_t i = 0; i < openings_count(hub->openings); i++) {
		const struct opening *row = openings_nth(hub->openings, i);

		if (strcmp(row->opens, opens) == 0 &&
		    strcmp(row->sort, sort) == 0)
			return row;
	}
	return NULL;
}
