/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/day.h"
#include "base/str.h"

#include "base/when_inside.h"

/*
 * Reading dates as typed. The text is made small and parted from left to
 * right: when_day.c takes the day, when_time.c what follows.
 */

enum take
typed_wrong(struct typed *t, const char *sentence)
{
	fault_set(t->fault, RC_INVALID, "%s", sentence);
	return WRONG;
}

void
typed_blanks(struct typed *t)
{
	while (*t->at == ' ')
		t->at++;
}

size_t
typed_digits(const char *at)
{
	return strspn(at, "0123456789");
}

int
typed_number(const char *at, size_t n)
{
	int v = 0;

	while (n--)
		v = v * 10 + *at++ - '0';
	return v;
}

/* "c 1984" or "~1984". "c" alone begins no month and no weekday. */
static bool
read_about(struct typed *t)
{
	if (*t->at != '~' && *t->at != 'c')
		return false;
	t->at++;
	t->about = true;
	typed_blanks(t);
	return true;
}

static enum take
check_birth(struct typed *t)
{
	if (t->way != WHEN_BIRTH)
		return YES;
	if (t->day > t->today)
		return typed_wrong(t, "a birth date cannot be in the future");
	if (t->day < day_add_months(t->today, -121 * 12))
		return typed_wrong(t, "over 120 years ago: check the year");
	return YES;
}

static void
put_pair(struct buf *out, char before, int v)
{
	buf_printf(out, "%c%02d", before, v);
}

static void
write_kept(const struct typed *t, char kept[WHEN_ROOM])
{
	struct buf out = { 0 };
	int y, m, d;

	day_split(t->day, &y, &m, &d);
	buf_printf(&out, "%s%04d", t->about ? "~" : "", y);
	if (!t->year_only)
		put_pair(&out, '-', m);
	if (!t->year_only && !t->month_only)
		put_pair(&out, '-', d);
	if (t->timed) {
		put_pair(&out, 'T', t->hour);
		put_pair(&out, ':', t->minute);
	}
	str_set(kept, WHEN_ROOM, buf_str(&out));
	buf_release(&out);
}

/* Small letters and single blanks; false when it is too long to be a date. */
static bool
make_small(const char *text, char small[TYPED_MOST])
{
	struct span s = str_trimmed(span_str(text));
	const char *at = s.at;
	size_t n = 0;

	for (size_t i = 0; i < s.len; i++) {
		char c = at[i] == '\t' || at[i] == ',' ? ' ' : at[i];

		if (c == ' ' && n && small[n - 1] == ' ')
			continue;
		if (n + 1 == TYPED_MOST)
			return false;
		small[n++] = c;
	}
	small[n] = '\0';
	str_lower(small);
	return n > 0;
}

/* A text as kept, such as feeds are full of, needs no reading. */
static bool
is_kept(const char *text, enum when_way way)
{
	int32_t first, last;
	int y;

	if (way == WHEN_BIRTH || !when_days(text, &first, &last))
		return false;
	day_split(first, &y, NULL, NULL);
	return y >= YEAR_LEAST && y <= YEAR_MOST;
}

enum rc
when_parse(const char *text, int64_t now_ms, enum when_way way,
    char out[WHEN_ROOM], struct fault *f)
{
	char small[TYPED_MOST];
	struct typed t = { .at = small,
		.way = way,
		.now = now_ms,
		.today = moment_day(now_ms),
		.fault = f };
	enum take took = NO;

	if (is_kept(text, way)) {
		str_set(out, WHEN_ROOM, text);
		return RC_OK;
	}
	if (make_small(text, small))
		took = read_about(&t) ? when_read_date(&t) : when_read_day(&t);
	if (took == YES && when_read_time(&t) == WRONG)
		took = WRONG;
	if (took == YES)
		took = check_birth(&t);
	if (took == YES && *t.at)
		took = NO;
	if (took == NO)
		return fault_set(f, RC_INVALID,
		    "not a date: try 21/9/26, 21sep, y, fri or -3");
	if (took == WRONG)
		return RC_INVALID;
	write_kept(&t, out);
	return RC_OK;
}
