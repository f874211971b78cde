/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/cfg.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/vec.h"
#include "hub/definitions.h"

#include "hub/journey.h"

/*
 * All files make one journey: a site may add states beside ours, and moves
 * between its own states and ours. Checks are made when all were read, and name
 * the file and line of the state that is wrong.
 */

/* Where a state was read, and whether a case may begin there. */
struct place {
	const char *file;
	unsigned line;
	bool begins;
};

struct outcome {
	const char *wording, *state, *number, *review;
};

struct journeys {
	struct arena *arena;
	VEC(struct journey_state) states;
	VEC(struct place) places; /* of the states, in the same order */
	VEC(struct outcome) outcomes;
};

/* clang-format off */
static const struct cfg_rule file_rules[] = {
	{ "name",	CFG_TEXT,	true },
	{ "title",	CFG_TEXT,	true },
	{ "begins",	CFG_LIST,	false },
	{ "states",	CFG_LIST,	true },
	{ "outcomes",	CFG_LIST,	false },
	{ NULL,		CFG_TEXT,	false },
};

static const struct cfg_rule state_rules[] = {
	{ "code",	CFG_TEXT,	true },
	{ "name",	CFG_TEXT,	true },
	{ "label",	CFG_TEXT,	true },
	{ "meaning",	CFG_TEXT,	true },
	{ "track",	CFG_TEXT,	true },
	{ "letter",	CFG_TEXT,	false },
	{ "next",	CFG_LIST,	false },
	{ "end",	CFG_FLAG,	false },
	{ "stop",	CFG_FLAG,	false },
	{ NULL,		CFG_TEXT,	false },
};

static const struct cfg_rule outcome_rules[] = {
	{ "code",	CFG_TEXT,	true },
	{ "wording",	CFG_TEXT,	true },
	{ "number",	CFG_TEXT,	false },
	{ "mark",	CFG_TEXT,	true },
	{ "state",	CFG_TEXT,	false },
	{ "review",	CFG_TEXT,	false },
	{ NULL,		CFG_TEXT,	false },
};
/* clang-format on */

static size_t
number_of(const struct journeys *j, const char *code)
{
	size_t i = 0;

	while (i < j->states.n && strcmp(j->states.at[i].code, code) != 0)
		i++;
	return i;
}

static bool
is_there(const struct journeys *j, const char *code)
{
	return number_of(j, code) < j->states.n;
}

static enum rc
read_state(struct journeys *j, const struct cfg_at *at, struct fault *f)
{
	struct journey_state s = { 0 };
	const char *letter = "";
	struct place *place;
	enum rc rc = cfg_check(at, state_rules, f);

	if (rc)
		return rc;
	s.code = definitions_text(at, "code", j->arena);
	s.name = definitions_text(at, "name", j->arena);
	s.label = definitions_text(at, "label", j->arena);
	s.meaning = definitions_text(at, "meaning", j->arena);
	s.track = definitions_text(at, "track", j->arena);
	cfg_flag(at, "end", &s.end);
	cfg_flag(at, "stop", &s.stop);
	cfg_text(at, "letter", &letter);
	s.letter = *letter ? *letter : *s.label;
	if (is_there(j, s.code))
		return cfg_fault(at, f, "the state %s is there twice", s.code);
	if ((rc = definitions_words(at, "next", j->arena, &s.next, f)))
		return rc;
	if (!s.next)
		s.next = arena_get(j->arena, sizeof(*s.next));
	*VEC_ADD(&j->states) = s;
	place = VEC_ADD(&j->places);
	place->file = arena_str(j->arena, cfg_file(at));
	place->line = cfg_line(at);
	return RC_OK;
}

static enum rc
read_begins(struct journeys *j, const struct cfg_at *root, struct fault *f)
{
	const struct cfg_at *list = cfg_get(root, "begins");
	const char *code;

	for (size_t i = 0; i < cfg_len(list); i++) {
		const struct cfg_at *at = cfg_nth(list, i);

		if (!cfg_text(at, NULL, &code))
			return cfg_fault(at, f, "begins wants codes of states");
		if (!is_there(j, code))
			return cfg_fault(at, f,
			    "there is no state %s to begin in", code);
		j->places.at[number_of(j, code)].begins = true;
	}
	return RC_OK;
}

