/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_ACTS_CARD_OF_H
#define HANDRAIL_HUB_ACTS_CARD_OF_H

#include "hub/doing.h"

/**
 * card_of(d, person, card, f):
 * The safety card of ${person}, which is in hand, itself in hand; a new one
 * when nobody asked yet.
 */
NODISCARD enum rc card_of(struct doing *d, struct record *person,
    struct record **card, struct fault *f);

/**
 * card_asked(d, card):
 * They were asked now, by the worker who is signed in.
 */
void card_asked(struct doing *d, struct record *card);

#endif /* HANDRAIL_HUB_ACTS_CARD_OF_H */
