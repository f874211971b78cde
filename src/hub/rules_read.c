/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/cfg.h"
#include "hub/definitions.h"

#include "hub/rules_inside.h"

/* clang-format off */
static const struct cfg_rule file_rules[] = {
	{ "name",	CFG_TEXT,	true },
	{ "title",	CFG_TEXT,	true },
	{ "rules",	CFG_LIST,	true },
	{ NULL,		CFG_TEXT,	false },
};

static const struct cfg_rule risk_rules[] = {
	{ "id",		CFG_TEXT,	true },
	{ "title",	CFG_TEXT,	true },
	{ "why",	CFG_TEXT,	true },
	{ "source",	CFG_TEXT,	true },
	{ "mark",	CFG_TEXT,	true },
	FACT_RULES,
	{ "judged",	CFG_TEXT,	false },
	{ "sets",	CFG_TEXT,	false },
	{ "criterion",	CFG_TEXT,	false },
	{ "steps",	CFG_TEXT,	false },
	{ "flag",	CFG_TEXT,	false },
	{ "tasks",	CFG_LIST,	false },
	{ NULL,		CFG_TEXT,	false },
};

static const struct cfg_rule task_rules[] = {
	{ "what",	CFG_TEXT,	true },
	{ "text",	CFG_TEXT,	true },
	{ "unit",	CFG_TEXT,	true },
	{ "days",	CFG_INT,	true },
	{ NULL,		CFG_TEXT,	false },
};

static const struct cfg_rule triage_rules[] = {
	{ "id",		CFG_TEXT,	true },
	{ "level",	CFG_TEXT,	true },
	{ "why",	CFG_TEXT,	true },
	{ "mark",	CFG_TEXT,	true },
	FACT_RULES,
	{ NULL,		CFG_TEXT,	false },
};

static const struct cfg_rule guard_rules[] = {
	{ "name",	CFG_TEXT,	true },
	{ "title",	CFG_TEXT,	true },
	{ "letters",	CFG_LIST,	false },
	{ "hours",	CFG_INT,	true },
	{ "source",	CFG_TEXT,	true },
	{ "mark",	CFG_TEXT,	true },
	{ "steps",	CFG_LIST,	true },
	{ NULL,		CFG_TEXT,	false },
};

static const struct cfg_rule step_rules[] = {
	{ "code",	CFG_TEXT,	true },
	{ "text",	CFG_TEXT,	true },
	{ "must",	CFG_FLAG,	false },
	{ "told",	CFG_FLAG,	false },
	{ NULL,		CFG_TEXT,	false },
};
/* clang-format on */

static const char *
place_of(struct rules *r, const struct cfg_at *at)
{
	return arena_printf(
	    r->arena, "%s:%u", cfg_file(at), cfg_line(at));
}

typedef enum rc read_fn(struct rules *, const struct cfg_at *, struct fault *);

static enum rc
read_list(struct rules *r, const struct cfg_at *root, read_fn *read,
    struct fault *f)
{
	const struct cfg_at *list;
	enum rc rc = cfg_check(root, file_rules, f);

	list = cfg_get(root, "rules");
	for (size_t i = 0; !rc && i < cfg_len(list); i++)
		rc = read(r, cfg_nth(list, i), f);
	return rc;
}

/* ---- risk ---- */

static bool
is_unit(const char *unit)
{
	static const char *const units[] = { "wd", "day", "hour" };

	for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++)
		if (strcmp(unit, units[i]) == 0)
			return true;
	return false;
}

static enum rc
read_tasks(struct rules *r, const struct cfg_at *list, struct risk_rule *rule,
    struct fault *f)
{
	size_t n = cfg_len(list);
	struct rule_task *to = arena_get(r->arena, (n + 1) * sizeof(*to));
	enum rc rc;

	rule->tasks = to;
	rule->n_tasks = n;
	for (size_t i = 0; i < n; i++) {
		const struct cfg_at *at = cfg_nth(list, i);
		int64_t days = 0;

		if ((rc = cfg_check(at, task_rules, f)))
			return rc;
		to[i].what = definitions_text(at, "what", r->arena);
		to[i].text = definitions_text(at, "text", r->arena);
		to[i].unit = definitions_text(at, "unit", r->arena);
		cfg_int(at, "days", &days);
		to[i].days = (int)days;
		if (!is_unit(to[i].unit) || days < 0 || days > 1000)
			return cfg_fault(at, f,
			    "a task wants days from 0 up, and a unit: wd, day "
			    "or hour");
	}
	return RC_OK;
}

static enum rc
check_risk(const struct cfg_at *at, const struct risk_rule *rule,
    struct fault *f)
{
	if (rule->tested == rule->judged)
		return cfg_fault(at, f,
		    "a rule tests something, or is about what was judged "
		    "(judged = \"up\")");
	if (!rule->grade && !rule->criterion && !rule->steps && !rule->flag &&
	    !rule->n_tasks)
		return cfg_fault(at, f,
		    "nothing follows from this rule: sets, criterion, steps, "
		    "flag or tasks");
	return RC_OK;
}

