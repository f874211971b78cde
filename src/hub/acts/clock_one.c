/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdio.h>
#include <string.h>

#include "base/day.h"
#include "base/str.h"
#include "base/when.h"
#include "hub/hub.h"

#include "hub/acts/clock_one.h"

/* ---- when it happened ---- */

bool
happened_at(const char *iso, struct happened *h)
{
	if (!when_days(iso, &h->first, &h->last) || !when_moment(iso, &h->ms))
		return false;
	snprintf(h->iso, sizeof(h->iso), "%s", iso);
	h->bare = !strchr(iso, 'T');
	return true;
}

bool
happened_by(const struct happened *a, const struct happened *b)
{
	return a->bare || b->bare ? a->first <= b->last : a->ms <= b->ms;
}

/*
 * The moment a limit counts from: where only a month is known its last day, so
 * that nobody is late who may not be.
 */
static int64_t
counts_from(const struct doing *d, const struct happened *on)
{
	int32_t today = moment_day(hub_now(d->hub)), day = on->last;
	int y, m, dd;

	if (!on->bare)
		return on->ms;
	if (day > today && on->first <= today)
		day = today;
	day_split(day, &y, &m, &dd);
	return moment_of_local(y, m, dd, 23, 59, 0);
}

/* ---- what is asked of one ---- */

const struct due_rule *
clock_rule(const struct doing *d, const struct record *clock)
{
	const char *id = record_text(clock, CLOCK_RULE);
	struct happened on;

	if (!happened_at(record_text(clock, CLOCK_STARTED), &on))
		return due_rule_by(d->hub->deadlines, id);
	return due_rule_on(d->hub->deadlines, id, on.last);
}

static bool
is_in(const struct record *clock, const char *state)
{
	return strcmp(record_text(clock, CLOCK_STATE), state) == 0;
}

bool
clock_is_open(const struct record *clock)
{
	return is_in(clock, "running") || is_in(clock, "paused") ||
	       is_in(clock, "unknown");
}

/* ---- when it falls due ---- */

/* The earlier of two dues; a due of nothing is none. */
static void
take_earlier(char due[24], const char *other)
{
	struct happened a, b;

	if (!happened_at(other, &b))
		return;
	if (!happened_at(due, &a) || b.last < a.last ||
	    (b.last == a.last && !b.bare && (a.bare || b.ms < a.ms)))
		snprintf(due, 24, "%s", other);
}

static enum rc
due_of(struct doing *d, const struct due_rule *rule, bool enhanced,
    int64_t from, char iso[24], struct fault *f)
{
	enum rc rc = due_when(d->hub, rule, enhanced, from, iso, f);

	if (rc != RC_MISSING)
		return rc;
	iso[0] = '\0';
	return RC_OK;
}

/* Not before a birthday: people who were hurt as children have until then. */
static enum rc
not_before_birthday(struct doing *d, const struct record *casefile, int age,
    char due[24], struct fault *f)
{
	struct record *person;
	struct happened born, is;
	char day[11];
	enum rc rc = doing_peek(d, KIND_PERSON,
	    record_link(casefile, CASEFILE_PERSON), &person, f);

	if (rc || !person ||
	    !happened_at(record_text(person, PERSON_BORN), &born))
		return rc;
	day_show(day_add_months(born.first, age * 12), day);
	if (!happened_at(due, &is) || strncmp(due, day, 10) < 0)
		snprintf(due, 24, "%s", day);
	return RC_OK;
}

static bool
is_enhanced(const struct record *casefile)
{
	return strcmp(record_text(casefile, CASEFILE_LEVEL), "enhanced") == 0;
}

/* The shorter limit counts from when the rights were enhanced. */
static enum rc
enhanced_due(struct doing *d, const struct record *casefile,
    const struct due_rule *rule, int64_t from, char due[24], struct fault *f)
{
	struct happened since;
	char shorter[24];
	enum rc rc;

	if (happened_at(record_text(casefile, CASEFILE_SINCE), &since) &&
	    since.ms > from)
		from = since.ms;
	rc = due_of(d, rule, true, from, shorter, f);
	if (!rc)
		take_earlier(due, shorter);
	return rc;
}

static enum rc
due_for(struct doing *d, const struct record *casefile,
    const struct due_rule *rule, const struct happened *on, char due[24],
    struct fault *f)
{
	int64_t from = counts_from(d, on);
	enum rc rc = due_of(d, rule, false, from, due, f);

	if (!rc && is_enhanced(casefile))
		rc = enhanced_due(d, casefile, rule, from, due, f);
	if (!rc && rule->birthday)
		rc = not_before_birthday(d, casefile, rule->birthday, due, f);
	return rc;
}

