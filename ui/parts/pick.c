/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "ui/frame/frame.h"
#include "ui/parts/edit.h"
#include "ui/parts/pick.h"
#include "ui/parts/rows.h"

#define FOUND_MOST 64
#define ROWS 8
#define WIDE 78

struct pick {
	struct pick_options o;
	struct edit line;
	struct rows rows;
	struct pick_row found[FOUND_MOST];
	size_t total;
};

static void
find(struct pick *s)
{
	size_t n;

	s->total = s->o.doors.match(s->o.doors.arg, edit_text(&s->line),
	    s->found, FOUND_MOST);
	n = s->total < FOUND_MOST ? s->total : FOUND_MOST;
	rows_set(&s->rows, n, 0);
}

static void
pick_opened(struct view *v, void *arg)
{
	struct pick *s = v->state;

	s->o = *(const struct pick_options *)arg;
	s->line.max = 200;
	if (s->o.typed)
		edit_load(&s->line, s->o.typed);
	find(s);
}

static struct rect
pick_place(const struct view *v, int h, int w)
{
	const struct pick *s = v->state;
	int rows = s->o.rows ? s->o.rows : ROWS;
	struct rect at = { s->o.y, s->o.x, rows + 4, s->o.w };

	if (!at.w) {
		at.w = w < WIDE + 2 ? w - 2 : WIDE;
		at.x = (w - at.w) / 2;
		/* Below the banner: how it is safe to call stays in sight. */
		at.y = h > 30 ? h / 6 : 2;
	}
	return at;
}

static void
pick_draw_row(void *arg, WINDOW *win, int y, int x, int w, size_t i,
    enum role role)
{
	const struct pick *s = arg;
	const struct pick_row *r = &s->found[i];
	int right = draw_width(r->right);

	if (right + 12 > w)
		right = 0;
	draw_text(win, y, x, w - right - (right ? 2 : 0),
	    role == ROLE_TEXT ? r->role : role, r->text);
	if (right)
		draw_right(win, y, x + w - right, right,
		    role == ROLE_TEXT ? ROLE_DIM : role, r->right);
}

static void
pick_draw(struct view *v)
{
	struct pick *s = v->state;
	struct rect all = { 0, 0, getmaxy(v->win), getmaxx(v->win) };
	struct rect in = draw_inside(all);
	struct rows_doors doors = { .draw = pick_draw_row, .arg = s };
	char title[96], count[40];
	int x, y;

	snprintf(title, sizeof(title), "%s", s->o.title);
	draw_box(v->win, all, title);
	snprintf(count, sizeof(count), " %zu of %zu ",
	    s->rows.n ? s->rows.at + 1 : 0, s->total);
	draw_right(v->win, all.h - 1, 2, all.w - 4, ROLE_DIM, count);
	draw_text(v->win, in.y, in.x + 1, 2, ROLE_VALUE, "> ");
	x = edit_draw(&s->line, v->win, in.y, in.x + 3, in.w - 4, ROLE_FIELD);
	rows_draw(&s->rows, v->win,
	    (struct rect){ in.y + 1, in.x + 1, in.h - 2, in.w - 2 }, &doors,
	    &y);
	if (!s->rows.n)
		draw_text(v->win, in.y + 1, in.x + 3, in.w - 4, ROLE_DIM,
		    "(nothing matches)");
	draw_text(v->win, in.y + in.h - 1, in.x + 1, in.w - 2, ROLE_LABEL,
	    s->o.hint ? s->o.hint
		      : "Enter take  Tab complete  Down/Up choose  Ctrl-G "
			"close");
	view_cursor(v, in.y, x, "pick");
}

static void
choose(struct view *v)
{
	struct pick *s = v->state;
	struct pick_doors doors = s->o.doors;
	char *typed = mem_str(edit_text(&s->line));
	struct pick_row row;
	bool any = s->rows.n > 0;

	if (any)
		row = s->found[s->rows.at];
	view_pop();
	doors.chosen(doors.arg, typed, any ? &row : NULL);
	explicit_bzero(typed, strlen(typed));
	free(typed);
}

static void
complete(struct pick *s)
{
	const struct pick_row *r = &s->found[s->rows.at];

	if (!s->rows.n)
		return;
	edit_set(&s->line, s->o.doors.complete
			       ? s->o.doors.complete(s->o.doors.arg, r)
			       : r->code);
	find(s);
}

static bool
pick_act(struct view *v, enum action a)
{
	struct pick *s = v->state;
	struct pick_doors doors = s->o.doors;
	unsigned before = s->line.changes;

	switch (a) {
	case ACTION_ACCEPT:
		choose(v);
		return true;
	case ACTION_NEXT:
		complete(s);
		return true;
	case ACTION_BACK:
		view_pop();
		if (doors.left)
			doors.left(doors.arg);
		return true;
	case ACTION_LEFT:
	case ACTION_RIGHT:
	case ACTION_START:
	case ACTION_END:
		edit_act(&s->line, a);
		return true;
	default:
		break;
	}
	if (rows_act(&s->rows, a))
		return true;
	edit_act(&s->line, a);
	if (s->line.changes != before)
		find(s);
	return s->line.changes != before || a == ACTION_RUB ||
	       a == ACTION_CUT || a == ACTION_CUT_WORD || a == ACTION_CLEAR;
}

static bool
pick_type(struct view *v, const char *utf8)
{
	struct pick *s = v->state;

	if (edit_type(&s->line, utf8))
		find(s);
	return true;
}

static bool
pick_paste(struct view *v, const char *text, size_t n)
{
	struct pick *s = v->state;

	edit_paste(&s->line, text, n);
	find(s);
	return true;
}

static enum view_state
pick_state(const struct view *v)
{
	(void)v;
	return VIEW_FIELD;
}

static void
pick_close(struct view *v)
{
	struct pick *s = v->state;

	edit_release(&s->line);
}

static const struct view_ops pick_ops = {
	.name = "pick",
	.size = sizeof(struct pick),
	.flags = VIEW_POPUP,
	.open = pick_opened,
	.place = pick_place,
	.draw = pick_draw,
	.act = pick_act,
	.type = pick_type,
	.paste = pick_paste,
	.state = pick_state,
	.close = pick_close,
};

void
pick_open(const struct pick_options *o)
{
	view_push(&pick_ops, (void *)o);
}
