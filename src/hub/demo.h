/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_DEMO_H
#define HANDRAIL_HUB_DEMO_H

#include <stddef.h>
#include <stdint.h>

#include "base/rc.h"
#include "hub/invent.h"

/*
 * A whole demonstration: a store with its areas, a user for each role whose
 * passphrase stands in the store's file "demo", and the invented people. What
 * there is of each is said in data/demo.
 */

/* How many people there are, and which, when nobody says. */
#define DEMO_PEOPLE 2000
#define DEMO_SEED 1

struct demo {
	const char *store; /* the folder: absent or empty */
	const char *data;  /* the folder of definition files */
	int64_t now_ms;    /* pretend it is this; 0: the real clock */
	size_t people;     /* 0: DEMO_PEOPLE */
	uint64_t seed;     /* 0: DEMO_SEED */
	invent_progress_fn *progress; /* NULL, or told how far it is */
	void *arg;
};

/**
 * demo_make(demo, f):
 * Make it. RC_SYSTEM when there is something in the folder already. On failure
 * the folder may hold a store that is not complete: remove it.
 */
NODISCARD enum rc demo_make(const struct demo *demo, struct fault *f);

#endif /* HANDRAIL_HUB_DEMO_H */
