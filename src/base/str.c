/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/str.h"

static bool
is_blank(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

static char
lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + 'a' - 'A') : c;
}

char *
str_trim(char *s)
{
	size_t n = strlen(s);

	while (n && is_blank(s[n - 1]))
		s[--n] = '\0';
	while (is_blank(*s))
		s++;
	return s;
}

struct span
str_trimmed(struct span s)
{
	const char *at = s.at;

	while (s.len && is_blank(at[s.len - 1]))
		s.len--;
	while (s.len && is_blank(*at)) {
		at++;
		s.len--;
	}
	return span_of(at, s.len);
}

bool
str_is_blank(const char *s)
{
	while (is_blank(*s))
		s++;
	return !*s;
}

bool
str_ieq(const char *a, const char *b)
{
	while (*a && lower(*a) == lower(*b)) {
		a++;
		b++;
	}
	return lower(*a) == lower(*b);
}

bool
str_starts(const char *s, const char *with)
{
	return !strncmp(s, with, strlen(with));
}

bool
str_istarts(const char *s, const char *with)
{
	while (*with && lower(*s) == lower(*with)) {
		s++;
		with++;
	}
	return !*with;
}

/* After the last part ${*rest} is NULL. */
bool
str_part(const char **rest, char by, struct span *part)
{
	const char *at = *rest, *end;

	if (!at)
		return false;
	end = strchr(at, by);
	*part = span_of(at, end ? (size_t)(end - at) : strlen(at));
	*rest = end && *end ? end + 1 : NULL;
	return true;
}

bool
str_word(const char **rest, struct span *word)
{
	const char *at = *rest;
	size_t n = 0;

	while (is_blank(*at))
		at++;
	while (at[n] && !is_blank(at[n]))
		n++;
	*word = span_of(at, n);
	*rest = at + n;
	return n > 0;
}

bool
str_to_u64(const char *s, uint64_t *v)
{
	uint64_t sum = 0;

	if (!*s)
		return false;
	for (; *s; s++) {
		unsigned digit = (unsigned)*s - '0';

		if (digit > 9 || sum > (UINT64_MAX - digit) / 10)
			return false;
		sum = sum * 10 + digit;
	}
	*v = sum;
	return true;
}

bool
str_to_i64(const char *s, int64_t *v)
{
	bool minus = *s == '-';
	uint64_t size;

	if (!str_to_u64(s + minus, &size) || size > (uint64_t)INT64_MAX + minus)
		return false;
	*v = minus ? (int64_t)(0 - size) : (int64_t)size;
	return true;
}

bool
str_set(char *to, size_t room, const char *from)
{
	size_t n = strlen(from), cut = n;

	if (cut >= room) {
		cut = room - 1;
		while (cut && ((unsigned char)from[cut] & 0xc0) == 0x80)
			cut--;
	}
	memcpy(to, from, cut);
	to[cut] = '\0';
	return cut == n;
}

void
str_upper(char *s)
{
	for (; *s; s++)
		if (*s >= 'a' && *s <= 'z')
			*s = (char)(*s - 'a' + 'A');
}

void
str_lower(char *s)
{
	for (; *s; s++)
		*s = lower(*s);
}

#define DISTANCE_MOST 64

static size_t
least(size_t a, size_t b)
{
	return a < b ? a : b;
}

/*
 * Row by row over the table of "the first i letters of a into the first j of
 * b", keeping the last three rows, as a swap of neighbours looks two back.
 */
size_t
str_distance(const char *a, const char *b)
{
	size_t rows[3][DISTANCE_MOST + 1];
	size_t na = strnlen(a, DISTANCE_MOST), nb = strnlen(b, DISTANCE_MOST);

	for (size_t j = 0; j <= nb; j++)
		rows[0][j] = j;
	for (size_t i = 1; i <= na; i++) {
		size_t *now = rows[i % 3], *one = rows[(i + 2) % 3],
		       *two = rows[(i + 1) % 3];

		now[0] = i;
		for (size_t j = 1; j <= nb; j++) {
			now[j] = one[j - 1] + (a[i - 1] != b[j - 1]);
			now[j] = least(now[j], least(one[j], now[j - 1]) + 1);
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] &&
			    a[i - 2] == b[j - 1])
				now[j] = least(now[j], two[j - 2] + 1);
		}
	}
	return rows[na % 3][nb];
}

/* Near is a third of its letters or fewer, and at least one. */
const char *
str_nearest(const char *word, const char *const *words)
{
	size_t best = strlen(word) / 3 + 2;
	const char *found = NULL;

	for (; *words; words++) {
		size_t far = str_distance(word, *words);

		if (far < best) {
			best = far;
			found = *words;
		}
	}
	return found;
}
