/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/day.h"
#include "base/str.h"
#include "base/when.h"
#include "hub/acts/acts.h"
#include "hub/acts/choosing.h"
#include "hub/acts/planning.h"
#include "hub/acts/casework.h"
#include "hub/acts/tasks.h"
#include "hub/hub.h"
#include "hub/planline.h"
#include "hub/slip.h"
#include "model/code.h"

/*
 * One thing of a plan: what, who, by when; and what came of it. What is done
 * again and again stays on the plan and counts.
 */

#define STANDARD_DUE "2w"
#define STANDARD_SORT "other"

static const struct set_line action_lines[] = {
	{ "what", ACTION_WHAT },
	{ "sort", ACTION_SORT },
	{ "who", ACTION_WHO },
	{ "due", ACTION_DUE },
	{ "need", ACTION_NEED },
	{ "every", ACTION_EVERY },
	{ "minutes", ACTION_MINUTES },
};

#define ACTION_LINES (sizeof(action_lines) / sizeof(action_lines[0]))

/* What was typed in one line is read first; what was said by name counts
   more. */
static enum rc
set_action(struct doing *d, struct record *action, struct fault *f)
{
	const struct slip *slip = d->slip;
	struct slip typed = { .arena = d->arena };
	enum rc rc = RC_OK;

	if (slip_has(slip, "line")) {
		planline_read(d->hub->codes, hub_now(d->hub),
		    slip_text(slip, "line"), &typed);
		d->slip = &typed;
		rc = set_lines(d, action, action_lines, ACTION_LINES, f);
		d->slip = slip;
	}
	return rc ? rc : set_lines(d, action, action_lines, ACTION_LINES, f);
}

static enum rc
set_standards(struct doing *d, struct record *action, struct fault *f)
{
	if (!*record_text(action, ACTION_SORT))
		record_set_text(action, ACTION_SORT, STANDARD_SORT);
	if (!*record_text(action, ACTION_WHO))
		record_set_text(action, ACTION_WHO, d->hub->me.name);
	record_set_text(action, ACTION_STATE, "planned");
	record_set_link(action, ACTION_WORKER, d->hub->me.id);
	if (*record_text(action, ACTION_DUE))
		return RC_OK;
	return doing_set(d, action, ACTION_DUE, STANDARD_DUE, f);
}

static enum rc
add(struct doing *d, struct fault *f)
{
	struct record *casefile, *plan, *action;
	enum rc rc = doing_casefile(d, &casefile, f);

	d->strict = true;
	if (rc || (rc = plan_of(d, casefile, &plan, f)) ||
	    (rc = case_child(
		 d, KIND_ACTION, casefile, ACTION_CASEFILE, &action, f)))
		return rc;
	record_set_link(action, ACTION_PLAN, plan->id);
	record_set_number(
	    action, ACTION_VERSION, record_number(plan, PLAN_VERSION));
	if ((rc = set_action(d, action, f)) ||
	    (rc = set_standards(d, action, f)))
		return rc;
	if (!*record_text(action, ACTION_WHAT))
		return fault_set(f, RC_INVALID,
		    "what: say what will be done, in a few words");
	doing_say(d, "Added to the plan, by %s.",
	    told_day(d, record_text(action, ACTION_DUE)));
	return RC_OK;
}

/* ---- what came of it ---- */

static const struct choice which = {
	.slip = "action",
	.what = "action",
	.kind = KIND_ACTION,
	.casefile = ACTION_CASEFILE,
	.over = ACTION_DONE,
};

/* By number it is one of the plan, as the screen counts them. */
static enum rc
find_action(struct doing *d, struct record **casefile, struct record **action,
    struct fault *f)
{
	struct record *plan;
	uint64_t *ids;
	size_t n;
	enum rc rc;

	if (slip_id(d->slip, "action"))
		return choose(d, &which, casefile, action, f);
	if ((rc = doing_casefile(d, casefile, f)) ||
	    (rc = plan_of(d, *casefile, &plan, f)) ||
	    (rc = doing_children(d, plan->id, KIND_ACTION, &ids, &n, f)) ||
	    (rc = choose_of(d, &which, ids, n, action, f)))
		return rc;
	d->done->casefile = (*casefile)->id;
	d->done->person = record_link(*casefile, CASEFILE_PERSON);
	d->done->made = (*action)->id;
	return RC_OK;
}

