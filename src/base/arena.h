/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_BASE_ARENA_H
#define HANDRAIL_BASE_ARENA_H

#include <stddef.h>

#include "base/buf.h"

/*
 * Memory with one owner and one end: all that one act or one page makes. What
 * people told us passes through here, so both ways of ending overwrite the
 * bytes first. Memory running out ends the program (mem.h).
 */
struct arena;

/**
 * arena_new():
 * An empty arena, to be given back with arena_free().
 */
struct arena *arena_new(void);

/**
 * arena_get(a, n):
 * ${n} zeroed bytes, aligned for any type, that last as long as the arena's
 * present life.
 */
void *arena_get(struct arena *a, size_t n);

/**
 * arena_copy(a, p, n), arena_str(a, s), arena_strn(a, p, n), arena_span(a, s):
 * Copies: of bytes; of a text; of ${n} bytes with a NUL after them; of a window
 * (also with a NUL after it).
 */
void *arena_copy(struct arena *a, const void *p, size_t n);
char *arena_str(struct arena *a, const char *s);
char *arena_strn(struct arena *a, const void *p, size_t n);
struct span arena_span(struct arena *a, struct span s);

/**
 * arena_printf(a, fmt, ...):
 * A text as printf() would write it.
 */
char *arena_printf(struct arena *a, const char *fmt, ...)
    __attribute__((format(printf, 2, 3), nonnull(2)));

/**
 * arena_reset(a):
 * Overwrite and forget everything made so far, keeping some memory for what
 * comes next.
 */
void arena_reset(struct arena *a);

/**
 * arena_free(a):
 * Overwrite everything and give all memory back. NULL does nothing.
 */
void arena_free(struct arena *a);

#endif /* HANDRAIL_BASE_ARENA_H */