enum rc
clock_prompt(struct doing *d, const struct due_rule *rule,
    const struct happened *on, int32_t day, char iso[24], struct fault *f)
{
	int64_t from = counts_from(d, on);
	struct happened at;
	enum rc rc = RC_OK;

	iso[0] = '\0';
	for (const int *n = rule->prompts; n && *n >= 0 && !rc; n++) {
		rc = due_after(d->hub, *n, rule->prompt_unit, from, iso, f);
		if (!rc && happened_at(iso, &at) && at.first >= day) {
			iso[10] = '\0';
			return RC_OK;
		}
		iso[0] = '\0';
	}
	return rc;
}

/* ---- starting ---- */

static int32_t
today(const struct doing *d)
{
	int64_t at = *VEC_LAST(&d->moments);

	return moment_day(at ? at : hub_now(d->hub));
}

static void
judge_met(struct record *clock)
{
	struct happened met, due;

	if (!happened_at(record_text(clock, CLOCK_MET), &met))
		return;
	record_set_text(clock, CLOCK_STATE,
	    happened_at(record_text(clock, CLOCK_DUE), &due) &&
		    !happened_by(&met, &due)
		? "late"
		: "met");
}

enum rc
clock_start_at(struct doing *d, const struct record *casefile,
    struct record *clock, const struct happened *on, struct fault *f)
{
	const struct due_rule *rule;
	char due[24], prompt[24];
	enum rc rc;

	record_set_text(clock, CLOCK_STARTED, on->iso);
	if (!(rule = clock_rule(d, clock)))
		return RC_OK;
	if ((rc = due_for(d, casefile, rule, on, due, f)) ||
	    (rc = clock_prompt(d, rule, on, today(d), prompt, f)))
		return rc;
	record_set_text(clock, CLOCK_DUE, due);
	if (clock_is_open(clock)) {
		record_set_text(clock, CLOCK_PROMPT, prompt);
		record_set_text(clock, CLOCK_STATE,
		    *due ? "running" : "unknown");
	}
	judge_met(clock);
	return RC_OK;
}

enum rc
clock_start(struct doing *d, const struct record *casefile,
    const struct due_rule *rule, const char *event, const struct happened *on,
    struct record **clock, struct fault *f)
{
	enum rc rc = doing_make(d, KIND_CLOCK,
	    record_link(casefile, CASEFILE_PERSON), 0, clock, f);

	if (rc)
		return rc;
	record_set_link(*clock, CLOCK_CASEFILE, casefile->id);
	record_set_text(*clock, CLOCK_RULE, rule->id);
	record_set_text(*clock, CLOCK_EVENT, event);
	record_set_text(*clock, CLOCK_STATE, "running");
	return clock_start_at(d, casefile, *clock, on, f);
}

/* ---- meeting ---- */

enum rc
clock_meet(struct doing *d, const struct record *clock,
    const struct happened *on, uint64_t told, bool *met, struct fault *f)
{
	struct happened before;
	struct record *r;
	enum rc rc;

	*met = false;
	if (is_in(clock, "excepted") ||
	    (happened_at(record_text(clock, CLOCK_MET), &before) &&
		happened_by(&before, on)))
		return RC_OK;
	if ((rc = doing_open(d, KIND_CLOCK, clock->id, &r, f)))
		return rc;
	record_set_text(r, CLOCK_MET, on->iso);
	record_set_link(r, CLOCK_TOLD, told);
	record_clear(r, CLOCK_PROMPT);
	record_clear(r, CLOCK_PAUSED);
	judge_met(r);
	*met = true;
	return RC_OK;
}

/* ---- rights that change ---- */

enum rc
clock_shorten(struct doing *d, const struct record *casefile, uint64_t clock,
    struct fault *f)
{
	const struct due_rule *rule;
	struct happened on;
	struct record *r;
	char due[24];
	enum rc rc = doing_peek(d, KIND_CLOCK, clock, &r, f);

	if (rc || !r || !is_in(r, "running") || !(rule = clock_rule(d, r)) ||
	    !happened_at(record_text(r, CLOCK_STARTED), &on))
		return rc;
	snprintf(due, sizeof(due), "%s", record_text(r, CLOCK_DUE));
	if (!*due || !is_enhanced(casefile) || rule->birthday)
		return RC_OK;
	rc = enhanced_due(d, casefile, rule, counts_from(d, &on), due, f);
	if (rc || strcmp(due, record_text(r, CLOCK_DUE)) == 0 ||
	    (rc = doing_open(d, KIND_CLOCK, clock, &r, f)))
		return rc;
	record_set_text(r, CLOCK_DUE, due);
	return RC_OK;
}
