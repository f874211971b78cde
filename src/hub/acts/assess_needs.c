/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"
#include "hub/acts/acts.h"
#include "hub/acts/facts.h"
#include "hub/acts/tasks.h"
#include "hub/assess.h"
#include "hub/hub.h"
#include "hub/slip.h"
#include "model/code.h"
#include "model/group.h"

/*
 * The needs, scored with somebody: 0 no need to the crisis at the top of the
 * scale, "-" asked and did not wish to say, "=" as it was last time. The first
 * time is what all later ones are measured against; each is kept.
 */

struct scoring {
	struct doing *d;
	struct record *casefile, *r;
	struct assess_scores last;
	bool again; /* there is an assessment before this one */
	int answered, refused, highest, total;
};

/* ---- what was before ---- */

static enum rc
find_last(struct scoring *s, struct fault *f)
{
	struct record *r;
	uint64_t *ids;
	size_t n;
	enum rc rc =
	    doing_children(s->d, s->casefile->id, KIND_NEED, &ids, &n, f);

	for (; !rc && n > 0 && !s->again; n--) {
		rc = doing_peek(s->d, KIND_NEED, ids[n - 1], &r, f);
		if (!rc && r)
			rc = assess_scores_read(s->d->hub->needs,
			    s->d->arena, r, &s->last, f);
		s->again = !rc && r && assess_is_scored(&s->last);
	}
	return rc;
}

static enum rc
set_point(struct scoring *s, struct fault *f)
{
	const char *said = slip_text(s->d->slip, "point");
	enum rc rc;

	if (str_is_blank(said)) {
		record_set_text(
		    s->r, NEED_POINT, s->again ? "review" : "first");
		return RC_OK;
	}
	if (!code_by(s->d->hub->codes, "need-point", said))
		return fault_set(f, RC_INVALID,
		    "point: first, review or end, not \"%s\"", said);
	if ((rc = doing_set(s->d, s->r, NEED_POINT, said, f)))
		return rc;
	if (s->again == (strcmp(said, "first") == 0))
		return fault_set(f, RC_UNLAWFUL,
		    s->again ? "the first assessment stands already; this one "
			       "is a review, or at the end" :
			       "the needs were never scored on this case: this "
			       "is the first time");
	return RC_OK;
}

/* ---- the scores ---- */

/* One score as it was typed; SCORE_UNSAID when it was not asked. */
static enum rc
read_score(struct scoring *s, size_t i, const char *text, int *points,
    struct fault *f)
{
	const struct needs *needs = s->d->hub->needs;
	const char *code = needs_nth(needs, i)->code;

	*points = SCORE_UNSAID;
	if (str_is_blank(text) || strcmp(text, ".") == 0)
		return RC_OK;
	if (strcmp(text, "-") == 0) {
		*points = SCORE_REFUSED;
		return RC_OK;
	}
	if (strcmp(text, "=") == 0) {
		if (s->again)
			*points = s->last.points[i];
		return *points != SCORE_UNSAID ?
			   RC_OK :
			   fault_set(f, RC_INVALID,
			       "score.%s: there is no score before this one to "
			       "repeat",
			       code);
	}
	if (text[1] == '\0' && text[0] >= '0' &&
	    text[0] <= '0' + needs_top(needs)) {
		*points = text[0] - '0';
		return RC_OK;
	}
	return fault_set(f, RC_INVALID,
	    "score.%s: 0 to %d, - did not wish to say, = as last time", code,
	    needs_top(needs));
}

/* The score of one need: a line of its own, or its place among `scores`. */
static const char *
said_of(struct scoring *s, size_t i, char room[2])
{
	const char *all = slip_text(s->d->slip, "scores");
	const char *own = slip_text(s->d->slip,
	    arena_printf(s->d->arena, "score.%s",
		needs_nth(s->d->hub->needs, i)->code));

	room[0] = room[1] = '\0';
	if (*own)
		return own;
	if (i < strlen(all))
		room[0] = all[i];
	return room;
}

static void
add_row(struct scoring *s, struct group *g, size_t i, int points,
    const char *note)
{
	struct group_row *row = group_add(g);

	group_set_text(
	    g, row, SCORE_NEED, needs_nth(s->d->hub->needs, i)->code);
	if (points >= 0)
		group_set_text(g, row, SCORE_POINTS,
		    arena_printf(s->d->arena, "%d", points));
	if (!str_is_blank(note))
		group_set_text(g, row, SCORE_NOTE, note);
	if (points == SCORE_REFUSED)
		group_set_text(g, row, SCORE_DECLINED, "y");
	if (points < 0) {
		s->refused += points == SCORE_REFUSED;
		return;
	}
	s->answered++;
	s->total += points;
	if (points > s->highest)
		s->highest = points;
}

