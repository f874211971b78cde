/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <ctype.h>
#include <string.h>

#include "store/word.h"

static const char consonants[] = "bdfgjklmnprstvwz";
static const char vowels[] = "aeio";

void
word_show(uint16_t bits, char word[6])
{
	word[0] = consonants[bits >> 12];
	word[1] = vowels[bits >> 10 & 3];
	word[2] = consonants[bits >> 6 & 15];
	word[3] = vowels[bits >> 4 & 3];
	word[4] = consonants[bits & 15];
	word[5] = 0;
}

static bool
place(const char *letters, char c, unsigned *at)
{
	const char *found =
	    c ? strchr(letters, tolower((unsigned char)c)) : NULL;

	if (found)
		*at = (unsigned)(found - letters);
	return found;
}

bool
word_read(const char word[5], uint16_t *bits)
{
	unsigned a, b, c, d, e;

	if (!place(consonants, word[0], &a) || !place(vowels, word[1], &b) ||
	    !place(consonants, word[2], &c) || !place(vowels, word[3], &d) ||
	    !place(consonants, word[4], &e))
		return false;
	*bits = (uint16_t)(a << 12 | b << 10 | c << 6 | d << 4 | e);
	return true;
}
