/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/str.h"
#include "hub/acts/acts.h"
#include "hub/acts/planning.h"
#include "hub/acts/casework.h"
#include "hub/acts/tasks.h"
#include "hub/hub.h"
#include "hub/slip.h"

/*
 * A support plan: goals in the person's own words, agreed with them. It is
 * kept by version: a review ends one and begins the next.
 */

static const struct set_line plan_lines[] = {
	{ "goal", PLAN_GOAL },
	{ "need", PLAN_NEED },
	{ "shared", PLAN_SHARED },
	{ "form", PLAN_FORM },
};

/* A new version for the case, with what the slip says of it. */
static enum rc
new_version(struct doing *d, struct record *casefile, int64_t version,
    struct record **plan, struct fault *f)
{
	char now[24];
	enum rc rc =
	    case_child(d, KIND_PLAN, casefile, PLAN_CASEFILE, plan, f);

	if (rc)
		return rc;
	doing_now(d, now);
	record_set_number(*plan, PLAN_VERSION, version);
	record_set_text(*plan, PLAN_ON, now);
	record_set_text(*plan, PLAN_STATE, "in-force");
	record_set_text(*plan, PLAN_FORM, "one");
	record_set_link(*plan, PLAN_WORKER, d->hub->me.id);
	return RC_OK;
}

static enum rc
count_versions(struct doing *d, const struct record *casefile, int64_t *n,
    struct fault *f)
{
	struct record *plan;
	uint64_t *ids;
	size_t count;
	enum rc rc =
	    doing_children(d, casefile->id, KIND_PLAN, &ids, &count, f);

	*n = 0;
	for (size_t i = 0; i < count && !rc; i++) {
		rc = doing_peek(d, KIND_PLAN, ids[i], &plan, f);
		if (plan && record_number(plan, PLAN_VERSION) > *n)
			*n = record_number(plan, PLAN_VERSION);
	}
	return rc;
}

static enum rc
make(struct doing *d, struct fault *f)
{
	struct record *casefile, *plan;
	int64_t versions;
	uint64_t id;
	enum rc rc = doing_casefile(d, &casefile, f);

	d->strict = true;
	if (rc || (rc = plan_in_force(d, casefile, &id, f)))
		return rc;
	if (id)
		return fault_set(f, RC_UNLAWFUL,
		    "there is a plan in force; a review makes its next version "
		    "(review_plan)");
	if (!slip_has(d->slip, "goal"))
		return fault_set(f, RC_INVALID,
		    "goal: say what they want, in their words");
	if ((rc = count_versions(d, casefile, &versions, f)) ||
	    (rc = new_version(d, casefile, versions + 1, &plan, f)))
		return rc;
	record_set_text(
	    plan, PLAN_NEED, record_text(casefile, CASEFILE_NEEDS));
	if ((rc = set_lines(d, plan, plan_lines,
		 sizeof(plan_lines) / sizeof(plan_lines[0]), f)) ||
	    (rc = plan_goals(d, plan, f)) ||
	    (rc = plan_due_review(d, casefile, plan, f)))
		return rc;
	doing_say(d, "Saved the plan, version %d. It is looked at again %s.",
	    (int)record_number(plan, PLAN_VERSION),
	    told_day(d, record_text(plan, PLAN_REVIEW)));
	return RC_OK;
}

/* ---- review ---- */

/* What goes on, and what was done, goes with the plan; what was dropped stays
   behind. */
static enum rc
carry_actions(struct doing *d, uint64_t from, uint64_t to, struct fault *f)
{
	struct record *action;
	uint64_t *ids;
	size_t n;
	enum rc rc = doing_children(d, from, KIND_ACTION, &ids, &n, f);

	for (size_t i = 0; i < n && !rc; i++) {
		rc = doing_peek(d, KIND_ACTION, ids[i], &action, f);
		if (rc || !action ||
		    strcmp(record_text(action, ACTION_STATE), "dropped") == 0)
			continue;
		rc = doing_open(d, KIND_ACTION, ids[i], &action, f);
		if (!rc)
			record_set_link(action, ACTION_PLAN, to);
	}
	return rc;
}

