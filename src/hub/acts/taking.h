/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_ACTS_TAKING_H
#define HANDRAIL_HUB_ACTS_TAKING_H

#include "hub/doing.h"

/*
 * A referral in the taking: what a caller says and what a force sends end in
 * the same records by the same steps, which stand here once.
 */

struct taking {
	struct doing *d;
	struct record *person, *casefile, *safety;
	uint64_t person_id, casefile_id; /* 0: fresh ones */
	const char *crime_key;		 /* the force's name for it; "" none */
	bool known;			 /* the person was there before */
	bool called;			 /* someone rang, and was heard */
};

/**
 * taking_person(t, f), taking_safety(t, f), taking_home(t, f),
 * taking_casefile(t, f), taking_consent(t, f), taking_referral(t, f),
 * taking_next(t, f):
 * The steps, in this order. Each reads its part of the slip and leaves its
 * records in hand.
 */
NODISCARD enum rc taking_person(struct taking *t, struct fault *f);
NODISCARD enum rc taking_safety(struct taking *t, struct fault *f);
NODISCARD enum rc taking_home(struct taking *t, struct fault *f);
NODISCARD enum rc taking_casefile(struct taking *t, struct fault *f);
NODISCARD enum rc taking_consent(struct taking *t, struct fault *f);
NODISCARD enum rc taking_referral(struct taking *t, struct fault *f);
NODISCARD enum rc taking_next(struct taking *t, struct fault *f);

#endif /* HANDRAIL_HUB_ACTS_TAKING_H */
