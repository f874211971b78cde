/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/day.h"
#include "hub/invent_inside.h"
#include "hub/needs.h"
#include "model/code.h"
#include "model/group.h"

/*
 * What a hub does with somebody beyond ringing them: the needs scored and
 * scored again, a plan with what each has promised, days in court. Its chance
 * is its own, so that the people and their crimes are the same with it and
 * without it.
 */

#define DAY (INT64_C(24) * 3600000)
#define REVIEW_DAYS 42

static bool
is_so(struct casing *c, unsigned in_a_hundred)
{
	return chance_below(&c->work, 100) < in_a_hundred;
}

static unsigned
draw(struct casing *c, unsigned n)
{
	return (unsigned)chance_below(&c->work, n);
}

static void
set_day(struct record *r, unsigned tag, int64_t at)
{
	char iso[24];

	tale_iso(at, iso);
	iso[10] = '\0';
	record_set_text(r, tag, iso);
}

/* ---- needs ---- */

/* What they want help with weighs; the rest hardly. Later it weighs less. */
static unsigned
score(struct casing *c, size_t i, const char *need)
{
	bool wanted = record_has_code(c->casefile, CASEFILE_NEEDS, need);

	if (!c->scored)
		c->scores[i] = (uint8_t)(wanted ? 3 + draw(c, 3) : draw(c, 2));
	else
		c->scores[i] -= (uint8_t)draw(c, c->scores[i] / 2 + 1u);
	return c->scores[i];
}

static void
set_scores(struct casing *c, struct record *r)
{
	const struct needs *needs = c->t->telling->hub->needs;
	struct group *g = group_new(c->t->telling->arena);
	struct buf value = { 0 };
	char text[8];

	for (size_t i = 0; i < needs_count(needs) && i < CASING_NEEDS; i++) {
		struct group_row *row = group_add(g);
		const char *code = needs_nth(needs, i)->code;

		snprintf(text, sizeof(text), "%u", score(c, i, code));
		group_set_text(g, row, SCORE_NEED, code);
		group_set_text(g, row, SCORE_POINTS, text);
	}
	group_encode(g, &value);
	record_set(r, NEED_SCORES, buf_window(&value));
	buf_release(&value);
}

void
beat_assess(struct casing *c, const struct beat *b)
{
	struct record *r = case_new(c, KIND_NEED, NEED_CASEFILE);
	char iso[24];

	tale_iso(b->at, iso);
	record_set_text(r, NEED_ON, iso);
	record_set_text(r, NEED_POINT, c->scored ? "review" : "first");
	record_set_link(r, NEED_WORKER, record_link(c->casefile, CASEFILE_OWNER));
	set_scores(c, r);
	set_day(r, NEED_NEXT, b->at + REVIEW_DAYS * DAY);
	c->scored = true;
	tale_put(c->t, b->at, r);
}

/* ---- the plan ---- */

static const char *
pick(struct casing *c, const struct words *words)
{
	return words->at[draw(c, (unsigned)words->n)];
}

/* "locks: Change the back door lock": the sort of help, and what. */
static void
write_action(struct casing *c, int64_t at)
{
	const char *line = pick(c, &c->t->telling->figures.actions);
	size_t sort = strcspn(line, ":");
	struct record *r = case_new(c, KIND_ACTION, ACTION_CASEFILE);

	if (!line[sort])
		return;
	record_set_link(r, ACTION_PLAN, c->plan->id);
	record_set_text(r, ACTION_WHAT, line + sort + 2);
	record_set_text(r, ACTION_SORT,
	    arena_strn(c->t->telling->arena, line, sort));
	set_day(r, ACTION_DUE, at + (int64_t)(4 + draw(c, 18)) * DAY);
	record_set_text(r, ACTION_STATE, "planned");
	record_set_number(r, ACTION_VERSION, 1);
	record_set_link(
	    r, ACTION_WORKER, record_link(c->casefile, CASEFILE_OWNER));
	c->actions[c->n_actions++] = r;
	tale_put(c->t, at, r);
}

