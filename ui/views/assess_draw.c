/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "hub/hub.h"
#include "hub/level.h"
#include "model/code.h"
#include "model/record.h"
#include "ui/frame/view.h"
#include "ui/parts/bar.h"
#include "ui/parts/entry.h"
#include "ui/views/desk.h"

#include "ui/views/assess.h"

#define FOOT 8    /* rows below the list */
#define NARROW 60 /* columns under which the list stands alone */

static const char *const titles[ASSESS_PARTS] = {
	[ASSESS_NEEDS] = "Needs",
	[ASSESS_RISK] = "Risk",
	[ASSESS_RIGHTS] = "Enhanced rights",
	[ASSESS_CHANGES] = "Cope and recover",
};

static const char *const scales[ASSESS_PARTS] = {
	[ASSESS_NEEDS] = "0 none to 5 crisis",
	[ASSESS_RISK] = "y yes  n no  u does not know",
	[ASSESS_RIGHTS] = "Enter gives one, with the reason",
	[ASSESS_CHANGES] = "b better  s same  w worse",
};

static void
draw_heading(const struct assess *s, WINDOW *win, struct rect at)
{
	const char *what = s->part == ASSESS_RISK && s->tool != NULL ?
			       s->tool->title :
			       titles[s->part];
	char when[24] = "";

	if (s->part == ASSESS_NEEDS && assess_last(&s->history) != NULL)
		words_at(desk_now(),
		    record_text(assess_last(&s->history)->r, NEED_ON), when);
	if (s->part == ASSESS_RISK && s->risk_last != NULL)
		words_at(
		    desk_now(), record_text(s->risk_last, RISK_ON), when);
	draw_printf(win, at.y, at.x, at.w, ROLE_LABEL,
	    "Part %d of %d  %s%s%.6s%s", s->part + 1, ASSESS_PARTS, what,
	    when[0] != '\0' ? "   last time " : "", when, "");
	draw_right(win, at.y, at.x, at.w, ROLE_DIM, scales[s->part]);
}

/* ---- one row ---- */

static const char *
way_of(int was, int now)
{
	if (was < 0 || now < 0)
		return "";
	return now > was ? "worse" : now < was ? "better" : "same";
}

static void
draw_last(WINDOW *win, int y, int x, int was)
{
	if (was >= 0)
		draw_printf(win, y, x, 6, ROLE_TEXT, "was %d", was);
	else if (was == SCORE_REFUSED)
		draw_text(win, y, x, 6, ROLE_DIM, "was -");
}

static void
draw_need(struct assess *s, WINDOW *win, int y, int x, int w, size_t i)
{
	const struct assess_scores *last = assess_last(&s->history);
	int top = needs_top(desk_hub()->needs), now, was;

	if (i == needs_count(desk_hub()->needs)) {
		draw_text(win, y, x, w, ROLE_DIM,
		    last != NULL ? "r review, e at the end" :
				   "the first time");
		return;
	}
	now = assess_points(s, i);
	was = last != NULL ? last->points[i] : SCORE_UNSAID;
	draw_last(win, y, x, was);
	if (now >= 0)
		bar_draw(win, y, x + 7, top, now, top);
	draw_text(win, y, x + 8 + top, 6,
	    strcmp(way_of(was, now), "worse") == 0 ? ROLE_WARN : ROLE_TEXT,
	    way_of(was, now));
}

static void
draw_answer(struct assess *s, WINDOW *win, int y, int x, int w, size_t i)
{
	const struct tool_question *q;
	char had;

	if (i == s->tool->n) {
		draw_text(win, y, x, w, ROLE_DIM, "s m h, only up; Ctrl-T why");
		return;
	}
	q = &s->tool->questions[i];
	had = s->answers_last[i];
	if (had != '\0')
		draw_printf(win, y, x, 6, ROLE_TEXT, "was %c", had);
	if (q->strong)
		draw_text(win, y, x + 7, 7, ROLE_WARN, "strong");
}

