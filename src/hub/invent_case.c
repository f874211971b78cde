/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/day.h"
#include "base/when.h"
#include "hub/due.h"
#include "hub/invent_inside.h"
#include "hub/level.h"
#include "model/code.h"

/*
 * What happened in one case, in two strands that run side by side: what the
 * hub did and what the police and courts did. Both are planned from the day the
 * referral came, far into the future; what lies before now is played, in order,
 * and the first of ours that lies beyond is what the queue says comes next.
 */

#define HOUR INT64_C(3600000)
#define DAY (24 * HOUR)

/* ---- drawing by share ---- */

static const struct figure_crime *
draw_crime(struct tale *t)
{
	const struct figures *fig = &t->telling->figures;
	uint64_t total = 0, at;

	for (size_t i = 0; i < fig->n_crimes; i++)
		total += fig->crimes[i].share;
	at = tale_below(t, total);
	for (size_t i = 0; i < fig->n_crimes; i++) {
		if (at < fig->crimes[i].share)
			return &fig->crimes[i];
		at -= fig->crimes[i].share;
	}
	return &fig->crimes[0];
}

static const struct figure_course *
draw_course(struct tale *t)
{
	const struct figures *fig = &t->telling->figures;
	uint64_t total = 0, at;

	for (size_t i = 0; i < fig->n_courses; i++)
		total += fig->courses[i].share;
	at = tale_below(t, total);
	for (size_t i = 0; i < fig->n_courses; i++) {
		if (at < fig->courses[i].share)
			return &fig->courses[i];
		at -= fig->courses[i].share;
	}
	return &fig->courses[0];
}

static const char *
draw_source(struct tale *t, bool reported)
{
	const struct figures *fig = &t->telling->figures;
	uint64_t total = 0, at;

	/* The police are first in the list; who was not told sends nobody. */
	for (size_t i = 0; i < fig->n_sources; i++)
		total += fig->sources[i].share;
	for (int tries = 0; tries < 64; tries++) {
		at = tale_below(t, total);
		for (size_t i = 0; i < fig->n_sources; i++) {
			const struct figure_source *s = &fig->sources[i];

			if (at >= s->share) {
				at -= s->share;
				continue;
			}
			if (reported || strncmp(s->code, "police", 6) != 0)
				return s->code;
			break;
		}
	}
	return "self-phone";
}

/*
 * The first people of every demonstration stand each at another state, so that
 * there is a case to look at for all of them: on a course that comes there,
 * begun as long ago as it takes to be there now.
 */
static const struct figure_stage *
stage_of(const struct tale *t)
{
	const struct figures *fig = &t->telling->figures;

	return t->nth < fig->n_stages ? &fig->stages[t->nth] : NULL;
}

int64_t
case_begins(struct tale *t)
{
	const struct telling *g = t->telling;
	const struct figure_stage *stage = stage_of(t);
	uint64_t span = (uint64_t)g->figures.years * 365 * (uint64_t)DAY;

	if (stage)
		return g->now - (int64_t)stage->hours * HOUR;
	return g->now - (int64_t)tale_below(t, span);
}

/* ---- planning ---- */

static void
plan(struct casing *c, int64_t at, beat_fn *play, const char *what,
    const char *code)
{
	struct beat *b;

	if (c->n == sizeof(c->beats) / sizeof(c->beats[0]))
		return;
	b = &c->beats[c->n++];
	*b =
	    (struct beat){ .at = at, .play = play, .what = what, .code = code };
}

/* Those who have most to get over have their needs scored, and a plan. */
static void
plan_work(struct casing *c, int64_t at)
{
	const struct telling *g = c->t->telling;

	if (g->bare || !(c->enhanced || chance_below(&c->work, 100) < 15))
		return;
	plan(c, at + 20 * 60000, beat_assess, NULL, NULL);
	plan(c, at + 2 * DAY, beat_plan, NULL, NULL);
	plan(c, at + 20 * DAY, beat_acted, NULL, NULL);
	plan(c, at + 42 * DAY, beat_assess, NULL, NULL);
}

/* After a yes: what was agreed, who they are passed to, how it goes on. */
static void
plan_support(struct casing *c, int64_t at)
{
	struct tale *t = c->t;
	unsigned talks = c->enhanced ? 2 + (unsigned)tale_below(t, 6)
				     : (unsigned)tale_below(t, 3);

	c->accepted = true;
	plan(c, at + 6 * 60000, beat_consent, "consent", NULL);
	if (tale_is(t, c->enhanced ? 70 : 24)) {
		plan(c, at + 9 * 60000, beat_refer, "referral",
		    tale_word(t, &c->crime->refer));
		plan(c, tale_hours(t, at, 24, 240), beat_referred,
		    "referral: no reply yet", NULL);
	}
	if (tale_is(t, 30))
		plan(c, tale_hours(t, at, 1, 20), beat_note, NULL,
		    tale_word(t, &t->telling->figures.notes));
	plan_work(c, at);
	for (unsigned i = 0; i < talks; i++) {
		at = tale_hours(t, at, 24 * 6, 24 * (c->enhanced ? 24 : 14));
		plan(c, at, beat_support, "follow-up",
		    tale_word(t, &t->telling->figures.notes));
	}
	c->closes = tale_hours(t, at, 24, 24 * 10);
}

