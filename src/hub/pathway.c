/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/cfg.h"
#include "base/mem.h"
#include "hub/definitions.h"
#include "model/code.h"

#include "hub/pathway_inside.h"

/* clang-format off */
static const struct cfg_rule file_rules[] = {
	{ "name",	CFG_TEXT,	true },
	{ "title",	CFG_TEXT,	true },
	{ "stale",	CFG_INT,	false },
	{ "offers",	CFG_LIST,	false },
	{ "sharing",	CFG_LIST,	false },
	{ NULL,		CFG_TEXT,	false },
};

static const struct cfg_rule offer_rules[] = {
	{ "code",	CFG_TEXT,	true },
	{ "why",	CFG_TEXT,	true },
	{ "instead",	CFG_TEXT,	false },
	{ "urgent",	CFG_FLAG,	false },
	CASE_TEST_RULES,
	{ NULL,		CFG_TEXT,	false },
};

static const struct cfg_rule sharing_rules[] = {
	{ "services",	CFG_LIST,	false },
	{ "basis",	CFG_TEXT,	true },
	{ "say",	CFG_TEXT,	true },
	{ "items",	CFG_LIST,	true },
	{ "agreement",	CFG_FLAG,	false },
	CASE_TEST_RULES,
	{ NULL,		CFG_TEXT,	false },
};
/* clang-format on */

static enum rc
read_offer(struct pathways *p, const struct cfg_at *at, struct fault *f)
{
	struct pathway_rule *r;
	enum rc rc = cfg_check(at, offer_rules, f);

	if (rc)
		return rc;
	r = VEC_ADD(&p->rules);
	r->code = definitions_text(at, "code", p->arena);
	r->why = definitions_text(at, "why", p->arena);
	r->instead = definitions_text(at, "instead", p->arena);
	cfg_flag(at, "urgent", &r->urgent);
	r->line = cfg_line(at);
	r->file = arena_str(p->arena, cfg_file(at));
	if ((rc = casetest_code(at, p->codes, "service", r->code, f)))
		return rc;
	if (r->instead &&
	    (rc = casetest_code(at, p->codes, "service", r->instead, f)))
		return rc;
	return casetest_read(at, p->arena, p->codes, &r->test, f);
}

static enum rc
check_words(const struct cfg_at *at, const struct codes *codes,
    const char *list, const char *const *words, struct fault *f)
{
	enum rc rc = RC_OK;

	for (; !rc && words && *words; words++)
		rc = casetest_code(at, codes, list, *words, f);
	return rc;
}

static enum rc
read_sharing(struct pathways *p, const struct cfg_at *at, struct fault *f)
{
	struct sharing_rule *r;
	enum rc rc = cfg_check(at, sharing_rules, f);

	if (rc)
		return rc;
	r = VEC_ADD(&p->sharing);
	r->basis = definitions_text(at, "basis", p->arena);
	r->say = definitions_text(at, "say", p->arena);
	cfg_flag(at, "agreement", &r->agreement);
	if ((rc = definitions_words(
		 at, "services", p->arena, &r->services, f)) ||
	    (rc = definitions_words(at, "items", p->arena, &r->items, f)) ||
	    (rc = check_words(at, p->codes, "service", r->services, f)) ||
	    (rc = check_words(at, p->codes, "share-item", r->items, f)) ||
	    (rc = casetest_code(at, p->codes, "basis", r->basis, f)))
		return rc;
	return casetest_read(at, p->arena, p->codes, &r->test, f);
}

static enum rc
read_file(const struct cfg_at *root, void *arg, struct fault *f)
{
	struct pathways *p = arg;
	const struct cfg_at *list;
	int64_t stale = p->stale;
	enum rc rc = cfg_check(root, file_rules, f);

	if (rc)
		return rc;
	cfg_int(root, "stale", &stale);
	p->stale = (int)stale;
	list = cfg_get(root, "offers");
	for (size_t i = 0; !rc && i < cfg_len(list); i++)
		rc = read_offer(p, cfg_nth(list, i), f);
	list = cfg_get(root, "sharing");
	for (size_t i = 0; !rc && i < cfg_len(list); i++)
		rc = read_sharing(p, cfg_nth(list, i), f);
	return rc;
}

/* ---- rings ---- */

/* Which service stands in for ${code} by any rule after the first ${from}. */
static const struct pathway_rule *
stand_in(const struct pathways *p, const char *code)
{
	const struct pathway_rule *r;

	VEC_EACH (&p->rules, r)
		if (r->instead && strcmp(r->code, code) == 0)
			return r;
	return NULL;
}

/* From each rule along those that stand in: coming back is a ring. */
static enum rc
check_rings(const struct pathways *p, struct fault *f)
{
	const struct pathway_rule *r, *next;

	VEC_EACH (&p->rules, r) {
		const char *at = r->instead;

		for (size_t n = 0; at && n <= p->rules.n; n++) {
			if (strcmp(at, r->code) == 0)
				return fault_set(f, RC_INVALID,
				    "%s:%u: %s stands in for itself, by way of "
				    "%s",
				    r->file, r->line, r->code, r->instead);
			next = stand_in(p, at);
			at = next ? next->instead : NULL;
		}
	}
	return RC_OK;
}

enum rc
pathways_load(const char *dir, const struct codes *codes, struct pathways **to,
    struct fault *f)
{
	struct pathways *p = mem_get(sizeof(*p));
	enum rc rc;

	*p = (struct pathways){ .codes = codes, .stale = 30 };
	p->arena = arena_new();
	rc = definitions_each(dir, read_file, p, f);
	if (!rc)
		rc = check_rings(p, f);
	if (rc) {
		pathways_free(p);
		return rc;
	}
	*to = p;
	return RC_OK;
}

void
pathways_free(struct pathways *p)
{
	if (!p)
		return;
	VEC_RELEASE(&p->rules);
	VEC_RELEASE(&p->sharing);
	arena_free(p->arena);
	free(p);
}

int
pathways_stale_days(const struct pathways *p)
{
	return p->stale;
}
