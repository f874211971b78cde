/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

/*
 * A journey (L4): lanes over time, and below them every step in order. The
 * cursor is in the list; the lanes follow it. Digits show and hide lanes.
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/day.h"
#include "base/str.h"
#include "base/utf8.h"
#include "hub/hub.h"
#include "hub/looked.h"
#include "hub/read.h"
#include "model/record.h"
#include "ui/parts/line.h"
#include "ui/parts/page.h"
#include "ui/parts/rows.h"
#include "ui/views/desk.h"
#include "ui/views/lanes.h"
#include "ui/views/verbs.h"
#include "ui/views/words.h"

#include "ui/views/views.h"

struct journey {
	struct subject of;
	struct arena *arena;
	struct timeline line;
	struct lanes lanes;
	const char *ref, *name, *stage;
	struct safe_told told;
	unsigned hidden; /* lanes, by bit */
	char seek[64];   /* "" every step */
	size_t *shown;   /* which steps pass lanes and words */
	size_t n_shown;
	struct rows rows;
	bool read, zoomed;
};

static bool
passes(struct journey *s, const struct timeline_step *step)
{
	const char *words;

	if (s->hidden & 1u << lane_of(step))
		return false;
	if (s->seek[0] == '\0')
		return true;
	words = arena_printf(s->arena, "%s %s %s", step->who, step->what,
	    step->told);
	return strstr(utf8_fold(s->arena, words),
		   utf8_fold(s->arena, s->seek)) != NULL;
}

/* Which steps are shown; the cursor stays on its step if that one is. */
static void
sift(struct journey *s)
{
	size_t was = s->n_shown > 0 ? s->shown[s->rows.at] : SIZE_MAX;
	size_t at = SIZE_MAX;
	struct timeline_chart chart = s->lanes.chart;

	s->shown = arena_get(s->arena, (s->line.n + 1) * sizeof(*s->shown));
	s->n_shown = 0;
	for (size_t i = 0; i < s->line.n; i++) {
		if (!passes(s, &s->line.at[i]))
			continue;
		if (i == was)
			at = s->n_shown;
		s->shown[s->n_shown++] = i;
	}
	if (at == SIZE_MAX)
		at = s->n_shown > 0 ? s->n_shown - 1 : 0;
	rows_set(&s->rows, s->n_shown, at);
	lanes_make(s->arena, &s->line, s->hidden, desk_now(), &s->lanes);
	if (s->zoomed) {
		s->lanes.chart.first = chart.first;
		s->lanes.chart.days = chart.days;
	}
}

static void
read_who(struct journey *s)
{
	struct person_page page = { 0 };
	struct record *casefile;
	struct fault f = { 0 };

	s->ref = s->name = s->stage = "";
	if (hub_person_page(desk_hub(), s->arena, s->of.person, &page, &f)) {
		say_fault(&f);
		return;
	}
	s->read = true;
	s->ref = record_text(page.person, PERSON_REF);
	s->name = words_name(s->arena, page.person);
	s->told = words_told(page.safety, page.person);
	if (s->of.casefile != 0 &&
	    !hub_record(desk_hub(), s->arena, KIND_CASEFILE, s->of.casefile,
		&casefile, NULL))
		s->stage =
		    words_of(desk_hub(), s->arena, casefile, CASEFILE_STAGE);
}

/* What came last, where that is not what the case stands at: of several
 * charges the furthest is the stage, and another may have moved since. */
static const char *
newest_step(const struct journey *s)
{
	for (size_t i = s->line.n; i-- > 0;) {
		const struct timeline_step *step = &s->line.at[i];

		if (step->state[0] == '\0' || step->at_ms > desk_now())
			continue;
		return str_starts(step->what, s->stage) ? "" : step->what;
	}
	return "";
}

static void
say_all(struct view *v)
{
	struct journey *s = v->state;
	const char *newest;
	char position[32];

	newest = s->of.casefile != 0 ? newest_step(s) : "";
	view_title(v, "Journey %s  %s%s%s", s->ref,
	    s->of.casefile != 0 ? s->stage : "all cases",
	    newest[0] != '\0' ? "; newest: " : "", newest);
	words_banner(v, desk_hub(), &s->told);
	rows_position(&s->rows, position);
	view_hint(v, "%s%s%s", position, s->seek[0] != '\0' ? "   with: " : "",
	    s->seek);
	view_stale(v);
}

