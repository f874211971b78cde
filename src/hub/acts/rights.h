/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_ACTS_RIGHTS_H
#define HANDRAIL_HUB_ACTS_RIGHTS_H

#include "hub/doing.h"
#include "hub/fact.h"

/**
 * rights_judge(d, casefile, facts, changed, f):
 * Look again at which categories of enhanced rights hold for ${casefile}. What
 * a rule finds begins a record, what it finds no longer ends one; what a person
 * gave stays until a person takes it away. ${changed} tells whether the level,
 * standard or enhanced, is another than before, so that clocks are re-timed. A
 * category that begins is a task: who else has a duty to them must know.
 */
NODISCARD enum rc rights_judge(struct doing *d, struct record *casefile,
    const struct facts *facts, bool *changed, struct fault *f);

#endif /* HANDRAIL_HUB_ACTS_RIGHTS_H */
