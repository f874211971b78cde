/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_UI_PARTS_PICK_H
#define HANDRAIL_UI_PARTS_PICK_H

#include <stdbool.h>
#include <stddef.h>

#include "ui/frame/view.h"

/*
 * A popup to choose by typing: a line, and below it what matches. The picklist
 * of a field (F4), the command palette, the choice of a person are all this.
 */

struct pick_row {
	char code[64];  /* what is given back */
	char text[160]; /* what is shown; private words are fine here */
	char right[48]; /* shown at the right: its key, its group */
	enum role role;
};

struct pick_doors {
	/* Fill up to ${max} rows for what is typed; return how many there are
	   in all. */
	size_t (*match)(void *arg, const char *typed, struct pick_row *rows,
	    size_t max);
	/* Chosen: ${row} NULL when nothing matches what is ${typed}. The popup
	   is gone already. */
	void (*chosen)(void *arg, const char *typed,
	    const struct pick_row *row);
	/* Closed without choosing. May be NULL. */
	void (*left)(void *arg);
	/* The text that Tab completes to for a row; NULL: its code. */
	const char *(*complete)(void *arg, const struct pick_row *row);
	void *arg;
};

struct pick_options {
	const char *title; /* "Crime", "Command" */
	const char *typed; /* what stands on the line to begin with */
	const char *hint;  /* the last row; NULL: the usual one */
	int rows;          /* most rows of matches; 0: 8 */
	int y, x, w;       /* where; w 0: the upper middle, 78 columns */
	struct pick_doors doors;
};

/**
 * pick_open(o):
 * Put the popup on the stack. ${o} is copied (its strings are lent until the
 * popup is gone).
 */
void pick_open(const struct pick_options *o);

#endif /* HANDRAIL_UI_PARTS_PICK_H */
