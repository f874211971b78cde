/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "ui/frame/loop.h"
#include "ui/parts/page.h"

struct page {
	char *title, *text;
	int from, lines, height;
};

static void
page_opened(struct view *v, void *arg)
{
	const struct page_options *o = arg;
	struct page *s = v->state;

	s->title = mem_str(o->title);
	s->text = mem_str(o->text);
	view_title(v, "%s", o->title);
}

static struct rect
page_place(const struct view *v, int h, int w)
{
	const struct page *s = v->state;
	int wide = w > 84 ? 80 : w - 4, high;

	high = draw_wrap(NULL, (struct rect){ 0, 0, 0, wide - 4 }, ROLE_TEXT,
		   s->text, 0) +
	       2;
	if (high > h - 6)
		high = h - 6;
	return (struct rect){ (h - high) / 2, (w - wide) / 2, high, wide };
}

static void
page_draw(struct view *v)
{
	struct page *s = v->state;
	struct rect at = { 0, 1, getmaxy(v->win), getmaxx(v->win) - 2 };

	if (v->ops->flags & VIEW_POPUP) {
		struct rect all = { 0, 0, at.h, at.w + 2 };

		draw_box(v->win, all, s->title);
		at = (struct rect){ 1, 2, all.h - 2, all.w - 4 };
	}
	s->height = at.h;
	s->lines = draw_wrap(v->win, at, ROLE_TEXT, s->text, s->from);
	if (s->lines > at.h)
		view_hint(v, "lines %d to %d of %d", s->from + 1,
		    s->from + at.h < s->lines ? s->from + at.h : s->lines,
		    s->lines);
	view_cursor(v, at.y, at.x, "page");
}

static void
page_move(struct page *s, int by)
{
	int last = s->lines > s->height ? s->lines - s->height : 0;

	s->from += by;
	if (s->from > last)
		s->from = last;
	if (s->from < 0)
		s->from = 0;
}

static bool
page_act(struct view *v, enum action a)
{
	struct page *s = v->state;

	switch (a) {
	case ACTION_UP:
		page_move(s, -1);
		return true;
	case ACTION_DOWN:
		page_move(s, 1);
		return true;
	case ACTION_PAGE_UP:
		page_move(s, -(s->height - 1));
		return true;
	case ACTION_PAGE_DOWN:
		page_move(s, s->height - 1);
		return true;
	case ACTION_START:
		page_move(s, -s->lines);
		return true;
	case ACTION_END:
		page_move(s, s->lines);
		return true;
	case ACTION_OPEN:
	case ACTION_BACK:
	case ACTION_HELP:
		view_pop();
		return true;
	default:
		return false;
	}
}

static void
page_close(struct view *v)
{
	struct page *s = v->state;

	explicit_bzero(s->text, strlen(s->text));
	free(s->text);
	free(s->title);
}

static const enum action hints[] = { ACTION_DOWN, ACTION_UP, ACTION_PAGE_DOWN,
	ACTION_BACK, ACTION_NONE };

static const struct view_ops page_full = {
	.name = "help",
	.size = sizeof(struct page),
	.hints = hints,
	.open = page_opened,
	.draw = page_draw,
	.act = page_act,
	.close = page_close,
};

static const struct view_ops page_popup = {
	.name = "help",
	.size = sizeof(struct page),
	.flags = VIEW_POPUP,
	.hints = hints,
	.open = page_opened,
	.place = page_place,
	.draw = page_draw,
	.act = page_act,
	.close = page_close,
};

/* ---- a notice ---- */

/* Letters are what they are in the view it lies over. */
static enum view_state
notice_state(const struct view *v)
{
	const struct view *below = view_below(v);

	return below ? view_state(below) : VIEW_LIST;
}

/* It goes; the field below, if there is one, is on top then. */
static struct view *
notice_close(const struct view *v)
{
	bool field = notice_state(v) == VIEW_FIELD;

	view_pop();
	return field ? view_top() : NULL;
}

static bool
notice_type(struct view *v, const char *utf8)
{
	struct view *field = notice_close(v);

	if (field && field->ops->type)
		field->ops->type(field, utf8);
	return true;
}

static bool
notice_paste(struct view *v, const char *text, size_t n)
{
	struct view *field = notice_close(v);

	return !field || !field->ops->paste ||
	       field->ops->paste(field, text, n);
}

/* clang-format off */
/* What moves it where all of it does not fit, by the keys of either state. */
static const struct {
	enum action key, move;
} moves[] = {
	{ ACTION_UP,		ACTION_UP },
	{ ACTION_DOWN,		ACTION_DOWN },
	{ ACTION_PAGE_UP,	ACTION_PAGE_UP },
	{ ACTION_PAGE_DOWN,	ACTION_PAGE_DOWN },
	{ ACTION_UP_FIELD,	ACTION_UP },
	{ ACTION_DOWN_FIELD,		ACTION_DOWN },
	{ ACTION_PART_BACK,	ACTION_PAGE_UP },
	{ ACTION_PART,		ACTION_PAGE_DOWN },
};
/* clang-format on */

static bool
notice_move(struct view *v, enum action a)
{
	struct page *s = v->state;

	for (size_t i = 0; i < sizeof(moves) / sizeof(moves[0]); i++)
		if (moves[i].key == a && s->lines > s->height)
			return page_act(v, moves[i].move);
	return false;
}

/* Enter and Esc were meant for what is read. */
static bool
only_closes(enum action a)
{
	return a == ACTION_BACK || a == ACTION_OPEN || a == ACTION_ACCEPT;
}

static bool
notice_act(struct view *v, enum action a)
{
	if (notice_move(v, a))
		return true;
	if (notice_close(v) && !only_closes(a))
		(void)loop_act(a);
	return true;
}

static const struct view_ops page_notice = {
	.name = "help",
	.size = sizeof(struct page),
	.flags = VIEW_POPUP | VIEW_EAGER,
	.hints = hints,
	.open = page_opened,
	.place = page_place,
	.draw = page_draw,
	.act = notice_act,
	.type = notice_type,
	.paste = notice_paste,
	.state = notice_state,
	.close = page_close,
};

void
page_open(const struct page_options *o)
{
	view_push(o->notice	? &page_notice
		      : o->popup ? &page_popup
				 : &page_full,
	    (void *)o);
}
