/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/cfg.h"
#include "base/mem.h"
#include "base/vec.h"
#include "base/when.h"
#include "model/record.h"

#include "hub/definitions.h"
#include "hub/level.h"

/* One rule with its tests; what is NULL or 0 is not tested. */
struct test {
	struct level_rule rule;
	const char *const *category, *const *risk, *const *flags;
	int under;
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
	{ "code",	CFG_TEXT,	true },
	{ "title",	CFG_TEXT,	true },
	{ "why",	CFG_TEXT,	true },
	{ "source",	CFG_TEXT,	true },
	{ "mark",	CFG_TEXT,	true },
	{ "category",	CFG_LIST,	false },
	{ "risk",	CFG_LIST,	false },
	{ "flags",	CFG_LIST,	false },
	{ "under",	CFG_INT,	false },
	{ "given",	CFG_FLAG,	false },
	{ NULL,		CFG_TEXT,	false },
};
/* clang-format on */

static enum rc
read_tests(struct levels *l, const struct cfg_at *at, struct test *t,
    struct fault *f)
{
	int64_t under = 0;
	enum rc rc;

	if ((rc = definitions_words(at, "category", l->arena, &t->category, f)))
		return rc;
	if ((rc = definitions_words(at, "risk", l->arena, &t->risk, f)))
		return rc;
	if ((rc = definitions_words(at, "flags", l->arena, &t->flags, f)))
		return rc;
	cfg_int(at, "under", &under);
	cfg_flag(at, "given", &t->given);
	t->under = (int)under;
	if (under < 0 || under > 120)
		return cfg_fault(at, f, "under wants an age from 1 to 120");
	if (!t->category && !t->risk && !t->flags && !under && !t->given)
		return cfg_fault(at, f,
		    "a rule tests something: category, risk, flags, under or "
		    "given");
	return RC_OK;
}

static enum rc
read_rule(struct levels *l, const struct cfg_at *at, struct fault *f)
{
	struct test *t;
	enum rc rc;

	if ((rc = cfg_check(at, test_rules, f)))
		return rc;
	t = VEC_ADD(&l->tests);
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

static bool
has_any(const struct record *r, unsigned tag, const char *const *codes)
{
	for (; *codes; codes++)
		if (record_has_code(r, tag, *codes))
			return true;
	return false;
}

/* Young enough when it happened, as far as the two dates can tell. */
static bool
is_under(const struct record *casefile, const struct record *person, int years,
    int64_t now_ms)
{
	const char *born = person ? record_text(person, PERSON_BORN) : "";
	int64_t then;
	int least, most;

	if (!*born)
		return false;
	if (!when_moment(record_text(casefile, CASEFILE_WHEN), &then))
		then = now_ms;
	return when_age(born, then, &least, &most) && least < years;
}

static bool
holds(const struct test *t, const struct record *casefile,
    const struct record *person, int64_t now_ms)
{
	if (t->category && !has_any(casefile, CASEFILE_CATEGORY, t->category))
		return false;
	if (t->risk && !has_any(casefile, CASEFILE_RISK, t->risk))
		return false;
	if (t->flags && !has_any(casefile, CASEFILE_FLAGS, t->flags))
		return false;
	if (t->under && !is_under(casefile, person, t->under, now_ms))
		return false;
	return !t->given ||
	       record_has_code(casefile, CASEFILE_LEVEL_WHY, t->rule.code);
}

static bool
has_code(const struct level_verdict *v, const char *code)
{
	for (size_t i = 0; i < v->n; i++)
		if (strcmp(v->rules[i]->code, code) == 0)
			return true;
	return false;
}

void
level_judge(const struct levels *l, const struct record *casefile,
    const struct record *person, int64_t now_ms, struct level_verdict *v)
{
	const struct test *t;

	v->n = 0;
	VEC_EACH (&l->tests, t)
		if (v->n < LEVEL_MOST && !has_code(v, t->rule.code) &&
		    holds(t, casefile, person, now_ms))
			v->rules[v->n++] = &t->rule;
	v->level = v->n ? "enhanced" : "standard";
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
