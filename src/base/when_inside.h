/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_BASE_WHEN_INSIDE_H
#define HANDRAIL_BASE_WHEN_INSIDE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/when.h"

/*
 * The inside of reading a date as typed, for when.c, which begins and ends it,
 * when_day.c, which takes the day, and when_time.c, which takes what follows.
 * Each reader looks at the rest of the text and either takes its part and says
 * YES, or leaves all as it was and says NO, or says WRONG with a sentence.
 */

#define TYPED_MOST 40
#define YEAR_LEAST 1850
#define YEAR_MOST 2200

enum take { NO, YES, WRONG };

struct typed {
	const char *at;
	enum when_way way;
	int32_t today;
	int64_t now;
	int sign; /* what + or - said; 0 is neither */
	bool about, year_only, month_only, timed;
	int32_t day; /* the first, if only year or month is known */
	int hour, minute;
	struct fault *fault;
};

/**
 * when_read_day(t), when_read_date(t), when_read_time(t):
 * Take the day that ${t} is at, counted from today or a date; a date only; the
 * time.
 */
enum take when_read_day(struct typed *t);
enum take when_read_date(struct typed *t);
enum take when_read_time(struct typed *t);

/**
 * typed_wrong(t, sentence):
 * WRONG, for this reason.
 */
enum take typed_wrong(struct typed *t, const char *sentence);

/**
 * typed_blanks(t):
 * Go past blanks.
 */
void typed_blanks(struct typed *t);

/**
 * typed_digits(at), typed_number(at, n):
 * How many digits begin here; ${n} of them, at most 9, as a number.
 */
size_t typed_digits(const char *at);
int typed_number(const char *at, size_t n);

#endif /* HANDRAIL_BASE_WHEN_INSIDE_H */