/* The others of a family's plan go on with it. */
static enum rc
carry_people(struct doing *d, uint64_t from, uint64_t to, struct fault *f)
{
	struct record *casefile;
	uint64_t *ids;
	size_t n;
	enum rc rc = doing_children(d, from, KIND_CASEFILE, &ids, &n, f);

	for (size_t i = 0; i < n && !rc; i++) {
		rc = doing_open(d, KIND_CASEFILE, ids[i], &casefile, f);
		if (!rc)
			record_set_link(casefile, CASEFILE_PLAN, to);
	}
	return rc;
}

static void
copy_fields(struct record *to, const struct record *from)
{
	static const uint16_t tags[] = { PLAN_GOAL, PLAN_NEED, PLAN_SHARED,
		PLAN_FORM, PLAN_GOALS };
	struct span value;

	for (size_t i = 0; i < sizeof(tags) / sizeof(tags[0]); i++)
		if (record_get(from, tags[i], &value))
			record_set(to, tags[i], value);
}

static enum rc
next_version(struct doing *d, struct record *casefile, struct record *old,
    struct fault *f)
{
	struct record *plan;
	enum rc rc = new_version(
	    d, casefile, record_number(old, PLAN_VERSION) + 1, &plan, f);

	if (rc)
		return rc;
	copy_fields(plan, old);
	record_set_text(old, PLAN_STATE, "replaced");
	if ((rc = set_lines(d, plan, plan_lines,
		 sizeof(plan_lines) / sizeof(plan_lines[0]), f)) ||
	    (rc = plan_goals(d, plan, f)) ||
	    (rc = carry_actions(d, old->id, plan->id, f)) ||
	    (rc = carry_people(d, old->id, plan->id, f)) ||
	    (rc = plan_due_review(d, casefile, plan, f)))
		return rc;
	doing_say(d, "Saved version %d of the plan. It is looked at again %s.",
	    (int)record_number(plan, PLAN_VERSION),
	    told_day(d, record_text(plan, PLAN_REVIEW)));
	return RC_OK;
}

static enum rc
end_plan(struct doing *d, struct record *casefile, struct record *plan,
    struct fault *f)
{
	record_set_text(plan, PLAN_STATE, "ended");
	record_clear(plan, PLAN_REVIEW);
	d->done->made = plan->id;
	doing_say(d, "The plan has ended; what was agreed and done stays here.");
	return task_end(d, casefile, "plan", NULL, f);
}

/* The one whose plan it is reviews it, not somebody who is in it. */
static enum rc
own_case(struct doing *d, const struct record *plan, struct record **casefile,
    struct fault *f)
{
	return doing_open(d, KIND_CASEFILE, record_link(plan, PLAN_CASEFILE),
	    casefile, f);
}

static enum rc
review(struct doing *d, struct fault *f)
{
	struct record *casefile, *plan;
	char now[24];
	enum rc rc = doing_casefile(d, &casefile, f);

	d->strict = true;
	if (rc || (rc = plan_of(d, casefile, &plan, f)) ||
	    (rc = own_case(d, plan, &casefile, f)))
		return rc;
	doing_now(d, now);
	record_set_text(plan, PLAN_ENDED, now);
	if ((rc = doing_set(d, plan, PLAN_RESULT,
		 slip_text(d->slip, "result"), f)))
		return rc;
	d->done->casefile = casefile->id;
	d->done->person = record_link(casefile, CASEFILE_PERSON);
	return str_ieq(slip_text(d->slip, "end"), "y") ?
		   end_plan(d, casefile, plan, f) :
		   next_version(d, casefile, plan, f);
}

/* ---- who is in it ---- */

static enum rc
plan_owner(struct doing *d, struct record **plan, struct fault *f)
{
	struct record *casefile;
	struct slip with = { .arena = d->arena };
	const struct slip *was = d->slip;
	enum rc rc;

	slip_set(&with, "casefile", slip_text(was, "with"));
	d->slip = &with;
	rc = doing_casefile(d, &casefile, f);
	d->slip = was;
	return rc ? rc : plan_of(d, casefile, plan, f);
}

