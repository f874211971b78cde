/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "base/str.h"
#include "hub/acts/acts.h"
#include "hub/acts/courting.h"
#include "hub/hub.h"
#include "hub/slip.h"
#include "model/code.h"

/*
 * Special measures are asked for by the police or witness care and decided by
 * the court. What was asked for and neither granted nor refused is waiting.
 */

static enum rc
check_asked(const struct doing *d, const struct record *hearing,
    unsigned tag, struct fault *f)
{
	const struct code_list *list = code_list(d->hub->codes, "measure");

	for (size_t i = 0; list && i < list->n; i++)
		if (record_has_code(hearing, tag, list->codes[i].code) &&
		    !record_has_code(hearing, HEARING_MEASURES,
			list->codes[i].code))
			return fault_set(f, RC_INVALID,
			    "%s were not asked for; put them in measures as "
			    "well",
			    list->codes[i].label);
	return RC_OK;
}

static enum rc
run(struct doing *d, struct fault *f)
{
	struct record *casefile, *hearing;
	enum rc rc = courting_begin(d, &casefile, f);

	if (!rc)
		rc = courting_pick(d, casefile, KIND_HEARING, "hearing",
		    &hearing, f);
	if (!rc)
		rc = doing_fill(d, hearing, f);
	if (!rc)
		rc = check_asked(d, hearing, HEARING_GRANTED, f);
	if (!rc)
		rc = check_asked(d, hearing, HEARING_REFUSED, f);
	if (rc)
		return rc;
	if (*record_text(hearing, HEARING_MEASURES))
		courting_now_unless(d, hearing, HEARING_ASKED_ON);
	if (slip_has(d->slip, "hearing.granted") ||
	    slip_has(d->slip, "hearing.refused"))
		courting_now_unless(d, hearing, HEARING_DECIDED_ON);
	courting_done(d, casefile, hearing);
	doing_say(d, "Saved. Tell them what the court allowed.");
	return RC_OK;
}

static const struct act_line lines[] = {
	{ "casefile", "which case, by its reference", true },
	{ "hearing", "which hearing, by number; the newest if unsaid", false },
	{ "hearing.measures", "what is asked for, by letters", false },
	{ "hearing.asked-by", "who asked: victim, police, witness-care", false },
	{ "hearing.asked-on", "when; now if unsaid", false },
	{ "hearing.granted", "what the court allowed, by letters", false },
	{ "hearing.refused", "what it did not", false },
	{ "hearing.decided-on", "when; now if unsaid", false },
	{ "hearing.needs", "what else is needed on the day", false },
	{ NULL, NULL, false },
};

const struct act act_decide_measures = {
	.tag = ACT_DECIDE_MEASURES,
	.name = "decide_measures",
	.verb = "court",
	.title = "Special measures",
	.help = "Write down which special measures were asked for, by whom, "
		"and what the court said.",
	.lines = lines,
	.run = run,
};
