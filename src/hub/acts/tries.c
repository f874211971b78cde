/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/week.h"
#include "base/when.h"
#include "hub/acts/tasks.h"
#include "hub/gate.h"
#include "hub/hub.h"
#include "hub/practice.h"
#include "model/code.h"

#include "hub/acts/reaching.h"

/*
 * Tries that fail count: so many, on so many days, in so many parts of the day
 * (CP2). Then a letter, if that is safe, and then the case is closed or a
 * supervisor decides.
 */

#define DAYS_AHEAD 14 /* how far a next try is looked for */
#define STEP 30	      /* minutes between the times that are looked at */

/* ---- counting ---- */

static bool
is_of(const struct doing *d, const struct record *contact, const char *group)
{
	const struct code *code = code_by(d->hub->codes, "contact-outcome",
	    record_text(contact, CONTACT_OUTCOME));

	return code && code->group && strcmp(code->group, group) == 0;
}

static bool
is_try(const struct doing *d, const struct record *contact)
{
	return strcmp(record_text(contact, CONTACT_WAY), "out") == 0 &&
	    (is_of(d, contact, "tried") || is_of(d, contact, "wrong"));
}

/* The bit of the part of the day; 0 when it lies in none. */
static unsigned
part_bit(const struct hub *hub, int hour)
{
	const struct practice_part *part = practice_part(hub->practice, hour);

	for (unsigned i = 0; part && i < 16; i++)
		if (practice_part_nth(hub->practice, i) == part)
			return 1u << i;
	return 0;
}

static void
count_one(const struct hub *hub, const struct record *contact,
    struct reaching_tries *t)
{
	int64_t ms;
	int hour;
	int32_t day;
	unsigned bit;

	t->n++;
	if (!when_moment(record_text(contact, CONTACT_ON), &ms))
		return;
	moment_local(ms, NULL, NULL, NULL, &hour, NULL, NULL);
	day = moment_day(ms);
	if (day != t->last)
		t->days++;
	t->last = day;
	bit = part_bit(hub, hour);
	if (bit && !(t->in & bit))
		t->parts++;
	t->in |= bit;
}

enum rc
reaching_count(struct doing *d, const struct record *casefile,
    struct reaching_tries *t, struct fault *f)
{
	struct record *contact;
	uint64_t *ids;
	size_t n;
	enum rc rc =
	    doing_children(d, casefile->id, KIND_CONTACT, &ids, &n, f);

	*t = (struct reaching_tries){ .last = INT32_MIN };
	for (size_t i = 0; i < n && !rc; i++) {
		rc = doing_peek(d, KIND_CONTACT, ids[i], &contact, f);
		if (rc || !contact)
			continue;
		if (is_of(d, contact, "reached"))
			*t = (struct reaching_tries){ .last = INT32_MIN };
		else if (is_try(d, contact))
			count_one(d->hub, contact, t);
	}
	return rc;
}

static const struct practice_tries *
rule_of(const struct doing *d, const struct record *casefile)
{
	return practice_tries(
	    d->hub->practice, record_text(casefile, CASEFILE_LEVEL));
}

bool
reaching_enough(const struct doing *d, const struct record *casefile,
    const struct reaching_tries *t)
{
	const struct practice_tries *rule = rule_of(d, casefile);

	return !rule ||
	    (t->n >= rule->tries && t->days >= rule->days &&
		t->parts >= rule->parts);
}

/* ---- when next ---- */

static bool
suits(const struct doing *d, const struct week *week, int64_t at,
    const struct reaching_tries *t, bool another_part)
{
	int hour;
	unsigned bit;

	moment_local(at, NULL, NULL, NULL, &hour, NULL, NULL);
	bit = part_bit(d->hub, hour);
	if (!bit || (another_part && (t->in & bit)))
		return false;
	return !week->n || week_is_open(week, at);
}

/* The first half hour of that day that suits. */
static bool
time_on(const struct doing *d, const struct week *week, int32_t day,
    const struct reaching_tries *t, bool another_part, int64_t *at)
{
	int y, m, dd;

	day_split(day, &y, &m, &dd);
	for (int minute = 0; minute < 24 * 60; minute += STEP) {
		*at = moment_of_local(y, m, dd, minute / 60, minute % 60, 0);
		if (suits(d, week, *at, t, another_part))
			return true;
	}
	return false;
}

/* Another day that is worked; another part of the day if one can be had. */
static bool
find_time(const struct doing *d, const struct week *week,
    const struct reaching_tries *t, int64_t *at)
{
	int32_t today = moment_day(hub_now(d->hub));

	for (int pass = 0; pass < 2; pass++)
		for (int32_t day = today + 1; day <= today + DAYS_AHEAD; day++) {
			bool worked = false;

			if (workday_is(d->hub->holidays, day, &worked, NULL))
				worked = day_weekday(day) < 5;
			if (worked && time_on(d, week, day, t, pass == 0, at))
				return true;
		}
	return false;
}

static void
set_next(struct record *casefile, int64_t at, const char *what)
{
	char iso[24], text[17];

	moment_show(at, text);
	snprintf(iso, sizeof(iso), "%.10sT%.5s", text, text + 11);
	record_set_text(casefile, CASEFILE_NEXT_DUE, iso);
	record_set_text(casefile, CASEFILE_NEXT_WHAT, what);
}

/* Nothing more is tried: a letter if it may be written, then the end. */
static enum rc
after_tries(struct doing *d, struct record *casefile,
    const struct practice_tries *rule, const struct reaching_tries *t,
    struct fault *f)
{
	struct task_new task = { .what = "supervisor" };
	struct gate_verdict v;
	int32_t until;
	char day[11];
	enum rc rc = workday_add(d->hub->holidays,
	    moment_day(hub_now(d->hub)), rule->close_days, &until, f);

	if (!rc)
		rc = gate_check(d, record_link(casefile, CASEFILE_PERSON),
		    GATE_LETTER, NULL, &v, f);
	if (rc)
		return rc;
	day_show(until, day);
	record_set_text(casefile, CASEFILE_NEXT_DUE, day);
	record_set_text(casefile, CASEFILE_NEXT_WHAT,
	    gate_is_open(&v) ? "no reply: write, then decide" :
			       "no reply: decide; no letter, not safe");
	if (strcmp(rule->end, "supervisor") != 0 || t->n != rule->tries)
		return RC_OK;
	task.text = arena_printf(d->arena,
	    "No reply after %d tries on %d days; enhanced rights: you decide "
	    "whether to go on", t->n, t->days);
	return task_raise(d, casefile, &task, f);
}

enum rc
reaching_next(struct doing *d, struct record *casefile, struct fault *f)
{
	const struct practice_tries *rule = rule_of(d, casefile);
	struct reaching_tries t;
	struct gate_verdict v;
	struct week week;
	int64_t at;
	enum rc rc = reaching_count(d, casefile, &t, f);

	if (rc || !rule)
		return rc;
	if (reaching_enough(d, casefile, &t))
		return after_tries(d, casefile, rule, &t, f);
	rc = gate_check(d, record_link(casefile, CASEFILE_PERSON), GATE_PHONE,
	    NULL, &v, f);
	if (rc)
		return rc;
	week_read(v.times, &week);
	if (find_time(d, &week, &t, &at))
		set_next(casefile, at, "call-back");
	return RC_OK;
}
