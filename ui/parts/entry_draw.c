/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

/*
 * The layout is made anew for each drawing from the slots that are not hidden
 * and the width there is: a slot takes a row, one marked HALF stands in the
 * right part of the row before it, a narrative takes its lines. Headings are
 * drawn when all rows fit with them.
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "ui/frame/draw.h"
#include "ui/parts/entry_form.h"

#define LABEL_MOST 13
#define HALVES_FROM 44 /* columns; under that every slot has its own row */
#define LEFT_SHARE 62
#define FIELD_MOST 44
#define LETTERS_WIDE 12
#define WORDS_LEAST 12 /* or they are not worth their room */
#define PROSE_ROWS 4

struct place {
	int row, rows;
	bool right;
};

struct layout {
	struct place *places; /* one for each box; row -1: not drawn */
	int rows;
	int label; /* columns of the labels at the left */
	bool halves, headings;
};

static int
prose_rows(const struct entry_box *b, int w)
{
	int least = b->slot->rows ? b->slot->rows : PROSE_ROWS;
	int lines = prose_lines(&b->text, w > 2 ? w - 2 : 1);

	return lines > least ? lines : least;
}

static void
place_all(const struct entry *e, struct layout *l, int w)
{
	int row = 0, last = -1;

	for (size_t i = 0; i < e->n; i++) {
		const struct entry_box *b = &e->boxes[i];
		struct place *p = &l->places[i];
		bool half = b->slot->flags & ENTRY_HALF;

		*p = (struct place){ -1, 0, false };
		if (b->hidden)
			continue;
		if (l->headings && b->slot->part)
			row += row > 0 ? 2 : 1;
		p->rows = b->slot->typing == ENTRY_PROSE
			      ? prose_rows(b, w - l->label)
			      : 1;
		p->right = l->halves && half && last >= 0;
		p->row = p->right ? last : row;
		if (!p->right) {
			last = p->rows == 1 ? row : -1;
			row += p->rows;
		} else {
			last = -1;
		}
	}
	l->rows = row;
}

static struct layout
layout_of(const struct entry *e, struct rect at)
{
	struct layout l = { .halves = at.w >= HALVES_FROM, .headings = true };

	l.places = mem_get((e->n ? e->n : 1) * sizeof(*l.places));
	for (size_t i = 0; i < e->n; i++) {
		const struct entry_slot *s = e->boxes[i].slot;
		int wide = draw_width(s->label);

		if (!e->boxes[i].hidden && wide > l.label &&
		    !(l.halves && (s->flags & ENTRY_HALF)))
			l.label = wide;
	}
	l.label = l.label > LABEL_MOST ? LABEL_MOST : l.label;
	l.label += 2;
	place_all(e, &l, at.w);
	if (l.rows > at.h) {
		l.headings = false;
		place_all(e, &l, at.w);
	}
	return l;
}

/* Move what is shown as little as needed for the focus to be in it. */
static void
scroll_to(struct entry *e, const struct layout *l, int h)
{
	const struct place *p = &l->places[e->at];
	int top = (int)e->top;

	if (p->row + p->rows > top + h)
		top = p->row + p->rows - h;
	if (p->row < top || p->rows > h)
		top = p->row;
	if (top + h > l->rows)
		top = l->rows > h ? l->rows - h : 0;
	e->top = (size_t)(top < 0 ? 0 : top);
}

/* ---- one box ---- */

/* What is shown of a box: where it is, with the label's part taken off. */
struct cell {
	WINDOW *win;
	int y, x, w, h;
};

/* The best match stands after what was typed, so Enter holds no surprise. */
static void
draw_match(struct entry *e, struct entry_box *b, const struct cell *c, int x)
{
	struct entry_code found[ENTRY_MATCHES];
	const char *text = entry_box_text(b);
	size_t n;

	if (!*text || !strcmp(text, ENTRY_NONE))
		return;
	n = entry_codes(e, b, text, found);
	if (n > ENTRY_MATCHES)
		n = ENTRY_MATCHES;
	if (n)
		draw_printf(c->win, c->y, x, c->x + c->w - x, ROLE_OK, "%s %s",
		    found[b->walk % n].code, found[b->walk % n].label);
	else
		draw_text(c->win, c->y, x, c->x + c->w - x, ROLE_WARN,
		    "! no match, kept as text");
}

static int
field_width(const struct entry_box *b, int w)
{
	int wide = w - 1;

	if (b->slot->typing == ENTRY_LETTERS ||
	    b->slot->typing == ENTRY_CHOICE || b->slot->typing == ENTRY_CODE)
		wide = w > LETTERS_WIDE + WORDS_LEAST ? LETTERS_WIDE : w - 1;
	return wide > FIELD_MOST ? FIELD_MOST : wide;
}