static void
draw_level(struct assess *s, WINDOW *win, int y, int x, int w,
    const char *code)
{
	bool open;
	const struct record *r = assess_level_of(s, code, &open);
	bool stands = record_has_code(s->casefile, CASEFILE_LEVEL_WHY, code);
	char when[24] = "";

	if (r == NULL) {
		draw_text(win, y, x, w, stands ? ROLE_VALUE : ROLE_DIM,
		    stands ? "holds" : "-");
		return;
	}
	words_at(desk_now(),
	    record_text(r, open ? LEVEL_FROM : LEVEL_UNTIL), when);
	draw_printf(win, y, x, w, open ? ROLE_VALUE : ROLE_DIM, "%s %s, %s %s",
	    open ? "since" : "until", when,
	    words_of(desk_hub(), s->read, r, LEVEL_HOW),
	    record_text(r, LEVEL_RULE));
}

/* What stands between the brackets. */
static void
draw_value(struct assess *s, WINDOW *win, int y, int x,
    const struct assess_row *row, bool here)
{
	const char *text = entry_text(s->entry, row->value);

	draw_printf(win, y, x, 3, here ? ROLE_FOCUS : ROLE_FIELD, "[%c]",
	    text[0] != '\0' ? text[0] :
		here	     ? '_' :
			       ' ');
}

static void
draw_row(struct assess *s, struct view *v, struct rect at, size_t i)
{
	struct assess_row row = assess_row(s, i);
	bool here = i == s->at[s->part];
	int label = at.w < NARROW ? at.w - 9 : 32;
	int x = at.x + 5 + label;

	draw_printf(v->win, at.y, at.x, 5, here ? ROLE_FOCUS : ROLE_TEXT,
	    "%s%3s", here ? ">" : " ", row.number);
	draw_text(v->win, at.y, at.x + 5, label,
	    assess_is_asked(s, i) ? ROLE_TEXT : ROLE_DIM, row.label);
	if (here)
		view_cursor(v, at.y, row.value != NULL ? x + 1 : at.x,
		    row.value != NULL ? "score" : "category");
	if (row.value != NULL)
		draw_value(s, v->win, at.y, x, &row, here);
	x += 4;
	if (at.w < NARROW)
		return;
	if (s->part == ASSESS_RIGHTS) {
		draw_level(s, v->win, at.y, x - 2, at.w - x + 2, row.number);
		return;
	}
	if (s->part == ASSESS_NEEDS)
		draw_need(s, v->win, at.y, x, at.w - x, i);
	else if (s->part == ASSESS_RISK)
		draw_answer(s, v->win, at.y, x, at.w - x, i);
	if (entry_text(s->entry, row.note)[0] != '\0')
		draw_printf(v->win, at.y, x + 20, at.w - x - 20, ROLE_VALUE,
		    "\"%s\"", entry_text(s->entry, row.note));
}

static void
draw_list(struct assess *s, struct view *v, struct rect at)
{
	size_t n = assess_rows(s), room = at.h > 0 ? (size_t)at.h : 0;
	size_t from = 0, here = s->at[s->part];

	if (room > 0 && here >= room)
		from = here - room + 1;
	for (size_t i = from; i < n && i - from < room; i++)
		draw_row(s, v,
		    (struct rect){ at.y + (int)(i - from), at.x, 1, at.w }, i);
}

/* ---- below the list ---- */

static const char *
note_of(const char *note)
{
	return note != NULL && note[0] != '\0' ? note : "(nothing was noted)";
}

static void
foot_needs(struct assess *s, WINDOW *win, struct rect at)
{
	const struct needs_ask *ask =
	    needs_nth(desk_hub()->needs, s->at[ASSESS_NEEDS]);
	const struct assess_scores *last = assess_last(&s->history);

	if (ask == NULL) {
		draw_text(win, at.y, at.x, at.w, ROLE_VALUE,
		    "Ask: \"What do you want to be able to do again?\"  "
		    "Ctrl-T writes it down as their goal.");
		return;
	}
	draw_printf(win, at.y, at.x, at.w, ROLE_VALUE, "Ask: \"%s\"",
	    ask->ask);
	draw_printf(win, at.y + 1, at.x, at.w, ROLE_TEXT, "Hints: %s.",
	    ask->hints != NULL ? ask->hints : "none");
	if (last != NULL && last->answered > 0)
		draw_printf(win, at.y + 2, at.x, at.w, ROLE_DIM,
		    "Last time: %s", note_of(last->note[s->at[ASSESS_NEEDS]]));
}

