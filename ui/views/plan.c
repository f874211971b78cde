/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

/*
 * The support plan (L6): their goal, what was agreed to do, by whom and when,
 * and what came of it. Below: the action under the cursor, and what is worth
 * doing for the needs they have, which a digit takes.
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"
#include "hub/hub.h"
#include "hub/slip.h"
#include "model/record.h"
#include "ui/parts/line.h"
#include "ui/parts/page.h"
#include "ui/parts/rows.h"
#include "ui/views/desk.h"
#include "ui/views/verbs.h"

#include "ui/views/plan.h"

struct plan {
	struct subject of;
	struct arena *arena;
	struct plan_page page;
	struct rows rows;
	bool read;
};

static const struct record *
action_here(const struct plan *s)
{
	return s->page.n > 0 ? s->page.rows[s->rows.at].action : NULL;
}

static void
say_all(struct view *v)
{
	struct plan *s = v->state;
	char position[32];

	if (s->page.plan != NULL)
		view_title(v, "Plan v%s  %s",
		    record_text(s->page.plan, PLAN_VERSION), s->page.ref);
	else
		view_title(v, "Plan  %s", s->page.ref);
	words_banner(v, desk_hub(), &s->page.told);
	rows_position(&s->rows, position);
	if (!s->read)
		view_hint(v, "This plan cannot be read.");
	else if (s->page.plan == NULL)
		view_hint(v, "No plan yet: n writes its goal, in their words.");
	else
		view_hint(v, "%s   n: type it, e.g.  door chain /locks 2w",
		    position);
	view_stale(v);
}

static void
read_page(struct view *v)
{
	struct plan *s = v->state;
	struct fault f = { 0 };

	arena_reset(s->arena);
	s->read = !plan_read(desk_hub(), s->arena, &s->of, &s->page, &f);
	if (!s->read) {
		say_fault(&f);
		memset(&s->page, 0, sizeof(s->page));
		s->page.ref = s->page.name = "";
	}
	rows_set(&s->rows, s->page.n,
	    s->rows.at < s->page.n ? s->rows.at
				   : (s->page.n > 0 ? s->page.n - 1 : 0));
	say_all(v);
}

static void
plan_open(struct view *v, void *arg)
{
	struct plan *s = v->state;

	s->of = *(const struct subject *)arg;
	s->arena = arena_new();
	read_page(v);
	desk_look(s->of.person, s->of.casefile);
}

static void
plan_close(struct view *v)
{
	struct plan *s = v->state;

	arena_free(s->arena);
	explicit_bzero(s, sizeof(*s));
}

/* ---- drawing ---- */

/* The columns of a row, for a width. */
struct widths {
	int what, who, due, state;
};

static struct widths
widths_for(int w)
{
	struct widths c = { .due = 12, .state = 9 };

	c.who = w >= 100 ? 24 : w >= 60 ? 15 : 0;
	c.what = w >= 60 ? (w - c.who - c.due - c.state) * 6 / 10
			 : w - c.due - 6;
	return c;
}

static void
draw_action(void *arg, WINDOW *win, int y, int x, int w, size_t i,
    enum role role)
{
	struct plan *s = arg;
	const struct plan_row *r = &s->page.rows[i];
	struct widths c = widths_for(w);
	enum role as = role == ROLE_TEXT ? r->role : role;

	draw_printf(win, y, x, 3, as, "%zu", i + 1);
	x += 3;
	w -= 3;
	draw_text(win, y, x, c.what - 1, as, r->what);
	x += c.what;
	w -= c.what;
	if (c.who > 0) {
		draw_text(win, y, x, c.who - 1, as, r->who);
		x += c.who;
		w -= c.who;
	}
	draw_text(win, y, x, c.due - 1, as, r->due);
	x += c.due;
	w -= c.due;
	draw_text(win, y, x, w < c.state ? w : c.state - 1, as, r->state);
	if (w > c.state + 4)
		draw_text(win, y, x + c.state, w - c.state, as, r->result);
}

static void
draw_head(WINDOW *win, int y, int x, int w)
{
	struct widths c = widths_for(w);

	draw_text(win, y, x, w, ROLE_LABEL, "#  Action");
	x += 3 + c.what;
	if (c.who > 0)
		draw_text(win, y, x, c.who, ROLE_LABEL, "Who");
	x += c.who;
	draw_text(win, y, x, c.due, ROLE_LABEL, "Due");
	draw_text(win, y, x + c.due, w - c.what - c.who - c.due - 3, ROLE_LABEL,
	    w >= 60 ? "State    Outcome" : "State");
}

