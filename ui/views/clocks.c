/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

/*
 * The rights clock (L8): what is owed to whom by when, mine, the team's or one
 * person's, and what came of it.
 */

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/str.h"
#include "hub/hub.h"
#include "ui/parts/line.h"
#include "ui/views/desk.h"
#include "ui/views/verbs.h"

#include "ui/views/clocks.h"

static void
say_all(struct view *v)
{
	static const char *const names[] = { "mine", "team", NULL };
	struct clocks *s = v->state;
	char tabs[64] = "", position[32];

	for (int i = 0; i < CLOCKS_TABS; i++) {
		const char *name = names[i] != NULL ? names[i] : s->one;
		size_t used = strlen(tabs);

		snprintf(tabs + used, sizeof(tabs) - used,
		    i == (int)s->tab ? " [%.16s]" : "  %.16s ", name);
	}
	view_title(v, "Rights clock  %s%s", tabs,
	    s->closed ? "  with ended" : "");
	rows_position(&s->rows, position);
	if (s->right != 0)
		view_hint(v, "%s   right %d only%s%s", position, s->right,
		    s->filter[0] != '\0' ? "   with: " : "", s->filter);
	else
		view_hint(v, "%s%s%s   E enhanced rights", position,
		    s->filter[0] != '\0' ? "   with: " : "", s->filter);
	view_stale(v);
}

static void
moved(struct view *v)
{
	struct clocks *s = v->state;
	const struct due_row *row = clocks_focus(s);

	s->focus = row != NULL ? row->clock : 0;
	if (row != NULL)
		desk_look(row->person, row->casefile);
	say_all(v);
}

static void
read_again(struct view *v)
{
	clocks_load(v->state);
	say_all(v);
}

void
clocks_done(struct view *v)
{
	read_again(v);
}

static void
clocks_open(struct view *v, void *arg)
{
	struct clocks *s = v->state;
	const struct subject *of = arg;

	s->arena = arena_new();
	s->about_arena = arena_new();
	s->of = *of;
	s->tab = of->person != 0 ? CLOCKS_ONE : CLOCKS_MINE;
	if (s->tab == CLOCKS_MINE)
		s->of = (struct subject){ desk_person(), 0 };
	read_again(v);
}

static void
clocks_close(struct view *v)
{
	struct clocks *s = v->state;

	arena_free(s->arena);
	arena_free(s->about_arena);
	explicit_bzero(s, sizeof(*s));
}

/* ---- keys ---- */

static void
filter_typed(void *arg, const char *text)
{
	struct view *v = arg;
	struct clocks *s = v->state;

	str_set(s->filter, sizeof(s->filter), text);
	clocks_sift(s);
	say_all(v);
}

static bool
filter_answer(void *arg, const char *text)
{
	filter_typed(arg, text);
	return true;
}

static void
filter_left(void *arg)
{
	filter_typed(arg, "");
}

static void
ask_filter(struct view *v)
{
	struct clocks *s = v->state;
	struct line_options o = { .tag = "filter",
		.prompt = "Filter",
		.text = s->filter,
		.max = sizeof(s->filter) - 1,
		.answer = filter_answer,
		.typed = filter_typed,
		.left = filter_left,
		.arg = v };

	line_ask(&o);
}

static void
turn_tab(struct view *v, int way)
{
	struct clocks *s = v->state;
	const struct due_row *row = clocks_focus(s);

	if (row != NULL && s->tab != CLOCKS_ONE)
		s->of = (struct subject){ row->person, 0 };
	s->tab = (enum clocks_tab)(((int)s->tab + way + CLOCKS_TABS) %
				   CLOCKS_TABS);
	read_again(v);
}

static bool
do_verb(struct clocks *s, enum action action)
{
	const struct due_row *row = clocks_focus(s);
	struct subject subject;

	if (row == NULL)
		return false;
	subject = (struct subject){ row->person, row->casefile };
	return verbs_do(action, &subject, 1);
}

static bool
clocks_act(struct view *v, enum action action)
{
	struct clocks *s = v->state;
	const struct due_row *row = clocks_focus(s);

	if (rows_act(&s->rows, action)) {
		moved(v);
		return true;
	}
	switch (action) {
	case ACTION_OPEN:
		if (row != NULL)
			show_person(row->person);
		return true;
	case ACTION_OUTCOME:
		clocks_ask(v);
		return true;
	case ACTION_FLAG:
		clocks_late(v);
		return true;
	case ACTION_FILTER:
		ask_filter(v);
		return true;
	case ACTION_PANE:
	case ACTION_PANE_BACK:
	case ACTION_RIGHTS:
		turn_tab(v, action == ACTION_PANE_BACK ? -1 : 1);
		return true;
	case ACTION_OTHER_VIEW:
		s->closed = !s->closed;
		read_again(v);
		return true;
	case ACTION_REFRESH:
		read_again(v);
		return true;
	default:
		return do_verb(s, action);
	}
}

static bool
clocks_type(struct view *v, const char *utf8)
{
	struct clocks *s = v->state;

	if (utf8[0] < '0' || utf8[0] > '9' || utf8[1] != '\0')
		return false;
	s->right = s->right == utf8[0] - '0' ? 0 : utf8[0] - '0';
	clocks_sift(s);
	moved(v);
	return true;
}

/* clang-format off */
static const enum action hints[] = {
	ACTION_OPEN, ACTION_OUTCOME, ACTION_CONTACT, ACTION_FLAG,
	ACTION_FILTER, ACTION_NOTE, ACTION_PANE, ACTION_OTHER_VIEW,
	ACTION_WRITE_OUT, ACTION_BACK, ACTION_GOTO, ACTION_PALETTE,
	ACTION_HELP, ACTION_NONE
};
/* clang-format on */

static const struct view_ops view_clocks = {
	.name = "clocks",
	.title = "The rights clock",
	.about =
	    "What is owed to whom, by when, and by which body: yours, the "
	    "team's, or one person's; Tab goes from one to the next. Below "
	    "stands what started the clock, who owes it and what we can do. "
	    "o says what came of it; f says why it was late; 1 to 9 show one "
	    "right only, 0 all; v shows those that ended.",
	.examples = "o n  she was told just now, by us\n"
		    "o t  she was told another time, or by others\n"
		    "o c  ask the body that owes it\n"
		    "6    only the right to hear about the investigation",
	.size = sizeof(struct clocks),
	.hints = hints,
	.open = clocks_open,
	.draw = clocks_draw,
	.act = clocks_act,
	.type = clocks_type,
	.news = read_again,
	.back = read_again,
	.close = clocks_close,
};

void
show_clocks(const struct subject *subject)
{
	view_push(&view_clocks, (void *)subject);
}

void
show_my_clocks(const struct subject *subject)
{
	static const struct subject nobody = { 0, 0 };

	(void)subject;
	view_push(&view_clocks, (void *)&nobody);
}
