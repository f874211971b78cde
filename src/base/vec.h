/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_BASE_VEC_H
#define HANDRAIL_BASE_VEC_H

#include <stddef.h>
#include <stdlib.h>

#include "base/mem.h"

/*
 * Typed arrays that grow. All zeros is the empty one:
 *
 *	struct { VEC(struct hit) hits; } page = { 0 };
 *	struct hit *hit = VEC_ADD(&page.hits);
 *	VEC_EACH(&page.hits, hit)
 *		...
 *	VEC_RELEASE(&page.hits);
 *
 * A pointer into one lasts until the next VEC_ADD.
 */

#define VEC(type)                                                              \
	struct {                                                               \
		type *at;                                                      \
		size_t n, cap;                                                 \
	}

/* A new last thing, zeroed; the pointer to it. */
#define VEC_ADD(v)                                                             \
	((v)->at = mem_room((v)->at, sizeof(*(v)->at), (v)->n, &(v)->cap),     \
	    &(v)->at[(v)->n++])

/* The last thing; there must be one. */
#define VEC_LAST(v) (&(v)->at[(v)->n - 1])

/* For each thing, first to last, with ${p} pointing at it. */
#define VEC_EACH(v, p) for ((p) = (v)->at; (p) && (p) < (v)->at + (v)->n; (p)++)

/* Order the things by ${compare}, as qsort() has it. */
#define VEC_SORT(v, compare)                                                   \
	do {                                                                   \
		if ((v)->n > 1)                                                \
			qsort((v)->at, (v)->n, sizeof(*(v)->at), (compare));   \
	} while (0)

/* Forget the things and keep the memory. */
#define VEC_CLEAR(v) ((v)->n = 0)

/* Give the memory back and be empty. */
#define VEC_RELEASE(v)                                                         \
	do {                                                                   \
		free((v)->at);                                                 \
		(v)->at = NULL;                                                \
		(v)->n = (v)->cap = 0;                                         \
	} while (0)

#endif /* HANDRAIL_BASE_VEC_H */
