/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdio.h>
#include <string.h>

#include "base/day.h"
#include "base/when.h"
#include "ui/frame/panes.h"
#include "ui/views/desk.h"

#include "ui/views/clocks.h"

#define BAR 8
#define FOOT_ROWS 9 /* a line, seven about the clock, and the sum */

/* ---- columns ---- */

enum col { NAME, LEVEL, RIGHT, STARTED, LEFT, BARS, COL_COUNT };

/* At large print, at 80 and wider; 0: not shown. The right has what is left. */
static const struct column {
	const char *title;
	int narrow, plain, wide;
} columns[COL_COUNT] = {
	[NAME] = { "Person", 14, 18, 24 },
	[LEVEL] = { "E", 2, 2, 2 },
	[RIGHT] = { "Right", 12, 28, 30 },
	[STARTED] = { "Started", 0, 9, 13 },
	[LEFT] = { "Left", 10, 12, 12 },
	[BARS] = { "Bar", 0, BAR, BAR },
};

static void
widths(int w, int out[COL_COUNT])
{
	int used = 0;

	for (int i = 0; i < COL_COUNT; i++) {
		out[i] = w < 60   ? columns[i].narrow
			 : w < 90 ? columns[i].plain
				  : columns[i].wide;
		used += out[i];
	}
	out[RIGHT] += w - used;
	if (out[RIGHT] < 6) {
		out[NAME] += out[RIGHT] - 6;
		out[RIGHT] = 6;
	}
}

static bool
is_over(const struct due_row *row)
{
	return row->met[0] != '\0' || strcmp(row->state, "excepted") == 0;
}

/* How much of the time is gone, or "!!!!!!!!" when all of it is. */
static void
bar_of(const struct due_row *row, char out[BAR + 1])
{
	int64_t from, due = due_moment(row->next), now = desk_now();
	int gone;

	memset(out, ' ', BAR);
	out[BAR] = '\0';
	if (is_over(row) || row->due[0] == '\0' ||
	    !when_moment(row->started, &from) || due <= 0)
		return;
	if (when_moment(row->due, &due) && strchr(row->due, 'T') == NULL)
		due += INT64_C(24) * 3600 * 1000;
	gone = row->late || due <= from ? BAR
	       : now <= from		? 0
					: (int)((now - from) * BAR / (due - from));
	for (int i = 0; i < BAR; i++)
		out[i] = row->late ? '!' : i < gone ? '#' : '.';
}

/* "TODAY 17:00", "met", "paused"; "no limit" where there is no number. */
static const char *
left_of(const struct due_row *row)
{
	if (strcmp(row->state, "met") == 0)
		return "met";
	if (strcmp(row->state, "late") == 0)
		return "met LATE";
	if (strcmp(row->state, "excepted") == 0)
		return "not for her";
	if (strcmp(row->state, "paused") == 0)
		return "paused";
	if (row->look && !row->late)
		return "LOOK";
	if (row->due[0] == '\0')
		return "no limit";
	return row->left;
}

/* "5 Nov" this year, "Nov 2025" before; with the hour where there is room. */
static void
started_of(const struct due_row *row, int w, char out[16])
{
	int y, m, d, h, mi, year;
	int64_t at;

	snprintf(out, 16, "%.8s", row->started);
	if (!when_moment(row->started, &at))
		return;
	moment_local(at, &y, &m, &d, &h, &mi, NULL);
	moment_local(desk_now(), &year, NULL, NULL, NULL, NULL, NULL);
	if (y != year)
		snprintf(out, 16, "%.3s %d", month_name(m), y % 10000);
	else if (w > 12 && strchr(row->started, 'T') != NULL)
		snprintf(out, 16, "%d %.3s %02d:%02d", d % 100, month_name(m),
		    h % 100, mi % 100);
	else
		snprintf(out, 16, "%d %.3s", d % 100, month_name(m));
}

