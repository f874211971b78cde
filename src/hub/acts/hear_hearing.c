/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/day.h"
#include "base/str.h"
#include "hub/acts/acts.h"
#include "hub/acts/clocking.h"
#include "hub/acts/courting.h"
#include "hub/acts/hearing.h"
#include "hub/acts/stage.h"
#include "hub/acts/tasks.h"
#include "hub/hub.h"
#include "hub/slip.h"

/*
 * A hearing took place. What it decided about each charge is moved charge by
 * charge; here stands that it was held, what that means for the journey, and
 * that somebody has to tell the victim by the next working day.
 */

/* clang-format off */
/* Where the journey comes by a hearing that was held, if that is open. */
static const struct {
	const char *sort, *state, *event;
} held[] = {
	{ "first",	"S13",	NULL },
	{ "ptph",	"S18",	NULL },
	{ "trial",	"S22",	NULL },
	{ "bail",	NULL,	"bail-hearing" },
};
/* clang-format on */

static enum rc
go_on(struct doing *d, struct record *casefile, const struct record *hearing,
    struct fault *f)
{
	const char *on = record_text(hearing, HEARING_ON);
	enum rc rc = RC_OK;

	for (size_t i = 0; i < sizeof(held) / sizeof(held[0]) && !rc; i++) {
		if (!hearing_is(hearing, held[i].sort))
			continue;
		if (held[i].state)
			rc = hearing_move(d, casefile, held[i].state, on, f);
		if (!rc && held[i].event)
			rc = clocking_event(d, casefile, held[i].event, on, f);
	}
	if (!rc && slip_has(d->slip, "state"))
		rc = hearing_move(d, casefile, stage_named(d), on, f);
	if (!rc && *slip_text(d->slip, "plea") == 'n')
		rc = clocking_event(d, casefile, "not-guilty-plea", on, f);
	return rc;
}

static enum rc
see_that_told(struct doing *d, struct record *casefile, struct fault *f)
{
	const char *told = slip_text(d->slip, "told");
	char due[11];
	int32_t day;
	enum rc rc;

	if (*told == 'y' || *told == 'Y')
		return courting_told(d, casefile, "trial", f);
	rc = workday_add(d->hub->holidays, moment_day(hub_now(d->hub)), 1,
	    &day, f);
	if (rc)
		return rc;
	day_show(day, due);
	return task_make(d, casefile, "tell", due,
	    "Tell them what happened in court", f);
}

static enum rc
run(struct doing *d, struct fault *f)
{
	struct record *casefile, *hearing;
	char now[24];
	enum rc rc = courting_begin(d, &casefile, f);

	if (!rc)
		rc = courting_pick(d, casefile, KIND_HEARING, "hearing",
		    &hearing, f);
	if (rc)
		return rc;
	doing_now(d, now);
	if (strncmp(record_text(hearing, HEARING_ON), now, 10) > 0)
		return fault_set(f, RC_UNLAWFUL,
		    "this hearing is still to come, on %.10s; if its day was "
		    "changed, list it again (relist_hearing)",
		    record_text(hearing, HEARING_ON));
	record_set_text(hearing, HEARING_RESULT, "effective");
	rc = doing_set(d, hearing, HEARING_NOTE, slip_text(d->slip, "note"), f);
	if (!rc)
		rc = go_on(d, casefile, hearing, f);
	if (!rc)
		rc = see_that_told(d, casefile, f);
	if (rc)
		return rc;
	courting_done(d, casefile, hearing);
	doing_say(d, "Saved: it went ahead.%s",
	    slip_has(d->slip, "told") ? "" : " They are still to be told.");
	return RC_OK;
}

static const struct act_line lines[] = {
	{ "casefile", "which case, by its reference", true },
	{ "hearing", "which hearing, by number; the newest if unsaid", false },
	{ "state", "where the case came by it, by code or name", false },
	{ "plea", "n when not guilty was said", false },
	{ "note", "what happened", false },
	{ "told", "y when they know of it", false },
	{ NULL, NULL, false },
};

const struct act act_hear_hearing = {
	.tag = ACT_HEAR_HEARING,
	.name = "hear_hearing",
	.verb = "court",
	.title = "Hearing took place",
	.help = "Write down that a hearing was held, and see that they are "
		"told what happened.",
	.lines = lines,
	.run = run,
};
