/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdbool.h>
#include <string.h>

#include "base/postcode.h"
#include "base/str.h"
#include "base/utf8.h"
#include "model/name.h"

/* Small words of family names: small unless nothing follows them. */
static const char *const particles[] = { "bin", "da", "das", "de", "del",
	"della", "den", "der", "di", "do", "dos", "ibn", "ten", "ter", "van",
	"von", "y", "zu", NULL };

/* Small words of addresses: small unless they come first. */
static const char *const between[] = { "and", "by", "in", "le", "next", "of",
	"on", "the", "to", "under", "upon", "with", NULL };

static bool
is_one_of(struct span word, const char *const *words)
{
	for (; *words; words++)
		if (span_eq(word, span_str(*words)))
			return true;
	return false;
}

static bool
has_capital(const char *s, size_t n)
{
	uint32_t cp;

	for (size_t i = 0; i < n; i += utf8_next(s + i, n - i, &cp)) {
		utf8_next(s + i, n - i, &cp);
		if (utf8_lower(cp) != cp)
			return true;
	}
	return false;
}

/* Add the word with a capital first letter; how many bytes that letter took. */
static size_t
put_title(struct span word, struct buf *out)
{
	uint32_t cp;
	size_t took = utf8_next(word.at, word.len, &cp);
	char first[5];

	if (!took)
		return 0;
	buf_put(out, first, utf8_put(utf8_title(cp), first));
	buf_put(out, (const char *)word.at + took, word.len - took);
	return took;
}

static struct span
span_from(struct span s, size_t at)
{
	return span_of((const char *)s.at + at, s.len - at);
}

/* Mc and the one letter before an apostrophe take a second capital. */
static void
put_name_word(struct span word, struct buf *out)
{
	const char *s = word.at;
	size_t two = 0;

	if (word.len > 3 && !memcmp(s, "mc", 2))
		two = 2;
	else if (word.len > 3 && s[1] == '\'')
		two = 2;
	else if (word.len > 5 && !memcmp(s + 1, "\xe2\x80\x99", 3))
		two = 4;
	if (!two) {
		put_title(word, out);
		return;
	}
	put_title(span_of(s, two), out);
	put_title(span_from(word, two), out);
}

/* The next word and the one separator after it, if any. */
static struct span
word_take(const char **s, const char *end, const char *parts)
{
	const char *from = *s;

	while (*s < end && !strchr(parts, **s))
		(*s)++;
	return span_of(from, (size_t)(*s - from));
}

void
name_capitals(const char *s, size_t n, struct buf *out)
{
	const char *end = s + n;

	if (has_capital(s, n)) {
		buf_put(out, s, n);
		return;
	}
	while (s < end) {
		struct span word = word_take(&s, end, " -.;,");

		if (s < end && *s == ' ' && is_one_of(word, particles))
			buf_span(out, word);
		else
			put_name_word(word, out);
		if (s < end)
			buf_putc(out, *s++);
	}
}

/* "14a" is a house; "2nd" and "1st" are not. */
static bool
is_house(struct span word)
{
	const char *s = word.at;

	return word.len > 1 && s[word.len - 2] >= '0' &&
	       s[word.len - 2] <= '9' && s[word.len - 1] >= 'a' &&
	       s[word.len - 1] <= 'z';
}

static void
put_upper(struct span word, struct buf *out)
{
	const char *s = word.at;

	for (size_t i = 0; i < word.len; i++)
		buf_putc(out,
		    s[i] >= 'a' && s[i] <= 'z' ? s[i] - 'a' + 'A' : s[i]);
}

/*
 * How many bytes from s on are a whole postcode, 0 for none: two words, or one
 * of five to seven signs with a figure before its last two letters.
 */
static size_t
postcode_here(const char *s, const char *end)
{
	const char *at = s;
	struct span one = word_take(&at, end, " ,");
	char text[16], out[POSTCODE_ROOM];

	if (one.len < 2 || one.len > 7)
		return 0;
	if (one.len <= 4 && at < end && *at == ' ') {
		const char *more = at + 1;
		struct span two = word_take(&more, end, " ,");

		if (two.len != 3 || *(const char *)two.at < '0' ||
		    *(const char *)two.at > '9')
			return 0;
		one.len += 1 + two.len;
	} else if (one.len < 5) {
		return 0;
	}
	memcpy(text, one.at, one.len);
	text[one.len] = '\0';
	if (postcode_normal(text, out, NULL) || !strchr(out, ' '))
		return 0;
	return one.len;
}

static void
put_address_word(struct span word, bool first, struct buf *out)
{
	if (!first && is_one_of(word, between))
		buf_span(out, word);
	else if (is_house(word))
		put_upper(word, out);
	else
		put_name_word(word, out);
}

void
address_capitals(const char *s, size_t n, struct buf *out)
{
	const char *from = s, *end = s + n;
	bool cared = has_capital(s, n);

	while (s < end) {
		size_t post = postcode_here(s, end);
		struct span word;
		bool first = s == from || s[-1] == ',' ||
			     (s[-1] == ' ' && s - 2 >= from && s[-2] == ',');

		if (post) {
			put_upper(span_of(s, post), out);
			s += post;
		} else {
			word = word_take(&s, end, " ,-.");
			if (cared)
				buf_span(out, word);
			else
				put_address_word(word, first, out);
		}
		if (s < end)
			buf_putc(out, *s++);
	}
}

/* A stop ends a sentence unless it ends a short word: "e.g." does not. */
static bool
is_stop(const char *from, const char *s)
{
	if (*s == '!' || *s == '?')
		return true;
	if (*s != '.' || s - from < 3)
		return false;
	return (s[-1] >= '0' && s[-1] <= '9') ||
	       (s[-1] != '.' && s[-2] != '.' && s[-2] != ' ');
}

void
sentence_capitals(const char *s, size_t n, struct buf *out)
{
	const char *from = s, *end = s + n;
	bool start = true, exact = false;

	while (s < end) {
		uint32_t cp;
		size_t took = utf8_next(s, (size_t)(end - s), &cp);
		bool line = s == from || s[-1] == '\n';

		if (line)
			exact = *s == ';';
		if (line)
			start = true;
		if (start && !exact && cp > ' ') {
			put_title(span_of(s, took), out);
			start = false;
		} else {
			buf_put(out, s, took);
		}
		if (cp == ' ' && s > from && is_stop(from, s - 1))
			start = true;
		s += took;
	}
}
