/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "hub/hub.h"
#include "ui/frame/panes.h"
#include "ui/views/desk.h"
#include "ui/views/lanes.h"

#include "ui/views/queue.h"

#define FOOT_ROWS                                                              \
	4 /* a line, and three rows about the one under the cursor             \
	   */

/* ---- columns ---- */

enum col { REF, NAME, AGE, CRIME, WHY, DUE, SAFE, WHO, COL_COUNT };

/* What each takes: at large print, at 80, at 96 inside and more; 0: not shown.
 * The name and the reason share what is left. */
static const struct column {
	const char *title;
	int narrow, plain, wide;
} columns[COL_COUNT] = {
	[REF] = { "Ref", 7, 8, 8 },
	[NAME] = { "Name", 14, 18, 20 },
	[AGE] = { "Age", 0, 0, 4 },
	[CRIME] = { "Crime", 0, 10, 15 },
	[WHY] = { "Why now", 0, 21, 20 },
	[DUE] = { "Due", 9, 9, 12 },
	[SAFE] = { "Safe", 7, 7, 7 },
	[WHO] = { "Who", 0, 4, 5 },
};

/* What is missing is taken from the reason, then the crime, then the name. */
static void
squeeze(int missing, int out[COL_COUNT])
{
	static const struct {
		int col, least;
	} from[] = { { WHY, 14 }, { CRIME, 5 }, { NAME, 8 } };

	for (size_t i = 0; i < sizeof(from) / sizeof(from[0]); i++) {
		int can = out[from[i].col] - from[i].least;
		int take = missing < can ? missing : can;

		if (take <= 0)
			continue;
		out[from[i].col] -= take;
		missing -= take;
	}
}

static void
widths(int w, int out[COL_COUNT])
{
	int used = 0, spare;

	for (int i = 0; i < COL_COUNT; i++) {
		out[i] = w < 60   ? columns[i].narrow
			 : w < 90 ? columns[i].plain
				  : columns[i].wide;
		used += out[i];
	}
	spare = w - used;
	if (spare < 0) {
		squeeze(-spare, out);
	} else if (out[WHY] > 0) {
		out[WHY] += spare / 2;
		out[NAME] += spare - spare / 2;
	} else {
		out[NAME] += spare;
	}
}

static const char *
text_of(const struct queue_row *row, int col)
{
	const char *const all[COL_COUNT] = { row->ref, row->name, row->age,
		row->crime, row->why, row->due, row->safe, row->who };

	return all[col] != NULL ? all[col] : "";
}

/* Colour repeats what the words say; the row with the cursor has its own. */
static enum role
role_of(const struct queue_row *row, int col, enum role role)
{
	if (role != ROLE_TEXT)
		return role;
	if (col == WHY && row->danger)
		return ROLE_DANGER;
	if (col == DUE && (row->late || strncmp(row->due, "TODAY", 5) == 0))
		return ROLE_WARN;
	if (col == SAFE && row->unsafe)
		return ROLE_WARN;
	return col == NAME ? ROLE_VALUE : ROLE_TEXT;
}

