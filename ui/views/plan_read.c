/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"
#include "hub/hub.h"
#include "model/code.h"
#include "model/record.h"

#include "ui/views/plan.h"

/* ---- reading ---- */

static const struct record *
pick_case(const struct record_list *cases, uint64_t meant)
{
	const struct record *open = NULL;

	for (size_t i = 0; i < cases->n; i++) {
		const struct record *c = cases->at[i];

		if (c->id == meant)
			return c;
		if (open == NULL ||
		    strcmp(record_text(c, CASEFILE_STATUS), "closed") != 0)
			open = c;
	}
	return open;
}

static enum rc
read_person(struct hub *hub, struct arena *arena, struct subject *of,
    struct plan_page *p, struct fault *f)
{
	struct person_page page = { 0 };
	enum rc rc = hub_person_page(hub, arena, of->person, &page, f);

	if (rc)
		return rc;
	p->person = page.person;
	p->casefile =
	    (struct record *)pick_case(&page.casefiles, of->casefile);
	if (p->casefile == NULL)
		return fault_set(f, RC_MISSING, "they have no case yet");
	of->casefile = p->casefile->id;
	p->ref = record_text(p->person, PERSON_REF);
	p->name = words_name(arena, p->person);
	p->told = words_told(page.safety, page.person);
	return RC_OK;
}

/* Their own that is in force, or the one of the family they are in. */
static enum rc
read_plan(struct hub *hub, struct arena *arena, struct plan_page *p,
    struct fault *f)
{
	uint64_t shared = record_link(p->casefile, CASEFILE_PLAN);
	struct record_list members = { 0 };
	enum rc rc = hub_children(hub, arena, p->casefile->id, KIND_PLAN,
	    &p->versions, f);

	for (size_t i = 0; !rc && i < p->versions.n; i++)
		if (strcmp(record_text(p->versions.at[i], PLAN_STATE),
			"in-force") == 0)
			p->plan = p->versions.at[i];
	if (!rc && p->plan == NULL && shared != 0) {
		rc = hub_record(hub, arena, KIND_PLAN, shared, &p->plan, f);
		rc = rc == RC_MISSING ? RC_OK : rc;
	}
	if (rc || p->plan == NULL)
		return rc;
	rc = hub_children(hub, arena, p->plan->id, KIND_CASEFILE, &members, f);
	p->members = members.n;
	return rc;
}

static void
fill_row(struct hub *hub, struct arena *arena, const struct record *a,
    struct plan_row *row)
{
	const char *state = record_text(a, ACTION_STATE);
	char due[24];
	bool over = strcmp(state, "done") == 0 || strcmp(state, "dropped") == 0;

	row->action = a;
	row->what = record_text(a, ACTION_WHAT);
	row->who = record_text(a, ACTION_WHO);
	row->state = words_of(hub, arena, a, ACTION_STATE);
	row->result = record_text(a, ACTION_RESULT);
	words_due(hub_now(hub), record_text(a, ACTION_DUE), due);
	if (over)
		words_when(hub_now(hub), record_text(a, ACTION_DUE), due);
	row->due = arena_str(arena, due);
	row->role = over			? ROLE_DIM
		    : str_starts(due, "LATE") ? ROLE_WARN
						: ROLE_TEXT;
}

static enum rc
read_actions(struct hub *hub, struct arena *arena, struct plan_page *p,
    struct fault *f)
{
	struct record_list list = { 0 };
	enum rc rc = RC_OK;

	if (p->plan != NULL)
		rc = hub_children(
		    hub, arena, p->plan->id, KIND_ACTION, &list, f);
	p->rows = arena_get(arena, (list.n + 1) * sizeof(*p->rows));
	for (size_t i = 0; !rc && i < list.n; i++)
		fill_row(hub, arena, list.at[i], &p->rows[p->n++]);
	return rc;
}

static bool
is_on_it(const struct plan_page *p, const struct plan_idea *idea)
{
	for (size_t i = 0; i < p->n; i++)
		if (strcmp(p->rows[i].what, idea->what) == 0)
			return true;
	return false;
}

static void
take_ideas(struct hub *hub, struct plan_page *p)
{
	const struct plan_idea *all[32];
	size_t n = planbook_ideas(hub->planbook, p->casefile, p->person,
	    hub_now(hub), all, 32);

	for (size_t i = 0; i < n && p->n_ideas < PLAN_IDEAS; i++)
		if (!is_on_it(p, all[i]))
			p->ideas[p->n_ideas++] = all[i];
}

