/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_ACTS_REPEATS_H
#define HANDRAIL_HUB_ACTS_REPEATS_H

#include "hub/doing.h"

/*
 * Work at a home is meant to stop it happening again. After it is done, new
 * crimes of the person and of those they live with are looked for.
 */

/**
 * repeats_look(d, order, again, f):
 * Whether a crime came after the work of ${order}, which is in hand; then the
 * order says so and its case has a task. ${again} may be NULL.
 */
NODISCARD enum rc repeats_look(struct doing *d, struct record *order,
    bool *again, struct fault *f);

/**
 * repeats_of(d, person, f):
 * The same for every order of ${person} that is being watched: for whoever has
 * just taken down a new crime of theirs.
 */
NODISCARD enum rc
repeats_of(struct doing *d, uint64_t person, struct fault *f);

#endif /* HANDRAIL_HUB_ACTS_REPEATS_H */
