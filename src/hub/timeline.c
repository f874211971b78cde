/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/day.h"
#include "hub/due.h"
#include "hub/hub.h"
#include "model/code.h"
#include "model/record.h"

#include "hub/timeline_inside.h"

/*
 * A timeline is made of records of many kinds. Nothing is kept for it: what
 * happened is in the records.
 */

/* The record as it stood; NULL when it was not there then. */
static enum rc
as_it_stood(struct gathering *g, struct record **r, struct fault *f)
{
	enum rc rc = hub_record_as_of(g->hub, g->arena, (*r)->kind->tag,
	    (*r)->id, g->now_ms, r, f);

	if (rc == RC_MISSING)
		*r = NULL;
	return rc == RC_MISSING ? RC_OK : rc;
}

enum rc
line_children(struct gathering *g, uint64_t parent, unsigned kind,
    struct record_list *list, struct fault *f)
{
	enum rc rc = hub_children(g->hub, g->arena, parent, kind, list, f);
	size_t n = 0;

	for (size_t i = 0; !rc && g->back && i < list->n; i++) {
		struct record *r = list->at[i];

		rc = as_it_stood(g, &r, f);
		if (!rc && r)
			list->at[n++] = r;
	}
	if (g->back)
		list->n = n;
	return rc;
}

const struct record *
line_record(struct gathering *g, unsigned kind, uint64_t id)
{
	struct record *r;

	if (!id || hub_record(g->hub, g->arena, kind, id, &r, NULL) ||
	    (g->back && as_it_stood(g, &r, NULL)))
		return NULL;
	return r;
}

/* A step stands for an outcome that moved it or that leads where it went. */
static bool
is_a_step(const struct gathering *g, const struct record_list *steps,
    const struct record *outcome)
{
	const char *wording = code_label(g->hub->codes, "outcome",
	    record_text(outcome, OUTCOME_TYPE));
	const char *state = journey_of_outcome(g->hub->journeys, wording);

	for (size_t i = 0; i < steps->n; i++)
		if (record_link(steps->at[i], STEP_OUTCOME) == outcome->id ||
		    (state && strcmp(record_text(steps->at[i], STEP_STATE),
				  state) == 0))
			return true;
	return false;
}

/* Outcomes of the crime that moved nothing are still news. */
static enum rc
add_outcomes(struct gathering *g, struct fault *f)
{
	uint64_t crime = record_link(g->casefile, CASEFILE_CRIME);
	struct record_list outcomes, steps;
	enum rc rc;

	if (!crime)
		return RC_OK;
	rc = line_children(g, crime, KIND_OUTCOME, &outcomes, f);
	if (!rc)
		rc = line_children(g, g->casefile->id, KIND_STEP, &steps, f);
	for (size_t i = 0; !rc && i < outcomes.n; i++) {
		const struct record *r = outcomes.at[i];

		if (!is_a_step(g, &steps, r))
			line_outcome(g, r);
	}
	return rc;
}

/* ---- what the victim was told ---- */

/* "state:S09" stands in the trigger as a word. */
static bool
starts_by(const struct due_rule *rule, const char *state)
{
	char word[32];
	const char *at;
	size_t n = (size_t)snprintf(word, sizeof(word), "state:%s", state);

	at = strstr(rule->trigger, word);
	return at && (at[n] == ' ' || at[n] == '\0');
}

/* Whether telling ${what} is telling of a step to ${state}: a limit that the
 * step starts is one that this telling meets. */
static bool
is_told_by(const struct gathering *g, const char *state, const char *what)
{
	const struct deadlines *d = g->hub->deadlines;
	size_t n = strlen(what);

	for (size_t i = 0; i < deadlines_count(d); i++) {
		const struct due_rule *rule = deadlines_nth(d, i);
		const char *at = rule->told ? strstr(rule->told, what) : NULL;

		if (at && (at[n] == ' ' || at[n] == '\0') &&
		    (at == rule->told || at[-1] == ' ') &&
		    starts_by(rule, state))
			return true;
	}
	return false;
}

/* Whether any step at all is told of by such a telling. */
static bool
is_of_steps(const struct gathering *g, const char *what)
{
	for (size_t i = 0; i < journey_count(g->hub->journeys); i++)
		if (is_told_by(g, journey_nth(g->hub->journeys, i)->code, what))
			return true;
	return false;
}

/* The last step by ${at_ms} that nobody was told of yet, of those that ${what}
 * (NULL: anything) tells of; NULL if none. */
static struct timeline_step *
untold_by(struct gathering *g, size_t first, int64_t at_ms, const char *what)
{
	struct timeline_step *last = NULL;

	for (size_t i = first; i < g->steps.n; i++) {
		struct timeline_step *s = &g->steps.at[i];

		if (!s->told && s->at_ms <= at_ms &&
		    (!what || is_told_by(g, s->state, what)) &&
		    (!last || s->at_ms >= last->at_ms))
			last = s;
	}
	return last;
}

