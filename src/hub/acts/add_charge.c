/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/str.h"
#include "hub/acts/acts.h"
#include "hub/acts/courting.h"
#include "hub/acts/opened.h"
#include "hub/acts/track.h"
#include "hub/hub.h"
#include "hub/journey.h"
#include "hub/slip.h"

/*
 * One offence one suspect is charged with. Another charge may come later, when
 * the suspect is already at court: the first charge had to be open from where
 * they stood, the others only need that one.
 */

#define CHARGED "S09"

/* The one named, the only one, or one made now because nobody was named. */
static enum rc
suspect_of(struct doing *d, struct record *casefile, struct record **suspect,
    struct fault *f)
{
	uint64_t *ids;
	size_t n;
	enum rc rc =
	    doing_children(d, casefile->id, KIND_SUSPECT, &ids, &n, f);

	if (rc)
		return rc;
	if (n > 1 && !slip_has(d->slip, "suspect"))
		return fault_set(f, RC_INVALID,
		    "suspect: this case has %zu; say whose charge it is, 1 to "
		    "%zu",
		    n, n);
	if (n)
		return courting_pick(d, casefile, KIND_SUSPECT, "suspect",
		    suspect, f);
	rc = courting_make(d, casefile, KIND_SUSPECT, suspect, f);
	return rc ? rc : track_name(d, casefile, *suspect,
			     slip_text(d->slip, "on"), f);
}

static enum rc
stand_charged(struct doing *d, struct record *casefile,
    struct record *suspect, struct record *charge, const char *on,
    struct fault *f)
{
	const char *from = record_text(suspect, SUSPECT_STAGE);
	struct stage_move move = { .to = CHARGED, .on = on,
		.told_by = slip_text(d->slip, "told-by"),
		.note = record_text(charge, CHARGE_OFFENCE),
		.override = slip_text(d->slip, "override") };

	if (journey_leads(d->hub->journeys, CHARGED, from) &&
	    !journey_is_open(d->hub->journeys, from, CHARGED) &&
	    str_is_blank(move.override))
		move.override = "another charge beside the first";
	record_set_text(charge, CHARGE_STAGE, from);
	return track_move(d, casefile, charge, &move, f);
}

static enum rc
run(struct doing *d, struct fault *f)
{
	struct record *casefile, *suspect, *charge;
	enum rc rc = courting_begin(d, &casefile, f);

	if (!rc)
		rc = stage_may_override(d, f);
	if (!rc)
		rc = suspect_of(d, casefile, &suspect, f);
	if (!rc)
		rc = courting_make(d, casefile, KIND_CHARGE, &charge, f);
	if (rc)
		return rc;
	if (!*record_text(charge, CHARGE_OFFENCE))
		return fault_set(f, RC_INVALID,
		    "charge.offence: say what they are charged with");
	record_set_link(charge, CHARGE_SUSPECT, suspect->id);
	rc = doing_set(d, charge, CHARGE_SINCE, slip_text(d->slip, "on"), f);
	if (!rc)
		rc = courting_after_crime(casefile, charge, CHARGE_SINCE, f);
	if (!rc)
		rc = stand_charged(d, casefile, suspect, charge,
		    record_text(charge, CHARGE_SINCE), f);
	if (rc)
		return rc;
	courting_done(d, casefile, charge);
	doing_say(d, "Saved: charge %d of this case, suspect %d.",
	    (int)record_number(charge, CHARGE_NTH),
	    (int)record_number(suspect, SUSPECT_NTH));
	return RC_OK;
}

static const struct act_line lines[] = {
	{ "casefile", "which case, by its reference", true },
	{ "charge.offence", "what they are charged with", true },
	{ "suspect", "whose charge, by number; the only one if unsaid", false },
	{ "on", "when they were charged; now if unsaid", false },
	{ "told-by", "police, cps, court, victim", false },
	{ "charge.*", "plea, note", false },
	{ "suspect.*", "of a suspect nobody named before", false },
	{ "override", "the reason for a move that is not open", false },
	{ NULL, NULL, false },
};

const struct act act_add_charge = {
	.tag = ACT_ADD_CHARGE,
	.name = "add_charge",
	.verb = "court",
	.title = "Charged",
	.help = "Write down one offence that one suspect is charged with.",
	.lines = lines,
	.run = run,
};
