/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_UI_PARTS_TIMELINE_H
#define HANDRAIL_UI_PARTS_TIMELINE_H

#include <stddef.h>
#include <stdint.h>

#include "ui/frame/draw.h"

/*
 * A journey as lanes over time (L4): one row a lane, one column for so many
 * days, a letter for each event, a line where something lasts. It only draws;
 * the list of events below it is a rows.
 */

struct timeline_mark {
	size_t lane;
	int32_t from, to; /* days since 1970; to < from: a single day */
	char letter;      /* what the legend names; 0: only the line */
	enum role role;
};

struct timeline_chart {
	const char *const *lanes; /* short names: "Pol", "Ct" */
	size_t n_lanes;
	const struct timeline_mark *marks;
	size_t n_marks;
	int32_t first; /* the day in the first column */
	int32_t today; /* a line stands there; 0: none */
	int days;      /* days a column: 1, 3, 7, 30 */
	size_t focus;  /* the mark drawn in focus; n_marks or more: none */
};

/**
 * timeline_draw(t, win, at):
 * Draw a row of months and one row for each lane into the rectangle.
 */
void timeline_draw(const struct timeline_chart *t, WINDOW *win, struct rect at);

/**
 * timeline_fit(t, w):
 * Set first and days so that all marks show in ${w} columns.
 */
void timeline_fit(struct timeline_chart *t, int w);

/**
 * timeline_zoom(t, w, nearer, day):
 * One step nearer or wider, keeping ${day} where it is if it can.
 */
void timeline_zoom(struct timeline_chart *t, int w, bool nearer, int32_t day);

/**
 * timeline_word(t):
 * What a column is: "days", "weeks", "months". Lends.
 */
const char *timeline_word(const struct timeline_chart *t);

#endif /* HANDRAIL_UI_PARTS_TIMELINE_H */
