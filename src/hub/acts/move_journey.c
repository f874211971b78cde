/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "hub/acts/acts.h"
#include "hub/acts/facts.h"
#include "hub/acts/guarding.h"
#include "hub/acts/opened.h"
#include "hub/acts/track.h"
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
run(struct doing *d, struct fault *f)
{
	struct stage_move move = { .to = stage_named(d),
		.told_by = slip_text(d->slip, "told-by"),
		.note = slip_text(d->slip, "note"),
		.override = slip_text(d->slip, "override") };
	struct record *casefile;
	const char *from;
	char on[32];
	enum rc rc = doing_casefile(d, &casefile, f);

	if (rc || (rc = stage_may_override(d, f)) ||
	    (rc = stage_on(d, casefile, on, f)))
		return rc;
	move.on = on;
	if (strcmp(move.to, CLOSED) == 0 &&
	    (rc = guarding_check_closed(d, casefile->id, f)))
		return rc;
	from = record_text(casefile, CASEFILE_STAGE);
	if ((rc = stage_move(d, casefile, &move, f)) ||
	    (rc = track_move_all(d, casefile, &move, f)) ||
	    (rc = opened_by(d, casefile, NULL, from, on, f)))
		return rc;
	if (strcmp(move.to, CLOSED) == 0) {
		close_case(d, casefile);
		rc = doing_set(d, casefile, CASEFILE_CLOSED_WHY,
		    slip_text(d->slip, "closed-why"), f);
	} else if (strcmp(record_text(casefile, CASEFILE_STATUS), "closed") ==
	    0) {
		open_again(casefile);
	}
	if (!rc)
		rc = facts_event(d, casefile,
		    journey_state(d->hub->journeys, move.to)->name, f);
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
