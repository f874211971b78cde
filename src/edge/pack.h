/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_EDGE_PACK_H
#define HANDRAIL_EDGE_PACK_H

#include <stdint.h>

#include "base/rc.h"

struct buf;
struct hub;

/**
 * pack_write(hub, casefile, out, f):
 * Add to ${out} what goes to the risk conference that the case ${casefile} is
 * referred to: plain text, who and why, the assessment, the history, how it is
 * safe to reach them. No address of any sort is in it, and a number only when
 * the gate lets it be rung. RC_UNLAWFUL when nothing is referred.
 */
NODISCARD enum rc pack_write(
    struct hub *hub, uint64_t casefile, struct buf *out, struct fault *f);

#endif /* HANDRAIL_EDGE_PACK_H */
