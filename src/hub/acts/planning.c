/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/arena.h"
#include "base/str.h"
#include "hub/acts/tasks.h"
#include "hub/hub.h"
#include "hub/planbook.h"
#include "hub/slip.h"
#include "model/code.h"
#include "model/group.h"

#include "hub/acts/planning.h"

enum { GOAL_NEED = 1, GOAL_WORDS = 2 };

enum rc
plan_in_force(struct doing *d, const struct record *casefile, uint64_t *id,
    struct fault *f)
{
	uint64_t *ids;
	struct record *plan;
	size_t n;
	enum rc rc = doing_children(d, casefile->id, KIND_PLAN, &ids, &n, f);

	*id = 0;
	for (size_t i = n; i-- > 0 && !rc && !*id;) {
		rc = doing_peek(d, KIND_PLAN, ids[i], &plan, f);
		if (plan && strcmp(record_text(plan, PLAN_STATE), "in-force") ==
				0)
			*id = ids[i];
	}
	if (!rc && !*id)
		*id = record_link(casefile, CASEFILE_PLAN);
	return rc;
}

enum rc
plan_of(struct doing *d, const struct record *casefile, struct record **plan,
    struct fault *f)
{
	uint64_t id;
	enum rc rc = plan_in_force(d, casefile, &id, f);

	if (rc)
		return rc;
	if (!id)
		return fault_set(f, RC_UNLAWFUL,
		    "there is no plan yet; write the goal first, in their "
		    "words (make_plan)");
	return doing_open(d, KIND_PLAN, id, plan, f);
}

/* ---- goals by need ---- */

static struct group *
goals_of(struct doing *d, const struct record *plan)
{
	struct group *g;
	struct span value;

	if (!record_get(plan, PLAN_GOALS, &value) ||
	    group_decode(d->arena, value, &g, NULL))
		g = group_new(d->arena);
	return g;
}

static struct group_row *
goal_row(struct group *g, const char *need)
{
	struct group_row *row;

	for (size_t i = 0; i < g->n; i++)
		if (strcmp(group_text(&g->rows[i], GOAL_NEED), need) == 0)
			return &g->rows[i];
	row = group_add(g);
	group_set(g, row, GOAL_NEED, span_str(need));
	return row;
}

enum rc
plan_goals(struct doing *d, struct record *plan, struct fault *f)
{
	struct group *g = goals_of(d, plan);
	struct buf value = { 0 };

	for (size_t i = 0; i < d->slip->n; i++) {
		const struct slip_line *line = &d->slip->lines[i];
		const char *need;

		if (!str_starts(line->name, "goal.") || str_is_blank(line->text))
			continue;
		need = line->name + strlen("goal.");
		if (!code_by(d->hub->codes, "need", need))
			return fault_set(f, RC_INVALID,
			    "%s: there is no need \"%s\"", line->name, need);
		group_set(g, goal_row(g, need), GOAL_WORDS,
		    str_trimmed(span_str(line->text)));
	}
	if (g->n) {
		group_encode(g, &value);
		record_set(plan, PLAN_GOALS, buf_window(&value));
		buf_wipe(&value);
	}
	return RC_OK;
}

/* ---- looking again ---- */

enum rc
plan_due_review(struct doing *d, const struct record *casefile,
    struct record *plan, struct fault *f)
{
	const char *typed = slip_text(d->slip, "review");
	enum rc rc;

	if (str_is_blank(typed))
		typed = planbook_review(d->hub->planbook);
	if ((rc = doing_set(d, plan, PLAN_REVIEW, typed, f)) ||
	    (rc = task_end(d, casefile, "plan", NULL, f)))
		return rc;
	return task_make(d, casefile, "plan", record_text(plan, PLAN_REVIEW),
	    NULL, f);
}
