/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_UI_FRAME_THEME_H
#define HANDRAIL_UI_FRAME_THEME_H

#include <stdbool.h>

#include "base/rc.h"
#include "ui/frame/term.h"

/*
 * Roles, not colours. A view says what a piece of text is; the theme says how
 * that looks in mono, 8 or 16 colours, 256, or truecolor. Colour repeats what
 * words and signs already say; the characters on the screen are the same with
 * any theme.
 */

/* clang-format off */
#define ROLE_LIST(X) \
	X(ROLE_TEXT,	"text",		"plain words") \
	X(ROLE_LABEL,	"label",	"the name of a value, left of it") \
	X(ROLE_VALUE,	"value",	"what a person told us") \
	X(ROLE_FIELD,	"field",	"where something is typed") \
	X(ROLE_FOCUS,	"focus",	"the row or word the cursor is on") \
	X(ROLE_SELECT,	"select",	"a selected row") \
	X(ROLE_DIM,	"dim",		"in round brackets, or of less weight") \
	X(ROLE_DANGER,	"danger",	"!! what must not be done, or is late") \
	X(ROLE_WARN,	"warn",		"! LATE, TODAY") \
	X(ROLE_OK,	"ok",		"done, met")

enum role {
#define ROLE_ENUM(id, word, sentence) id,
	ROLE_LIST(ROLE_ENUM)
#undef ROLE_ENUM
	ROLE_COUNT
};
/* clang-format on */

/**
 * theme_open(path, f):
 * Read the theme in the file ${path} (NULL: the one built from attributes
 * only) for the terminal as it is. On failure the theme is as it was.
 */
NODISCARD enum rc theme_open(const char *path, struct fault *f);

/**
 * theme_role(win, role):
 * Draw in ${role} on ${win} from here on.
 */
void theme_role(WINDOW *win, enum role role);

/**
 * theme_clear(win):
 * Blank ${win} in the background of ROLE_TEXT, and draw in ROLE_TEXT.
 */
void theme_clear(WINDOW *win);

/**
 * theme_name():
 * What the theme calls itself. Lends.
 */
const char *theme_name(void);

#endif /* HANDRAIL_UI_FRAME_THEME_H */
