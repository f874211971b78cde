/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdio.h>
#include <string.h>

#include "base/str.h"
#include "hub/access.h"
#include "hub/acts/clocking.h"
#include "hub/hub.h"
#include "hub/journey.h"
#include "hub/slip.h"

#include "hub/acts/stage.h"

enum rc
stage_step(struct doing *d, struct record *casefile, const char *from,
    const struct stage_move *move, struct fault *f)
{
	struct record *step;
	char now[24];
	enum rc rc = doing_make(d, KIND_STEP,
	    record_link(casefile, CASEFILE_PERSON), 0, &step, f);

	if (rc)
		return rc;
	doing_now(d, now);
	record_set_link(step, STEP_CASEFILE, casefile->id);
	record_set_text(step, STEP_STATE, move->to);
	record_set_text(step, STEP_ON, move->on && *move->on ? move->on : now);
	record_set_text(step, STEP_FROM, from);
	record_set_text(step, STEP_TOLD_BY, move->told_by);
	record_set_link(step, STEP_OUTCOME, move->outcome);
	record_set_text(step, STEP_NOTE, move->note);
	record_set_text(step, STEP_OVERRIDE, move->override);
	record_set_link(step, STEP_SUSPECT, move->suspect);
	record_set_link(step, STEP_CHARGE, move->charge);
	return clocking_state(
	    d, casefile, move->to, record_text(step, STEP_ON), f);
}

static enum rc
refuse(const struct doing *d, const char *from, const char *to, struct fault *f)
{
	const struct journey_state *a = journey_state(d->hub->journeys, from);
	const struct journey_state *b = journey_state(d->hub->journeys, to);
	struct buf ways = { 0 };
	enum rc rc;

	journey_ways(d->hub->journeys, from, &ways);
	rc = fault_set(f, RC_UNLAWFUL,
	    "a case does not go from \"%s\" to \"%s\"; open from here: %s. A "
	    "supervisor may override with a reason",
	    a ? a->label : from, b ? b->label : to, buf_str(&ways));
	buf_release(&ways);
	return rc;
}

enum rc
stage_check(const struct doing *d, const char *from,
    const struct stage_move *move, struct fault *f)
{
	if (!journey_state(d->hub->journeys, move->to))
		return fault_set(f, RC_INVALID,
		    "state: there is no \"%s\" in this journey", move->to);
	if (!journey_is_open(d->hub->journeys, from, move->to) &&
	    (!move->override || !*move->override))
		return refuse(d, from, move->to, f);
	return RC_OK;
}

enum rc
stage_move(struct doing *d, struct record *casefile,
    const struct stage_move *move, struct fault *f)
{
	const char *from = record_text(casefile, CASEFILE_STAGE);
	enum rc rc = stage_check(d, from, move, f);

	if (!rc)
		rc = stage_step(d, casefile, from, move, f);
	if (!rc)
		record_set_text(casefile, CASEFILE_STAGE, move->to);
	return rc;
}

enum rc
stage_told(struct doing *d, uint64_t id, uint64_t outcome, const char *wording,
    const char *month, struct fault *f)
{
	const char *to = journey_of_outcome(d->hub->journeys, wording), *from;
	struct stage_move move = { .to = to, .on = month, .told_by = "police",
		.note = wording, .outcome = outcome };
	struct record *casefile;
	enum rc rc;

	if (!to)
		return RC_OK;
	if ((rc = doing_open(d, KIND_CASEFILE, id, &casefile, f)))
		return rc;
	from = record_text(casefile, CASEFILE_STAGE);
	if (strcmp(from, to) == 0)
		return RC_OK;
	if (!journey_is_open(d->hub->journeys, from, to))
		move.override = "told by the force; steps between were not told";
	if (journey_leads(d->hub->journeys, from, to))
		return stage_move(d, casefile, &move, f);
	return stage_step(d, casefile, from, &move, f);
}

/* ---- from the slip ---- */

enum rc
stage_on(struct doing *d, const struct record *casefile, char iso[32],
    struct fault *f)
{
	const char *text = slip_text(d->slip, "on");
	const struct kind *kind = kinds_by_tag(d->hub->kinds, KIND_STEP);
	const char *began = record_text(casefile, CASEFILE_WHEN);
	struct buf value = { 0 };
	struct fault why = { 0 };
	enum rc rc;

	iso[0] = '\0';
	if (str_is_blank(text))
		return RC_OK;
	rc = value_parse(
	    kind_field_by_tag(kind, STEP_ON), text, &d->ctx, &value, &why);
	if (rc)
		rc = fault_set(f, RC_INVALID, "on: %s", why.text);
	else
		snprintf(iso, 32, "%s", buf_str(&value));
	buf_release(&value);
	if (!rc && began[0] >= '0' && began[0] <= '9' &&
	    strncmp(iso, began, 10) < 0 && strlen(iso) >= 10 &&
	    strlen(began) >= 10)
		rc = fault_set(f, RC_INVALID,
		    "on: %.10s is before the crime, which was on %.10s", iso,
		    began);
	return rc;
}

enum rc
stage_may_override(const struct doing *d, struct fault *f)
{
	if (!slip_has(d->slip, "override"))
		return RC_OK;
	if (access_may(d->hub->access, d->hub->me.role, "override"))
		return RC_OK;
	return access_refuse(
	    d->hub->access, d->hub->me.role, "override", f);
}

const char *
stage_named(const struct doing *d)
{
	const char *text = slip_text(d->slip, "state");
	const struct journeys *j = d->hub->journeys;

	for (size_t i = 0; i < journey_count(j); i++)
		if (str_ieq(text, journey_nth(j, i)->code) ||
		    str_ieq(text, journey_nth(j, i)->name))
			return journey_nth(j, i)->code;
	return text;
}
