/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/day.h"
#include "base/str.h"
#include "hub/due.h"
#include "hub/hub.h"
#include "hub/slip.h"

#include "hub/acts/taking.h"

/*
 * What happens next, which every open case must have: the clock of the hub's
 * own duty, the follow-up that was promised, and an interpreter where one is
 * needed.
 */

/* The hub's own time limit for first contact: data/deadlines. */
#define FIRST_CONTACT "VC06"
#define STANDARD_FOLLOW_UP 2 /* working days */

static enum rc
start_clock(struct taking *t, char due[24], struct fault *f)
{
	const struct due_rule *rule =
	    due_rule_by(t->d->hub->deadlines, FIRST_CONTACT);
	bool enhanced = strcmp(record_text(t->casefile, CASEFILE_LEVEL),
			    "enhanced") == 0;
	int64_t at = *VEC_LAST(&t->d->moments);
	struct record *clock;
	char now[24];
	enum rc rc;

	due[0] = '\0';
	if (!rule)
		return RC_OK;
	rc = due_when(t->d->hub, rule, enhanced,
	    at ? at : hub_now(t->d->hub), due, f);
	if (rc)
		return rc == RC_MISSING ? RC_OK : rc;
	rc = doing_make(
	    t->d, KIND_CLOCK, t->person->id, 0, &clock, f);
	if (rc)
		return rc;
	doing_now(t->d, now);
	record_set_link(clock, CLOCK_CASEFILE, t->casefile->id);
	record_set_text(clock, CLOCK_RULE, rule->id);
	record_set_text(clock, CLOCK_STARTED, now);
	record_set_text(clock, CLOCK_DUE, due);
	record_set_text(clock, CLOCK_STATE, "running");
	return RC_OK;
}

static enum rc
standard_day(const struct doing *d, char iso[24], struct fault *f)
{
	int32_t due;
	enum rc rc = workday_add(d->hub->holidays,
	    moment_day(hub_now(d->hub)), STANDARD_FOLLOW_UP, &due, f);

	if (!rc)
		day_show(due, iso);
	return rc;
}

/* The follow-up as it was said, or the standard one when nothing was. */
static enum rc
follow_up(struct taking *t, struct fault *f)
{
	const char *said = slip_text(t->d->slip, "follow-up");
	char iso[24] = "";
	enum rc rc;

	if (str_is_blank(said)) {
		if ((rc = standard_day(t->d, iso, f)))
			return rc;
		record_set_text(t->casefile, CASEFILE_NEXT_DUE, iso);
	} else if ((rc = doing_set(t->d, t->casefile, CASEFILE_NEXT_DUE, said,
			f))) {
		return rc;
	}
	record_set_text(t->casefile, CASEFILE_NEXT_WHAT, "follow-up");
	return taking_task(t, "follow-up",
	    record_text(t->casefile, CASEFILE_NEXT_DUE), NULL, f);
}

static enum rc
ask_interpreter(struct taking *t, struct fault *f)
{
	const char *language = record_text(t->person, PERSON_LANGUAGE);

	if (!*language || strcmp(language, "eng") == 0)
		return RC_OK;
	return taking_task(t, "interpreter",
	    record_text(t->casefile, CASEFILE_NEXT_DUE), NULL, f);
}

enum rc
taking_next(struct taking *t, struct fault *f)
{
	char due[24];
	enum rc rc = start_clock(t, due, f);

	if (rc)
		return rc;
	if (t->called) {
		rc = follow_up(t, f);
	} else {
		record_set_text(t->casefile, CASEFILE_NEXT_DUE, due);
		record_set_text(
		    t->casefile, CASEFILE_NEXT_WHAT, "first contact");
	}
	return rc ? rc : ask_interpreter(t, f);
}
