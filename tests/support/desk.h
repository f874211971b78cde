/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_TESTS_SUPPORT_DESK_H
#define HANDRAIL_TESTS_SUPPORT_DESK_H

#include <stdbool.h>
#include <stdint.h>

#include "ui/parts/entry.h"

/*
 * A desk to try the frame and the parts on: a list of invented people, and a
 * form that takes a call. It knows no store and no kind. Keys are those of
 * data/keymaps/default.cfg.
 *
 *	list	Enter reads a page, n takes a call, / filters, : picks, o asks,
 *		g goes, Ctrl-L hides, q ends
 *	form	F9 keeps it, Ctrl-G leaves it
 */

struct desk_options {
	const char *theme; /* path, NULL: plain attributes */
	int64_t now_ms;    /* the clock; 0: Sunday 22 November 2026 11:42 */
	bool moving;       /* the clock really moves */
	bool mono, ascii;
	bool hidden; /* no terminal (for scripts) */
	int rows, cols;
	bool silent;    /* no clock, no timer */
	unsigned rings; /* news arrives after so many turns; 0: never */
};

/**
 * desk_open(o), desk_close():
 * Open the terminal and the desk, without running the loop. Ends the program
 * with the fault's sentence when it cannot.
 */
void desk_open(const struct desk_options *o);
void desk_close(void);

/**
 * desk_main(arg):
 * Open it by the struct desk_options at ${arg}, run it, close it: what
 * screen_start() wants.
 */
int desk_main(void *arg);

/**
 * The form of the desk, for tests that need no screen.
 */
extern const struct entry_slot desk_slots[];
extern const size_t desk_n_slots;
struct entry_doors desk_doors(void);

/**
 * desk_form():
 * The form on the screen, or NULL.
 */
struct entry *desk_form(void);

/**
 * desk_kept():
 * How many times F9 kept a form.
 */
unsigned desk_kept(void);

/**
 * data_path(name, out, cap):
 * Where the file ${name} of the data folder is. Return ${out}.
 */
char *data_path(const char *name, char *out, size_t cap);

#endif /* HANDRAIL_TESTS_SUPPORT_DESK_H */
