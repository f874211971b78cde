/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdio.h>

#include "base/day.h"
#include "hub/access.h"
#include "hub/due.h"
#include "hub/find_short.h"
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

#include "hub/decided.h"

/*
 * One short function for each folder of definitions; the table says in which
 * order they are read, for some name what stands in others.
 */

static enum rc
define_codes(struct hub *hub, const char *path, struct fault *f)
{
	return codes_load(path, &hub->codes, f);
}

static enum rc
define_registers(struct hub *hub, const char *path, struct fault *f)
{
	hub->kinds = kinds_new();
	return kinds_add_dir(hub->kinds, path, f);
}

static enum rc
define_holidays(struct hub *hub, const char *path, struct fault *f)
{
	return holidays_load(path, &hub->holidays, f);
}

static enum rc
define_journeys(struct hub *hub, const char *path, struct fault *f)
{
	return journeys_load(path, &hub->journeys, f);
}

static enum rc
define_deadlines(struct hub *hub, const char *path, struct fault *f)
{
	return deadlines_load(path, &hub->deadlines, f);
}

static enum rc
define_levels(struct hub *hub, const char *path, struct fault *f)
{
	return levels_load(path, &hub->levels, f);
}

/* Openings name codes, stages and rules, which were read before them. */
static enum rc
define_openings(struct hub *hub, const char *path, struct fault *f)
{
	return openings_load(path, hub->codes, hub->journeys, hub->deadlines,
	    &hub->openings, f);
}

static enum rc
define_practice(struct hub *hub, const char *path, struct fault *f)
{
	return practice_load(path, &hub->practice, f);
}

static enum rc
define_pathways(struct hub *hub, const char *path, struct fault *f)
{
	return pathways_load(path, hub->codes, &hub->pathways, f);
}

static enum rc
define_plans(struct hub *hub, const char *path, struct fault *f)
{
	return planbook_load(path, hub->codes, &hub->planbook, f);
}

static enum rc
define_linkage(struct hub *hub, const char *path, struct fault *f)
{
	return link_rules_load(path, hub->kinds, &hub->linkage, f);
}

static enum rc
define_needs(struct hub *hub, const char *path, struct fault *f)
{
	return needs_load(path, &hub->needs, f);
}

static enum rc
define_tools(struct hub *hub, const char *path, struct fault *f)
{
	enum rc rc = tools_load(path, &hub->tools, f);

	return rc ? rc : tools_check(hub->tools, hub->codes, f);
}

static enum rc
define_guards(struct hub *hub, const char *path, struct fault *f)
{
	hub->rules = rules_new();
	return rules_add_guards(hub->rules, path, f);
}

static enum rc
define_triage(struct hub *hub, const char *path, struct fault *f)
{
	return rules_add_triage(hub->rules, path, f);
}

static enum rc
define_risk_rules(struct hub *hub, const char *path, struct fault *f)
{
	enum rc rc = rules_add_risk(hub->rules, path, f);

	return rc ? rc : rules_check(hub->rules, hub->codes, f);
}

static enum rc
define_access(struct hub *hub, const char *path, struct fault *f)
{
	return access_load(path, &hub->access, f);
}

static enum rc
define_letters(struct hub *hub, const char *path, struct fault *f)
{
	return letters_load(path, hub->codes, &hub->letters, f);
}

static enum rc
define_surveys(struct hub *hub, const char *path, struct fault *f)
{
	return surveys_load(path, &hub->surveys, f);
}

static enum rc
define_names(struct hub *hub, const char *path, struct fault *f)
{
	return short_names_load(path, &hub->names, f);
}

/* What the hub has decided, and where it stands under the definitions. */
static const struct {
	const char *path;
	enum rc (*define)(struct hub *, const char *path, struct fault *);
} definitions[] = {
	{ "codes", define_codes },
	{ "registers", define_registers },
	{ "holidays/england-and-wales.cfg", define_holidays },
	{ "journeys", define_journeys },
	{ "deadlines", define_deadlines },
	{ "levels", define_levels },
	{ "contact", define_practice },
	{ "openings", define_openings },
	{ "pathways", define_pathways },
	{ "plans", define_plans },
	{ "linkage", define_linkage },
	{ "needs", define_needs },
	{ "risk", define_tools },
	{ "safeguarding", define_guards },
	{ "triage", define_triage },
	{ "risk-rules", define_risk_rules },
	{ "access", define_access },
	{ "names", define_names },
	{ ".", define_letters },
	{ "surveys", define_surveys },
};

/* Weights that the hub learned from its own records stand for ours. */
static enum rc
define_own_linkage(struct hub *hub, const char *site, struct fault *f)
{
	struct link_rules *own;
	char path[WHERE_MAX];
	enum rc rc;

	snprintf(path, sizeof(path), "%s/linkage", site);
	if ((rc = link_rules_load(path, hub->kinds, &own, f)))
		return rc;
	if (!own->n) {
		link_rules_free(own);
		return RC_OK;
	}
	link_rules_free(hub->linkage);
	hub->linkage = own;
	return RC_OK;
}

static enum rc
define_site(struct hub *hub, const char *site, struct fault *f)
{
	char path[WHERE_MAX];
	enum rc rc;

	if (!site || !*site)
		return RC_OK;
	snprintf(path, sizeof(path), "%s/registers", site);
	rc = kinds_add_dir(hub->kinds, path, f);
	if (!rc)
		rc = define_own_linkage(hub, site, f);
	return rc ? rc : letters_add(hub->letters, site, hub->codes, f);
}

enum rc
decided_read(struct hub *hub, const struct hub_options *o, struct fault *f)
{
	size_t n = sizeof(definitions) / sizeof(definitions[0]);
	char path[WHERE_MAX];
	enum rc rc = RC_OK;

	for (size_t i = 0; i < n && !rc; i++) {
		snprintf(path, sizeof(path), "%s/%s", o->data,
		    definitions[i].path);
		rc = definitions[i].define(hub, path, f);
	}
	if (!rc)
		rc = define_site(hub, o->site, f);
	return rc ? rc : kinds_check(hub->kinds, hub->codes, f);
}

void
decided_forget(struct hub *hub)
{
	short_names_free(hub->names);
	access_free(hub->access);
	pathways_free(hub->pathways);
	planbook_free(hub->planbook);
	levels_free(hub->levels);
	link_rules_free(hub->linkage);
	letters_free(hub->letters);
	surveys_free(hub->surveys);
	practice_free(hub->practice);
	openings_free(hub->openings);
	needs_free(hub->needs);
	tools_free(hub->tools);
	rules_free(hub->rules);
	deadlines_free(hub->deadlines);
	journeys_free(hub->journeys);
	holidays_free(hub->holidays);
	kinds_free(hub->kinds);
	codes_free(hub->codes);
}
