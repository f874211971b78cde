/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "base/utf8.h"
#include "ui/frame/loop.h"
#include "ui/parts/cover.h"
#include "ui/parts/edit.h"

#define FREE_MS 60000

struct cover {
	struct cover_options o;
	int64_t since;
	bool asking;
	struct edit words;
};

/* Not the clock on the wall: that may be told any time. */
static int64_t
ticks_ms(void)
{
	return clock_ticks() / 1000000 + 1;
}

static void
cover_opened(struct view *v, void *arg)
{
	struct cover *s = v->state;

	s->o = *(const struct cover_options *)arg;
	s->since = ticks_ms();
	s->asking = s->o.locked && s->o.unlock;
	s->words.max = 200;
}

static struct rect
cover_place(const struct view *v, int h, int w)
{
	(void)v;
	return (struct rect){ 1, 0, h - 1, w };
}

static bool
is_free(const struct cover *s)
{
	int64_t ms = s->o.free_ms ? s->o.free_ms : FREE_MS;

	return !s->o.unlock || (!s->o.locked && ticks_ms() - s->since < ms);
}

static void
draw_asking(struct view *v, const struct cover *s, int y, int x, int w)
{
	int n = utf8_width(edit_text(&s->words), (size_t)-1);

	x += draw_text(v->win, y, x, w, ROLE_LABEL, "Passphrase ") + 1;
	w = w - x - 2 > 40 ? 40 : w - x - 2;
	draw_fill(v->win, y, x, w, ROLE_FIELD, "");
	n = n < w ? n : w - 1;
	for (int i = 0; i < n; i++)
		draw_text(v->win, y, x + i, 1, ROLE_FIELD, "*");
	view_cursor(v, y, x + n, "passphrase");
}

static void
cover_draw(struct view *v)
{
	const struct cover *s = v->state;
	int h = getmaxy(v->win), w = getmaxx(v->win);
	int y = h / 3, x = w > 50 ? (w - 40) / 2 : 2;
	enum role role;

	draw_text(v->win, y, x, w - x, ROLE_VALUE,
	    s->o.locked ? "This console is locked." : "Screen hidden.");
	if (s->asking) {
		draw_asking(v, s, y + 2, x, w);
		draw_text(v->win, y + 4, x, w - x, ROLE_WARN, said(&role));
		return;
	}
	draw_text(v->win, y + 2, x, w - x, ROLE_TEXT,
	    "Ctrl-L again to come back");
	if (s->o.unlock)
		draw_text(v->win, y + 3, x, w - x, ROLE_DIM,
		    "(passphrase after a minute)");
	view_cursor(v, y + 2, x, "hidden");
}

static void
try_words(struct view *v)
{
	struct cover *s = v->state;
	bool open = s->o.unlock(s->o.arg, edit_text(&s->words));

	edit_release(&s->words);
	if (open) {
		view_pop();
		say(ROLE_TEXT, "unlocked");
	} else {
		say(ROLE_WARN, "! that is not the passphrase");
	}
}

static bool
cover_act(struct view *v, enum action a)
{
	struct cover *s = v->state;

	if (a == ACTION_HIDE && !s->asking && is_free(s)) {
		view_pop();
		return true;
	}
	if (a == ACTION_HIDE)
		s->asking = true;
	else if (a == ACTION_LOCK)
		s->o.locked = true;
	else if (!s->asking)
		return true;
	else if (a == ACTION_ACCEPT)
		try_words(v);
	else if (a == ACTION_BACK)
		s->asking = s->o.locked;
	else
		edit_act(&s->words, a);
	return true;
}

static bool
cover_type(struct view *v, const char *utf8)
{
	struct cover *s = v->state;

	if (s->asking)
		edit_type(&s->words, utf8);
	return true;
}

static enum view_state
cover_state(const struct view *v)
{
	const struct cover *s = v->state;

	return s->asking ? VIEW_FIELD : VIEW_LIST;
}

static void
cover_close(struct view *v)
{
	struct cover *s = v->state;

	edit_release(&s->words);
}

static const struct view_ops cover_ops = {
	.name = "cover",
	.size = sizeof(struct cover),
	.flags = VIEW_POPUP | VIEW_COVER | VIEW_EAGER,
	.open = cover_opened,
	.place = cover_place,
	.draw = cover_draw,
	.act = cover_act,
	.type = cover_type,
	.state = cover_state,
	.close = cover_close,
};

bool
cover_is_up(void)
{
	return view_named("cover") != NULL;
}

void
cover_open(const struct cover_options *o)
{
	if (!cover_is_up())
		view_push(&cover_ops, (void *)o);
}
