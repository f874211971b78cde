/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_BASE_WHEN_H
#define HANDRAIL_BASE_WHEN_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/rc.h"

/*
 * Dates as people say them. What is kept is a text as exact as what was said:
 * "2026", "2026-11", "2026-11-21" or "2026-11-21T23:00" (wall clock), with "~"
 * before it when it is about or estimated. A kept text parses to itself.
 *
 * What may be typed, case free ("+" and "-" override the field's direction):
 *
 *	t y -3 +2w 3d	today, yesterday, three days ago, in two weeks
 *	fri -fri	the latest Friday up to today; in a future field the
 *next 210926 21092026	21/9 21/9/26 21sep 21 sep 2026 sep sep 2026 2026
 *	... 2300 915 7pm 7:30pm noon am pm eve night	a time after any day
 *	c 1984		about
 *	42		in a birth field, an age
 */

enum when_way {
	WHEN_PAST,   /* looks back: when it happened */
	WHEN_FUTURE, /* looks forward: when it is due */
	WHEN_BIRTH   /* looks back, never into the future, and takes an age */
};

#define WHEN_ROOM 24

/**
 * when_parse(text, now_ms, way, out, f):
 * Read ${text} as typed at the moment ${now_ms} and write the text to keep. A
 * fault says what is wrong with it without repeating it. Nothing is written
 * then.
 */
NODISCARD enum rc when_parse(const char *text, int64_t now_ms,
    enum when_way way, char out[WHEN_ROOM], struct fault *f);

/**
 * when_is(iso):
 * Whether ${iso} is a text as kept: right form, and such a day exists.
 */
bool when_is(const char *iso);

/**
 * when_days(iso, first, last):
 * The first and last day it can mean ("2026-11" is 30 days). False when it is
 * not a text as kept.
 */
bool when_days(const char *iso, int32_t *first, int32_t *last);

/**
 * when_moment(iso, ms):
 * The earliest moment it can mean. False when it is not a text as kept.
 */
bool when_moment(const char *iso, int64_t *ms);

/**
 * when_age(iso, now_ms, least, most):
 * How many whole years old someone born then can be. False when it is not a
 * text as kept, or is in the future.
 */
bool when_age(const char *iso, int64_t now_ms, int *least, int *most);

/**
 * when_show(iso, out):
 * Add it as people write it: "21 Nov 2026 23:00", "Nov 2026", "about 1984". A
 * text not as kept is added as it is.
 */
void when_show(const char *iso, struct buf *out);

/**
 * when_echo(iso, now_ms, out):
 * Add it with weekday and distance to be read back aloud: "Sat 21 Nov 2026
 * (yesterday)", "Fri 20 Nov 2026 23:00 (2 days ago)", "Nov 2026 (this month)".
 */
void when_echo(const char *iso, int64_t now_ms, struct buf *out);

/**
 * when_echo_birth(iso, now_ms, out):
 * Add it with the age: "12 Mar 1984 42y", "about 1984, about 42y".
 */
void when_echo_birth(const char *iso, int64_t now_ms, struct buf *out);

#endif /* HANDRAIL_BASE_WHEN_H */