static int
draw_dots(const struct entry_box *b, const struct cell *c, int wide)
{
	int n = utf8_width(entry_box_text(b), (size_t)-1);

	draw_fill(c->win, c->y, c->x, wide, ROLE_FIELD, "");
	n = n < wide ? n : wide - 1;
	for (int i = 0; i < n; i++)
		draw_text(c->win, c->y, c->x + i, 1, ROLE_FIELD, "*");
	return c->x + n;
}

/* The words for the letters typed so far. */
static void
draw_words(struct entry *e, struct entry_box *b, const struct cell *c, int x)
{
	struct entry_box as = *b;

	if (!*entry_box_text(b))
		return;
	as.settled_at = b->text.edit.changes - 1;
	entry_settle(e, &as);
	draw_text(c->win, c->y, x, c->x + c->w - x, ROLE_OK, as.is.shown);
}

static void
draw_focus_line(struct entry *e, struct entry_box *b, const struct cell *c,
    int *y, int *x)
{
	int wide = field_width(b, c->w);
	bool jumping = e->jump[0];

	draw_text(c->win, c->y, c->x - 1, 1, ROLE_VALUE, "[");
	if (b->slot->flags & ENTRY_SECRET)
		*x = draw_dots(b, c, wide);
	else
		*x = edit_draw(&b->text.edit, c->win, c->y, c->x, wide,
		    ROLE_FIELD);
	if (jumping)
		*x += draw_text(c->win, c->y, *x, c->x + wide - *x, ROLE_FIELD,
		    e->jump);
	*y = c->y;
	draw_text(c->win, c->y, c->x + wide, 1, ROLE_VALUE, "]");
	if (b->slot->typing == ENTRY_CODE) {
		int after = *x + 2;

		/* In a narrow field the match stands inside the brackets. */
		draw_match(e, b, c, wide < c->w - 8 ? c->x + wide + 2 : after);
	} else if (b->slot->typing == ENTRY_LETTERS && wide < c->w - 8) {
		draw_words(e, b, c, c->x + wide + 2);
	} else if (b->fault[0] && b->settled_at == b->text.edit.changes &&
		   wide < c->w - 8) {
		draw_printf(c->win, c->y, c->x + wide + 2, c->w - wide - 2,
		    ROLE_WARN, "! %s", b->fault);
	}
}

static void
draw_standard(struct entry *e, struct entry_box *b, const struct cell *c)
{
	struct entry_settled is = { 0 };
	const char *shown = b->slot->standard;

	snprintf(is.value, sizeof(is.value), "%s", b->slot->standard);
	if (e->doors.reads)
		e->doors.reads(e->doors.arg, b->slot, is.value, &is);
	if (is.shown[0])
		shown = is.shown;
	if (b->slot->flags & ENTRY_ASIDE)
		draw_text(c->win, c->y, c->x, c->w, ROLE_VALUE, shown);
	else
		draw_printf(c->win, c->y, c->x, c->w, ROLE_DIM, "(default %s)",
		    shown);
}

static void
draw_rest_line(struct entry *e, struct entry_box *b, const struct cell *c)
{
	int used;

	if (!*entry_box_text(b)) {
		if (b->slot->standard)
			draw_standard(e, b, c);
		else if (b->slot->blank)
			draw_printf(c->win, c->y, c->x, c->w, ROLE_DIM, "(%s)",
			    b->slot->blank);
		return;
	}
	if (b->slot->flags & ENTRY_SECRET) {
		draw_text(c->win, c->y, c->x, c->w, ROLE_VALUE, "********");
		return;
	}
	entry_settle(e, b);
	used = draw_text(c->win, c->y, c->x, c->w, ROLE_VALUE, b->is.shown);
	if (b->fault[0])
		draw_printf(c->win, c->y, c->x + used + 1, c->w - used - 1,
		    ROLE_WARN, "! %s", b->fault);
	else if (b->is.echo[0])
		draw_text(c->win, c->y, c->x + used + 1, c->w - used - 1,
		    ROLE_OK, b->is.echo);
}

static void
draw_prose(struct entry_box *b, const struct cell *c, bool focus, int *y,
    int *x)
{
	struct rect at = { c->y, c->x, c->h, c->w };

	if (focus) {
		draw_text(c->win, c->y, c->x - 1, 1, ROLE_VALUE, "[");
		at.w--;
		prose_draw(&b->text, c->win, at, ROLE_FIELD, y, x);
		draw_text(c->win, c->y + c->h - 1, c->x + at.w, 1, ROLE_VALUE,
		    "]");
	} else if (!*entry_box_text(b) && b->slot->blank) {
		draw_printf(c->win, c->y, c->x, c->w, ROLE_DIM, "(%s)",
		    b->slot->blank);
	} else {
		/* Wrapped as it is in focus, so that nothing jumps. */
		at.w -= 2;
		draw_wrap(c->win, at, ROLE_VALUE, entry_box_text(b), 0);
	}
}

