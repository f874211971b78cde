/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_OPENING_H
#define HANDRAIL_HUB_OPENING_H

#include <stdbool.h>
#include <stddef.h>

#include "base/rc.h"

/*
 * What a stage of the journey opens to the victim, and what must be so first,
 * is data: data/openings. A decision may be looked at again, the victim
 * contact scheme is theirs to join, money may be asked for, restorative justice
 * may be spoken of. Whoever asks gives the facts; a row says whether it fits
 * and, if not, what is lacking.
 */

struct buf;
struct codes;
struct deadlines;
struct journeys;

struct opening {
	const char *opens; /* "decision", "scheme", "compensation" ... */
	const char *sort;  /* a code of that kind's list */
	const char *rule;  /* "VC38"; NULL: no limit */
	const char *event; /* what starts the limit; NULL: none */
	const char *say;   /* the sentence for people */
	const char *source, *mark;
	/* The tests; NULL or 0 is not tested. */
	const char *const *states, *const *from, *const *passed, *const *never;
	const char *const *crimes, *const *not_crimes, *const *disposals;
	const char *const *consent, *const *not_risk;
	int months;
	bool safe;
};

struct openings;

/* What is so; texts may be "". Codes of a set are parted by blanks. */
struct opening_facts {
	const char *state, *from;
	const char *passed; /* every stage there ever was */
	const char *crime, *disposals, *consent, *risk;
	int months;
	bool safe;  /* it was asked what is safe */
	bool asked; /* the victim asked for it, unprompted */
};

/**
 * openings_load(dir, codes, journeys, deadlines, openings, f):
 * Read every *.cfg in ${dir}. RC_INVALID, with file and line, for a row that
 * opens nothing we know or that names a stage, a code or a rule that is not
 * there. Given back to openings_free().
 */
NODISCARD enum rc openings_load(const char *dir, const struct codes *codes,
    const struct journeys *journeys, const struct deadlines *deadlines,
    struct openings **openings, struct fault *f);
void openings_free(struct openings *o);

size_t openings_count(const struct openings *o);
const struct opening *openings_nth(const struct openings *o, size_t i);

/**
 * opening_fits(codes, row, facts):
 * Whether all that the row asks for is so.
 */
bool opening_fits(const struct codes *codes, const struct opening *row,
    const struct opening_facts *facts);

/**
 * opening_lacks(codes, journeys, row, facts, out):
 * Add to ${out} each thing that is not so, in words, parted by "; ". Nothing
 * when it fits.
 */
void opening_lacks(const struct codes *codes, const struct journeys *journeys,
    const struct opening *row, const struct opening_facts *facts,
    struct buf *out);

#endif /* HANDRAIL_HUB_OPENING_H */
