/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/cfg.h"
#include "base/mem.h"
#include "base/vec.h"
#include "hub/definitions.h"
#include "hub/due.h"
#include "hub/journey.h"
#include "model/code.h"

#include "hub/opening.h"

struct openings {
	struct arena *arena;
	VEC(struct opening) rows;
	/* Only while files are read. */
	const struct codes *codes;
	const struct journeys *journeys;
	const struct deadlines *deadlines;
};

/* clang-format off */
static const struct cfg_rule file_rules[] = {
	{ "name",	CFG_TEXT,	true },
	{ "title",	CFG_TEXT,	true },
	{ "openings",	CFG_LIST,	true },
	{ NULL,		CFG_TEXT,	false },
};

static const struct cfg_rule row_rules[] = {
	{ "opens",	CFG_TEXT,	true },
	{ "sort",	CFG_TEXT,	true },
	{ "states",	CFG_LIST,	true },
	{ "say",	CFG_TEXT,	true },
	{ "source",	CFG_TEXT,	true },
	{ "mark",	CFG_TEXT,	true },
	{ "rule",	CFG_TEXT,	false },
	{ "event",	CFG_TEXT,	false },
	{ "from",	CFG_LIST,	false },
	{ "passed",	CFG_LIST,	false },
	{ "never",	CFG_LIST,	false },
	{ "crimes",	CFG_LIST,	false },
	{ "not_crimes",	CFG_LIST,	false },
	{ "disposals",	CFG_LIST,	false },
	{ "consent",	CFG_LIST,	false },
	{ "not_risk",	CFG_LIST,	false },
	{ "months",	CFG_INT,	false },
	{ "safe",	CFG_FLAG,	false },
	{ NULL,		CFG_TEXT,	false },
};

/* What a row may open: a code list of the same name says which sorts. */
static const char *const kinds[] = { "decision", "scheme", "compensation",
	"restorative" };

/* The lists of a row: where each is kept and what its words must be. */
static const struct words_row {
	const char *name;
	size_t at;
	const char *of; /* a code list; NULL: stages */
} words[] = {
	{ "states",	offsetof(struct opening, states),	NULL },
	{ "from",	offsetof(struct opening, from),		NULL },
	{ "passed",	offsetof(struct opening, passed),	NULL },
	{ "never",	offsetof(struct opening, never),	NULL },
	{ "crimes",	offsetof(struct opening, crimes),	"crime" },
	{ "not_crimes",	offsetof(struct opening, not_crimes),	"crime" },
	{ "disposals",	offsetof(struct opening, disposals),	"disposal" },
	{ "consent",	offsetof(struct opening, consent),	"consent" },
	{ "not_risk",	offsetof(struct opening, not_risk),	"risk" },
};
/* clang-format on */

#define WORDS (sizeof(words) / sizeof(words[0]))

/* ---- reading ---- */

static bool
is_group(const struct codes *codes, const char *list, const char *word)
{
	const struct code_list *l = code_list(codes, list);

	for (size_t i = 0; l && i < l->n; i++)
		if (l->codes[i].group && strcmp(l->codes[i].group, word) == 0)
			return true;
	return false;
}

static bool
is_known(const struct openings *o, const char *of, const char *word)
{
	if (!of)
		return journey_state(o->journeys, word) != NULL;
	return code_by(o->codes, of, word) || is_group(o->codes, of, word);
}

static enum rc
read_words(struct openings *o, const struct cfg_at *at, struct opening *row,
    const struct words_row *w, struct fault *f)
{
	const char *const **to = (void *)((char *)row + w->at);
	enum rc rc = definitions_words(at, w->name, o->arena, to, f);

	for (size_t i = 0; !rc && *to && (*to)[i]; i++)
		if (!is_known(o, w->of, (*to)[i]))
			rc = cfg_fault(at, f, "%s: there is no %s %s", w->name,
			    w->of ? w->of : "stage", (*to)[i]);
	return rc;
}

static enum rc
check_row(const struct openings *o, const struct cfg_at *at,
    const struct opening *row, struct fault *f)
{
	size_t i = 0, n = sizeof(kinds) / sizeof(kinds[0]);

	while (i < n && strcmp(kinds[i], row->opens) != 0)
		i++;
	if (i == n)
		return cfg_fault(at, f,
		    "opens wants decision, scheme, compensation or "
		    "restorative, not \"%s\"",
		    row->opens);
	if (!code_by(o->codes, row->opens, row->sort))
		return cfg_fault(at, f, "there is no %s \"%s\"", row->opens,
		    row->sort);
	if (row->rule && !due_rule_by(o->deadlines, row->rule))
		return cfg_fault(at, f, "there is no rule %s", row->rule);
	if (row->months < 0 || row->months > 1200)
		return cfg_fault(at, f, "months wants a number of months");
	return RC_OK;
}

static enum rc
read_row(struct openings *o, const struct cfg_at *at, struct fault *f)
{
	struct opening row = { 0 };
	int64_t months = 0;
	enum rc rc = cfg_check(at, row_rules, f);

	if (rc)
		return rc;
	row.opens = definitions_text(at, "opens", o->arena);
	row.sort = definitions_text(at, "sort", o->arena);
	row.rule = definitions_text(at, "rule", o->arena);
	row.event = definitions_text(at, "event", o->arena);
	row.say = definitions_text(at, "say", o->arena);
	row.source = definitions_text(at, "source", o->arena);
	row.mark = definitions_text(at, "mark", o->arena);
	cfg_int(at, "months", &months);
	row.months = (int)months;
	cfg_flag(at, "safe", &row.safe);
	for (size_t i = 0; !rc && i < WORDS; i++)
		rc = read_words(o, at, &row, &words[i], f);
	if (!rc)
		rc = check_row(o, at, &row, f);
	if (!rc)
		*VEC_ADD(&o->rows) = row;
	return rc;
}

