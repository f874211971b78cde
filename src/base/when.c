/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>
#include <strings.h>

#include "base/day.h"
#include "base/str.h"

#include "base/when.h"

/*
 * Reading dates as typed. The text is made small and parted from left to
 * right: one of the readers below takes the day, read_time() what follows.
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

static enum take
wrong(struct typed *t, const char *sentence)
{
	fault_set(t->fault, RC_INVALID, "%s", sentence);
	return WRONG;
}

static bool
is_letter(char c)
{
	return c >= 'a' && c <= 'z';
}

static void
skip_blanks(struct typed *t)
{
	while (*t->at == ' ')
		t->at++;
}

static size_t
count_digits(const char *at)
{
	return strspn(at, "0123456789");
}

/* ${n} digits as a number; ${n} is at most 9. */
static int
number(const char *at, size_t n)
{
	int v = 0;

	while (n--)
		v = v * 10 + *at++ - '0';
	return v;
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
		return wrong(t, "not a date: there are 12 months, and the day "
				"comes before the month");
	if (y < YEAR_LEAST || y > YEAR_MOST)
		return wrong(t, "not a date: that year cannot be meant");
	if (!day_of(y, m, d, &t->day))
		return wrong(t, "not a date: that month has no such day");
	return YES;
}

/* A day and month without a year: the nearest such, looking one way. */
static enum take
nearest_year(struct typed *t, int m, int d)
{
	int way = direction(t), y;
	int32_t day;

	if (t->way == WHEN_BIRTH)
		return wrong(t, "the year of birth is missing");
	if (m < 1 || m > 12)
		return set_day(t, YEAR_LEAST, m, d);
	day_split(t->today, &y, NULL, NULL);
	for (int i = 0; i <= 8; i++, y += way)
		if (day_of(y, m, d, &day) && (day - t->today) * way >= 0)
			return set_day(t, y, m, d);
	return wrong(t, "not a date: that month has no such day");
}

/* ---- days counted from today ---- */

static enum take
move(struct typed *t, int n, char unit)
{
	if (n > 9999)
		return wrong(t, "not a date: that is too far away");
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
	size_t n = count_digits(t->at);
	char unit = t->at[n];
	bool has_unit =
	    unit && strchr("dwmy", unit) && !is_letter(t->at[n + 1]);

	if (!n || n > 5 || (!has_unit && (!t->sign || unit > ' ')))
		return NO;
	if (move(t, number(t->at, n), has_unit ? unit : 'd') == WRONG)
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
	size_t n = count_digits(t->at);

	if (n != 2 && n != 4)
		return false;
	*y = number(t->at, n);
	if (n == 2)
		*y = century(t, *y, m, d);
	t->at += n;
	return true;
}

/* "21/9", "21/9/26", "21-9-2026", "21.9.26". */
static enum take
read_slashed(struct typed *t)
{
	size_t nd = count_digits(t->at), nm;
	char by = t->at[nd];
	int d, m, y;

	if (!nd || nd > 2 || !by || !strchr("/.-", by))
		return NO;
	nm = count_digits(t->at + nd + 1);
	if (!nm || nm > 2)
		return NO;
	d = number(t->at, nd);
	m = number(t->at + nd + 1, nm);
	t->at += nd + 1 + nm;
	if (*t->at != by)
		return nearest_year(t, m, d);
	t->at++;
	if (!read_year(t, m, d, &y))
		return wrong(t, "not a date: a year has two digits or four");
	return set_day(t, y, m, d);
}

/* "2026-09-21", or "2026-09" for the month. */
static enum take
read_iso(struct typed *t)
{
	const char *at = t->at;
	int y, m;

	if (count_digits(at) != 4 || at[4] != '-' || count_digits(at + 5) != 2)
		return NO;
	y = number(at, 4);
	m = number(at + 5, 2);
	if (at[7] == '-' && count_digits(at + 8) == 2) {
		t->at += 10;
		if (*t->at == 't')
			t->at++;
		return set_day(t, y, m, number(at + 8, 2));
	}
	t->at += 7;
	t->month_only = true;
	return set_day(t, y, m, 1);
}

/* "21sep", "21 sep 26", "21 sep 2026 1030". */
static enum take
read_day_month(struct typed *t)
{
	size_t nd = count_digits(t->at), nm;
	const char *at = t->at + nd;
	int d, m, y;

	if (!nd || nd > 2)
		return NO;
	d = number(t->at, nd);
	while (*at == ' ')
		at++;
	m = name_at(at, month_name, 1, 12, &nm) + 1;
	if (!m)
		return NO;
	t->at = at + nm;
	skip_blanks(t);
	nd = count_digits(t->at);
	if ((nd == 2 && !strchr(":ap", t->at[2] ? t->at[2] : '-')) ||
	    (nd == 4 && number(t->at, 2) >= 18 && number(t->at, 2) <= 21)) {
		read_year(t, m, d, &y);
		return set_day(t, y, m, d);
	}
	return nearest_year(t, m, d);
}

