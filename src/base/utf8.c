/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

/*
 * What a terminal makes of a cluster is the sum of what it makes of its code
 * points, and ncurses counts the same way; so width here is a sum too, even for
 * joined emoji, which the lists do not show anyway (utf8_is_steady).
 */

#include <stdlib.h>
#include <string.h>

#include <utf8proc.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"

#define REPLACEMENT 0xfffdu
#define ZWNJ 0x200cu
#define ZWJ 0x200du
#define VS16 0xfe0fu

/*
 * Letters that Unicode does not take apart, though people who hear a name do.
 */
/* clang-format off */
static const struct plain {
	uint32_t cp;
	const char *as;
} plains[] = {
	{ 0x00e6, "ae" }, { 0x00f0, "d" }, { 0x00f8, "o" }, { 0x00fe, "th" },
	{ 0x0111, "d" }, { 0x0127, "h" }, { 0x0131, "i" }, { 0x0142, "l" },
	{ 0x0153, "oe" }, { 0x0167, "t" },
};
/* clang-format on */

static size_t
length_of(const void *p, size_t n)
{
	return n == (size_t)-1 ? strlen(p) : n;
}

size_t
utf8_next(const void *p, size_t n, uint32_t *cp)
{
	utf8proc_int32_t got = 0;
	utf8proc_ssize_t len;

	if (n == 0)
		return 0;
	/* Far more common than all else together. */
	if (*(const uint8_t *)p < 0x80) {
		*cp = *(const uint8_t *)p;
		return 1;
	}
	len = utf8proc_iterate(p, n < 4 ? (utf8proc_ssize_t)n : 4, &got);
	if (len <= 0) {
		*cp = REPLACEMENT;
		return 1;
	}
	*cp = (uint32_t)got;
	return (size_t)len;
}

size_t
utf8_put(uint32_t cp, char out[5])
{
	utf8proc_ssize_t len;

	len =
	    utf8proc_encode_char((utf8proc_int32_t)cp, (utf8proc_uint8_t *)out);
	if (len < 0)
		len = 0;
	out[len] = '\0';
	return (size_t)len;
}

uint32_t
utf8_lower(uint32_t cp)
{
	return (uint32_t)utf8proc_tolower((utf8proc_int32_t)cp);
}

uint32_t
utf8_title(uint32_t cp)
{
	return (uint32_t)utf8proc_totitle((utf8proc_int32_t)cp);
}

bool
utf8_valid(const void *p, size_t n)
{
	const uint8_t *at = p;
	utf8proc_int32_t cp;

	n = length_of(p, n);
	for (const uint8_t *end = at + n; at < end;) {
		utf8proc_ssize_t len;

		if (*at - 1u < 0x7f) {
			at++;
			continue;
		}
		len = utf8proc_iterate(at, end - at, &cp);
		if (len <= 0 || *at == 0)
			return false;
		at += len;
	}
	return true;
}

size_t
utf8_cluster(const char *s, size_t n)
{
	utf8proc_int32_t state = 0;
	uint32_t before, cp;
	size_t at, len;

	n = length_of(s, n);
	at = utf8_next(s, n, &before);
	while (at < n) {
		len = utf8_next(s + at, n - at, &cp);
		if (utf8proc_grapheme_break_stateful((utf8proc_int32_t)before,
			(utf8proc_int32_t)cp, &state))
			break;
		before = cp;
		at += len;
	}
	return at;
}

bool
utf8_is_mark(uint32_t cp)
{
	return cp >= 0x300 && utf8proc_charwidth((utf8proc_int32_t)cp) == 0;
}

int
utf8_cluster_width(const char *s, size_t n)
{
	int width = 0;

	n = length_of(s, n);
	for (size_t at = 0; at < n;) {
		uint32_t cp;

		at += utf8_next(s + at, n - at, &cp);
		width += utf8proc_charwidth((utf8proc_int32_t)cp);
	}
	/* A mark with no letter under it is drawn on a blank. */
	return width == 0 && n > 0 ? 1 : width;
}

int
utf8_width(const char *s, size_t n)
{
	int width = 0;

	n = length_of(s, n);
	for (size_t at = 0, len; at < n; at += len) {
		len = utf8_cluster(s + at, n - at);
		width += utf8_cluster_width(s + at, len);
	}
	return width;
}

size_t
utf8_fit(const char *s, size_t n, int cols, int *used)
{
	int width = 0;
	size_t at = 0;

	n = length_of(s, n);
	while (at < n) {
		size_t len = utf8_cluster(s + at, n - at);
		int wide = utf8_cluster_width(s + at, len);

		if (width + wide > cols)
			break;
		width += wide;
		at += len;
	}
	if (used)
		*used = width;
	return at;
}

bool
utf8_is_steady(const char *s, size_t n)
{
	n = length_of(s, n);
	for (size_t at = 0; at < n;) {
		const utf8proc_property_t *is;
		uint32_t cp;

		at += utf8_next(s + at, n - at, &cp);
		if (cp < 0x80)
			continue;
		is = utf8proc_get_property((utf8proc_int32_t)cp);
		if (is->category == UTF8PROC_CATEGORY_SO && cp >= 0x2600)
			return false;
		if (cp == ZWJ || (cp >= 0x1f000 && cp < 0x20000))
			return false;
		if (cp >= 0xfe00 && cp <= 0xfe0f)
			return false;
	}
	return true;
}

/* ${p} with every byte that is not UTF-8 as U+FFFD, and NUL too. */
static void
scrub(struct buf *b, const char *p, size_t n)
{
	for (size_t at = 0; at < n;) {
		uint32_t cp;
		char as[5];

		at += utf8_next(p + at, n - at, &cp);
		buf_put(b, as, utf8_put(cp ? cp : REPLACEMENT, as));
	}
}