static enum rc
read_file(const struct cfg_at *root, void *arg, struct fault *f)
{
	const struct cfg_at *list;
	enum rc rc = cfg_check(root, file_rules, f);

	list = cfg_get(root, "openings");
	for (size_t i = 0; !rc && i < cfg_len(list); i++)
		rc = read_row(arg, cfg_nth(list, i), f);
	return rc;
}

enum rc
openings_load(const char *dir, const struct codes *codes,
    const struct journeys *journeys, const struct deadlines *deadlines,
    struct openings **openings, struct fault *f)
{
	struct openings *o = mem_get(sizeof(*o));
	enum rc rc;

	o->arena = arena_new();
	o->codes = codes;
	o->journeys = journeys;
	o->deadlines = deadlines;
	if ((rc = definitions_each(dir, read_file, o, f))) {
		openings_free(o);
		return rc;
	}
	*openings = o;
	return RC_OK;
}

void
openings_free(struct openings *o)
{
	if (!o)
		return;
	VEC_RELEASE(&o->rows);
	arena_free(o->arena);
	free(o);
}

size_t
openings_count(const struct openings *o)
{
	return o ? o->rows.n : 0;
}

const struct opening *
openings_nth(const struct openings *o, size_t i)
{
	return i < o->rows.n ? &o->rows.at[i] : NULL;
}

/* ---- asking ---- */

static bool
is_among(const char *const *list, const char *word)
{
	for (; list && *list; list++)
		if (strcmp(*list, word) == 0)
			return true;
	return false;
}

/* One of the blank-parted codes of ${set} is in the list. */
static bool
has_one(const char *const *list, const char *set)
{
	for (; list && *list; list++) {
		size_t n = strlen(*list);

		for (const char *p = set; (p = strstr(p, *list)); p += n)
			if ((p == set || p[-1] == ' ') &&
			    (p[n] == ' ' || p[n] == '\0'))
				return true;
	}
	return false;
}

static bool
is_crime(const struct codes *codes, const char *const *list, const char *crime)
{
	const struct code *c = code_by(codes, "crime", crime);

	return is_among(list, crime) ||
	       (c && c->group && is_among(list, c->group));
}

/* Each test of a row, and what is said when it fails. */
static bool
state_fits(const struct codes *codes, const struct opening *row,
    const struct opening_facts *x)
{
	(void)codes;
	return is_among(row->states, x->state);
}

static bool
way_fits(const struct codes *codes, const struct opening *row,
    const struct opening_facts *x)
{
	(void)codes;
	return (!row->from || is_among(row->from, x->from)) &&
	       (!row->passed || has_one(row->passed, x->passed)) &&
	       (!row->never || !has_one(row->never, x->passed));
}

static bool
crime_fits(const struct codes *codes, const struct opening *row,
    const struct opening_facts *x)
{
	return !row->crimes || is_crime(codes, row->crimes, x->crime);
}

static bool
wish_fits(const struct codes *codes, const struct opening *row,
    const struct opening_facts *x)
{
	return !row->not_crimes || x->asked ||
	       !is_crime(codes, row->not_crimes, x->crime);
}

static bool
sentence_fits(const struct codes *codes, const struct opening *row,
    const struct opening_facts *x)
{
	(void)codes;
	return (!row->disposals || has_one(row->disposals, x->disposals)) &&
	       x->months >= row->months;
}

static bool
consent_fits(const struct codes *codes, const struct opening *row,
    const struct opening_facts *x)
{
	(void)codes;
	return !row->consent || has_one(row->consent, x->consent);
}

static bool
risk_fits(const struct codes *codes, const struct opening *row,
    const struct opening_facts *x)
{
	(void)codes;
	return !row->not_risk || !has_one(row->not_risk, x->risk);
}

static bool
safe_fits(const struct codes *codes, const struct opening *row,
    const struct opening_facts *x)
{
	(void)codes;
	return !row->safe || x->safe;
}

/* clang-format off */
static const struct {
	bool (*fits)(const struct codes *, const struct opening *,
	    const struct opening_facts *);
	const char *lacks;
} tests[] = {
	{ state_fits,	 "the case is not at such a stage" },
	{ way_fits,	 "the case did not come by such a way" },
	{ crime_fits,	 "it is not such a crime" },
	{ wish_fits,	 "for this crime the victim asks first, we do not offer" },
	{ sentence_fits, "there is no such sentence" },
	{ consent_fits,	 "they have not agreed to be contacted for it" },
	{ risk_fits,	 "what they told of danger still stands" },
	{ safe_fits,	 "nobody has asked what is safe" },
};
/* clang-format on */

bool
opening_fits(const struct codes *codes, const struct opening *row,
    const struct opening_facts *facts)
{
	for (size_t i = 0; i < sizeof(tests) / sizeof(tests[0]); i++)
		if (!tests[i].fits(codes, row, facts))
			return false;
	return true;
}

void
opening_lacks(const struct codes *codes, const struct journeys *journeys,
    const struct opening *row, const struct opening_facts *facts,
    struct buf *out)
{
	const struct journey_state *s = journey_state(journeys, facts->state);

	for (size_t i = 0; i < sizeof(tests) / sizeof(tests[0]); i++) {
		if (tests[i].fits(codes, row, facts))
			continue;
		buf_printf(out, "%s%s", out->len ? "; " : "", tests[i].lacks);
		if (i == 0 && s)
			buf_printf(out, " (it is at \"%s\")", s->label);
	}
}
