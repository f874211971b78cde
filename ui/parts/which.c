/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/stroke.h"
#include "base/utf8.h"
#include "ui/frame/frame.h"
#include "ui/frame/loop.h"
#include "ui/parts/page.h"
#include "ui/parts/which.h"

#define COLUMN 17 /* two of them in large print */

struct which_options {
	const char *context, *title;
	const char *(*may)(enum action);
};

/* Drawing, while walking over the bindings of a context. */
struct placing {
	struct view *v;
	int y, x, w;
};

static void
which_opened(struct view *v, void *arg)
{
	memcpy(v->state, arg, sizeof(struct which_options));
}

static void
count_one(void *arg, uint32_t stroke, enum action a)
{
	(void)stroke;
	(void)a;
	++*(int *)arg;
}

static int
per_row(int w)
{
	return (w - 4) / COLUMN > 0 ? (w - 4) / COLUMN : 1;
}

/* Low in the body, above the message line. */
static struct rect
which_place(const struct view *v, int h, int w)
{
	const struct which_options *o = v->state;
	int n = 0, body, wide, rows;

	(void)h;
	keymap_each(frame_keymap(), o->context, count_one, &n);
	frame_body(&body, &wide);
	rows = (n + per_row(w - 2) - 1) / per_row(w - 2);
	return (struct rect){ 2 + body - rows - 2, 1, rows + 2, w - 2 };
}

static void
draw_one(void *arg, uint32_t stroke, enum action a)
{
	struct placing *p = arg;
	const struct which_options *o = p->v->state;
	bool open = !o->may || !o->may(a);
	char key[16];
	int used;

	if (p->x + COLUMN > p->w - 1) {
		p->x = 2;
		p->y++;
	}
	used = draw_text(p->v->win, p->y, p->x, COLUMN, ROLE_VALUE,
	    stroke_show(stroke, key));
	draw_text(p->v->win, p->y, p->x + used + 1, COLUMN - used - 2,
	    open ? ROLE_TEXT : ROLE_DIM, action_row(a)->label);
	p->x += COLUMN;
}

static void
which_draw(struct view *v)
{
	const struct which_options *o = v->state;
	struct rect all = { 0, 0, getmaxy(v->win), getmaxx(v->win) };
	struct placing p = { v, 1, 2, all.w };

	draw_box(v->win, all, o->title);
	keymap_each(frame_keymap(), o->context, draw_one, &p);
	view_cursor(v, 1, 2, "which");
}

static bool
which_type(struct view *v, const char *utf8)
{
	struct which_options o = *(struct which_options *)v->state;
	const char *why;
	enum action a;
	uint32_t cp;

	utf8_next(utf8, strlen(utf8), &cp);
	a = keymap_look(frame_keymap(), &o.context, 1, cp);
	view_pop();
	if (a == ACTION_NONE) {
		say(ROLE_WARN, "%s leads nowhere from here", utf8);
		return true;
	}
	why = o.may ? o.may(a) : NULL;
	if (why)
		say(ROLE_WARN, "%s", why);
	else
		loop_act(a);
	return true;
}

static bool
which_act(struct view *v, enum action a)
{
	(void)v;
	if (a != ACTION_BACK)
		return false;
	view_pop();
	return true;
}

static const struct view_ops which_ops = {
	.name = "which",
	.size = sizeof(struct which_options),
	.flags = VIEW_POPUP | VIEW_EAGER,
	.open = which_opened,
	.place = which_place,
	.draw = which_draw,
	.act = which_act,
	.type = which_type,
};

void
which_open(const char *context, const char *title,
    const char *(*may)(enum action))
{
	struct which_options o = { context, title, may };

	view_push(&which_ops, &o);
}

/* ---- the keys of a view, to read ---- */

struct listing {
	struct buf *out;
	const char *contexts[4];
	size_t n;
	const char *context; /* its sentence; NULL once it was written */
	bool done[ACTION_COUNT];
};

/* All keys of one action, on one line with its sentence. */
static void
list_one(void *arg, uint32_t stroke, enum action a)
{
	struct listing *l = arg;
	char key[16];

	(void)stroke;
	stroke = keymap_key(frame_keymap(), l->contexts, l->n, a);
	if (l->done[a] || stroke == STROKE_NONE)
		return;
	l->done[a] = true;
	if (l->context)
		buf_printf(l->out, "%sIn %s:\n", l->out->len ? "\n" : "",
		    l->context);
	l->context = NULL;
	buf_printf(l->out, "%-8s %s\n", stroke_show(stroke, key),
	    action_row(a)->sentence);
}

void
which_keys(const char *title)
{
	struct view *v = view_top();
	struct buf text = { 0 };
	struct listing l = { .out = &text };

	if (!v)
		return;
	l.n = view_contexts(v, l.contexts);
	for (size_t i = 0; i < l.n; i++) {
		l.context = context_sentence(l.contexts[i]);
		keymap_each(frame_keymap(), l.contexts[i], list_one, &l);
	}
	page_open(&(struct page_options){
	    .title = title, .text = buf_str(&text) });
	buf_release(&text);
}
