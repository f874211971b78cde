/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "ui/frame/panes.h"

#define ONE_COLUMN 60
#define FRAMED 120
#define FOUR_COLS 150
#define FOUR_ROWS 33 /* of body, on a screen of 40 rows or so */

static struct rect
framed_at(int y, int x, int h, int w)
{
	return draw_inside((struct rect){ y, x, h, w });
}

struct panes
panes_list(int h, int w)
{
	struct panes p = { .main = { 0, 0, h, w } };
	int left = w * 61 / 100, upper = h * 55 / 100;

	if (w < FRAMED)
		return p;
	p.framed = true;
	if (w < FOUR_COLS || h < FOUR_ROWS)
		upper = h;
	p.main = framed_at(0, 0, upper, left);
	p.side = framed_at(0, left, upper, w - left);
	if (upper < h) {
		p.third = framed_at(upper, 0, h - upper, left);
		p.fourth = framed_at(upper, left, h - upper, w - left);
	}
	return p;
}

struct panes
panes_form(int h, int w)
{
	struct panes p = { .main = { 0, 0, h, w } };
	int left = w * 575 / 1000;
	int upper = h * 37 / 100, middle = h * 28 / 100;

	if (w < ONE_COLUMN)
		return p;
	if (w < FRAMED) {
		/* The line between them stands right of the form. */
		p.main.w = w * 61 / 100;
		p.side = (struct rect){ 0, p.main.w + 2, h, w - p.main.w - 3 };
		return p;
	}
	p.framed = true;
	p.main = framed_at(0, 0, h, left);
	if (w < FOUR_COLS || h < FOUR_ROWS) {
		p.side = framed_at(0, left, h, w - left);
		return p;
	}
	p.side = framed_at(0, left, upper, w - left);
	p.third = framed_at(upper, left, middle, w - left);
	p.fourth =
	    framed_at(upper + middle, left, h - upper - middle, w - left);
	return p;
}

void
panes_draw(WINDOW *win, const struct panes *p, const char *const titles[4])
{
	const struct rect all[] = { p->main, p->side, p->third, p->fourth };

	if (!p->framed) {
		if (p->side.w)
			draw_post(win, p->side.y, p->side.x - 2, p->side.h);
		return;
	}
	for (int i = 0; i < 4; i++)
		if (all[i].w)
			draw_box(win,
			    (struct rect){ all[i].y - 1, all[i].x - 1,
				all[i].h + 2, all[i].w + 2 },
			    titles ? titles[i] : NULL);
}
