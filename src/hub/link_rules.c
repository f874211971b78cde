/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/cfg.h"
#include "base/mem.h"
#include "base/str.h"
#include "model/kind.h"

#include "hub/definitions.h"
#include "hub/link_rules.h"

/* A file in the reading. */
struct reading {
	struct link_rules *rules;
	const struct kinds *kinds;
};

/* clang-format off */
static const struct cfg_rule file_rules[] = {
	{ "name",	CFG_TEXT,	true },
	{ "title",	CFG_TEXT,	true },
	{ "mark",	CFG_TEXT,	false },
	{ "repeats",	CFG_REAL,	true },
	{ "hint",	CFG_REAL,	true },
	{ "review",	CFG_REAL,	true },
	{ "strong",	CFG_REAL,	true },
	{ "fields",	CFG_LIST,	true },
	{ "shared",	CFG_LIST,	false },
	{ "blocks",	CFG_LIST,	true },
	{ NULL,		CFG_TEXT,	false },
};

static const struct cfg_rule field_rules[] = {
	{ "name",	CFG_TEXT,	true },
	{ "title",	CFG_TEXT,	true },
	{ "compare",	CFG_TEXT,	true },
	{ "of",		CFG_LIST,	true },
	{ "common",	CFG_FLAG,	false },
	{ "crossed",	CFG_TEXT,	false },
	{ "levels",	CFG_LIST,	true },
	{ "swapped",	CFG_GROUP,	false },
	{ NULL,		CFG_TEXT,	false },
};

static const struct cfg_rule level_rules[] = {
	{ "words",	CFG_TEXT,	true },
	{ "least",	CFG_INT,	false },
	{ "m",		CFG_REAL,	true },
	{ "u",		CFG_REAL,	true },
	{ NULL,		CFG_TEXT,	false },
};

static const struct cfg_rule shared_rules[] = {
	{ "fields",	CFG_LIST,	true },
	{ "most",	CFG_REAL,	true },
	{ "why",	CFG_TEXT,	true },
	{ NULL,		CFG_TEXT,	false },
};
/* clang-format on */

static const char *const compare_names[] = { "name", "date", "code", "words" };

#define COMPARES (sizeof(compare_names) / sizeof(compare_names[0]))

const char *
link_compare_name(enum link_compare compare)
{
	return compare_names[compare];
}

/* ---- one field ---- */

static enum rc
read_level(struct reading *r, const struct cfg_at *at, struct link_level *l,
    struct fault *f)
{
	int64_t least = 0;
	enum rc rc = cfg_check(at, level_rules, f);

	if (rc)
		return rc;
	l->words = definitions_text(at, "words", r->rules->arena);
	cfg_int(at, "least", &least);
	cfg_real(at, "m", &l->m);
	cfg_real(at, "u", &l->u);
	if (least < 0 || least > 1000)
		return cfg_fault(at, f, "least wants 0 to 1000");
	if (!(l->m > 0 && l->m < 1 && l->u > 0 && l->u < 1))
		return cfg_fault(at, f,
		    "m and u are shares: above 0 and below 1");
	l->least = (unsigned)least;
	return RC_OK;
}

/* Every pair must come out somewhere, and only once. */
static enum rc
check_levels(const struct cfg_at *at, const struct link_field *field,
    struct fault *f)
{
	double m = 0, u = 0;

	for (size_t i = 0; i < field->n; i++)
		if (i && field->levels[i].least >= field->levels[i - 1].least)
			return cfg_fault(at, f,
			    "the levels stand highest first, and no two begin "
			    "at the same likeness");
	if (field->levels[field->n - 1].least != 0)
		return cfg_fault(at, f,
		    "the last level takes what is left: least = 0");
	for (size_t i = 0; i < field->n + (field->swapped >= 0); i++) {
		m += field->levels[i].m;
		u += field->levels[i].u;
	}
	if (fabs(m - 1) > 0.03 || fabs(u - 1) > 0.03)
		return cfg_fault(at, f,
		    "the levels of \"%s\" are all there is: their m add up to "
		    "%.3f and their u to %.3f, and not to one",
		    field->name, m, u);
	return RC_OK;
}

static enum rc
read_levels(struct reading *r, const struct cfg_at *at,
    struct link_field *field, struct fault *f)
{
	const struct cfg_at *levels = cfg_get(at, "levels");
	const struct cfg_at *swapped = cfg_get(at, "swapped");
	enum rc rc = RC_OK;

	field->n = cfg_len(levels);
	field->swapped = -1;
	if (field->n < 2 || field->n >= LINK_LEVELS)
		return cfg_fault(at, f, "a field has 2 to %d levels",
		    LINK_LEVELS - 1);
	for (size_t i = 0; !rc && i < field->n; i++)
		rc = read_level(r, cfg_nth(levels, i), &field->levels[i], f);
	if (!rc && swapped) {
		field->swapped = (int)field->n;
		rc = read_level(r, swapped, &field->levels[field->n], f);
	}
	return rc ? rc : check_levels(at, field, f);
}

