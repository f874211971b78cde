/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/cfg.h"
#include "base/mem.h"
#include "base/vec.h"
#include "base/when.h"
#include "hub/casetest.h"
#include "hub/definitions.h"
#include "model/code.h"
#include "model/record.h"

#include "hub/planbook.h"

struct idea {
	struct plan_idea idea;
	struct case_test test;
};

struct criterion {
	const char *code, *why;
	struct case_test test;
};

struct planbook {
	struct arena *arena;
	const struct codes *codes;
	const char *review, *check;
	VEC(struct idea) ideas;
	VEC(struct criterion) criteria;
};

/* Any moment will do to see whether a text is a date that looks forward. */
#define SOME_DAY INT64_C(1795347720000)

/* clang-format off */
static const struct cfg_rule file_rules[] = {
	{ "name",	CFG_TEXT,	true },
	{ "title",	CFG_TEXT,	true },
	{ "review",	CFG_TEXT,	false },
	{ "check",	CFG_TEXT,	false },
	{ "ideas",	CFG_LIST,	false },
	{ "criteria",	CFG_LIST,	false },
	{ NULL,		CFG_TEXT,	false },
};

static const struct cfg_rule idea_rules[] = {
	{ "what",	CFG_TEXT,	true },
	{ "sort",	CFG_TEXT,	true },
	{ "need",	CFG_TEXT,	true },
	{ "due",	CFG_TEXT,	true },
	{ "who",	CFG_TEXT,	false },
	{ "every",	CFG_TEXT,	false },
	CASE_TEST_RULES,
	{ NULL,		CFG_TEXT,	false },
};

static const struct cfg_rule criterion_rules[] = {
	{ "code",	CFG_TEXT,	true },
	{ "why",	CFG_TEXT,	true },
	CASE_TEST_RULES,
	{ NULL,		CFG_TEXT,	false },
};
/* clang-format on */

static enum rc
read_date(struct planbook *b, const struct cfg_at *at, const char *name,
    const char **to, struct fault *f)
{
	const char *text = definitions_text(at, name, b->arena);
	char iso[WHEN_ROOM];

	if (!text)
		return RC_OK;
	if (when_parse(text, SOME_DAY, WHEN_FUTURE, iso, NULL))
		return cfg_fault(cfg_get(at, name), f,
		    "%s: \"%s\" is no date that looks forward, such as 4w",
		    name, text);
	*to = text;
	return RC_OK;
}

static enum rc
read_idea(struct planbook *b, const struct cfg_at *at, struct fault *f)
{
	struct idea *i;
	enum rc rc = cfg_check(at, idea_rules, f);

	if (rc)
		return rc;
	i = VEC_ADD(&b->ideas);
	i->idea.what = definitions_text(at, "what", b->arena);
	i->idea.sort = definitions_text(at, "sort", b->arena);
	i->idea.need = definitions_text(at, "need", b->arena);
	i->idea.who = definitions_text(at, "who", b->arena);
	i->idea.every = definitions_text(at, "every", b->arena);
	if ((rc = casetest_code(at, b->codes, "support", i->idea.sort, f)) ||
	    (rc = casetest_code(at, b->codes, "need", i->idea.need, f)) ||
	    (rc = read_date(b, at, "due", &i->idea.due, f)))
		return rc;
	if (i->idea.every &&
	    (rc = casetest_code(at, b->codes, "every", i->idea.every, f)))
		return rc;
	return casetest_read(at, b->arena, b->codes, &i->test, f);
}

static enum rc
read_criterion(struct planbook *b, const struct cfg_at *at, struct fault *f)
{
	struct criterion *c;
	enum rc rc = cfg_check(at, criterion_rules, f);

	if (rc)
		return rc;
	c = VEC_ADD(&b->criteria);
	c->code = definitions_text(at, "code", b->arena);
	c->why = definitions_text(at, "why", b->arena);
	if ((rc = casetest_code(at, b->codes, "hardening-why", c->code, f)) ||
	    (rc = casetest_read(at, b->arena, b->codes, &c->test, f)))
		return rc;
	return RC_OK;
}

static enum rc
read_file(const struct cfg_at *root, void *arg, struct fault *f)
{
	struct planbook *b = arg;
	const struct cfg_at *list;
	enum rc rc = cfg_check(root, file_rules, f);

	if (rc || (rc = read_date(b, root, "review", &b->review, f)) ||
	    (rc = read_date(b, root, "check", &b->check, f)))
		return rc;
	list = cfg_get(root, "ideas");
	for (size_t i = 0; !rc && i < cfg_len(list); i++)
		rc = read_idea(b, cfg_nth(list, i), f);
	list = cfg_get(root, "criteria");
	for (size_t i = 0; !rc && i < cfg_len(list); i++)
		rc = read_criterion(b, cfg_nth(list, i), f);
	return rc;
}

enum rc
planbook_load(const char *dir, const struct codes *codes,
    struct planbook **book, struct fault *f)
{
	struct planbook *b = mem_get(sizeof(*b));
	enum rc rc;

	*b = (struct planbook){ .codes = codes, .review = "4w", .check = "3m" };
	b->arena = arena_new();
	if ((rc = definitions_each(dir, read_file, b, f))) {
		planbook_free(b);
		return rc;
	}
	*book = b;
	return RC_OK;
}

void
planbook_free(struct planbook *b)
{
	if (!b)
		return;
	VEC_RELEASE(&b->ideas);
	VEC_RELEASE(&b->criteria);
	arena_free(b->arena);
	free(b);
}

const char *
planbook_review(const struct planbook *b)
{
	return b->review;
}

const char *
planbook_check(const struct planbook *b)
{
	return b->check;
}

/* An idea serves its need: it comes up when that need was told. */
size_t
planbook_ideas(const struct planbook *b, const struct record *casefile,
    const struct record *person, int64_t now_ms,
    const struct plan_idea *ideas[], size_t most)
{
	const struct idea *i;
	size_t n = 0;

	VEC_EACH (&b->ideas, i)
		if (n < most &&
		    (i->test.needs || record_has_code(casefile, CASEFILE_NEEDS,
					  i->idea.need)) &&
		    casetest_holds(
			&i->test, b->codes, casefile, person, now_ms))
			ideas[n++] = &i->idea;
	return n;
}

size_t
planbook_criteria(const struct planbook *b, const struct record *casefile,
    const struct record *person, int64_t now_ms, struct buf *codes,
    struct buf *words)
{
	const struct criterion *c;
	const char *last = "";
	size_t n = 0;

	/* One criterion may have several tests, which stand together. */
	VEC_EACH (&b->criteria, c) {
		if (strcmp(c->code, last) == 0 ||
		    !casetest_holds(
			&c->test, b->codes, casefile, person, now_ms))
			continue;
		last = c->code;
		if (codes)
			buf_printf(codes, "%s%s", n ? " " : "", c->code);
		if (words)
			buf_printf(words, "%s%s", n ? " " : "", c->why);
		n++;
	}
	return n;
}

void
planbook_all_criteria(const struct planbook *b, struct buf *words)
{
	const struct criterion *c;
	const char *last = "";

	VEC_EACH (&b->criteria, c) {
		if (strcmp(c->code, last) == 0)
			continue;
		buf_printf(words, "%s%s", *last ? "; " : "",
		    code_label(b->codes, "hardening-why", c->code));
		last = c->code;
	}
}
