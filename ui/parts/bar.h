/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_UI_PARTS_BAR_H
#define HANDRAIL_UI_PARTS_BAR_H

#include <stddef.h>

#include "ui/frame/draw.h"

/*
 * Numbers as pictures that survive ASCII (UX 6.3). Each stands beside its
 * number; none is the only place a fact appears.
 */

/**
 * bar_draw(win, y, x, w, value, most):
 * A bar of ${value} parts of ${most} in ${w} columns: whole cells, then a half.
 */
void bar_draw(WINDOW *win, int y, int x, int w, long value, long most);

/**
 * bar_left(win, y, x, w, left, all):
 * Time left as "####...."; "!!!!!!!!" when ${left} is not above 0.
 */
void bar_left(WINDOW *win, int y, int x, int w, long left, long all);

/**
 * bar_progress(win, y, x, w, done, all):
 * "[####--] 44/46".
 */
void bar_progress(WINDOW *win, int y, int x, int w, long done, long all);

/**
 * bar_spark(win, y, x, values, n, most):
 * One column for each of ${n} values on the scale of ${most}; a negative value
 * is one that is not known and shows "-".
 */
void
bar_spark(WINDOW *win, int y, int x, const long *values, size_t n, long most);

/**
 * bar_heat(win, y, x, value, most):
 * One cell of a heat table in 6 steps.
 */
void bar_heat(WINDOW *win, int y, int x, long value, long most);

#endif /* HANDRAIL_UI_PARTS_BAR_H */
