/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/phone.h"
#include "base/ref.h"
#include "base/str.h"
#include "hub/find.h"
#include "hub/hub.h"
#include "hub/read.h"
#include "model/record.h"
#include "ui/frame/frame.h"
#include "ui/frame/panes.h"
#include "ui/parts/line.h"
#include "ui/views/desk.h"

#include "ui/views/queue.h"

/* ---- what stands around it ---- */

static void
show_title(struct view *v)
{
	struct queue *s = v->state;
	char tabs[80] = "";

	for (int i = 0; i < QUEUE_COUNT; i++) {
		size_t used = strlen(tabs);
		bool here = i == (int)s->name;

		/* A tab that is for some, and only while something waits. */
		if (i == QUEUE_SUPERVISOR && !here && s->counts[i] == 0)
			continue;
		snprintf(tabs + used, sizeof(tabs) - used, "%s%s%s %zu%s",
		    i > 0 ? "  " : "", here ? "[" : "",
		    queue_title((enum queue_name)i), s->counts[i],
		    here ? "]" : "");
	}
	if (s->n_selected > 0)
		view_title(v, "Queue  %zu selected", s->n_selected);
	else
		view_title(v, "Queue  %s", tabs);
}

/* Where the foot has no room for it, the banner is about the person under the
 * cursor; else it says what the list shows. */
static void
show_banner(struct view *v)
{
	struct queue *s = v->state;
	struct buf out = { 0 };
	int h, w;
	bool foot;
	enum role role;

	frame_body(&h, &w);
	foot = h >= 14 && w >= 60 && w < 120;

	if (foot || !s->has_about) {
		view_banner(v, ROLE_TEXT,
		    "filter: %s   sort: rights clock, then risk",
		    s->filter[0] != '\0' ? s->filter : "(none)");
		return;
	}
	role = words_safe(desk_hub(), &s->about.told, &out);
	view_banner(v, role, "%s%.*s: %s", s->about.ref,
	    (int)(1 + strcspn(s->about.name, ",")),
	    arena_printf(s->about_arena, " %s", s->about.name), buf_str(&out));
	buf_wipe(&out);
}

static void
show_hint(struct view *v)
{
	struct queue *s = v->state;
	char position[32], fresh[32] = "", drafts[48] = "";

	rows_position(&s->rows, position);
	if (s->fresh > 0)
		snprintf(fresh, sizeof(fresh), "   %zu new, F5", s->fresh);
	if (s->drafts > 0)
		snprintf(drafts, sizeof(drafts), "   %zu draft%s, :drafts",
		    s->drafts, s->drafts == 1 ? "" : "s");
	view_hint(v, "%s%s%s", position, fresh, drafts);
}

/* After anything: all that follows from where the cursor is. */
static void
follow(struct view *v)
{
	struct queue *s = v->state;
	const struct queue_row *row;
	int h, w;

	frame_body(&h, &w);
	queue_preview(s, panes_list(h, w).third.w > 0);
	row = queue_focus(s);
	if (row != NULL)
		desk_look(row->person, row->casefile);
	show_title(v);
	show_banner(v);
	show_hint(v);
	view_stale(v);
}

static void
queue_open(struct view *v, void *arg)
{
	struct queue *s = v->state;

	(void)arg;
	s->arena = arena_new();
	s->gone_arena = arena_new();
	s->about_arena = arena_new();
	queue_load(s);
	follow(v);
}

static void
queue_close(struct view *v)
{
	struct queue *s = v->state;

	arena_free(s->arena);
	arena_free(s->gone_arena);
	arena_free(s->about_arena);
	explicit_bzero(s, sizeof(*s));
}

/* ---- filter and find ---- */

static void
set_filter(struct view *v, const char *text)
{
	struct queue *s = v->state;

	str_set(s->filter, sizeof(s->filter), text);
	queue_load(s);
	follow(v);
}

