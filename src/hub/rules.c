/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "model/code.h"

#include "hub/rules_inside.h"

struct rules *
rules_new(void)
{
	struct rules *r = mem_get(sizeof(*r));

	r->arena = arena_new();
	return r;
}

void
rules_free(struct rules *r)
{
	if (!r)
		return;
	VEC_RELEASE(&r->risk);
	VEC_RELEASE(&r->triage);
	VEC_RELEASE(&r->guards);
	arena_free(r->arena);
	free(r);
}

size_t
rules_risk_count(const struct rules *r)
{
	return r->risk.n;
}

const struct risk_rule *
rules_risk_nth(const struct rules *r, size_t i)
{
	return i < r->risk.n ? &r->risk.at[i] : NULL;
}

const struct risk_rule *
rules_risk_by(const struct rules *r, const char *id)
{
	const struct risk_rule *rule;

	VEC_EACH (&r->risk, rule)
		if (rule->id && strcmp(rule->id, id) == 0)
			return rule;
	return NULL;
}

size_t
rules_guard_count(const struct rules *r)
{
	return r->guards.n;
}

const struct guard *
rules_guard_nth(const struct rules *r, size_t i)
{
	return i < r->guards.n ? &r->guards.at[i] : NULL;
}

const struct guard *
rules_guard_by(const struct rules *r, const char *name)
{
	const struct guard *g;

	VEC_EACH (&r->guards, g)
		if (g->name && strcmp(g->name, name) == 0)
			return g;
	return NULL;
}

const struct guard_step *
guard_step(const struct guard *g, const char *code)
{
	for (size_t i = 0; i < g->n; i++)
		if (strcmp(g->steps[i].code, code) == 0)
			return &g->steps[i];
	return NULL;
}

size_t
rules_triage_count(const struct rules *r)
{
	return r->triage.n;
}

const struct triage_rule *
rules_triage_nth(const struct rules *r, size_t i)
{
	return i < r->triage.n ? &r->triage.at[i] : NULL;
}

const struct triage_rule *
rules_triage_by(const struct rules *r, const char *id)
{
	const struct triage_rule *rule;

	VEC_EACH (&r->triage, rule)
		if (rule->id && strcmp(rule->id, id) == 0)
			return rule;
	return NULL;
}

void
rules_triage(const struct rules *r, const struct facts *facts,
    struct triage_verdict *v)
{
	const struct triage_rule *rule;

	*v = (struct triage_verdict){ .level = "" };
	VEC_EACH (&r->triage, rule) {
		if (*v->level && strcmp(rule->level, v->level) != 0)
			continue;
		if (v->n == TRIAGE_MOST || !fact_holds(&rule->test, facts))
			continue;
		v->level = rule->level;
		v->rules[v->n++] = rule;
	}
}

/* ---- against the code lists ---- */

static enum rc
known(const char *where, const struct codes *codes, const char *list,
    const char *code, struct fault *f)
{
	if (!code || code_by(codes, list, code))
		return RC_OK;
	return fault_set(f, RC_INVALID, "%s: data/codes/%s.cfg has no code %s",
	    where, list, code);
}

static enum rc
check_words(const char *where, const struct codes *codes, const char *list,
    const char *const *words, struct fault *f)
{
	enum rc rc = RC_OK;

	for (; !rc && words && *words; words++)
		rc = known(where, codes, list, *words, f);
	return rc;
}

static enum rc
check_test(const char *where, const struct codes *codes,
    const struct fact_test *t, struct fault *f)
{
	const struct {
		const char *list;
		const char *const *words;
	} rows[] = { { "crime", t->category }, { "risk", t->risk },
		{ "case-flag", t->flags }, { "risk-tool", t->tool },
		{ "risk-grade", t->grade }, { "enhanced", t->rights } };
	enum rc rc = RC_OK;

	for (size_t i = 0; !rc && i < sizeof(rows) / sizeof(rows[0]); i++)
		rc = check_words(where, codes, rows[i].list, rows[i].words, f);
	return rc;
}

static enum rc
check_risk(const struct rules *r, const struct codes *codes,
    const struct risk_rule *rule, struct fault *f)
{
	enum rc rc = check_test(rule->where, codes, &rule->test, f);

	if (!rc)
		rc = known(rule->where, codes, "risk-grade", rule->grade, f);
	if (!rc)
		rc = known(
		    rule->where, codes, "conference-why", rule->criterion, f);
	if (!rc)
		rc = known(rule->where, codes, "case-flag", rule->flag, f);
	for (size_t i = 0; !rc && i < rule->n_tasks; i++)
		rc = known(
		    rule->where, codes, "task", rule->tasks[i].what, f);
	if (!rc && rule->steps && !rules_guard_by(r, rule->steps))
		rc = fault_set(f, RC_INVALID,
		    "%s: data/safeguarding has no steps %s", rule->where,
		    rule->steps);
	return rc;
}

enum rc
rules_check(const struct rules *r, const struct codes *codes, struct fault *f)
{
	const struct triage_rule *t;
	const struct risk_rule *rule;
	const struct guard *g;
	enum rc rc = RC_OK;

	VEC_EACH (&r->risk, rule)
		if ((rc = check_risk(r, codes, rule, f)))
			return rc;
	VEC_EACH (&r->triage, t)
		if ((rc = check_test(t->where, codes, &t->test, f)) ||
		    (rc = known(t->where, codes, "service-level", t->level,
			 f)))
			return rc;
	VEC_EACH (&r->guards, g)
		if ((rc = check_words(g->where, codes, "risk", g->letters, f)))
			return rc;
	return RC_OK;
}
