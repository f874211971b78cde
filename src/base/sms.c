/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdbool.h>
#include <string.h>

#include "base/utf8.h"

#include "base/sms.h"

/* The seven bit alphabet but for ASCII letters and figures, and the signs that
 * take two places in it. What is plain in ASCII is not always in there. */
static const char basic[] =
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./:;<=>?"
    "¡ÄÖÑÜ§¿äöñüà";
static const char twice[] = "^{}\\[~]|€\f";

static bool
is_among(uint32_t letter, const char *signs)
{
	uint32_t cp;
	size_t n;

	for (; *signs; signs += n) {
		n = utf8_next(signs, (size_t)-1, &cp);
		if (!n)
			break;
		if (cp == letter)
			return true;
	}
	return false;
}

/* How many places it takes in the seven bit alphabet; 0: it is not there. */
static size_t
places(uint32_t cp)
{
	if ((cp >= '0' && cp <= '9') || (cp >= 'A' && cp <= 'Z') ||
	    (cp >= 'a' && cp <= 'z') || is_among(cp, basic))
		return 1;
	return is_among(cp, twice) ? 2 : 0;
}

static void
cut(struct sms *sms, size_t whole, size_t part)
{
	sms->parts = sms->units <= whole ? 1 : (sms->units + part - 1) / part;
	sms->left = (sms->parts == 1 ? whole : sms->parts * part) - sms->units;
}

struct sms
sms_measure(const char *text)
{
	struct sms sms = { 0 };
	size_t seven = 0, two = 0, n;
	uint32_t cp;

	for (; *text && (n = utf8_next(text, (size_t)-1, &cp)); text += n) {
		if (!places(cp) && !sms.odd)
			sms.odd = cp;
		seven += places(cp);
		two += cp > 0xFFFF ? 2 : 1;
	}
	sms.units = sms.odd ? two : seven;
	if (sms.odd)
		cut(&sms, 70, 67);
	else
		cut(&sms, 160, 153);
	return sms;
}
