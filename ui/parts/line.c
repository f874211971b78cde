/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "ui/frame/frame.h"
#include "ui/parts/edit.h"
#include "ui/parts/line.h"

struct line {
	struct line_options o;
	struct edit text;
};

static void
line_opened(struct view *v, void *arg)
{
	struct line *s = v->state;

	s->o = *(const struct line_options *)arg;
	s->text.max = s->o.max ? s->o.max : 200;
	if (s->o.text)
		edit_load(&s->text, s->o.text);
}

/* Where the message line is. */
static struct rect
line_place(const struct view *v, int h, int w)
{
	int body, wide;

	(void)v;
	(void)h;
	frame_body(&body, &wide);
	return (struct rect){ 2 + body, 0, 1, w };
}

static int
draw_choices(const struct line *s, WINDOW *win, int x, int w)
{
	for (const struct line_choice *c = s->o.choices; c->letter; c++) {
		char letter[2] = { (char)toupper((unsigned char)c->letter),
			'\0' };

		x += draw_text(win, 0, x, w - x, ROLE_VALUE, letter) + 1;
		x += draw_text(win, 0, x, w - x, ROLE_TEXT, c->label) + 2;
	}
	return x;
}

static int
draw_secret(const struct line *s, WINDOW *win, int x, int w)
{
	int n = utf8_width(edit_text(&s->text), (size_t)-1);

	draw_fill(win, 0, x, w - x, ROLE_FIELD, "");
	for (int i = 0; i < n && x < w - 1; i++, x++)
		draw_text(win, 0, x, 1, ROLE_FIELD, "*");
	return x;
}

static void
line_draw(struct view *v)
{
	struct line *s = v->state;
	int w = getmaxx(v->win), x = 1;

	x += draw_text(v->win, 0, x, w / 2, ROLE_LABEL, s->o.prompt) + 1;
	if (s->o.choices)
		x = draw_choices(s, v->win, x, w);
	else if (s->o.secret)
		x = draw_secret(s, v->win, x, w);
	else
		x = edit_draw(&s->text, v->win, 0, x, w - x - 1, ROLE_FIELD);
	view_cursor(v, 0, x < w ? x : w - 1, s->o.tag);
}

/* The popup goes first, so that the answer may put up something else. */
static void
answer(struct view *v, const char *text)
{
	struct line *s = v->state;
	struct line_options o = s->o;
	char *copy = mem_str(text);

	view_pop();
	if (!o.answer(o.arg, copy)) {
		o.text = o.secret || o.choices ? NULL : copy;
		line_ask(&o);
	}
	explicit_bzero(copy, strlen(copy));
	free(copy);
}

static void
tell_typed(struct line *s)
{
	if (s->o.typed)
		s->o.typed(s->o.arg, edit_text(&s->text));
}

static bool
line_act(struct view *v, enum action a)
{
	struct line *s = v->state;
	struct line_options o = s->o;
	unsigned before = s->text.changes;

	if (a == ACTION_BACK) {
		view_pop();
		if (o.left)
			o.left(o.arg);
		return true;
	}
	if (s->o.choices)
		return false;
	if (a == ACTION_ACCEPT) {
		answer(v, edit_text(&s->text));
		return true;
	}
	edit_act(&s->text, a);
	if (s->text.changes != before)
		tell_typed(s);
	return a == ACTION_LEFT || a == ACTION_RIGHT || a == ACTION_START ||
	       a == ACTION_END || a == ACTION_RUB || a == ACTION_CUT ||
	       a == ACTION_CUT_WORD || a == ACTION_CLEAR ||
	       s->text.changes != before;
}

static bool
line_type(struct view *v, const char *utf8)
{
	struct line *s = v->state;

	if (!s->o.choices) {
		if (edit_type(&s->text, utf8))
			tell_typed(s);
		return true;
	}
	for (const struct line_choice *c = s->o.choices; c->letter; c++) {
		char letter[2] = { c->letter, '\0' };

		if (utf8[1] || tolower((unsigned char)utf8[0]) != c->letter)
			continue;
		answer(v, letter);
		return true;
	}
	say(ROLE_WARN, "%s: one of the letters shown, or Ctrl-G", s->o.prompt);
	return true;
}

static bool
line_paste(struct view *v, const char *text, size_t n)
{
	struct line *s = v->state;

	if (s->o.choices)
		return false;
	edit_paste(&s->text, text, n);
	tell_typed(s);
	return true;
}

static enum view_state
line_state(const struct view *v)
{
	const struct line *s = v->state;

	return s->o.choices ? VIEW_PROMPT : VIEW_FIELD;
}

static void
line_close(struct view *v)
{
	struct line *s = v->state;

	edit_release(&s->text);
}

static const struct view_ops line_ops = {
	.name = "line",
	.size = sizeof(struct line),
	.flags = VIEW_POPUP,
	.open = line_opened,
	.place = line_place,
	.draw = line_draw,
	.act = line_act,
	.type = line_type,
	.paste = line_paste,
	.state = line_state,
	.close = line_close,
};

void
line_ask(const struct line_options *o)
{
	view_push(&line_ops, (void *)o);
}
