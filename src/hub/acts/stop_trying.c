/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/str.h"
#include "hub/access.h"
#include "hub/acts/acts.h"
#include "hub/acts/reaching.h"
#include "hub/acts/stage.h"
#include "hub/acts/tasks.h"
#include "hub/doing.h"
#include "hub/gate.h"
#include "hub/hub.h"
#include "hub/practice.h"
#include "hub/slip.h"
#include "model/code.h"

/*
 * Ending what could not be begun. After the tries that the hub's rule asks for,
 * a case is closed as unanswered; with wrong details or no safe way it goes back
 * to who referred it, with the reason, and the clocks of others run on (CP5).
 */

#define CLOSED "S90"

static bool
supervises(const struct doing *d)
{
	return access_may(d->hub->access, d->hub->me.role, "override");
}

static enum rc
shut(struct doing *d, struct record *casefile, const char *why,
    const char *note, struct fault *f)
{
	struct stage_move move = { .to = CLOSED, .told_by = "hub",
		.note = note, .override = why };
	char now[24];
	enum rc rc = stage_move(d, casefile, &move, f);

	if (rc)
		return rc;
	doing_now(d, now);
	record_set_text(casefile, CASEFILE_STATUS, "closed");
	record_set_text(casefile, CASEFILE_CLOSED, now);
	record_set_text(casefile, CASEFILE_CLOSED_WHY, why);
	record_clear(casefile, CASEFILE_NEXT_DUE);
	record_clear(casefile, CASEFILE_NEXT_WHAT);
	d->done->casefile = casefile->id;
	d->done->person = record_link(casefile, CASEFILE_PERSON);
	return RC_OK;
}

/* ---- nobody answered ---- */

static enum rc
may_close(struct doing *d, const struct record *casefile, struct fault *f)
{
	const struct practice_tries *rule = practice_tries(
	    d->hub->practice, record_text(casefile, CASEFILE_LEVEL));
	struct reaching_tries t;
	int32_t until;
	char day[11];
	enum rc rc = reaching_count(d, casefile, &t, f);

	if (rc || !rule)
		return rc;
	if (!reaching_enough(d, casefile, &t))
		return fault_set(f, RC_UNLAWFUL,
		    "there were %d tries on %d days in %d parts of the day; "
		    "the rule asks for %d on %d days in %d parts before a case "
		    "is closed as unanswered", t.n, t.days, t.parts,
		    rule->tries, rule->days, rule->parts);
	if (strcmp(rule->end, "supervisor") == 0 && !supervises(d))
		return fault_set(f, RC_DENIED,
		    "with enhanced rights a supervisor decides whether to go "
		    "on; they have been asked");
	rc = workday_add(
	    d->hub->holidays, t.last, rule->close_days, &until, f);
	day_show(until, day);
	if (!rc && moment_day(hub_now(d->hub)) < until && !supervises(d))
		rc = fault_set(f, RC_UNLAWFUL,
		    "an answer may still come until %s, %d working days after "
		    "the last try; a supervisor may close it before", day,
		    rule->close_days);
	return rc;
}

static enum rc
close_unanswered(struct doing *d, struct fault *f)
{
	struct task_new task = { .what = "letter",
		.text = "Write that we tried, and how to reach us" };
	struct record *casefile;
	struct gate_verdict v;
	enum rc rc = doing_casefile(d, &casefile, f);

	if (rc || (rc = may_close(d, casefile, f)) ||
	    (rc = gate_check(d, record_link(casefile, CASEFILE_PERSON),
		 GATE_LETTER, NULL, &v, f)))
		return rc;
	if (gate_is_open(&v) && (rc = task_raise(d, casefile, &task, f)))
		return rc;
	rc = shut(d, casefile, "no-response", slip_text(d->slip, "note"), f);
	doing_say(d, gate_is_open(&v) ?
		"Closed, no response. A letter may be written." :
		"Closed, no response. No letter: post is not known to be safe.");
	return rc;
}

