/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_PATHWAY_INSIDE_H
#define HANDRAIL_HUB_PATHWAY_INSIDE_H

#include "base/vec.h"
#include "hub/casetest.h"

#include "hub/pathway.h"

/* What data/pathways says, for those who judge by it. */

struct pathway_rule {
	const char *code, *why, *instead; /* instead: NULL none */
	struct case_test test;
	bool urgent;
	unsigned line;
	const char *file;
};

struct sharing_rule {
	const char *const *services; /* NULL: all */
	const char *basis, *say;
	const char *const *items;
	struct case_test test;
	bool agreement; /* one must be in force with who runs it */
};

struct pathways {
	struct arena *arena;
	const struct codes *codes;
	VEC(struct pathway_rule) rules;
	VEC(struct sharing_rule) sharing;
	int stale;
};

#endif /* HANDRAIL_HUB_PATHWAY_INSIDE_H */
