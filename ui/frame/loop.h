/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_UI_FRAME_LOOP_H
#define HANDRAIL_UI_FRAME_LOOP_H

#include <stdbool.h>
#include <stdint.h>

#include "ui/frame/view.h"

/*
 * The loop: waits for a key, the clock or news, hands it to the view that is
 * on top, draws once. The only poll() in the program is here. Idle it sleeps:
 * it wakes for the next change of the clock's minute, and to ask for news.
 */

/* Doors to the world outside the screen; any may be NULL. */
struct loop_doors {
	/* The time now, UTC ms; without it, it is always 1970. */
	int64_t (*now)(void *arg);
	/* Has anything changed since last asked? Cheap; asked each second. */
	bool (*news)(void *arg);
	/* Becomes readable when there may be news; 0 or less: none. */
	int news_fd;
	/* No key for ${idle_ms}: time to autosave or to lock. Each second. */
	void (*idle)(void *arg, int64_t idle_ms);
	/* An action that no view took: global ones (goto, palette, hide). */
	bool (*act)(void *arg, enum action);
	/* The program is about to end (SIGHUP, SIGTERM): keep the drafts. */
	void (*ending)(void *arg);
	void *arg;
	/* How long an Esc waits for its digit (Esc 2 is F2); 0: 400 ms; below
	   0: until the next key, for hands that are slow. */
	int escape_hold_ms;
};

/**
 * loop_judge(judge):
 * Ask ${judge}(stroke) of every key before it is heard: one of which it is
 * false goes no further. NULL: all are heard.
 */
void loop_judge(bool (*judge)(uint32_t stroke));

/**
 * loop_open(doors):
 * Keep a copy of ${doors}; loop_now(), loop_stroke() use them from here on.
 */
void loop_open(const struct loop_doors *doors);

/**
 * loop_run():
 * Run until no view is left, loop_stop() is called, or the terminal goes away.
 * Return the exit status.
 */
int loop_run(void);

/**
 * loop_stop(status):
 * End the loop after this turn.
 */
void loop_stop(int status);
bool loop_is_stopped(void);

/**
 * loop_now():
 * The time by the doors' clock, UTC ms.
 */
int64_t loop_now(void);

/**
 * loop_stroke(stroke):
 * Handle one stroke as if it had been pressed, without drawing.
 */
void loop_stroke(uint32_t stroke);

/**
 * loop_paste(text, n):
 * Handle pasted text.
 */
void loop_paste(const char *text, size_t n);

/**
 * loop_settle():
 * An Esc that waits for its digit is taken as it is.
 */
void loop_settle(void);

/**
 * loop_turn():
 * Ask for news, tell the clock if it moved, draw what is stale, show, mark.
 */
void loop_turn(void);

/**
 * loop_act(action):
 * Ask for ${action} as a key would: the top view first, then the doors.
 */
bool loop_act(enum action action);

#endif /* HANDRAIL_UI_FRAME_LOOP_H */
