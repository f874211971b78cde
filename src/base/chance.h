/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_BASE_CHANCE_H
#define HANDRAIL_BASE_CHANCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * The one door for chance outside the store, whose keys and nonces come from
 * libsodium. Real chance is the kernel's; seeded chance (xoshiro256**) gives
 * the same run for the same seed on every machine, for tests and for invented
 * people, and must never make anything secret.
 */
struct chance {
	uint64_t state[4];
	bool seeded;
};

/**
 * chance_real(c), chance_seed(c, seed):
 * Make ${c} one or the other.
 */
void chance_real(struct chance *c);
void chance_seed(struct chance *c, uint64_t seed);

/**
 * chance_bytes(c, p, n), chance_u64(c):
 * Fill ${n} bytes; one number.
 */
void chance_bytes(struct chance *c, void *p, size_t n);
uint64_t chance_u64(struct chance *c);

/**
 * chance_below(c, n):
 * One of 0 to ${n} - 1, each as likely. ${n} is not 0.
 */
uint64_t chance_below(struct chance *c, uint64_t n);

/**
 * chance_is(c, part, whole):
 * True ${part} times in ${whole}.
 */
bool chance_is(struct chance *c, uint64_t part, uint64_t whole);

#endif /* HANDRAIL_BASE_CHANCE_H */
