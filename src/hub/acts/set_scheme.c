/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "hub/acts/acts.h"
#include "hub/acts/clocking.h"
#include "hub/acts/courting.h"
#include "hub/hub.h"
#include "hub/slip.h"
#include "model/code.h"

/*
 * The victim contact scheme is the victim's to join, to leave and to come back
 * to. What probation then tells is written as a telling or as a decision.
 */

/* clang-format off */
/* What each line of the slip makes of the state, and which clocks hear it. */
static const struct {
	unsigned when;
	const char *line, *state, *event;
} turns[] = {
	{ SCHEME_REFERRED, "scheme.referred",	"referred",	"vcs-referred" },
	{ SCHEME_ANSWERED, "scheme.answered",	NULL,		NULL },
	{ SCHEME_FIRST,	   "scheme.first",	NULL,		"vlo-contact" },
};
/* clang-format on */

static enum rc
turn(struct doing *d, struct record *casefile, struct record *s,
    struct fault *f)
{
	const char *state = slip_text(d->slip, "scheme.state");
	enum rc rc = RC_OK;

	for (size_t i = 0; i < sizeof(turns) / sizeof(turns[0]) && !rc; i++) {
		bool now = turns[i].state && strcmp(state, turns[i].state) == 0;

		if (!now && !slip_has(d->slip, turns[i].line))
			continue;
		courting_now_unless(d, s, turns[i].when);
		if (turns[i].state && !*state)
			record_set_text(s, SCHEME_STATE, turns[i].state);
		if (turns[i].event)
			rc = clocking_event(d, casefile, turns[i].event,
			    record_text(s, turns[i].when), f);
	}
	if (rc || strcmp(record_text(s, SCHEME_STATE), "joined") != 0)
		return rc;
	courting_now_unless(d, s, SCHEME_ANSWERED);
	return clocking_event(d, casefile, "vcs-joined",
	    record_text(s, SCHEME_ANSWERED), f);
}

static enum rc
run(struct doing *d, struct fault *f)
{
	struct record *casefile, *s;
	bool made;
	enum rc rc = courting_begin(d, &casefile, f);

	if (!rc)
		rc = courting_of_sort(d, casefile, KIND_SCHEME, SCHEME_SORT,
		    "contact", &s, &made, f);
	if (rc)
		return rc;
	if (!*record_text(s, SCHEME_STATE))
		record_set_text(s, SCHEME_STATE, "eligible");
	if (made && !*record_text(s, SCHEME_WHY))
		record_set_text(s, SCHEME_WHY, "asked for by the hub");
	rc = courting_after_crime(casefile, s, SCHEME_REFERRED, f);
	if (!rc)
		rc = turn(d, casefile, s, f);
	if (rc)
		return rc;
	courting_done(d, casefile, s);
	doing_say(d, "Saved: %s, %s.",
	    code_label(d->hub->codes, "scheme", record_text(s, SCHEME_SORT)),
	    code_label(d->hub->codes, "scheme-state",
		record_text(s, SCHEME_STATE)));
	return RC_OK;
}

static const struct act_line lines[] = {
	{ "casefile", "which case, by its reference", true },
	{ "scheme.sort", "contact or notification", false },
	{ "scheme.state", "referred, joined, out, left, not-taken, ended",
	    false },
	{ "scheme.referred", "when their details went to probation", false },
	{ "scheme.answered", "when they chose", false },
	{ "scheme.contact", "month, annual, stages, none", false },
	{ "scheme.officer", "the victim liaison officer", false },
	{ "scheme.phone", "how to reach them", false },
	{ "scheme.first", "when the officer was first in touch", false },
	{ "scheme.*", "conditions, granted, note", false },
	{ NULL, NULL, false },
};

const struct act act_set_scheme = {
	.tag = ACT_SET_SCHEME,
	.name = "set_scheme",
	.verb = "court",
	.title = "Victim contact scheme",
	.help = "Write down whether they were referred to the victim contact "
		"scheme, what they chose, and who their officer is.",
	.lines = lines,
	.run = run,
};
