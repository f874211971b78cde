/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdlib.h>

#include "base/day.h"

#include "base/when.h"

/* Dates as kept: taking them apart, and writing them for people. */

struct kept {
	bool about;
	int y, m, d; /* m and d are 0 when not known */
	bool timed;
	int hour, minute;
};

/* ${n} digits at ${*at}, passed over; -1 when they are not there. */
static int
digits(const char **at, int n)
{
	int v = 0;

	while (n--) {
		if (**at < '0' || **at > '9')
			return -1;
		v = v * 10 + *(*at)++ - '0';
	}
	return v;
}

/* After ${before}, two digits up to ${most}; false when they are not there. */
static bool
pair(const char **at, char before, int most, int *v)
{
	if (**at != before)
		return false;
	(*at)++;
	*v = digits(at, 2);
	return *v >= 0 && *v <= most;
}

static bool
take_apart(const char *at, struct kept *k)
{
	int32_t day;

	*k = (struct kept){ 0 };
	k->about = *at == '~';
	at += k->about;
	if ((k->y = digits(&at, 4)) < 1)
		return false;
	if (!*at)
		return true;
	if (!pair(&at, '-', 12, &k->m) || !k->m)
		return false;
	if (!*at)
		return true;
	if (!pair(&at, '-', 31, &k->d) || !day_of(k->y, k->m, k->d, &day))
		return false;
	if (!*at)
		return true;
	k->timed = true;
	return pair(&at, 'T', 23, &k->hour) && pair(&at, ':', 59, &k->minute) &&
	       !*at;
}

bool
when_is(const char *iso)
{
	struct kept k;

	return take_apart(iso, &k);
}

bool
when_days(const char *iso, int32_t *first, int32_t *last)
{
	struct kept k;
	int m;

	if (!take_apart(iso, &k))
		return false;
	m = k.m ? k.m : 12;
	return day_of(k.y, k.m ? k.m : 1, k.d ? k.d : 1, first) &&
	       day_of(k.y, m, k.d ? k.d : day_in_month(k.y, m), last);
}

bool
when_moment(const char *iso, int64_t *ms)
{
	struct kept k;

	if (!take_apart(iso, &k))
		return false;
	*ms = moment_of_local(k.y, k.m ? k.m : 1, k.d ? k.d : 1, k.hour,
	    k.minute, 0);
	return true;
}

/* Whole years from ${born} to ${day}. */
static int
years_between(int32_t born, int32_t day)
{
	int by, bm, bd, y, m, d;

	day_split(born, &by, &bm, &bd);
	day_split(day, &y, &m, &d);
	return y - by - (m < bm || (m == bm && d < bd));
}

bool
when_age(const char *iso, int64_t now_ms, int *least, int *most)
{
	int32_t first, last, today = moment_day(now_ms);

	if (!when_days(iso, &first, &last) || first > today)
		return false;
	*most = years_between(first, today);
	*least = last > today ? 0 : years_between(last, today);
	return true;
}

static void
put_kept(const struct kept *k, struct buf *out)
{
	if (k->about)
		buf_puts(out, "about ");
	if (k->d)
		buf_printf(out, "%d ", k->d);
	if (k->m)
		buf_printf(out, "%.3s ", month_name(k->m));
	buf_printf(out, "%d", k->y);
	if (k->timed)
		buf_printf(out, " %02d:%02d", k->hour, k->minute);
}

void
when_show(const char *iso, struct buf *out)
{
	struct kept k;

	if (take_apart(iso, &k))
		put_kept(&k, out);
	else
		buf_puts(out, iso);
}

/* "3 days ago", "in 2 months", by ${n} from now. */
static void
put_distance(struct buf *out, int n, const char *unit)
{
	int size = abs(n);

	buf_printf(out, "%s%d %s%s%s", n > 0 ? "in " : "", size, unit,
	    size == 1 ? "" : "s", n < 0 ? " ago" : "");
}

/* "this month", "last month", "next month", or how many away. */
static void
put_near(struct buf *out, int n, const char *unit)
{
	if (abs(n) > 1)
		put_distance(out, n, unit);
	else
		buf_printf(out, "%s %s",
		    n < 0 ? "last"
		    : n   ? "next"
			  : "this",
		    unit);
}

static void
put_day_distance(struct buf *out, int32_t day, int32_t today)
{
	int n = day - today, years = n < 0 ? years_between(day, today)
					   : years_between(today, day);

	if (n == 0)
		buf_puts(out, "today");
	else if (n == -1)
		buf_puts(out, "yesterday");
	else if (n == 1)
		buf_puts(out, "tomorrow");
	else if (abs(n) <= 60)
		put_distance(out, n, "day");
	else if (years < 2)
		put_distance(out, n * 12 / 365, "month");
	else
		put_distance(out, n < 0 ? -years : years, "year");
}

void
when_echo(const char *iso, int64_t now_ms, struct buf *out)
{
	int32_t today = moment_day(now_ms), day = 0;
	struct kept k;
	int y, m;

	if (!take_apart(iso, &k)) {
		buf_puts(out, iso);
		return;
	}
	if (k.d) {
		day_of(k.y, k.m, k.d, &day);
		buf_printf(out, "%.3s ", day_name(day_weekday(day)));
	}
	put_kept(&k, out);
	day_split(today, &y, &m, NULL);
	buf_puts(out, " (");
	if (k.d)
		put_day_distance(out, day, today);
	else if (k.m)
		put_near(out, (k.y - y) * 12 + k.m - m, "month");
	else
		put_near(out, k.y - y, "year");
	buf_puts(out, ")");
}

void
when_echo_birth(const char *iso, int64_t now_ms, struct buf *out)
{
	int least, most, y;
	struct kept k;

	when_show(iso, out);
	if (!take_apart(iso, &k) || !when_age(iso, now_ms, &least, &most))
		return;
	day_split(moment_day(now_ms), &y, NULL, NULL);
	if (k.about)
		buf_printf(out, ", about %dy", y - k.y);
	else if (least == most)
		buf_printf(out, " %dy", most);
	else
		buf_printf(out, " %d or %dy", least, most);
}
