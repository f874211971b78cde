/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_UI_VIEWS_DIARY_H
#define HANDRAIL_UI_VIEWS_DIARY_H

#include "hub/diary.h"
#include "ui/frame/draw.h"
#include "ui/frame/view.h"

/*
 * The diary (L9): a week of court dates, visits and calls, and below it all
 * about the one under the cursor. diary.c hears the keys, diary_draw.c draws.
 */

#define DIARY_DAYS 7
#define DIARY_WEEKS 5 /* this one and the four that follow */

struct diary {
	struct arena *arena;
	int32_t monday;    /* of the week that is shown */
	int32_t wanted;    /* the day the cursor came for */
	unsigned hidden;   /* sorts, by bit */
	bool mine;	   /* only what this worker holds */
	struct diary_page page; /* of all the weeks */
	size_t *shown;	   /* rows of this week that pass, by the hour */
	size_t n, at;
	unsigned hearings[DIARY_WEEKS];
};

/**
 * diary_focus(s):
 * The row under the cursor; NULL when the week has none.
 */
const struct diary_row *diary_focus(const struct diary *s);

/**
 * diary_day(row):
 * The day it falls on, by the clock on the wall.
 */
int32_t diary_day(const struct diary_row *row);

/**
 * diary_draw(v):
 * Draw it.
 */
void diary_draw(struct view *v);

#endif /* HANDRAIL_UI_VIEWS_DIARY_H */
