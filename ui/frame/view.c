/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

/*
 * The stack. A view may close itself in the middle of its own act(), so what
 * is popped is closed at once but freed only at the end of the turn.
 */

#include <assert.h>
#include <panel.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "ui/frame/stack.h"
#include "ui/frame/view.h"

#define DEEPEST 32

struct node {
	struct view view;
	PANEL *panel;
	struct node *gone; /* the next one waiting to be freed */
};

/* There is one screen, so there is one stack. */
static struct {
	struct node *nodes[DEEPEST];
	size_t n;
	struct node *gone;
	bool changed;
} stack;

static struct {
	char text[512];
	enum role role;
	int age;
	unsigned n;
} message;

/* ---- the stack ---- */

struct view *
view_push(const struct view_ops *ops, void *arg)
{
	struct node *n = mem_get(sizeof(*n));
	struct view *v = &n->view;

	assert(stack.n < DEEPEST);
	v->ops = ops;
	v->stale = true;
	if (ops->size)
		v->state = mem_get(ops->size);
	stack.nodes[stack.n++] = n;
	stack.changed = true;
	if (ops->open)
		ops->open(v, arg);
	return v;
}

/* Close the top one without telling the one below. */
static void
drop(void)
{
	struct node *n = stack.nodes[--stack.n];

	if (n->view.ops->close)
		n->view.ops->close(&n->view);
	if (n->panel)
		hide_panel(n->panel);
	n->gone = stack.gone;
	stack.gone = n;
	stack.changed = true;
}

static void
tell_back(void)
{
	struct view *v = view_top();

	if (!v)
		return;
	view_stale(NULL);
	if (v->ops->back)
		v->ops->back(v);
}

void
view_pop(void)
{
	if (stack.n == 0)
		return;
	drop();
	tell_back();
}

void
view_pop_to(struct view *v)
{
	size_t before = stack.n;

	while (stack.n && &stack.nodes[stack.n - 1]->view != v)
		drop();
	if (stack.n != before)
		tell_back();
}

struct view *
view_swap(const struct view_ops *ops, void *arg)
{
	if (stack.n)
		drop();
	return view_push(ops, arg);
}

struct view *
view_top(void)
{
	return stack.n ? &stack.nodes[stack.n - 1]->view : NULL;
}

struct view *
view_below(const struct view *v)
{
	for (size_t i = 1; i < stack.n; i++)
		if (&stack.nodes[i]->view == v)
			return &stack.nodes[i - 1]->view;
	return NULL;
}

struct view *
view_named(const char *name)
{
	for (size_t i = stack.n; i-- > 0;)
		if (strcmp(stack.nodes[i]->view.ops->name, name) == 0)
			return &stack.nodes[i]->view;
	return NULL;
}

struct view *
view_full(void)
{
	for (size_t i = stack.n; i-- > 0;)
		if (!(stack.nodes[i]->view.ops->flags & VIEW_POPUP))
			return &stack.nodes[i]->view;
	return NULL;
}

size_t
view_depth(void)
{
	return stack.n;
}

/* ---- what a view says of itself ---- */

void
view_title(struct view *v, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	vsnprintf(v->title, sizeof(v->title), fmt, args);
	va_end(args);
}

void
view_banner(struct view *v, enum role role, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	vsnprintf(v->banner, sizeof(v->banner), fmt, args);
	va_end(args);
	v->banner_role = role;
}

void
view_hint(struct view *v, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	vsnprintf(v->hint, sizeof(v->hint), fmt, args);
	va_end(args);
}

void
view_cursor(struct view *v, int y, int x, const char *tag)
{
	v->cursor_y = y;
	v->cursor_x = x;
	snprintf(v->tag, sizeof(v->tag), "%s", tag);
}

void
view_stale(struct view *v)
{
	if (v) {
		v->stale = true;
		return;
	}
	for (size_t i = 0; i < stack.n; i++)
		stack.nodes[i]->view.stale = true;
}

enum view_state
view_state(const struct view *v)
{
	return v->ops->state ? v->ops->state(v) : VIEW_LIST;
}

size_t
view_contexts(const struct view *v, const char *out[4])
{
	const char *base = view_state(v) == VIEW_LIST ? "list" : "field";
	size_t n = 0;

	out[n++] = v->ops->name;
	if (strcmp(v->ops->name, base) != 0)
		out[n++] = base;
	out[n++] = "everywhere";
	return n;
}

