/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "hub/assess.h"
#include "hub/hub.h"
#include "hub/rules.h"
#include "model/record.h"

#include "hub/timeline_inside.h"

/* The lines of assessments and of what follows from them. */

void
line_need(struct gathering *g, const struct record *r)
{
	struct timeline_step *s =
	    line_add(g, r, record_text(r, NEED_ON), "hub", 'a');
	struct assess_scores scores;

	s->who = line_initials(g, record_link(r, NEED_WORKER));
	s->what = "needs scored";
	if (assess_scores_read(g->hub->needs, g->arena, r, &scores, NULL))
		return;
	s->what = arena_printf(g->arena, "needs scored, %s: total %d%s",
	    line_label(g, "need-point", record_text(r, NEED_POINT)),
	    scores.total, scores.refused ? ", some not said" : "");
}

void
line_risk(struct gathering *g, const struct record *r)
{
	struct timeline_step *s =
	    line_add(g, r, record_text(r, RISK_ON), "hub", '!');

	s->who = line_initials(g, record_link(r, RISK_WORKER));
	s->what = arena_printf(g->arena, "risk gone through (%s): %s%s%s",
	    line_label(g, "risk-tool", record_text(r, RISK_TOOL)),
	    line_label(g, "risk-grade", record_text(r, RISK_GRADE)),
	    *record_text(r, RISK_LOWERED) ? ", lowered" :
		*record_text(r, RISK_RAISED) ? ", by judgement" :
					       "",
	    record_flag(r, RISK_CONFERENCE) ? ", to conference" : "");
}

void
line_level(struct gathering *g, const struct record *r)
{
	const char *code = record_text(r, LEVEL_CATEGORY);
	const char *until = record_text(r, LEVEL_UNTIL);
	struct timeline_step *s =
	    line_add(g, r, record_text(r, LEVEL_FROM), "hub", 'E');

	s->who = line_initials(g, record_link(r, LEVEL_WORKER));
	s->what = arena_printf(g->arena, "enhanced rights: %s (%s)",
	    line_label(g, "enhanced", code), code);
	if (!*until)
		return;
	s = line_add(g, r, until, "hub", 'E');
	s->who = "";
	s->what = arena_printf(g->arena, "no longer: %s (%s)",
	    line_label(g, "enhanced", code), code);
}

void
line_conference(struct gathering *g, const struct record *r)
{
	const char *sort =
	    line_label(g, "conference", record_text(r, CONFERENCE_SORT));
	const char *on = record_text(r, CONFERENCE_ON);
	const char *state = record_text(r, CONFERENCE_STATE);
	struct timeline_step *s = line_add(
	    g, r, record_text(r, CONFERENCE_REFERRED), "hub", 'M');

	s->who = line_initials(g, record_link(r, CONFERENCE_WORKER));
	s->what = arena_printf(g->arena, "referred to %s%s", sort,
	    record_flag(r, CONFERENCE_REPEAT) ? ", repeat" : "");
	if (!*on)
		return;
	s = line_add(g, r, on, "hub", 'M');
	s->who = "";
	s->what = arena_printf(g->arena, "%s %s", sort,
	    line_label(g, "conference-state", state));
}

void
line_safeguarding(struct gathering *g, const struct record *r)
{
	const struct guard *guard = rules_guard_by(
	    g->hub->rules, record_text(r, SAFEGUARDING_SORT));
	const char *title =
	    guard ? guard->title : record_text(r, SAFEGUARDING_SORT);
	const char *closed = record_text(r, SAFEGUARDING_CLOSED);
	struct timeline_step *s = line_add(
	    g, r, record_text(r, SAFEGUARDING_OPENED), "hub", '!');

	s->who = line_initials(g, record_link(r, SAFEGUARDING_WORKER));
	s->what = arena_printf(g->arena, "safeguarding: %s", title);
	if (!*closed)
		return;
	s = line_add(g, r, closed, "hub", '.');
	s->who = "";
	s->what =
	    arena_printf(g->arena, "safeguarding, every step taken: %s", title);
}
