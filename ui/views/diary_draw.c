/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/day.h"
#include "base/when.h"
#include "ui/views/desk.h"

#include "ui/views/diary.h"

#define DETAIL_ROWS 7
#define FOOT_ROWS 2

/* ---- one entry in few columns ---- */

static void
hour_words(const struct diary_row *row, char out[8])
{
	int h, mi;

	moment_local(row->at_ms, NULL, NULL, NULL, &h, &mi, NULL);
	snprintf(out, 8, "%s", row->hour ? "" : "-    ");
	if (row->hour)
		snprintf(out, 8, "%02d:%02d", h % 100, mi % 100);
}

/* "10:00 LCC Ahmed", "14:00 visit Doyle"; more when there is room. */
static void
entry_words(const struct diary_row *row, int w, struct buf *out)
{
	char hour[8];

	hour_words(row, hour);
	/* The surname alone where there is little room. */
	buf_printf(out, "%s %s%s %.*s", hour, row->off ? "x " : "",
	    row->sort == DIARY_COURT ? row->code : diary_sort_name(row->sort),
	    (int)(w > 30 ? strlen(row->name) : strcspn(row->name, ",")),
	    row->name);
	if (w > 30)
		buf_printf(out, "  %s  %s", row->what, row->who);
}

static enum role
entry_role(const struct diary *s, size_t i, const struct diary_row *row)
{
	if (i == s->at)
		return ROLE_FOCUS;
	if (row->off)
		return ROLE_DIM;
	return row->clash || row->pending ? ROLE_WARN : ROLE_TEXT;
}

static void
draw_entry(struct diary *s, struct view *v, int y, int x, int w, size_t i)
{
	const struct diary_row *row = &s->page.rows[s->shown[i]];
	struct buf words = { 0 };

	entry_words(row, w, &words);
	draw_text(v->win, y, x, 1, ROLE_TEXT, i == s->at ? ">" : " ");
	draw_text(v->win, y, x + 1, w - 1, entry_role(s, i, row),
	    buf_str(&words));
	if (i == s->at)
		view_cursor(v, y, x, "entry");
	buf_wipe(&words);
}

/* ---- the week ---- */

/* The first of the rows that fall on a day, and how many do. */
static size_t
of_day(const struct diary *s, int32_t day, size_t *first)
{
	size_t n = 0;

	*first = 0;
	for (size_t i = 0; i < s->n; i++)
		if (diary_day(&s->page.rows[s->shown[i]]) == day && n++ == 0)
			*first = i;
	return n;
}

static void
draw_day(struct diary *s, struct view *v, struct rect at, int32_t day)
{
	size_t first, n = of_day(s, day, &first), from = 0;
	size_t room = (size_t)(at.h - 1);
	char head[24];
	int d;

	day_split(day, NULL, NULL, &d);
	snprintf(head, sizeof(head), "%.3s %d%s", day_name(day_weekday(day)), d,
	    day == moment_day(desk_now()) ? " today" : "");
	draw_text(v->win, at.y, at.x + 1, at.w - 2, ROLE_LABEL, head);
	if (n == 0)
		draw_text(v->win, at.y + 1, at.x + 1, at.w - 2, ROLE_DIM, ".");
	if (n > room && s->at >= first + room - 1 && s->at < first + n)
		from = s->at - first - (room - 2);
	for (size_t i = 0; i < room && from + i < n; i++) {
		int y = at.y + 1 + (int)i;

		if (i + 1 == room && from + i + 1 < n)
			draw_printf(v->win, y, at.x + 1, at.w - 2, ROLE_DIM,
			    "+%zu more", n - from - i);
		else
			draw_entry(s, v, y, at.x, at.w, first + from + i);
	}
}

/* Saturday and Sunday are drawn where something falls on them. */
static int
days_drawn(const struct diary *s)
{
	size_t first;
	int days = 5;

	for (int i = 5; i < DIARY_DAYS; i++)
		if (of_day(s, s->monday + i, &first) > 0)
			days = i + 1;
	return days;
}

static void
draw_week(struct diary *s, struct view *v, struct rect at)
{
	int days = days_drawn(s), w = at.w / days;

	for (int i = 0; i < days; i++)
		draw_day(s, v, (struct rect){ at.y, at.x + i * w, at.h, w },
		    s->monday + i);
}

/* ---- all about one ---- */

static void
detail_line(struct view *v, int y, int w, enum role role, const char *name,
    const char *text)
{
	if (*text == '\0')
		text = "-";
	draw_printf(v->win, y, 3, w - 4, role, "%s: %s", name, text);
}

