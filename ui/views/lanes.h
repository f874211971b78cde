/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_UI_VIEWS_LANES_H
#define HANDRAIL_UI_VIEWS_LANES_H

#include <stddef.h>
#include <stdint.h>

#include "hub/journey.h"
#include "ui/parts/timeline.h"

/*
 * A journey as lanes over time: which lane a step is drawn in, and the words of
 * a step in a list.
 */

struct arena;

enum lane {
	LANE_POLICE,
	LANE_COURT,
	LANE_SERVICE,
	LANE_CONTACT,
	LANE_CLOCK,
	LANE_HUB,
	LANES
};

struct lanes {
	struct timeline_chart chart;
	size_t *step;        /* which step each mark is; SIZE_MAX for a line */
	enum lane of[LANES]; /* which lane each row of the chart is */
};

/**
 * lane_of(step), lane_word(lane), lane_title(lane):
 * Where a step is drawn; the short and the long name of a lane.
 */
enum lane lane_of(const struct timeline_step *step);
const char *lane_word(enum lane lane);
const char *lane_title(enum lane lane);

/**
 * lanes_make(arena, line, hidden, now_ms, l):
 * Lay ${line} out in ${l}, which lives in ${arena}, without the lanes whose bit
 * is in ${hidden}.
 */
void lanes_make(struct arena *arena, const struct timeline *line,
    unsigned hidden, int64_t now_ms, struct lanes *l);

/**
 * lanes_legend(line, hidden, out, size):
 * What the letters mean, "r recorded  i interview", each once.
 */
void lanes_legend(const struct timeline *line, unsigned hidden, char *out,
    size_t size);

/**
 * lanes_step(win, y, x, w, step, role):
 * One step as a row of a list.
 */
void lanes_step(WINDOW *win, int y, int x, int w,
    const struct timeline_step *step, enum role role);

/**
 * lanes_draw(line, win, at, now_ms):
 * The lanes, and below them the latest steps as far as there is room.
 */
void lanes_draw(const struct timeline *line, WINDOW *win, struct rect at,
    int64_t now_ms);

#endif /* HANDRAIL_UI_VIEWS_LANES_H */