/* "person.given": a field of a kind. */
static enum rc
read_source(struct reading *r, const struct cfg_at *at, struct link_source *s,
    struct fault *f)
{
	const struct kind_field *field;
	const struct kind *kind;
	const char *text = "", *dot;
	char name[32];

	cfg_text(at, NULL, &text);
	dot = strchr(text, '.');
	if (!dot || (size_t)(dot - text) >= sizeof(name))
		return cfg_fault(at, f,
		    "\"%s\" is no field; write person.given", text);
	snprintf(name, sizeof(name), "%.*s", (int)(dot - text), text);
	kind = kinds_by_name(r->kinds, name);
	field = kind ? kind_field_by_name(kind, dot + 1) : NULL;
	if (!field)
		return cfg_fault(at, f,
		    "there is no field \"%s\"; handrailctl schema lists them",
		    text);
	*s = (struct link_source){ kind->tag, field->tag };
	return RC_OK;
}

static enum rc
read_sources(struct reading *r, const struct cfg_at *at,
    struct link_field *field, struct fault *f)
{
	const struct cfg_at *of = cfg_get(at, "of");
	enum rc rc = RC_OK;

	field->n_of = cfg_len(of);
	if (!field->n_of || field->n_of > LINK_SOURCES)
		return cfg_fault(at, f, "a field is made of 1 to %d",
		    LINK_SOURCES);
	for (size_t i = 0; !rc && i < field->n_of; i++)
		rc = read_source(r, cfg_nth(of, i), &field->of[i], f);
	return rc;
}

static enum rc
read_compare(const struct cfg_at *at, struct link_field *field, struct fault *f)
{
	const char *text = "";

	cfg_text(at, "compare", &text);
	for (size_t i = 0; i < COMPARES; i++)
		if (strcmp(text, compare_names[i]) == 0) {
			field->compare = (enum link_compare)i;
			return RC_OK;
		}
	return cfg_fault(at, f,
	    "compare is name, date, code or words, and not \"%s\"", text);
}

static enum rc
read_field(struct reading *r, const struct cfg_at *at, struct fault *f)
{
	struct link_rules *rules = r->rules;
	struct link_field *field;
	enum rc rc = cfg_check(at, field_rules, f);

	if (rc)
		return rc;
	if (rules->n == LINK_FIELDS)
		return cfg_fault(at, f, "at most %d fields", LINK_FIELDS);
	field = &rules->fields[rules->n++];
	*field = (struct link_field){ .crossed = -1, .shared = -1 };
	field->name = definitions_text(at, "name", rules->arena);
	field->title = definitions_text(at, "title", rules->arena);
	cfg_flag(at, "common", &field->common);
	if ((rc = read_compare(at, field, f)))
		return rc;
	if ((rc = read_sources(r, at, field, f)))
		return rc;
	return read_levels(r, at, field, f);
}

static int
field_by_name(const struct link_rules *rules, const char *name, size_t len)
{
	for (size_t i = 0; i < rules->n; i++)
		if (strlen(rules->fields[i].name) == len &&
		    strncmp(rules->fields[i].name, name, len) == 0)
			return (int)i;
	return -1;
}

/* Names that are taken for each other are only known once all are read. */
static enum rc
read_crossed(struct reading *r, const struct cfg_at *at,
    struct link_field *field, struct fault *f)
{
	const char *other = NULL;

	if (!cfg_text(at, "crossed", &other)) {
		if (field->swapped >= 0)
			return cfg_fault(at, f,
			    "swapped wants to know with what: crossed");
		return RC_OK;
	}
	field->crossed = field_by_name(r->rules, other, strlen(other));
	if (field->crossed < 0 || field->swapped < 0)
		return cfg_fault(at, f,
		    "crossed names another field, and swapped its level");
	return RC_OK;
}

/* ---- what people of one home share ---- */

static enum rc
read_sharer(struct reading *r, const struct cfg_at *at, int group,
    struct fault *f)
{
	const char *name = "";
	int field;

	cfg_text(at, NULL, &name);
	field = field_by_name(r->rules, name, strlen(name));
	if (field < 0)
		return cfg_fault(at, f, "there is no field \"%s\"", name);
	if (r->rules->fields[field].shared >= 0)
		return cfg_fault(at, f, "\"%s\" is shared twice", name);
	r->rules->fields[field].shared = group;
	return RC_OK;
}

static enum rc
read_shared(struct reading *r, const struct cfg_at *at, struct fault *f)
{
	const struct cfg_at *fields = cfg_get(at, "fields");
	struct link_shared *s;
	enum rc rc = cfg_check(at, shared_rules, f);

	if (rc)
		return rc;
	if (r->rules->n_shared == LINK_SHARED)
		return cfg_fault(at, f, "at most %d of these", LINK_SHARED);
	s = &r->rules->shared[r->rules->n_shared++];
	s->why = definitions_text(at, "why", r->rules->arena);
	cfg_real(at, "most", &s->most);
	if (s->most <= 0)
		return cfg_fault(at, f, "most wants bits above 0");
	for (size_t i = 0; !rc && i < cfg_len(fields); i++)
		rc = read_sharer(r, cfg_nth(fields, i),
		    (int)r->rules->n_shared - 1, f);
	return rc;
}

