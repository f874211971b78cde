/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/str.h"
#include "base/when.h"
#include "hub/hub.h"
#include "ui/parts/line.h"
#include "ui/views/desk.h"
#include "ui/views/verbs.h"
#include "ui/views/views.h"

#include "ui/views/diary.h"

#define SATURDAY 5 /* of day_weekday() */

const struct diary_row *
diary_focus(const struct diary *s)
{
	return s->at < s->n ? &s->page.rows[s->shown[s->at]] : NULL;
}

int32_t
diary_day(const struct diary_row *row)
{
	return moment_day(row->at_ms);
}

static bool
passes(const struct diary *s, const struct diary_row *row)
{
	return !(s->hidden & 1u << row->sort) &&
	       diary_day(row) >= s->monday &&
	       diary_day(row) < s->monday + DIARY_DAYS;
}

/* The cursor goes to the first of the day that was wanted, or after it. */
static void
sift(struct diary *s)
{
	s->shown = arena_get(s->arena, (s->page.n + 1) * sizeof(*s->shown));
	s->n = s->at = 0;
	for (size_t i = 0; i < s->page.n; i++) {
		const struct diary_row *row = &s->page.rows[i];

		if (!passes(s, row))
			continue;
		if (diary_day(row) < s->wanted)
			s->at = s->n + 1;
		s->shown[s->n++] = i;
	}
	if (s->at >= s->n && s->n > 0)
		s->at = s->n - 1;
}

static void
count_hearings(struct diary *s)
{
	memset(s->hearings, 0, sizeof(s->hearings));
	for (size_t i = 0; i < s->page.n; i++) {
		const struct diary_row *row = &s->page.rows[i];
		int32_t week = (diary_day(row) - s->monday) / 7;

		if (row->sort == DIARY_COURT && !row->off && week >= 0 &&
		    week < DIARY_WEEKS)
			s->hearings[week]++;
	}
}

static void
follow(struct view *v)
{
	struct diary *s = v->state;
	const struct diary_row *row = diary_focus(s);
	int y, mo, d;

	day_split(s->monday, &y, &mo, &d);
	view_title(v, "Diary  week of Mon %d %.3s %d", d, month_name(mo), y);
	if (row != NULL)
		view_hint(v, "%zu of %zu", s->at + 1, s->n);
	else
		view_hint(v, "Nothing is kept in this week.");
	view_banner(v, ROLE_TEXT, "%s",
	    row != NULL && row->clash
		? "Clash: the same person or worker is elsewhere then."
		: "");
	view_stale(v);
}

static void
read_week(struct view *v)
{
	struct diary *s = v->state;
	struct fault f = { 0 };

	arena_reset(s->arena);
	s->page = (struct diary_page){ 0 };
	if (diary_read(desk_hub(), s->arena, s->monday,
		s->monday + DIARY_WEEKS * 7 - 1,
		s->mine ? desk_hub()->me.login : "", &s->page, &f))
		say_fault(&f);
	count_hearings(s);
	sift(s);
	follow(v);
}

static void
go_day(struct view *v, int32_t day)
{
	struct diary *s = v->state;

	s->wanted = day;
	s->monday = day - day_weekday(day);
	read_week(v);
}

static void
diary_open(struct view *v, void *arg)
{
	struct diary *s = v->state;
	int32_t today = moment_day(desk_now());

	(void)arg;
	s->arena = arena_new();
	/* At the weekend one looks at the week that comes. */
	go_day(v, today + (day_weekday(today) >= SATURDAY
			      ? 7 - day_weekday(today)
			      : 0));
}

static void
diary_close(struct view *v)
{
	struct diary *s = v->state;

	arena_free(s->arena);
	explicit_bzero(s, sizeof(*s));
}

static void
diary_news(struct view *v)
{
	struct diary *s = v->state;
	const struct diary_row *row = diary_focus(s);

	if (row != NULL)
		s->wanted = diary_day(row);
	read_week(v);
}

/* ---- keys ---- */

static bool
jump_answer(void *arg, const char *text)
{
	struct view *v = arg;
	char iso[WHEN_ROOM];
	int32_t first, last;
	struct fault f = { 0 };

	if (when_parse(text, desk_now(), WHEN_FUTURE, iso, &f)) {
		say_fault(&f);
		return false;
	}
	if (when_days(iso, &first, &last))
		go_day(v, first);
	return true;
}

static void
ask_jump(struct view *v)
{
	struct line_options o = {
		.tag = "day",
		.prompt = "Go to day (14/9, mon, t)",
		.max = 24,
		.answer = jump_answer,
		.arg = v,
	};

	line_ask(&o);
}

