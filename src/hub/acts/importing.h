/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_ACTS_IMPORTING_H
#define HANDRAIL_HUB_ACTS_IMPORTING_H

#include "hub/bulk.h"
#include "hub/doing.h"

/* One row of a feed, as an act of import takes it. */
typedef enum rc importing_fn(
    struct doing *, enum bulk_fate *fate, struct fault *);

/**
 * importing_of(tag):
 * What does one row under the act numbered ${tag}; NULL if it is not an act of
 * import.
 */
importing_fn *importing_of(unsigned tag);

/**
 * importing_fate(d, was, is):
 * New, changed or the same.
 */
enum bulk_fate importing_fate(
    struct doing *d, const struct record *was, const struct record *is);

/**
 * importing_run(d, import, f):
 * The act for a single row, as `handrailctl act` does it.
 */
NODISCARD enum rc importing_run(
    struct doing *d, importing_fn *import, struct fault *f);

importing_fn import_crime, import_outcome, import_police_referral,
    import_person, import_survey_reply;

/**
 * outcome_wording(d, outcome):
 * How the force words it. Lends.
 */
const char *outcome_wording(
    const struct doing *d, const struct record *outcome);

/**
 * outcome_lands(d, crime, outcome, wording, month, f):
 * A force's outcome of ${crime} has become known: move every case that hangs
 * on it and raise a task to tell the victim.
 */
NODISCARD enum rc outcome_lands(struct doing *d, uint64_t crime,
    uint64_t outcome, const char *wording, const char *month, struct fault *f);

#endif /* HANDRAIL_HUB_ACTS_IMPORTING_H */