/* ---- the message line ---- */

void
say(enum role role, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	vsnprintf(message.text, sizeof(message.text), fmt, args);
	va_end(args);
	message.role = role;
	message.age = 0;
	if (role == ROLE_WARN || role == ROLE_DANGER)
		message.n++;
}

void
say_fault(const struct fault *f)
{
	say(ROLE_WARN, "! %s", f->text[0] ? f->text : rc_text(f->rc));
}

const char *
said(enum role *role)
{
	if (role)
		*role = message.role;
	return message.text;
}

unsigned
said_n(void)
{
	return message.n;
}

void
said_age(void)
{
	if (message.text[0] && ++message.age > 1)
		message.text[0] = '\0';
}

/* ---- windows ---- */

static struct rect
place_of(const struct view *v, struct rect body, int h, int w)
{
	struct rect at = body;

	if (v->ops->flags & VIEW_POPUP) {
		if (v->ops->place)
			at = v->ops->place(v, h, w);
		else
			at = (struct rect){ h / 4, w / 8, h / 2, w * 3 / 4 };
	}
	/* Whatever was asked for, the window is on the screen. */
	if (at.w > w)
		at.w = w;
	if (at.h > h)
		at.h = h;
	at.w = at.w < 1 ? 1 : at.w;
	at.h = at.h < 1 ? 1 : at.h;
	at.y = at.y < 0 ? 0 : at.y + at.h > h ? h - at.h : at.y;
	at.x = at.x < 0 ? 0 : at.x + at.w > w ? w - at.w : at.x;
	return at;
}

/* A new window each time: curses has already cut the old one to size. */
static void
node_place(struct node *n, struct rect at)
{
	WINDOW *win = newwin(at.h, at.w, at.y, at.x), *before = n->view.win;

	if (!win)
		return;
	theme_clear(win);
	if (n->panel) {
		replace_panel(n->panel, win);
		move_panel(n->panel, at.y, at.x);
	} else {
		n->panel = new_panel(win);
	}
	n->view.win = win;
	n->view.stale = true;
	if (before)
		delwin(before);
}

void
stack_layout(struct rect body, int h, int w)
{
	for (size_t i = 0; i < stack.n; i++) {
		struct node *n = stack.nodes[i];

		node_place(n, place_of(&n->view, body, h, w));
		top_panel(n->panel);
	}
	stack.changed = false;
}

/* The lowest view that can be seen: nothing shows through a full one. */
static size_t
lowest(void)
{
	size_t i = stack.n;

	while (i > 0 && (stack.nodes[i - 1]->view.ops->flags & VIEW_POPUP) &&
	       !(stack.nodes[i - 1]->view.ops->flags & VIEW_COVER))
		i--;
	return i ? i - 1 : 0;
}

void
stack_draw(void)
{
	for (size_t i = lowest(); i < stack.n; i++) {
		struct view *v = &stack.nodes[i]->view;

		if (!v->stale || !v->win || !v->ops->draw)
			continue;
		theme_clear(v->win);
		v->ops->draw(v);
		v->stale = false;
	}
}

void
stack_hide(bool yes)
{
	for (size_t i = 0; i < stack.n; i++) {
		struct node *n = stack.nodes[i];

		if (!n->panel)
			continue;
		if (yes)
			hide_panel(n->panel);
		else
			show_panel(n->panel);
	}
}

void
stack_tick(int64_t now_ms)
{
	for (size_t i = 0; i < stack.n; i++) {
		struct view *v = &stack.nodes[i]->view;

		if (v->ops->tick)
			v->ops->tick(v, now_ms);
	}
}

void
stack_news(void)
{
	for (size_t i = 0; i < stack.n; i++) {
		struct view *v = &stack.nodes[i]->view;

		if (v->ops->news)
			v->ops->news(v);
	}
}

bool
stack_changed(void)
{
	return stack.changed;
}

void
stack_sweep(void)
{
	while (stack.gone) {
		struct node *n = stack.gone;

		stack.gone = n->gone;
		if (n->panel)
			del_panel(n->panel);
		if (n->view.win)
			delwin(n->view.win);
		if (n->view.state) {
			explicit_bzero(n->view.state, n->view.ops->size);
			free(n->view.state);
		}
		free(n);
	}
}