static void
draw_detail(struct view *v, const struct diary_row *row, struct rect at)
{
	struct buf when = { 0 };
	int y = at.y, w = at.w;

	when_show(row->iso, &when);
	draw_printf(v->win, y++, 1, w - 2, ROLE_VALUE, "%s  %s%s%s   %s%s%s",
	    buf_str(&when), row->court, *row->room ? ", court " : "", row->room,
	    row->what, *row->result ? ": " : "", row->result);
	draw_printf(v->win, y++, 3, w - 4, ROLE_TEXT, "%s   ref %s   %s %s   %s   safe: %s",
	    row->name, row->ref, row->crime, row->number, row->who, row->safe);
	if (row->sort == DIARY_COURT) {
		detail_line(v, y++, w, ROLE_TEXT, "Attends as", row->as);
		detail_line(v, y++, w, row->told ? ROLE_TEXT : ROLE_WARN,
		    "Told of date", row->told ? "yes (right 8)" : "NO");
		detail_line(v, y++, w, row->pending ? ROLE_WARN : ROLE_TEXT,
		    "Special measures", row->measures);
	}
	detail_line(v, y++, w, ROLE_TEXT, "Needs", row->needs);
	if (*row->interpreter)
		detail_line(v, y, w, ROLE_TEXT, "Interpreter",
		    row->interpreter);
	else if (*row->why)
		detail_line(v, y, w, ROLE_TEXT, "Why", row->why);
	buf_release(&when);
}

/* "Next 4 weeks   30 Nov ##": a sign for each hearing. */
static void
draw_weeks(struct diary *s, struct view *v, int y, int w)
{
	struct buf out = { 0 };

	buf_puts(&out, "Hearings by week");
	for (int i = 0; i < DIARY_WEEKS; i++) {
		int d, mo;

		day_split(s->monday + i * 7, NULL, &mo, &d);
		buf_printf(&out, "   %d/%d ", d, mo);
		for (unsigned n = 0; n < s->hearings[i] && n < 8; n++)
			buf_putc(&out, '#');
		if (s->hearings[i] == 0)
			buf_putc(&out, '.');
		if (s->hearings[i] > 8)
			buf_printf(&out, "%u", s->hearings[i]);
	}
	draw_text(v->win, y, 1, w - 2, ROLE_DIM, buf_str(&out));
	if (s->page.clashes > 0)
		draw_printf(v->win, y + 1, 1, w - 2, ROLE_WARN,
		    "Clashes in these weeks: %zu", s->page.clashes);
	else
		draw_text(v->win, y + 1, 1, w - 2, ROLE_DIM,
		    "Clashes in these weeks: none");
	buf_release(&out);
}

static void
draw_switches(const struct diary *s, WINDOW *win, int y, int w)
{
	static const char *const names[DIARY_SORTS] = { "court", "visits",
		"calls" };
	char out[96];

	snprintf(out, sizeof(out), "%s", s->mine ? "mine   " : "everyone's   ");
	for (int i = 0; i < DIARY_SORTS; i++) {
		size_t used = strlen(out);

		snprintf(out + used, sizeof(out) - used, " %d[%c]%s", i + 1,
		    s->hidden & 1u << i ? ' ' : 'x', names[i]);
	}
	draw_text(win, y, 1, w - 2, ROLE_LABEL, out);
}

/* On a small screen: a list, an entry a line. */
static void
draw_list(struct diary *s, struct view *v, int h, int w)
{
	size_t from = s->at >= (size_t)h ? s->at - (size_t)h + 1 : 0;

	for (int y = 0; y < h && from + (size_t)y < s->n; y++) {
		const struct diary_row *row =
		    &s->page.rows[s->shown[from + (size_t)y]];
		int32_t day = diary_day(row);
		int d;

		day_split(day, NULL, NULL, &d);
		draw_printf(v->win, y, 1, 7, ROLE_LABEL, "%.3s %d",
		    day_name(day_weekday(day)), d);
		draw_entry(s, v, y, 8, w - 8, from + (size_t)y);
	}
}

void
diary_draw(struct view *v)
{
	struct diary *s = v->state;
	int h = getmaxy(v->win), w = getmaxx(v->win), y;
	const struct diary_row *row = diary_focus(s);

	theme_clear(v->win);
	view_cursor(v, 0, 0, "week");
	if (h < 16 || w < 60) {
		if (s->n == 0)
			draw_text(v->win, 0, 1, w - 2, ROLE_DIM,
			    "(nothing in this week)");
		draw_list(s, v, h, w);
		return;
	}
	draw_switches(s, v->win, 0, w);
	y = h - FOOT_ROWS - DETAIL_ROWS - 2;
	draw_week(s, v, (struct rect){ 1, 0, y - 1, w });
	draw_rule(v->win, y, 1, w - 2);
	if (row != NULL)
		draw_detail(v, row, (struct rect){ y + 1, 0, DETAIL_ROWS, w });
	draw_rule(v->win, h - FOOT_ROWS - 1, 1, w - 2);
	draw_weeks(s, v, h - FOOT_ROWS, w);
}
