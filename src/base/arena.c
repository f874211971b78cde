/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

#include "base/arena.h"

/*
 * Blocks in a chain, newest first. Small requests are cut from the newest; a
 * request that does not fit opens a new block, twice the last, up to a
 * megabyte, or as large as it needs. Fresh blocks come zeroed, and whatever is
 * used is overwritten before it is used again, so get() need not zero.
 */

#define ARENA_FIRST 4096
#define ARENA_MOST (1024 * 1024)
#define ARENA_ALIGN 16

struct block {
	struct block *older;
	size_t used, room;
	_Alignas(ARENA_ALIGN) unsigned char at[];
};

/* Bytes of blocks kept, wiped, for the next time: work that comes in batches
 * asks the system for memory once and not at every batch. */
#define ARENA_KEPT (64u << 20)

struct arena {
	struct block *newest;
	struct block *spare;
	size_t kept;
};

struct arena *
arena_new(void)
{
	return mem_get(sizeof(struct arena));
}

/* A spare block that is large enough, if the next one is. */
static struct block *
block_again(struct arena *a, size_t n)
{
	struct block *b = a->spare;

	if (!b || b->room < n)
		return NULL;
	a->spare = b->older;
	a->kept -= b->room;
	b->older = a->newest;
	return b;
}

static struct block *
block_new(struct arena *a, size_t n)
{
	struct block *older = a->newest, *b = block_again(a, n);
	size_t room = older ? older->room * 2 : ARENA_FIRST;

	if (b)
		return b;
	if (room > ARENA_MOST)
		room = ARENA_MOST;
	if (room < n)
		room = n;
	b = mem_get(sizeof(*b) + room);
	b->older = older;
	b->room = room;
	return b;
}

void *
arena_get(struct arena *a, size_t n)
{
	struct block *b = a->newest;
	void *p;

	if (n > SIZE_MAX / 2)
		mem_times(n, n); /* more than memory can hold */
	n = (n + ARENA_ALIGN - 1) / ARENA_ALIGN * ARENA_ALIGN;
	if (!b || b->room - b->used < n)
		b = a->newest = block_new(a, n);
	p = b->at + b->used;
	b->used += n;
	return p;
}

void *
arena_copy(struct arena *a, const void *p, size_t n)
{
	void *copy = arena_get(a, n ? n : 1);

	if (n)
		memcpy(copy, p, n);
	return copy;
}

char *
arena_strn(struct arena *a, const void *p, size_t n)
{
	char *copy = arena_get(a, n + 1);

	if (n)
		memcpy(copy, p, n);
	return copy;
}

char *
arena_str(struct arena *a, const char *s)
{
	return arena_strn(a, s, strlen(s));
}

struct span
arena_span(struct arena *a, struct span s)
{
	return span_of(arena_strn(a, s.at, s.len), s.len);
}

char *
arena_printf(struct arena *a, const char *fmt, ...)
{
	va_list ap, again;
	char *text;
	int n;

	va_start(ap, fmt);
	va_copy(again, ap);
	n = vsnprintf(NULL, 0, fmt, ap);
	va_end(ap);
	text = arena_get(a, (size_t)(n > 0 ? n : 0) + 1);
	if (n > 0)
		vsnprintf(text, (size_t)n + 1, fmt, again);
	va_end(again);
	return text;
}

/* Overwrite and free ${b} and all older ones. */
static void
block_free(struct block *b)
{
	while (b) {
		struct block *older = b->older;

		explicit_bzero(b->at, b->used);
		free(b);
		b = older;
	}
}

void
arena_reset(struct arena *a)
{
	struct block *b, *older;

	for (b = a->newest; b; b = older) {
		older = b->older;
		explicit_bzero(b->at, b->used);
		b->used = 0;
		if (a->kept + b->room > ARENA_KEPT) {
			free(b);
			continue;
		}
		b->older = a->spare;
		a->spare = b;
		a->kept += b->room;
	}
	a->newest = NULL;
}

void
arena_free(struct arena *a)
{
	if (!a)
		return;
	block_free(a->newest);
	block_free(a->spare);
	free(a);
}
