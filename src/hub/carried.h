/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_CARRIED_H
#define HANDRAIL_HUB_CARRIED_H

#include "hub/gate.h"

/*
 * How to reach somebody safely, in words that go along with a referral: the
 * rule, not whether it is open at this moment. It names no address.
 */

/**
 * carried_words(v, n, out):
 * Add what the ${n} verdicts, one a way and the telephone first, say: "No text.
 * No voicemail. Ring Mon-Fri 10-14. Say: DENTIST."
 */
void carried_words(const struct gate_verdict *v, size_t n, struct buf *out);

/* The ways that are told, the telephone first. */
#define CARRIED_WAYS 5
extern const enum gate_way carried_ways[CARRIED_WAYS];

#endif /* HANDRAIL_HUB_CARRIED_H */