static char *
mapped(struct arena *a, const char *s, size_t n, utf8proc_option_t how)
{
	struct buf clean = { 0 };
	utf8proc_uint8_t *got = NULL;
	utf8proc_ssize_t len;
	char *out;

	scrub(&clean, s, n);
	len = utf8proc_map(clean.at, (utf8proc_ssize_t)clean.len, &got, how);
	out = len < 0 ? arena_strn(a, clean.at, clean.len)
		      : arena_strn(a, got, (size_t)len);
	if (got) {
		explicit_bzero(got, len > 0 ? (size_t)len : 0);
		free(got);
	}
	buf_wipe(&clean);
	return out;
}

static bool
is_ascii(const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if ((unsigned char)s[i] - 1u >= 0x7f)
			return false;
	return true;
}

char *
utf8_nfc(struct arena *a, const void *p, size_t n)
{
	n = length_of(p, n);
	if (is_ascii(p, n))
		return arena_strn(a, p, n);
	return mapped(a, p, n, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
}

static const char *
plain_of(uint32_t cp)
{
	for (size_t i = 0; i < sizeof(plains) / sizeof(plains[0]); i++)
		if (plains[i].cp == cp)
			return plains[i].as;
	return NULL;
}

char *
utf8_fold(struct arena *a, const char *s)
{
	struct buf out = { 0 };
	size_t n = strlen(s);
	char *folded;

	folded = mapped(a, s, n,
	    UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_COMPOSE |
		UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK | UTF8PROC_IGNORE);
	if (is_ascii(folded, strlen(folded)))
		return folded;
	for (size_t at = 0, len; folded[at]; at += len) {
		const char *plain;
		uint32_t cp = 0;

		len = utf8_next(folded + at, strlen(folded + at), &cp);
		if ((plain = plain_of(cp)))
			buf_puts(&out, plain);
		else
			buf_put(&out, folded + at, len);
	}
	folded = arena_strn(a, out.at, out.len);
	buf_wipe(&out);
	return folded;
}

/* Characters that draw nothing, though Unicode files them under letters. */
static bool
is_invisible(uint32_t cp)
{
	return cp == 0x034f || cp == 0x115f || cp == 0x1160 ||
	       (cp >= 0x17b4 && cp <= 0x17b5) ||
	       (cp >= 0x180b && cp <= 0x180f) || cp == 0x3164 || cp == 0xffa0 ||
	       (cp >= 0xfe00 && cp <= 0xfe0f) ||
	       (cp >= 0xe0100 && cp <= 0xe01ef);
}

bool
utf8_is_harmless(uint32_t cp)
{
	if (cp < 0x7f)
		return cp >= 0x20;
	switch (utf8proc_category((utf8proc_int32_t)cp)) {
	case UTF8PROC_CATEGORY_CC:
	case UTF8PROC_CATEGORY_CF:
	case UTF8PROC_CATEGORY_CN:
	case UTF8PROC_CATEGORY_CO:
	case UTF8PROC_CATEGORY_CS:
	case UTF8PROC_CATEGORY_ZL:
	case UTF8PROC_CATEGORY_ZP:
		return false;
	default:
		return !is_invisible(cp);
	}
}

/* Whether ${cp} is of a script that joiners belong to. */
static bool
takes_joiners(uint32_t cp)
{
	utf8proc_category_t is;

	if (cp < 0x0600 || (cp >= 0x1e00 && cp < 0x2000))
		return false;
	is = utf8proc_category((utf8proc_int32_t)cp);
	return is == UTF8PROC_CATEGORY_LO || is == UTF8PROC_CATEGORY_MN ||
	       is == UTF8PROC_CATEGORY_MC;
}

/* Whether ${cp} is a picture, or what a picture is coloured or chosen by. */
static bool
is_picture(uint32_t cp)
{
	return (cp >= 0x1f3fb && cp <= 0x1f3ff) || cp == VS16 ||
	       utf8proc_category((utf8proc_int32_t)cp) == UTF8PROC_CATEGORY_SO;
}

/*
 * What draws nothing by itself stays where it belongs: a joiner between two
 * letters of a script that has them or two pictures, a choice of picture after
 * one. Between other letters it would only hide.
 */
static bool
is_carried(uint32_t before, uint32_t cp, const char *rest, size_t n)
{
	uint32_t after = 0;

	if (cp == VS16)
		return before != VS16 && is_picture(before);
	if ((cp != ZWJ && cp != ZWNJ) || !utf8_next(rest, n, &after))
		return false;
	if (cp == ZWJ && is_picture(before) && is_picture(after))
		return true;
	return takes_joiners(before) && takes_joiners(after);
}

static void
safe(struct buf *b, const char *s, size_t n, bool lines)
{
	uint32_t before = 0;

	n = length_of(s, n);
	for (size_t at = 0, len; at < n; at += len) {
		uint32_t cp;

		len = utf8_next(s + at, n - at, &cp);
		if (cp == REPLACEMENT)
			buf_puts(b, "\xef\xbf\xbd");
		else if (utf8_is_harmless(cp) ||
			 is_carried(before, cp, s + at + len, n - at - len))
			buf_put(b, s + at, len);
		else if (lines && cp == '\n')
			buf_putc(b, '\n');
		else if (lines && cp == '\t')
			buf_putc(b, ' ');
		else
			buf_printf(b, "<U+%04X>", (unsigned)cp);
		before = cp;
	}
}

void
utf8_safe(struct buf *b, const char *s, size_t n)
{
	safe(b, s, n, false);
}

void
utf8_safe_lines(struct buf *b, const char *s, size_t n)
{
	safe(b, s, n, true);
}
