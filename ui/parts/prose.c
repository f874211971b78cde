/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

/*
 * The lines are worked out from the text and the width each time they are
 * needed; a narrative has at most some hundred of them.
 */

#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "ui/parts/prose.h"

#define WIDTH 60 /* before it was ever drawn */
#define PAGE 4

struct lines {
	struct draw_line *at;
	size_t n;
};

static struct lines
lines_of(const struct prose *p, int w)
{
	const char *text = edit_text(&p->edit);
	struct lines l = { NULL, draw_lines(text, w, NULL, 0) };

	l.at = mem_get(l.n * sizeof(*l.at));
	draw_lines(text, w, l.at, l.n);
	return l;
}

static int
width_of(const struct prose *p)
{
	return p->width > 0 ? p->width : WIDTH;
}

/* The line the cursor is on: at a break it is the one that begins there. */
static size_t
line_of(const struct lines *l, size_t cursor)
{
	size_t i = 0;

	while (i + 1 < l->n && l->at[i + 1].at <= cursor)
		i++;
	return i;
}

static int
column_of(const struct prose *p, const struct draw_line *line)
{
	size_t n = p->edit.cursor - line->at;

	return utf8_width(edit_text(&p->edit) + line->at,
	    n > line->len ? line->len : n);
}

bool
prose_type(struct prose *p, const char *utf8)
{
	p->edit.lines = true;
	p->want = 0;
	return edit_type(&p->edit, utf8);
}

size_t
prose_paste(struct prose *p, const char *text, size_t n)
{
	p->edit.lines = true;
	p->want = 0;
	return edit_paste(&p->edit, text, n);
}

/* Move ${by} lines down (or up), keeping the column if the line has it. */
static bool
move_lines(struct prose *p, long by)
{
	struct lines l = lines_of(p, width_of(p));
	long at = (long)line_of(&l, p->edit.cursor), to = at + by;
	const struct draw_line *line;
	bool moved;

	if (!p->want)
		p->want = column_of(p, &l.at[at]) + 1;
	to = to < 0 ? 0 : to >= (long)l.n ? (long)l.n - 1 : to;
	moved = to != at;
	if (moved) {
		line = &l.at[to];
		p->edit.cursor =
		    line->at + utf8_fit(edit_text(&p->edit) + line->at,
				   line->len, p->want - 1, NULL);
		p->edit.run = 0;
	}
	free(l.at);
	return moved;
}

/* To the start or the end of the line as shown. */
static bool
move_in_line(struct prose *p, bool end)
{
	struct lines l = lines_of(p, width_of(p));
	const struct draw_line *line = &l.at[line_of(&l, p->edit.cursor)];

	p->edit.cursor = line->at + (end ? line->len : 0);
	p->edit.run = 0;
	free(l.at);
	return true;
}

bool
prose_act(struct prose *p, enum action action)
{
	p->edit.lines = true;
	switch (action) {
	case ACTION_UP:
		return move_lines(p, -1);
	case ACTION_DOWN:
		return move_lines(p, 1);
	case ACTION_PAGE_UP:
		return move_lines(p, -PAGE);
	case ACTION_PAGE_DOWN:
		return move_lines(p, PAGE);
	default:
		break;
	}
	p->want = 0;
	switch (action) {
	case ACTION_ACCEPT:
		return edit_type(&p->edit, "\n");
	case ACTION_START:
		return move_in_line(p, false);
	case ACTION_END:
		return move_in_line(p, true);
	default:
		return edit_act(&p->edit, action);
	}
}

int
prose_lines(const struct prose *p, int w)
{
	return (int)draw_lines(edit_text(&p->edit), w, NULL, 0);
}

void
prose_draw(struct prose *p, WINDOW *win, struct rect at, enum role role, int *y,
    int *x)
{
	/* The cursor stands after the last letter of a full line. */
	struct lines l = lines_of(p, at.w - 1);
	size_t here = line_of(&l, p->edit.cursor), top = 0;

	p->width = at.w - 1;
	if (at.h > 0 && here >= (size_t)at.h)
		top = here - (size_t)at.h + 1;
	for (int i = 0; i < at.h; i++) {
		size_t n = top + (size_t)i;
		int used = 0;

		if (n < l.n)
			used = draw_exact(win, at.y + i, at.x, at.w, role,
			    edit_text(&p->edit) + l.at[n].at, l.at[n].len);
		draw_fill(win, at.y + i, at.x + used, at.w - used, role, "");
	}
	*y = at.y + (int)(here - top);
	*x = at.x + column_of(p, &l.at[here]);
	free(l.at);
}

void
prose_release(struct prose *p)
{
	edit_release(&p->edit);
	p->want = 0;
}