static void
read_page(struct view *v)
{
	struct journey *s = v->state;
	struct fault f = { 0 };

	arena_reset(s->arena);
	s->line = (struct timeline){ 0 };
	s->n_shown = 0;
	s->read = false;
	read_who(s);
	if (s->read && timeline_read(desk_hub(), s->arena, s->of.person,
			   s->of.casefile, &s->line, &f))
		say_fault(&f);
	sift(s);
	say_all(v);
}

static void
journey_open(struct view *v, void *arg)
{
	struct journey *s = v->state;

	s->of = *(const struct subject *)arg;
	s->arena = arena_new();
	s->hidden = 1u << LANE_HUB;
	read_page(v);
	if (s->n_shown == 0 && s->line.n > 0) {
		s->hidden = 0;
		sift(s);
	}
	rows_set(&s->rows, s->n_shown, s->n_shown > 0 ? s->n_shown - 1 : 0);
	desk_look(s->of.person, s->of.casefile);
	if (s->read)
		hub_looked(desk_hub(), LOOKED_JOURNEY, KIND_PERSON,
		    s->of.person, NULL);
	say_all(v);
}

static void
journey_close(struct view *v)
{
	struct journey *s = v->state;

	arena_free(s->arena);
	explicit_bzero(s, sizeof(*s));
}

/* ---- drawing ---- */

static void
draw_step(void *arg, WINDOW *win, int y, int x, int w, size_t i, enum role role)
{
	struct journey *s = arg;

	lanes_step(win, y, x, w, &s->line.at[s->shown[i]], role);
}

static void
draw_switches(struct journey *s, WINDOW *win, int y, int w)
{
	char out[160];

	snprintf(out, sizeof(out),
	    "zoom: %s   show:", timeline_word(&s->lanes.chart));
	for (int i = 0; i < LANES; i++) {
		size_t used = strlen(out);

		snprintf(out + used, sizeof(out) - used, " %d[%c]%s", i + 1,
		    s->hidden & 1u << i ? ' ' : 'x', lane_title((enum lane)i));
	}
	draw_text(win, y, 1, w - 2, ROLE_LABEL, out);
}

static void
focus_mark(struct journey *s)
{
	s->lanes.chart.focus = s->lanes.chart.n_marks;
	for (size_t i = 0; s->n_shown > 0 && i < s->lanes.chart.n_marks; i++)
		if (s->lanes.step[i] == s->shown[s->rows.at])
			s->lanes.chart.focus = i;
}

static int
draw_lanes(struct journey *s, WINDOW *win, int y, int w)
{
	int rows = (int)s->lanes.chart.n_lanes + 1;

	if (!s->zoomed)
		timeline_fit(&s->lanes.chart, w - 2);
	focus_mark(s);
	timeline_draw(&s->lanes.chart, win, (struct rect){ y, 1, rows, w - 2 });
	draw_rule(win, y + rows, 1, w - 2);
	return rows + 1;
}

static void
journey_draw(struct view *v)
{
	struct journey *s = v->state;
	int h = getmaxy(v->win), w = getmaxx(v->win), y = 0, at = 0;
	struct rows_doors doors = { .draw = draw_step, .arg = s };
	char legend[256];
	int foot = h >= 14 ? 2 : 0;

	theme_clear(v->win);
	if (!s->read)
		return;
	if (h >= 14) {
		if (w >= 60)
			draw_switches(s, v->win, y++, w);
		y += draw_lanes(s, v->win, y, w);
	} else {
		draw_text(v->win, y++, 1, w - 2, ROLE_VALUE, s->name);
	}
	if (s->n_shown == 0)
		draw_text(v->win, y, 3, w - 4, ROLE_DIM,
		    s->line.n > 0 ? "(no step here passes; digits show lanes)"
				  : "(no steps yet)");
	at = y;
	rows_draw(&s->rows, v->win, (struct rect){ y, 0, h - y - foot, w - 1 },
	    &doors, &at);
	view_cursor(v, at, 0, "step");
	if (foot == 0)
		return;
	lanes_legend(&s->line, s->hidden, legend, sizeof(legend));
	draw_wrap(v->win, (struct rect){ h - foot, 1, foot, w - 2 }, ROLE_DIM,
	    legend, 0);
}

/* ---- keys ---- */

static void
zoom(struct journey *s, struct view *v, bool nearer)
{
	int32_t day = s->n_shown > 0
			  ? moment_day(s->line.at[s->shown[s->rows.at]].at_ms)
			  : moment_day(desk_now());

	timeline_zoom(&s->lanes.chart, getmaxx(v->win) - 2, nearer, day);
	s->zoomed = true;
}

