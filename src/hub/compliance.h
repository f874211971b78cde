/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_COMPLIANCE_H
#define HANDRAIL_HUB_COMPLIANCE_H

#include <stddef.h>
#include <stdint.h>

#include "base/rc.h"

/*
 * How far the Code was kept: of the time limits of a period, how many were met
 * in time, met late, are late still, are not known, or did not apply; by right,
 * by rule, by area, by sort of crime, by who holds the case or by who owes it.
 */

struct arena;
struct hub;

struct compliance_line {
	const char *key, *label;
	uint64_t due;	/* fell due in the period: the next three */
	uint64_t met;	/* in time */
	uint64_t slow;	/* met, but late */
	uint64_t late;	/* not met, and past its day */
	uint64_t coming;   /* in the period, and not past its day yet */
	uint64_t unknown;  /* no number, or nobody can say */
	uint64_t excepted; /* stands still or does not apply, for a reason */
};

struct compliance {
	struct compliance_line *at; /* in order of key */
	size_t n;
	struct compliance_line all;
};

/**
 * compliance_by(word):
 * Whether the tally can be taken by it: right, rule, area, crime, who, holder.
 */
int compliance_by(const char *word);

/**
 * compliance_read(hub, arena, by, from, until, c, f):
 * Count the clocks that fall between the days ${from} and ${until} ("" no end);
 * one with no number counts on the day it was met or started. ${by} is a number
 * of compliance_by().
 */
NODISCARD enum rc compliance_read(struct hub *hub, struct arena *arena, int by,
    const char *from, const char *until, struct compliance *c,
    struct fault *f);

/**
 * compliance_share(line):
 * The share met in time of those that fell due, in per cent; -1 of none.
 */
int compliance_share(const struct compliance_line *line);

#endif /* HANDRAIL_HUB_COMPLIANCE_H */