static void
plan_no_answer(struct casing *c, int64_t at)
{
	struct tale *t = c->t;
	const struct record *safe = t->safety;
	const char *way = NULL;

	if (safe && record_has_code(safe, SAFETY_CHANNELS, "t"))
		way = "sms-sent";
	else if (safe && record_has_code(safe, SAFETY_CHANNELS, "p"))
		way = "letter-sent";
	if (way)
		plan(c, tale_hours(t, at, 20, 60), beat_contact,
		    "write, no answer", way);
	c->closes = tale_hours(t, at, 24 * 10, 24 * 16);
	plan(c, c->closes, beat_close, "closed? no reply",
	    way || !safe ? "no-response" : "unsafe");
}

static const char *
miss(struct tale *t)
{
	bool safe =
	    t->safety && record_has_code(t->safety, SAFETY_CHANNELS, "v");

	if (!tale_is(t, t->telling->figures.voicemail))
		return "no-answer";
	return safe ? "voicemail-left" : "voicemail-not-left";
}

/* Three tries on different days, and then a letter if that is safe. */
static void
plan_contact(struct casing *c)
{
	static const char *const again[] = { "first contact", "call-back",
		"call-back" };
	struct tale *t = c->t;
	const struct figures *fig = &t->telling->figures;
	int64_t at = tale_hours(t, c->opened, 2, c->enhanced ? 22 : 44);

	for (int i = 0; i < 3; i++) {
		if (tale_is(t, fig->wrong_number)) {
			plan(c, at, beat_contact, again[i], "number-wrong");
			c->closes = tale_hours(t, at, 24, 72);
			plan(c, c->closes, beat_close, "wrong number, return",
			    "wrong-details");
			return;
		}
		if (tale_is(t, fig->reached[i])) {
			bool no = tale_is(t, fig->declines);

			plan(c, at, beat_contact, again[i],
			    no ? "reached-declined" : "reached-accepted");
			if (!no) {
				plan_support(c, at);
				return;
			}
			c->closes = at + HOUR;
			plan(c, c->closes, beat_close, NULL, "declined");
			return;
		}
		plan(c, at, beat_contact, again[i], miss(t));
		at = tale_hours(t, at, 20, 60);
	}
	plan_no_answer(c, at);
}

static bool
is_end_of(const struct figure_course *course, const char *step,
    const char **code)
{
	bool court = course->ends != NULL;

	*code = NULL;
	if (strcmp(step, "S09") == 0 && court)
		*code = course->outcome;
	else if (!court &&
		 (strcmp(step, "S11") == 0 || strcmp(step, "S10") == 0))
		*code = course->outcome;
	else if (court &&
		 (strcmp(step, "S24") == 0 || strcmp(step, "S25") == 0 ||
		     strcmp(step, "S29") == 0))
		*code = course->ends;
	return *code != NULL;
}

/* Days in a state are half to twice what they are as a rule. */
static int64_t
stay(struct tale *t, const char *step, bool exact)
{
	unsigned days = t->telling->figures.days[atoi(step + 1) % 100];
	uint64_t ms = (uint64_t)days * (uint64_t)DAY;

	if (exact || !days)
		return (int64_t)ms;
	return (int64_t)(ms / 2 + tale_below(t, ms + ms / 2));
}

static void
plan_police(struct casing *c, bool exact)
{
	struct tale *t = c->t;
	const struct words *steps = &c->course->steps;
	int64_t at = c->opened - (exact ? 0 : 20 * HOUR), last = at;
	const char *code;

	for (size_t i = 0; i < steps->n; i++) {
		if (is_end_of(c->course, steps->at[i], &code)) {
			plan(c, at, beat_outcome, NULL, code);
			last = tale_hours(t, at, 4, c->enhanced ? 30 : 120);
			plan(c, last, beat_told, "tell the victim", code);
		}
		plan(c, at, beat_step, NULL, steps->at[i]);
		if (i + 1 < steps->n && case_is_sitting(steps->at[i + 1]) &&
		    !t->telling->bare)
			plan(c, at + HOUR, beat_listed, NULL, steps->at[i + 1]);
		at += stay(t, steps->at[i], exact);
		if (at > t->telling->now + 500 * DAY)
			break;
	}
	if (c->accepted && at > c->closes)
		c->closes = at;
	if (c->accepted && last > c->closes)
		c->closes = tale_hours(t, last, 2, 48);
}

