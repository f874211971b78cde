/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_UI_FRAME_PANES_H
#define HANDRAIL_UI_FRAME_PANES_H

#include "ui/frame/draw.h"

/*
 * How a body is shared out by its size. The same panes are in the same places
 * on every screen; a wider terminal adds panes and moves nothing:
 *
 *	under 60 columns	main only, the whole body (large print)
 *	60 to 119		main; side for forms (script, matches, codes)
 *	120 and more		main and preview (side of a form: wider)
 *	150x40 and more		third below main, fourth below preview
 *
 * A pane that is not there has h and w 0. From 120 columns on each pane has a
 * frame and the rectangle is its inside; `framed` says so.
 */

struct panes {
	struct rect main, side, third, fourth;
	bool framed;
};

/**
 * panes_list(h, w):
 * The panes of a list screen (L1, W1) in a body of ${h} rows and ${w} columns:
 * side is the preview, only from 120 columns on.
 */
struct panes panes_list(int h, int w);

/**
 * panes_form(h, w):
 * The panes of a form screen (L2, W2): side from 60 columns on; at 150x40 side
 * is the upper, third the middle and fourth the lower box right of the form.
 */
struct panes panes_form(int h, int w);

/**
 * panes_draw(win, p, titles):
 * Draw the frames or dividing lines of ${p}; ${titles} names main, side,
 * third, fourth (NULL: no title).
 */
void
panes_draw(WINDOW *win, const struct panes *p, const char *const titles[4]);

#endif /* HANDRAIL_UI_FRAME_PANES_H */
