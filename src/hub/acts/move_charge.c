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
 * One charge, or one suspect who is not charged, moves on by itself: guilty on
 * one count and not on another. What the court passed is written with it. The
 * dates of a sentence are written as somebody told them, and only so.
 */

#define SENTENCED "S29"

/* clang-format off */
/* What a stage says of plea and verdict, where nobody said otherwise. */
static const struct {
	const char *stage;
	unsigned tag;
	const char *code;
} said[] = {
	{ "S15", CHARGE_PLEA,		"g" },
	{ "S16", CHARGE_PLEA,		"n" },
	{ "S23", CHARGE_VERDICT,	"hung" },
	{ "S25", CHARGE_VERDICT,	"not-guilty" },
	{ "S26", CHARGE_VERDICT,	"guilty" },
};

/* What stands only with its source. */
static const unsigned told_dates[] = { CHARGE_LENGTH, CHARGE_MONTHS,
	CHARGE_RELEASE, CHARGE_LICENCE, CHARGE_END, CHARGE_ORDER_UNTIL };
/* clang-format on */

static void
say_the_plain(struct record *charge, const char *stage)
{
	for (size_t i = 0; i < sizeof(said) / sizeof(said[0]); i++)
		if (strcmp(said[i].stage, stage) == 0 &&
		    !*record_text(charge, said[i].tag))
			record_set_text(charge, said[i].tag, said[i].code);
}

static enum rc
check_source(const struct record *charge, struct fault *f)
{
	if (*record_text(charge, CHARGE_SOURCE))
		return RC_OK;
	for (size_t i = 0; i < sizeof(told_dates) / sizeof(told_dates[0]); i++)
		if (*record_text(charge, told_dates[i]))
			return fault_set(f, RC_INVALID,
			    "charge.source: say who told of the sentence and "
			    "its dates; they are never worked out here");
	return RC_OK;
}

static enum rc
pick_part(struct doing *d, struct record *casefile, struct record **part,
    struct fault *f)
{
	bool of_suspect = slip_has(d->slip, "suspect") &&
			  !slip_has(d->slip, "charge");
	unsigned kind = of_suspect ? KIND_SUSPECT : KIND_CHARGE;
	const char *name = of_suspect ? "suspect" : "charge";
	uint64_t *ids;
	size_t n;
	enum rc rc = doing_children(d, casefile->id, kind, &ids, &n, f);

	if (!rc && n > 1 && !slip_has(d->slip, name))
		return fault_set(f, RC_INVALID,
		    "charge: this case has %zu; say which, 1 to %zu, or move "
		    "the whole case (move_journey)",
		    n, n);
	return rc ? rc : courting_pick(d, casefile, kind, name, part, f);
}

static enum rc
move_part(struct doing *d, struct record *casefile, struct record *part,
    const char *on, struct fault *f)
{
	bool is_charge = part->kind->tag == KIND_CHARGE;
	const char *from = record_text(part,
	    is_charge ? CHARGE_STAGE : SUSPECT_STAGE);
	struct stage_move move = { .to = stage_named(d),
		.on = on,
		.told_by = slip_text(d->slip, "told-by"),
		.note = slip_text(d->slip, "note"),
		.override = slip_text(d->slip, "override") };
	enum rc rc = track_move(d, casefile, part, &move, f);

	if (rc)
		return rc;
	if (is_charge)
		say_the_plain(part, move.to);
	if (is_charge && strcmp(move.to, SENTENCED) == 0 &&
	    !*record_text(part, CHARGE_SENTENCED))
		record_set_text(part, CHARGE_SENTENCED,
		    record_text(part, CHARGE_SINCE));
	return opened_by(d, casefile, is_charge ? part : NULL, from, on, f);
}

static enum rc
run(struct doing *d, struct fault *f)
{
	struct record *casefile, *part;
	char on[32];
	enum rc rc = courting_begin(d, &casefile, f);

	if (!rc)
		rc = stage_may_override(d, f);
	if (!rc)
		rc = stage_on(d, casefile, on, f);
	if (!rc)
		rc = pick_part(d, casefile, &part, f);
	if (!rc)
		rc = doing_fill(d, part, f);
	if (!rc && part->kind->tag == KIND_CHARGE)
		rc = check_source(part, f);
	if (!rc && slip_has(d->slip, "state"))
		rc = move_part(d, casefile, part, on, f);
	if (rc)
		return rc;
	courting_done(d, casefile, part);
	if (slip_has(d->slip, "state"))
		doing_say(d, "Saved: %s %d: %s. The case is at %s.",
		    part->kind->name,
		    (int)record_number(part,
			part->kind->tag == KIND_CHARGE ? CHARGE_NTH
						       : SUSPECT_NTH),
		    journey_state(d->hub->journeys, stage_named(d))->label,
		    journey_state(d->hub->journeys,
			record_text(casefile, CASEFILE_STAGE))
			->label);
	else
		doing_say(d, "Saved.");
	return RC_OK;
}

static const struct act_line lines[] = {
	{ "casefile", "which case, by its reference", true },
	{ "charge", "which charge, by number; the only one if unsaid", false },
	{ "suspect", "or which suspect, where nobody is charged", false },
	{ "state", "where it has come, by code or name", false },
	{ "on", "when; now if unsaid", false },
	{ "told-by", "police, court, victim, other", false },
	{ "charge.*", "plea, verdict, disposals, length, months, release, "
		      "licence, end, order-until, and source: who told",
	    false },
	{ "suspect.*", "bail-until, conditions, note", false },
	{ "note", "in a few words", false },
	{ "override", "the reason for a move that is not open", false },
	{ NULL, NULL, false },
};

const struct act act_move_charge = {
	.tag = ACT_MOVE_CHARGE,
	.name = "move_charge",
	.verb = "court",
	.title = "Charge moved",
	.help = "Write down how far one charge or one suspect has come, and "
		"the sentence as it was told.",
	.lines = lines,
	.run = run,
};
