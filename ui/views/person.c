/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

/*
 * One person on one page (L3): how to reach them, what happened to them, what
 * was promised, what is due. Boxes in two columns; Tab moves between them, the
 * cursor within one, Enter opens the line it is on. Digits choose a tab: one
 * sort of thing, all of it, over the whole width (kept.h).
 */

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/stroke.h"
#include "hub/hub.h"
#include "hub/looked.h"
#include "model/kinds.h"
#include "ui/frame/frame.h"
#include "ui/frame/panes.h"
#include "ui/parts/page.h"
#include "ui/parts/rows.h"
#include "ui/views/about.h"
#include "ui/views/desk.h"
#include "ui/views/doors.h"
#include "ui/views/kept.h"
#include "ui/views/lanes.h"
#include "ui/views/verbs.h"

#include "ui/views/views.h"

#define HEAD_ROWS 4
#define JOURNEY_ROWS 15
#define NOTE_ROWS 4 /* a line, and the latest note below it */

struct person {
	uint64_t person;
	struct arena *arena;
	struct about about;
	struct timeline line; /* of all their cases */
	bool read;
	bool asked; /* by reference or number: see show_asked() */
	enum about_box_name box;
	size_t at[ABOUT_BOXES];
	size_t tab;            /* 0: the page as a whole */
	struct about_box kept; /* what the tab holds */
	struct rows rows;
};

/* Where each box lies: the left column, then the right. */
/* clang-format off */
static const enum about_box_name places[2][4] = {
	{ ABOUT_INCIDENTS, ABOUT_REFERRALS, ABOUT_CONTACTS, ABOUT_PEOPLE },
	{ ABOUT_TASKS, ABOUT_RIGHTS, ABOUT_COURT, ABOUT_NOTES },
};

/* The order in which Tab goes. */
static const enum about_box_name order[ABOUT_BOXES] = {
	ABOUT_INCIDENTS, ABOUT_TASKS, ABOUT_REFERRALS, ABOUT_RIGHTS,
	ABOUT_CONTACTS, ABOUT_COURT, ABOUT_PEOPLE, ABOUT_NOTES,
};
/* clang-format on */

static void
read_tab(struct person *s)
{
	struct fault f = { 0 };

	s->kept = (struct about_box){ .title = "" };
	if (s->tab == 0)
		return;
	if (kept_read(desk_hub(), s->arena, s->person, s->tab, &s->kept, &f))
		say_fault(&f);
	rows_set(&s->rows, s->kept.n, s->rows.at);
}

static void
read_page(struct view *v)
{
	struct person *s = v->state;
	struct fault f = { 0 };

	arena_reset(s->arena);
	s->read =
	    !about_read(desk_hub(), s->arena, s->person, 0, &s->about, &f);
	if (!s->read) {
		say_fault(&f);
		view_title(v, "Person");
		return;
	}
	if (timeline_read(desk_hub(), s->arena, s->person, 0, &s->line, NULL))
		s->line = (struct timeline){ 0 };
	for (int i = 0; i < ABOUT_BOXES; i++)
		if (s->at[i] >= s->about.boxes[i].n)
			s->at[i] = s->about.boxes[i].n > 0
				       ? s->about.boxes[i].n - 1
				       : 0;
	read_tab(s);
	view_title(v, "Person %s", s->about.ref);
	words_banner(v, desk_hub(), &s->about.told);
	view_stale(v);
}

static void
show_tab_hint(struct view *v)
{
	struct person *s = v->state;
	size_t n;
	enum action more = kept_tabs(&n)[s->tab].more;
	const char *contexts[4];
	char position[32], key[16];
	uint32_t stroke;

	rows_position(&s->rows, position);
	n = view_contexts(v, contexts);
	stroke = keymap_key(frame_keymap(), contexts, n, more);
	if (more != ACTION_NONE && stroke != STROKE_NONE && door_is_open(more))
		view_hint(v, "%s: %s.  Enter reads it; %s: %s.", s->kept.title,
		    position, stroke_show(stroke, key),
		    action_row(more)->sentence);
	else
		view_hint(v, "%s: %s.  Enter reads it; 1 shows all.",
		    s->kept.title, position);
}

static void
show_hint(struct view *v)
{
	struct person *s = v->state;
	const struct about_box *box = &s->about.boxes[s->box];

	if (s->tab > 0) {
		show_tab_hint(v);
		return;
	}

	if (box->n > 0)
		view_hint(v,
		    "%s, %zu of %zu.  Tab moves between boxes, Enter opens.",
		    box->title, s->at[s->box] + 1, box->n);
	else
		view_hint(v, "%s, none.  Tab moves between boxes.", box->title);
}

