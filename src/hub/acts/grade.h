/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_ACTS_GRADE_H
#define HANDRAIL_HUB_ACTS_GRADE_H

#include "hub/doing.h"

/**
 * grade_rank(d, grade):
 * How high a grade of risk is: its place in data/codes/risk-grade.cfg; -1 for
 * none, or one the list does not know.
 */
int grade_rank(const struct doing *d, const char *grade);

/**
 * grade_higher(d, a, b):
 * The higher of two grades; either may be NULL or "". Lends.
 */
const char *grade_higher(
    const struct doing *d, const char *a, const char *b);

#endif /* HANDRAIL_HUB_ACTS_GRADE_H */
