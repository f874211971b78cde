/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_SURVEYS_H
#define HANDRAIL_HUB_SURVEYS_H

#include <stddef.h>
#include <stdint.h>

#include "base/rc.h"

/*
 * Surveys are data: data/surveys says whom each asks, how long after, and for
 * how long nobody may ask the same person again. There is one register for all
 * bodies, so that one invitation is enough and whoever said no is left alone.
 */

struct record;

struct survey {
	const char *name, *title;
	const char *sort; /* a code of data/codes/survey */
	const char *body; /* who asks, by data/codes/complaint-body */
	const char *const *crimes, *const *stages; /* NULL: any */
	const char *const *never; /* crimes never asked about */
	int after,
	    until; /* days since it was closed, or else since it happened */
	int cool;  /* days after any invitation */
	const char *mark;
};

struct surveys;

/**
 * surveys_load(dir, surveys, f):
 * Read every *.cfg in ${dir}. RC_INVALID with file and line. Given back to
 * surveys_free().
 */
NODISCARD enum rc
surveys_load(const char *dir, struct surveys **surveys, struct fault *f);
void surveys_free(struct surveys *s);

size_t surveys_count(const struct surveys *s);
const struct survey *surveys_nth(const struct surveys *s, size_t i);

/**
 * survey_find(s, name, survey, f):
 * The survey called ${name}; RC_INVALID with the one that was likely meant.
 */
NODISCARD enum rc survey_find(const struct surveys *s, const char *name,
    const struct survey **survey, struct fault *f);

/* The asking of one person about one case. */
struct survey_case {
	const struct record *person, *casefile;
	const struct record *const *asked; /* of all their cases */
	size_t n_asked;
	int64_t now_ms;
};

/**
 * survey_fits(survey, of):
 * NULL when the case is one that the survey asks about now, else why not. Lends
 * a constant.
 */
const char *
survey_fits(const struct survey *survey, const struct survey_case *of);

/**
 * survey_bars(survey, of):
 * NULL when the person may be asked at all: has not said no and was not asked,
 * by whatever body, within the cool days. Else why not. Whether there is a safe
 * way is for the gate.
 */
const char *
survey_bars(const struct survey *survey, const struct survey_case *of);

#endif /* HANDRAIL_HUB_SURVEYS_H */