/* Somebody else's page: that it was opened is written down. */
static void
read_other(struct view *v)
{
	struct person *s = v->state;

	read_page(v);
	if (!s->read)
		return;
	desk_look(s->person, s->about.casefile);
	hub_looked(desk_hub(), LOOKED_PAGE, KIND_PERSON, s->person, NULL);
}

static void
person_open(struct view *v, void *arg)
{
	struct person *s = v->state;

	s->person = *(const uint64_t *)arg;
	s->arena = arena_new();
	read_other(v);
	show_hint(v);
}

static void
person_close(struct view *v)
{
	struct person *s = v->state;

	arena_free(s->arena);
	explicit_bzero(s, sizeof(*s));
}

/* ---- drawing ---- */

static void
draw_line(struct person *s, WINDOW *win, int y, struct rect at,
    enum about_box_name name, size_t i)
{
	const struct about_line *line = &s->about.boxes[name].at[i];
	bool focus = name == s->box && i == s->at[name];

	draw_fill(win, y, at.x, at.w, focus ? ROLE_FOCUS : line->role,
	    focus ? ">" : "");
	draw_text(win, y, at.x + 2, at.w - 2, focus ? ROLE_FOCUS : line->role,
	    line->text);
}

/* A box in ${at}: its title, then the lines around the cursor. */
static void
draw_box_of(struct person *s, struct view *v, struct rect at,
    enum about_box_name name)
{
	const struct about_box *box = &s->about.boxes[name];
	size_t room = at.h > 1 ? (size_t)at.h - 1 : 0;
	size_t from = 0;
	bool here = name == s->box;

	if (room > 0 && s->at[name] >= room)
		from = s->at[name] - room + 1;
	draw_printf(v->win, at.y, at.x, at.w, ROLE_LABEL, "%s%s %zu%s",
	    here && box->n == 0 ? ">" : " ", box->title, box->n,
	    box->n > room ? " (more below)" : "");
	if (here)
		view_cursor(v, at.y, at.x, box->title);
	for (size_t i = from; i < box->n && i - from < room; i++) {
		int y = at.y + 1 + (int)(i - from);

		draw_line(s, v->win, y, at, name, i);
		if (here && i == s->at[name])
			view_cursor(v, y, at.x, box->title);
	}
}

/* Share ${h} rows out: what each box needs, the rest to the fullest. */
static void
share_rows(struct person *s, int h, const enum about_box_name *names,
    int out[4])
{
	int left = h;

	for (int i = 0; i < 4; i++) {
		out[i] = 1;
		left--;
	}
	while (left > 0) {
		int most = -1;

		for (int i = 0; i < 4; i++) {
			int want = (int)s->about.boxes[names[i]].n + 1 - out[i];

			if (want > 0 && (most < 0 || out[i] < out[most]))
				most = i;
		}
		if (most < 0)
			break;
		out[most]++;
		left--;
	}
}

static void
draw_column(struct person *s, struct view *v, struct rect at,
    const enum about_box_name *names)
{
	int rows[4], y = at.y;

	share_rows(s, at.h, names, rows);
	for (int i = 0; i < 4 && y < at.y + at.h; i++) {
		draw_box_of(s, v, (struct rect){ y, at.x, rows[i], at.w },
		    names[i]);
		y += rows[i];
	}
}

static int
draw_head(struct person *s, WINDOW *win, struct rect at)
{
	for (int i = 0; i < HEAD_ROWS && i < at.h; i++)
		draw_text(win, at.y + i, at.x, at.w,
		    i == 0 ? ROLE_VALUE : ROLE_TEXT, s->about.head[i]);
	return HEAD_ROWS;
}

static void
draw_note(struct person *s, WINDOW *win, struct rect at)
{
	if (at.h < 2)
		return;
	draw_rule(win, at.y, at.x, at.w);
	if (s->about.note[0] == '\0') {
		draw_text(win, at.y + 1, at.x, at.w, ROLE_DIM,
		    "(no note yet; t writes one)");
		return;
	}
	draw_printf(win, at.y + 1, at.x, at.w, ROLE_LABEL,
	    "Latest note %s:", s->about.note_when);
	draw_wrap(win, (struct rect){ at.y + 2, at.x, at.h - 2, at.w },
	    ROLE_TEXT, s->about.note, 0);
}

/* The tabs, the one shown in brackets, where a rule would stand. */
static void
draw_tabs(struct person *s, WINDOW *win, int y, int w)
{
	size_t n;
	const struct kept_tab *tabs = kept_tabs(&n);
	int x = 1;

	for (size_t i = 0; i < n && x < w; i++) {
		bool here = i == s->tab;

		x +=
		    1 + draw_printf(win, y, x, w - x,
			    here ? ROLE_VALUE : ROLE_LABEL,
			    here ? "[%zu %s]" : "%zu %s", i + 1, tabs[i].title);
	}
}

static void
draw_kept_row(void *arg, WINDOW *win, int y, int x, int w, size_t i,
    enum role role)
{
	struct person *s = arg;

