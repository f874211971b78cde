/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/random.h>

#include "base/chance.h"

void
chance_real(struct chance *c)
{
	*c = (struct chance){ 0 };
}

/* splitmix64, so that near seeds give unlike states. */
static uint64_t
spread(uint64_t *seed)
{
	uint64_t z = *seed += 0x9e3779b97f4a7c15u;

	z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
	z = (z ^ z >> 27) * 0x94d049bb133111ebu;
	return z ^ z >> 31;
}

void
chance_seed(struct chance *c, uint64_t seed)
{
	for (int i = 0; i < 4; i++)
		c->state[i] = spread(&seed);
	c->seeded = true;
}

static uint64_t
rotate(uint64_t v, int by)
{
	return v << by | v >> (64 - by);
}

/* xoshiro256** */
static uint64_t
next(uint64_t s[4])
{
	uint64_t out = rotate(s[1] * 5, 7) * 9, t = s[1] << 17;

	s[2] ^= s[0];
	s[3] ^= s[1];
	s[1] ^= s[2];
	s[0] ^= s[3];
	s[2] ^= t;
	s[3] = rotate(s[3], 45);
	return out;
}

static void
from_kernel(void *p, size_t n)
{
	while (n) {
		ssize_t got = getrandom(p, n < 256 ? n : 256, 0);

		if (got < 0 && errno != EINTR) {
			fputs("handrail: the system gives no random numbers\n",
			    stderr);
			abort();
		}
		if (got > 0) {
			p = (char *)p + got;
			n -= (size_t)got;
		}
	}
}

uint64_t
chance_u64(struct chance *c)
{
	uint64_t v;

	if (c->seeded)
		return next(c->state);
	from_kernel(&v, sizeof(v));
	return v;
}

/* Seeded bytes are the numbers' lowest byte first, on every machine. */
void
chance_bytes(struct chance *c, void *p, size_t n)
{
	uint8_t *at = p;
	uint64_t v = 0;

	if (!c->seeded) {
		from_kernel(p, n);
		return;
	}
	for (size_t i = 0; i < n; i++) {
		if (i % 8 == 0)
			v = next(c->state);
		at[i] = (uint8_t)(v >> (i % 8 * 8));
	}
}

uint64_t
chance_below(struct chance *c, uint64_t n)
{
	uint64_t over, v;

	assert(n);
	over = (0 - n) % n; /* how many of 2^64 would be one too many */
	do
		v = chance_u64(c);
	while (v < over);
	return v % n;
}

bool
chance_is(struct chance *c, uint64_t part, uint64_t whole)
{
	return chance_below(c, whole) < part;
}
