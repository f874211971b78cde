/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/cfg.h"
#include "base/mem.h"
#include "base/vec.h"
#include "hub/definitions.h"

#include "hub/needs.h"

struct review {
	int highest, days;
};

struct needs {
	struct arena *arena;
	VEC(struct needs_ask) asks;
	VEC(const char *) scale; /* words, by points */
	VEC(struct review) reviews;
	VEC(struct needs_again) again;
};

/* clang-format off */
static const struct cfg_rule file_rules[] = {
	{ "name",	CFG_TEXT,	true },
	{ "title",	CFG_TEXT,	true },
	{ "mark",	CFG_TEXT,	true },
	{ "source",	CFG_TEXT,	true },
	{ "scale",	CFG_LIST,	true },
	{ "needs",	CFG_LIST,	true },
	{ "review",	CFG_LIST,	true },
	{ "again",	CFG_LIST,	false },
	{ NULL,		CFG_TEXT,	false },
};

static const struct cfg_rule scale_rules[] = {
	{ "points",	CFG_INT,	true },
	{ "word",	CFG_TEXT,	true },
	{ NULL,		CFG_TEXT,	false },
};

static const struct cfg_rule ask_rules[] = {
	{ "code",	CFG_TEXT,	true },
	{ "title",	CFG_TEXT,	true },
	{ "ask",	CFG_TEXT,	true },
	{ "hints",	CFG_TEXT,	false },
	{ NULL,		CFG_TEXT,	false },
};

static const struct cfg_rule review_rules[] = {
	{ "highest",	CFG_INT,	true },
	{ "days",	CFG_INT,	true },
	{ "mark",	CFG_TEXT,	true },
	{ NULL,		CFG_TEXT,	false },
};

static const struct cfg_rule again_rules[] = {
	{ "event",	CFG_TEXT,	true },
	{ "what",	CFG_TEXT,	true },
	{ "days",	CFG_INT,	true },
	{ "text",	CFG_TEXT,	true },
	{ "mark",	CFG_TEXT,	true },
	{ NULL,		CFG_TEXT,	false },
};
/* clang-format on */

static int
number_of(const struct cfg_at *at, const char *name)
{
	int64_t n = 0;

	cfg_int(at, name, &n);
	return n < -1 || n > 10000 ? -1 : (int)n;
}

static enum rc
read_scale(struct needs *n, const struct cfg_at *at, struct fault *f)
{
	enum rc rc = cfg_check(at, scale_rules, f);

	if (rc)
		return rc;
	if (number_of(at, "points") != (int)n->scale.n)
		return cfg_fault(at, f,
		    "points go up from 0 by one; here %zu is wanted",
		    n->scale.n);
	*VEC_ADD(&n->scale) = definitions_text(at, "word", n->arena);
	return RC_OK;
}

static enum rc
read_ask(struct needs *n, const struct cfg_at *at, struct fault *f)
{
	struct needs_ask ask = { 0 };
	enum rc rc = cfg_check(at, ask_rules, f);

	if (rc)
		return rc;
	ask.code = definitions_text(at, "code", n->arena);
	ask.title = definitions_text(at, "title", n->arena);
	ask.ask = definitions_text(at, "ask", n->arena);
	ask.hints = definitions_text(at, "hints", n->arena);
	if (needs_place(n, ask.code) < n->asks.n)
		return cfg_fault(at, f, "the need %s is there twice", ask.code);
	if (n->asks.n == NEEDS_MOST)
		return cfg_fault(at, f, "there is room for %d needs",
		    NEEDS_MOST);
	*VEC_ADD(&n->asks) = ask;
	return RC_OK;
}

static enum rc
read_review(struct needs *n, const struct cfg_at *at, struct fault *f)
{
	struct review row;
	enum rc rc = cfg_check(at, review_rules, f);

	if (rc)
		return rc;
	row = (struct review){ number_of(at, "highest"),
		number_of(at, "days") };
	if (row.days < 1)
		return cfg_fault(at, f, "days wants a number from 1 up");
	*VEC_ADD(&n->reviews) = row;
	return RC_OK;
}