static enum rc
read_risk(struct rules *r, const struct cfg_at *at, struct fault *f)
{
	struct risk_rule rule = { 0 };
	const char *judged = "";
	enum rc rc = cfg_check(at, risk_rules, f);

	if (rc ||
	    (rc = fact_test_read(at, r->arena, &rule.test, &rule.tested, f)))
		return rc;
	rule.id = definitions_text(at, "id", r->arena);
	rule.title = definitions_text(at, "title", r->arena);
	rule.why = definitions_text(at, "why", r->arena);
	rule.source = definitions_text(at, "source", r->arena);
	rule.mark = definitions_text(at, "mark", r->arena);
	rule.grade = definitions_text(at, "sets", r->arena);
	rule.criterion = definitions_text(at, "criterion", r->arena);
	rule.steps = definitions_text(at, "steps", r->arena);
	rule.flag = definitions_text(at, "flag", r->arena);
	rule.where = place_of(r, at);
	rule.judged = cfg_text(at, "judged", &judged);
	if (rule.judged && strcmp(judged, "up") != 0)
		return cfg_fault(at, f,
		    "judged wants \"up\": judgement never lowers");
	if ((rc = read_tasks(r, cfg_get(at, "tasks"), &rule, f)) ||
	    (rc = check_risk(at, &rule, f)))
		return rc;
	if (rules_risk_by(r, rule.id))
		return cfg_fault(at, f, "the rule %s is there twice", rule.id);
	*VEC_ADD(&r->risk) = rule;
	return RC_OK;
}

static enum rc
risk_file(const struct cfg_at *root, void *arg, struct fault *f)
{
	return read_list(arg, root, read_risk, f);
}

enum rc
rules_add_risk(struct rules *r, const char *dir, struct fault *f)
{
	return definitions_each(dir, risk_file, r, f);
}

/* ---- triage ---- */

static enum rc
read_triage(struct rules *r, const struct cfg_at *at, struct fault *f)
{
	struct triage_rule rule = { 0 };
	bool any;
	enum rc rc = cfg_check(at, triage_rules, f);

	if (rc || (rc = fact_test_read(at, r->arena, &rule.test, &any, f)))
		return rc;
	rule.id = definitions_text(at, "id", r->arena);
	rule.level = definitions_text(at, "level", r->arena);
	rule.why = definitions_text(at, "why", r->arena);
	rule.mark = definitions_text(at, "mark", r->arena);
	rule.where = place_of(r, at);
	if (rules_triage_by(r, rule.id))
		return cfg_fault(at, f, "the rule %s is there twice", rule.id);
	*VEC_ADD(&r->triage) = rule;
	return RC_OK;
}

static enum rc
triage_file(const struct cfg_at *root, void *arg, struct fault *f)
{
	return read_list(arg, root, read_triage, f);
}

enum rc
rules_add_triage(struct rules *r, const char *dir, struct fault *f)
{
	return definitions_each(dir, triage_file, r, f);
}

/* ---- safeguarding ---- */

static enum rc
read_steps(struct rules *r, const struct cfg_at *list, struct guard *g,
    struct fault *f)
{
	size_t n = cfg_len(list);
	struct guard_step *to = arena_get(r->arena, (n + 1) * sizeof(*to));
	bool must = false;
	enum rc rc;

	g->steps = to;
	for (size_t i = 0; i < n; i++) {
		const struct cfg_at *at = cfg_nth(list, i);

		if ((rc = cfg_check(at, step_rules, f)))
			return rc;
		to[i].code = definitions_text(at, "code", r->arena);
		to[i].text = definitions_text(at, "text", r->arena);
		cfg_flag(at, "must", &to[i].must);
		cfg_flag(at, "told", &to[i].told);
		must |= to[i].must;
		if (guard_step(g, to[i].code))
			return cfg_fault(at, f, "the step %s is there twice",
			    to[i].code);
		g->n = i + 1;
	}
	if (!must)
		return cfg_fault(list, f,
		    "one step at least must be taken: must = true");
	return RC_OK;
}

static enum rc
guard_file(const struct cfg_at *root, void *arg, struct fault *f)
{
	struct rules *r = arg;
	struct guard g = { 0 };
	int64_t hours = 0;
	enum rc rc = cfg_check(root, guard_rules, f);

	if (rc ||
	    (rc = definitions_words(root, "letters", r->arena, &g.letters, f)))
		return rc;
	g.name = definitions_text(root, "name", r->arena);
	g.title = definitions_text(root, "title", r->arena);
	g.source = definitions_text(root, "source", r->arena);
	g.mark = definitions_text(root, "mark", r->arena);
	g.where = place_of(r, cfg_get(root, "name"));
	cfg_int(root, "hours", &hours);
	g.hours = (int)hours;
	if (hours < 1 || hours > 1000)
		return cfg_fault(
		    root, f, "hours wants a number from 1 up");
	if (rules_guard_by(r, g.name))
		return cfg_fault(
		    root, f, "the steps %s are there twice", g.name);
	if ((rc = read_steps(r, cfg_get(root, "steps"), &g, f)))
		return rc;
	*VEC_ADD(&r->guards) = g;
	return RC_OK;
}

enum rc
rules_add_guards(struct rules *r, const char *dir, struct fault *f)
{
	return definitions_each(dir, guard_file, r, f);
}
