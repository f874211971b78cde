/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

/*
 * Looking for somebody: a line to type in, and below it who it may be, best
 * first, as it is typed. A reference, a telephone number, a postcode, a name in
 * any order, a birth date.
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/ref.h"
#include "base/str.h"
#include "hub/find.h"
#include "hub/hub.h"
#include "hub/looked.h"
#include "hub/read.h"
#include "model/record.h"
#include "ui/frame/view.h"
#include "ui/parts/edit.h"
#include "ui/parts/rows.h"
#include "ui/views/about.h"
#include "ui/views/desk.h"

#include "ui/views/views.h"

#define HITS_MOST 100
#define FOOT_ROWS 4

struct find {
	struct edit edit;
	struct arena *arena;
	struct find_page page;
	struct rows rows;
	char advice[512];
	struct arena *about_arena;
	struct about about;
	uint64_t about_of;
	bool has_about;
	bool opened; /* somebody whom these words found */
};

static const struct find_hit *
hit_here(const struct find *s)
{
	return s->rows.at < s->page.n ? &s->page.hits[s->rows.at] : NULL;
}

/* The banner and the foot are about the one under the cursor. */
static void
follow(struct view *v)
{
	struct find *s = v->state;
	const struct find_hit *hit = hit_here(s);
	char position[32];

	if (hit == NULL || hit->person != s->about_of) {
		arena_reset(s->about_arena);
		s->about_of = hit != NULL ? hit->person : 0;
		s->has_about =
		    hit != NULL && !about_read(desk_hub(), s->about_arena,
				       hit->person, 0, &s->about, NULL);
	}
	if (s->has_about)
		words_banner(v, desk_hub(), &s->about.told);
	else
		view_banner(v, ROLE_TEXT, "%s", "");
	if (s->advice[0] != '\0') {
		view_hint(v, "%s", s->advice);
	} else if (s->page.n > 0) {
		rows_position(&s->rows, position);
		view_hint(v, "%s%s", position,
		    s->page.more > 0 ? "   there are more; say more of them"
				     : "   Enter opens.");
	} else {
		view_hint(v, "Name, birth date, phone, postcode, reference.");
	}
	view_stale(v);
}

static void
look(struct view *v)
{
	struct find *s = v->state;
	const char *words = edit_text(&s->edit);
	struct fault f = { 0 };

	arena_reset(s->arena);
	s->page = (struct find_page){ 0 };
	s->opened = false;
	s->advice[0] = '\0';
	if (!str_is_blank(words) &&
	    find_run(desk_hub(), s->arena, words, HITS_MOST, &s->page, &f)) {
		s->page = (struct find_page){ 0 };
		str_set(s->advice, sizeof(s->advice), f.text);
	} else if (s->page.advice != NULL) {
		str_set(s->advice, sizeof(s->advice), s->page.advice);
	} else if (strlen(words) > 2 && s->page.n == 0) {
		str_set(s->advice, sizeof(s->advice),
		    "Nobody matches. Try part of it, or the birth date.");
	}
	rows_set(&s->rows, s->page.n, 0);
	follow(v);
}

static void
find_open(struct view *v, void *arg)
{
	struct find *s = v->state;
	const char *words = arg;

	s->arena = arena_new();
	s->about_arena = arena_new();
	view_title(v, "Find");
	edit_load(&s->edit, words != NULL ? words : "");
	look(v);
}

static void
find_close(struct view *v)
{
	struct find *s = v->state;

	/* Who was listed was seen, though nobody was opened. */
	if (desk_hub() != NULL && !s->opened && s->page.n > 0)
		hub_searched(desk_hub(), edit_text(&s->edit), 0);
	edit_release(&s->edit);
	arena_free(s->arena);
	arena_free(s->about_arena);
	explicit_bzero(s, sizeof(*s));
}

/* ---- drawing ---- */

static void
draw_hit(void *arg, WINDOW *win, int y, int x, int w, size_t i, enum role role)
{
	struct find *s = arg;
	const struct find_hit *hit = &s->page.hits[i];
	int name = w < 60 ? w - 18 : w < 100 ? 24 : 32;
	int rest = w - 8 - name - 1;

	draw_text(win, y, x, 7, role, hit->ref);
	draw_text(win, y, x + 8, name - 1,
	    role == ROLE_TEXT ? ROLE_VALUE : role, hit->name);
	x += 8 + name;
	if (w < 60) {
		draw_text(win, y, x, rest, role, hit->area);
		return;
	}
	draw_text(win, y, x, 16, role, hit->born);
	draw_text(win, y, x + 17, 8, role, hit->area);
	draw_printf(win, y, x + 26, rest - 26, role, "%s%s%s", hit->cases,
	    hit->agreed[0] != '\0' && rest > 60 ? "   same " : "",
	    rest > 60 ? hit->agreed : "");
}

