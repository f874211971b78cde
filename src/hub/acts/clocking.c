/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/str.h"
#include "base/when.h"
#include "hub/acts/clock_one.h"
#include "hub/hub.h"
#include "model/code.h"

#include "hub/acts/clocking.h"

/* One event on its way through the clocks of one case. */
struct hearing {
	struct doing *d;
	const struct record *casefile;
	const char *event;
	struct happened on;
	uint64_t told;   /* the telling that it is, or 0 */
	const char *what; /* what was told, or NULL */
	uint64_t *clocks;
	size_t n;
};

static enum rc
hear(struct hearing *h, const char *on, struct fault *f)
{
	char now[24];

	if (!on || !*on) {
		doing_now(h->d, now);
		on = now;
	}
	if (!happened_at(on, &h->on))
		return fault_set(f, RC_INVALID,
		    "on: \"%.24s\" is no day that a clock could start or end",
		    on);
	return doing_children(h->d, h->casefile->id, KIND_CLOCK, &h->clocks,
	    &h->n, f);
}

/* ---- stopping ---- */

static bool
stops(const struct hearing *h, const struct due_rule *rule)
{
	if (!h->what)
		return due_names(rule->stop, h->event);
	return rule->told ? due_names(rule->told, h->what)
			  : due_names(rule->stop, "told");
}

static enum rc
stop_clocks(struct hearing *h, struct fault *f)
{
	const struct due_rule *rule;
	struct happened started;
	struct record *clock;
	bool met;
	enum rc rc = RC_OK;

	for (size_t i = 0; i < h->n && !rc; i++) {
		rc = doing_peek(h->d, KIND_CLOCK, h->clocks[i], &clock, f);
		if (rc || !clock || !(rule = clock_rule(h->d, clock)) ||
		    !stops(h, rule) ||
		    !happened_at(record_text(clock, CLOCK_STARTED), &started) ||
		    !happened_by(&started, &h->on))
			continue;
		rc = clock_meet(h->d, clock, &h->on, h->told, &met, f);
	}
	return rc;
}

/* ---- starting ---- */

/* The age at the crime; who may have been a child is treated as one. */
static enum rc
was_child(struct hearing *h, bool *child, struct fault *f)
{
	const char *when = record_text(h->casefile, CASEFILE_WHEN);
	struct record *person;
	struct happened at;
	int least, most;
	enum rc rc = doing_peek(h->d, KIND_PERSON,
	    record_link(h->casefile, CASEFILE_PERSON), &person, f);

	*child = !rc && person &&
		 when_age(record_text(person, PERSON_BORN),
		     happened_at(when, &at) ? at.ms : hub_now(h->d->hub),
		     &least, &most) &&
		 least < 18;
	return rc;
}

static bool
is_of_crime(const struct hearing *h, const struct due_rule *rule)
{
	const struct code *crime = code_by(h->d->hub->codes, "crime",
	    record_text(h->casefile, CASEFILE_CATEGORY));

	return !rule->crimes ||
	       (crime && crime->group && due_names(rule->crimes, crime->group));
}

static enum rc
applies(struct hearing *h, const struct due_rule *rule, bool *yes,
    struct fault *f)
{
	bool child = false;
	enum rc rc = RC_OK;

	*yes = due_names(rule->trigger, h->event) &&
	       due_in_force(rule, h->on.last) && is_of_crime(h, rule);
	if (!*yes || !rule->ages)
		return rc;
	rc = was_child(h, &child, f);
	*yes = child == (strcmp(rule->ages, "child") == 0);
	return rc;
}

/*
 * The clock of ${rule} that this event has started already: of the same day,
 * or any where a case has one at most.
 */
static enum rc
find_started(struct hearing *h, const struct due_rule *rule,
    struct record **clock, struct fault *f)
{
	struct happened started;
	enum rc rc = RC_OK;

	for (size_t i = 0; i < h->n && !rc; i++) {
		rc = doing_peek(h->d, KIND_CLOCK, h->clocks[i], clock, f);
		if (rc || !*clock ||
		    strcmp(record_text(*clock, CLOCK_RULE), rule->id) != 0 ||
		    !happened_at(record_text(*clock, CLOCK_STARTED), &started))
			continue;
		if (rule->once || (started.first <= h->on.last &&
				      h->on.first <= started.last))
			return RC_OK;
	}
	*clock = NULL;
	return rc;
}

