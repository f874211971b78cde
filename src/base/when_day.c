/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>
#include <strings.h>

#include "base/day.h"
#include "base/str.h"

#include "base/when_inside.h"

/* The day: counted from today, or a date in any of the ways people write one. */

static bool
is_letter(char c)
{
	return c >= 'a' && c <= 'z';
}

/* The way a bare day looks: what + or - said, else the field's. */
static int
direction(const struct typed *t)
{
	if (t->sign)
		return t->sign;
	return t->way == WHEN_FUTURE ? 1 : -1;
}

/*
 * Which of a week's days or a year's months begins here: three letters or
 * more of its name. Its number from 0, or -1; how many letters in ${len}.
 */
static int
name_at(const char *at, const char *(*name)(int), int first, int count,
    size_t *len)
{
	size_t n = 0;

	while (is_letter(at[n]))
		n++;
	*len = n;
	for (int i = 0; i < count && n >= 3; i++)
		if (!strncasecmp(at, name(i + first), n))
			return i;
	if (n == 4 && count == 12 && !strncmp(at, "sept", 4))
		return 8;
	return -1;
}

/* ---- years ---- */

/* Two digits are a year within 20 ahead; for a birth, never in the future. */
static int
century(const struct typed *t, int yy, int m, int d)
{
	int now, y;
	int32_t day;

	day_split(t->today, &now, NULL, NULL);
	y = 2000 + yy;
	if (t->way != WHEN_BIRTH)
		return y > now + 20 ? y - 100 : y;
	if (day_of(y, m, d, &day) ? day > t->today : y > now)
		y -= 100;
	return y;
}

static enum take
set_day(struct typed *t, int y, int m, int d)
{
	if (m < 1 || m > 12)
		return typed_wrong(t, "not a date: there are 12 months, and the day "
				"comes before the month");
	if (y < YEAR_LEAST || y > YEAR_MOST)
		return typed_wrong(t, "not a date: that year cannot be meant");
	if (!day_of(y, m, d, &t->day))
		return typed_wrong(t, "not a date: that month has no such day");
	return YES;
}

/* A day and month without a year: the nearest such, looking one way. */
static enum take
nearest_year(struct typed *t, int m, int d)
{
	int way = direction(t), y;
	int32_t day;

	if (t->way == WHEN_BIRTH)
		return typed_wrong(t, "the year of birth is missing");
	if (m < 1 || m > 12)
		return set_day(t, YEAR_LEAST, m, d);
	day_split(t->today, &y, NULL, NULL);
	for (int i = 0; i <= 8; i++, y += way)
		if (day_of(y, m, d, &day) && (day - t->today) * way >= 0)
			return set_day(t, y, m, d);
	return typed_wrong(t, "not a date: that month has no such day");
}

/* ---- days counted from today ---- */

static enum take
move(struct typed *t, int n, char unit)
{
	if (n > 9999)
		return typed_wrong(t, "not a date: that is too far away");
	n *= direction(t);
	if (unit == 'm')
		t->day = day_add_months(t->today, n);
	else if (unit == 'y')
		t->day = day_add_months(t->today, n * 12);
	else
		t->day = t->today + (unit == 'w' ? 7 * n : n);
	return YES;
}

/* "t", "y" and their whole words. */
static enum take
read_near(struct typed *t)
{
	static const struct {
		const char *word;
		int days;
	} words[] = {
		{ "today", 0 },
		{ "yesterday", -1 },
		{ "tomorrow", 1 },
		{ "t", 0 },
		{ "y", -1 },
	};

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		size_t n = strlen(words[i].word);

		if (str_starts(t->at, words[i].word) && !is_letter(t->at[n])) {
			t->at += n;
			t->day = t->today + words[i].days;
			return YES;
		}
	}
	return NO;
}

static enum take
read_now(struct typed *t)
{
	if (strcmp(t->at, "now"))
		return NO;
	t->at += 3;
	t->day = t->today;
	t->timed = true;
	moment_local(t->now, NULL, NULL, NULL, &t->hour, &t->minute, NULL);
	return YES;
}

/* "-3", "+2w", "3d": a number alone needs its sign. */
static enum take
read_away(struct typed *t)
{
	size_t n = typed_digits(t->at);
	char unit = t->at[n];
	bool has_unit =
	    unit && strchr("dwmy", unit) && !is_letter(t->at[n + 1]);

	if (!n || n > 5 || (!has_unit && (!t->sign || unit > ' ')))
		return NO;
	if (move(t, typed_number(t->at, n), has_unit ? unit : 'd') == WRONG)
		return WRONG;
	t->at += n + has_unit;
	return YES;
}

/*
 * The latest such day up to today; looking forward, the next after today. An
 * explicit "-" means before today, since today would have been "t".
 */
static enum take
read_weekday(struct typed *t)
{
	size_t n;
	int day = name_at(t->at, day_name, 0, 7, &n), away;

	if (day < 0)
		return NO;
	t->at += n;
	away = (day_weekday(t->today) - day + 7) % 7;
	if (direction(t) > 0)
		t->day = t->today + 7 - away;
	else
		t->day = t->today - (t->sign && !away ? 7 : away);
	return YES;
}

/* ---- dates ---- */

/* A year of two or four digits; false when neither is there. */
static bool
read_year(struct typed *t, int m, int d, int *y)
{
	size_t n = typed_digits(t->at);

	if (n != 2 && n != 4)
		return false;
	*y = typed_number(t->at, n);
	if (n == 2)
		*y = century(t, *y, m, d);
	t->at += n;
	return true;
}

