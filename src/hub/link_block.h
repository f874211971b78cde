/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_LINK_BLOCK_H
#define HANDRAIL_HUB_LINK_BLOCK_H

#include <stddef.h>

#include "base/rc.h"
#include "hub/link_likeness.h"

/*
 * Which pairs are worth a comparison: those that share a key of one of the
 * rules' blocks. All others are taken to be of different people, which is what
 * makes a million records a matter of minutes.
 */

typedef enum rc link_block_fn(size_t a, size_t b, void *arg);

/**
 * link_blocks(look, widest, fn, arg):
 * Call ${fn} once for each pair of places a < b of cards that share a key. A
 * key that more than ${widest} cards have says too little and is passed over:
 * those pairs are met under another key or not at all. Anything but RC_OK from
 * ${fn} stops and is returned.
 */
NODISCARD enum rc link_blocks(const struct link_look *look, size_t widest,
    link_block_fn *fn, void *arg);

#endif /* HANDRAIL_HUB_LINK_BLOCK_H */