/* ---- stops that were known before ---- */

/* Where events of old are written down, and what each of them is. */
static const struct past {
	unsigned kind, on, word;
	const char *prefix; /* before the word; NULL: the word is a telling */
} pasts[] = {
	{ KIND_STEP, STEP_ON, STEP_STATE, "state:" },
	{ KIND_TOLD, TOLD_ON, TOLD_WHAT, NULL },
	{ KIND_CONSENT, CONSENT_ON, CONSENT_KIND, "consent-" },
	{ KIND_EVENT, EVENT_ON, EVENT_WHAT, "" },
};

static enum rc
meet_by_past(struct hearing *h, const struct due_rule *rule,
    const struct past *past, uint64_t clock, struct fault *f)
{
	struct hearing old = { .d = h->d, .casefile = h->casefile };
	struct record *r, *c;
	uint64_t *ids;
	size_t n;
	bool met;
	enum rc rc =
	    doing_children(h->d, h->casefile->id, past->kind, &ids, &n, f);

	for (size_t i = 0; i < n && !rc; i++) {
		rc = doing_peek(h->d, past->kind, ids[i], &r, f);
		if (rc || !r || !happened_at(record_text(r, past->on), &old.on))
			continue;
		old.what = past->prefix ? NULL : record_text(r, past->word);
		old.event = arena_printf(h->d->arena, "%s%s",
		    past->prefix ? past->prefix : "",
		    record_text(r, past->word));
		if (!stops(&old, rule) || !happened_by(&h->on, &old.on))
			continue;
		rc = doing_peek(h->d, KIND_CLOCK, clock, &c, f);
		if (!rc && c)
			rc = clock_meet(h->d, c, &old.on,
			    past->prefix ? 0 : r->id, &met, f);
	}
	return rc;
}

static enum rc
look_back(struct hearing *h, const struct due_rule *rule, uint64_t clock,
    struct fault *f)
{
	enum rc rc = RC_OK;

	for (size_t i = 0; i < sizeof(pasts) / sizeof(pasts[0]) && !rc; i++)
		rc = meet_by_past(h, rule, &pasts[i], clock, f);
	return rc;
}

/* Heard again with an earlier day: where there is one at most, it began then. */
static enum rc
begin_earlier(struct hearing *h, const struct due_rule *rule,
    struct record *clock, struct fault *f)
{
	struct happened started;
	enum rc rc;

	if (!rule->once ||
	    !happened_at(record_text(clock, CLOCK_STARTED), &started) ||
	    started.ms <= h->on.ms)
		return RC_OK;
	rc = doing_open(h->d, KIND_CLOCK, clock->id, &clock, f);
	if (!rc)
		rc = clock_start_at(h->d, h->casefile, clock, &h->on, f);
	return rc ? rc : look_back(h, rule, clock->id, f);
}

static enum rc
start_clock(struct hearing *h, const struct due_rule *rule, struct fault *f)
{
	struct record *clock;
	enum rc rc = find_started(h, rule, &clock, f);

	if (rc)
		return rc;
	if (clock)
		return begin_earlier(h, rule, clock, f);
	rc = clock_start(h->d, h->casefile, rule, h->event, &h->on, &clock, f);
	return rc ? rc : look_back(h, rule, clock->id, f);
}

static enum rc
start_clocks(struct hearing *h, struct fault *f)
{
	const struct deadlines *rules = h->d->hub->deadlines;
	bool yes;
	enum rc rc = RC_OK;

	for (size_t i = 0; i < deadlines_count(rules) && !rc; i++) {
		const struct due_rule *rule = deadlines_nth(rules, i);

		rc = applies(h, rule, &yes, f);
		if (!rc && yes)
			rc = start_clock(h, rule, f);
	}
	return rc;
}

/* ---- what is written down of it ---- */

/* Whether any rule, of any edition, listens for it. */
static bool
is_listened_for(const struct hearing *h)
{
	const struct deadlines *rules = h->d->hub->deadlines;

	for (size_t i = 0; i < deadlines_count(rules); i++)
		if (due_names(deadlines_nth(rules, i)->trigger, h->event) ||
		    due_names(deadlines_nth(rules, i)->stop, h->event))
			return true;
	return false;
}