	draw_text(win, y, x, w, role, s->kept.at[i].text);
}

static void
draw_kept(struct person *s, struct view *v, struct rect at)
{
	struct rows_doors doors = { .draw = draw_kept_row, .arg = s };
	int y = at.y;

	if (s->kept.n == 0)
		draw_text(v->win, at.y, at.x + 2, at.w - 2, ROLE_DIM,
		    "(nothing yet)");
	rows_draw(&s->rows, v->win, at, &doors, &y);
	view_cursor(v, y, at.x, s->kept.title);
}

/* Large print: who, and the box that the cursor is in. */
static void
draw_narrow(struct person *s, struct view *v, struct rect at)
{
	int head = at.h < 10 ? 2 : HEAD_ROWS;

	for (int i = 0; i < head; i++)
		draw_text(v->win, at.y + i, at.x, at.w,
		    i == 0 ? ROLE_VALUE : ROLE_TEXT, s->about.head[i]);
	draw_rule(v->win, at.y + head, at.x, at.w);
	at = (struct rect){ at.y + head + 1, at.x, at.h - head - 1, at.w };
	if (s->tab > 0)
		draw_kept(s, v, at);
	else
		draw_box_of(s, v, at, s->box);
}

static void
person_draw(struct view *v)
{
	struct person *s = v->state;
	int h = getmaxy(v->win), w = getmaxx(v->win);
	struct rect all = { 0, 1, h, w - 2 };
	int note = h >= 34 ? 6 : NOTE_ROWS, top, left;
	/* A tall screen has room for the journey as well. */
	int journey = h >= 34 ? JOURNEY_ROWS : 0;

	theme_clear(v->win);
	if (!s->read)
		return;
	if (w < 60) {
		draw_narrow(s, v, all);
		return;
	}
	top = draw_head(s, v->win, all);
	draw_tabs(s, v->win, top, w);
	all.y = top + 1;
	if (s->tab > 0) {
		draw_kept(s, v, (struct rect){ all.y, 0, h - all.y, w - 1 });
		return;
	}
	all.h = h - top - 1 - note - journey;
	left = (w - 2) / 2;
	draw_column(s, v, (struct rect){ all.y, 0, all.h, left }, places[0]);
	draw_post(v->win, all.y, left, all.h);
	draw_column(s, v, (struct rect){ all.y, left + 1, all.h, w - left - 2 },
	    places[1]);
	draw_note(s, v->win, (struct rect){ h - note, 1, note, w - 2 });
	if (journey == 0)
		return;
	draw_rule(v->win, h - note - journey, 1, w - 2);
	lanes_draw(&s->line, v->win,
	    (struct rect){ h - note - journey + 1, 1, journey - 1, w - 2 },
	    desk_now());
}

/* ---- keys ---- */

static void
next_box(struct person *s, int step)
{
	int i = 0;

	while (i < ABOUT_BOXES && order[i] != s->box)
		i++;
	s->box = order[(i + step + ABOUT_BOXES) % ABOUT_BOXES];
}

/* Up from a box's first line is the box above it; so down from the last. */
static void
move_cursor(struct person *s, int step)
{
	size_t n = s->about.boxes[s->box].n, *at = &s->at[s->box];

	if (step > 0 && *at + 1 < n)
		(*at)++;
	else if (step < 0 && *at > 0)
		(*at)--;
	else
		for (int c = 0; c < 2; c++)
			for (int i = 0; i < 4; i++)
				if (places[c][i] == s->box) {
					int to = i + step;

					if (to >= 0 && to < 4)
						s->box = places[c][to];
					return;
				}
}

static void
across(struct person *s)
{
	for (int c = 0; c < 2; c++)
		for (int i = 0; i < 4; i++)
			if (places[c][i] == s->box) {
				s->box = places[1 - c][i];
				return;
			}
}

static void
open_line(struct person *s)
{
	const struct about_box *box = &s->about.boxes[s->box];
	const struct about_line *line;
	struct subject subject = { s->person, 0 };
	struct page_options page = { .title = box->title, .popup = true };

	if (box->n == 0)
		return;
	line = &box->at[s->at[s->box]];
	if (line->body != NULL) {
		page.text = line->body;
		page_open(&page);
	} else if (line->casefile != 0) {
		subject.casefile = line->casefile;
		show_journey(&subject);
	}
}

static uint64_t
case_here(const struct person *s)
{
	const struct about_box *box =
	    s->tab > 0 ? &s->kept : &s->about.boxes[s->box];
	size_t at = s->tab > 0 ? s->rows.at : s->at[s->box];
	uint64_t casefile = box->n > 0 ? box->at[at].casefile : 0;

	return casefile != 0 ? casefile : s->about.casefile;
}

