/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdbool.h>
#include <string.h>

#include "base/str.h"

#include "base/postcode.h"

/*
 * The shapes an outward code can have, A for a letter and 9 for a digit, the
 * more common first. A letter at its end, C or D here, is one of fewer. Inward
 * codes are always 9BB: any letter but I and O, though the post office gives
 * out only those that cannot be misread: what a caller says is not corrected.
 */
static const char *const outward_shapes[] = { "AA9", "AA99", "A9", "A99",
	"AA9C", "A9D", NULL };

static const char *const place_letters[] = {
	"ABCDEFGHIJKLMNOPQRSTUVWXYZ", /* A */
	"ABCDEFGHJKLMNPQRSTUVWXYZ",   /* B */
	"ABEHMNPRVWXY",               /* C */
	"ABCDEFGHJKPSTUW",            /* D */
};

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* ${c} as its place asks, or NUL when it cannot be. */
static char
put_right(char c, char place)
{
	if (place == '9') {
		c = c == 'O' ? '0' : c == 'I' ? '1' : c;
		return is_digit(c) ? c : 0;
	}
	c = c == '0' ? 'O' : c == '1' ? 'I' : c;
	return strchr(place_letters[place - 'A'], c) ? c : 0;
}

/*
 * Write ${n} characters at ${from} as ${shape} asks. How many had to be put
 * right, or -1 when they do not fit it.
 */
static int
fit(const char *from, size_t n, const char *shape, char *out)
{
	int changed = 0;

	if (strlen(shape) != n)
		return -1;
	for (size_t i = 0; i < n; i++) {
		out[i] = put_right(from[i], shape[i]);
		if (!out[i])
			return -1;
		changed += out[i] != from[i];
	}
	out[n] = '\0';
	return changed;
}

/* The shape that needs the fewest characters put right. */
static bool
outward(const char *from, size_t n, char *out)
{
	char tried[8];
	int best = 8;

	if (n > 4)
		return false;
	for (size_t i = 0; outward_shapes[i]; i++) {
		int changed = fit(from, n, outward_shapes[i], tried);

		if (changed >= 0 && changed < best) {
			best = changed;
			memcpy(out, tried, n + 1);
		}
	}
	return best < 8;
}

static bool
inward(const char *from, char *out)
{
	return fit(from, 3, "9BB", out) >= 0;
}

/* Letters and digits only, in capitals; false when there is anything else. */
static bool
squeeze(const char *text, char out[POSTCODE_ROOM])
{
	size_t n = 0;

	for (; *text; text++) {
		if (strchr(" \t-.", *text))
			continue;
		if (n + 1 == POSTCODE_ROOM)
			return false;
		out[n++] = *text;
	}
	out[n] = '\0';
	str_upper(out);
	return n && strspn(out, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") == n;
}

static bool
is_nowhere(const char *text)
{
	struct span t = str_trimmed(span_str(text));
	static const char *const words[] = { "nfa", "no fixed address",
		"no fixed abode", NULL };

	for (size_t i = 0; words[i]; i++)
		if (t.len == strlen(words[i]) && str_istarts(t.at, words[i]))
			return true;
	return false;
}

/* Forces' post: "BFPO 57". */
static bool
is_forces(const char *code)
{
	size_t n = strlen(code);

	return str_starts(code, "BFPO") && n > 4 && n < 9 &&
	       strspn(code + 4, "0123456789") == n - 4;
}

static bool
parse(const char *code, char out[POSTCODE_ROOM])
{
	size_t n = strlen(code);

	if (is_forces(code)) {
		memcpy(out, "BFPO ", 5);
		memcpy(out + 5, code + 4, n - 3);
		return true;
	}
	if (n < 5)
		return outward(code, n, out);
	if (!outward(code, n - 3, out))
		return false;
	out[n - 3] = ' ';
	return inward(code + n - 3, out + n - 2);
}

enum rc
postcode_normal(const char *text, char out[POSTCODE_ROOM], struct fault *f)
{
	char code[POSTCODE_ROOM];

	if (is_nowhere(text)) {
		memcpy(out, POSTCODE_NONE, sizeof(POSTCODE_NONE));
		return RC_OK;
	}
	if (squeeze(text, code) && parse(code, out))
		return RC_OK;
	out[0] = '\0';
	return fault_set(f, RC_INVALID,
	    "a postcode looks like LE97 1AB, or LE97 alone, or nfa for no "
	    "fixed address");
}

void
postcode_outward(const char *kept, char out[POSTCODE_ROOM])
{
	size_t n = strcmp(kept, POSTCODE_NONE) ? strcspn(kept, " ") : 0;

	if (n >= POSTCODE_ROOM)
		n = 0;
	memcpy(out, kept, n);
	out[n] = '\0';
}

void
postcode_area(const char *kept, char out[POSTCODE_ROOM])
{
	postcode_outward(kept, out);
	out[strspn(out, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")] = '\0';
}
