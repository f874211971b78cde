/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_BASE_WEEK_H
#define HANDRAIL_BASE_WEEK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * Hours of the week as people say them: "mon-fri 10-2", "weekdays after 6pm,
 * sat 9-11", "not after six". Hours after the first that are smaller are of the
 * afternoon. What stands behind "say" is a word to say and no time.
 */

struct buf;

/* One stretch, on each of its days: minutes from midnight, ${to} not in it. */
struct week_span {
	unsigned days; /* bit 0 is Monday */
	int from, to;
	bool shut; /* "not after six": taken out of the others */
};

#define WEEK_MOST 16

struct week {
	struct week_span at[WEEK_MOST];
	size_t n;
	bool unclear; /* it holds words that we cannot read as times */
};

/**
 * week_read(text, w):
 * Read ${text} into ${w}. No stretch at all means that no time could be made
 * out; the words that were not understood are told by w->unclear.
 */
void week_read(const char *text, struct week *w);

/**
 * week_is_open(w, now_ms):
 * Whether the wall clock at ${now_ms} lies in one of the stretches that are
 * open, or in any time when only shut ones were told, and in none that is shut.
 */
bool week_is_open(const struct week *w, int64_t now_ms);

/**
 * week_next(w, now_ms, next_ms):
 * The first moment from ${now_ms} on at which it is open;
 * false when there is none.
 */
bool week_next(const struct week *w, int64_t now_ms, int64_t *next_ms);

#endif /* HANDRAIL_BASE_WEEK_H */
