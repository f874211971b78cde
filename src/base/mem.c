/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <malloc.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

static _Noreturn void
mem_gone(void)
{
	fputs("handrail: there is no memory left; what was saved is safe\n",
	    stderr);
	exit(5);
}

void *
mem_get(size_t n)
{
	void *p = calloc(1, n ? n : 1);

	if (!p)
		mem_gone();
	return p;
}

void *
mem_grow(void *p, size_t n)
{
	p = realloc(p, n ? n : 1);
	if (!p)
		mem_gone();
	return p;
}

void *
mem_dup(const void *p, size_t n)
{
	void *copy = mem_get(n);

	if (n)
		memcpy(copy, p, n);
	return copy;
}

char *
mem_str(const char *s)
{
	return mem_dup(s, strlen(s) + 1);
}

size_t
mem_times(size_t n, size_t size)
{
	if (size && n > SIZE_MAX / size)
		mem_gone();
	return n * size;
}

void *
mem_room(void *at, size_t size, size_t n, size_t *cap)
{
	if (n == *cap) {
		*cap = n ? mem_times(n, 2) : 8;
		at = mem_grow(at, mem_times(*cap, size));
	}
	memset((char *)at + n * size, 0, size);
	return at;
}

void
mem_keep(void)
{
	enum { MUCH = 256 << 20, STEP = 4 << 20 };

	(void)mallopt(M_MMAP_THRESHOLD, MUCH);
	(void)mallopt(M_TRIM_THRESHOLD, MUCH);
	(void)mallopt(M_TOP_PAD, STEP);
}