static void
draw_box_at(struct entry *e, size_t i, const struct cell *c, int *y, int *x)
{
	struct entry_box *b = &e->boxes[i];
	bool focus = i == e->at;

	if (b->slot->typing == ENTRY_PROSE)
		draw_prose(b, c, focus, y, x);
	else if (focus)
		draw_focus_line(e, b, c, y, x);
	else
		draw_rest_line(e, b, c);
}

/* ---- the form ---- */

static void
draw_heading(const struct entry *e, const struct entry_box *b, WINDOW *win,
    int y, struct rect at)
{
	size_t bad = entry_faults(e, b->slot->part);
	int used = draw_text(win, y, at.x, at.w, ROLE_LABEL, b->slot->part);

	if (bad)
		draw_printf(win, y, at.x + used + 2, at.w - used - 2, ROLE_WARN,
		    "! %zu to look at", bad);
}

/* Where label and value of a box lie in its row. */
static struct cell
cell_of(const struct layout *l, const struct entry_box *b,
    const struct place *p, WINDOW *win, struct rect at, int y, bool paired)
{
	int left = paired ? at.w * LEFT_SHARE / 100 : at.w;
	/* A blank column stands between a pair. */
	struct cell c = { win, y, at.x, paired ? left - 1 : left, p->rows };
	int label = l->label;

	if (p->right) {
		c.x = at.x + left;
		c.w = at.w - left;
		label = draw_width(b->slot->label) + 2;
	}
	draw_text(win, y, c.x, label - 1, ROLE_LABEL, b->slot->label);
	c.x += label;
	c.w -= label;
	if (y + c.h > at.y + at.h)
		c.h = at.y + at.h - y;
	return c;
}

static bool
is_paired(const struct entry *e, const struct layout *l, size_t i)
{
	if (l->places[i].right)
		return true;
	for (size_t j = i + 1; j < e->n; j++)
		if (l->places[j].row >= 0)
			return l->places[j].right;
	return false;
}

void
entry_draw(struct entry *e, WINDOW *win, struct rect at, int *y, int *x)
{
	struct layout l = layout_of(e, at);

	*y = at.y;
	*x = at.x;
	if (e->n)
		scroll_to(e, &l, at.h);
	for (size_t i = 0; i < e->n; i++) {
		const struct place *p = &l.places[i];
		int row = at.y + p->row - (int)e->top;
		struct cell c;

		if (p->row < 0 || row + p->rows <= at.y || row >= at.y + at.h)
			continue;
		if (row < at.y)
			row = at.y;
		if (l.headings && e->boxes[i].slot->part && row > at.y)
			draw_heading(e, &e->boxes[i], win, row - 1, at);
		c = cell_of(&l, &e->boxes[i], p, win, at, row,
		    is_paired(e, &l, i));
		draw_box_at(e, i, &c, y, x);
	}
	free(l.places);
}

int
entry_side(struct entry *e, WINDOW *win, struct rect at)
{
	struct entry_box *b = entry_box(e);
	struct entry_code found[ENTRY_MATCHES];
	bool list = b->slot->typing == ENTRY_CODE;
	size_t n;
	int row = 0;

	if (!entry_is_coded(b->slot) || at.h < 2)
		return 0;
	n = entry_codes(e, b, list ? entry_box_text(b) : "", found);
	draw_printf(win, at.y + row++, at.x, at.w, ROLE_LABEL,
	    list ? "Codes here: %zu" : "Codes here:", n);
	for (size_t i = 0; i < n && i < ENTRY_MATCHES && row < at.h; i++) {
		bool here =
		    list && *entry_box_text(b) &&
		    i == b->walk % (n < ENTRY_MATCHES ? n : ENTRY_MATCHES);
		int used;

		draw_text(win, at.y + row, at.x, 1, ROLE_VALUE,
		    here ? ">" : " ");
		if (list)
			used = draw_text(win, at.y + row, at.x + 1, at.w - 1,
			    ROLE_VALUE, found[i].code);
		else
			used = draw_printf(win, at.y + row, at.x + 1, at.w - 1,
			    ROLE_VALUE, "%c", entry_letter(&found[i]));
		draw_text(win, at.y + row++, at.x + used + 2, at.w - used - 2,
		    ROLE_TEXT, found[i].label);
	}
	return row;
}
