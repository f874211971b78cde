/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_BASE_POSTCODE_H
#define HANDRAIL_BASE_POSTCODE_H

#include "base/rc.h"

/*
 * United Kingdom postcodes by their shape; whether such a street exists is not
 * known here.
 */

#define POSTCODE_ROOM 10

/* What is kept for a person of no fixed address. */
#define POSTCODE_NONE "NFA"

/**
 * postcode_normal(text, out, f):
 * Read a postcode in any case, with or without its space, and write it as
 * "LE97 1AB", putting O and 0, I and 1 right by their place. An outward code
 * alone ("LE97") is taken; "nfa" and "no fixed address" give POSTCODE_NONE.
 * RC_INVALID, with ${out} empty, for anything else.
 */
NODISCARD enum rc
postcode_normal(const char *text, char out[POSTCODE_ROOM], struct fault *f);

/**
 * postcode_outward(kept, out), postcode_area(kept, out):
 * The part before the space, "LE97"; its letters, "LE". Empty for NFA.
 */
void postcode_outward(const char *kept, char out[POSTCODE_ROOM]);
void postcode_area(const char *kept, char out[POSTCODE_ROOM]);

#endif /* HANDRAIL_BASE_POSTCODE_H */
