/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdio.h>
#include <string.h>

#include "base/day.h"
#include "base/str.h"
#include "hub/acts/clock_one.h"
#include "hub/acts/clocking.h"
#include "hub/due.h"
#include "hub/hub.h"
#include "hub/slip.h"

#include "hub/acts/repeats.h"
#include "hub/acts/taking.h"
#include "hub/acts/tasks.h"

/*
 * What happens next, which every open case must have: the clock of the hub's
 * own duty, the follow-up that was promised, and an interpreter where one is
 * needed.
 */

#define STANDARD_FOLLOW_UP 2 /* working days */

/* When the first of the hub's own duties falls due; "" when none does. */
static enum rc
own_due(struct taking *t, char due[24], struct fault *f)
{
	const struct due_rule *rule;
	struct record *clock;
	uint64_t *ids;
	size_t n;
	enum rc rc = doing_children(
	    t->d, t->casefile->id, KIND_CLOCK, &ids, &n, f);

	due[0] = '\0';
	for (size_t i = 0; i < n && !rc; i++) {
		rc = doing_peek(t->d, KIND_CLOCK, ids[i], &clock, f);
		if (rc || !clock || !clock_is_open(clock) ||
		    !(rule = clock_rule(t->d, clock)) ||
		    strcmp(rule->holder, "hub") != 0 ||
		    !*record_text(clock, CLOCK_DUE))
			continue;
		if (!*due || strcmp(record_text(clock, CLOCK_DUE), due) < 0)
			snprintf(due, 24, "%s", record_text(clock, CLOCK_DUE));
	}
	return rc;
}

static enum rc
start_clocks(struct taking *t, char due[24], struct fault *f)
{
	bool reported = strcmp(record_text(t->casefile, CASEFILE_STAGE), "S00") != 0;
	enum rc rc = clocking_opened(t->d, t->casefile, reported, f);

	return rc ? rc : own_due(t, due, f);
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
	return task_make(t->d, t->casefile, "follow-up",
	    record_text(t->casefile, CASEFILE_NEXT_DUE), NULL, f);
}

static enum rc
ask_interpreter(struct taking *t, struct fault *f)
{
	const char *language = record_text(t->person, PERSON_LANGUAGE);

	if (!*language || strcmp(language, "eng") == 0)
		return RC_OK;
	return task_make(t->d, t->casefile, "interpreter",
	    record_text(t->casefile, CASEFILE_NEXT_DUE), NULL, f);
}

enum rc
taking_next(struct taking *t, struct fault *f)
{
	char due[24];
	enum rc rc = start_clocks(t, due, f);

	if (rc)
		return rc;
	if (t->called) {
		rc = follow_up(t, f);
	} else {
		record_set_text(t->casefile, CASEFILE_NEXT_DUE, due);
		record_set_text(
		    t->casefile, CASEFILE_NEXT_WHAT, "first contact");
	}
	if (!rc)
		rc = repeats_of(t->d, t->person->id, f);
	return rc ? rc : ask_interpreter(t, f);
}