static enum rc
check_scores_line(struct scoring *s, struct fault *f)
{
	size_t n = needs_count(s->d->hub->needs);

	if (strlen(slip_text(s->d->slip, "scores")) <= n)
		return RC_OK;
	return fault_set(f, RC_INVALID,
	    "scores: there are %zu needs, one sign for each", n);
}

static enum rc
set_scores(struct scoring *s, struct fault *f)
{
	const struct needs *needs = s->d->hub->needs;
	struct group *g = group_new(s->d->arena);
	struct buf value = { 0 };
	char room[2];
	enum rc rc = check_scores_line(s, f);

	s->highest = -1;
	for (size_t i = 0; i < needs_count(needs) && !rc; i++) {
		const char *note = slip_text(s->d->slip,
		    arena_printf(s->d->arena, "note.%s",
			needs_nth(needs, i)->code));
		int points;

		rc = read_score(s, i, said_of(s, i, room), &points, f);
		if (!rc && (points != SCORE_UNSAID || !str_is_blank(note)))
			add_row(s, g, i, points, note);
	}
	if (rc)
		return rc;
	group_encode(g, &value);
	record_set(s->r, NEED_SCORES, buf_window(&value));
	buf_wipe(&value);
	return RC_OK;
}

/* ---- the indicators ---- */

static enum rc
add_indicator(struct scoring *s, struct group *g, const char *code,
    struct fault *f)
{
	const struct code *best[1];
	const char *said = slip_text(s->d->slip,
	    arena_printf(s->d->arena, "indicator.%s", code));
	const char *note = slip_text(s->d->slip,
	    arena_printf(s->d->arena, "indicator-note.%s", code));
	struct group_row *row;

	if (str_is_blank(said))
		return RC_OK;
	best[0] = NULL;
	if (strcmp(said, "-") != 0 &&
	    !code_match(s->d->hub->codes, "change", said, best, 1))
		return fault_set(f, RC_INVALID,
		    "indicator.%s: better, same, worse, or - for did not say",
		    code);
	row = group_add(g);
	group_set_text(g, row, INDICATOR_CODE, code);
	group_set_text(
	    g, row, INDICATOR_CHANGE, best[0] ? best[0]->code : NULL);
	if (!str_is_blank(note))
		group_set_text(g, row, INDICATOR_NOTE, note);
	return RC_OK;
}

static enum rc
set_indicators(struct scoring *s, size_t *n, struct fault *f)
{
	const struct code_list *list =
	    code_list(s->d->hub->codes, "indicator");
	struct group *g = group_new(s->d->arena);
	struct buf value = { 0 };
	enum rc rc = RC_OK;

	for (size_t i = 0; list && i < list->n && !rc; i++)
		rc = add_indicator(s, g, list->codes[i].code, f);
	*n = g->n;
	if (rc || !g->n)
		return rc;
	group_encode(g, &value);
	record_set(s->r, NEED_INDICATORS, buf_window(&value));
	buf_wipe(&value);
	return RC_OK;
}

/* ---- what comes next ---- */

static enum rc
set_next(struct scoring *s, struct fault *f)
{
	const char *said = slip_text(s->d->slip, "next");
	int days = needs_review_days(s->d->hub->needs, s->highest);
	char iso[24];
	enum rc rc;

	if (!str_is_blank(said))
		return doing_set(s->d, s->r, NEED_NEXT, said, f);
	if (strcmp(record_text(s->r, NEED_POINT), "end") == 0 || !days)
		return RC_OK;
	if (!(rc = task_in(s->d, days, "day", iso, f)))
		record_set_text(s->r, NEED_NEXT, iso);
	return rc;
}

static enum rc
promise_next(struct scoring *s, struct fault *f)
{
	const char *next = record_text(s->r, NEED_NEXT);
	enum rc rc = task_end(s->d, s->casefile, "needs", NULL, f);

	if (rc || !*next)
		return rc;
	if (!*record_text(s->casefile, CASEFILE_NEXT_DUE)) {
		record_set_text(s->casefile, CASEFILE_NEXT_DUE, next);
		record_set_text(
		    s->casefile, CASEFILE_NEXT_WHAT, "score the needs again");
	}
	return task_once(s->d, s->casefile, "needs", next,
	    "Score the needs again.", NULL, f);
}

