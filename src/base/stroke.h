/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_BASE_STROKE_H
#define HANDRAIL_BASE_STROKE_H

#include <stddef.h>
#include <stdint.h>

#include "base/rc.h"

/*
 * One stroke is one key as pressed: a printable character is its own code
 * point, everything else has a number above Unicode. Key maps and key scripts
 * call strokes by the same names ("a", "Enter", "PgDn", "F5", "C-x", "S-Tab").
 * It knows no screen: ui/frame/term.c turns what curses says into these.
 */

/* clang-format off */
#define STROKE_LIST(X) \
	X(STROKE_ENTER,		"Enter") \
	X(STROKE_TAB,		"Tab") \
	X(STROKE_BACKTAB,	"S-Tab") \
	X(STROKE_ESCAPE,	"Esc") \
	X(STROKE_UP,		"Up") \
	X(STROKE_DOWN,		"Down") \
	X(STROKE_LEFT,		"Left") \
	X(STROKE_RIGHT,		"Right") \
	X(STROKE_PAGEUP,	"PgUp") \
	X(STROKE_PAGEDOWN,	"PgDn") \
	X(STROKE_HOME,		"Home") \
	X(STROKE_END,		"End") \
	X(STROKE_INSERT,	"Ins") \
	X(STROKE_DELETE,	"Del") \
	X(STROKE_BACKSPACE,	"BS")

enum stroke {
	STROKE_NONE = 0,
	STROKE_NAMED = 0x110000, /* the first number above Unicode */
#define STROKE_ENUM(id, name) id,
	STROKE_LIST(STROKE_ENUM)
#undef STROKE_ENUM
	STROKE_NAMED_END,
	STROKE_F0 = 0x110100,	/* STROKE_F0 + n is Fn, 1 to 12 */
	STROKE_CTRL = 0x110200,	/* STROKE_CTRL + 'a' is Ctrl-A */
};
/* clang-format on */

/**
 * stroke_parse(name, stroke, f):
 * The stroke called ${name}: a single character, a name from the list (case
 * does not matter), "Space", "F1" to "F12", or "C-x". RC_INVALID with a
 * sentence for what is no key, and for Ctrl keys that terminals cannot tell
 * from another key (C-i is Tab).
 */
NODISCARD enum rc
stroke_parse(const char *name, uint32_t *stroke, struct fault *f);

/**
 * stroke_show(stroke, out):
 * The name of ${stroke} as key bars show it: "Ctrl-L", "F9", "Enter", "a".
 * Return ${out}.
 */
char *stroke_show(uint32_t stroke, char out[16]);

/**
 * stroke_cost(stroke):
 * How many presses it takes on a UK PC keyboard: 1, or 2 with Shift or Ctrl.
 */
unsigned stroke_cost(uint32_t stroke);

/**
 * stroke_trouble(stroke):
 * Why no function should depend on this key alone ("flow control may eat it"),
 * or NULL for a safe one.
 */
const char *stroke_trouble(uint32_t stroke);

#endif /* HANDRAIL_BASE_STROKE_H */
