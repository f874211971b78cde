/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/str.h"
#include "hub/fact.h"
#include "hub/hub.h"
#include "model/group.h"
#include "model/record.h"

#include "hub/assess.h"

/* The rows of a group field; none when it is empty. */
static enum rc
rows_of(struct arena *arena, const struct record *r, unsigned tag,
    struct group **g, struct fault *f)
{
	struct span value;

	*g = group_new(arena);
	if (!record_get(r, tag, &value))
		return RC_OK;
	return group_decode(arena, value, g, f);
}

static void
read_row(const struct needs *needs, const struct group_row *row,
    struct assess_scores *s)
{
	size_t i = needs_place(needs, group_text(row, SCORE_NEED));
	const char *points = group_text(row, SCORE_POINTS);

	if (i == needs_count(needs))
		return;
	s->note[i] = group_text(row, SCORE_NOTE);
	if (strcmp(group_text(row, SCORE_DECLINED), "y") == 0) {
		s->points[i] = SCORE_REFUSED;
		s->refused++;
	} else if (*points) {
		s->points[i] = atoi(points);
		s->answered++;
		s->total += s->points[i];
		s->marked += s->points[i] >= FACT_MARKED;
		if (s->points[i] > s->highest)
			s->highest = s->points[i];
	}
}

enum rc
assess_scores_read(const struct needs *needs, struct arena *arena,
    const struct record *r, struct assess_scores *out, struct fault *f)
{
	struct group *g;
	enum rc rc = rows_of(arena, r, NEED_SCORES, &g, f);

	*out = (struct assess_scores){ .r = r, .highest = -1 };
	for (size_t i = 0; i < NEEDS_MOST; i++) {
		out->points[i] = SCORE_UNSAID;
		out->note[i] = "";
	}
	for (size_t i = 0; !rc && i < g->n; i++)
		read_row(needs, &g->rows[i], out);
	return rc;
}

bool
assess_is_scored(const struct assess_scores *s)
{
	struct span value;

	return s->answered || s->refused ||
	    record_get(s->r, NEED_INDICATORS, &value);
}

enum rc
assess_needs(struct hub *hub, struct arena *arena, uint64_t casefile,
    struct assess_history *h, struct fault *f)
{
	struct record_list list = { 0 };
	enum rc rc =
	    hub_children(hub, arena, casefile, KIND_NEED, &list, f);

	h->n = 0;
	h->at = arena_get(arena, (list.n + 1) * sizeof(*h->at));
	for (size_t i = 0; !rc && i < list.n; i++) {
		rc = assess_scores_read(
		    hub->needs, arena, list.at[i], &h->at[h->n], f);
		h->n += assess_is_scored(&h->at[h->n]);
	}
	return rc;
}

const struct assess_scores *
assess_point(const struct assess_history *h, const char *point)
{
	for (size_t i = h->n; i > 0; i--)
		if (strcmp(record_text(h->at[i - 1].r, NEED_POINT), point) == 0)
			return &h->at[i - 1];
	return NULL;
}

const struct assess_scores *
assess_last(const struct assess_history *h)
{
	return h->n ? &h->at[h->n - 1] : NULL;
}

void
assess_distance(size_t n, const struct assess_scores *from,
    const struct assess_scores *to, struct assess_moved *m)
{
	*m = (struct assess_moved){ 0 };
	for (size_t i = 0; i < n && i < NEEDS_MOST; i++) {
		if (from->points[i] < 0 || to->points[i] < 0)
			continue;
		m->both[i] = true;
		m->by[i] = from->points[i] - to->points[i];
		m->total += m->by[i];
		m->answered++;
	}
}

enum rc
assess_answers(const struct tool *tool, struct arena *arena,
    const struct record *r, char *answers, struct fault *f)
{
	struct group *g;
	enum rc rc = rows_of(arena, r, RISK_ANSWERS, &g, f);

	memset(answers, 0, TOOL_QUESTIONS_MOST);
	for (size_t i = 0; !rc && i < g->n; i++) {
		size_t at = tool_question(
		    tool, group_text(&g->rows[i], ANSWER_QUESTION));

		if (at < tool->n)
			answers[at] =
			    group_text(&g->rows[i], ANSWER_GIVEN)[0];
	}
	return rc;
}

/* ---- in a few words ---- */

static const char *
brief_needs(const struct hub *hub, struct arena *arena,
    const struct assess_history *h)
{
	const struct assess_scores *last = assess_last(h);
	struct assess_moved m;

	if (!last)
		return "";
	if (h->n < 2)
		return arena_printf(arena, "%d", last->total);
	assess_distance(needs_count(hub->needs), &h->at[0], last, &m);
	if (!m.total)
		return arena_printf(arena, "%d, as at first", last->total);
	return arena_printf(arena, "%d, %d %s", last->total, abs(m.total),
	    m.total > 0 ? "better" : "worse");
}

static const char *
brief_risk(const struct hub *hub, struct arena *arena, const struct record *r)
{
	const struct tool *tool =
	    tool_by(hub->tools, record_text(r, RISK_TOOL));
	char *grade = arena_str(arena, record_text(r, RISK_GRADE));

	if (strcmp(grade, "high") == 0)
		str_upper(grade);
	if (!tool || !tool->n)
		return grade;
	return arena_printf(arena, "%s, %s %d", grade, tool->name,
	    (int)record_number(r, RISK_SCORE));
}

enum rc
assess_brief(struct hub *hub, struct arena *arena, uint64_t casefile,
    const char **needs, const char **risk, struct fault *f)
{
	struct record_list risks = { 0 };
	struct assess_history h;
	enum rc rc = assess_needs(hub, arena, casefile, &h, f);

	*needs = *risk = "";
	if (!rc)
		rc = hub_children(
		    hub, arena, casefile, KIND_RISK, &risks, f);
	if (rc)
		return rc;
	*needs = brief_needs(hub, arena, &h);
	if (risks.n)
		*risk = brief_risk(hub, arena, risks.at[risks.n - 1]);
	return RC_OK;
}