/* To the first entry of the day before or after that has one. */
static void
step_day(struct diary *s, int way)
{
	const struct diary_row *row = diary_focus(s);
	int32_t day = row != NULL ? diary_day(row) : s->monday;
	size_t to = s->at;

	while (to < s->n && diary_day(&s->page.rows[s->shown[to]]) == day)
		to += (size_t)way; /* below 0 it is past the end */
	if (to >= s->n)
		return;
	day = diary_day(&s->page.rows[s->shown[to]]);
	while (to > 0 && diary_day(&s->page.rows[s->shown[to - 1]]) == day)
		to--;
	s->at = to;
}

static bool
go_about(struct view *v, enum action action)
{
	struct diary *s = v->state;

	switch (action) {
	case ACTION_UP:
		s->at -= s->at > 0;
		return true;
	case ACTION_DOWN:
		s->at += s->at + 1 < s->n;
		return true;
	case ACTION_LEFT:
	case ACTION_RIGHT:
		step_day(s, action == ACTION_RIGHT ? 1 : -1);
		return true;
	case ACTION_START:
		s->at = 0;
		return true;
	case ACTION_END:
		s->at = s->n > 0 ? s->n - 1 : 0;
		return true;
	case ACTION_EARLIER:
	case ACTION_AFTER:
		go_day(v, s->monday + (action == ACTION_AFTER ? 7 : -7));
		return true;
	default:
		return false;
	}
}

/* The letters of a hearing, each a form over it. */
static const struct {
	enum action action;
	const char *form;
} forms[] = {
	{ ACTION_LATER, "relist" },
	{ ACTION_OUTCOME, "heard" },
	{ ACTION_EDIT, "measures" },
};

/* What the letters mean for one entry; others mean what they always mean. */
static bool
do_verb(enum action action, const struct diary_row *row)
{
	struct subject subject = { row->person, row->casefile };
	struct paper_of of = { .link = "hearing", .record = row->record };
	bool court = row->sort == DIARY_COURT;

	if (action == ACTION_OPEN) {
		show_person(row->person);
		return true;
	}
	if (action == ACTION_NEW) {
		show_paper("diary", &subject);
		return true;
	}
	for (size_t i = 0; court && i < sizeof(forms) / sizeof(forms[0]); i++)
		if (forms[i].action == action) {
			show_paper_of(forms[i].form, &subject, &of);
			return true;
		}
	return verbs_do(action, &subject, 1);
}

static bool
diary_act(struct view *v, enum action action)
{
	struct diary *s = v->state;
	const struct diary_row *row = diary_focus(s);
	bool did;

	if (action == ACTION_FILTER) {
		ask_jump(v);
		return true;
	}
	if (action == ACTION_OTHER_VIEW) {
		s->mine = !s->mine;
		read_week(v);
		return true;
	}
	did = go_about(v, action) || (row != NULL && do_verb(action, row));
	if (view_top() == v)
		follow(v);
	return did;
}

/* Digits show and hide court, visits, calls. */
static bool
diary_type(struct view *v, const char *utf8)
{
	struct diary *s = v->state;
	int sort = utf8[0] - '1';

	if (sort < 0 || sort >= DIARY_SORTS || utf8[1] != '\0')
		return false;
	s->hidden ^= 1u << sort;
	sift(s);
	follow(v);
	return true;
}

/* clang-format off */
static const enum action hints[] = {
	ACTION_OPEN, ACTION_NEW, ACTION_LATER, ACTION_OUTCOME, ACTION_EDIT,
	ACTION_CONTACT, ACTION_EARLIER, ACTION_AFTER, ACTION_FILTER,
	ACTION_OTHER_VIEW, ACTION_JOURNEY, ACTION_BACK, ACTION_GOTO,
	ACTION_PALETTE, ACTION_HELP, ACTION_NONE
};
/* clang-format on */

static const struct view_ops view_diary = {
	.name = "diary",
	.size = sizeof(struct diary),
	.hints = hints,
	.about = "A week of court dates, visits and calls. n keeps another day "
		 "for the one under the cursor, z a new day for a hearing that "
		 "did not go ahead, o one that was held, e its measures; 1 2 3 "
		 "show court, visits, calls, v only your own.",
	.examples = "/14/9 or /mon goes to a day, /t to today",
	.open = diary_open,
	.draw = diary_draw,
	.act = diary_act,
	.type = diary_type,
	.news = diary_news,
	.back = diary_news,
	.close = diary_close,
};

void
show_diary(const struct subject *subject)
{
	(void)subject;
	view_push(&view_diary, NULL);
}
