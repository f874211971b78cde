/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdlib.h>
#include <time.h>

#include "base/mem.h"

#include "base/clock.h"

enum way { REAL, FIXED, FROM };

struct clock {
	enum way way;
	int64_t ms;    /* FIXED: the time; FROM: the time when it began */
	int64_t began; /* FROM: clock_ticks() then */
};

static struct clock *
clock_new(enum way way, int64_t ms)
{
	struct clock *c = mem_get(sizeof(*c));

	*c = (struct clock){ way, ms, clock_ticks() };
	return c;
}

struct clock *
clock_real(void)
{
	return clock_new(REAL, 0);
}

struct clock *
clock_fixed(int64_t ms)
{
	return clock_new(FIXED, ms);
}

struct clock *
clock_from(int64_t ms)
{
	return clock_new(FROM, ms);
}

void
clock_free(struct clock *c)
{
	free(c);
}

static int64_t
nanoseconds(clockid_t id)
{
	struct timespec t;

	clock_gettime(id, &t);
	return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

int64_t
clock_ticks(void)
{
	return nanoseconds(CLOCK_MONOTONIC);
}

int64_t
clock_now(const struct clock *c)
{
	switch (c->way) {
	case FIXED:
		return c->ms;
	case FROM:
		return c->ms + (clock_ticks() - c->began) / 1000000;
	default:
		return nanoseconds(CLOCK_REALTIME) / 1000000;
	}
}

void
clock_set(struct clock *c, int64_t ms)
{
	c->ms = ms;
}

void
clock_pass(struct clock *c, int64_t ms)
{
	c->ms += ms;
}
