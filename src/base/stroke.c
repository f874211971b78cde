/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/stroke.h"
#include "base/utf8.h"

/* clang-format off */
static const struct name {
	uint32_t stroke;
	const char *name;
} names[] = {
#define STROKE_NAME(id, name) { id, name },
	STROKE_LIST(STROKE_NAME)
#undef STROKE_NAME
	{ ' ', "Space" },
	/* Other words that people use. */
	{ STROKE_BACKTAB, "BackTab" },
	{ STROKE_ENTER, "Return" },
	{ STROKE_ESCAPE, "Escape" },
	{ STROKE_BACKSPACE, "Backspace" },
	{ STROKE_DELETE, "Delete" },
	{ STROKE_PAGEUP, "PageUp" },
	{ STROKE_PAGEDOWN, "PageDown" },
};

/* Ctrl keys that send the byte of another key. */
static const struct twin {
	char letter;
	const char *is;
} twins[] = {
	{ 'h', "BS" }, { 'i', "Tab" }, { 'j', "Enter" }, { 'm', "Enter" },
	{ '[', "Esc" }, { '?', "BS" },
};

/* Keys that something between the person and us may keep for itself. */
static const struct trouble {
	uint32_t stroke;
	const char *why;
} troubles[] = {
	{ STROKE_CTRL + 's', "flow control may stop it on the way" },
	{ STROKE_CTRL + 'q', "flow control may stop it on the way" },
	{ STROKE_CTRL + 'a', "screen takes it as its prefix" },
	{ STROKE_CTRL + 'b', "tmux takes it as its prefix" },
	{ STROKE_CTRL + 'v', "terminals paste with it" },
	{ STROKE_CTRL + 'n', "browsers open a window with it" },
	{ STROKE_CTRL + 't', "browsers open a tab with it" },
	{ STROKE_CTRL + 'w', "browsers close the tab with it" },
	{ STROKE_CTRL + ']', "telnet takes it as its escape" },
	{ STROKE_CTRL + '\\', "it ends programs" },
	{ STROKE_F0 + 10, "some terminals open their menu bar with it" },
	{ STROKE_F0 + 11, "terminals go to full screen with it" },
	{ STROKE_F0 + 12, "drop-down terminals take it" },
	{ STROKE_BACKTAB, "some terminals do not send it" },
	{ '~', "ssh takes it after Enter" },
};
/* clang-format on */

#define N_OF(table) (sizeof(table) / sizeof((table)[0]))

static enum rc
parse_ctrl(const char *name, uint32_t *stroke, struct fault *f)
{
	int letter = name[2];

	if (letter >= 'A' && letter <= 'Z')
		letter += 'a' - 'A';
	if (letter <= ' ' || letter > '~' || name[3])
		return fault_set(f, RC_INVALID, "\"%s\" is no key", name);
	for (size_t i = 0; i < N_OF(twins); i++)
		if (twins[i].letter == letter)
			return fault_set(f, RC_INVALID,
			    "\"%s\" is the same byte as %s; use that", name,
			    twins[i].is);
	*stroke = STROKE_CTRL + (uint32_t)letter;
	return RC_OK;
}

static bool
parse_function(const char *name, uint32_t *stroke)
{
	char *end;
	long n;

	if ((name[0] | 0x20) != 'f' || name[1] < '1' || name[1] > '9')
		return false;
	n = strtol(name + 1, &end, 10);
	if (*end || n > 12)
		return false;
	*stroke = STROKE_F0 + (uint32_t)n;
	return true;
}

enum rc
stroke_parse(const char *name, uint32_t *stroke, struct fault *f)
{
	size_t len = strlen(name);
	uint32_t cp = 0;

	if (len && utf8_next(name, len, &cp) == len && utf8_is_harmless(cp)) {
		*stroke = cp;
		return RC_OK;
	}
	if (strncasecmp(name, "C-", 2) == 0)
		return parse_ctrl(name, stroke, f);
	if (parse_function(name, stroke))
		return RC_OK;
	for (size_t i = 0; i < N_OF(names); i++) {
		if (strcasecmp(names[i].name, name) == 0) {
			*stroke = names[i].stroke;
			return RC_OK;
		}
	}
	return fault_set(f, RC_INVALID,
	    "\"%s\" is no key; keys are written a, Enter, PgDn, F5, C-x", name);
}

char *
stroke_show(uint32_t stroke, char out[16])
{
	for (size_t i = 0; i < N_OF(names); i++) {
		if (names[i].stroke == stroke) {
			snprintf(out, 16, "%s", names[i].name);
			return out;
		}
	}
	if (stroke > STROKE_CTRL)
		snprintf(out, 16, "Ctrl-%c",
		    (char)(stroke - STROKE_CTRL >= 'a' &&
				   stroke - STROKE_CTRL <= 'z'
			       ? stroke - STROKE_CTRL - 'a' + 'A'
			       : stroke - STROKE_CTRL));
	else if (stroke > STROKE_F0)
		snprintf(out, 16, "F%u", (unsigned)(stroke - STROKE_F0));
	else
		utf8_put(stroke, out);
	return out;
}

unsigned
stroke_cost(uint32_t stroke)
{
	if (stroke == STROKE_BACKTAB || stroke > STROKE_CTRL)
		return 2;
	if (stroke >= 0x80)
		return stroke == 0xa3 || stroke == 0xac ? 2 : 1;
	if (stroke >= 'A' && stroke <= 'Z')
		return 2;
	return stroke && strchr("!\"$%^&*()_+:@~<>?{}|", (int)stroke) ? 2 : 1;
}

const char *
stroke_trouble(uint32_t stroke)
{
	for (size_t i = 0; i < N_OF(troubles); i++)
		if (troubles[i].stroke == stroke)
			return troubles[i].why;
	return NULL;
}
