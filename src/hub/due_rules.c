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
#include "hub/definitions.h"

#include "hub/due.h"

/* The rules as data/deadlines has them. */

struct deadlines {
	struct arena *arena;
	VEC(struct due_rule) rules;
};

/* clang-format off */
static const struct cfg_rule file_rules[] = {
	{ "name",	CFG_TEXT,	true },
	{ "title",	CFG_TEXT,	true },
	{ "from",	CFG_TEXT,	false },
	{ "until",	CFG_TEXT,	false },
	{ "deadlines",	CFG_LIST,	true },
	{ NULL,		CFG_TEXT,	false },
};

static const struct cfg_rule rule_rules[] = {
	{ "id",		CFG_TEXT,	true },
	{ "right",	CFG_TEXT,	true },
	{ "holder",	CFG_TEXT,	true },
	{ "hub",	CFG_TEXT,	true },
	{ "mark",	CFG_TEXT,	true },
	{ "title",	CFG_TEXT,	true },
	{ "trigger",	CFG_TEXT,	true },
	{ "stop",	CFG_TEXT,	true },
	{ "source",	CFG_TEXT,	true },
	{ "standard",	CFG_INT,	false },
	{ "enhanced",	CFG_INT,	false },
	{ "unit",	CFG_TEXT,	false },
	{ "note",	CFG_TEXT,	false },
	{ "next",	CFG_TEXT,	false },
	{ "told",	CFG_TEXT,	false },
	{ "crimes",	CFG_TEXT,	false },
	{ "ages",	CFG_TEXT,	false },
	{ "once",	CFG_FLAG,	false },
	{ "absolute",	CFG_FLAG,	false },
	{ "birthday",	CFG_INT,	false },
	{ "prompts",	CFG_LIST,	false },
	{ "prompt_unit", CFG_TEXT,	false },
	{ "from",	CFG_TEXT,	false },
	{ "until",	CFG_TEXT,	false },
	{ NULL,		CFG_TEXT,	false },
};
/* clang-format on */

static enum rc
read_length(const struct cfg_at *at, const char *name, int *n, struct fault *f)
{
	int64_t said = -1;

	cfg_int(at, name, &said);
	*n = (int)said;
	if (said < -1 || said > 10000)
		return cfg_fault(at, f, "%s wants a number of units", name);
	return RC_OK;
}

static enum rc
check_day(const struct cfg_at *at, const char *name, const char *day,
    struct fault *f)
{
	int32_t n;

	if (!day || day_parse(day, &n))
		return RC_OK;
	return cfg_fault(at, f, "%s wants a day, such as 2021-04-01", name);
}

static enum rc
check_unit(const struct cfg_at *at, const struct due_rule *r, struct fault *f)
{
	if (r->standard < 0 && r->enhanced < 0)
		return RC_OK;
	if (!due_unit_known(r->unit))
		return cfg_fault(at, f, "unit wants wd, day, month or hour");
	return RC_OK;
}

static enum rc
read_numbers(const struct cfg_at *at, struct due_rule *r, struct fault *f)
{
	const char *hub = "";
	enum rc rc = read_length(at, "standard", &r->standard, f);

	if (!rc)
		rc = read_length(at, "enhanced", &r->enhanced, f);
	if (!rc)
		rc = check_unit(at, r, f);
	if (!rc)
		rc = check_day(at, "from", r->from, f);
	if (!rc)
		rc = check_day(at, "until", r->until, f);
	cfg_text(at, "hub", &hub);
	r->own = strcmp(hub, "own") == 0;
	if (!rc && !r->own && strcmp(hub, "watch") != 0)
		rc =
		    cfg_fault(at, f, "hub wants own or watch, not \"%s\"", hub);
	return rc;
}

/* Days or months after the start at which somebody should look again. */
static enum rc
read_prompts(struct deadlines *d, const struct cfg_at *at, struct due_rule *r,
    struct fault *f)
{
	const struct cfg_at *list = cfg_get(at, "prompts");
	size_t n = list ? cfg_len(list) : 0;
	int *days;
	int64_t said = 0;

	r->prompt_unit = definitions_text(at, "prompt_unit", d->arena);
	if (!n)
		return RC_OK;
	if (!due_unit_known(r->prompt_unit))
		return cfg_fault(at, f,
		    "prompts want a prompt_unit of wd, day, month or hour");
	days = arena_get(d->arena, (n + 1) * sizeof(*days));
	for (size_t i = 0; i < n; i++) {
		if (!cfg_int(cfg_nth(list, i), NULL, &said) || said < 0 ||
		    said > 10000 || (i && said <= days[i - 1]))
			return cfg_fault(at, f,
			    "prompts want whole numbers, each later than the "
			    "one before");
		days[i] = (int)said;
	}
	days[n] = -1;
	r->prompts = days;
	return RC_OK;
}

static enum rc
read_whose(struct deadlines *d, const struct cfg_at *at, struct due_rule *r,
    struct fault *f)
{
	int64_t birthday = 0;

	r->told = definitions_text(at, "told", d->arena);
	r->crimes = definitions_text(at, "crimes", d->arena);
	r->ages = definitions_text(at, "ages", d->arena);
	cfg_flag(at, "once", &r->once);
	cfg_flag(at, "absolute", &r->absolute);
	cfg_int(at, "birthday", &birthday);
	r->birthday = (int)birthday;
	if (birthday < 0 || birthday > 120)
		return cfg_fault(at, f, "birthday wants an age in years");
	if (r->ages && strcmp(r->ages, "child") != 0 &&
	    strcmp(r->ages, "adult") != 0)
		return cfg_fault(at, f, "ages wants child or adult, not \"%s\"",
		    r->ages);
	return RC_OK;
}

