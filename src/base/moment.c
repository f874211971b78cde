/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stddef.h>
#include <stdio.h>

#include "base/day.h"

#define MINUTE 60
#define HOUR 3600
#define DAY 86400

/* Rounding down, also before 1970. */
static int64_t
floor_div(int64_t a, int64_t b)
{
	return a / b - (a % b < 0);
}

/* The last Sunday of that month, 01:00 UTC, in seconds. */
static int64_t
change_of(int y, int m)
{
	int32_t last = 0;

	day_of(y, m, 31, &last);
	return (int64_t)(last - (day_weekday(last) + 1) % 7) * DAY + HOUR;
}

static int64_t
summer_time(int64_t s)
{
	int y;

	day_split((int32_t)floor_div(s, DAY), &y, NULL, NULL);
	return s >= change_of(y, 3) && s < change_of(y, 10) ? HOUR : 0;
}

/* Seconds on the wall clock, as if it were UTC. */
static int64_t
wall(int64_t ms)
{
	int64_t s = floor_div(ms, 1000);

	return s + summer_time(s);
}

static void
put(int *at, int64_t v)
{
	if (at)
		*at = (int)v;
}

void
moment_local(int64_t ms, int *y, int *mo, int *d, int *h, int *mi, int *s)
{
	int64_t at = wall(ms), day = floor_div(at, DAY), rest = at - day * DAY;

	day_split((int32_t)day, y, mo, d);
	put(h, rest / HOUR);
	put(mi, rest % HOUR / MINUTE);
	put(s, rest % MINUTE);
}

int32_t
moment_day(int64_t ms)
{
	return (int32_t)floor_div(wall(ms), DAY);
}

/*
 * Try the summer reading first: for an hour shown twice it is the earlier. In
 * the hour skipped neither reading shows the wall clock asked for, and the
 * winter one is the same instant an hour on.
 */
int64_t
moment_of_local(int y, int mo, int d, int h, int mi, int s)
{
	int32_t day = 0;
	int64_t at;

	day_of(y, mo, d, &day);
	at = (int64_t)day * DAY + h * HOUR + mi * MINUTE + s;
	if (summer_time(at - HOUR))
		at -= HOUR;
	return at * 1000;
}

void
moment_show(int64_t ms, char out[17])
{
	int h, mi;

	day_show(moment_day(ms), out);
	moment_local(ms, NULL, NULL, NULL, &h, &mi, NULL);
	snprintf(out + 10, 7, " %02u:%02u", (unsigned)h % 24,
	    (unsigned)mi % 60);
}

void
moment_iso(int64_t ms, char out[25])
{
	int64_t s = floor_div(ms, 1000), day = floor_div(s, DAY);
	unsigned rest = (unsigned)(s - day * DAY);

	day_show((int32_t)day, out);
	snprintf(out + 10, 15, "T%02u:%02u:%02u.%03uZ", rest / HOUR % 24,
	    rest % HOUR / MINUTE, rest % MINUTE,
	    (unsigned)(ms - s * 1000) % 1000);
}

/* Two digits, at most ${most}; -1 when they are not there. */
static int
two(const char *at, int most)
{
	int v;

	if (at[0] < '0' || at[0] > '9' || at[1] < '0' || at[1] > '9')
		return -1;
	v = (at[0] - '0') * 10 + at[1] - '0';
	return v <= most ? v : -1;
}

/* ".123456" as milliseconds; what is finer is dropped. */
static const char *
fraction(const char *at, int *ms)
{
	int weight = 100;

	*ms = 0;
	if (*at != '.')
		return at;
	for (at++; *at >= '0' && *at <= '9'; at++) {
		*ms += (*at - '0') * weight;
		weight /= 10;
	}
	return at;
}

/* "Z", "+01:00" or nothing, to the end of the text. */
static bool
offset(const char *at, bool *wall_clock, int *seconds)
{
	int h, m;

	*seconds = 0;
	*wall_clock = !*at;
	if (!*at || ((*at == 'Z' || *at == 'z') && !at[1]))
		return true;
	if (*at != '+' && *at != '-')
		return false;
	if ((h = two(at + 1, 23)) < 0 || at[3] != ':' ||
	    (m = two(at + 4, 59)) < 0 || at[6])
		return false;
	*seconds = (h * HOUR + m * MINUTE) * (*at == '-' ? -1 : 1);
	return true;
}

/* "11:42" or "11:42:07", with what follows it left at ${*end}. */
static bool
time_of_day(const char *at, int *seconds, const char **end)
{
	int h, m, s = 0;

	if ((h = two(at, 23)) < 0 || at[2] != ':' || (m = two(at + 3, 59)) < 0)
		return false;
	at += 5;
	if (*at == ':') {
		if ((s = two(at + 1, 60)) < 0)
			return false;
		at += 3;
	}
	*seconds = h * HOUR + m * MINUTE + s;
	*end = at;
	return true;
}

bool
moment_parse(const char *text, int64_t *ms)
{
	char date[11];
	int32_t day;
	int y, mo, d, seconds = 0, thousandths = 0, away = 0;
	bool wall_clock = true;

	snprintf(date, sizeof(date), "%s", text);
	if (!day_parse(date, &day))
		return false;
	text += 10;
	if (*text) {
		if (*text != 'T' && *text != 't' && *text != ' ')
			return false;
		if (!time_of_day(text + 1, &seconds, &text))
			return false;
		text = fraction(text, &thousandths);
		if (!offset(text, &wall_clock, &away))
			return false;
	}
	day_split(day, &y, &mo, &d);
	*ms = wall_clock ? moment_of_local(y, mo, d, 0, 0, seconds)
			 : ((int64_t)day * DAY + seconds - away) * 1000;
	*ms += thousandths;
	return true;
}