static void
draw_foot(struct find *s, WINDOW *win, struct rect at)
{
	draw_rule(win, at.y, at.x, at.w);
	if (!s->has_about)
		return;
	for (int i = 0; i < 3; i++)
		draw_text(win, at.y + 1 + i, at.x, at.w,
		    i == 0 ? ROLE_VALUE : ROLE_TEXT, s->about.head[i]);
}

static void
find_draw(struct view *v)
{
	struct find *s = v->state;
	int h = getmaxy(v->win), w = getmaxx(v->win);
	int foot = h >= 14 ? FOOT_ROWS : 0, y = 2, x;
	struct rows_doors doors = { .draw = draw_hit, .arg = s };

	theme_clear(v->win);
	draw_text(v->win, 0, 1, 5, ROLE_LABEL, "Find");
	x = edit_draw(&s->edit, v->win, 0, 6, w - 8, ROLE_FIELD);
	draw_rule(v->win, 1, 1, w - 2);
	if (s->rows.n == 0)
		draw_text(v->win, 2, 3, w - 4, ROLE_DIM,
		    edit_text(&s->edit)[0] != '\0'
			? "(nobody yet)"
			: "(smith 1980, 07700 900123, le97, 4F7K22)");
	rows_draw(&s->rows, v->win, (struct rect){ 2, 0, h - 2 - foot, w - 1 },
	    &doors, &y);
	if (foot > 0)
		draw_foot(s, v->win, (struct rect){ h - foot, 1, foot, w - 2 });
	view_cursor(v, 0, x, "find");
}

/* ---- keys ---- */

/* A whole reference needs no list; another, the one under the cursor. */
static void
open_hit(struct find *s)
{
	const struct find_hit *hit = hit_here(s);
	struct record *person = NULL;
	struct fault f = { 0 };
	char ref[REF_ROOM];

	if (hit != NULL) {
		hub_searched(desk_hub(), edit_text(&s->edit), hit->person);
		s->opened = true;
		show_person(hit->person);
	} else if (!ref_parse(edit_text(&s->edit), ref, NULL)) {
		if (hub_by_ref(desk_hub(), s->arena, edit_text(&s->edit),
			&person, NULL, &f))
			say_fault(&f);
		else
			show_person(person->id);
	}
}

/* What the keys of a field mean where there is a list below it. */
static enum action
as_list(enum action action)
{
	switch (action) {
	case ACTION_PREVIOUS:
		return ACTION_UP;
	case ACTION_DOWN_FIELD:
	case ACTION_NEXT:
		return ACTION_DOWN;
	case ACTION_PART:
		return ACTION_PAGE_DOWN;
	case ACTION_PART_BACK:
		return ACTION_PAGE_UP;
	default:
		return ACTION_NONE;
	}
}

static bool
find_act(struct view *v, enum action action)
{
	struct find *s = v->state;

	if (action == ACTION_ACCEPT || action == ACTION_OPEN) {
		open_hit(s);
		return true;
	}
	if (action == ACTION_BACK) {
		view_pop();
		return true;
	}
	if (rows_act(&s->rows, as_list(action))) {
		follow(v);
		return true;
	}
	if (edit_act(&s->edit, action)) {
		look(v);
		return true;
	}
	return action == ACTION_UNDO;
}

static bool
find_type(struct view *v, const char *utf8)
{
	struct find *s = v->state;

	if (!edit_type(&s->edit, utf8))
		return false;
	look(v);
	return true;
}

static bool
find_paste(struct view *v, const char *text, size_t n)
{
	struct find *s = v->state;

	edit_paste(&s->edit, text, n);
	look(v);
	return true;
}

static enum view_state
find_state(const struct view *v)
{
	(void)v;
	return VIEW_FIELD;
}

static void
find_back(struct view *v)
{
	struct find *s = v->state;

	s->about_of = 0;
	follow(v);
}

/* clang-format off */
static const enum action hints[] = {
	ACTION_ACCEPT, ACTION_DOWN_FIELD, ACTION_PREVIOUS, ACTION_CLEAR,
	ACTION_BACK, ACTION_HELP, ACTION_HIDE, ACTION_NONE
};
/* clang-format on */

static const struct view_ops view_find = {
	.name = "find",
	.title = "Finding someone",
	.about =
	    "Type what you have: names in any order or part, a birth date, a "
	    "telephone number, a postcode, a reference. Matches show as you "
	    "type; Down chooses, Enter opens.",
	.examples = "okafor sar\nsmith 1980\n07700 900123\nLEI-4F7K22",
	.size = sizeof(struct find),
	.hints = hints,
	.open = find_open,
	.draw = find_draw,
	.act = find_act,
	.type = find_type,
	.paste = find_paste,
	.state = find_state,
	.back = find_back,
	.close = find_close,
};

void
show_find(const char *words)
{
	view_push(&view_find, (void *)words);
}