static bool
periods_meet(const struct due_rule *a, const struct due_rule *b)
{
	return (!a->until || !b->from || strcmp(b->from, a->until) <= 0) &&
	       (!b->until || !a->from || strcmp(a->from, b->until) <= 0);
}

/* One number may stand in two editions, but not on one day. */
static enum rc
check_once(const struct deadlines *d, const struct cfg_at *at,
    const struct due_rule *r, struct fault *f)
{
	const struct due_rule *other;

	VEC_EACH (&d->rules, other)
		if (strcmp(other->id, r->id) == 0 && periods_meet(other, r))
			return cfg_fault(at, f,
			    "the rule %s is there twice for the same days "
			    "(also in %s): end the old one with until",
			    r->id, other->edition);
	return RC_OK;
}

static enum rc
read_rule(struct deadlines *d, const struct cfg_at *root,
    const struct cfg_at *at, struct fault *f)
{
	struct due_rule r = { 0 };
	enum rc rc = cfg_check(at, rule_rules, f);

	if (rc)
		return rc;
	r.edition = definitions_text(root, "name", d->arena);
	r.note = definitions_text(at, "note", d->arena);
	r.next = definitions_text(at, "next", d->arena);
	r.id = definitions_text(at, "id", d->arena);
	r.right = definitions_text(at, "right", d->arena);
	r.trigger = definitions_text(at, "trigger", d->arena);
	r.stop = definitions_text(at, "stop", d->arena);
	r.holder = definitions_text(at, "holder", d->arena);
	r.title = definitions_text(at, "title", d->arena);
	r.source = definitions_text(at, "source", d->arena);
	r.mark = definitions_text(at, "mark", d->arena);
	r.unit = definitions_text(at, "unit", d->arena);
	r.from =
	    definitions_text(cfg_get(at, "from") ? at : root, "from", d->arena);
	r.until = definitions_text(cfg_get(at, "until") ? at : root, "until",
	    d->arena);
	if ((rc = read_numbers(at, &r, f)) ||
	    (rc = read_prompts(d, at, &r, f)) ||
	    (rc = read_whose(d, at, &r, f)) ||
	    (rc = check_once(d, at, &r, f)))
		return rc;
	*VEC_ADD(&d->rules) = r;
	return RC_OK;
}

static enum rc
read_file(const struct cfg_at *root, void *arg, struct fault *f)
{
	const struct cfg_at *list;
	enum rc rc = cfg_check(root, file_rules, f);

	list = cfg_get(root, "deadlines");
	for (size_t i = 0; !rc && i < cfg_len(list); i++)
		rc = read_rule(arg, root, cfg_nth(list, i), f);
	return rc;
}

enum rc
deadlines_load(const char *dir, struct deadlines **deadlines, struct fault *f)
{
	struct deadlines *d = mem_get(sizeof(*d));
	enum rc rc;

	d->arena = arena_new();
	if ((rc = definitions_each(dir, read_file, d, f))) {
		deadlines_free(d);
		return rc;
	}
	*deadlines = d;
	return RC_OK;
}

enum rc
deadlines_load_file(const char *path, struct deadlines **deadlines,
    struct fault *f)
{
	struct deadlines *d = mem_get(sizeof(*d));
	struct cfg *cfg = NULL;
	enum rc rc;

	d->arena = arena_new();
	rc = cfg_read(path, &cfg, f);
	if (!rc)
		rc = read_file(cfg_root(cfg), d, f);
	cfg_free(cfg);
	if (rc) {
		deadlines_free(d);
		return rc;
	}
	*deadlines = d;
	return RC_OK;
}

void
deadlines_free(struct deadlines *d)
{
	if (!d)
		return;
	VEC_RELEASE(&d->rules);
	arena_free(d->arena);
	free(d);
}

size_t
deadlines_count(const struct deadlines *d)
{
	return d->rules.n;
}

const struct due_rule *
deadlines_nth(const struct deadlines *d, size_t i)
{
	return i < d->rules.n ? &d->rules.at[i] : NULL;
}

const struct due_rule *
due_rule_by(const struct deadlines *d, const char *id)
{
	const struct due_rule *r, *newest = NULL;

	VEC_EACH (&d->rules, r)
		if (strcmp(r->id, id) == 0 &&
		    (!newest || !newest->from ||
			(r->from && strcmp(r->from, newest->from) > 0)))
			newest = r;
	return newest;
}

bool
due_in_force(const struct due_rule *rule, int32_t day)
{
	char text[11];

	day_show(day, text);
	return (!rule->from || strcmp(rule->from, text) <= 0) &&
	       (!rule->until || strcmp(text, rule->until) <= 0);
}

const struct due_rule *
due_rule_on(const struct deadlines *d, const char *id, int32_t day)
{
	const struct due_rule *r;

	VEC_EACH (&d->rules, r)
		if (strcmp(r->id, id) == 0 && due_in_force(r, day))
			return r;
	return NULL;
}

bool
due_names(const char *words, const char *word)
{
	struct span w, want = span_str(word);

	while (words && str_word(&words, &w))
		if (span_eq(w, want))
			return true;
	return false;
}
