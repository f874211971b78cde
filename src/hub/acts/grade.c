/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "hub/hub.h"
#include "model/code.h"

#include "hub/acts/grade.h"

int
grade_rank(const struct doing *d, const char *grade)
{
	const struct code_list *list =
	    code_list(d->hub->codes, "risk-grade");

	for (size_t i = 0; grade && list && i < list->n; i++)
		if (strcmp(list->codes[i].code, grade) == 0)
			return (int)i;
	return -1;
}

const char *
grade_higher(const struct doing *d, const char *a, const char *b)
{
	return grade_rank(d, b) > grade_rank(d, a) ? b : a;
}
