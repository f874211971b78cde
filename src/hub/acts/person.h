/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_ACTS_PERSON_H
#define HANDRAIL_HUB_ACTS_PERSON_H

#include "hub/doing.h"

/**
 * person_of_slip(d, r, f):
 * Open the person that the slip names in "person", by id or reference, and say
 * so in what was done.
 */
NODISCARD enum rc person_of_slip(
    struct doing *d, struct record **r, struct fault *f);

#endif /* HANDRAIL_HUB_ACTS_PERSON_H */
