/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_UI_FRAME_FRAME_H
#define HANDRAIL_UI_FRAME_FRAME_H

#include <stdbool.h>
#include <stdint.h>

#include "base/keymap.h"
#include "ui/frame/view.h"

/*
 * The rows around every screen (UX 3.2):
 *
 *	row 0		HANDRAIL, screen and record; call timer; clock;
 *initials; sync in words when it is not well row 1		banner
 *	...		the body, a view's window
 *	last but two	message line (last but one when the key bar is one row)
 *	last one or two	key bar; its last row turns into a command line
 *
 * and the key map that everyone reads. One of each, so their state is local.
 */

struct frame_facts {
	char initials[8];
	char sync[24];     /* "" when well; else words: "sync 2d old" */
	char note[24];     /* "saved 11:42:07", "rehearsal 2026-11-22" */
	int64_t call_from; /* UTC ms of the call's first key; 0: no call */
	bool clock_hidden; /* silent: no clock and no timer */
};

/**
 * frame_facts():
 * What the header shows; write into it and call view_stale(NULL).
 */
struct frame_facts *frame_facts(void);

/**
 * frame_keys(m), frame_keymap():
 * Use the key map ${m} (lent; keep it until the end); the one in use.
 */
void frame_keys(const struct keymap *m);
const struct keymap *frame_keymap(void);

/**
 * frame_leads(leads):
 * Show on the key bar only actions of which ${leads}(action) is true: a key
 * that leads nowhere for this worker is not offered. NULL: all of them.
 */
void frame_leads(bool (*leads)(enum action));

/**
 * frame_strip(rows, draw):
 * Keep ${rows} rows above the message line for something that stands over every
 * screen; ${draw}(y, w) draws them. 0: none. Screens too small for it go
 * without.
 */
void frame_strip(int rows, void (*draw)(int y, int w));

/**
 * frame_body(h, w):
 * The size of the body on the screen as it is.
 */
void frame_body(int *h, int *w);

/**
 * frame_draw(now_ms):
 * Draw what is stale: rows around, views, popups; place the cursor; show.
 */
void frame_draw(int64_t now_ms);

/**
 * frame_relayout():
 * Give every window its place on the screen as it is now.
 */
void frame_relayout(void);

/**
 * frame_bar_rows(n):
 * Have a key bar of ${n} rows, 1 or 2. Under 16 rows or 60 columns it is 1.
 */
void frame_bar_rows(int n);

#endif /* HANDRAIL_UI_FRAME_FRAME_H */