static int
beat_order(const void *a, const void *b)
{
	const struct beat *x = a, *y = b;

	return x->at < y->at ? -1 : x->at > y->at;
}

/* ---- the case itself ---- */

/* Letters of the list, the likelier first, parted by blanks. */
static void
set_letters(struct tale *t, struct record *r, unsigned tag, const char *letters,
    unsigned likely)
{
	char text[32] = "";
	size_t n = 0;

	for (const char *s = letters; *s && n < 12; s++) {
		if (!tale_is(t, likely))
			continue;
		if (n)
			text[n++] = ' ';
		text[n++] = *s;
	}
	record_set_text(r, tag, n ? text : "-");
}

/* The force's pattern: YY the year, N a figure. */
static void
draw_number(const struct casing *c, char number[24])
{
	const struct tale *t = c->t;
	uint64_t k = ((uint64_t)t->nth * 8 + c->nth) * 618033u % 999983u;
	char year[8], figures[16], *to = number;
	const char *y = year, *n = figures;
	int local;

	moment_local(c->opened, &local, NULL, NULL, NULL, NULL, NULL);
	snprintf(year, sizeof(year), "%02d", local % 100);
	snprintf(figures, sizeof(figures), "%06u", (unsigned)k);
	for (const char *s = t->area->number; *s && to < number + 23; s++)
		*to++ = *s == 'Y' && *y ? *y++ : *s == 'N' && *n ? *n++ : *s;
	*to = '\0';
}

static void
tell_crime(struct casing *c)
{
	struct tale *t = c->t;
	struct telling *g = t->telling;
	char number[24], iso[24];

	draw_number(c, number);
	record_set_text(c->casefile, CASEFILE_NUMBER, number);
	if (g->bare)
		return;
	c->crime_id = hub_key_id(g->hub, KIND_CRIME, number);
	c->crime_record = record_new(g->arena,
	    kinds_by_tag(g->hub->kinds, KIND_CRIME), c->crime_id);
	tale_iso(c->opened - 22 * HOUR, iso);
	iso[10] = '\0';
	record_set_text(c->crime_record, CRIME_NUMBER, number);
	record_set_text(c->crime_record, CRIME_FORCE, t->area->force);
	record_set_text(c->crime_record, CRIME_MONTH, iso);
	record_set_text(c->crime_record, CRIME_CATEGORY, c->crime->code);
	record_set_text(c->crime_record, CRIME_DISTRICT,
	    record_text(t->person, PERSON_DISTRICT));
	record_set_link(c->casefile, CASEFILE_CRIME, c->crime_id);
	tale_put(t, c->opened, c->crime_record);
}

static void
tell_narrative(struct casing *c)
{
	const struct figures *fig = &c->t->telling->figures;
	char text[256];

	snprintf(text, sizeof(text), "%s %s", tale_word(c->t, &c->crime->says),
	    tale_word(c->t, &fig->feels));
	record_set_text(c->casefile, CASEFILE_NARRATIVE, text);
}

static void
tell_level(struct casing *c)
{
	struct level_verdict v;
	struct buf codes = { 0 };
	const struct hub *hub = c->t->telling->hub;

	level_judge(hub->levels, c->casefile, c->t->person, c->opened, &v);
	level_codes(&v, &codes);
	record_set_text(c->casefile, CASEFILE_LEVEL, v.level);
	record_set_text(c->casefile, CASEFILE_LEVEL_WHY, buf_str(&codes));
	buf_release(&codes);
	c->enhanced = v.n > 0;
}

static void
tell_case(struct casing *c)
{
	struct tale *t = c->t;
	char iso[24];

	c->casefile = tale_new(t, KIND_CASEFILE);
	record_set_link(c->casefile, CASEFILE_PERSON, t->person->id);
	record_set_text(c->casefile, CASEFILE_CATEGORY, c->crime->code);
	tale_iso(c->opened - 22 * HOUR, iso);
	if (!tale_is(t, 30))
		iso[10] = '\0';
	record_set_text(c->casefile, CASEFILE_WHEN, iso);
	tell_narrative(c);
	set_letters(t, c->casefile, CASEFILE_RISK, c->crime->risk, 26);
	record_set_text(c->casefile, CASEFILE_STATUS, "open");
	record_set_text(c->casefile, CASEFILE_STAGE,
	    c->reported ? "S01" : "S00");
	tale_iso(c->opened, iso);
	record_set_text(c->casefile, CASEFILE_OPENED, iso);
	record_set_text(c->casefile, CASEFILE_SOURCE,
	    draw_source(t, c->reported));
	record_set_text(c->casefile, CASEFILE_CALLER, t->child ? "p" : "v");
	record_set_text(c->casefile, CASEFILE_AREA, t->area->code);
	record_set_number(c->casefile, CASEFILE_NTH, c->nth);
	record_set_number(c->casefile, CASEFILE_ATTEMPTS, 0);
	tell_level(c);
}