/* The action under the cursor, in full; returns the rows used. */
static int
draw_detail(struct plan *s, WINDOW *win, struct rect at)
{
	const struct record *a = action_here(s);
	struct hub *hub = desk_hub();
	char text[768];

	if (a == NULL || at.h < 1)
		return 0;
	snprintf(text, sizeof(text), "%zu  %s: %s, %s%s%s%s%s%s%s",
	    s->rows.at + 1, record_text(a, ACTION_WHAT),
	    record_text(a, ACTION_WHO), s->page.rows[s->rows.at].state,
	    record_text(a, ACTION_EVERY)[0] != '\0' ? ", " : "",
	    words_of(hub, s->arena, a, ACTION_EVERY),
	    record_text(a, ACTION_TIMES)[0] != '\0' ? ", done so far " : "",
	    record_text(a, ACTION_TIMES),
	    record_text(a, ACTION_RESULT)[0] != '\0' ? ". " : "",
	    record_text(a, ACTION_RESULT));
	return draw_wrap(win, at, ROLE_TEXT, text, 0);
}

static int
draw_ideas(struct plan *s, WINDOW *win, struct rect at)
{
	int y = at.y;

	if (s->page.n_ideas == 0 || at.h < 2)
		return 0;
	draw_text(win, y++, at.x, at.w, ROLE_LABEL,
	    "Worth doing for these needs (a digit takes it)");
	for (size_t i = 0; i < s->page.n_ideas && y < at.y + at.h; i++)
		draw_printf(win, y++, at.x, at.w, ROLE_TEXT, "%zu %s", i + 1,
		    s->page.ideas[i]->what);
	return y - at.y;
}

static void
draw_foot(struct plan *s, WINDOW *win, struct rect at)
{
	struct hub *hub = desk_hub();
	const char *shared = record_text(s->page.plan, PLAN_SHARED);
	const char *aside = plan_aside(hub, s->arena, &s->page);
	int used, end = at.y + at.h;

	draw_rule(win, at.y++, at.x, at.w);
	at.h = end - at.y;
	used = draw_detail(s, win,
	    (struct rect){ at.y, at.x, at.h < 3 ? at.h : 3, at.w });
	at.y += used < 3 ? used : 3;
	if (at.y < end)
		draw_printf(win, at.y++, at.x, at.w, ROLE_TEXT,
		    "Review due %s.  Shared with: %s",
		    words_of(hub, s->arena, s->page.plan, PLAN_REVIEW),
		    shared[0] != '\0' ? shared : "nobody yet");
	if (aside[0] != '\0' && at.y < end)
		draw_text(win, at.y++, at.x, at.w, ROLE_TEXT, aside);
	draw_ideas(s, win, (struct rect){ at.y, at.x, end - at.y, at.w });
}

static void
draw_none(struct plan *s, WINDOW *win, int h, int w)
{
	draw_text(win, 0, 1, w - 2, ROLE_VALUE, s->page.name);
	draw_wrap(win, (struct rect){ 2, 1, 2, w - 2 }, ROLE_DIM,
	    "(no plan yet; n writes its goal, in their words)", 0);
	draw_ideas(s, win, (struct rect){ 4, 1, h - 4, w - 2 });
}

static void
plan_draw(struct view *v)
{
	struct plan *s = v->state;
	int h = getmaxy(v->win), w = getmaxx(v->win), at = 2;
	int foot = h >= 14 ? h / 2 : 0;
	int rows = h - 2 - foot;
	struct rows_doors doors = { .draw = draw_action, .arg = s };

	theme_clear(v->win);
	view_cursor(v, 0, 0, "plan");
	if (!s->read)
		return;
	if (s->page.plan == NULL) {
		draw_none(s, v->win, h, w);
		return;
	}
	if ((int)s->page.n < rows && foot > 0) {
		rows = s->page.n > 0 ? (int)s->page.n : 1;
		foot = h - 2 - rows;
	}
	draw_printf(v->win, 0, 1, w - 2, ROLE_VALUE,
	    "%s   Goal (in their words): \"%s\"", s->page.name,
	    record_text(s->page.plan, PLAN_GOAL));
	draw_head(v->win, 1, 2, w - 3);
	if (s->page.n == 0)
		draw_text(v->win, 2, 3, w - 4, ROLE_DIM,
		    "(nothing agreed yet; n types the first action)");
	rows_draw(&s->rows, v->win, (struct rect){ 2, 0, rows, w - 1 }, &doors,
	    &at);
	view_cursor(v, at, 0, "action");
	if (foot > 0)
		draw_foot(s, v->win, (struct rect){ h - foot, 1, foot, w - 2 });
}

/* ---- keys ---- */

static void
act_on(struct view *v, const char *act, const char *name, const char *value)
{
	struct plan *s = v->state;
	struct slip slip = { .arena = arena_new() };

	slip_set_id(&slip, "casefile", s->of.casefile);
	if (action_here(s) != NULL && strcmp(act, "move_action") == 0)
		slip_set_id(&slip, "action", action_here(s)->id);
	slip_set(&slip, name, value);
	if (desk_do(act, &slip, NULL))
		read_page(v);
	arena_free(slip.arena);
}

static bool
answer_new(void *arg, const char *text)
{
	struct view *v = arg;
	struct plan *s = v->state;
	size_t n = s->page.n;

	if (str_is_blank(text))
		return true;
	act_on(v, "add_action", "line", text);
	if (s->page.n > n)
		rows_set(&s->rows, s->page.n, s->page.n - 1);
	say_all(v);
	return true;
}

