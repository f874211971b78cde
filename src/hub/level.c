/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/cfg.h"
#include "base/mem.h"
#include "base/vec.h"
#include "model/record.h"

#include "hub/definitions.h"
#include "hub/fact.h"
#include "hub/level.h"

/* One rule with its tests. */
struct test {
	struct level_rule rule;
	struct fact_test test;
	bool given;
};

struct levels {
	struct arena *arena;
	VEC(struct test) tests;
};

/* clang-format off */
static const struct cfg_rule file_rules[] = {
	{ "name",	CFG_TEXT,	true },
	{ "title",	CFG_TEXT,	true },
	{ "rules",	CFG_LIST,	true },
	{ NULL,		CFG_TEXT,	false },
};

static const struct cfg_rule test_rules[] = {
	{ "id",		CFG_TEXT,	true },
	{ "code",	CFG_TEXT,	true },
	{ "title",	CFG_TEXT,	true },
	{ "why",	CFG_TEXT,	true },
	{ "source",	CFG_TEXT,	true },
	{ "mark",	CFG_TEXT,	true },
	FACT_RULES,
	{ "given",	CFG_FLAG,	false },
	{ NULL,		CFG_TEXT,	false },
};
/* clang-format on */

static enum rc
read_tests(struct levels *l, const struct cfg_at *at, struct test *t,
    struct fault *f)
{
	bool any;
	enum rc rc = fact_test_read(at, l->arena, &t->test, &any, f);

	cfg_flag(at, "given", &t->given);
	if (!rc && t->test.under > 120)
		return cfg_fault(at, f, "under wants an age from 1 to 120");
	if (!rc && !any && !t->given)
		return cfg_fault(at, f,
		    "a rule tests something: category, risk, flags, under, "
		    "events, grade, points or given");
	return rc;
}

static enum rc
read_rule(struct levels *l, const struct cfg_at *at, struct fault *f)
{
	struct test *t;
	enum rc rc;

	if ((rc = cfg_check(at, test_rules, f)))
		return rc;
	t = VEC_ADD(&l->tests);
	t->rule.id = definitions_text(at, "id", l->arena);
	if (levels_by(l, t->rule.id) != &t->rule)
		return cfg_fault(at, f, "the rule %s is there twice",
		    t->rule.id);
	t->rule.code = definitions_text(at, "code", l->arena);
	t->rule.title = definitions_text(at, "title", l->arena);
	t->rule.why = definitions_text(at, "why", l->arena);
	t->rule.source = definitions_text(at, "source", l->arena);
	t->rule.mark = definitions_text(at, "mark", l->arena);
	return read_tests(l, at, t, f);
}

static enum rc
read_file(const struct cfg_at *root, void *arg, struct fault *f)
{
	const struct cfg_at *rules;
	enum rc rc = cfg_check(root, file_rules, f);

	rules = cfg_get(root, "rules");
	for (size_t i = 0; !rc && i < cfg_len(rules); i++)
		rc = read_rule(arg, cfg_nth(rules, i), f);
	return rc;
}

enum rc
levels_load(const char *dir, struct levels **levels, struct fault *f)
{
	struct levels *l = mem_get(sizeof(*l));
	enum rc rc;

	l->arena = arena_new();
	if ((rc = definitions_each(dir, read_file, l, f))) {
		levels_free(l);
		return rc;
	}
	*levels = l;
	return RC_OK;
}

void
levels_free(struct levels *l)
{
	if (!l)
		return;
	VEC_RELEASE(&l->tests);
	arena_free(l->arena);
	free(l);
}

size_t
levels_count(const struct levels *l)
{
	return l->tests.n;
}

const struct level_rule *
levels_nth(const struct levels *l, size_t i)
{
	return i < l->tests.n ? &l->tests.at[i].rule : NULL;
}

const struct level_rule *
levels_by(const struct levels *l, const char *id)
{
	const struct test *t;

	VEC_EACH (&l->tests, t)
		if (strcmp(t->rule.id, id) == 0)
			return &t->rule;
	return NULL;
}

static bool
has_code(const struct level_verdict *v, const char *code)
{
	for (size_t i = 0; i < v->n; i++)
		if (strcmp(v->rules[i]->code, code) == 0)
			return true;
	return false;
}

static bool
holds(const struct test *t, const struct facts *facts)
{
	if (t->given && !record_has_code(facts->casefile, CASEFILE_LEVEL_WHY,
			    t->rule.code))
		return false;
	return fact_holds(&t->test, facts);
}

void
level_judge_by(const struct levels *l, const struct facts *facts,
    struct level_verdict *v)
{
	const struct test *t;

	v->n = 0;
	VEC_EACH (&l->tests, t)
		if (v->n < LEVEL_MOST && !has_code(v, t->rule.code) &&
		    holds(t, facts))
			v->rules[v->n++] = &t->rule;
	v->level = v->n ? "enhanced" : "standard";
}

void
level_judge(const struct levels *l, const struct record *casefile,
    const struct record *person, int64_t now_ms, struct level_verdict *v)
{
	struct facts facts;

	facts_of(&facts, casefile, person, now_ms);
	level_judge_by(l, &facts, v);
}

void
level_codes(const struct level_verdict *v, struct buf *out)
{
	for (size_t i = 0; i < v->n; i++)
		buf_printf(out, "%s%s", i ? " " : "", v->rules[i]->code);
}

void
level_why(const struct level_verdict *v, struct buf *out)
{
	for (size_t i = 0; i < v->n; i++)
		buf_printf(out, "%s%s", i ? " " : "", v->rules[i]->why);
}
