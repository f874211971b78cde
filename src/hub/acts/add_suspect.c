/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "hub/acts/acts.h"
#include "hub/acts/courting.h"
#include "hub/acts/track.h"
#include "hub/slip.h"

/* Somebody is suspected. They may have no name yet. */

static enum rc
run(struct doing *d, struct fault *f)
{
	struct record *casefile, *suspect;
	enum rc rc = courting_begin(d, &casefile, f);

	if (!rc)
		rc = courting_make(d, casefile, KIND_SUSPECT, &suspect, f);
	if (!rc)
		rc = doing_set(d, suspect, SUSPECT_SINCE,
		    slip_text(d->slip, "on"), f);
	if (!rc)
		rc = courting_after_crime(casefile, suspect, SUSPECT_SINCE, f);
	if (!rc)
		rc = track_name(d, casefile, suspect,
		    record_text(suspect, SUSPECT_SINCE), f);
	if (rc)
		return rc;
	courting_done(d, casefile, suspect);
	doing_say(d, "Saved: suspect %d of this case.",
	    (int)record_number(suspect, SUSPECT_NTH));
	return RC_OK;
}

static const struct act_line lines[] = {
	{ "casefile", "which case, by its reference", true },
	{ "on", "when they were named; now if unsaid", false },
	{ "suspect.*", "name, relation, youth, bail-until, conditions, note",
	    false },
	{ NULL, NULL, false },
};

const struct act act_add_suspect = {
	.tag = ACT_ADD_SUSPECT,
	.name = "add_suspect",
	.verb = "court",
	.title = "Suspect named",
	.help = "Write down somebody who is suspected; each goes their own "
		"way through the journey.",
	.lines = lines,
	.run = run,
};