static void
foot_risk(struct assess *s, WINDOW *win, struct rect at)
{
	const struct tool *t = s->tool;
	size_t i = s->at[ASSESS_RISK];
	const struct tool_question *q = i < t->n ? &t->questions[i] : NULL;
	int y = at.y;

	if (i == 0 && t->before != NULL)
		for (size_t k = 0; t->before[k] != NULL && k < 3; k++)
			draw_printf(win, y++, at.x, at.w, ROLE_VALUE,
			    "First: %s", t->before[k]);
	else if (q != NULL && q->wording != NULL)
		draw_printf(
		    win, y, at.x, at.w, ROLE_VALUE, "Ask: \"%s\"", q->wording);
	else if (q != NULL)
		draw_printf(win, y, at.x, at.w, ROLE_DIM,
		    "Ask in the licensed words (data/risk/%s.cfg): %s.",
		    t->name, q->label);
	else
		draw_text(win, y, at.x, at.w, ROLE_VALUE,
		    "Judgement may raise the grade, with a reason, and never "
		    "lowers it.");
	if (i > 0 && q != NULL && q->hint != NULL)
		draw_printf(win, y + 1, at.x, at.w, ROLE_TEXT, "Hint: %s",
		    q->hint);
}

static void
foot_rights(struct assess *s, WINDOW *win, struct rect at)
{
	const char *code = assess_row(s, s->at[ASSESS_RIGHTS]).number;
	bool open;
	const struct record *r = assess_level_of(s, code, &open);

	if (r == NULL) {
		draw_text(win, at.y, at.x, at.w, ROLE_DIM,
		    "No rule finds it. Enter gives it, with a reason.");
		return;
	}
	draw_printf(win, at.y, at.x, at.w, ROLE_VALUE, "Evidence: %s",
	    record_text(r, LEVEL_EVIDENCE));
	draw_printf(win, at.y + 1, at.x, at.w, ROLE_TEXT,
	    "Decided by %s. %s%s",
	    words_worker(desk_hub(), s->read, record_link(r, LEVEL_WORKER)),
	    record_text(r, LEVEL_REASON), record_text(r, LEVEL_ENDED));
}

static void
draw_foot(struct assess *s, WINDOW *win, struct rect at)
{
	if (s->part == ASSESS_NEEDS)
		foot_needs(s, win, at);
	else if (s->part == ASSESS_RISK && s->tool != NULL)
		foot_risk(s, win, at);
	else if (s->part == ASSESS_RIGHTS)
		foot_rights(s, win, at);
	else
		draw_text(win, at.y, at.x, at.w, ROLE_VALUE,
		    "Ask: \"Since we first spoke, is that better, the same, or "
		    "worse?\"");
	draw_rule(win, at.y + 3, at.x, at.w);
	draw_text(win, at.y + 4, at.x, at.w, ROLE_TEXT, s->so_far);
	draw_wrap(win, (struct rect){ at.y + 5, at.x, at.h - 5, at.w },
	    ROLE_VALUE, s->suggests, 0);
}

void
assess_draw(struct view *v)
{
	struct assess *s = v->state;
	int h = getmaxy(v->win), w = getmaxx(v->win);
	struct rect all = { 0, 1, h, w - 2 };
	int foot = h > FOOT + 4 && w >= NARROW ? FOOT : 2;
	int list;

	theme_clear(v->win);
	if (!s->ready)
		return;
	draw_heading(s, v->win, all);
	list = h - 1 - foot;
	if (list > (int)assess_rows(s))
		list = (int)assess_rows(s);
	draw_list(s, v, (struct rect){ 1, 0, list, w - 1 });
	if (foot == FOOT) {
		draw_rule(v->win, 1 + list, 1, w - 2);
		draw_foot(s, v->win,
		    (struct rect){ 2 + list, 1, h - 2 - list, w - 2 });
	} else {
		draw_text(v->win, h - 1, 1, w - 2, ROLE_TEXT, s->so_far);
	}
}
