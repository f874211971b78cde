/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <assert.h>
#include <string.h>

#include "base/utf8.h"

#include "base/json.h"

static void
escape(struct buf *b, unsigned char c)
{
	static const char shorts[] = "b\bf\fn\nr\rt\t\"\"\\\\";

	for (size_t i = 0; i + 1 < sizeof(shorts); i += 2)
		if ((unsigned char)shorts[i + 1] == c) {
			buf_putc(b, '\\');
			buf_putc(b, shorts[i]);
			return;
		}
	buf_printf(b, "\\u%04x", c);
}

static bool
is_plain(unsigned char c)
{
	return c >= 0x20 && c < 0x7f && c != '"' && c != '\\';
}

void
json_text_n(struct buf *b, const void *p, size_t n)
{
	const unsigned char *s = p;
	size_t i = 0;

	buf_putc(b, '"');
	while (i < n) {
		size_t from = i, took;
		uint32_t cp;

		while (i < n && is_plain(s[i]))
			i++;
		buf_put(b, s + from, i - from);
		if (i == n)
			break;
		if (s[i] < 0x80) {
			escape(b, s[i++]);
			continue;
		}
		took = utf8_next((const char *)s + i, n - i, &cp);
		if (utf8_valid((const char *)s + i, took))
			buf_put(b, s + i, took);
		else
			buf_puts(b, "\xef\xbf\xbd");
		i += took;
	}
	buf_putc(b, '"');
}

void
json_text(struct buf *b, const char *s)
{
	json_text_n(b, s, strlen(s));
}

/* What stands before a value: a comma, unless it is the first or has a key. */
static void
before(struct json *j)
{
	if (!j->depth)
		return;
	if (j->at[j->depth - 1].close == ']') {
		if (j->at[j->depth - 1].any)
			buf_putc(j->out, ',');
		j->at[j->depth - 1].any = true;
	}
}

static void
begin(struct json *j, char open, char close)
{
	assert(j->depth < JSON_DEPTH);
	before(j);
	buf_putc(j->out, open);
	memset(&j->at[j->depth], 0, sizeof(j->at[0]));
	j->at[j->depth++].close = close;
}

void
json_group(struct json *j)
{
	begin(j, '{', '}');
}

void
json_list(struct json *j)
{
	begin(j, '[', ']');
}

void
json_close(struct json *j)
{
	assert(j->depth);
	buf_putc(j->out, j->at[--j->depth].close);
}

void
json_key(struct json *j, const char *key)
{
	const char *last;

	assert(j->depth && j->at[j->depth - 1].close == '}');
	last = j->at[j->depth - 1].key;
	assert(!last || strcmp(last, key) < 0);
	j->at[j->depth - 1].key = key;
	if (last)
		buf_putc(j->out, ',');
	json_text(j->out, key);
	buf_putc(j->out, ':');
}

void
json_str(struct json *j, const char *s)
{
	if (!s) {
		json_nothing(j);
		return;
	}
	before(j);
	json_text(j->out, s);
}

void
json_int(struct json *j, int64_t v)
{
	before(j);
	buf_printf(j->out, "%lld", (long long)v);
}

void
json_bool(struct json *j, bool v)
{
	before(j);
	buf_puts(j->out, v ? "true" : "false");
}

void
json_nothing(struct json *j)
{
	before(j);
	buf_puts(j->out, "null");
}

void
json_key_str(struct json *j, const char *key, const char *s)
{
	json_key(j, key);
	json_str(j, s);
}

void
json_key_int(struct json *j, const char *key, int64_t v)
{
	json_key(j, key);
	json_int(j, v);
}