static enum rc
leave(struct doing *d, struct record *casefile, struct fault *f)
{
	if (!record_link(casefile, CASEFILE_PLAN))
		return fault_set(f, RC_UNLAWFUL,
		    "they are in nobody else's plan");
	record_clear(casefile, CASEFILE_PLAN);
	record_clear(casefile, CASEFILE_PLAN_SINCE);
	doing_say(d, "They are no longer in that plan.");
	return RC_OK;
}

/* Each agrees for themselves: what one said of another is not consent. */
static bool
agreed(const struct record *casefile)
{
	return record_has_code(casefile, CASEFILE_CONSENT, "f") ||
	       record_has_code(casefile, CASEFILE_CONSENT, "g");
}

static enum rc
join(struct doing *d, struct fault *f)
{
	struct record *casefile, *plan;
	char now[24];
	uint64_t own;
	enum rc rc = doing_casefile(d, &casefile, f);

	if (rc)
		return rc;
	d->done->casefile = casefile->id;
	d->done->person = record_link(casefile, CASEFILE_PERSON);
	if (str_ieq(slip_text(d->slip, "leave"), "y"))
		return leave(d, casefile, f);
	if (!agreed(casefile))
		return fault_set(f, RC_UNLAWFUL,
		    "they have not agreed themselves: write down their consent "
		    "(f or g) on their own case first");
	if ((rc = plan_in_force(d, casefile, &own, f)) ||
	    (rc = plan_owner(d, &plan, f)))
		return rc;
	if (own)
		return fault_set(f, RC_UNLAWFUL,
		    "they have a plan already; end it or leave it first");
	doing_now(d, now);
	record_set_link(casefile, CASEFILE_PLAN, plan->id);
	record_set_text(casefile, CASEFILE_PLAN_SINCE, now);
	if (strcmp(record_text(plan, PLAN_FORM), "group") != 0)
		record_set_text(plan, PLAN_FORM, "family");
	doing_say(d, "They are in the plan now, with their own agreement.");
	return RC_OK;
}

/* clang-format off */
static const struct act_line make_lines[] = {
	{ "casefile", "which case, by its reference", true },
	{ "goal", "what they want, in their words", true },
	{ "goal.LETTER", "the goal for one need: goal.h, goal.o", false },
	{ "need", "the needs it is about; those of the case if unsaid", false },
	{ "review", "when it is looked at again", false },
	{ "shared", "who was given it, and which parts", false },
	{ "form", "one, family or group", false },
	{ NULL, NULL, false },
};

static const struct act_line review_lines[] = {
	{ "casefile", "which case, by its reference", true },
	{ "result", "what was found", false },
	{ "goal", "the goal from now on; as it was if unsaid", false },
	{ "goal.LETTER", "the goal for one need", false },
	{ "need", "the needs it is about from now on", false },
	{ "review", "when it is looked at again", false },
	{ "shared", "who was given it", false },
	{ "form", "one, family or group", false },
	{ "end", "y: the plan ends here", false },
	{ NULL, NULL, false },
};

static const struct act_line join_lines[] = {
	{ "casefile", "the case of who joins, by its reference", true },
	{ "with", "whose plan it is, by reference", false },
	{ "leave", "y: they leave it", false },
	{ NULL, NULL, false },
};
/* clang-format on */

const struct act act_make_plan = {
	.tag = ACT_MAKE_PLAN,
	.name = "make_plan",
	.title = "Plan made",
	.help = "Write down a support plan: its goals, in the person's words.",
	.lines = make_lines,
	.run = make,
};

const struct act act_review_plan = {
	.tag = ACT_REVIEW_PLAN,
	.name = "review_plan",
	.title = "Plan reviewed",
	.help = "Look at a plan again: its next version, or its end.",
	.lines = review_lines,
	.run = review,
};

const struct act act_join_plan = {
	.tag = ACT_JOIN_PLAN,
	.name = "join_plan",
	.verb = "make_plan",
	.title = "Joined a plan",
	.help = "Put a person into a family's or a group's plan, or out of it.",
	.lines = join_lines,
	.run = join,
};