/* ---- back to who referred ---- */

static enum rc
return_to_referrer(struct doing *d, struct fault *f)
{
	static const struct {
		const char *why, *words;
	} reasons[] = {
		{ "wrong-details", "the details are wrong" },
		{ "unsafe", "there is no safe way to reach them" },
	};
	const char *why = slip_text(d->slip, "why"), *words = NULL;
	struct task_new task = { .what = "return" };
	struct record *casefile;
	enum rc rc = doing_casefile(d, &casefile, f);

	if (rc)
		return rc;
	for (size_t i = 0; i < sizeof(reasons) / sizeof(reasons[0]); i++)
		if (str_ieq(why, reasons[i].why))
			words = reasons[i].words;
	if (!words)
		return fault_set(f, RC_INVALID,
		    "why: wrong-details or unsafe; other ends are moves of the "
		    "journey");
	task.text = arena_printf(d->arena, "Back to %s: %s. %s",
	    code_label(d->hub->codes, "source",
		record_text(casefile, CASEFILE_SOURCE)),
	    words, slip_text(d->slip, "note"));
	if ((rc = task_raise(d, casefile, &task, f)))
		return rc;
	doing_say(d, "Closed: %s. A task says to tell who referred; their "
		     "clocks run on.", words);
	return shut(d, casefile, why, slip_text(d->slip, "note"), f);
}

/* ---- a supervisor has looked ---- */

static bool
is_for_supervisor(const struct record *task, void *arg)
{
	(void)arg;
	return record_has_code(task, TASK_WHAT, "supervisor") ||
	       record_has_code(task, TASK_WHAT, "conflict");
}

static enum rc
saw(struct doing *d, struct fault *f)
{
	struct record *casefile;
	size_t seen = 0;
	enum rc rc = doing_casefile(d, &casefile, f);

	if (rc)
		return rc;
	if (!slip_has(d->slip, "why"))
		return fault_set(f, RC_INVALID, "why: say what you decided");
	d->why = slip_text(d->slip, "why");
	rc = task_end_those(d, casefile, is_for_supervisor, NULL, &seen, f);
	d->done->casefile = casefile->id;
	d->done->person = record_link(casefile, CASEFILE_PERSON);
	doing_say(d, seen ? "Seen: %zu, with what you decided." :
			    "There was nothing for a supervisor here (%zu).",
	    seen);
	return rc;
}

static const struct act_line close_lines[] = {
	{ "casefile", "which case, by its reference", true },
	{ "note", "in a few words", false },
	{ NULL, NULL, false },
};

const struct act act_close_unanswered = {
	.tag = ACT_CLOSE_UNANSWERED,
	.name = "close_unanswered",
	.verb = "move_journey",
	.title = "Closed, no response",
	.help = "Close a case that nobody answered, when the hub's rule of "
		"tries has been kept.",
	.lines = close_lines,
	.run = close_unanswered,
};

static const struct act_line return_lines[] = {
	{ "casefile", "which case, by its reference", true },
	{ "why", "wrong-details or unsafe", true },
	{ "note", "what was tried, for who referred", false },
	{ NULL, NULL, false },
};

const struct act act_return_to_referrer = {
	.tag = ACT_RETURN_TO_REFERRER,
	.name = "return_to_referrer",
	.verb = "move_journey",
	.title = "Returned to referrer",
	.help = "Send a case back to who referred it: wrong details, or no safe "
		"way to reach them.",
	.lines = return_lines,
	.run = return_to_referrer,
};

static const struct act_line saw_lines[] = {
	{ "casefile", "which case, by its reference", true },
	{ "why", "what you decided", true },
	{ NULL, NULL, false },
};

const struct act act_supervise = {
	.tag = ACT_SUPERVISE,
	.name = "supervise",
	.title = "Supervisor looked",
	.help = "Say that you have seen what was done against a rule, or who "
		"came, and what you decided.",
	.lines = saw_lines,
	.run = saw,
};
