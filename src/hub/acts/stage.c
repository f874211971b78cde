/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "hub/acts/clocking.h"
#include "hub/hub.h"
#include "hub/journey.h"

#include "hub/acts/stage.h"

static enum rc
write_step(struct doing *d, const struct record *casefile,
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
	record_set_text(
	    step, STEP_FROM, record_text(casefile, CASEFILE_STAGE));
	record_set_text(step, STEP_TOLD_BY, move->told_by);
	record_set_link(step, STEP_OUTCOME, move->outcome);
	record_set_text(step, STEP_NOTE, move->note);
	record_set_text(step, STEP_OVERRIDE, move->override);
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
stage_move(struct doing *d, struct record *casefile,
    const struct stage_move *move, struct fault *f)
{
	const char *from = record_text(casefile, CASEFILE_STAGE);
	const struct journey_state *to =
	    journey_state(d->hub->journeys, move->to);
	enum rc rc;

	if (!to)
		return fault_set(f, RC_INVALID,
		    "state: there is no \"%s\" in this journey", move->to);
	if (!journey_is_open(d->hub->journeys, from, to->code) &&
	    (!move->override || !*move->override))
		return refuse(d, from, to->code, f);
	if ((rc = write_step(d, casefile, move, f)))
		return rc;
	record_set_text(casefile, CASEFILE_STAGE, to->code);
	return RC_OK;
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
	return write_step(d, casefile, &move, f);
}