enum rc
plan_read(struct hub *hub, struct arena *arena, struct subject *of,
    struct plan_page *p, struct fault *f)
{
	enum rc rc;

	memset(p, 0, sizeof(*p));
	p->ref = p->name = "";
	if ((rc = read_person(hub, arena, of, p, f)) ||
	    (rc = read_plan(hub, arena, p, f)) ||
	    (rc = read_actions(hub, arena, p, f)) ||
	    (rc = hub_children(
		 hub, arena, of->casefile, KIND_ORDER, &p->orders, f)) ||
	    (rc = hub_children(
		 hub, arena, of->casefile, KIND_LOAN, &p->loans, f)))
		return rc;
	take_ideas(hub, p);
	return RC_OK;
}

/* ---- words ---- */

const char *
plan_aside(struct hub *hub, struct arena *arena, const struct plan_page *p)
{
	struct buf out = { 0 };
	const char *text;
	char due[24];

	for (size_t i = 0; i < p->loans.n; i++) {
		const struct record *l = p->loans.at[i];

		if (strcmp(record_text(l, LOAN_STATE), "lent") != 0)
			continue;
		words_due(hub_now(hub), record_text(l, LOAN_DUE), due);
		buf_printf(&out, "On loan: %s %s, back %s.  ",
		    words_of(hub, arena, l, LOAN_SORT),
		    record_text(l, LOAN_SERIAL),
		    due[0] != '\0' ? due : "when they like");
	}
	for (size_t i = 0; i < p->orders.n; i++)
		buf_printf(&out, "Home: %s, %s.  ",
		    words_of(hub, arena, p->orders.at[i], ORDER_ITEMS),
		    words_of(hub, arena, p->orders.at[i], ORDER_STATE));
	if (p->members > 0)
		buf_printf(&out, "%zu more in this plan.", p->members);
	text = arena_str(arena, buf_str(&out));
	buf_wipe(&out);
	return text;
}

const char *
plan_readout(struct hub *hub, struct arena *arena, const struct plan_page *p)
{
	struct buf out = { 0 };
	const char *text;

	buf_printf(&out, "W H A T   Y O U   W A N T\n\n    \"%s\"\n\n\n"
			 "W H A T   W E   A G R E E D\n\n",
	    record_text(p->plan, PLAN_GOAL));
	for (size_t i = 0; i < p->n; i++)
		buf_printf(&out, "  %zu   %s\n        %s, %s: %s%s%s\n\n",
		    i + 1, p->rows[i].what, p->rows[i].who, p->rows[i].due,
		    p->rows[i].state,
		    p->rows[i].result[0] != '\0' ? ", " : "",
		    p->rows[i].result);
	buf_printf(&out, "\nW E   L O O K   A G A I N\n\n    %s\n",
	    words_of(hub, arena, p->plan, PLAN_REVIEW));
	text = arena_str(arena, buf_str(&out));
	buf_wipe(&out);
	return text;
}

static void
say_version(struct hub *hub, struct arena *arena, const struct record *v,
    struct buf *out)
{
	const char *goals = words_of(hub, arena, v, PLAN_GOALS);
	const char *ended = words_of(hub, arena, v, PLAN_ENDED);
	const char *result = record_text(v, PLAN_RESULT);

	buf_printf(out, "Version %s, %s%s%s, %s\n    \"%s\"\n",
	    record_text(v, PLAN_VERSION), words_of(hub, arena, v, PLAN_ON),
	    ended[0] != '\0' ? " to " : "", ended,
	    words_of(hub, arena, v, PLAN_STATE), record_text(v, PLAN_GOAL));
	if (goals[0] != '\0')
		buf_printf(out, "    %s\n", goals);
	if (result[0] != '\0')
		buf_printf(out, "    Found: %s\n", result);
	buf_putc(out, '\n');
}

const char *
plan_history(struct hub *hub, struct arena *arena, const struct plan_page *p)
{
	struct buf out = { 0 };
	const char *text;

	for (size_t i = p->versions.n; i > 0; i--)
		say_version(hub, arena, p->versions.at[i - 1], &out);
	if (p->versions.n == 0)
		buf_puts(&out, "It is the plan of somebody they live with.");
	text = arena_str(arena, buf_str(&out));
	buf_wipe(&out);
	return text;
}
