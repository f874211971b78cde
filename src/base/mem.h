/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_BASE_MEM_H
#define HANDRAIL_BASE_MEM_H

#include <stddef.h>

/*
 * Memory for the screen, for parsing and for everything else that cannot go on
 * without it. When there is none left, these end the program with one sentence:
 * the journal is safe by then, or was never touched. None returns NULL.
 */

/**
 * mem_get(n):
 * ${n} zeroed bytes (at least one), to be given back with free().
 */
void *mem_get(size_t n);

/**
 * mem_grow(p, n):
 * Make the memory at ${p} (or NULL) ${n} bytes long, moving it if need be. What
 * is new is not zeroed.
 */
void *mem_grow(void *p, size_t n);

/**
 * mem_dup(p, n):
 * A copy of ${n} bytes, yours.
 */
void *mem_dup(const void *p, size_t n);

/**
 * mem_str(s):
 * A copy of the text ${s}, yours.
 */
char *mem_str(const char *s);

/**
 * mem_times(n, size):
 * ${n} times ${size}; ends the program if that is more than memory can hold.
 */
size_t mem_times(size_t n, size_t size);

/**
 * mem_room(at, size, n, cap):
 * Make room in the array ${at} of ${cap} things of ${size} bytes for one more
 * than ${n}, zero that one and return the array. For vec.h.
 */
void *mem_room(void *at, size_t size, size_t n, size_t *cap);

/**
 * mem_keep():
 * For a program that works through much and ends: memory given back stays the
 * program's, to be used again without asking the system. Called once, first.
 */
void mem_keep(void);

#endif /* HANDRAIL_BASE_MEM_H */
