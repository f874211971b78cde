/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/cfg.h"
#include "base/day.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/vec.h"
#include "base/when.h"
#include "model/record.h"

#include "hub/definitions.h"
#include "hub/surveys.h"

struct surveys {
	struct arena *arena;
	VEC(struct survey) all;
};

/* clang-format off */
static const struct cfg_rule rules[] = {
	{ "name",	CFG_TEXT,	true },
	{ "title",	CFG_TEXT,	true },
	{ "sort",	CFG_TEXT,	true },
	{ "body",	CFG_TEXT,	true },
	{ "crimes",	CFG_LIST,	false },
	{ "stages",	CFG_LIST,	false },
	{ "never",	CFG_LIST,	false },
	{ "after",	CFG_INT,	true },
	{ "until",	CFG_INT,	true },
	{ "cool",	CFG_INT,	true },
	{ "mark",	CFG_TEXT,	true },
	{ NULL,		CFG_TEXT,	false },
};
/* clang-format on */

static enum rc
read_days(const struct cfg_at *root, struct survey *s, struct fault *f)
{
	int64_t after = 0, until = 0, cool = 0;

	cfg_int(root, "after", &after);
	cfg_int(root, "until", &until);
	cfg_int(root, "cool", &cool);
	if (after < 0 || until <= after || until > 3660 || cool < 0 ||
	    cool > 3660)
		return cfg_fault(root, f,
		    "after, until and cool are days, and until comes after "
		    "after");
	s->after = (int)after;
	s->until = (int)until;
	s->cool = (int)cool;
	return RC_OK;
}

static enum rc
read_file(const struct cfg_at *root, void *arg, struct fault *f)
{
	struct surveys *all = arg;
	struct survey s = { 0 };
	enum rc rc = cfg_check(root, rules, f);

	if (rc)
		return rc;
	s.name = definitions_text(root, "name", all->arena);
	s.title = definitions_text(root, "title", all->arena);
	s.sort = definitions_text(root, "sort", all->arena);
	s.body = definitions_text(root, "body", all->arena);
	s.mark = definitions_text(root, "mark", all->arena);
	if ((rc = definitions_words(root, "crimes", all->arena, &s.crimes,
		 f)) ||
	    (rc = definitions_words(root, "stages", all->arena, &s.stages,
		 f)) ||
	    (rc = definitions_words(root, "never", all->arena, &s.never, f)) ||
	    (rc = read_days(root, &s, f)))
		return rc;
	*VEC_ADD(&all->all) = s;
	return RC_OK;
}

enum rc
surveys_load(const char *dir, struct surveys **surveys, struct fault *f)
{
	struct surveys *s = mem_get(sizeof(*s));
	enum rc rc;

	s->arena = arena_new();
	if ((rc = definitions_each(dir, read_file, s, f))) {
		surveys_free(s);
		return rc;
	}
	*surveys = s;
	return RC_OK;
}

void
surveys_free(struct surveys *s)
{
	if (!s)
		return;
	VEC_RELEASE(&s->all);
	arena_free(s->arena);
	free(s);
}

size_t
surveys_count(const struct surveys *s)
{
	return s->all.n;
}

const struct survey *
surveys_nth(const struct surveys *s, size_t i)
{
	return i < s->all.n ? &s->all.at[i] : NULL;
}

enum rc
survey_find(const struct surveys *s, const char *name,
    const struct survey **survey, struct fault *f)
{
	const char *known[32], *near;
	size_t n = 0;

	for (size_t i = 0; i < s->all.n; i++) {
		if (strcmp(s->all.at[i].name, name) == 0) {
			*survey = &s->all.at[i];
			return RC_OK;
		}
		if (n < 31)
			known[n++] = s->all.at[i].name;
	}
	known[n] = NULL;
	near = str_nearest(name, known);
	return fault_set(f, RC_INVALID,
	    "there is no survey \"%s\"%s%s; handrailctl survey lists them",
	    name, near ? "; did you mean " : "", near ? near : "");
}

/* ---- may they be asked ---- */

static bool
has_any(const struct record *r, unsigned tag, const char *const *codes)
{
	for (; *codes; codes++)
		if (record_has_code(r, tag, *codes))
			return true;
	return false;
}

/* Whole days since the field's day; -1 when it says none. */
static int
days_since(const struct record *r, unsigned tag, int64_t now_ms)
{
	int32_t first, last;

	if (!when_days(record_text(r, tag), &first, &last))
		return -1;
	return moment_day(now_ms) - first;
}

const char *
survey_fits(const struct survey *survey, const struct survey_case *of)
{
	int days = days_since(of->casefile, CASEFILE_CLOSED, of->now_ms);

	if (survey->never &&
	    has_any(of->casefile, CASEFILE_CATEGORY, survey->never))
		return "never asked about this";
	if ((survey->crimes &&
		!has_any(of->casefile, CASEFILE_CATEGORY, survey->crimes)) ||
	    (survey->stages &&
		!has_any(of->casefile, CASEFILE_STAGE, survey->stages)))
		return "not a case this survey asks about";
	if (days < 0)
		days = days_since(of->casefile, CASEFILE_WHEN, of->now_ms);
	if (days < survey->after)
		return "too soon";
	return days > survey->until ? "too long ago" : NULL;
}

const char *
survey_bars(const struct survey *survey, const struct survey_case *of)
{
	int days;

	if (record_flag(of->person, PERSON_NO_SURVEY))
		return "does not want to be asked";
	for (size_t i = 0; i < of->n_asked; i++) {
		days = days_since(of->asked[i], SURVEY_INVITED, of->now_ms);
		if (days < 0)
			days = days_since(of->asked[i], SURVEY_ON, of->now_ms);
		if (strcmp(record_text(of->asked[i], SURVEY_AGAIN), "n") == 0)
			return "said not to ask again";
		if (days >= 0 && days < survey->cool)
			return "was asked not long ago";
	}
	return NULL;
}
