/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_UI_PARTS_LINE_H
#define HANDRAIL_UI_PARTS_LINE_H

#include <stdbool.h>
#include <stddef.h>

#include "ui/frame/view.h"

/*
 * A question on the message line, opened by the verb that asks it: one letter
 * of a few ("told now, told earlier, waived"), or a line of typing (a filter, a
 * reason, a date). It is a popup of one row; the screen above stays as it is.
 */

struct line_choice {
	char letter;
	const char *label;
};

struct line_options {
	const char *tag;    /* for the tests: "filter", "outcome" */
	const char *prompt; /* "Reason" */
	const char *text;   /* to begin with; NULL: empty */
	size_t max;         /* most letters; 0: 200 */
	bool secret;        /* shows a dot for each letter; wiped after */
	/* One letter answers at once; ends with letter 0. NULL: typing. */
	const struct line_choice *choices;
	/* Answered: the letter or the text. False: ask again (say why). */
	bool (*answer)(void *arg, const char *text);
	/* Typed so far, for filters that follow. May be NULL. */
	void (*typed)(void *arg, const char *text);
	/* Closed without an answer. May be NULL. */
	void (*left)(void *arg);
	void *arg;
};

/**
 * line_ask(o):
 * Ask. ${o} is copied (its strings are lent until it is answered).
 */
void line_ask(const struct line_options *o);

#endif /* HANDRAIL_UI_PARTS_LINE_H */