static enum rc
read_outcome(struct journeys *j, const struct cfg_at *at, struct fault *f)
{
	struct outcome *o;
	enum rc rc = cfg_check(at, outcome_rules, f);

	if (rc)
		return rc;
	o = VEC_ADD(&j->outcomes);
	o->wording = definitions_text(at, "wording", j->arena);
	o->state = definitions_text(at, "state", j->arena);
	o->number = definitions_text(at, "number", j->arena);
	o->review = definitions_text(at, "review", j->arena);
	if (o->state && !is_there(j, o->state))
		return cfg_fault(at, f, "there is no state %s to lead to",
		    o->state);
	return RC_OK;
}

static enum rc
read_file(const struct cfg_at *root, void *arg, struct fault *f)
{
	const struct cfg_at *list;
	enum rc rc = cfg_check(root, file_rules, f);

	list = cfg_get(root, "states");
	for (size_t i = 0; !rc && i < cfg_len(list); i++)
		rc = read_state(arg, cfg_nth(list, i), f);
	if (!rc)
		rc = read_begins(arg, root, f);
	list = cfg_get(root, "outcomes");
	for (size_t i = 0; !rc && i < cfg_len(list); i++)
		rc = read_outcome(arg, cfg_nth(list, i), f);
	return rc;
}

/* ---- walking, and what must be so of the whole ---- */

/*
 * Mark in ${seen} every state that ${from} leads to; ${from} itself only when
 * some way comes back to it.
 */
static void
walk_from(const struct journeys *j, size_t from, bool *seen)
{
	size_t n = j->states.n, *waiting = mem_get((n + 1) * sizeof(*waiting));
	size_t first = 0, last = 0;

	waiting[last++] = from;
	while (first < last) {
		const char *const *next = j->states.at[waiting[first++]].next;

		for (; *next; next++) {
			size_t to = number_of(j, *next);

			if (to == n || seen[to])
				continue;
			seen[to] = true;
			waiting[last++] = to;
		}
	}
	free(waiting);
}

static enum rc
state_fault(const struct journeys *j, size_t i, struct fault *f,
    const char *what, const char *which)
{
	return fault_set(f, RC_INVALID, "%s:%u: %s %s %s", j->places.at[i].file,
	    j->places.at[i].line, j->states.at[i].code, what, which);
}

static enum rc
check_moves(const struct journeys *j, struct fault *f)
{
	for (size_t i = 0; i < j->states.n; i++) {
		const char *const *next = j->states.at[i].next;

		for (; *next; next++)
			if (!is_there(j, *next))
				return state_fault(j, i, f,
				    "leads to a state that is not there:",
				    *next);
	}
	return RC_OK;
}

static enum rc
check_reached(const struct journeys *j, bool *seen, struct fault *f)
{
	for (size_t i = 0; i < j->states.n; i++)
		if (j->places.at[i].begins) {
			seen[i] = true;
			walk_from(j, i, seen);
		}
	for (size_t i = 0; i < j->states.n; i++)
		if (!seen[i])
			return state_fault(j, i, f,
			    "is a state that nothing leads to", "");
	return RC_OK;
}

/* Every case can close some day, wherever it has got to. */
static enum rc
check_ends(const struct journeys *j, bool *seen, struct fault *f)
{
	for (size_t i = 0; i < j->states.n; i++) {
		bool ends = j->states.at[i].end;

		memset(seen, 0, j->states.n * sizeof(*seen));
		walk_from(j, i, seen);
		for (size_t k = 0; k < j->states.n; k++)
			ends = ends || (seen[k] && j->states.at[k].end);
		if (!ends)
			return state_fault(j, i, f,
			    "goes round for ever: no way from it comes to an "
			    "end",
			    "");
	}
	return RC_OK;
}