static void
draw_row(void *arg, WINDOW *win, int y, int x, int w, size_t i, enum role role)
{
	const struct queue_row *row = queue_row_at(arg, i);
	int wide[COL_COUNT];

	if (row == NULL)
		return;
	widths(w, wide);
	for (int c = 0; c < COL_COUNT; c++) {
		if (wide[c] > 1)
			draw_text(win, y, x, wide[c] - 1, role_of(row, c, role),
			    text_of(row, c));
		x += wide[c];
	}
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

static bool
is_selected(void *arg, size_t i)
{
	struct queue *s = arg;
	const struct queue_row *row = queue_row_at(s, i);

	for (size_t j = 0; row != NULL && j < s->n_selected; j++)
		if (s->selected[j].casefile == row->casefile)
			return true;
	return false;
}

static void
page_in(void *arg, size_t from, size_t n)
{
	queue_page_in(arg, from, n);
}

static void
draw_list(struct queue *s, struct view *v, struct rect at)
{
	struct rows_doors doors = { .page = page_in,
		.draw = draw_row,
		.selected = is_selected,
		.arg = s };
	int y = at.y + 1;

	draw_titles(v->win, at.y, at.x + 2, at.w - 2);
	at.y++;
	at.h--;
	if (s->rows.n == 0)
		draw_text(v->win, at.y, at.x + 2, at.w - 2, ROLE_DIM,
		    s->partial ? "(nobody on this page; Enter looks "
				 "through the whole queue)"
		    : s->filter[0] != '\0' ? "(nobody passes this filter; / "
					     "changes it)"
					   : "(nobody is waiting here; n takes "
					     "a call)");
	for (int i = 0; i < s->lead && at.h > 1; i++) {
		draw_text(v->win, at.y++, at.x + 2, at.w - 2, ROLE_DIM,
		    "(no longer here)");
		at.h--;
	}
	rows_draw(&s->rows, v->win, at, &doors, &y);
	view_cursor(v, y, at.x, "row");
}

/* ---- about the one under the cursor ---- */

static void
draw_foot(struct queue *s, WINDOW *win, struct rect at)
{
	struct buf safe = { 0 };
	enum role role;

	draw_rule(win, at.y, at.x, at.w);
	if (!s->has_about)
		return;
	role = words_safe(desk_hub(), &s->about.told, &safe);
	draw_text(win, at.y + 1, at.x, at.w, ROLE_TEXT, s->about.short_head);
	draw_fill(win, at.y + 2, at.x, at.w, role, buf_str(&safe));
	draw_printf(win, at.y + 3, at.x, at.w, ROLE_TEXT, "Last: %s   Next: %s",
	    s->about.last,
	    s->about.next[0] != '\0' ? s->about.next : "nothing is set");
	buf_wipe(&safe);
}

static void
draw_clocks(struct queue *s, WINDOW *win, struct rect at)
{

	for (size_t i = 0; i < s->due.n && (int)i < at.h; i++) {
		const struct due_row *row = &s->due.rows[i];
		int y = at.y + (int)i;
		enum role role = row->late ? ROLE_WARN : ROLE_TEXT;
		char left[16];

		snprintf(left, sizeof(left), "%.15s", row->left);
		draw_text(win, y, at.x, 9, role, left);
		draw_text(win, y, at.x + 10, 7, role, row->ref);
		draw_text(win, y, at.x + 18, 12, role, row->name);
		draw_printf(win, y, at.x + 31, at.w - 31, role, "%s%s",
		    row->enhanced ? "E " : "  ", row->title);
	}
	if (s->due.n == 0)
		draw_text(win, at.y, at.x, at.w, ROLE_DIM,
		    "(no clock of yours is running)");
}

static void
draw_panes(struct queue *s, struct view *v, const struct panes *p)
{
	char list[64], person[64], journey[64];
	const char *titles[4] = { list, person, journey,
		"Rights clock (mine)" };
	size_t last = s->rows.top + (size_t)p->main.h - 1;

	snprintf(list, sizeof(list), "Queue %zu-%zu of %zu",
	    s->rows.n > 0 ? s->rows.top + 1 : 0,
	    last < s->rows.n ? last : s->rows.n, s->rows.n);
	snprintf(person, sizeof(person), "Person %s",
	    s->has_about ? s->about.ref : "");
	snprintf(journey, sizeof(journey), "Journey %s",
	    s->has_about ? s->about.ref : "");
	panes_draw(v->win, p, titles);
	if (s->has_about)
		about_draw(&s->about, v->win, p->side);
	if (p->third.w == 0 || !s->has_more)
		return;
	lanes_draw(&s->line, v->win, p->third, desk_now());
	draw_clocks(s, v->win, p->fourth);
}

void
queue_draw(struct view *v)
{
	struct queue *s = v->state;
	struct rect all = { 0, 0, getmaxy(v->win), getmaxx(v->win) };
	struct panes p = panes_list(all.h, all.w);

	theme_clear(v->win);
	if (p.side.w > 0) {
		draw_panes(s, v, &p);
		draw_list(s, v, p.main);
		return;
	}
	if (all.h >= 14 && all.w >= 60) {
		draw_foot(s, v->win,
		    (struct rect){
			all.h - FOOT_ROWS, 1, FOOT_ROWS, all.w - 2 });
		all.h -= FOOT_ROWS;
	}
	draw_list(s, v, all);
}