/* Events that some other record tells of are not written down twice. */
static bool
is_told_elsewhere(const char *event)
{
	static const char *const others[] = { "told", "crime", "crime-reported",
		"crime-referred", "referral-received" };

	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
		if (strcmp(event, others[i]) == 0)
			return true;
	return str_starts(event, "state:") || str_starts(event, "contact-") ||
	       str_starts(event, "consent-");
}

static enum rc
write_down(struct hearing *h, struct fault *f)
{
	struct record *event;
	uint64_t *ids;
	size_t n;
	enum rc rc;

	if (is_told_elsewhere(h->event))
		return RC_OK;
	rc = doing_children(h->d, h->casefile->id, KIND_EVENT, &ids, &n, f);
	for (size_t i = 0; i < n && !rc; i++) {
		rc = doing_peek(h->d, KIND_EVENT, ids[i], &event, f);
		if (!rc && event &&
		    strcmp(record_text(event, EVENT_WHAT), h->event) == 0 &&
		    strcmp(record_text(event, EVENT_ON), h->on.iso) == 0)
			return RC_OK;
	}
	if (!rc)
		rc = doing_make(h->d, KIND_EVENT,
		    record_link(h->casefile, CASEFILE_PERSON), 0, &event, f);
	if (rc)
		return rc;
	record_set_link(event, EVENT_CASEFILE, h->casefile->id);
	record_set_text(event, EVENT_WHAT, h->event);
	record_set_text(event, EVENT_ON, h->on.iso);
	return RC_OK;
}

enum rc
clocking_event(struct doing *d, const struct record *casefile,
    const char *event, const char *on, struct fault *f)
{
	struct hearing h = { .d = d, .casefile = casefile, .event = event };
	enum rc rc;

	if (!is_listened_for(&h))
		return RC_OK;
	rc = hear(&h, on, f);
	if (!rc)
		rc = stop_clocks(&h, f);
	if (!rc)
		rc = start_clocks(&h, f);
	return rc ? rc : write_down(&h, f);
}

enum rc
clocking_state(struct doing *d, const struct record *casefile,
    const char *state, const char *on, struct fault *f)
{
	char event[24];

	snprintf(event, sizeof(event), "state:%s", state);
	return clocking_event(d, casefile, event, on, f);
}

enum rc
clocking_told(struct doing *d, const struct record *casefile,
    const struct record *told, struct fault *f)
{
	struct hearing h = { .d = d,
		.casefile = casefile,
		.event = "told",
		.told = told->id,
		.what = record_text(told, TOLD_WHAT) };
	enum rc rc = hear(&h, record_text(told, TOLD_ON), f);

	return rc ? rc : stop_clocks(&h, f);
}

enum rc
clocking_retime(struct doing *d, struct record *casefile, struct fault *f)
{
	uint64_t *clocks;
	char now[24];
	size_t n;
	enum rc rc =
	    doing_children(d, casefile->id, KIND_CLOCK, &clocks, &n, f);

	doing_now(d, now);
	record_set_text(casefile, CASEFILE_SINCE, now);
	for (size_t i = 0; i < n && !rc; i++)
		rc = clock_shorten(d, casefile, clocks[i], f);
	return rc;
}

enum rc
clocking_opened(struct doing *d, const struct record *casefile, bool reported,
    struct fault *f)
{
	const char *when = record_text(casefile, CASEFILE_WHEN);
	const char *source = record_text(casefile, CASEFILE_SOURCE);
	struct happened at;
	enum rc rc = RC_OK;

	/* A day that is not known to the day is not counted from. */
	if (!happened_at(when, &at) || at.first != at.last)
		when = NULL;
	if (when)
		rc = clocking_event(d, casefile, "crime", when, f);
	if (!rc && reported)
		rc = clocking_event(d, casefile, "crime-reported", when, f);
	if (!rc && reported && str_starts(source, "police"))
		rc = clocking_event(d, casefile, "crime-referred", when, f);
	if (!rc && reported)
		rc = clocking_state(d, casefile, "S01", when, f);
	return rc ? rc : clocking_event(d, casefile, "referral-received", NULL, f);
}
