/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
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

void
page_open(const struct page_options *o)
{
	view_push(o->popup ? &page_popup : &page_full, (void *)o);
}
