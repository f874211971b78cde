/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/day.h"
#include "base/str.h"
#include "base/when.h"
#include "hub/definitions.h"
#include "model/record.h"

#include "hub/fact.h"

void
facts_of(struct facts *f, const struct record *casefile,
    const struct record *person, int64_t now_ms)
{
	*f = (struct facts){ .casefile = casefile,
		.person = person,
		.now_ms = now_ms,
		.tool = "",
		.grade = "",
		.points = -1,
		.strong = -1,
		.highest = -1,
		.total = -1,
		.marked = -1,
		.rights = "" };
}

/* ---- reading ---- */

static bool
read_number(const struct cfg_at *at, const char *name, int64_t *to, bool *any)
{
	if (!cfg_int(at, name, to))
		return true;
	*any = true;
	return *to > 0 && *to <= 10000;
}

static enum rc
read_numbers(const struct cfg_at *at, struct fact_test *t, bool *any,
    struct fault *f)
{
	const struct {
		const char *name;
		int64_t *to;
	} rows[] = { { "under", &t->under }, { "points", &t->points },
		{ "highest", &t->highest }, { "total", &t->total },
		{ "marked", &t->marked }, { "events", &t->events },
		{ "conference-days", &t->conference_days } };
	bool no = false;

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (!read_number(at, rows[i].name, rows[i].to, any))
			return cfg_fault(at, f, "%s wants a number from 1 up",
			    rows[i].name);
	if (!read_number(at, "days", &t->days, &no) ||
	    (t->events && !t->days))
		return cfg_fault(at, f,
		    "events wants days beside it, a number from 1 up");
	return RC_OK;
}

static enum rc
read_lists(const struct cfg_at *at, struct arena *arena, struct fact_test *t,
    bool *any, struct fault *f)
{
	const struct {
		const char *name;
		const char *const **to;
	} rows[] = { { "category", &t->category }, { "risk", &t->risk },
		{ "flags", &t->flags }, { "tool", &t->tool },
		{ "grade", &t->grade }, { "rights", &t->rights } };
	enum rc rc = RC_OK;

	for (size_t i = 0; !rc && i < sizeof(rows) / sizeof(rows[0]); i++) {
		rc = definitions_words(at, rows[i].name, arena, rows[i].to, f);
		*any |= *rows[i].to != NULL;
	}
	return rc;
}

enum rc
fact_test_read(const struct cfg_at *at, struct arena *arena,
    struct fact_test *t, bool *any, struct fault *f)
{
	enum rc rc;

	*t = (struct fact_test){ 0 };
	*any = false;
	cfg_flag(at, "domestic", &t->domestic);
	cfg_flag(at, "since", &t->since);
	*any |= cfg_flag(at, "strong", &t->strong) && t->strong;
	*any |= cfg_flag(at, "children", &t->children) && t->children;
	rc = read_numbers(at, t, any, f);
	return rc ? rc : read_lists(at, arena, t, any, f);
}

/* ---- testing ---- */

static bool
has_any(const struct record *r, unsigned tag, const char *const *codes)
{
	for (; *codes; codes++)
		if (record_has_code(r, tag, *codes))
			return true;
	return false;
}

static bool
is_any(const char *word, const char *const *codes)
{
	for (; *codes; codes++)
		if (strcmp(word, *codes) == 0)
			return true;
	return false;
}

/* Whether one of the blank-parted words of ${text} is among the codes. */
static bool
any_of(const char *text, const char *const *codes)
{
	struct span word;
	char one[16];

	while (str_word(&text, &word)) {
		if (word.len >= sizeof(one))
			continue;
		memcpy(one, word.at, word.len);
		one[word.len] = '\0';
		if (is_any(one, codes))
			return true;
	}
	return false;
}

/* Young enough when it happened, as far as the two dates can tell: where they
 * leave room the answer favours the victim. */
static bool
is_under(const struct facts *f, int years)
{
	const char *born = f->person ? record_text(f->person, PERSON_BORN) : "";
	int64_t then;
	int least, most;

	if (!*born)
		return false;
	if (!when_moment(record_text(f->casefile, CASEFILE_WHEN), &then))
		then = f->now_ms;
	return when_age(born, then, &least, &most) && least < years;
}

int
fact_events(const struct facts *facts, int64_t days, bool domestic)
{
	int32_t today = moment_day(facts->now_ms);
	int n = 0;

	for (size_t i = 0; i < facts->n_events; i++) {
		const struct fact_event *e = &facts->events[i];

		n += e->day > today - days && e->day <= today &&
		    (!domestic || e->domestic);
	}
	return n;
}

static bool
was_conference(const struct fact_test *t, const struct facts *f)
{
	int32_t last = f->conference_day;

	if (!last || moment_day(f->now_ms) - last > t->conference_days)
		return false;
	for (size_t i = 0; i < f->n_events; i++)
		if (f->events[i].day >= last)
			return true;
	return !t->since;
}

static bool
holds_codes(const struct fact_test *t, const struct facts *f)
{
	const struct record *c = f->casefile;

	return (!t->category || has_any(c, CASEFILE_CATEGORY, t->category)) &&
	    (!t->risk || has_any(c, CASEFILE_RISK, t->risk)) &&
	    (!t->flags || has_any(c, CASEFILE_FLAGS, t->flags)) &&
	    (!t->tool || is_any(f->tool, t->tool)) &&
	    (!t->grade || is_any(f->grade, t->grade)) &&
	    (!t->rights || any_of(f->rights, t->rights));
}

static bool
holds_numbers(const struct fact_test *t, const struct facts *f)
{
	return (!t->under || is_under(f, (int)t->under)) &&
	    (!t->points || f->points >= t->points) &&
	    (!t->highest || f->highest >= t->highest) &&
	    (!t->total || f->total >= t->total) &&
	    (!t->marked || f->marked >= t->marked) &&
	    (!t->events ||
		fact_events(f, t->days, t->domestic) >= t->events);
}

bool
fact_holds(const struct fact_test *t, const struct facts *f)
{
	return holds_codes(t, f) && holds_numbers(t, f) &&
	    (!t->conference_days || was_conference(t, f)) &&
	    (!t->strong || f->strong > 0) && (!t->children || f->children);
}
