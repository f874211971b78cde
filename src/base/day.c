/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stddef.h>

#include "base/day.h"

/*
 * Years are counted from 1 March, so that the day that comes and goes is the
 * last of its year: the days before month m (0 March to 11 February) are then
 * (153 m + 2) / 5. 400 years have 146,097 days. 719,468 days lie between
 * 0000-03-01 and 1970-01-01.
 */

static bool
is_leap(int y)
{
	return (y % 4 == 0 && y % 100 != 0) || y % 400 == 0;
}

int
day_in_month(int y, int m)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30,
		31 };

	if (m < 1 || m > 12)
		return 0;
	return days[m - 1] + (m == 2 && is_leap(y));
}

bool
day_of(int y, int m, int d, int32_t *day)
{
	int of_year, march;

	if (y < 1 || y > 9999 || d < 1 || d > day_in_month(y, m))
		return false;
	y -= m < 3;
	march = (m + 9) % 12;
	of_year = (153 * march + 2) / 5 + d - 1;
	*day = 365 * y + y / 4 - y / 100 + y / 400 + of_year - 719468;
	return true;
}

void
day_split(int32_t day, int *y, int *m, int *d)
{
	int n = day + 719468;
	int era = (n >= 0 ? n : n - 146096) / 146097;
	int in_era = n - era * 146097;
	int year =
	    (in_era - in_era / 1460 + in_era / 36524 - in_era / 146096) / 365;
	int of_year = in_era - (365 * year + year / 4 - year / 100);
	int march = (5 * of_year + 2) / 153;
	int month = march < 10 ? march + 3 : march - 9;

	if (y)
		*y = era * 400 + year + (month < 3);
	if (m)
		*m = month;
	if (d)
		*d = of_year - (153 * march + 2) / 5 + 1;
}

/* 1970-01-01 was a Thursday. */
int
day_weekday(int32_t day)
{
	return ((day + 3) % 7 + 7) % 7;
}

int32_t
day_add_months(int32_t day, int n)
{
	int y, m, d, months, most;
	int32_t out = day;

	day_split(day, &y, &m, &d);
	months = y * 12 + m - 1 + n;
	y = months / 12;
	m = months % 12 + 1;
	most = day_in_month(y, m);
	day_of(y, m, d < most ? d : most, &out);
	return out;
}

static void
put_number(char *at, int v, int digits)
{
	while (digits--) {
		at[digits] = (char)('0' + v % 10);
		v /= 10;
	}
}

void
day_show(int32_t day, char out[11])
{
	int y, m, d;

	day_split(day, &y, &m, &d);
	put_number(out, y, 4);
	out[4] = '-';
	put_number(out + 5, m, 2);
	out[7] = '-';
	put_number(out + 8, d, 2);
	out[10] = '\0';
}

bool
day_parse(const char *text, int32_t *day)
{
	static const char shape[] = "dddd-dd-dd";
	int v[3] = { 0 }, n = 0;

	for (size_t i = 0; i < sizeof(shape); i++) {
		if (shape[i] == 'd' && text[i] >= '0' && text[i] <= '9')
			v[n] = v[n] * 10 + text[i] - '0';
		else if (text[i] != shape[i])
			return false;
		else if (text[i] == '-')
			n++;
	}
	return day_of(v[0], v[1], v[2], day);
}

const char *
day_name(int weekday)
{
	static const char *const names[] = { "Monday", "Tuesday", "Wednesday",
		"Thursday", "Friday", "Saturday", "Sunday" };

	return names[weekday];
}

const char *
month_name(int month)
{
	static const char *const names[] = { "January", "February", "March",
		"April", "May", "June", "July", "August", "September",
		"October", "November", "December" };

	return names[month - 1];
}
