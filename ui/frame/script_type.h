/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_UI_FRAME_SCRIPT_TYPE_H
#define HANDRAIL_UI_FRAME_SCRIPT_TYPE_H

#include "base/buf.h"
#include "base/vec.h"
#include "ui/frame/script.h"
#include "ui/frame/view.h"

/*
 * The inside of a script being played, for script.c (lines) and script_type.c
 * (what is typed, and what it costs).
 */

struct let {
	char name[32];
	char *text;
};

struct script {
	const char *name;
	unsigned line;
	FILE *out;
	struct script_report *report;
	bool counting;
	VEC(struct let) lets;
	bool prompted; /* a prompt was open after the last token */
	char last;     /* class of the last token */
	bool fresh;    /* the next letter is the first of its value */
	char tag[16];  /* where the cursor was before the token */
	const struct view *view;
	enum view_state state;
};

/* Write "NAME:LINE: what" and return RC_INVALID. */
enum rc script_fault(const struct script *s, struct fault *f, const char *what);

/* Play `"literal" D <Enter> T`, or what follows `keys:`. */
enum rc script_tokens(struct script *s, char *at, struct fault *f);
enum rc script_bare(struct script *s, char *at, struct fault *f);

/* Read the quoted text at ${at} into ${out} and pass it; NULL: not closed. */
char *script_quoted(char **at, struct buf *out);

#endif /* HANDRAIL_UI_FRAME_SCRIPT_TYPE_H */
