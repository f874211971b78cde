/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_ACTS_CLOCKING_H
#define HANDRAIL_HUB_ACTS_CLOCKING_H

#include "hub/doing.h"

/*
 * What the clocks of a case hear of. Every act that is an event of the rules in
 * data/deadlines calls here, in its own doing, so that the act and its clocks
 * stand or fall together. All of it may be called twice, late and in any
 * order: a clock starts once for one event on one day, a stop that was known
 * before its start still meets it, and the earliest of several stops counts.
 */

/**
 * clocking_event(d, casefile, event, on, f):
 * ${event} happened to ${casefile} at ${on}, a when as kept; NULL or "" is now.
 * Starts a clock for every rule in force that day whose trigger names it, and
 * meets every clock that began by then whose stop names it. Names are the words
 * of data/codes/event.cfg; one that no rule names does nothing.
 */
NODISCARD enum rc clocking_event(struct doing *d, const struct record *casefile,
    const char *event, const char *on, struct fault *f);

/**
 * clocking_state(d, casefile, state, on, f):
 * The same for a case that has come to ${state}: the event "state:S09".
 */
NODISCARD enum rc clocking_state(struct doing *d, const struct record *casefile,
    const char *state, const char *on, struct fault *f);

/**
 * clocking_told(d, casefile, told, f):
 * The victim was told what ${told} says, when it says: meets the clocks that
 * this telling answers.
 */
NODISCARD enum rc clocking_told(struct doing *d, const struct record *casefile,
    const struct record *told, struct fault *f);

/**
 * clocking_retime(d, casefile, f):
 * The level of rights of ${casefile}, in hand, has just changed. Shorter limits
 * count from now; none is made longer.
 */
NODISCARD enum rc
clocking_retime(struct doing *d, struct record *casefile, struct fault *f);

/**
 * clocking_opened(d, casefile, reported, f):
 * A case was opened, ${reported} to the police or not: the events that opening
 * it is.
 */
NODISCARD enum rc clocking_opened(struct doing *d,
    const struct record *casefile, bool reported, struct fault *f);

#endif /* HANDRAIL_HUB_ACTS_CLOCKING_H */
