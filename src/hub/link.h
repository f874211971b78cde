/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_LINK_H
#define HANDRAIL_HUB_LINK_H

#include <stddef.h>
#include <stdint.h>

#include "base/rc.h"
#include "hub/link_pair.h"
#include "hub/link_train.h"

/*
 * Who may be written down twice, over everybody this worker may read: the cards
 * of all people and where they live, compared by the rules of data/linkage.
 */

struct hub;

struct link_run;

/**
 * link_run_open(hub, run, f):
 * Read the rules and make the cards. What this worker has no key to is not on
 * them. Given back to link_run_close(), which wipes them.
 */
NODISCARD enum rc
link_run_open(struct hub *hub, struct link_run **run, struct fault *f);
void link_run_close(struct link_run *run);

const struct link_rules *link_run_rules(const struct link_run *run);
size_t link_run_people(const struct link_run *run);

/**
 * link_run_person(run, place):
 * Whose card stands there: pairs name people by place.
 */
uint64_t link_run_person(const struct link_run *run, size_t place);

/* Pairs, the most likely first; of equals those of older records. */
struct link_pairs {
	struct link_pair *at;
	size_t n;
	size_t compared; /* pairs that were looked at */
};

/**
 * link_run_pairs(run, threshold, pairs, f):
 * Every pair whose probability is ${threshold} or more or, for a threshold
 * above 1, whose weight is. To be given back with link_pairs_release().
 */
NODISCARD enum rc link_run_pairs(struct link_run *run, double threshold,
    struct link_pairs *pairs, struct fault *f);
void link_pairs_release(struct link_pairs *pairs);

/**
 * link_run_train(run, told, f):
 * Put into the run's rules the weights that these people give; see
 * link_train(). The same records give the same weights.
 */
NODISCARD enum rc link_run_train(struct link_run *run,
    struct link_trained *told, struct fault *f);

#endif /* HANDRAIL_HUB_LINK_H */
