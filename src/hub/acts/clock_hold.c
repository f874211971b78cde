/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdio.h>
#include <string.h>

#include "base/day.h"
#include "hub/hub.h"

#include "hub/acts/clock_one.h"

/* A clock that stands still, goes on, does not apply, or was looked at. */

static enum rc
check_may_hold(const struct due_rule *rule, struct fault *f)
{
	if (rule && rule->absolute)
		return fault_set(f, RC_UNLAWFUL,
		    "%s is a date of the law: nobody can stop it or set it "
		    "aside",
		    rule->title);
	return RC_OK;
}

enum rc
clock_pause(struct doing *d, struct record *clock, const char *exception,
    struct fault *f)
{
	char now[24];
	enum rc rc = check_may_hold(clock_rule(d, clock), f);

	if (rc)
		return rc;
	if (strcmp(record_text(clock, CLOCK_STATE), "running") != 0)
		return fault_set(f, RC_UNLAWFUL,
		    "this clock does not run, so it cannot be paused");
	doing_now(d, now);
	record_set_text(clock, CLOCK_STATE, "paused");
	record_set_text(clock, CLOCK_PAUSED, now);
	record_set_text(clock, CLOCK_EXCEPTION, exception);
	return RC_OK;
}

/* Due later by the working days, or the days, that it stood still. */
static enum rc
move_due(struct doing *d, const struct due_rule *rule, struct record *clock,
    const struct happened *since, struct fault *f)
{
	const char *due = record_text(clock, CLOCK_DUE);
	int32_t today = moment_day(hub_now(d->hub)), day;
	bool working = rule && rule->unit && strcmp(rule->unit, "wd") == 0;
	struct happened at;
	char iso[24], moved[11];
	int n = today - since->first;
	enum rc rc = RC_OK;

	if (!happened_at(due, &at))
		return RC_OK;
	if (working)
		rc = workday_between(
		    d->hub->holidays, since->first, today, &n, f);
	day = at.first + n;
	if (!rc && working)
		rc = workday_add(d->hub->holidays, at.first, n, &day, f);
	if (rc)
		return rc;
	day_show(day, moved);
	snprintf(iso, sizeof(iso), "%s%.13s", moved, due + 10);
	record_set_text(clock, CLOCK_DUE, iso);
	return RC_OK;
}

enum rc
clock_resume(struct doing *d, struct record *clock, struct fault *f)
{
	struct happened since;
	enum rc rc;

	if (!happened_at(record_text(clock, CLOCK_PAUSED), &since))
		return fault_set(f, RC_UNLAWFUL,
		    "this clock does not stand still, so it cannot go on");
	rc = move_due(d, clock_rule(d, clock), clock, &since, f);
	if (rc)
		return rc;
	record_clear(clock, CLOCK_PAUSED);
	record_clear(clock, CLOCK_EXCEPTION);
	record_set_text(clock, CLOCK_STATE,
	    *record_text(clock, CLOCK_DUE) ? "running" : "unknown");
	return RC_OK;
}

enum rc
clock_except(struct doing *d, struct record *clock, const char *exception,
    struct fault *f)
{
	enum rc rc = check_may_hold(clock_rule(d, clock), f);

	if (rc && strcmp(exception, "no-duty") != 0)
		return rc;
	if (!clock_is_open(clock))
		return fault_set(f, RC_UNLAWFUL,
		    "this clock has ended: it was met, or does not apply");
	record_set_text(clock, CLOCK_STATE, "excepted");
	record_set_text(clock, CLOCK_EXCEPTION, exception);
	record_clear(clock, CLOCK_PAUSED);
	record_clear(clock, CLOCK_PROMPT);
	return RC_OK;
}

enum rc
clock_look_again(struct doing *d, struct record *clock, struct fault *f)
{
	const struct due_rule *rule = clock_rule(d, clock);
	struct happened on;
	char prompt[24];
	enum rc rc;

	if (!rule || !clock_is_open(clock) ||
	    !happened_at(record_text(clock, CLOCK_STARTED), &on))
		return RC_OK;
	rc = clock_prompt(d, rule, &on, moment_day(hub_now(d->hub)) + 1,
	    prompt, f);
	if (!rc)
		record_set_text(clock, CLOCK_PROMPT, prompt);
	return rc;
}