static enum rc
check_all(const struct journeys *j, struct fault *f)
{
	bool *seen = mem_get((j->states.n + 1) * sizeof(*seen));
	enum rc rc = check_moves(j, f);

	if (!rc)
		rc = check_reached(j, seen, f);
	if (!rc)
		rc = check_ends(j, seen, f);
	free(seen);
	return rc;
}

enum rc
journeys_load(const char *dir, struct journeys **journeys, struct fault *f)
{
	struct journeys *j = mem_get(sizeof(*j));
	enum rc rc;

	j->arena = arena_new();
	rc = definitions_each(dir, read_file, j, f);
	if (!rc && !j->states.n)
		rc = fault_set(f, RC_INVALID, "%s: no journey is defined there",
		    dir);
	if (!rc)
		rc = check_all(j, f);
	if (rc) {
		journeys_free(j);
		return rc;
	}
	*journeys = j;
	return RC_OK;
}

void
journeys_free(struct journeys *j)
{
	if (!j)
		return;
	VEC_RELEASE(&j->states);
	VEC_RELEASE(&j->places);
	VEC_RELEASE(&j->outcomes);
	arena_free(j->arena);
	free(j);
}

/* ---- questions ---- */

const struct journey_state *
journey_state(const struct journeys *j, const char *code)
{
	size_t i = number_of(j, code);

	return i < j->states.n ? &j->states.at[i] : NULL;
}

size_t
journey_count(const struct journeys *j)
{
	return j->states.n;
}

const struct journey_state *
journey_nth(const struct journeys *j, size_t i)
{
	return i < j->states.n ? &j->states.at[i] : NULL;
}

bool
journey_is_open(const struct journeys *j, const char *from, const char *to)
{
	const struct journey_state *s = journey_state(j, from);
	size_t i = number_of(j, to);

	if (i == j->states.n)
		return false;
	if (!*from)
		return j->places.at[i].begins;
	for (const char *const *next = s ? s->next : NULL; next && *next;
	     next++)
		if (strcmp(*next, to) == 0)
			return true;
	return false;
}

bool
journey_leads(const struct journeys *j, const char *from, const char *to)
{
	size_t a = number_of(j, from), b = number_of(j, to);
	bool *seen, leads;

	if (a == j->states.n || b == j->states.n)
		return false;
	seen = mem_get(j->states.n * sizeof(*seen));
	walk_from(j, a, seen);
	leads = seen[b];
	free(seen);
	return leads;
}

bool
journey_is_further(const struct journeys *j, const char *a, const char *b)
{
	size_t at = number_of(j, a), was = number_of(j, b);
	bool a_stops, b_stops;

	if (at == j->states.n || was == j->states.n)
		return at < was;
	a_stops = j->states.at[at].stop || j->states.at[at].end;
	b_stops = j->states.at[was].stop || j->states.at[was].end;
	return a_stops != b_stops ? b_stops : at > was;
}

static const struct outcome *
outcome_of(const struct journeys *j, const char *wording)
{
	const struct outcome *o;

	VEC_EACH (&j->outcomes, o)
		if (str_ieq(o->wording, wording))
			return o;
	return NULL;
}

const char *
journey_of_outcome(const struct journeys *j, const char *wording)
{
	const struct outcome *o = outcome_of(j, wording);

	return o ? o->state : NULL;
}

bool
journey_knows_outcome(const struct journeys *j, const char *wording)
{
	return outcome_of(j, wording) != NULL;
}

const char *
journey_review(const struct journeys *j, const char *wording)
{
	const struct outcome *o = outcome_of(j, wording);

	return o && o->review ? o->review : "";
}

void
journey_ways(const struct journeys *j, const char *from, struct buf *out)
{
	bool any = false;

	for (size_t i = 0; i < j->states.n; i++) {
		const struct journey_state *s = &j->states.at[i];

		if (!journey_is_open(j, from, s->code))
			continue;
		buf_printf(out, "%s%s %s", any ? ", " : "", s->code, s->label);
		any = true;
	}
}
