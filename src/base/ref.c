/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <assert.h>
#include <stdbool.h>
#include <string.h>

#include "base/str.h"

#include "base/ref.h"

#define PRIME 19
#define SYMBOLS 6 /* five and the check */

/* Powers of 2 modulo 19, and 1 for the check symbol. */
static const unsigned weights[SYMBOLS] = { 2, 4, 8, 16, 13, 1 };

/* The value of a symbol; -1 for one we do not use. */
static int
value(char symbol)
{
	const char *at = strchr(REF_SYMBOLS, symbol);

	return symbol && at ? (int)(at - REF_SYMBOLS) : -1;
}

/* The weighted sum of the first ${n} symbols, modulo 19. */
static unsigned
sum(const char *ref, size_t n)
{
	unsigned total = 0;

	for (size_t i = 0; i < n; i++)
		total += weights[i] * (unsigned)value(ref[i]);
	return total % PRIME;
}

/* All six symbols are of ours and the check fits. */
static bool
is_sound(const char *ref)
{
	for (size_t i = 0; i < SYMBOLS; i++)
		if (value(ref[i]) < 0)
			return false;
	return sum(ref, SYMBOLS) == 0;
}

void
ref_make(uint32_t n, char out[REF_ROOM])
{
	assert(n < REF_COUNT);
	for (size_t i = SYMBOLS - 1; i-- > 0; n /= PRIME)
		out[i] = REF_SYMBOLS[n % PRIME];
	out[5] = REF_SYMBOLS[(PRIME - sum(out, SYMBOLS - 1)) % PRIME];
	out[6] = '\0';
}

uint32_t
ref_number(const char *ref)
{
	uint32_t n = 0;

	for (size_t i = 0; i < SYMBOLS - 1; i++)
		n = n * PRIME + (uint32_t)value(ref[i]);
	return n;
}

/* Capitals without hyphens and blanks; at most ${room} - 1 of them. */
static size_t
squeeze(const char *text, char *out, size_t room)
{
	size_t n = 0;

	for (; *text && n < room - 1; text++)
		if (!strchr(" \t-\r\n", *text))
			out[n++] = *text;
	out[n] = '\0';
	str_upper(out);
	return n;
}

static bool
is_letters(const char *at, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (at[i] < 'A' || at[i] > 'Z')
			return false;
	return true;
}

static enum rc
check(const char *ref, struct fault *f)
{
	size_t n = strlen(ref);

	for (size_t i = 0; i < n; i++) {
		bool shown = ref[i] > ' ' && ref[i] < 0x7f;

		if (value(ref[i]) < 0 && shown)
			return fault_set(f, RC_INVALID,
			    "we do not use %c; listen again", ref[i]);
		if (value(ref[i]) < 0)
			return fault_set(f, RC_INVALID,
			    "a reference has digits and letters only");
	}
	if (n != SYMBOLS)
		return fault_set(f, RC_INVALID,
		    "a reference has 6 symbols, this has %zu", n);
	if (!is_sound(ref))
		return fault_set(f, RC_INVALID,
		    "the check symbol does not fit; one of them was misheard");
	return RC_OK;
}

/* The hub's three letters are silent: nine symbols that begin with letters. */
enum rc
ref_parse(const char *text, char out[REF_ROOM], struct fault *f)
{
	char symbols[16], *at = symbols;
	size_t n = squeeze(text, symbols, sizeof(symbols));
	enum rc rc;

	if (n == SYMBOLS + 3 && is_letters(symbols, 3))
		at += 3;
	rc = check(at, f);
	if (rc)
		out[0] = '\0';
	else
		memcpy(out, at, REF_ROOM);
	return rc;
}

void
ref_show(const char *ref, char out[REF_ROOM + 1])
{
	memcpy(out, ref, 3);
	out[3] = '-';
	memcpy(out + 4, ref + 3, 4);
}

/* clang-format off */
static const char *const words[PRIME] = {
	"two", "three", "four", "six", "seven", "eight", "nine",
	"Charlie", "Foxtrot", "Hotel", "Kilo", "Lima", "Mike", "Quebec",
	"Romeo", "Whiskey", "X-ray", "Yankee", "Zulu",
};
/* clang-format on */

void
ref_say(const char *ref, struct buf *out)
{
	for (size_t i = 0; i < SYMBOLS; i++) {
		if (i)
			buf_puts(out, i == 3 ? ", " : " ");
		buf_puts(out, words[value(ref[i])]);
	}
}

/* Every other symbol in place ${i}; true when ${fn} wants no more. */
static bool
near_symbol(const char *wrong, size_t i, ref_near_fn *fn, void *arg)
{
	char ref[REF_ROOM];

	memcpy(ref, wrong, REF_ROOM);
	for (size_t k = 0; k < PRIME; k++) {
		ref[i] = REF_SYMBOLS[k];
		if (ref[i] != wrong[i] && is_sound(ref) && fn(ref, arg))
			return true;
	}
	return false;
}

static bool
near_swap(const char *wrong, size_t i, ref_near_fn *fn, void *arg)
{
	char ref[REF_ROOM];

	memcpy(ref, wrong, REF_ROOM);
	ref[i] = wrong[i + 1];
	ref[i + 1] = wrong[i];
	return ref[i] != ref[i + 1] && is_sound(ref) && fn(ref, arg);
}

void
ref_near(const char *wrong, ref_near_fn *fn, void *arg)
{
	if (strlen(wrong) != SYMBOLS)
		return;
	for (size_t i = 0; i < SYMBOLS; i++)
		if (near_symbol(wrong, i, fn, arg))
			return;
	for (size_t i = 0; i + 1 < SYMBOLS; i++)
		if (near_swap(wrong, i, fn, arg))
			return;
}
