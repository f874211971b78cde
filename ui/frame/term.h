/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_UI_FRAME_TERM_H
#define HANDRAIL_UI_FRAME_TERM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Our names are not to be rewritten by macros such as move() and clear(). */
#ifndef NCURSES_NOMACROS
#define NCURSES_NOMACROS 1
#endif
#ifndef NCURSES_WIDECHAR
#define NCURSES_WIDECHAR 1
#endif
#include <curses.h>

#include "base/rc.h"

/*
 * The terminal: the only caller of newterm, wget_wch, update_panels, doupdate.
 * There is one, so its state is local to term.c. Whatever ends the program
 * (exit, a signal, a fault) gives the terminal back as it was found.
 */

/* The smallest screen that handrail draws on. */
#define TERM_MIN_ROWS 12
#define TERM_MIN_COLS 40

struct term_options {
	bool hidden; /* no terminal at all: newterm on the null device */
	int rows,
	    cols;      /* with hidden: the size; 0 is LINES, COLUMNS or 24x80 */
	bool mono;     /* no colour (also NO_COLOR in the environment) */
	bool ascii;    /* line drawing with + - | */
	int escape_ms; /* wait after Esc; 0 is 25, or 100 over ssh */
	bool markers;  /* write test markers (also HANDRAIL_TEST=1) */
};

enum term_word { TERM_QUIET, TERM_STROKE, TERM_PASTE, TERM_RESIZED };

/* What came from the keyboard. */
struct term_input {
	enum term_word word;
	uint32_t stroke;   /* TERM_STROKE */
	const char *paste; /* TERM_PASTE: UTF-8, lent until the next read */
	size_t paste_len;
};

/**
 * term_open(o, f):
 * Take the terminal over: raw keys, alternate screen, the table of key
 * sequences, bracketed paste. RC_SYSTEM with a sentence that offers
 * `handrail --plain` when the TERM is unknown or cannot place a cursor.
 */
NODISCARD enum rc term_open(const struct term_options *o, struct fault *f);

/**
 * term_close():
 * Give the terminal back. May be called twice.
 */
void term_close(void);

/**
 * term_rows(), term_cols():
 * The size now.
 */
int term_rows(void);
int term_cols(void);

/**
 * term_is_small():
 * Whether the screen is under 40x12, so that only a sentence is drawn.
 */
bool term_is_small(void);

/**
 * term_is_ascii(), term_is_mono(), term_is_utf8():
 * Whether lines are drawn with + - |; whether there is no colour; whether
 * letters beyond ASCII can be shown at all.
 */
bool term_is_ascii(void);
bool term_is_mono(void);
bool term_is_utf8(void);

/**
 * term_read(in):
 * Store what came next in ${in}, without waiting; TERM_QUIET when nothing has.
 */
void term_read(struct term_input *in);

/**
 * term_tells_paste():
 * Whether this terminal marks what is pasted; those of the table in term.c are
 * known not to.
 */
bool term_tells_paste(void);

/**
 * term_fd():
 * The descriptor that the loop waits on; -1 when hidden.
 */
int term_fd(void);

/**
 * term_waiting():
 * Whether a key is waiting to be read: for work that is done between two keys.
 */
bool term_waiting(void);

/**
 * term_wake_fd():
 * Readable when a signal wants the loop's attention (a new size, or the end).
 * term_ended() then says whether it was the end: SIGHUP or SIGTERM.
 */
int term_wake_fd(void);
bool term_ended(void);

/**
 * term_resize(rows, cols):
 * Be of this size now: what SIGWINCH does, and what scripts ask for.
 */
void term_resize(int rows, int cols);

/**
 * term_show(win, y, x):
 * Send all panels to the terminal, with the cursor at (${y}, ${x}) of ${win}
 * (NULL: the whole screen). Called once per turn of the loop.
 */
void term_show(WINDOW *win, int y, int x);

/**
 * term_redraw():
 * Forget what the terminal shows; the next term_show() draws all of it.
 */
void term_redraw(void);

/**
 * term_mark(seq, state, tag):
 * With markers on, write ESC ] 7777 ; seq ; state ; tag BEL for the tests;
 * ${seq} is how many keys have been handled.
 */
void term_mark(unsigned seq, const char *state, const char *tag);

/**
 * term_line(y, out, cap):
 * Write row ${y} of the screen as the terminal shows it into ${out} as UTF-8
 * without trailing blanks; return its length.
 */
size_t term_line(int y, char *out, size_t cap);

/**
 * term_cursor(y, x):
 * Where the cursor was left by the last term_show().
 */
void term_cursor(int *y, int *x);

#endif /* HANDRAIL_UI_FRAME_TERM_H */
