/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "ui/parts/timeline.h"
#include "base/day.h"

#define LANE 5 /* columns of a lane's name */

/* The steps of the zoom: days in a column, and what that is called. */
static const struct zoom {
	int days;
	const char *word;
} zooms[] = {
	{ 1, "days" },
	{ 3, "weeks" },
	{ 7, "months" },
	{ 30, "years" },
};

#define N_ZOOMS (sizeof(zooms) / sizeof(zooms[0]))

static size_t
zoom_of(const struct timeline_chart *t)
{
	size_t i = 0;

	while (i + 1 < N_ZOOMS && zooms[i].days < t->days)
		i++;
	return i;
}

const char *
timeline_word(const struct timeline_chart *t)
{
	return zooms[zoom_of(t)].word;
}

static int32_t
last_day(const struct timeline_mark *m)
{
	return m->to > m->from ? m->to : m->from;
}

void
timeline_fit(struct timeline_chart *t, int w)
{
	int32_t first = t->today, last = t->today;
	size_t i = 0;

	for (size_t k = 0; k < t->n_marks; k++) {
		const struct timeline_mark *m = &t->marks[k];

		if (k == 0 && !t->today)
			first = last = m->from;
		first = m->from < first ? m->from : first;
		last = last_day(m) > last ? last_day(m) : last;
	}
	while (i + 1 < N_ZOOMS && (last - first) / zooms[i].days > w - LANE - 3)
		i++;
	t->days = zooms[i].days;
	t->first = first - t->days;
}

void
timeline_zoom(struct timeline_chart *t, int w, bool nearer, int32_t day)
{
	size_t i = zoom_of(t);
	int col = t->days ? (day - t->first) / t->days : 0;

	if (nearer && i > 0)
		i--;
	else if (!nearer && i + 1 < N_ZOOMS)
		i++;
	if (col < 0 || col > w - LANE)
		col = (w - LANE) / 2;
	t->days = zooms[i].days;
	t->first = day - col * t->days;
}

/* The column of a day, or -1 when it is not shown. */
static int
column(const struct timeline_chart *t, struct rect at, int32_t day)
{
	int32_t ahead = day - t->first;
	int col = ahead < 0 ? -1 : ahead / t->days;

	return col < 0 || col >= at.w - LANE ? -1 : at.x + LANE + col;
}

static void
draw_months(const struct timeline_chart *t, WINDOW *win, struct rect at)
{
	int y, m, d, free_from = at.x + LANE;
	int32_t day;

	day_split(t->first, &y, &m, &d);
	if (!day_of(y, m, 1, &day))
		return;
	for (int i = 0; i < at.w * t->days / 28 + 2; i++) {
		int x;

		x = column(t, at, day);
		day_split(day, &y, &m, NULL);
		if (x >= free_from && t->days >= 30 && m == 1)
			free_from = x + 1 +
				    draw_printf(win, at.y, x, at.x + at.w - x,
					ROLE_LABEL, "%d", y);
		else if (x >= free_from && t->days < 30)
			free_from = x + 1 +
				    draw_printf(win, at.y, x, at.x + at.w - x,
					ROLE_LABEL, "%.3s", month_name(m));
		day = day_add_months(day, 1);
	}
}

static void
draw_today(const struct timeline_chart *t, WINDOW *win, struct rect at)
{
	int x = t->today ? column(t, at, t->today) : -1;

	if (x >= 0)
		draw_post(win, at.y + 1, x, (int)t->n_lanes);
}

static void
draw_mark(const struct timeline_chart *t, WINDOW *win, struct rect at, size_t i)
{
	const struct timeline_mark *m = &t->marks[i];
	int y = at.y + 1 + (int)m->lane, from = column(t, at, m->from);
	int to = column(t, at, last_day(m));
	char letter[2] = { m->letter, '\0' };

	if (m->lane >= t->n_lanes || y >= at.y + at.h)
		return;
	/* What began before the first column, or goes on after the last. */
	if (m->to > m->from && (from >= 0 || to >= 0 ||
				   (m->from < t->first && m->to > t->first))) {
		int a = from < 0 ? at.x + LANE : from;
		int b = to < 0 ? at.x + at.w - 1 : to;

		draw_rule(win, y, a, b - a + 1);
	}
	if (from >= 0 && m->letter)
		draw_text(win, y, from, 1, i == t->focus ? ROLE_FOCUS : m->role,
		    letter);
}

void
timeline_draw(const struct timeline_chart *t, WINDOW *win, struct rect at)
{
	if (t->days < 1 || at.w <= LANE || at.h < 2)
		return;
	draw_months(t, win, at);
	for (size_t i = 0; i < t->n_lanes && (int)i + 1 < at.h; i++)
		draw_text(win, at.y + 1 + (int)i, at.x, LANE - 1, ROLE_LABEL,
		    t->lanes[i]);
	draw_today(t, win, at);
	for (size_t i = 0; i < t->n_marks; i++)
		draw_mark(t, win, at, i);
	/* The one in focus is never hidden under another. */
	if (t->focus < t->n_marks)
		draw_mark(t, win, at, t->focus);
}