static void
filter_typed(void *arg, const char *text)
{
	struct view *v = arg;
	struct queue *s = v->state;

	str_set(s->filter, sizeof(s->filter), text);
	queue_sift(s);
	show_title(v);
	show_banner(v);
	view_stale(v);
}

/* A whole telephone number that only one person has. */
static bool
is_their_number(const char *text, uint64_t *person)
{
	struct arena *arena = arena_new();
	struct find_page page = { 0 };
	char number[PHONE_ROOM];
	bool is = !phone_normal(text, number, NULL) && strlen(number) >= 10 &&
		  !find_run(desk_hub(), arena, text, 2, &page, NULL) &&
		  page.n == 1;

	*person = is ? page.hits[0].person : 0;
	arena_free(arena);
	return is;
}

/* A reference or a whole number goes straight to the person; words that nobody
 * in this queue has are looked for everywhere. */
static bool
filter_answer(void *arg, const char *text)
{
	struct view *v = arg;
	struct queue *s = v->state;
	struct arena *arena;
	struct record *person = NULL;
	uint64_t asked;
	char ref[REF_ROOM];

	if (!ref_parse(text, ref, NULL)) {
		arena = arena_new();
		set_filter(v, "");
		if (!hub_by_ref(desk_hub(), arena, text, &person, NULL, NULL))
			show_asked(person->id);
		else
			show_find(text);
		arena_free(arena);
		return true;
	}
	if (is_their_number(text, &asked)) {
		set_filter(v, "");
		show_asked(asked);
		return true;
	}
	set_filter(v, str_is_blank(text) ? "" : text);
	if (!str_is_blank(text) && s->rows.n == 0) {
		set_filter(v, "");
		show_find(text);
	}
	return true;
}

static void
filter_left(void *arg)
{
	set_filter(arg, "");
}

static void
ask_filter(struct view *v)
{
	struct queue *s = v->state;
	struct line_options o = {
		.tag = "filter",
		.prompt = "/",
		.text = s->filter,
		.max = sizeof(s->filter) - 1,
		.answer = filter_answer,
		.typed = filter_typed,
		.left = filter_left,
		.arg = v,
	};

	line_ask(&o);
}

/* ---- keys ---- */

static bool
is_for_many(enum action action)
{
	return action == ACTION_ASSIGN || action == ACTION_LATER ||
	       action == ACTION_REPEAT;
}

/* The verbs are for the selected, or for the row with the cursor. */
static bool
do_verb(struct queue *s, enum action action)
{
	const struct queue_row *row = queue_focus(s);
	struct subject one;

	if (row == NULL)
		return false;
	one = queue_subject(row);
	if (s->is_gone) {
		if (is_for_many(action) || action == ACTION_CONTACT) {
			say(ROLE_TEXT,
			    "Someone took this case out of the queue; move on "
			    "to see who is next.");
			return true;
		}
	} else if (s->n_selected > 0 && is_for_many(action)) {
		return verbs_do(action, s->selected, s->n_selected);
	}
	return verbs_do(action, &one, 1);
}

static void
open_row(struct queue *s)
{
	const struct queue_row *row = queue_focus(s);

	if (row != NULL)
		show_person(row->person);
}

static void
go_tab(struct view *v, enum queue_name name)
{
	struct queue *s = v->state;

	s->name = name;
	s->rows.at = s->rows.top = 0;
	queue_load(s);
	follow(v);
}

static bool
act_own(struct view *v, enum action action)
{
	struct queue *s = v->state;
	const struct queue_row *row = queue_focus(s);

	switch (action) {
	case ACTION_OPEN:
		open_row(s);
		return true;
	case ACTION_INCIDENT:
		if (row != NULL)
			show_intake_for(row->person);
		return true;
	case ACTION_SELECT:
		queue_toggle(s);
		return true;
	case ACTION_SELECT_TO:
		queue_select_to(s);
		return true;
	case ACTION_SELECT_ALL:
		queue_select_all(s);
		return true;
	case ACTION_FILTER:
		ask_filter(v);
		return true;
	case ACTION_REFRESH:
		queue_load(s);
		return false; /* and the frame draws all of it again */
	default:
		return do_verb(s, action);
	}
}

