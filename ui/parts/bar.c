/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdio.h>

#include "ui/parts/bar.h"

/* The signs of a scale, lowest first: in UTF-8 and in ASCII. */
static const char *const sparks[2][9] = {
	{ " ", "\u2581", "\u2582", "\u2583", "\u2584", "\u2585", "\u2586",
	    "\u2587", "\u2588" },
	{ " ", ".", ".", ":", ":", "+", "+", "*", "#" },
};
static const char *const heats[2][7] = {
	{ " ", "\u2591", "\u2591", "\u2592", "\u2593", "\u2593", "\u2588" },
	{ " ", ".", ":", "+", "*", "#", "@" },
};

static void
cells(WINDOW *win, int y, int x, long n, const char *sign)
{
	for (long i = 0; i < n; i++)
		draw_text(win, y, x + (int)i, 1, ROLE_VALUE, sign);
}

void
bar_draw(WINDOW *win, int y, int x, int w, long value, long most)
{
	bool ascii = term_is_ascii();
	long halves;

	if (most <= 0 || value <= 0 || w <= 0)
		return;
	if (value > most)
		value = most;
	halves = value * w * 2 / most;
	cells(win, y, x, halves / 2, ascii ? "#" : "\u2588");
	if (halves % 2)
		cells(win, y, x + (int)(halves / 2), 1, ascii ? "+" : "\u258c");
}

void
bar_left(WINDOW *win, int y, int x, int w, long left, long all)
{
	char text[64];
	int full;

	if (w >= (int)sizeof(text))
		w = (int)sizeof(text) - 1;
	full = all > 0 && left > 0 ? (int)(left * w / all) : 0;
	full = full > w ? w : full;
	for (int i = 0; i < w; i++)
		text[i] = left <= 0 ? '!' : i < full ? '#' : '.';
	text[w > 0 ? w : 0] = '\0';
	draw_text(win, y, x, w, left <= 0 ? ROLE_DANGER : ROLE_TEXT, text);
}

void
bar_progress(WINDOW *win, int y, int x, int w, long done, long all)
{
	char text[128], count[48];
	int room, full;

	snprintf(count, sizeof(count), "] %ld/%ld", done, all);
	room = w - 1 - draw_width(count);
	if (room > 60)
		room = 60;
	full = all > 0 && room > 0 ? (int)(done * room / all) : 0;
	text[0] = '[';
	for (int i = 0; i < room; i++)
		text[1 + i] = i < full ? '#' : '-';
	snprintf(text + 1 + (room > 0 ? room : 0),
	    sizeof(text) - 1 - (size_t)(room > 0 ? room : 0), "%s", count);
	draw_text(win, y, x, w, ROLE_TEXT, text);
}

/* Where a value stands on a scale of ${steps}: 0 only for nothing at all. */
static long
step_of(long value, long most, long steps)
{
	if (value <= 0 || most <= 0)
		return 0;
	if (value >= most)
		return steps;
	return 1 + value * (steps - 1) / most;
}

void
bar_spark(WINDOW *win, int y, int x, const long *values, size_t n, long most)
{
	for (size_t i = 0; i < n; i++)
		draw_text(win, y, x + (int)i, 1, ROLE_TEXT,
		    values[i] < 0
			? "-"
			: sparks[term_is_ascii()][step_of(values[i], most, 8)]);
}

void
bar_heat(WINDOW *win, int y, int x, long value, long most)
{
	draw_text(win, y, x, 1, ROLE_TEXT,
	    heats[term_is_ascii()][step_of(value, most, 6)]);
}
