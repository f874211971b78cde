/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_MODEL_BUILTIN_H
#define HANDRAIL_MODEL_BUILTIN_H

#include "model/kind.h"

/*
 * The built-in kinds, one file each in model/kinds. There is no other list of
 * them.
 */

/* clang-format off */
#define BUILTIN_LIST(X) \
	X(person) \
	X(home) \
	X(crime) \
	X(outcome) \
	X(casefile) \
	X(contact) \
	X(safety) \
	X(consent) \
	X(referral) \
	X(step) \
	X(task) \
	X(note) \
	X(clock) \
	X(worker) \
	X(agency) \
	X(service) \
	X(household) \
	X(risk) \
	X(need) \
	X(plan) \
	X(action) \
	X(hearing) \
	X(told) \
	X(document) \
	X(complaint) \
	X(survey) \
	X(restorative) \
	X(compensation) \
	X(incident) \
	X(contract) \
	X(purpose) \
	X(measure) \
	X(risklog) \
	X(agreement) \
	X(feedrun) \
	X(request) \
	X(reply) \
	X(level) \
	X(chase) \
	X(event) \
	X(conference) \
	X(safeguarding) \
	X(suspect) \
	X(charge) \
	X(expense) \
	X(statement) \
	X(decision) \
	X(scheme) \
	X(party) \
	X(conflict) \
	X(order) \
	X(loan) \
	X(unmet) \
	X(transfer) \
	X(study)
/* clang-format on */

#define BUILTIN_KIND(name) extern const struct kind kind_##name;
BUILTIN_LIST(BUILTIN_KIND)
#undef BUILTIN_KIND

/**
 * builtin_kinds(n):
 * The table of them, in order of number; how many goes to ${n}. Lends.
 */
const struct kind *const *builtin_kinds(size_t *n);

#endif /* HANDRAIL_MODEL_BUILTIN_H */
