/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/day.h"
#include "base/str.h"

#include "base/week.h"

#define DAY (24 * 60)
#define EVERY_DAY 0x7fu
#define MORNING (8 * 60) /* "after 6" is of the evening */

/* What has been read of one clause: its days, then its hours. */
struct clause {
	unsigned days;
	int from, to; /* -1: not said */
	bool after, before, not, hours;
	bool range; /* "10 to" waits for its end */
	bool told;  /* its days have had hours already: "mon 9-11 and 2-4" */
};

/* ---- words ---- */

/* "mo", "weds", "Thurs", "fridays": a start of the day's name. */
static int
weekday_of(const char *word)
{
	size_t n = strspn(word,
	    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
	char start[16];

	if (n < 2 || n >= sizeof(start))
		return -1;
	snprintf(start, sizeof(start), "%.*s", (int)n, word);
	if (str_ieq(start, "weds"))
		return 2;
	for (int i = 0; i < 7; i++) {
		if (str_istarts(day_name(i), start))
			return i;
		if (str_istarts(start, day_name(i)) &&
		    str_ieq(start + strlen(day_name(i)), "s"))
			return i;
	}
	return -1;
}

static unsigned
days_between(int from, int to)
{
	unsigned days = 0;

	for (int i = from;; i = (i + 1) % 7) {
		days |= 1u << i;
		if (i == to)
			return days;
	}
}

/* The days of a word: "mon", "mon-fri", "weekdays", "weekends", "daily". */
static unsigned
days_of(const char *word)
{
	static const struct {
		const char *start;
		unsigned days;
	} names[] = { { "weekday", 0x1f }, { "weekend", 0x60 },
		{ "daily", EVERY_DAY }, { "everyday", EVERY_DAY },
		{ "anytime", EVERY_DAY }, { "always", EVERY_DAY } };
	const char *dash = strchr(word, '-');
	int from = weekday_of(word), to = dash ? weekday_of(dash + 1) : from;

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (str_istarts(word, names[i].start))
			return names[i].days;
	if (from < 0 || to < 0)
		return 0;
	return days_between(from, to);
}

/* The hours that have names. */
static int
named_hour(const char *text, const char **end)
{
	static const struct {
		const char *name;
		int minutes;
	} names[] = { { "noon", 720 }, { "midday", 720 }, { "midnight", DAY },
		{ "one", 60 }, { "two", 120 }, { "three", 180 },
		{ "four", 240 }, { "five", 300 }, { "six", 360 },
		{ "seven", 420 }, { "eight", 480 }, { "nine", 540 },
		{ "ten", 600 }, { "eleven", 660 }, { "twelve", 720 } };

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (str_istarts(text, names[i].name) &&
		    !isalpha((unsigned char)text[strlen(names[i].name)])) {
			*end = text + strlen(names[i].name);
			return names[i].minutes;
		}
	return -1;
}

/* "10", "10am", "2pm", "14:30", "1430", "noon"; -1 for what is no time. */
static int
minutes_of(const char *text, const char **end)
{
	char *rest;
	long h, m = 0;

	if (!isdigit((unsigned char)*text))
		return named_hour(text, end);
	h = strtol(text, &rest, 10);
	if (h > 99 && rest - text == 4) {
		m = h % 100;
		h /= 100;
	} else if ((*rest == ':' || *rest == '.') &&
	    isdigit((unsigned char)rest[1])) {
		m = strtol(rest + 1, &rest, 10);
	}
	if (str_istarts(rest, "pm") && h < 12)
		h += 12;
	else if (str_istarts(rest, "am") && h == 12)
		h = 0;
	if (str_istarts(rest, "am") || str_istarts(rest, "pm"))
		rest += 2;
	*end = rest;
	return h <= 24 && m < 60 ? (int)(h * 60 + m) : -1;
}

/* ---- clauses ---- */

static void
add_span(struct week *w, const struct clause *c, unsigned days, int from, int to)
{
	if (from >= to)
		return;
	if (w->n == WEEK_MOST) {
		w->unclear = true;
		return;
	}
	w->at[w->n++] = (struct week_span){ days, from, to, c->not };
}

/* A stretch past midnight goes on the next day. */
static void
add_stretch(struct week *w, const struct clause *c)
{
	unsigned days = c->days ? c->days : EVERY_DAY;
	unsigned next = ((days << 1) | (days >> 6)) & EVERY_DAY;

	add_span(w, c, days, c->from, c->to < DAY ? c->to : DAY);
	if (c->to > DAY)
		add_span(w, c, next, 0, c->to - DAY);
}

static void
end_clause(struct week *w, struct clause *c)
{
	if (c->hours && c->from >= 0 && c->to >= 0)
		add_stretch(w, c);
	else if (c->days && !c->told)
		add_span(w, c, c->days, 0, DAY);
	if (c->after || c->before || c->range)
		w->unclear = true;
	*c = (struct clause){ .from = -1, .to = -1 };
}

/* "10-2" ends at two in the afternoon; "10pm-2am" at two of the next day. */
static int
end_of(int from, int to, const char *text)
{
	bool am = false;

	for (const char *s = text; *s; s++)
		am = am || str_istarts(s, "am");
	if (to > from)
		return to;
	if (!am && to + 720 > from)
		return to + 720;
	return to + DAY;
}

/* The hours are whole; more may follow for the same days. */
static void
close_hours(struct week *w, struct clause *c, int from, int to)
{
	unsigned days = c->days;

	c->from = from;
	c->to = to;
	c->hours = true;
	c->after = c->before = c->range = false;
	end_clause(w, c);
	c->days = days;
	c->told = true;
}

/*
 * "2-4" is said of the afternoon; whether "6-8" is of the morning or of the
 * evening is for a person to say.
 */
static int
start_of(struct week *w, int from, const char *word)
{
	if (strpbrk(word, "aApP:.") || isalpha((unsigned char)*word))
		return from;
	if (from >= 60 && from < 6 * 60)
		return from + 720;
	if (from >= 6 * 60 && from < MORNING)
		w->unclear = true;
	return from;
}

/* Hours: false when ${word} is none. */
static bool
read_hours(struct week *w, struct clause *c, const char *word)
{
	const char *end = word;
	int at = minutes_of(word, &end), to;
	bool bare = !strpbrk(word, "aApP:.") && at >= 60 && at < MORNING;

	if (at < 0)
		return false;
	if (c->range) {
		close_hours(w, c, c->from, end_of(c->from, at, word));
	} else if (c->after) {
		close_hours(w, c, bare ? at + 720 : at, DAY);
	} else if (c->before) {
		close_hours(w, c, 0, at);
	} else if (*end != '-') {
		c->from = start_of(w, at, word);
		c->range = true;
	} else {
		if ((to = minutes_of(end + 1, &end)) < 0)
			return false;
		at = start_of(w, at, word);
		close_hours(w, c, at, end_of(at, to, word));
	}
	return !*end;
}

/* Words that carry no meaning of their own here. */
static bool
is_filler(const char *word)
{
	static const char *const words[] = { "on", "at", "only", "and", "&",
		"between", "from", "to", "until", "till", "-", "call", "ring",
		"or", "every", "any", "day", "days", "time", "o'clock" };

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (str_ieq(word, words[i]))
			return true;
	return false;
}

static void
read_word(struct week *w, struct clause *c, const char *word)
{
	unsigned days = days_of(word);

	if (days) {
		if (c->told || c->range)
			end_clause(w, c);
		c->days |= days;
	} else if (str_ieq(word, "after")) {
		c->after = true;
	} else if (str_ieq(word, "before")) {
		c->before = true;
	} else if (str_ieq(word, "not") || str_ieq(word, "never")) {
		end_clause(w, c);
		c->not = true;
	} else if (!read_hours(w, c, word) && !is_filler(word)) {
		w->unclear = true;
	}
}

void
week_read(const char *text, struct week *w)
{
	struct clause c = { .from = -1, .to = -1 };
	struct span part;

	*w = (struct week){ 0 };
	for (const char *rest = text; str_word(&rest, &part);) {
		char word[32];
		size_t n;

		snprintf(word, sizeof(word), "%.*s", (int)part.len,
		    (const char *)part.at);
		for (n = strlen(word); n && strchr(",;.", word[n - 1]);)
			word[--n] = '\0';
		if (str_ieq(word, "say"))
			break;
		if (*word)
			read_word(w, &c, word);
	}
	end_clause(w, &c);
}

/* ---- the clock ---- */

static bool
lies_in(const struct week_span *s, int day, int at)
{
	return s->days & 1u << day && at >= s->from && at < s->to;
}

static bool
is_open_at(const struct week *w, int day, int at)
{
	bool open = true, told = false;

	for (size_t i = 0; i < w->n; i++)
		if (!w->at[i].shut && !told) {
			told = true;
			open = false;
		}
	for (size_t i = 0; i < w->n; i++)
		if (lies_in(&w->at[i], day, at)) {
			if (w->at[i].shut)
				return false;
			open = true;
		}
	return open;
}

bool
week_is_open(const struct week *w, int64_t now_ms)
{
	int h, mi;

	moment_local(now_ms, NULL, NULL, NULL, &h, &mi, NULL);
	return w->n && is_open_at(w, day_weekday(moment_day(now_ms)), h * 60 + mi);
}

static int64_t
moment_on(int32_t day, int minutes)
{
	int y, m, d;

	day_split(day, &y, &m, &d);
	return moment_of_local(y, m, d, minutes / 60, minutes % 60, 0);
}

/* It opens where a stretch begins, or where one that is shut ends. */
static void
try_opening(const struct week *w, int32_t day, int at, int64_t now_ms,
    int64_t *next_ms)
{
	int64_t ms;

	if (at >= DAY || !is_open_at(w, day_weekday(day), at))
		return;
	ms = moment_on(day, at);
	if (ms >= now_ms && (*next_ms < now_ms || ms < *next_ms))
		*next_ms = ms;
}

bool
week_next(const struct week *w, int64_t now_ms, int64_t *next_ms)
{
	int32_t today = moment_day(now_ms);
	int64_t next = INT64_MIN;

	if (!w->n)
		return false;
	if (week_is_open(w, now_ms)) {
		*next_ms = now_ms;
		return true;
	}
	for (int32_t day = today; day <= today + 8 && next < now_ms; day++) {
		try_opening(w, day, 0, now_ms, &next);
		for (size_t i = 0; i < w->n; i++)
			try_opening(w, day,
			    w->at[i].shut ? w->at[i].to : w->at[i].from,
			    now_ms, &next);
	}
	if (next < now_ms)
		return false;
	*next_ms = next;
	return true;
}
