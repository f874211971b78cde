/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "base/str.h"
#include "hub/acts/acts.h"
#include "hub/doing.h"
#include "hub/hub.h"
#include "hub/slip.h"

/*
 * Later. The case comes back on its day; the law's clocks run on, and a later
 * day never moves one of them.
 */

static enum rc
run(struct doing *d, struct fault *f)
{
	struct record *casefile;
	struct buf day = { 0 };
	struct span due;
	enum rc rc;

	d->strict = true;
	rc = doing_casefile(d, &casefile, f);
	if (rc)
		return rc;
	if (!slip_has(d->slip, "until"))
		return fault_set(f, RC_INVALID, "until: say when");
	rc = doing_set(d, casefile, CASEFILE_NEXT_DUE,
	    slip_text(d->slip, "until"), f);
	if (rc)
		return rc;
	if (record_get(casefile, CASEFILE_NEXT_DUE, &due))
		value_show(
		    kind_field_by_tag(casefile->kind, CASEFILE_NEXT_DUE), due,
		    &d->ctx, &day);
	d->done->casefile = casefile->id;
	doing_say(d, "It comes back %s.", buf_str(&day));
	buf_release(&day);
	return RC_OK;
}

static const struct act_line lines[] = {
	{ "casefile", "which case, by its reference", true },
	{ "until", "when it comes back", true },
	{ NULL, NULL, false },
};

const struct act act_snooze = {
	.tag = ACT_SNOOZE,
	.name = "snooze",
	.title = "Put off",
	.help = "Let a case come back on another day.",
	.lines = lines,
	.run = run,
};
