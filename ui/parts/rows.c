/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdio.h>

#include "ui/parts/rows.h"

static void
keep_in_view(struct rows *r)
{
	size_t h = r->height > 0 ? (size_t)r->height : 1;

	if (r->n == 0)
		r->at = r->top = 0;
	else if (r->at >= r->n)
		r->at = r->n - 1;
	if (r->at < r->top)
		r->top = r->at;
	if (r->at >= r->top + h)
		r->top = r->at - h + 1;
	/* Do not show blank rows below the last while some are above. */
	if (r->top + h > r->n)
		r->top = r->n > h ? r->n - h : 0;
}

void
rows_set(struct rows *r, size_t n, size_t at)
{
	r->n = n;
	r->at = at;
	keep_in_view(r);
}

bool
rows_act(struct rows *r, enum action action)
{
	size_t page = r->height > 1 ? (size_t)r->height - 1 : 1;
	size_t last = r->n ? r->n - 1 : 0;

	switch (action) {
	case ACTION_UP:
		r->at -= r->at > 0;
		break;
	case ACTION_DOWN:
		r->at += r->at < last;
		break;
	case ACTION_PAGE_UP:
		r->at -= r->at < page ? r->at : page;
		break;
	case ACTION_PAGE_DOWN:
		r->at = r->at + page > last ? last : r->at + page;
		break;
	case ACTION_START:
		r->at = 0;
		break;
	case ACTION_END:
		r->at = last;
		break;
	default:
		return false;
	}
	keep_in_view(r);
	return true;
}

static void
draw_row(struct rows *r, WINDOW *win, int y, struct rect at, size_t i,
    const struct rows_doors *doors)
{
	bool focus = i == r->at;
	bool selected = doors->selected && doors->selected(doors->arg, i);
	enum role role = focus      ? ROLE_FOCUS
			 : selected ? ROLE_SELECT
				    : ROLE_TEXT;
	char mark[3] = { focus      ? '>'
			 : selected ? '*'
				    : ' ',
		focus && selected ? '*' : ' ', '\0' };

	draw_fill(win, y, at.x, at.w, role, mark);
	doors->draw(doors->arg, win, y, at.x + 2, at.w - 2, i, role);
}

void
rows_draw(struct rows *r, WINDOW *win, struct rect at,
    const struct rows_doors *doors, int *y)
{
	size_t shown;

	r->height = at.h;
	keep_in_view(r);
	shown = r->n - r->top;
	if (shown > (size_t)(at.h > 0 ? at.h : 0))
		shown = (size_t)(at.h > 0 ? at.h : 0);
	if (doors->page && shown)
		doors->page(doors->arg, r->top, shown);
	for (size_t i = 0; i < shown; i++)
		draw_row(r, win, at.y + (int)i, at, r->top + i, doors);
	*y = at.y + (int)(r->at - r->top);
}

char *
rows_position(const struct rows *r, char out[32])
{
	if (r->n)
		snprintf(out, 32, "%zu of %zu", r->at + 1, r->n);
	else
		snprintf(out, 32, "none");
	return out;
}