/* ---- blocks ---- */

static enum rc
read_part(struct reading *r, const struct cfg_at *at, struct link_part *p,
    struct fault *f)
{
	const char *text = "", *rest;
	uint64_t letters = 0;
	int field;

	cfg_text(at, NULL, &text);
	rest = text + strcspn(text, ":.");
	if ((field = field_by_name(r->rules, text, (size_t)(rest - text))) < 0)
		return cfg_fault(at, f, "there is no field for \"%s\"", text);
	*p = (struct link_part){ .field = (size_t)field };
	if (!*rest)
		return RC_OK;
	if (strcmp(rest, ".day") == 0)
		p->of = LINK_DAY;
	else if (strcmp(rest, ".rare") == 0)
		p->of = LINK_RARE;
	else if (*rest == ':' && str_to_u64(rest + 1, &letters) && letters &&
		 letters <= 16)
		p->of = LINK_FIRST;
	else
		return cfg_fault(at, f,
		    "\"%s\": a part is a field, FIELD:4, FIELD.day or "
		    "FIELD.rare", text);
	p->letters = (unsigned)letters;
	return RC_OK;
}

static enum rc
read_block(struct reading *r, const struct cfg_at *at, struct fault *f)
{
	struct link_block *b;
	enum rc rc = RC_OK;

	if (r->rules->n_blocks == LINK_BLOCKS)
		return cfg_fault(at, f, "at most %d blocks", LINK_BLOCKS);
	b = &r->rules->blocks[r->rules->n_blocks++];
	b->n = cfg_len(at);
	if (!b->n || b->n > LINK_PARTS)
		return cfg_fault(at, f, "a block has 1 to %d parts",
		    LINK_PARTS);
	for (size_t i = 0; !rc && i < b->n; i++)
		rc = read_part(r, cfg_nth(at, i), &b->parts[i], f);
	return rc;
}

/* ---- the file ---- */

static enum rc
read_numbers(const struct cfg_at *root, struct link_rules *rules,
    struct fault *f)
{
	cfg_real(root, "repeats", &rules->repeats);
	cfg_real(root, "hint", &rules->hint);
	cfg_real(root, "review", &rules->review);
	cfg_real(root, "strong", &rules->strong);
	if (!(rules->repeats > 0 && rules->repeats < 100))
		return cfg_fault(cfg_get(root, "repeats"), f,
		    "repeats is how many other records the average person "
		    "has: above 0");
	if (!(rules->hint > 0 && rules->hint <= rules->review &&
		rules->review <= rules->strong && rules->strong < 1))
		return cfg_fault(cfg_get(root, "hint"), f,
		    "hint, review and strong are probabilities that rise");
	return RC_OK;
}

static enum rc
read_file(const struct cfg_at *root, void *arg, struct fault *f)
{
	struct reading *r = arg;
	const struct cfg_at *fields = cfg_get(root, "fields");
	const struct cfg_at *blocks = cfg_get(root, "blocks");
	const struct cfg_at *shared = cfg_get(root, "shared");
	enum rc rc = cfg_check(root, file_rules, f);

	r->rules->n = r->rules->n_blocks = r->rules->n_shared = 0;
	if (rc || (rc = read_numbers(root, r->rules, f)))
		return rc;
	r->rules->name = definitions_text(root, "name", r->rules->arena);
	r->rules->title = definitions_text(root, "title", r->rules->arena);
	for (size_t i = 0; !rc && i < cfg_len(fields); i++)
		rc = read_field(r, cfg_nth(fields, i), f);
	for (size_t i = 0; !rc && i < r->rules->n; i++)
		rc = read_crossed(
		    r, cfg_nth(fields, i), &r->rules->fields[i], f);
	for (size_t i = 0; !rc && i < cfg_len(shared); i++)
		rc = read_shared(r, cfg_nth(shared, i), f);
	for (size_t i = 0; !rc && i < cfg_len(blocks); i++)
		rc = read_block(r, cfg_nth(blocks, i), f);
	return rc;
}

void
link_rules_settle(struct link_rules *rules)
{
	for (size_t i = 0; i < rules->n; i++)
		for (size_t k = 0; k < LINK_LEVELS; k++) {
			struct link_level *l = &rules->fields[i].levels[k];

			if (l->words)
				l->bits = log2(l->m / l->u);
		}
}

enum rc
link_rules_load(const char *dir, const struct kinds *kinds,
    struct link_rules **rules, struct fault *f)
{
	struct reading r = { mem_get(sizeof(*r.rules)), kinds };
	enum rc rc;

	r.rules->arena = arena_new();
	if ((rc = definitions_each(dir, read_file, &r, f))) {
		link_rules_free(r.rules);
		return rc;
	}
	link_rules_settle(r.rules);
	*rules = r.rules;
	return RC_OK;
}

void
link_rules_free(struct link_rules *rules)
{
	if (!rules)
		return;
	arena_free(rules->arena);
	free(rules);
}