static void
draw_row(void *arg, WINDOW *win, int y, int x, int w, size_t i, enum role role)
{
	struct clocks *s = arg;
	const struct due_row *row = &s->page.rows[s->shown[i]];
	enum role warn = role == ROLE_TEXT && !is_over(row) &&
				 (row->late || row->look)
			     ? ROLE_WARN
			     : role;
	char bar[BAR + 1], started[16];
	int wide[COL_COUNT];

	widths(w, wide);
	bar_of(row, bar);
	started_of(row, wide[STARTED], started);
	draw_text(win, y, x, wide[NAME] - 1, role, row->name);
	x += wide[NAME];
	draw_text(win, y, x, 1, role, row->enhanced ? "E" : " ");
	x += wide[LEVEL];
	draw_printf(win, y, x, wide[RIGHT] - 1, role, "%s%s%s",
	    row->right[0] == 'R' ? row->right + (row->right[1] == '0' ? 2 : 1)
				 : row->right,
	    row->right[0] != '\0' ? " " : "", row->title);
	x += wide[RIGHT];
	if (wide[STARTED] > 0)
		draw_text(win, y, x, wide[STARTED] - 1, role, started);
	x += wide[STARTED];
	draw_text(win, y, x, wide[LEFT] - 1, warn, left_of(row));
	x += wide[LEFT];
	if (wide[BARS] > 0)
		draw_text(win, y, x, BAR, warn, bar);
}

static void
draw_titles(WINDOW *win, int y, int x, int w)
{
	int wide[COL_COUNT];

	widths(w, wide);
	for (int c = 0; c < COL_COUNT; c++) {
		if (wide[c] > 1)
			draw_text(win, y, x, wide[c] - 1, ROLE_LABEL,
			    columns[c].title);
		x += wide[c];
	}
}

static void
draw_list(struct clocks *s, struct view *v, struct rect at)
{
	struct rows_doors doors = { .draw = draw_row, .arg = s };
	int y = at.y + 1;

	draw_titles(v->win, at.y, at.x + 2, at.w - 2);
	at.y++;
	at.h--;
	if (s->n_shown == 0)
		draw_text(v->win, at.y, at.x + 2, at.w - 2, ROLE_DIM,
		    s->page.n > 0 ? "(none passes; 0 shows every right, / "
				    "changes the words)"
		    : s->tab == CLOCKS_ONE && s->of.person == 0
			? "(nobody was looked at yet; Tab goes on)"
			: "(no clock is open here; v shows those that ended)");
	rows_draw(&s->rows, v->win, at, &doors, &y);
	view_cursor(v, y, at.x, "clock");
}

/* ---- about the one under the cursor ---- */

static void
draw_about(struct clocks *s, WINDOW *win, struct rect at)
{
	int y = at.y;

	for (size_t i = 0; i < s->n_about && y < at.y + at.h; i++) {
		const struct clocks_line *l = &s->about[i];
		int x = at.x, room = at.y + at.h - y;

		if (l->label[0] != '\0') {
			draw_text(win, y, x, 10, ROLE_LABEL, l->label);
			x += 11;
		}
		y += draw_wrap(win,
		    (struct rect){ y, x, room, at.w - (x - at.x) }, l->role,
		    l->text, 0);
	}
}

static void
draw_panes(struct clocks *s, struct view *v, const struct panes *p)
{
	const char *titles[4] = { "Clocks", "This clock", "", "" };
	struct rect list = p->main, side = p->side;

	panes_draw(v->win, p, titles);
	draw_text(v->win, list.y + list.h - 1, list.x + 1, list.w - 2,
	    ROLE_DIM, s->sum);
	list.h--;
	draw_list(s, v, list);
	draw_about(s, v->win, side);
}

void
clocks_draw(struct view *v)
{
	struct clocks *s = v->state;
	struct rect all = { 0, 0, getmaxy(v->win), getmaxx(v->win) };
	struct panes p = panes_list(all.h, all.w);

	theme_clear(v->win);
	clocks_about(s);
	if (p.side.w > 0) {
		/* Two panes are enough here, each as high as there is room. */
		p.third.w = p.fourth.w = 0;
		p.main.h = p.side.h = all.h - 2 * p.framed;
		draw_panes(s, v, &p);
		return;
	}
	if (all.h >= 16 && all.w >= 60) {
		struct rect foot = { all.h - FOOT_ROWS, 1, FOOT_ROWS,
			all.w - 2 };

		draw_rule(v->win, foot.y, foot.x, foot.w);
		draw_about(s, v->win,
		    (struct rect){
			foot.y + 1, foot.x, FOOT_ROWS - 2, foot.w });
		draw_text(v->win, all.h - 1, 1, all.w - 2, ROLE_DIM, s->sum);
		all.h -= FOOT_ROWS;
	}
	draw_list(s, v, all);
}
