/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "base/arena.h"
#include "hub/hub.h"
#include "model/record.h"

#include "hub/timeline_inside.h"

/*
 * The lines of what goes on beside the court: statements, reviews, the contact
 * scheme, expenses, compensation, restorative justice.
 */

/* What each kind of record beside the court says in a line: the list of its
 * sort, where its day stands, the list of what came of it. */
/* clang-format off */
static const struct beside {
	unsigned kind, sort, on, second, state;
	const char *sort_list, *state_list, *who;
	char letter;
} besides[] = {
	{ KIND_STATEMENT, STATEMENT_SORT, STATEMENT_OFFERED, 0,
	  STATEMENT_CHOICE, "statement", "statement-choice", "victim", 'P' },
	{ KIND_DECISION, DECISION_SORT, DECISION_RESULT_ON, DECISION_ASKED,
	  DECISION_STATE, "decision", "decision-state", "court", 'D' },
	{ KIND_SCHEME, SCHEME_SORT, SCHEME_ANSWERED, SCHEME_REFERRED,
	  SCHEME_STATE, "scheme", "scheme-state", "probation", 'V' },
	{ KIND_EXPENSE, EXPENSE_SORT, EXPENSE_PAID, EXPENSE_SENT,
	  EXPENSE_STATE, "expense", "expense-state", "cps", 'E' },
	{ KIND_COMPENSATION, COMPENSATION_SORT, COMPENSATION_DECIDED,
	  COMPENSATION_APPLIED, COMPENSATION_STATE, "compensation",
	  "claim-state", "victim", 'M' },
	{ KIND_RESTORATIVE, 0, RESTORATIVE_ANSWERED, RESTORATIVE_OFFERED,
	  RESTORATIVE_STATE, NULL, "restorative", "victim", 'J' },
};
/* clang-format on */

static const struct beside *
beside_of(const struct record *r)
{
	const struct beside *b = besides;

	while (b->kind != r->kind->tag)
		b++;
	return b;
}

/* A decision that was only opened stands on the day it was made. */
static const char *
beside_day(const struct beside *b, const struct record *r)
{
	const char *on = record_text(r, b->on);

	if (!*on && b->second)
		on = record_text(r, b->second);
	if (!*on && b->kind == KIND_DECISION)
		on = record_text(r, DECISION_MADE);
	return on;
}

void
line_beside(struct gathering *g, const struct record *r)
{
	const struct beside *b = beside_of(r);
	const char *on = beside_day(b, r), *result = "";
	struct timeline_step *s;

	if (!*on)
		return;
	s = line_add(g, r, on, "service", b->letter);
	if (b->kind == KIND_DECISION)
		result = line_label(g, "decision-result",
		    record_text(r, DECISION_RESULT));
	s->who = b->who;
	s->what = arena_printf(g->arena, "%s: %s%s%s",
	    b->sort_list ? line_label(g, b->sort_list,
			       record_text(r, b->sort)) :
			   r->kind->title,
	    line_label(g, b->state_list, record_text(r, b->state)),
	    *result ? ", " : "", result);
}
