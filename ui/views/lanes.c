/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/day.h"

#include "ui/views/lanes.h"

/* clang-format off */
static const struct lane_row {
	const char *word, *title;
	const char *tracks; /* of the journey's steps, parted by blanks */
} rows[LANES] = {
	[LANE_POLICE]	= { "Pol", "police",	" police " },
	[LANE_COURT]	= { "Ct",  "court",	" court sentence " },
	[LANE_SERVICE]	= { "Svc", "services",	" service referral " },
	[LANE_CONTACT]	= { "Con", "contacts",	" contact " },
	[LANE_CLOCK]	= { "Clk", "clocks",	" clock " },
	[LANE_HUB]	= { "Hub", "hub",	" hub " },
};
/* clang-format on */

enum lane
lane_of(const struct timeline_step *step)
{
	char track[32];

	snprintf(track, sizeof(track), " %s ", step->track);
	for (int i = 0; i < LANES; i++)
		if (strstr(rows[i].tracks, track) != NULL)
			return (enum lane)i;
	return LANE_HUB;
}

const char *
lane_word(enum lane lane)
{
	return rows[lane].word;
}

const char *
lane_title(enum lane lane)
{
	return rows[lane].title;
}

/* The marks of one lane: a line from the first to the last, and each letter. */
static void
add_marks(const struct timeline *line, enum lane lane, size_t row,
    struct timeline_mark *marks, struct lanes *l)
{
	struct timeline_mark *whole = NULL;
	size_t *n = &l->chart.n_marks, seen = 0;

	for (size_t i = 0; i < line->n; i++) {
		int32_t day = moment_day(line->at[i].at_ms);

		if (lane_of(&line->at[i]) != lane)
			continue;
		if (seen++ == 0) {
			whole = &marks[*n];
			l->step[(*n)++] = SIZE_MAX;
			*whole = (struct timeline_mark){
				.lane = row, .from = day, .role = ROLE_TEXT
			};
		}
		whole->to = day;
		l->step[*n] = i;
		marks[(*n)++] = (struct timeline_mark){ .lane = row,
			.from = day,
			.to = day - 1,
			.letter = line->at[i].letter,
			.role = ROLE_VALUE };
	}
}

void
lanes_make(struct arena *arena, const struct timeline *line, unsigned hidden,
    int64_t now_ms, struct lanes *l)
{
	size_t most = line->n + LANES;
	struct timeline_mark *marks = arena_get(arena, most * sizeof(*marks));
	const char **words = arena_get(arena, LANES * sizeof(*words));
	size_t row = 0;

	memset(l, 0, sizeof(*l));
	l->step = arena_get(arena, most * sizeof(*l->step));
	for (int i = 0; i < LANES; i++) {
		if (hidden & 1u << i)
			continue;
		words[row] = rows[i].word;
		l->of[row] = (enum lane)i;
		add_marks(line, (enum lane)i, row, marks, l);
		row++;
	}
	l->chart.lanes = words;
	l->chart.n_lanes = row;
	l->chart.marks = marks;
	l->chart.today = moment_day(now_ms);
	l->chart.focus = l->chart.n_marks;
}

/* A few words are enough to know a letter by. */
static void
add_legend(const struct timeline_step *step, char *out, size_t size)
{
	size_t used = strlen(out), len = strcspn(step->what, ",;:(");

	if (len > 22)
		len = 22;
	snprintf(out + used, size - used, "%s%c %.*s", used > 0 ? "  " : "",
	    step->letter, (int)len, step->what);
}

void
lanes_legend(const struct timeline *line, unsigned hidden, char *out,
    size_t size)
{
	bool seen[256] = { false };

	out[0] = '\0';
	for (size_t i = 0; i < line->n; i++) {
		unsigned char letter = (unsigned char)line->at[i].letter;

		if (letter == 0 || seen[letter] ||
		    hidden & 1u << lane_of(&line->at[i]))
			continue;
		seen[letter] = true;
		add_legend(&line->at[i], out, size);
	}
}

void
lanes_step(WINDOW *win, int y, int x, int w, const struct timeline_step *step,
    enum role role)
{
	int who = w < 60 ? 0 : 10, told = 0;

	draw_text(win, y, x, 12, role, step->when);
	if (who > 0)
		draw_text(win, y, x + 13, who - 1, role, step->who);
	if (step->told[0] != '\0' && w >= 60) {
		told = draw_width(step->told) + 3;
		told = told > w / 3 ? w / 3 : told;
	}
	draw_text(win, y, x + 13 + who, w - 13 - who - told, role, step->what);
	if (told > 0)
		draw_printf(win, y, x + w - told + 1, told - 1,
		    role == ROLE_TEXT ? ROLE_DIM : role, "(%.*s)", 60,
		    step->told);
}

void
lanes_draw(const struct timeline *line, WINDOW *win, struct rect at,
    int64_t now_ms)
{
	struct arena *arena = arena_new();
	struct lanes l;
	int rows_of = LANES, list;
	size_t from;

	/* Without the hub's own lane a pane has room for more steps. */
	lanes_make(arena, line, 1u << LANE_HUB, now_ms, &l);
	rows_of = (int)l.chart.n_lanes + 1;
	timeline_fit(&l.chart, at.w);
	if (at.h > rows_of)
		timeline_draw(&l.chart, win,
		    (struct rect){ at.y, at.x, rows_of, at.w });
	list = at.h - rows_of - 1;
	from = line->n > (size_t)(list > 0 ? list : 0)
		   ? line->n - (size_t)(list > 0 ? list : 0)
		   : 0;
	for (size_t i = from; i < line->n && list > 0; i++)
		lanes_step(win, at.y + rows_of + 1 + (int)(i - from), at.x,
		    at.w, &line->at[i], ROLE_TEXT);
	arena_free(arena);
}
