/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_ACTS_GUARDING_H
#define HANDRAIL_HUB_ACTS_GUARDING_H

#include "hub/doing.h"

/*
 * Steps when somebody may be in danger (data/safeguarding). They stand open
 * with a task beside them until every step that must be taken was taken, and
 * the case cannot be closed before.
 */

/**
 * guarding_open(d, casefile, sort, why, f):
 * Open the steps ${sort} on the case, unless it has them already.
 */
NODISCARD enum rc guarding_open(struct doing *d, const struct record *casefile,
    const char *sort, const char *why, struct fault *f);

/**
 * guarding_find(d, casefile, sort, found, f):
 * The newest steps of that sort on the case into ${found}; 0 when it has none.
 */
NODISCARD enum rc guarding_find(struct doing *d, uint64_t casefile,
    const char *sort, uint64_t *found, struct fault *f);

/**
 * guarding_letters(d, casefile, f):
 * Open the steps that the risk letters of the case ask for.
 */
NODISCARD enum rc guarding_letters(
    struct doing *d, const struct record *casefile, struct fault *f);

/**
 * guarding_check_closed(d, casefile, f):
 * RC_UNLAWFUL, with what is left to do, while steps stand open on the case.
 */
NODISCARD enum rc guarding_check_closed(
    struct doing *d, uint64_t casefile, struct fault *f);

#endif /* HANDRAIL_HUB_ACTS_GUARDING_H */
