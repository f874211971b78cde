/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <limits.h>
#include <stdio.h>

#include "base/cfg.h"
#include "base/day.h"
#include "base/disk.h"
#include "base/keymap.h"
#include "hub/access.h"
#include "hub/due.h"
#include "hub/journey.h"
#include "hub/letters.h"
#include "hub/level.h"
#include "hub/link_rules.h"
#include "hub/needs.h"
#include "hub/opening.h"
#include "hub/pathway.h"
#include "hub/planbook.h"
#include "hub/practice.h"
#include "hub/rules.h"
#include "hub/surveys.h"
#include "hub/tool.h"
#include "hub/where.h"
#include "model/code.h"
#include "model/kind.h"

#include "ctl/check_folders.h"

/* What is read by one call and freed by another, with nothing beside it. */
#define CHECK_BY_LOADING(name, type)                                           \
	static enum rc name##_check(const char *path, struct fault *f)         \
	{                                                                      \
		struct type *t = NULL;                                         \
		enum rc rc = type##_load(path, &t, f);                         \
                                                                               \
		type##_free(t);                                                \
		return rc;                                                     \
	}

/* clang-format off */
CHECK_BY_LOADING(holidays, holidays)
CHECK_BY_LOADING(journeys, journeys)
CHECK_BY_LOADING(deadlines, deadlines)
CHECK_BY_LOADING(levels, levels)
CHECK_BY_LOADING(practice, practice)
CHECK_BY_LOADING(needs, needs)
CHECK_BY_LOADING(risk, tools)
CHECK_BY_LOADING(access, access)
CHECK_BY_LOADING(surveys, surveys)
/* clang-format on */

static enum rc
codes_check(const char *path, struct fault *f)
{
	struct codes *codes = codes_new();
	enum rc rc = codes_add_file(codes, path, f);

	codes_free(codes);
	return rc;
}

static enum rc
registers_check(const char *path, struct fault *f)
{
	struct kinds *kinds = kinds_new();
	enum rc rc = kinds_add_file(kinds, path, f);

	kinds_free(kinds);
	return rc;
}

static enum rc
keymaps_check(const char *path, struct fault *f)
{
	return keymap_check_file(path, NULL, f);
}

static enum rc
syntax_check(const char *path, struct fault *f)
{
	struct cfg *cfg = NULL;
	enum rc rc = cfg_read(path, &cfg, f);

	cfg_free(cfg);
	return rc;
}

/* They name codes, stages and rules, which stand beside them. */
static enum rc
openings_check(const char *dir, struct fault *f)
{
	struct codes *codes = NULL;
	struct journeys *journeys = NULL;
	struct deadlines *deadlines = NULL;
	struct openings *openings = NULL;
	char path[WHERE_MAX];
	enum rc rc;

	snprintf(path, sizeof(path), "%s/../codes", dir);
	rc = codes_load(path, &codes, f);
	snprintf(path, sizeof(path), "%s/../journeys", dir);
	if (!rc)
		rc = journeys_load(path, &journeys, f);
	snprintf(path, sizeof(path), "%s/../deadlines", dir);
	if (!rc)
		rc = deadlines_load(path, &deadlines, f);
	if (!rc)
		rc = openings_load(dir, codes, journeys, deadlines, &openings,
		    f);
	openings_free(openings);
	deadlines_free(deadlines);
	journeys_free(journeys);
	codes_free(codes);
	return rc;
}

/* Codes stand in the folder beside the one that names them. */
static enum rc
codes_beside(const char *dir, struct codes **codes, struct fault *f)
{
	char path[PATH_MAX];

	snprintf(path, sizeof(path), "%s/../codes", dir);
	if (!disk_is_folder(path)) {
		*codes = codes_new();
		return RC_OK;
	}
	return codes_load(path, codes, f);
}

static enum rc
pathways_check(const char *dir, struct fault *f)
{
	struct pathways *p = NULL;
	struct codes *codes = NULL;
	enum rc rc = codes_beside(dir, &codes, f);

	if (!rc)
		rc = pathways_load(dir, codes, &p, f);
	pathways_free(p);
	codes_free(codes);
	return rc;
}

static enum rc
plans_check(const char *dir, struct fault *f)
{
	struct planbook *book = NULL;
	struct codes *codes = NULL;
	enum rc rc = codes_beside(dir, &codes, f);

	if (!rc)
		rc = planbook_load(dir, codes, &book, f);
	planbook_free(book);
	codes_free(codes);
	return rc;
}

typedef enum rc rules_fn(struct rules *, const char *dir, struct fault *);

static enum rc
rules_check_by(rules_fn *add, const char *dir, struct fault *f)
{
	struct rules *r = rules_new();
	enum rc rc = add(r, dir, f);

	rules_free(r);
	return rc;
}

static enum rc
risk_rules_check(const char *dir, struct fault *f)
{
	return rules_check_by(rules_add_risk, dir, f);
}

static enum rc
triage_check(const char *dir, struct fault *f)
{
	return rules_check_by(rules_add_triage, dir, f);
}

static enum rc
safeguarding_check(const char *dir, struct fault *f)
{
	return rules_check_by(rules_add_guards, dir, f);
}

static enum rc
linkage_check(const char *dir, struct fault *f)
{
	struct link_rules *rules = NULL;
	struct kinds *kinds = kinds_new();
	enum rc rc = link_rules_load(dir, kinds, &rules, f);

	link_rules_free(rules);
	kinds_free(kinds);
	return rc;
}

/* Letters, tongues and the sender hang together: they are read from above. */
static enum rc
letters_check(const char *dir, struct fault *f)
{
	struct letters *l = NULL;
	char base[PATH_MAX];
	enum rc rc;

	snprintf(base, sizeof(base), "%s/..", dir);
	rc = letters_load(base, NULL, &l, f);
	letters_free(l);
	return rc;
}

/* clang-format off */
const struct check_folder check_folders[] = {
	{ "access",	syntax_check,	 access_check },
	{ "codes",	codes_check,	 NULL },
	{ "contact",	syntax_check,	 practice_check },
	{ "deadlines",	syntax_check,	 deadlines_check },
	{ "feeds",	syntax_check,	 NULL },
	{ "forms",	syntax_check,	 NULL },
	{ "holidays",	holidays_check,	 NULL },
	{ "journeys",	syntax_check,	 journeys_check },
	{ "keymaps",	keymaps_check,	 NULL },
	{ "letters",	syntax_check,	 letters_check },
	{ "levels",	syntax_check,	 levels_check },
	{ "linkage",	syntax_check,	 linkage_check },
	{ "names",	syntax_check,	 NULL },
	{ "openings",	syntax_check,	 openings_check },
	{ "pathways",	syntax_check,	 pathways_check },
	{ "plans",	syntax_check,	 plans_check },
	{ "needs",	syntax_check,	 needs_check },
	{ "registers",	registers_check, NULL },
	{ "surveys",	syntax_check,	 surveys_check },
	{ "risk",	syntax_check,	 risk_check },
	{ "risk-rules",	syntax_check,	 risk_rules_check },
	{ "safeguarding", syntax_check,	 safeguarding_check },
	{ "services",	syntax_check,	 NULL },
	{ "themes",	syntax_check,	 NULL },
	{ "tongues",	syntax_check,	 letters_check },
	{ "triage",	syntax_check,	 triage_check },
	{ NULL,		NULL,		 NULL },
};
/* clang-format on */