void
beat_plan(struct casing *c, const struct beat *b)
{
	struct record *r = case_new(c, KIND_PLAN, PLAN_CASEFILE);
	unsigned n = 1 + draw(c, CASING_ACTIONS);

	set_day(r, PLAN_ON, b->at);
	record_set_number(r, PLAN_VERSION, 1);
	record_set_text(
	    r, PLAN_GOAL, pick(c, &c->t->telling->figures.goals));
	set_day(r, PLAN_REVIEW, b->at + REVIEW_DAYS * DAY);
	record_set_text(r, PLAN_STATE, "in-force");
	if (strcmp(record_text(c->casefile, CASEFILE_NEEDS), "-") != 0)
		record_set_text(
		    r, PLAN_NEED, record_text(c->casefile, CASEFILE_NEEDS));
	record_set_link(r, PLAN_WORKER, record_link(c->casefile, CASEFILE_OWNER));
	c->plan = r;
	tale_put(c->t, b->at, r);
	for (unsigned i = 0; i < n; i++)
		write_action(c, b->at);
}

/* What was promised is done, or mostly. */
void
beat_acted(struct casing *c, const struct beat *b)
{
	for (size_t i = 0; i < c->n_actions; i++) {
		struct record *r = c->actions[i];

		if (strcmp(record_text(r, ACTION_STATE), "planned") != 0 ||
		    !is_so(c, 80))
			continue;
		record_set_text(r, ACTION_STATE, "done");
		set_day(r, ACTION_DONE, b->at);
		tale_put(c->t, b->at, r);
	}
}

/* ---- days in court ---- */

/* The steps that are days in court, and before whom. */
/* clang-format off */
static const struct sitting {
	const char *step, *sort;
	bool crown;
} sittings[] = {
	{ "S13", "first", false },
	{ "S16", "trial", false },
	{ "S18", "ptph", true },
	{ "S22", "trial", true },
	{ "S29", "sentence", true },
};
/* clang-format on */

static const struct sitting *
sitting_of(const char *step)
{
	for (size_t i = 0; i < sizeof(sittings) / sizeof(sittings[0]); i++)
		if (strcmp(sittings[i].step, step) == 0)
			return &sittings[i];
	return NULL;
}

bool
case_is_sitting(const char *step)
{
	return sitting_of(step) != NULL;
}

/* When the step that the day in court is for comes. */
static int64_t
sits_at(const struct casing *c, const struct beat *b)
{
	for (size_t i = 0; i < c->n; i++)
		if (c->beats[i].play == beat_step && c->beats[i].at > b->at &&
		    strcmp(c->beats[i].code, b->code) == 0)
			return c->beats[i].at;
	return 0;
}

void
beat_listed(struct casing *c, const struct beat *b)
{
	const struct sitting *s = sitting_of(b->code);
	int64_t at = sits_at(c, b);
	struct record *r;
	char iso[24];

	if (!at)
		return;
	r = case_new(c, KIND_HEARING, HEARING_CASEFILE);
	tale_iso(at, iso);
	snprintf(iso + 10, sizeof(iso) - 10, "T%s",
	    is_so(c, 60) ? "10:00" : "14:00");
	record_set_text(r, HEARING_ON, iso);
	record_set_text(r, HEARING_COURT,
	    s->crown ? c->t->area->crown : c->t->area->magistrates);
	record_set_text(r, HEARING_SORT, s->sort);
	record_set_text(r, HEARING_AS,
	    strcmp(s->sort, "trial") == 0 ? "w" : "n");
	record_set_flag(r, HEARING_TOLD, is_so(c, 80));
	record_set_number(r, HEARING_NTH, 1);
	c->hearing = r;
	tale_put(c->t, b->at, r);
}

void
case_heard(struct casing *c, int64_t at, const char *step)
{
	if (!c->hearing || !case_is_sitting(step))
		return;
	record_set_text(c->hearing, HEARING_RESULT, "effective");
	tale_put(c->t, at, c->hearing);
	c->hearing = NULL;
}