/* The day it is to be done next. */
static void
next_time(struct record *action)
{
	static const struct {
		const char *every;
		int days, months;
	} steps[] = { { "day", 1, 0 }, { "week", 7, 0 }, { "fortnight", 14, 0 },
		{ "month", 0, 1 } };
	int32_t day, last;
	char iso[24];

	if (!when_days(record_text(action, ACTION_DUE), &day, &last))
		return;
	for (size_t i = 0; i < sizeof(steps) / sizeof(steps[0]); i++)
		if (record_has_code(action, ACTION_EVERY, steps[i].every))
			day = day_add_months(
			    day + steps[i].days, steps[i].months);
	day_show(day, iso);
	record_set_text(action, ACTION_DUE, iso);
}

static void
do_again(struct record *action)
{
	record_set_number(action, ACTION_TIMES,
	    record_number(action, ACTION_TIMES) + 1);
	record_set_text(action, ACTION_STATE, "going");
	next_time(action);
}

static enum rc
set_state(struct doing *d, struct record *action, struct fault *f)
{
	const char *was = record_text(action, ACTION_STATE);
	bool going_on = *record_text(action, ACTION_EVERY) &&
			strcmp(was, "done") != 0;
	const char *state;
	char now[24];
	enum rc rc = doing_set(
	    d, action, ACTION_STATE, slip_text(d->slip, "state"), f);

	if (rc || !slip_has(d->slip, "state"))
		return rc;
	doing_now(d, now);
	state = record_text(action, ACTION_STATE);
	if (strcmp(state, "done") == 0 && going_on &&
	    !str_ieq(slip_text(d->slip, "last"), "y"))
		do_again(action);
	else if (strcmp(state, "done") == 0 || strcmp(state, "dropped") == 0)
		record_set_text(action, ACTION_DONE, now);
	else
		record_clear(action, ACTION_DONE);
	return RC_OK;
}

/* An action chased is asked about again in a few days. */
static enum rc
chase(struct doing *d, const struct record *casefile, struct record *action,
    struct fault *f)
{
	char day[24];
	enum rc rc;

	if (!slip_has(d->slip, "chase"))
		return RC_OK;
	if ((rc = task_day(d, slip_text(d->slip, "chase"), day, f)))
		return rc;
	return task_make(d, casefile, "action", day,
	    record_text(action, ACTION_WHAT), f);
}

static enum rc
move(struct doing *d, struct fault *f)
{
	struct record *casefile, *action;
	enum rc rc;

	d->strict = true;
	if ((rc = find_action(d, &casefile, &action, f)) ||
	    (rc = set_lines(d, action, action_lines, ACTION_LINES, f)) ||
	    (rc = doing_set(d, action, ACTION_RESULT,
		 slip_text(d->slip, "result"), f)) ||
	    (rc = set_state(d, action, f)) ||
	    (rc = chase(d, casefile, action, f)))
		return rc;
	if (*record_text(action, ACTION_DONE) &&
	    (rc = task_end(d, casefile, "action",
		 record_text(action, ACTION_WHAT), f)))
		return rc;
	doing_say(d, "Saved: %s, due %s.",
	    code_label(d->hub->codes, "action-state",
		record_text(action, ACTION_STATE)),
	    told_day(d, record_text(action, ACTION_DUE)));
	return RC_OK;
}

/* clang-format off */
static const struct act_line add_lines[] = {
	{ "casefile", "which case, by its reference", true },
	{ "line", "all of it as typed: door chain /locks @Bolt 2w", false },
	{ "what", "what will be done, in a few words", false },
	{ "sort", "the sort of support", false },
	{ "who", "who does it; you if unsaid", false },
	{ "due", "by when; two weeks if unsaid", false },
	{ "need", "the need it serves", false },
	{ "every", "day, week, fortnight or month", false },
	{ "minutes", "how long it takes or took", false },
	{ NULL, NULL, false },
};

static const struct act_line move_lines[] = {
	{ "casefile", "which case, by its reference", false },
	{ "action", "its number on the plan", true },
	{ "state", "planned, sent, going, agreed, done or dropped", false },
	{ "result", "what came of it", false },
	{ "minutes", "how long it took", false },
	{ "due", "by when, from now on", false },
	{ "what", "what, in other words", false },
	{ "who", "who does it from now on", false },
	{ "sort", "the sort of support", false },
	{ "need", "the need it serves", false },
	{ "every", "how often", false },
	{ "last", "y: what is done again and again was done for the last time", false },
	{ "chase", "ask about it again on this day", false },
	{ NULL, NULL, false },
};
/* clang-format on */

const struct act act_add_action = {
	.tag = ACT_ADD_ACTION,
	.name = "add_action",
	.title = "Action added",
	.help = "Add an action to a plan: what, who, by when.",
	.lines = add_lines,
	.run = add,
};

const struct act act_move_action = {
	.tag = ACT_MOVE_ACTION,
	.name = "move_action",
	.title = "Action",
	.help = "Say how an action of a plan stands and what came of it.",
	.lines = move_lines,
	.run = move,
};
