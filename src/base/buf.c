/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

#include "base/buf.h"

struct span
span_of(const void *p, size_t n)
{
	return (struct span){ p, n };
}

struct span
span_str(const char *s)
{
	return (struct span){ s, strlen(s) };
}

bool
span_eq(struct span a, struct span b)
{
	return a.len == b.len && (!a.len || !memcmp(a.at, b.at, a.len));
}

int
span_cmp(struct span a, struct span b)
{
	size_t n = a.len < b.len ? a.len : b.len;
	int order = n ? memcmp(a.at, b.at, n) : 0;

	return order ? order : (a.len > b.len) - (a.len < b.len);
}

/* Always leaves one byte over for the NUL of buf_str(). */
uint8_t *
buf_reserve(struct buf *b, size_t n)
{
	size_t want = b->len + n + 1;

	if (want <= n)
		mem_times(n, n); /* more than memory can hold */
	if (want > b->cap) {
		size_t cap = b->cap ? b->cap : 64;

		while (cap < want)
			cap = mem_times(cap, 2);
		b->at = mem_grow(b->at, cap);
		b->cap = cap;
	}
	return b->at + b->len;
}

void
buf_put(struct buf *b, const void *p, size_t n)
{
	if (!n)
		return;
	memcpy(buf_reserve(b, n), p, n);
	b->len += n;
}

void
buf_puts(struct buf *b, const char *s)
{
	buf_put(b, s, strlen(s));
}

void
buf_putc(struct buf *b, int c)
{
	*buf_reserve(b, 1) = (uint8_t)c;
	b->len++;
}

void
buf_span(struct buf *b, struct span s)
{
	buf_put(b, s.at, s.len);
}

/* The lowest ${n} bytes of ${v}, highest first. */
static void
buf_number(struct buf *b, uint64_t v, unsigned n)
{
	uint8_t *at = buf_reserve(b, n);

	for (unsigned i = 0; i < n; i++)
		at[i] = (uint8_t)(v >> (8 * (n - 1 - i)));
	b->len += n;
}

void
buf_u8(struct buf *b, uint8_t v)
{
	buf_putc(b, v);
}

void
buf_u16(struct buf *b, uint16_t v)
{
	buf_number(b, v, 2);
}

void
buf_u32(struct buf *b, uint32_t v)
{
	buf_number(b, v, 4);
}

void
buf_u64(struct buf *b, uint64_t v)
{
	buf_number(b, v, 8);
}

void
buf_varint(struct buf *b, uint64_t v)
{
	uint8_t *at = buf_reserve(b, 10);
	size_t n = 0;

	for (; v >= 0x80; v >>= 7)
		at[n++] = (uint8_t)(v | 0x80);
	at[n++] = (uint8_t)v;
	b->len += n;
}

void
buf_block(struct buf *b, struct span s)
{
	buf_varint(b, s.len);
	buf_span(b, s);
}

void
buf_printf(struct buf *b, const char *fmt, ...)
{
	va_list ap, again;
	int n;

	va_start(ap, fmt);
	va_copy(again, ap);
	n = vsnprintf(NULL, 0, fmt, ap);
	va_end(ap);
	if (n > 0) {
		vsnprintf((char *)buf_reserve(b, (size_t)n), (size_t)n + 1, fmt,
		    again);
		b->len += (size_t)n;
	}
	va_end(again);
}

char *
buf_str(struct buf *b)
{
	buf_reserve(b, 0);
	b->at[b->len] = '\0';
	return (char *)b->at;
}

struct span
buf_window(const struct buf *b)
{
	return span_of(b->at, b->len);
}

void
buf_clear(struct buf *b)
{
	b->len = 0;
}

void
buf_release(struct buf *b)
{
	free(b->at);
	*b = (struct buf){ 0 };
}

void
buf_wipe(struct buf *b)
{
	if (b->at)
		explicit_bzero(b->at, b->cap);
	buf_release(b);
}

uint8_t *
buf_take(struct buf *b, size_t *len)
{
	uint8_t *at = (uint8_t *)buf_str(b);

	if (len)
		*len = b->len;
	*b = (struct buf){ 0 };
	return at;
}

struct reader
reader_of(struct span s)
{
	const uint8_t *at = s.at;

	return (struct reader){ at, at ? at + s.len : at, false };
}

size_t
reader_left(const struct reader *r)
{
	return (size_t)(r->end - r->at);
}

bool
reader_end(const struct reader *r)
{
	return !r->bad && r->at == r->end;
}

struct span
reader_bytes(struct reader *r, size_t n)
{
	struct span s = { r->at, n };

	if (n > reader_left(r) || r->bad) {
		r->bad = true;
		r->at = r->end;
		return (struct span){ 0 };
	}
	if (n)
		r->at += n;
	return s;
}

static uint64_t
reader_number(struct reader *r, size_t n)
{
	struct span s = reader_bytes(r, n);
	const uint8_t *at = s.at;
	uint64_t v = 0;

	for (size_t i = 0; i < s.len; i++)
		v = v << 8 | at[i];
	return v;
}

uint8_t
reader_u8(struct reader *r)
{
	return (uint8_t)reader_number(r, 1);
}

uint16_t
reader_u16(struct reader *r)
{
	return (uint16_t)reader_number(r, 2);
}

uint32_t
reader_u32(struct reader *r)
{
	return (uint32_t)reader_number(r, 4);
}

uint64_t
reader_u64(struct reader *r)
{
	return reader_number(r, 8);
}

uint64_t
reader_varint(struct reader *r)
{
	uint64_t v = 0;

	for (unsigned shift = 0; shift < 64; shift += 7) {
		uint8_t byte = reader_u8(r);

		/* The tenth byte has one bit left; a last 0 says nothing. */
		if ((shift == 63 && byte > 1) || (shift && !byte))
			break;
		v |= (uint64_t)(byte & 0x7f) << shift;
		if (!(byte & 0x80))
			return r->bad ? 0 : v;
	}
	r->bad = true;
	r->at = r->end;
	return 0;
}

struct span
reader_block(struct reader *r)
{
	return reader_bytes(r, reader_varint(r));
}