/* What they want help with, when that was never asked: what they scored. */
static void
set_letters(struct scoring *s)
{
	const struct needs *needs = s->d->hub->needs;
	struct assess_scores now;

	if (*record_text(s->casefile, CASEFILE_NEEDS) || !s->answered ||
	    assess_scores_read(needs, s->d->arena, s->r, &now, NULL))
		return;
	for (size_t i = 0; i < needs_count(needs); i++)
		if (now.points[i] > 0)
			facts_add_code(s->casefile, CASEFILE_NEEDS,
			    needs_nth(needs, i)->code);
	if (!*record_text(s->casefile, CASEFILE_NEEDS))
		record_set_text(s->casefile, CASEFILE_NEEDS, "-");
}

static void
say_done(struct scoring *s)
{
	const struct needs *needs = s->d->hub->needs;
	struct assess_scores now;
	struct assess_moved m = { 0 };
	struct buf next = { 0 };
	struct span due;

	if (s->again &&
	    !assess_scores_read(needs, s->d->arena, s->r, &now, NULL))
		assess_distance(needs_count(needs), &s->last, &now, &m);
	if (record_get(s->r, NEED_NEXT, &due))
		value_show(kind_field_by_tag(s->r->kind, NEED_NEXT), due,
		    &s->d->ctx, &next);
	doing_say(s->d, "Saved: %d of %zu scored, total %d%s%s.%s%s%s",
	    s->answered, needs_count(needs), s->total,
	    !m.answered	  ? "" :
		m.total > 0 ? ", better by " :
		m.total < 0 ? ", worse by " :
			      ", as last time",
	    m.total ? arena_printf(s->d->arena, "%d", abs(m.total)) : "",
	    next.len ? " Again on " : "", next.len ? buf_str(&next) : "",
	    next.len ? "." : "");
	buf_release(&next);
}

static enum rc
make(struct scoring *s, struct fault *f)
{
	char now[24];
	enum rc rc = doing_make(s->d, KIND_NEED,
	    record_link(s->casefile, CASEFILE_PERSON), 0, &s->r, f);

	if (rc)
		return rc;
	doing_now(s->d, now);
	record_set_link(s->r, NEED_CASEFILE, s->casefile->id);
	record_set_text(s->r, NEED_ON, now);
	record_set_link(s->r, NEED_WORKER, s->d->hub->me.id);
	return doing_set(
	    s->d, s->r, NEED_GOAL, slip_text(s->d->slip, "goal"), f);
}

static enum rc
run(struct doing *d, struct fault *f)
{
	struct scoring s = { .d = d };
	size_t indicators;
	enum rc rc = doing_casefile(d, &s.casefile, f);

	if (rc || (rc = find_last(&s, f)) || (rc = make(&s, f)) ||
	    (rc = set_point(&s, f)) || (rc = set_scores(&s, f)) ||
	    (rc = set_indicators(&s, &indicators, f)))
		return rc;
	if (!s.answered && !s.refused && !indicators)
		return fault_set(f, RC_INVALID,
		    "nothing was scored yet: score.h=3, or scores=3-20===0");
	if ((rc = set_next(&s, f)) || (rc = promise_next(&s, f)))
		return rc;
	set_letters(&s);
	if ((rc = facts_changed(d, s.casefile, f)))
		return rc;
	d->done->made = s.r->id;
	d->done->casefile = s.casefile->id;
	d->done->person = record_link(s.casefile, CASEFILE_PERSON);
	say_done(&s);
	return RC_OK;
}

static const struct act_line lines[] = {
	{ "casefile", "which case, by its reference", true },
	{ "score.*", "0 to 5, - did not say, = as last time; .h .a .f .e .d "
		     ".b .o .s", false },
	{ "scores", "all of them at once, in that order: 34-0=120", false },
	{ "note.*", "in their words, for each", false },
	{ "indicator.*", "better, same, worse or -; .O1 to .O8", false },
	{ "indicator-note.*", "in their words, for each", false },
	{ "goal", "what they want to be able to do", false },
	{ "point", "first, review or end; worked out if unsaid", false },
	{ "next", "when to score again; by rule if unsaid", false },
	{ NULL, NULL, false },
};

const struct act act_assess_needs = {
	.tag = ACT_ASSESS_NEEDS,
	.name = "assess_needs",
	.title = "Needs scored",
	.help = "Score the eight needs with somebody, and say when to score "
		"them again.",
	.lines = lines,
	.run = run,
};
