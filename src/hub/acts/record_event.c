/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/str.h"
#include "hub/acts/acts.h"
#include "hub/acts/clock_slip.h"
#include "hub/acts/clocking.h"
#include "hub/doing.h"
#include "hub/hub.h"
#include "hub/slip.h"
#include "model/code.h"

/*
 * Something happened that starts or meets a time limit and that no other act
 * writes down: bail was changed, a claim was paid. It may have happened long
 * before we heard.
 */

static enum rc
fill(struct doing *d, const struct record *casefile, struct record *r,
    struct fault *f)
{
	enum rc rc;

	record_set_link(r, EVENT_CASEFILE, casefile->id);
	record_set_link(r, EVENT_WORKER, d->hub->me.id);
	if ((rc = clock_set_on(d, casefile, r, EVENT_ON, f)) ||
	    (rc = doing_set(
		 d, r, EVENT_WHAT, slip_text(d->slip, "event"), f)) ||
	    (rc = doing_set(
		 d, r, EVENT_TOLD_BY, slip_text(d->slip, "told-by"), f)) ||
	    (rc = doing_set(d, r, EVENT_NOTE, slip_text(d->slip, "note"), f)))
		return rc;
	if (!code_by(d->hub->codes, "event", record_text(r, EVENT_WHAT)))
		return fault_set(f, RC_INVALID,
		    "event: say what happened, by a word of "
		    "data/codes/event.cfg");
	if (str_ieq(record_text(r, EVENT_WHAT), "told"))
		return fault_set(f, RC_UNLAWFUL,
		    "event: what she was told is written down by tell");
	return RC_OK;
}

static enum rc
run(struct doing *d, struct fault *f)
{
	struct record *casefile, *r;
	enum rc rc;

	d->strict = true;
	rc = doing_casefile(d, &casefile, f);
	if (!rc)
		rc = doing_make(d, KIND_EVENT,
		    record_link(casefile, CASEFILE_PERSON), 0, &r, f);
	if (!rc)
		rc = fill(d, casefile, r, f);
	if (!rc)
		rc = clocking_event(d, casefile, record_text(r, EVENT_WHAT),
		    record_text(r, EVENT_ON), f);
	if (rc)
		return rc;
	d->done->made = r->id;
	d->done->casefile = casefile->id;
	d->done->person = record_link(casefile, CASEFILE_PERSON);
	doing_say(d, "Saved: %s.",
	    code_label(d->hub->codes, "event", record_text(r, EVENT_WHAT)));
	return RC_OK;
}

static const struct act_line lines[] = {
	{ "casefile", "which case, by its reference", true },
	{ "event", "what happened, by a word of data/codes/event.cfg", true },
	{ "on", "when; now if unsaid", false },
	{ "told-by", "who told us", false },
	{ "note", "in a few words", false },
	{ NULL, NULL, false },
};

const struct act act_record_event = {
	.tag = ACT_RECORD_EVENT,
	.name = "record_event",
	.title = "Something happened",
	.help = "Write down what starts or meets a time limit and no other act "
		"does.",
	.lines = lines,
	.run = run,
};