/* "21/9", "21/9/26", "21-9-2026", "21.9.26". */
static enum take
read_slashed(struct typed *t)
{
	size_t nd = typed_digits(t->at), nm;
	char by = t->at[nd];
	int d, m, y;

	if (!nd || nd > 2 || !by || !strchr("/.-", by))
		return NO;
	nm = typed_digits(t->at + nd + 1);
	if (!nm || nm > 2)
		return NO;
	d = typed_number(t->at, nd);
	m = typed_number(t->at + nd + 1, nm);
	t->at += nd + 1 + nm;
	if (*t->at != by)
		return nearest_year(t, m, d);
	t->at++;
	if (!read_year(t, m, d, &y))
		return typed_wrong(t, "not a date: a year has two digits or four");
	return set_day(t, y, m, d);
}

/* "2026-09-21", or "2026-09" for the month. */
static enum take
read_iso(struct typed *t)
{
	const char *at = t->at;
	int y, m;

	if (typed_digits(at) != 4 || at[4] != '-' || typed_digits(at + 5) != 2)
		return NO;
	y = typed_number(at, 4);
	m = typed_number(at + 5, 2);
	if (at[7] == '-' && typed_digits(at + 8) == 2) {
		t->at += 10;
		if (*t->at == 't')
			t->at++;
		return set_day(t, y, m, typed_number(at + 8, 2));
	}
	t->at += 7;
	t->month_only = true;
	return set_day(t, y, m, 1);
}

/* "21sep", "21 sep 26", "21 sep 2026 1030". */
static enum take
read_day_month(struct typed *t)
{
	size_t nd = typed_digits(t->at), nm;
	const char *at = t->at + nd;
	int d, m, y;

	if (!nd || nd > 2)
		return NO;
	d = typed_number(t->at, nd);
	while (*at == ' ')
		at++;
	m = name_at(at, month_name, 1, 12, &nm) + 1;
	if (!m)
		return NO;
	t->at = at + nm;
	typed_blanks(t);
	nd = typed_digits(t->at);
	if ((nd == 2 && !strchr(":ap", t->at[2] ? t->at[2] : '-')) ||
	    (nd == 4 && typed_number(t->at, 2) >= 18 && typed_number(t->at, 2) <= 21)) {
		read_year(t, m, d, &y);
		return set_day(t, y, m, d);
	}
	return nearest_year(t, m, d);
}

/* "210926", "21092026", "20260921". */
static enum take
read_run(struct typed *t)
{
	size_t n = typed_digits(t->at);
	const char *at = t->at;
	int d, m, y;

	if (n != 6 && n != 8)
		return NO;
	d = typed_number(at, 2);
	m = typed_number(at + 2, 2);
	t->at += 4;
	read_year(t, m, d, &y);
	if (n == 8 && m > 12)
		return set_day(t, typed_number(at, 4), typed_number(at + 4, 2),
		    typed_number(at + 6, 2));
	return set_day(t, y, m, d);
}

/* "sep", "sep 2026": known to the month. */
static enum take
read_month(struct typed *t)
{
	size_t n;
	int m = name_at(t->at, month_name, 1, 12, &n) + 1, y, now, way;

	if (!m)
		return NO;
	t->at += n;
	typed_blanks(t);
	t->month_only = true;
	if (typed_digits(t->at) == 4) {
		read_year(t, m, 1, &y);
		return set_day(t, y, m, 1);
	}
	if (t->way == WHEN_BIRTH)
		return typed_wrong(t, "the year of birth is missing");
	way = direction(t);
	day_split(t->today, &y, &now, NULL);
	if ((m - now) * way < 0)
		y += way;
	return set_day(t, y, m, 1);
}

/* "2026"; in a birth field one to three digits are an age. */
static enum take
read_bare(struct typed *t)
{
	size_t n = typed_digits(t->at);
	int y;

	if (!n || n > 4 || (t->at[n] && t->at[n] != ' '))
		return NO;
	if (n < 4 && t->way != WHEN_BIRTH)
		return NO;
	y = typed_number(t->at, n);
	t->at += n;
	t->year_only = true;
	if (n < 4) {
		int now;

		if (y > 120)
			return typed_wrong(t, "over 120 years old: check the age");
		day_split(t->today, &now, NULL, NULL);
		y = now - y;
		t->about = true;
	}
	return set_day(t, y, 1, 1);
}

/* ---- any of them ---- */

typedef enum take read_fn(struct typed *);

/* What may stand after "c" is a date, not a distance or a weekday. */
enum take
when_read_date(struct typed *t)
{
	static read_fn *const dates[] = { read_iso, read_slashed, read_run,
		read_day_month, read_month, read_bare };
	enum take took = NO;

	for (size_t i = 0; i < sizeof(dates) / sizeof(dates[0]) && !took; i++)
		took = dates[i](t);
	return took;
}

enum take
when_read_day(struct typed *t)
{
	enum take took = NO;
	static read_fn *const nears[] = { read_now, read_near, read_away,
		read_weekday };

	if (*t->at == '+' || *t->at == '-')
		t->sign = *t->at++ == '+' ? 1 : -1;
	for (size_t i = 0; i < sizeof(nears) / sizeof(nears[0]) && !took; i++)
		took = nears[i](t);
	return took ? took : when_read_date(t);
}