/* "210926", "21092026", "20260921". */
static enum take
read_run(struct typed *t)
{
	size_t n = count_digits(t->at);
	const char *at = t->at;
	int d, m, y;

	if (n != 6 && n != 8)
		return NO;
	d = number(at, 2);
	m = number(at + 2, 2);
	t->at += 4;
	read_year(t, m, d, &y);
	if (n == 8 && m > 12)
		return set_day(t, number(at, 4), number(at + 4, 2),
		    number(at + 6, 2));
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
	skip_blanks(t);
	t->month_only = true;
	if (count_digits(t->at) == 4) {
		read_year(t, m, 1, &y);
		return set_day(t, y, m, 1);
	}
	if (t->way == WHEN_BIRTH)
		return wrong(t, "the year of birth is missing");
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
	size_t n = count_digits(t->at);
	int y;

	if (!n || n > 4 || (t->at[n] && t->at[n] != ' '))
		return NO;
	if (n < 4 && t->way != WHEN_BIRTH)
		return NO;
	y = number(t->at, n);
	t->at += n;
	t->year_only = true;
	if (n < 4) {
		int now;

		if (y > 120)
			return wrong(t, "over 120 years old: check the age");
		day_split(t->today, &now, NULL, NULL);
		y = now - y;
		t->about = true;
	}
	return set_day(t, y, 1, 1);
}

/* ---- times ---- */

static enum take
set_time(struct typed *t, int h, int m)
{
	if (h > 23 || m > 59)
		return wrong(t, "not a time: try 2300, 7pm or noon");
	t->hour = h;
	t->minute = m;
	t->timed = true;
	return YES;
}

/* Words for a part of the day stand for its middle, and are about. */
static enum take
read_time_word(struct typed *t)
{
	static const struct {
		const char *word;
		int hour;
		bool about;
	} words[] = {
		{ "am", 9, true },
		{ "noon", 12, false },
		{ "pm", 15, true },
		{ "eve", 19, true },
		{ "night", 23, true },
	};

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (!strcmp(t->at, words[i].word)) {
			t->at += strlen(words[i].word);
			t->about = t->about || words[i].about;
			return set_time(t, words[i].hour, 0);
		}
	return NO;
}

/* "am" and "pm" make 1 to 12 of the twelve-hour clock into 0 to 23. */
static enum take
read_half(struct typed *t, int h, int m)
{
	bool pm = t->at[0] == 'p';

	if (h < 1 || h > 12)
		return wrong(t, "not a time: am and pm go with 1 to 12");
	t->at += 2;
	return set_time(t, h % 12 + (pm ? 12 : 0), m);
}

/* "2300", "915", "19:30", "7pm", "7:30pm", "7.30pm". */
static enum take
read_time_digits(struct typed *t)
{
	size_t n = count_digits(t->at);
	bool parted = false;
	int h, m = 0;

	if (!n || n > 4)
		return NO;
	h = number(t->at, n > 2 ? n - 2 : n);
	if (n > 2)
		m = number(t->at + n - 2, 2);
	t->at += n;
	if (n < 3 && (*t->at == ':' || *t->at == '.')) {
		if (count_digits(t->at + 1) != 2)
			return wrong(t, "not a time: try 2300, 7pm or noon");
		m = number(t->at + 1, 2);
		t->at += 3;
		parted = true;
	}
	skip_blanks(t);
	if (str_starts(t->at, "am") || str_starts(t->at, "pm"))
		return read_half(t, h, m);
	if (n < 3 && !parted)
		return wrong(t, "not a time: hours need minutes, am or pm");
	return set_time(t, h, m);
}

static enum take
read_time(struct typed *t)
{
	enum take took;

	skip_blanks(t);
	if (!*t->at || t->timed)
		return NO;
	if (t->way == WHEN_BIRTH)
		return wrong(t, "a birth date has no time of day");
	if (t->month_only || t->year_only)
		return wrong(t, "a time needs a day");
	took = read_time_word(t);
	return took == NO ? read_time_digits(t) : took;
}

/* ---- all of it ---- */

typedef enum take read_fn(struct typed *);

/* What may stand after "c" is a date, not a distance or a weekday. */
static enum take
read_date(struct typed *t)
{
	static read_fn *const dates[] = { read_iso, read_slashed, read_run,
		read_day_month, read_month, read_bare };
	enum take took = NO;

	for (size_t i = 0; i < sizeof(dates) / sizeof(dates[0]) && !took; i++)
		took = dates[i](t);
	return took;
}

static enum take
read_day(struct typed *t)
{
	enum take took = NO;
	static read_fn *const nears[] = { read_now, read_near, read_away,
		read_weekday };

	if (*t->at == '+' || *t->at == '-')
		t->sign = *t->at++ == '+' ? 1 : -1;
	for (size_t i = 0; i < sizeof(nears) / sizeof(nears[0]) && !took; i++)
		took = nears[i](t);
	return took ? took : read_date(t);
}

/* "c 1984" or "~1984". "c" alone begins no month and no weekday. */
static bool
read_about(struct typed *t)
{
	if (*t->at != '~' && *t->at != 'c')
		return false;
	t->at++;
	t->about = true;
	skip_blanks(t);
	return true;
}

static enum take
check_birth(struct typed *t)
{
	if (t->way != WHEN_BIRTH)
		return YES;
	if (t->day > t->today)
		return wrong(t, "a birth date cannot be in the future");
	if (t->day < day_add_months(t->today, -121 * 12))
		return wrong(t, "over 120 years ago: check the year");
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
		took = read_about(&t) ? read_date(&t) : read_day(&t);
	if (took == YES && read_time(&t) == WRONG)
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