static void
shift(struct journey *s, int way)
{
	s->lanes.chart.first += way * 10 * s->lanes.chart.days;
	s->zoomed = true;
}

static void
seek_typed(void *arg, const char *text)
{
	struct view *v = arg;
	struct journey *s = v->state;

	str_set(s->seek, sizeof(s->seek), text);
	sift(s);
	say_all(v);
}

static bool
seek_answer(void *arg, const char *text)
{
	seek_typed(arg, text);
	return true;
}

static void
seek_left(void *arg)
{
	seek_typed(arg, "");
}

static void
ask_seek(struct view *v)
{
	struct journey *s = v->state;
	struct line_options o = { .tag = "seek",
		.prompt = "Find in journey",
		.text = s->seek,
		.max = sizeof(s->seek) - 1,
		.answer = seek_answer,
		.typed = seek_typed,
		.left = seek_left,
		.arg = v };

	line_ask(&o);
}

static void
open_step(struct journey *s)
{
	const struct timeline_step *step;
	struct page_options page = { .popup = true, .title = "Step" };

	if (s->n_shown == 0)
		return;
	step = &s->line.at[s->shown[s->rows.at]];
	page.text = arena_printf(s->arena, "%s   %s\n\n%s%s%s%s", step->when,
	    step->who, step->what, step->told[0] != '\0' ? "\n\n(" : "",
	    step->told, step->told[0] != '\0' ? ")" : "");
	page_open(&page);
}

/* The verbs are about the case of the step, when all of them are shown. */
static struct subject
subject_here(const struct journey *s)
{
	struct subject subject = s->of;

	if (subject.casefile == 0 && s->n_shown > 0)
		subject.casefile = s->line.at[s->shown[s->rows.at]].casefile;
	return subject;
}

static bool
journey_act(struct view *v, enum action action)
{
	struct journey *s = v->state;
	struct subject subject = subject_here(s);
	bool did = true;

	if (!s->read)
		return false;
	switch (action) {
	case ACTION_NEARER:
	case ACTION_WIDER:
		zoom(s, v, action == ACTION_NEARER);
		break;
	case ACTION_EARLIER:
	case ACTION_AFTER:
		shift(s, action == ACTION_AFTER ? 1 : -1);
		break;
	case ACTION_FILTER:
		ask_seek(v);
		break;
	case ACTION_OPEN:
		open_step(s);
		break;
	case ACTION_JOURNEY:
		/* All of theirs, or this one again. */
		s->of.casefile = s->of.casefile != 0 ? 0 : subject.casefile;
		read_page(v);
		break;
	default:
		did =
		    rows_act(&s->rows, action) || verbs_do(action, &subject, 1);
	}
	if (view_top() == v)
		say_all(v);
	return did;
}

static bool
journey_type(struct view *v, const char *utf8)
{
	struct journey *s = v->state;
	int lane = utf8[0] - '1';

	if (lane < 0 || lane >= LANES || utf8[1] != '\0')
		return false;
	s->hidden ^= 1u << lane;
	sift(s);
	say_all(v);
	return true;
}

/* clang-format off */
static const enum action hints[] = {
	ACTION_OPEN, ACTION_EARLIER, ACTION_AFTER, ACTION_NEARER,
	ACTION_WIDER, ACTION_MOVE, ACTION_DIARY, ACTION_NOTE,
	ACTION_CONTACT, ACTION_JOURNEY, ACTION_FILTER, ACTION_BACK,
	ACTION_GOTO, ACTION_PALETTE, ACTION_HELP, ACTION_OUTCOME,
	ACTION_REFER, ACTION_SEE_PLAN, ACTION_RIGHTS, ACTION_WRITE_OUT,
	ACTION_NONE
};
/* clang-format on */

static const struct view_ops view_journey = {
	.name = "journey",
	.title = "A journey",
	.about =
	    "Everything that happened, in order: lanes over time above, every "
	    "step below, and what the victim was told and when. 1 to 6 show "
	    "and hide lanes; j shows all their cases, and this one again.",
	.examples = "m moves the journey on\n+ and - zoom, [ and ] go earlier "
		    "and later\n"
		    "/ looks for words in the steps",
	.size = sizeof(struct journey),
	.hints = hints,
	.open = journey_open,
	.draw = journey_draw,
	.act = journey_act,
	.type = journey_type,
	.news = read_page,
	.back = read_page,
	.close = journey_close,
};

void
show_journey(const struct subject *subject)
{
	struct subject copy = *subject;

	view_push(&view_journey, &copy);
}
