/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_ACTS_FACTS_H
#define HANDRAIL_HUB_ACTS_FACTS_H

#include "hub/doing.h"
#include "hub/fact.h"

/*
 * When what is known of a case has changed, everything that follows from it is
 * looked at again: enhanced rights and the clocks that run by them, the level
 * of service, what the rules of risk ask for, the steps when somebody may be in
 * danger. An act that changes facts (what happened, risk, needs, household,
 * birth date, category, what is safe) calls one of these before it ends.
 */

/**
 * facts_changed(d, casefile, f):
 * Look again at ${casefile}, which is in hand. A closed case is left as it is.
 */
NODISCARD enum rc facts_changed(
    struct doing *d, struct record *casefile, struct fault *f);

/**
 * facts_changed_for(d, person, f):
 * The same for every open case of ${person}: a birth date, a household, a new
 * incident are known to all of them.
 */
NODISCARD enum rc facts_changed_for(
    struct doing *d, uint64_t person, struct fault *f);

/**
 * facts_event(d, casefile, event, f):
 * Something happened ("incident", "safety", "household", "court", "release",
 * "charge") that asks for needs or risk to be gone through again: the tasks
 * that data/needs names. Only for what was assessed before.
 */
NODISCARD enum rc facts_event(struct doing *d, const struct record *casefile,
    const char *event, struct fault *f);

/**
 * facts_event_for(d, person, event, f):
 * The same for every open case of ${person}.
 */
NODISCARD enum rc facts_event_for(struct doing *d, uint64_t person,
    const char *event, struct fault *f);

/**
 * facts_gather(d, casefile, facts, f):
 * All that is known of the case, those records included that this doing has in
 * hand. Lends from the doing.
 */
NODISCARD enum rc facts_gather(struct doing *d, const struct record *casefile,
    struct facts *facts, struct fault *f);

/* What the rules of risk gave. */
struct facts_found {
	char rules[64];    /* "DR1 DR4" */
	char criteria[16]; /* of a risk conference: "v j" */
	const char *grade; /* the grade is this at least; NULL */
};

/**
 * facts_rules(d, casefile, facts, raised, found, f):
 * Do what the rules of risk that hold ask for: tasks, flags, steps. ${raised}:
 * judgement put the grade above the score.
 */
NODISCARD enum rc facts_rules(struct doing *d, struct record *casefile,
    const struct facts *facts, bool raised, struct facts_found *found,
    struct fault *f);

/**
 * facts_add_code(r, tag, code):
 * Put ${code} among the blank-parted codes of a cell, once.
 */
void facts_add_code(struct record *r, unsigned tag, const char *code);

#endif /* HANDRAIL_HUB_ACTS_FACTS_H */