static void
go_tab(struct view *v, size_t tab)
{
	struct person *s = v->state;
	size_t n;

	kept_tabs(&n);
	s->tab = tab % n;
	s->rows = (struct rows){ 0 };
	read_tab(s);
	show_hint(v);
	view_stale(v);
}

/* In a tab the keys of a list come first. */
static bool
tab_act(struct view *v, enum action action)
{
	struct person *s = v->state;
	struct page_options page = { .title = s->kept.title, .popup = true };
	size_t n;

	kept_tabs(&n);
	switch (action) {
	case ACTION_PANE:
		go_tab(v, s->tab + 1);
		return true;
	case ACTION_PANE_BACK:
		go_tab(v, s->tab + n - 1);
		return true;
	case ACTION_BACK:
		go_tab(v, 0);
		return true;
	case ACTION_OPEN:
		if (s->kept.n == 0)
			return true;
		page.text = s->kept.at[s->rows.at].body;
		page_open(&page);
		return true;
	default:
		return rows_act(&s->rows, action);
	}
}

/* The one before or after in the queue that this page was opened from. */
static void
step_person(struct view *v, int step)
{
	struct person *s = v->state;
	uint64_t next = queue_neighbour(s->person, step);

	if (next == 0)
		return;
	s->person = next;
	s->rows = (struct rows){ 0 };
	memset(s->at, 0, sizeof(s->at));
	read_other(v);
}

static bool
person_act(struct view *v, enum action action)
{
	struct person *s = v->state;
	struct subject subject = { s->person, case_here(s) };
	bool did = true;

	if (!s->read)
		return false;
	if (s->tab > 0 && tab_act(v, action)) {
		show_hint(v);
		view_stale(v);
		return true;
	}
	switch (action) {
	case ACTION_EARLIER:
	case ACTION_AFTER:
		step_person(v, action == ACTION_AFTER ? 1 : -1);
		break;
	case ACTION_PANE:
	case ACTION_PANE_BACK:
		next_box(s, action == ACTION_PANE ? 1 : -1);
		break;
	case ACTION_UP:
	case ACTION_DOWN:
		move_cursor(s, action == ACTION_DOWN ? 1 : -1);
		break;
	case ACTION_LEFT:
	case ACTION_RIGHT:
		across(s);
		break;
	case ACTION_OPEN:
		open_line(s);
		break;
	case ACTION_INCIDENT:
		show_intake_for(s->person);
		break;
	default:
		did = verbs_do(action, &subject, 1);
	}
	show_hint(v);
	view_stale(v);
	return did;
}

/* Digits choose the tab. */
static bool
person_type(struct view *v, const char *utf8)
{
	struct person *s = v->state;
	size_t n, tab = (size_t)(utf8[0] - '1');

	kept_tabs(&n);
	if (!s->read || utf8[0] < '1' || tab >= n || utf8[1] != '\0')
		return false;
	go_tab(v, tab);
	return true;
}

static void
person_news(struct view *v)
{
	read_page(v);
	show_hint(v);
}

/* clang-format off */
static const enum action hints[] = {
	ACTION_OPEN, ACTION_CONTACT, ACTION_OUTCOME, ACTION_INCIDENT,
	ACTION_REFER, ACTION_DIARY, ACTION_SEE_PLAN, ACTION_SAFETY,
	ACTION_JOURNEY, ACTION_RIGHTS, ACTION_NOTE, ACTION_WRITE_OUT,
	ACTION_BACK, ACTION_GOTO, ACTION_PALETTE, ACTION_HELP, ACTION_ASSIGN,
	ACTION_LATER, ACTION_PANE, ACTION_EARLIER, ACTION_AFTER, ACTION_MOVE,
	ACTION_NONE
};
/* clang-format on */

static const struct view_ops view_person = {
	.name = "person",
	.title = "A person",
	.about =
	    "One person on one page. Tab moves between the boxes, the arrows "
	    "within them, Enter opens the line. 1 to 9 choose a tab, which "
	    "shows all there is of one sort; [ and ] go along the queue. The "
	    "reference in words is what "
	    "you say to them.",
	.examples = "c contact  s safety card  j journey  t note",
	.size = sizeof(struct person),
	.hints = hints,
	.open = person_open,
	.draw = person_draw,
	.act = person_act,
	.type = person_type,
	.news = person_news,
	.back = person_news,
	.close = person_close,
};

void
show_person(uint64_t person)
{
	view_push(&view_person, &person);
}

void
show_asked(uint64_t person)
{
	struct person *s;

	view_push(&view_person, &person);
	s = view_top()->state;
	s->asked = true;
}

bool
person_was_asked(const struct view *v)
{
	return v != NULL && v->ops == &view_person &&
	       ((const struct person *)v->state)->asked;
}

void
show_subject(const struct subject *subject)
{
	show_person(subject->person);
}
