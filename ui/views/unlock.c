/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

/*
 * Signing in. Nothing about anybody is on the screen, and nothing of the
 * passphrase but that something was typed.
 */

#include <stdio.h>
#include <string.h>

#include "base/str.h"
#include "base/utf8.h"
#include "ui/frame/view.h"
#include "ui/parts/edit.h"
#include "ui/views/desk.h"

#include "ui/views/views.h"

#define DOTS_MOST 32

struct unlock {
	struct edit user, words;
	bool naming; /* the cursor is on who */
	char said[512];
};

static void
unlock_open(struct view *v, void *arg)
{
	struct unlock *s = v->state;

	(void)arg;
	view_title(v, "Sign in");
	edit_load(&s->user, desk_login());
	s->user.max = 32;
	s->words.max = 200;
}

static void
unlock_close(struct view *v)
{
	struct unlock *s = v->state;

	edit_release(&s->user);
	edit_release(&s->words);
}

static void
draw_words(struct unlock *s, struct view *v, int y, int x, int w)
{
	int n = utf8_width(edit_text(&s->words), (size_t)-1);
	char dots[DOTS_MOST + 1];

	n = n < 0 ? 0 : n > w - 1 ? w - 1 : n;
	n = n > DOTS_MOST ? DOTS_MOST : n;
	memset(dots, '*', (size_t)n);
	dots[n] = '\0';
	draw_fill(v->win, y, x, w, ROLE_FIELD, dots);
	if (!s->naming)
		view_cursor(v, y, x + n, "passphrase");
}

/* A demonstration's passphrase is no secret. */
static void
draw_demo(struct view *v, int y, int x, const char *demo)
{
	int w = getmaxx(v->win) - x - 2;

	draw_text(v->win, y, x, w, ROLE_DIM,
	    "(a demonstration: its passphrase is");
	draw_printf(v->win, y + 1, x, w, ROLE_DIM, " %s)", demo);
}

static void
unlock_draw(struct view *v)
{
	struct unlock *s = v->state;
	int h = getmaxy(v->win), w = getmaxx(v->win);
	int x = w > 60 ? (w - 48) / 2 : 2, y = h > 14 ? h / 4 : 1;
	int field = w - x - 14 < 32 ? w - x - 14 : 32, at;
	char demo[128];

	theme_clear(v->win);
	draw_text(v->win, y, x, w - x, ROLE_VALUE, "Hello. Please sign in.");
	draw_text(v->win, y + 2, x, 12, ROLE_LABEL, "Name");
	at = edit_draw(&s->user, v->win, y + 2, x + 12, field, ROLE_FIELD);
	if (s->naming)
		view_cursor(v, y + 2, at, "name");
	draw_text(v->win, y + 3, x, 12, ROLE_LABEL, "Passphrase");
	draw_words(s, v, y + 3, x + 12, field);
	if (s->said[0] != '\0')
		draw_wrap(v->win,
		    (struct rect){ y + 5, x, h - y - 5, w - x - 2 }, ROLE_WARN,
		    s->said, 0);
	desk_demo_passphrase(demo, sizeof(demo));
	if (demo[0] != '\0' && s->said[0] == '\0')
		draw_demo(v, y + 5, x, demo);
	view_hint(v, "Enter signs in. Up changes the name. Ctrl-G leaves.");
}

/* Kind words: a passphrase is easily mistyped with a headset on. */
static void
say_no(struct unlock *s, enum rc rc, const struct fault *f)
{
	if (rc == RC_DENIED)
		str_set(s->said, sizeof(s->said),
		    "That did not open it. It happens; please try again. "
		    "Capitals and spaces count.");
	else
		str_set(s->said, sizeof(s->said), f->text);
}

static void
sign_in(struct view *v)
{
	struct unlock *s = v->state;
	struct fault f = { 0 };
	enum rc rc;

	desk_sign_in_as(edit_text(&s->user));
	rc = desk_unlock(edit_text(&s->words), &f);
	edit_release(&s->words);
	s->words.max = 200;
	if (rc) {
		say_no(s, rc, &f);
		return;
	}
	view_pop_to(NULL);
	desk_begin();
}

static bool
unlock_act(struct view *v, enum action action)
{
	struct unlock *s = v->state;
	struct edit *e = s->naming ? &s->user : &s->words;

	view_stale(v);
	switch (action) {
	case ACTION_ACCEPT:
		if (s->naming)
			s->naming = false;
		else
			sign_in(v);
		return true;
	case ACTION_NEXT:
	case ACTION_PREVIOUS:
	case ACTION_DOWN_FIELD:
		s->naming = !s->naming;
		return true;
	case ACTION_BACK:
		/* First what was typed, then the program. */
		if (edit_text(&s->words)[0] != '\0')
			edit_set(&s->words, "");
		else
			view_pop_to(NULL);
		return true;
	case ACTION_HIDE:
	case ACTION_HELP:
		return true;
	default:
		edit_act(e, action);
		return true;
	}
}

static bool
unlock_type(struct view *v, const char *utf8)
{
	struct unlock *s = v->state;

	view_stale(v);
	return edit_type(s->naming ? &s->user : &s->words, utf8);
}

static bool
unlock_paste(struct view *v, const char *text, size_t n)
{
	struct unlock *s = v->state;

	view_stale(v);
	edit_paste(s->naming ? &s->user : &s->words, text, n);
	return true;
}

static enum view_state
unlock_state(const struct view *v)
{
	(void)v;
	return VIEW_FIELD;
}

static const enum action hints[] = { ACTION_ACCEPT, ACTION_PREVIOUS,
	ACTION_NONE };

static const struct view_ops view_unlock = {
	.name = "unlock",
	.size = sizeof(struct unlock),
	.hints = hints,
	.open = unlock_open,
	.draw = unlock_draw,
	.act = unlock_act,
	.type = unlock_type,
	.paste = unlock_paste,
	.state = unlock_state,
	.close = unlock_close,
};

void
show_unlock(void)
{
	view_push(&view_unlock, NULL);
}
