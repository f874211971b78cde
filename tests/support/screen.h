/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_TESTS_SUPPORT_SCREEN_H
#define HANDRAIL_TESTS_SUPPORT_SCREEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * A terminal to look at: a program in a pseudo-terminal of its own, and
 * libvterm showing what it drew. Nothing here sleeps and hopes: the program
 * writes a mark after every key it handled (HANDRAIL_TEST=1), and each key sent
 * waits for its own.
 *
 *	struct screen *s = screen_start(&(struct screen_options){
 *	    .run = desk_main, .rows = 24, .cols = 80 });
 *	screen_type(s, "nv");
 *	cr_expect(screen_says(s, "Victim"));
 *	cr_expect_eq(screen_end(s), 0);
 */

struct screen;

struct screen_options {
	int (*run)(void *arg); /* runs in the child; its return is the exit */
	void *arg;
	const char *const *argv; /* or: exec this, found by its path */
	int rows, cols;          /* 0: 24x80 */
	const char *term;        /* NULL: xterm-256color */
	const char *const *env;  /* "NAME=value" added; ends with NULL */
	bool unmarked;           /* the program writes no marks */
};

/* One cell as the terminal shows it. */
struct screen_cell {
	char text[32];
	int width;
	bool bold, underline, reverse;
	bool own_fore, own_back; /* not the terminal's own colours */
	uint8_t fore[3], back[3];
};

/**
 * screen_start(o):
 * Start the program and wait for its first drawing.
 */
struct screen *screen_start(const struct screen_options *o);

/**
 * screen_send(s, bytes, n, keys):
 * Send bytes that make ${keys} keys and wait until they are handled.
 */
void screen_send(struct screen *s, const char *bytes, size_t n, unsigned keys);

/**
 * screen_type(s, text):
 * Type each letter of ${text}.
 */
void screen_type(struct screen *s, const char *text);

/**
 * screen_key(s, name):
 * Press a key by its name: "Enter", "Up", "F9", "C-g", "Esc".
 */
void screen_key(struct screen *s, const char *name);

/**
 * screen_paste(s, text):
 * Paste: bracketed if the program asked for it, which is returned.
 */
bool screen_paste(struct screen *s, const char *text);

/**
 * screen_resize(s, rows, cols, wait):
 * Give the terminal another size; with ${wait}, until it was drawn again.
 */
void screen_resize(struct screen *s, int rows, int cols, bool wait);

/**
 * screen_settle(s, ms):
 * Read what comes until nothing has for ${ms}; return the bytes that came.
 */
size_t screen_settle(struct screen *s, int ms);

/**
 * screen_line(s, y, out, cap), screen_says(s, text), screen_find(s, text, y,
 * x): A row without trailing blanks; whether any row holds ${text}, and where.
 */
void screen_line(struct screen *s, int y, char *out, size_t cap);
bool screen_says(struct screen *s, const char *text);
bool screen_find(struct screen *s, const char *text, int *y, int *x);
void screen_cell(struct screen *s, int y, int x, struct screen_cell *cell);

/**
 * screen_print(s):
 * Print the screen on stderr, for a test that failed.
 */
void screen_print(struct screen *s);

/**
 * What the terminal and the marks tell.
 */
void screen_cursor(struct screen *s, int *y, int *x, bool *visible);
const char *screen_state(struct screen *s); /* "list", "field", "prompt" */
const char *screen_tag(struct screen *s);
bool screen_is_alternate(struct screen *s);
bool screen_wants_paste(struct screen *s);
unsigned screen_bells(struct screen *s);
unsigned screen_strange(struct screen *s); /* OSC that is no mark of ours */
size_t screen_bytes(struct screen *s);     /* all that were written so far */
int screen_pid(struct screen *s);

/**
 * screen_modes_are_back(s):
 * Whether the terminal's modes are as before the program began.
 */
bool screen_modes_are_back(struct screen *s);

/**
 * screen_wait(s), screen_free(s):
 * Wait for the program to end: its exit status, or 128 and its signal; -1 when
 * it does not in five seconds. Then give all back (killing it if need be).
 */
int screen_wait(struct screen *s);
void screen_free(struct screen *s);

#endif /* HANDRAIL_TESTS_SUPPORT_SCREEN_H */
