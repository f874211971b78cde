/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_UI_PARTS_ROWS_H
#define HANDRAIL_UI_PARTS_ROWS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/action.h"
#include "ui/frame/draw.h"

/*
 * A long list seen through a window of rows. It knows how many rows there are,
 * where the cursor is and what is shown; what a row says is its owner's. It
 * asks for one page at a time. All zeros is an empty list.
 *
 * The mark ">" in the first column stands on the row with the cursor, "*" on a
 * selected one, so that neither needs colour.
 */

struct rows {
	size_t n;   /* rows there are */
	size_t at;  /* the row with the cursor */
	size_t top; /* the first row shown */
	int height; /* rows shown at the last drawing */
};

struct rows_doors {
	/* Rows ${from} to ${from}+${n}-1 are about to be drawn. May be NULL. */
	void (*page)(void *arg, size_t from, size_t n);
	/* Draw row ${i} at (${y}, ${x}) in ${w} columns; ${role} is what plain
	   text is drawn in (FOCUS, SELECT or TEXT); the row is blank. */
	void (*draw)(void *arg, WINDOW *win, int y, int x, int w, size_t i,
	    enum role role);
	/* Whether row ${i} is selected. May be NULL. */
	bool (*selected)(void *arg, size_t i);
	void *arg;
};

/**
 * rows_set(r, n, at):
 * There are now ${n} rows and the cursor is on ${at}; the shown part moves as
 * little as it can.
 */
void rows_set(struct rows *r, size_t n, size_t at);

/**
 * rows_act(r, action):
 * UP DOWN PAGE_UP PAGE_DOWN START END; false for other actions. Moving past an
 * end stays there and is true.
 */
bool rows_act(struct rows *r, enum action action);

/**
 * rows_draw(r, win, at, doors, y):
 * Draw the rows in the rectangle, the mark in its first column and the text
 * from its third; the cursor's row in ${win} goes to ${y}, its column is at.x.
 */
void rows_draw(struct rows *r, WINDOW *win, struct rect at,
    const struct rows_doors *doors, int *y);

/**
 * rows_position(r, out):
 * "3 of 14" into ${out}; "none" when empty. Return ${out}.
 */
char *rows_position(const struct rows *r, char out[32]);

#endif /* HANDRAIL_UI_PARTS_ROWS_H */