/* Back from the queue is nowhere: it lets go of what is in hand first. */
static bool
go_back(struct view *v)
{
	struct queue *s = v->state;

	if (s->n_selected > 0)
		s->n_selected = 0;
	else if (s->filter[0] != '\0')
		set_filter(v, "");
	else
		say(ROLE_TEXT, "This is the queue. :quit leaves handrail.");
	return true;
}

static bool
queue_act(struct view *v, enum action action)
{
	struct queue *s = v->state;
	bool did;

	if (action == ACTION_BACK) {
		did = go_back(v);
	} else if (rows_act(&s->rows, action)) {
		queue_moved(s);
		did = true;
	} else {
		did = act_own(v, action);
	}
	if (view_top() == v)
		follow(v);
	return did;
}

/* Digits choose the tab. */
static bool
queue_type(struct view *v, const char *utf8)
{
	int tab = utf8[0] - '1';

	if (tab < 0 || tab >= QUEUE_COUNT || utf8[1] != '\0' ||
	    !queue_may(desk_hub(), (enum queue_name)tab))
		return false;
	go_tab(v, (enum queue_name)tab);
	return true;
}

static void
queue_news(struct view *v)
{
	queue_follow(v->state);
	if (view_top() == v)
		follow(v);
}

static void
queue_back(struct view *v)
{
	struct queue *s = v->state;

	s->n_selected = 0;
	queue_load(s);
	follow(v);
}

/* clang-format off */
static const enum action hints[] = {
	ACTION_OPEN, ACTION_CONTACT, ACTION_NEW, ACTION_SELECT, ACTION_ASSIGN,
	ACTION_LATER, ACTION_FILTER, ACTION_NOTE, ACTION_SAFETY,
	ACTION_JOURNEY, ACTION_GOTO, ACTION_PALETTE, ACTION_HELP, ACTION_UNDO,
	ACTION_REPEAT, ACTION_REFER, ACTION_DIARY, ACTION_SEE_PLAN,
	ACTION_RIGHTS, ACTION_HIDE, ACTION_INCIDENT, ACTION_SELECT_ALL,
	ACTION_NONE
};
/* clang-format on */

static const struct view_ops view_queue = {
	.name = "queue",
	.title = "The queue",
	.about =
	    "Open cases in the order people should take them: by when the next "
	    "thing is due, then by risk. The reason stands in words under Why "
	    "now. What is safe stands under Safe: T text, V voicemail, ! means "
	    "there is something you must not do, and the lines below say what. "
	    "1, 2 and 3 choose mine, team, unassigned.",
	.examples = "c rings the person under the cursor and logs the try\n"
		    "n takes a new call\n"
		    "/dom due<2d shows domestic abuse due within two days\n"
		    "/4F7K22 Enter opens that person",
	.size = sizeof(struct queue),
	.hints = hints,
	.open = queue_open,
	.draw = queue_draw,
	.act = queue_act,
	.type = queue_type,
	.news = queue_news,
	.back = queue_back,
	.close = queue_close,
};

uint64_t
queue_neighbour(uint64_t person, int step)
{
	struct view *v = view_named("queue");
	struct queue *s = v != NULL ? v->state : NULL;
	const struct queue_row *row = s != NULL ? queue_focus(s) : NULL;
	size_t at;

	if (row == NULL || row->person != person) {
		say(ROLE_TEXT, "[ and ] go along the queue, and the queue "
			       "stands at somebody else.");
		return 0;
	}
	at = s->rows.at;
	rows_act(&s->rows, step > 0 ? ACTION_DOWN : ACTION_UP);
	queue_moved(s);
	row = queue_focus(s);
	if (s->rows.at == at || row == NULL) {
		say(ROLE_TEXT, step > 0 ? "That was the last in the queue."
					: "That is the first in the queue.");
		return 0;
	}
	return row->person;
}

void
show_queue(void)
{
	view_push(&view_queue, NULL);
}
