/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_ACTS_REGISTER_H
#define HANDRAIL_HUB_ACTS_REGISTER_H

#include "hub/doing.h"

/*
 * What the acts over complaints, surveys and requests share: values from the
 * slip into a record by a table, the newest of somebody's records, the day a
 * rule of data/deadlines falls.
 */

/* A line of the slip, and the field it goes into. */
struct register_value {
	const char *name;
	uint16_t tag;
};

/**
 * register_fill(d, r, values, n, f):
 * Set each field from its line, where the slip has one. RC_INVALID, with the
 * line's name, for what cannot be read.
 */
NODISCARD enum rc register_fill(struct doing *d, struct record *r,
    const struct register_value *values, size_t n, struct fault *f);

/**
 * register_open(d, kind, name, parent, r, f):
 * Open the record of ${kind} that the slip names by id in ${name}, or else the
 * newest that belongs to ${parent}. RC_MISSING with a sentence.
 */
NODISCARD enum rc register_open(struct doing *d, unsigned kind,
    const char *name, uint64_t parent, struct record **r, struct fault *f);

/**
 * register_due(d, rule, r, on, due, f):
 * Set field ${due} of ${r} to when ${rule}, counted from field ${on}, falls.
 * A rule that is not there, or has no number, sets nothing.
 */
NODISCARD enum rc register_due(struct doing *d, const char *rule,
    struct record *r, unsigned on, unsigned due, struct fault *f);

/**
 * register_now(d, r, tag):
 * Set field ${tag} to the present, unless it says something.
 */
void register_now(const struct doing *d, struct record *r, unsigned tag);

#endif /* HANDRAIL_HUB_ACTS_REGISTER_H */