/* A task to tell them that is not done, or that is all there is to go by. */
static bool
is_telling(const struct gathering *g, const struct record *task)
{
	bool open = strcmp(record_text(task, TASK_STATE), "open") == 0;

	return strcmp(record_text(task, TASK_WHAT), "tell") == 0 &&
	       (open || (!g->told.n && *record_text(task, TASK_DONE)));
}

static const char *
task_words(const struct gathering *g, const struct record *task)
{
	if (strcmp(record_text(task, TASK_STATE), "open") == 0)
		return "told? no";
	return arena_printf(g->arena, "told %s",
	    line_day(g, record_text(task, TASK_DONE)));
}

/* One telling tells all that was decided on the day: two counts, one call. */
static void
claim(struct gathering *g, size_t first, struct timeline_step *told,
    const char *what, const char *words)
{
	int32_t day = moment_day(told->at_ms);

	for (size_t i = first; what && i < g->steps.n; i++) {
		struct timeline_step *s = &g->steps.at[i];

		if (!s->told && moment_day(s->at_ms) == day &&
		    is_told_by(g, s->state, what))
			s->told = words;
	}
	told->told = words;
}

/*
 * Each telling is of the last thing it can be about that happened before it; a
 * task to tell them is of the last that is left.
 */
static void
claim_told(struct gathering *g, size_t first)
{
	struct timeline_step *s;

	for (size_t i = 0; i < g->told.n; i++) {
		const char *on = record_text(g->told.at[i], TOLD_ON);
		const char *what = record_text(g->told.at[i], TOLD_WHAT);

		if (strcmp(what, "hearing") == 0)
			continue; /* the hearing says so itself */
		if (!is_of_steps(g, what))
			what = NULL;
		s = untold_by(g, first, line_moment(on), what);
		if (s)
			claim(g, first, s, what,
			    arena_printf(g->arena, "told %s", line_day(g, on)));
	}
	for (size_t i = g->tasks.n; i-- > 0;)
		if (is_telling(g, g->tasks.at[i]) &&
		    (s = untold_by(g, first, INT64_MAX, NULL)))
			s->told = task_words(g, g->tasks.at[i]);
	for (size_t i = first; i < g->steps.n; i++)
		if (!g->steps.at[i].told)
			g->steps.at[i].told = "";
}

static enum rc
add_source(struct gathering *g, const struct line_source *source,
    struct fault *f)
{
	struct record_list list;
	enum rc rc =
	    line_children(g, g->casefile->id, source->kind, &list, f);

	for (size_t i = 0; !rc && i < list.n; i++)
		source->add(g, list.at[i]);
	return rc;
}

static enum rc
add_case(struct gathering *g, const struct record *casefile, struct fault *f)
{
	size_t first;
	enum rc rc;

	g->casefile = casefile;
	first = g->steps.n;
	rc = line_children(g, casefile->id, KIND_TOLD, &g->told, f);
	if (!rc)
		rc = line_children(g, casefile->id, KIND_TASK, &g->tasks, f);
	if (rc)
		return rc;
	line_casefile(g, casefile);
	for (const struct line_source *s = line_sources; !rc && s->add; s++)
		rc = add_source(g, s, f);
	if (!rc)
		rc = add_outcomes(g, f);
	claim_told(g, first);
	return rc;
}

/* Oldest first; of those at one moment, as they were added. */
static void
sort_steps(struct timeline_step *at, size_t n)
{
	for (size_t i = 1; i < n; i++) {
		struct timeline_step s = at[i];
		size_t to = i;

		for (; to && at[to - 1].at_ms > s.at_ms; to--)
			at[to] = at[to - 1];
		at[to] = s;
	}
}

static enum rc
add_cases(struct gathering *g, uint64_t person, uint64_t casefile,
    struct fault *f)
{
	struct record_list cases;
	bool found = !casefile;
	enum rc rc = line_children(g, person, KIND_CASEFILE, &cases, f);

	for (size_t i = 0; !rc && i < cases.n; i++) {
		if (casefile && cases.at[i]->id != casefile)
			continue;
		found = true;
		rc = add_case(g, cases.at[i], f);
	}
	if (!rc && !found)
		return fault_set(f, RC_MISSING,
		    "that person has no such case that you may see");
	return rc;
}

enum rc
timeline_as_of(struct hub *hub, struct arena *arena, uint64_t person,
    uint64_t casefile, int64_t at_ms, struct timeline *line, struct fault *f)
{
	struct gathering g = { .hub = hub,
		.arena = arena,
		.back = at_ms != 0,
		.now_ms = at_ms ? at_ms : hub_now(hub) };
	enum rc rc = add_cases(&g, person, casefile, f);

	*line = (struct timeline){ 0 };
	if (!rc && g.steps.n) {
		sort_steps(g.steps.at, g.steps.n);
		line->at = arena_copy(arena, g.steps.at,
		    g.steps.n * sizeof(*g.steps.at));
		line->n = g.steps.n;
	}
	VEC_RELEASE(&g.steps);
	return rc;
}

enum rc
timeline_read(struct hub *hub, struct arena *arena, uint64_t person,
    uint64_t casefile, struct timeline *line, struct fault *f)
{
	return timeline_as_of(hub, arena, person, casefile, 0, line, f);
}