static void
ask_new(struct view *v)
{
	struct line_options o = { .tag = "action",
		.prompt = "New action",
		.max = 160,
		.answer = answer_new,
		.arg = v };

	line_ask(&o);
}

static bool
answer_due(void *arg, const char *text)
{
	act_on(arg, "move_action", "due", text);
	return true;
}

static void
ask_due(struct view *v)
{
	struct line_options o = { .tag = "due",
		.prompt = "Due when (2w, fri, 10 dec)",
		.max = 24,
		.answer = answer_due,
		.arg = v };

	line_ask(&o);
}

static void
take_idea(struct view *v, const struct plan_idea *idea)
{
	struct plan *s = v->state;
	struct slip slip = { .arena = arena_new() };

	slip_set_id(&slip, "casefile", s->of.casefile);
	slip_set(&slip, "what", idea->what);
	slip_set(&slip, "sort", idea->sort);
	slip_set(&slip, "need", idea->need);
	slip_set(&slip, "due", idea->due);
	slip_set(&slip, "who", idea->who);
	slip_set(&slip, "every", idea->every);
	if (desk_do("add_action", &slip, NULL))
		read_page(v);
	arena_free(slip.arena);
}

static void
open_form(struct plan *s, const char *form)
{
	const struct record *a = action_here(s);
	struct paper_of of = { .link = "action" };

	if (a == NULL)
		return;
	of.record = a->id;
	show_paper_of(form, &s->of, &of);
}

static void
show_text(const char *title, const char *text, bool popup)
{
	struct page_options page = { .title = title, .text = text,
		.popup = popup };

	page_open(&page);
}

/* What needs no plan, and what there is nothing for without one. */
static bool
act_bare(struct plan *s, enum action action)
{
	if (action != ACTION_NEW && action != ACTION_SEE_PLAN)
		return verbs_do(action, &s->of, 1);
	show_paper("plan", &s->of);
	return true;
}

static bool
plan_act(struct view *v, enum action action)
{
	struct plan *s = v->state;

	if (!s->read)
		return false;
	if (s->page.plan == NULL)
		return act_bare(s, action);
	switch (action) {
	case ACTION_NEW:
		ask_new(v);
		return true;
	case ACTION_OPEN:
	case ACTION_EDIT:
	case ACTION_OUTCOME:
		open_form(s, "action");
		return true;
	case ACTION_LATER:
		if (action_here(s) != NULL)
			ask_due(v);
		return true;
	case ACTION_DELETE:
		if (action_here(s) != NULL)
			act_on(v, "move_action", "state", "dropped");
		return true;
	case ACTION_OTHER_VIEW:
		show_text("Plan", plan_readout(desk_hub(), s->arena, &s->page),
		    false);
		return true;
	case ACTION_JOURNEY:
		show_text("Versions of the plan",
		    plan_history(desk_hub(), s->arena, &s->page), true);
		return true;
	case ACTION_SEE_PLAN:
		show_paper("plan-review", &s->of);
		return true;
	default:
		break;
	}
	if (!rows_act(&s->rows, action))
		return verbs_do(action, &s->of, 1);
	say_all(v);
	return true;
}

static bool
plan_type(struct view *v, const char *utf8)
{
	struct plan *s = v->state;
	size_t i = (size_t)(utf8[0] - '1');

	if (!s->read || s->page.plan == NULL || utf8[1] != '\0' ||
	    utf8[0] < '1' || utf8[0] > '9' || i >= s->page.n_ideas)
		return false;
	take_idea(v, s->page.ideas[i]);
	return true;
}

/* clang-format off */
static const enum action hints[] = {
	ACTION_NEW, ACTION_OPEN, ACTION_OUTCOME, ACTION_REFER, ACTION_LATER,
	ACTION_DELETE, ACTION_OTHER_VIEW, ACTION_JOURNEY, ACTION_SEE_PLAN,
	ACTION_BACK, ACTION_GOTO, ACTION_PALETTE, ACTION_HELP, ACTION_NONE
};
/* clang-format on */

static const struct view_ops view_plan = {
	.name = "plan",
	.title = "The support plan",
	.about = "What they want, in their words, and what was agreed to do. n "
		 "adds an action in one line; Enter or o says how it stands; p "
		 "reviews the plan, and the version before is kept; v turns it "
		 "into something to read out; j shows its versions. A digit "
		 "takes an idea that fits their needs.",
	.examples = "door chain /locks @Bolt Locks 2w\nkeep the diary *week",
	.size = sizeof(struct plan),
	.hints = hints,
	.open = plan_open,
	.draw = plan_draw,
	.act = plan_act,
	.type = plan_type,
	.news = read_page,
	.back = read_page,
	.close = plan_close,
};

void
show_plan(const struct subject *subject)
{
	struct subject copy = *subject;

	view_push(&view_plan, &copy);
}
