/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_UI_VIEWS_CLOCKS_H
#define HANDRAIL_UI_VIEWS_CLOCKS_H

#include <stdbool.h>

#include "hub/due.h"
#include "ui/frame/view.h"
#include "ui/parts/line.h"
#include "ui/parts/rows.h"
#include "ui/views/views.h"

/*
 * The rights clock (L8), shared by its files: clocks.c hears the keys,
 * clocks_read.c reads the rows and what is said of the one under the cursor,
 * clocks_ask.c asks what came of it, clocks_draw.c draws.
 */

enum clocks_tab { CLOCKS_MINE, CLOCKS_TEAM, CLOCKS_ONE, CLOCKS_TABS };

/* A line about the clock under the cursor. */
struct clocks_line {
	const char *label, *text;
	enum role role;
};

#define CLOCKS_LINES 12

struct clocks {
	enum clocks_tab tab;
	struct subject of; /* whose, on the last tab */
	bool closed;       /* met and excepted ones as well */
	int right;         /* only this one, 1 to 12; 0 all */
	char filter[64];   /* words; "" all */

	struct arena *arena;
	struct due_page page;
	size_t *shown;
	size_t n_shown;
	struct rows rows;
	uint64_t focus; /* the clock under the cursor */
	const char *one; /* the person of the last tab */
	const char *sum; /* how many run, how the last month was */

	struct arena *about_arena;
	uint64_t about_of;
	struct clocks_line about[CLOCKS_LINES];
	size_t n_about;
	struct line_choice choices[CLOCKS_LINES]; /* of the last question */
};

/**
 * clocks_load(s):
 * Read the list again; the cursor stays on its clock if that one is still there.
 */
void clocks_load(struct clocks *s);

/**
 * clocks_sift(s):
 * Which of the rows in hand pass filter and right.
 */
void clocks_sift(struct clocks *s);

/**
 * clocks_focus(s):
 * The row under the cursor; NULL in an empty list. Lends until the next load.
 */
const struct due_row *clocks_focus(const struct clocks *s);

/**
 * clocks_about(s):
 * Have what is said of the clock under the cursor read.
 */
void clocks_about(struct clocks *s);

/**
 * clocks_ask(v), clocks_late(v):
 * Ask what came of the clock under the cursor; why it is late.
 */
void clocks_ask(struct view *v);
void clocks_late(struct view *v);

/**
 * clocks_done(v):
 * Something was done about a clock: read again and say so.
 */
void clocks_done(struct view *v);

/**
 * clocks_draw(v):
 * Draw it.
 */
void clocks_draw(struct view *v);

#endif /* HANDRAIL_UI_VIEWS_CLOCKS_H */