static enum rc
read_again(struct needs *n, const struct cfg_at *at, struct fault *f)
{
	struct needs_again row = { 0 };
	enum rc rc = cfg_check(at, again_rules, f);

	if (rc)
		return rc;
	row.event = definitions_text(at, "event", n->arena);
	row.what = definitions_text(at, "what", n->arena);
	row.text = definitions_text(at, "text", n->arena);
	row.mark = definitions_text(at, "mark", n->arena);
	row.days = number_of(at, "days");
	if (row.days < 0)
		return cfg_fault(at, f, "days wants a number from 0 up");
	*VEC_ADD(&n->again) = row;
	return RC_OK;
}

/* A low score must find a row, else nothing would say when to ask again. */
static enum rc
check_reviews(struct needs *n, const struct cfg_at *at, struct fault *f)
{
	const struct review *row;

	VEC_EACH (&n->reviews, row)
		if (row->highest <= 0)
			return RC_OK;
	return cfg_fault(at, f, "review wants a last row with highest = 0");
}

typedef enum rc read_fn(struct needs *, const struct cfg_at *, struct fault *);

static enum rc
read_list(struct needs *n, const struct cfg_at *list, read_fn *read,
    struct fault *f)
{
	enum rc rc = RC_OK;

	for (size_t i = 0; !rc && i < cfg_len(list); i++)
		rc = read(n, cfg_nth(list, i), f);
	return rc;
}

static enum rc
read_file(const struct cfg_at *root, void *arg, struct fault *f)
{
	static const struct {
		const char *name;
		read_fn *read;
	} lists[] = { { "scale", read_scale }, { "needs", read_ask },
		{ "review", read_review }, { "again", read_again } };
	enum rc rc = cfg_check(root, file_rules, f);

	for (size_t i = 0; !rc && i < sizeof(lists) / sizeof(lists[0]); i++)
		rc = read_list(arg, cfg_get(root, lists[i].name),
		    lists[i].read, f);
	return rc ? rc : check_reviews(arg, cfg_get(root, "review"), f);
}

enum rc
needs_load(const char *dir, struct needs **needs, struct fault *f)
{
	struct needs *n = mem_get(sizeof(*n));
	enum rc rc;

	n->arena = arena_new();
	if ((rc = definitions_each(dir, read_file, n, f))) {
		needs_free(n);
		return rc;
	}
	*needs = n;
	return RC_OK;
}

void
needs_free(struct needs *n)
{
	if (!n)
		return;
	VEC_RELEASE(&n->asks);
	VEC_RELEASE(&n->scale);
	VEC_RELEASE(&n->reviews);
	VEC_RELEASE(&n->again);
	arena_free(n->arena);
	free(n);
}

size_t
needs_count(const struct needs *n)
{
	return n->asks.n;
}

const struct needs_ask *
needs_nth(const struct needs *n, size_t i)
{
	return i < n->asks.n ? &n->asks.at[i] : NULL;
}

size_t
needs_place(const struct needs *n, const char *code)
{
	size_t i = 0;

	while (i < n->asks.n && strcmp(n->asks.at[i].code, code) != 0)
		i++;
	return i;
}

int
needs_top(const struct needs *n)
{
	return (int)n->scale.n - 1;
}

const char *
needs_word(const struct needs *n, int points)
{
	return points >= 0 && (size_t)points < n->scale.n ?
		   n->scale.at[points] :
		   "";
}

int
needs_review_days(const struct needs *n, int highest)
{
	const struct review *row;

	VEC_EACH (&n->reviews, row)
		if (highest >= row->highest)
			return row->days;
	return 0;
}

size_t
needs_again_count(const struct needs *n)
{
	return n->again.n;
}

const struct needs_again *
needs_again_nth(const struct needs *n, size_t i)
{
	return i < n->again.n ? &n->again.at[i] : NULL;
}
