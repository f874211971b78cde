/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_BASE_DAY_H
#define HANDRAIL_BASE_DAY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/rc.h"

/*
 * Days, working days and moments. A day is the number of days since
 * 1970-01-01 in the calendar we use now, carried back for ever. A moment is
 * milliseconds since 1970-01-01T00:00Z. People are shown the wall clock of the
 * United Kingdom, whose summer time is computed by the rule of 1996 (last
 * Sundays of March and October, 01:00 UTC) for every year: the machine's time
 * zone is never asked. Years run from 1 to 9999.
 */

/* ---- days (day.c) ---- */

/**
 * day_of(y, m, d, day):
 * The day of that date; false, leaving ${day} alone, when there is no such.
 */
bool day_of(int y, int m, int d, int32_t *day);

/**
 * day_split(day, y, m, d):
 * The date of a day. Each of the pointers may be NULL.
 */
void day_split(int32_t day, int *y, int *m, int *d);

/**
 * day_weekday(day):
 * 0 Monday to 6 Sunday.
 */
int day_weekday(int32_t day);

/**
 * day_in_month(y, m):
 * How many days that month has; 0 when there is no such month.
 */
int day_in_month(int y, int m);

/**
 * day_add_months(day, n):
 * The same date ${n} months on (or back), or the last of that month when it is
 * shorter.
 */
int32_t day_add_months(int32_t day, int n);

/**
 * day_show(day, out), day_parse(text, day):
 * "YYYY-MM-DD" and back. Parsing takes nothing else, and is false otherwise.
 */
void day_show(int32_t day, char out[11]);
bool day_parse(const char *text, int32_t *day);

/**
 * day_name(weekday), month_name(month):
 * "Monday" for 0 and "January" for 1. Cut to three letters for short. Lend.
 */
const char *day_name(int weekday);
const char *month_name(int month);

/* ---- working days (workday.c) ---- */

/*
 * A table of days that are not worked though not at a weekend, for a run of
 * whole years. A question about a year outside the table is RC_INVALID with a
 * sentence: a time limit is never guessed.
 */
struct holidays;

/**
 * holidays_load(path, h, f):
 * Read a definition file such as data/holidays/england-and-wales.cfg. The
 * caller gives ${*h} back to holidays_free(). Faults name file and line.
 */
NODISCARD enum rc
holidays_load(const char *path, struct holidays **h, struct fault *f);
void holidays_free(struct holidays *h);

/**
 * holidays_years(h, first, last):
 * The years the table covers.
 */
void holidays_years(const struct holidays *h, int *first, int *last);

/**
 * workday_is(h, day, yes, f):
 * Whether ${day} is worked.
 */
NODISCARD enum rc
workday_is(const struct holidays *h, int32_t day, bool *yes, struct fault *f);

/**
 * workday_add(h, day, n, out, f):
 * The day by which something promised within ${n} working days of ${day} is
 * due. The day it starts from is day 0, whether worked or not; n of 0 gives
 * the day itself; a negative n counts back.
 */
NODISCARD enum rc workday_add(const struct holidays *h, int32_t day, int n,
    int32_t *out, struct fault *f);

/**
 * workday_between(h, from, to, n, f):
 * How many working days lie after ${from} up to and with ${to}; negative when
 * ${to} is earlier.
 */
NODISCARD enum rc workday_between(const struct holidays *h, int32_t from,
    int32_t to, int *n, struct fault *f);

/* ---- moments (moment.c) ---- */

/**
 * moment_local(ms, y, mo, d, h, mi, s):
 * The wall clock at that moment. Each of the pointers may be NULL.
 */
void moment_local(int64_t ms, int *y, int *mo, int *d, int *h, int *mi, int *s);

/**
 * moment_day(ms):
 * The day on the wall clock at that moment.
 */
int32_t moment_day(int64_t ms);

/**
 * moment_of_local(y, mo, d, h, mi, s):
 * The moment at which the wall clock shows that. An hour shown twice means the
 * first time; an hour skipped in spring means the same instant an hour on. The
 * date must exist.
 */
int64_t moment_of_local(int y, int mo, int d, int h, int mi, int s);

/**
 * moment_show(ms, out):
 * "YYYY-MM-DD HH:MM" by the wall clock.
 */
void moment_show(int64_t ms, char out[17]);

/**
 * moment_iso(ms, out):
 * "YYYY-MM-DDTHH:MM:SS.mmmZ", which moment_parse() reads back.
 */
void moment_iso(int64_t ms, char out[25]);

/**
 * moment_parse(text, ms):
 * RFC 3339: "2026-11-21T11:42:07Z", with a fraction or an offset if need be. A
 * date alone, or a date and time without an offset, is by the wall clock.
 * False, leaving ${ms} alone, for anything else.
 */
bool moment_parse(const char *text, int64_t *ms);

#endif /* HANDRAIL_BASE_DAY_H */
