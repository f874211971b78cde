/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_UI_PARTS_EDIT_H
#define HANDRAIL_UI_PARTS_EDIT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/action.h"
#include "ui/frame/draw.h"

/*
 * One line of typing. The text is always UTF-8 in normal form C; the cursor
 * stands between grapheme clusters, never inside one, so that an accent typed
 * after its letter joins it and is rubbed out with it. Nothing typed here can
 * carry a control character. All zeros is an empty editor without a limit.
 */

#define EDIT_UNDO 64

struct edit_past {
	char *text;
	size_t cursor;
};

struct edit {
	char *text; /* NUL-terminated; NULL is empty */
	size_t len, cap;
	size_t cursor; /* bytes, on a cluster boundary */
	size_t max;    /* most clusters; 0: 4,000 */
	bool lines;    /* newlines may stand in it (prose) */
	struct edit_past past[EDIT_UNDO];
	size_t n_past, at_past; /* at_past of n_past steps can be undone */
	int run;                /* what the last change was, to join letters */
	unsigned changes;       /* counts up with each change */
};

/**
 * edit_text(e):
 * The text now. Lent until the next change.
 */
const char *edit_text(const struct edit *e);

/**
 * edit_set(e, text):
 * Replace the text (made NFC and harmless), cursor at its end, as one step
 * that undo takes back.
 */
void edit_set(struct edit *e, const char *text);

/**
 * edit_load(e, text):
 * As edit_set, and forget the past.
 */
void edit_load(struct edit *e, const char *text);

/**
 * edit_type(e, utf8):
 * Put typed text at the cursor. False when the limit is reached or it is no
 * text; the text is then as it was.
 */
bool edit_type(struct edit *e, const char *utf8);

/**
 * edit_paste(e, text, n):
 * Put pasted text at the cursor: newlines and tabs become one space each, it
 * stops at the limit. Return how many clusters were cut off.
 */
size_t edit_paste(struct edit *e, const char *text, size_t n);

/**
 * edit_act(e, action):
 * LEFT RIGHT START END RUB CUT CUT_WORD CLEAR UNDO REDO; false for others and
 * when there is nothing to do (so that undo can go on to something else).
 */
bool edit_act(struct edit *e, enum action action);

/**
 * edit_draw(e, win, y, x, w, role):
 * Draw the part of the text around the cursor in ${w} columns, padded with
 * blanks in ${role}; return the column of the cursor, from ${x} on. The scroll
 * is worked out from the width and is not kept.
 */
int edit_draw(const struct edit *e, WINDOW *win, int y, int x, int w,
    enum role role);

/**
 * edit_release(e):
 * Wipe and give back the text and its past; leave it empty.
 */
void edit_release(struct edit *e);

#endif /* HANDRAIL_UI_PARTS_EDIT_H */
