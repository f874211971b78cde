/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_BASE_ALIKE_H
#define HANDRAIL_BASE_ALIKE_H

#include <stdbool.h>
#include <stddef.h>

/*
 * How alike two short texts are, letter by letter and in any script. Case and
 * accents count: whoever does not want them to folds both texts first.
 */

/* The measure of two texts that are the same. */
#define ALIKE_SAME 1000

/**
 * alike(a, na, b, nb):
 * From 0, nothing in common, to ALIKE_SAME: the measure of Jaro with the weight
 * that Winkler gives to a common beginning (M. A. Jaro 1989, W. E. Winkler
 * 1990). Of each text the first 64 letters count. Two empty texts are the same.
 */
unsigned alike(const char *a, size_t na, const char *b, size_t nb);

/**
 * alike_slip(a, na, b, nb):
 * Whether one letter too many, too few or wrong, or two neighbours swapped,
 * makes the one of the other. Equal texts are no slip.
 */
bool alike_slip(const char *a, size_t na, const char *b, size_t nb);

#endif /* HANDRAIL_BASE_ALIKE_H */
