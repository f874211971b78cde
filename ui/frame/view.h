/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_UI_FRAME_VIEW_H
#define HANDRAIL_UI_FRAME_VIEW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/action.h"
#include "base/keymap.h"
#include "ui/frame/draw.h"

/*
 * A view is one screenful with a title, a window and a table of verbs. Views
 * stand on a stack; only the top one hears keys. A view draws from its state
 * into its window and does nothing else: it neither refreshes the screen nor
 * reads the keyboard. A popup is a view that lies over part of the one below,
 * which stays drawn.
 *
 * The window of a full view is the body (UX 3.2: below the header and banner,
 * above the message line and key bar); the frame draws those rows from what
 * the view says with view_title(), view_banner() and say(). The window of a
 * popup is its own rectangle, from `place`.
 */

struct view;

/* Where letters go, and what the tests are told. */
enum view_state {
	VIEW_LIST,  /* letters are verbs */
	VIEW_FIELD, /* letters are data */
	VIEW_PROMPT /* a question must be answered first */
};

/* Flags of a view_ops. */
#define VIEW_POPUP 1u   /* lies over the view below, which stays drawn */
#define VIEW_COVER 2u   /* a popup that hides all below it, header and banner */
#define VIEW_SECONDS 4u /* tick once a second rather than once a minute */
#define VIEW_EAGER 8u   /* hears type() before its key map, even in lists */

/* What help says of a screen. */
enum view_says {
	VIEW_SAYS_TITLE,   /* "The queue" */
	VIEW_SAYS_ABOUT,   /* what it is for, a sentence or three */
	VIEW_SAYS_EXAMPLES /* a line each: what to press, and what it does */
};

struct view_ops {
	const char *name;         /* the context name in key maps */
	size_t size;              /* of the private state, zeroed before open */
	unsigned flags;           /* VIEW_* */
	const enum action *hints; /* the key bar, most wanted first; ends
				     with ACTION_NONE */
	/* What help says of it where that is always the same; NULL: nothing */
	const char *title, *about, *examples;

	/* Prepare the state from ${arg}. view->win is not there yet. */
	void (*open)(struct view *, void *arg);
	/* Where a popup lies on a screen of ${h} x ${w}. NULL: the middle. */
	struct rect (*place)(const struct view *, int h, int w);
	/* Draw everything on view->win, and say where the cursor is. */
	void (*draw)(struct view *);
	/* Do ${action}; return false if it means nothing here. */
	bool (*act)(struct view *, enum action);
	/* Take one printable character; false if it means nothing here. */
	bool (*type)(struct view *, const char *utf8);
	/* Take pasted text; NULL: refused, and said so. */
	bool (*paste)(struct view *, const char *utf8, size_t n);
	/* Which state it is in. NULL: VIEW_LIST. */
	enum view_state (*state)(const struct view *);
	/* The clock moved on. Also called when the view is not on top. */
	void (*tick)(struct view *, int64_t now_ms);
	/* Something in the store changed. Also when not on top. */
	void (*news)(struct view *);
	/* It is on top again after what lay over it went. */
	void (*back)(struct view *);
	/* What help says of it now; NULL: what stands above. */
	const char *(*says)(const struct view *, enum view_says);
	/* Give back whatever open took. */
	void (*close)(struct view *);
};

struct view {
	const struct view_ops *ops;
	void *state;
	WINDOW *win; /* of its rectangle; changes on resize */
	char title[96];
	char hint[160];
	char banner[512];
	enum role banner_role;
	char tag[16]; /* what the cursor is on, for the tests */
	int cursor_y, cursor_x;
	bool coded; /* the focus takes choices: for counting keys */
	bool stale; /* drawn again before the next key */
};

/**
 * view_push(ops, arg):
 * Put a new view on top and open it with ${arg}. Return it; the stack owns it.
 */
struct view *view_push(const struct view_ops *ops, void *arg);

/**
 * view_pop():
 * Close the top view. When none is left the loop ends.
 */
void view_pop(void);

/**
 * view_pop_to(v):
 * Close every view above ${v} (NULL: all of them).
 */
void view_pop_to(struct view *v);

/**
 * view_swap(ops, arg):
 * Close the top view and put another in its place.
 */
struct view *view_swap(const struct view_ops *ops, void *arg);

/**
 * view_top(), view_below(v), view_named(name):
 * The top view; the one under ${v}; the topmost with that context name. NULL
 * when there is none.
 */
struct view *view_top(void);
struct view *view_below(const struct view *v);
struct view *view_named(const char *name);

/**
 * view_full():
 * The topmost view that is not a popup: the screen people say they are on.
 */
struct view *view_full(void);

/**
 * view_depth():
 * How many views stand on the stack.
 */
size_t view_depth(void);

/**
 * view_title(v, fmt, ...):
 * What the header says after HANDRAIL: screen and record. No private words.
 */
void view_title(struct view *v, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

/**
 * view_banner(v, role, fmt, ...):
 * Row 1: the safe-contact banner, or alerts, or filter and sort. Danger first,
 * in words. An empty text clears it.
 */
void view_banner(struct view *v, enum role role, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));

/**
 * view_hint(v, fmt, ...):
 * What the message line shows while there is nothing newer to say: a position
 * ("3 of 14"), what a field is for.
 */
void view_hint(struct view *v, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

/**
 * view_cursor(v, y, x, tag):
 * The focus is at (${y}, ${x}) of the window, on the field or row called
 * ${tag} (a word of ours, never a person's).
 */
void view_cursor(struct view *v, int y, int x, const char *tag);

/**
 * view_stale(v):
 * Draw ${v} again before the next key (NULL: all).
 */
void view_stale(struct view *v);

/**
 * view_state(v):
 * Which state ${v} is in.
 */
enum view_state view_state(const struct view *v);

/**
 * say(role, fmt, ...):
 * Put one sentence on the message line. It stays until something else is said,
 * or until the second key after it, so that a result can be read. Warnings and
 * dangers are counted (said_n), since a key script must not cause any.
 */
void
say(enum role role, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

/**
 * say_fault(f):
 * Put a fault's sentence on the message line as a warning; scripts count it.
 */
void say_fault(const struct fault *f);

/**
 * said(role), said_n():
 * What the message line shows now; how many warnings and dangers were said.
 */
const char *said(enum role *role);
unsigned said_n(void);

/**
 * view_contexts(v, out):
 * The contexts whose keys ${v} hears, nearest first, into ${out} (room for 4);
 * return how many.
 */
size_t view_contexts(const struct view *v, const char *out[4]);

#endif /* HANDRAIL_UI_FRAME_VIEW_H */
