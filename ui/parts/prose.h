/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_UI_PARTS_PROSE_H
#define HANDRAIL_UI_PARTS_PROSE_H

#include <stdbool.h>
#include <stddef.h>

#include "ui/parts/edit.h"

/*
 * Many lines of typing, wrapped at words to the width they are shown in. Built
 * on edit: one text with newlines in it, the same undo, clusters and limits.
 * All zeros is empty.
 */

struct prose {
	struct edit edit;
	int want;  /* the column up and down try to keep, plus 1; 0: none */
	int width; /* of the last drawing, which up and down go by */
};

/**
 * prose_type(p, utf8), prose_paste(p, text, n):
 * As in edit; pasted newlines stay, and a lone CR is one.
 */
bool prose_type(struct prose *p, const char *utf8);
size_t prose_paste(struct prose *p, const char *text, size_t n);

/**
 * prose_act(p, action):
 * What edit_act does, START and END by the shown line, and ACCEPT (a new
 * line), UP, DOWN, PAGE_UP, PAGE_DOWN. UP on the first line and DOWN on the
 * last are false.
 */
bool prose_act(struct prose *p, enum action action);

/**
 * prose_lines(p, w):
 * How many lines it takes at ${w} columns.
 */
int prose_lines(const struct prose *p, int w);

/**
 * prose_draw(p, win, at, role, y, x):
 * Draw the lines around the cursor in the rectangle; where the cursor stands
 * in ${win} goes to ${y} and ${x}.
 */
void prose_draw(struct prose *p, WINDOW *win, struct rect at, enum role role,
    int *y, int *x);

/**
 * prose_release(p):
 * Wipe and give back.
 */
void prose_release(struct prose *p);

#endif /* HANDRAIL_UI_PARTS_PROSE_H */