static void
tell_clock(struct casing *c)
{
	char iso[24], due[24];

	if (!case_due(c, "VC06", c->opened, due))
		return;
	tale_iso(c->opened, iso);
	c->clock = case_new(c, KIND_CLOCK, CLOCK_CASEFILE);
	record_set_text(c->clock, CLOCK_RULE, "VC06");
	record_set_text(c->clock, CLOCK_STARTED, iso);
	record_set_text(c->clock, CLOCK_DUE, due);
	record_set_text(c->clock, CLOCK_STATE, "running");
	record_set_text(c->casefile, CASEFILE_NEXT_DUE, due);
	record_set_text(c->casefile, CASEFILE_NEXT_WHAT, "first contact");
	tale_put(c->t, c->opened, c->clock);
}

/* ---- playing ---- */

/* What the queue says: the first of ours that is still to come. */
static void
tell_next(struct casing *c, size_t from)
{
	char iso[24];

	for (size_t i = from; i < c->n; i++) {
		if (!c->beats[i].what)
			continue;
		tale_iso(c->beats[i].at, iso);
		record_set_text(c->casefile, CASEFILE_NEXT_DUE, iso);
		record_set_text(c->casefile, CASEFILE_NEXT_WHAT,
		    c->beats[i].what);
		return;
	}
	record_clear(c->casefile, CASEFILE_NEXT_DUE);
	record_clear(c->casefile, CASEFILE_NEXT_WHAT);
}

static void
put_due(struct casing *c, int64_t due)
{
	char iso[24];

	tale_iso(due, iso);
	record_set_text(c->casefile, CASEFILE_NEXT_DUE, iso);
	case_put(c, c->t->telling->now - HOUR / 2);
}

/*
 * How it stands now. Some of what is due is late, as it is everywhere; but the
 * first week of whoever sits down at the demonstration's desk is the cast's. A
 * case with nothing to do for weeks waits.
 */
static void
tell_standing(struct casing *c)
{
	struct tale *t = c->t;
	int64_t now = t->telling->now, due;
	bool desk = record_link(c->casefile, CASEFILE_OWNER) ==
		    tale_worker(t->telling, "jshah");

	if (!when_moment(record_text(c->casefile, CASEFILE_NEXT_DUE), &due))
		return;
	if (due > now + 21 * DAY) {
		record_set_text(c->casefile, CASEFILE_STATUS, "waiting");
		case_put(c, now - HOUR / 2);
	}
	if (desk && due < now + 7 * DAY)
		put_due(c, tale_hours(t, now, 7 * 24, 15 * 24));
	else if (!desk && tale_is(t, 7))
		put_due(c,
		    now - HOUR - (int64_t)tale_below(t, (uint64_t)(3 * DAY)));
}

static void
play(struct casing *c)
{
	int64_t now = c->t->telling->now;

	for (size_t i = 0; i < c->n && c->beats[i].at <= now; i++) {
		bool closes = c->beats[i].play == beat_close;

		tell_next(c, closes ? c->n : i + 1);
		c->beats[i].play(c, &c->beats[i]);
		case_put(c, c->beats[i].at);
		if (closes)
			return;
	}
	tell_standing(c);
}

int64_t
case_tell(struct tale *t, unsigned nth, int64_t opened)
{
	struct casing c = { .t = t, .nth = nth, .opened = opened };
	const struct figures *fig = &t->telling->figures;
	bool exact = nth == 1 && stage_of(t);

	chance_seed(&c.work, t->nth * 64 + nth + 7);
	c.crime = draw_crime(t);
	c.course = exact ? stage_of(t)->course : draw_course(t);
	c.reported = exact || (strcmp(c.crime->code, "ASB") != 0 &&
				  tale_is(t, fig->reported));
	tell_case(&c);
	if (c.reported)
		tell_crime(&c);
	tell_clock(&c);
	case_put(&c, opened);

	plan_contact(&c);
	if (exact && !c.accepted) { /* one to look at is one we walk with */
		c.n = 0;
		plan(&c, tale_hours(t, opened, 2, 20), beat_contact,
		    "first contact", "reached-accepted");
		plan_support(&c, tale_hours(t, opened, 20, 30));
	}
	if (c.reported)
		plan_police(&c, exact);
	if (c.accepted)
		plan(&c, c.closes, beat_close, "close?",
		    tale_is(t, 60) ? "met" : "reduced");
	qsort(c.beats, c.n, sizeof(c.beats[0]), beat_order);
	play(&c);
	return strcmp(record_text(c.casefile, CASEFILE_STATUS), "closed") == 0
		   ? c.closes
		   : 0;
}
