/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_RULES_INSIDE_H
#define HANDRAIL_HUB_RULES_INSIDE_H

#include "base/arena.h"
#include "base/vec.h"

#include "hub/rules.h"

/* What rules.c, which answers, and rules_read.c, which reads, share. */

struct rules {
	struct arena *arena;
	VEC(struct risk_rule) risk;
	VEC(struct triage_rule) triage;
	VEC(struct guard) guards;
};

#endif /* HANDRAIL_HUB_RULES_INSIDE_H */
