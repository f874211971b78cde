/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_UI_FRAME_STACK_H
#define HANDRAIL_UI_FRAME_STACK_H

#include "ui/frame/view.h"

/*
 * What the frame and the loop need of the stack of views, and nobody else: the
 * windows, and telling every view of the clock and of news.
 */

/**
 * stack_layout(body, h, w):
 * Give every view its window: full ones the rectangle ${body}, popups a place
 * on the screen of ${h} x ${w}.
 */
void stack_layout(struct rect body, int h, int w);

/**
 * stack_draw():
 * Let every view that is stale and can be seen draw itself.
 */
void stack_draw(void);

/**
 * stack_hide(yes):
 * Take all windows off the screen (it is too small), or put them back.
 */
void stack_hide(bool yes);

/**
 * stack_tick(now_ms), stack_news():
 * Tell every view.
 */
void stack_tick(int64_t now_ms);
void stack_news(void);

/**
 * stack_sweep():
 * Free the views that were closed in this turn.
 */
void stack_sweep(void);

/**
 * stack_changed():
 * Whether views came or went since the last stack_layout().
 */
bool stack_changed(void);

/**
 * said_age():
 * A key was pressed: what was said before the last one goes.
 */
void said_age(void);

#endif /* HANDRAIL_UI_FRAME_STACK_H */
