/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdio.h>
#include <string.h>

#include "base/str.h"
#include "hub/access.h"
#include "hub/acts/acts.h"
#include "hub/acts/stage.h"
#include "hub/doing.h"
#include "hub/hub.h"
#include "hub/journey.h"
#include "hub/slip.h"

/*
 * A case moves on: someone was charged, a trial was vacated, it is closed. The
 * moves that are open are data; another needs someone who may override, and a
 * reason, because police and courts tell us late and out of order.
 */

#define CLOSED "S90"

/* "on" as a when, read as a day that is past. */
static enum rc
read_on(struct doing *d, const struct record *casefile, char iso[32],
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

static void
close_case(struct doing *d, struct record *casefile)
{
	char now[24];

	doing_now(d, now);
	record_set_text(casefile, CASEFILE_STATUS, "closed");
	record_set_text(casefile, CASEFILE_CLOSED, now);
	record_set_text(casefile, CASEFILE_NEXT_DUE, NULL);
	record_set_text(casefile, CASEFILE_NEXT_WHAT, NULL);
}

static void
open_again(struct record *casefile)
{
	record_set_text(casefile, CASEFILE_STATUS, "open");
	record_clear(casefile, CASEFILE_CLOSED);
	record_clear(casefile, CASEFILE_CLOSED_WHY);
}

static enum rc
may_override(const struct doing *d, struct fault *f)
{
	if (!slip_has(d->slip, "override"))
		return RC_OK;
	if (access_may(d->hub->access, d->hub->me.role, "override"))
		return RC_OK;
	return access_refuse(
	    d->hub->access, d->hub->me.role, "override", f);
}

/* "S09", or its name in either case. */
static const char *
state_of(const struct doing *d)
{
	const char *text = slip_text(d->slip, "state");
	const struct journeys *j = d->hub->journeys;

	for (size_t i = 0; i < journey_count(j); i++)
		if (str_ieq(text, journey_nth(j, i)->code) ||
		    str_ieq(text, journey_nth(j, i)->name))
			return journey_nth(j, i)->code;
	return text;
}

static enum rc
run(struct doing *d, struct fault *f)
{
	struct stage_move move = { .to = state_of(d),
		.told_by = slip_text(d->slip, "told-by"),
		.note = slip_text(d->slip, "note"),
		.override = slip_text(d->slip, "override") };
	struct record *casefile;
	char on[32];
	enum rc rc = doing_casefile(d, &casefile, f);

	if (rc || (rc = may_override(d, f)) ||
	    (rc = read_on(d, casefile, on, f)))
		return rc;
	move.on = on;
	if ((rc = stage_move(d, casefile, &move, f)))
		return rc;
	if (strcmp(move.to, CLOSED) == 0) {
		close_case(d, casefile);
		rc = doing_set(d, casefile, CASEFILE_CLOSED_WHY,
		    slip_text(d->slip, "closed-why"), f);
	} else if (strcmp(record_text(casefile, CASEFILE_STATUS), "closed") ==
	    0) {
		open_again(casefile);
	}
	d->done->casefile = casefile->id;
	d->done->person = record_link(casefile, CASEFILE_PERSON);
	doing_say(d, "Saved: %s.",
	    journey_state(d->hub->journeys, move.to)->label);
	return rc;
}

static const struct act_line lines[] = {
	{ "casefile", "which case, by its reference", true },
	{ "state", "where it has come, by code or name", true },
	{ "on", "when; today if unsaid", false },
	{ "told-by", "police, court, victim, other", false },
	{ "note", "in a few words", false },
	{ "override", "the reason for a move that is not open", false },
	{ "closed-why", "why it is closed, by code", false },
	{ NULL, NULL, false },
};

const struct act act_move_journey = {
	.tag = ACT_MOVE_JOURNEY,
	.name = "move_journey",
	.title = "Journey moved",
	.help = "Write down how far police, court or the sentence have come.",
	.lines = lines,
	.run = run,
};
