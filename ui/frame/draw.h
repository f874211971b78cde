/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_UI_FRAME_DRAW_H
#define HANDRAIL_UI_FRAME_DRAW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ui/frame/theme.h"

/*
 * Text and lines on a window, measured in columns. Nothing drawn here can
 * leave its width, carry a control character, or turn the writing direction,
 * whatever the text holds (utf8_safe). Nothing refreshes the screen.
 */

struct rect {
	int y, x, h, w;
};

/**
 * draw_text(win, y, x, w, role, text):
 * Draw ${text} in at most ${w} columns; a text that is too long ends with "~".
 * Return the columns used. Letters whose width terminals disagree on (emoji)
 * show as "?".
 */
int
draw_text(WINDOW *win, int y, int x, int w, enum role role, const char *text);

/**
 * draw_fill(win, y, x, w, role, text):
 * As draw_text, then blanks in ${role} to the end of the width.
 */
void
draw_fill(WINDOW *win, int y, int x, int w, enum role role, const char *text);

/**
 * draw_right(win, y, x, w, role, text):
 * As draw_text, ending at the right edge of the width.
 */
void
draw_right(WINDOW *win, int y, int x, int w, enum role role, const char *text);

/**
 * draw_printf(win, y, x, w, role, fmt, ...):
 * As draw_text, with the words of printf.
 */
int draw_printf(WINDOW *win, int y, int x, int w, enum role role,
    const char *fmt, ...) __attribute__((format(printf, 6, 7)));

/**
 * draw_exact(win, y, x, w, role, text, n):
 * As draw_text for ${n} bytes, with every harmless letter as it is, emoji too,
 * and no "~": for the field where it is typed.
 */
int draw_exact(WINDOW *win, int y, int x, int w, enum role role,
    const char *text, size_t n);

/**
 * draw_wrap(win, at, role, text, from):
 * Draw ${text} wrapped at words into the rectangle, from its wrapped line
 * ${from} on. Return how many lines it has in all. ${win} NULL only counts.
 */
int draw_wrap(WINDOW *win, struct rect at, enum role role, const char *text,
    int from);

/* A wrapped line: the ${len} bytes of the text from ${at} on. */
struct draw_line {
	size_t at, len;
};

/**
 * draw_lines(text, w, lines, max):
 * Where ${text} breaks in ${w} columns: fill up to ${max} of ${lines} and
 * return how many there are in all (at least 1).
 */
size_t draw_lines(const char *text, int w, struct draw_line *lines, size_t max);

/**
 * draw_rule(win, y, x, w):
 * A horizontal line.
 */
void draw_rule(WINDOW *win, int y, int x, int w);

/**
 * draw_post(win, y, x, h):
 * A vertical line.
 */
void draw_post(WINDOW *win, int y, int x, int h);

/**
 * draw_box(win, at, title):
 * A frame around the rectangle's edge with ${title} in its top line (NULL:
 * none): "+- Queue 1-10 of 14 ----+". The inside is left alone.
 */
void draw_box(WINDOW *win, struct rect at, const char *title);

/**
 * draw_blank(win, at):
 * Blank a rectangle in ROLE_TEXT.
 */
void draw_blank(WINDOW *win, struct rect at);

/**
 * draw_inside(at):
 * The rectangle inside the frame of ${at}.
 */
struct rect draw_inside(struct rect at);

/**
 * draw_width(text):
 * The columns draw_text would use with room enough.
 */
int draw_width(const char *text);

#endif /* HANDRAIL_UI_FRAME_DRAW_H */
