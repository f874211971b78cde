/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/cfg.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/vec.h"
#include "hub/act.h"
#include "hub/definitions.h"

#include "hub/access.h"

/* A verb that is no act, and what it lets people do. */
struct other {
	const char *name, *help;
};

struct access {
	struct arena *arena;
	VEC(struct access_role) roles;
	VEC(struct other) others;
};

/* clang-format off */
static const struct cfg_rule file_rules[] = {
	{ "name",	CFG_TEXT,	true },
	{ "title",	CFG_TEXT,	true },
	{ "others",	CFG_LIST,	false },
	{ "roles",	CFG_LIST,	true },
	{ NULL,		CFG_TEXT,	false },
};

static const struct cfg_rule other_rules[] = {
	{ "name",	CFG_TEXT,	true },
	{ "help",	CFG_TEXT,	true },
	{ NULL,		CFG_TEXT,	false },
};

static const struct cfg_rule role_rules[] = {
	{ "name",	CFG_TEXT,	true },
	{ "title",	CFG_TEXT,	true },
	{ "help",	CFG_TEXT,	true },
	{ "see",	CFG_TEXT,	true },
	{ "may",	CFG_LIST,	true },
	{ NULL,		CFG_TEXT,	false },
};

static const struct {
	const char *name;
	enum access_see see;
} sights[] = {
	{ "own",	SEE_OWN },
	{ "area",	SEE_AREA },
	{ "counts",	SEE_COUNTS },
};
/* clang-format on */

static const struct access_role *
role_of(const struct access *a, const char *name)
{
	const struct access_role *role;

	VEC_EACH (&a->roles, role)
		if (strcmp(role->name, name) == 0)
			return role;
	return NULL;
}

static enum rc
read_sight(const struct cfg_at *at, const char *see, struct fault *f)
{
	for (size_t i = 0; i < sizeof(sights) / sizeof(sights[0]); i++)
		if (strcmp(sights[i].name, see) == 0)
			return RC_OK;
	return cfg_fault(at, f, "see wants own, area or counts, not \"%s\"",
	    see);
}

static enum rc
read_role(struct access *a, const struct cfg_at *at, struct fault *f)
{
	struct access_role role = { 0 };
	enum rc rc = cfg_check(at, role_rules, f);

	if (rc)
		return rc;
	role.name = definitions_text(at, "name", a->arena);
	role.title = definitions_text(at, "title", a->arena);
	role.help = definitions_text(at, "help", a->arena);
	role.see = definitions_text(at, "see", a->arena);
	if (role_of(a, role.name))
		return cfg_fault(at, f, "the role \"%s\" is there twice",
		    role.name);
	if ((rc = read_sight(at, role.see, f)))
		return rc;
	if ((rc = definitions_words(at, "may", a->arena, &role.verbs, f)))
		return rc;
	if (!role.verbs)
		return cfg_fault(at, f, "the role \"%s\" may do nothing",
		    role.name);
	*VEC_ADD(&a->roles) = role;
	return RC_OK;
}

static enum rc
read_other(struct access *a, const struct cfg_at *at, struct fault *f)
{
	struct other *other;
	enum rc rc = cfg_check(at, other_rules, f);

	if (rc)
		return rc;
	other = VEC_ADD(&a->others);
	other->name = definitions_text(at, "name", a->arena);
	other->help = definitions_text(at, "help", a->arena);
	return RC_OK;
}

static enum rc
read_file(const struct cfg_at *root, void *arg, struct fault *f)
{
	const struct cfg_at *list;
	enum rc rc = cfg_check(root, file_rules, f);

	list = cfg_get(root, "others");
	for (size_t i = 0; !rc && i < cfg_len(list); i++)
		rc = read_other(arg, cfg_nth(list, i), f);
	list = cfg_get(root, "roles");
	for (size_t i = 0; !rc && i < cfg_len(list); i++)
		rc = read_role(arg, cfg_nth(list, i), f);
	return rc;
}

enum rc
access_load(const char *dir, struct access **access, struct fault *f)
{
	struct access *a = mem_get(sizeof(*a));
	enum rc rc;

	a->arena = arena_new();
	rc = definitions_each(dir, read_file, a, f);
	if (!rc && !a->roles.n)
		rc = fault_set(f, RC_INVALID,
		    "%s: no role is defined there, so nobody could do anything",
		    dir);
	if (rc) {
		access_free(a);
		return rc;
	}
	*access = a;
	return RC_OK;
}

void
access_free(struct access *a)
{
	if (!a)
		return;
	VEC_RELEASE(&a->roles);
	VEC_RELEASE(&a->others);
	arena_free(a->arena);
	free(a);
}

size_t
access_count(const struct access *a)
{
	return a->roles.n;
}

const struct access_role *
access_nth(const struct access *a, size_t i)
{
	return i < a->roles.n ? &a->roles.at[i] : NULL;
}

const struct access_role *
access_role(const struct access *a, const char *name)
{
	return role_of(a, name);
}

enum access_see
access_see(const struct access *a, const char *role)
{
	const struct access_role *r = role_of(a, role);

	for (size_t i = 0; r && i < sizeof(sights) / sizeof(sights[0]); i++)
		if (strcmp(sights[i].name, r->see) == 0)
			return sights[i].see;
	return SEE_COUNTS;
}

static bool
role_may(const struct access_role *role, const char *verb)
{
	for (const char *const *v = role->verbs; *v; v++)
		if (strcmp(*v, "*") == 0 || strcmp(*v, verb) == 0)
			return true;
	return false;
}

bool
access_may(const struct access *a, const char *role, const char *verb)
{
	const struct access_role *r = role_of(a, role);

	return r && role_may(r, verb);
}

/* The act that goes by ${verb}; several may share one. */
static const struct act *
act_of(const char *verb)
{
	for (const struct act *const *act = act_table; *act; act++)
		if (strcmp((*act)->verb ? (*act)->verb : (*act)->name, verb) ==
		    0)
			return *act;
	return NULL;
}

bool
access_is_verb(const struct access *a, const char *verb)
{
	const struct other *other;

	VEC_EACH (&a->others, other)
		if (strcmp(other->name, verb) == 0)
			return true;
	return strcmp(verb, "*") == 0 || act_of(verb) || act_by_name(verb);
}

/* "assign work": the act's title or the other verb's sentence, in mid-line. */
static void
say_verb(const struct access *a, const char *verb, char *out, size_t room)
{
	const struct act *act = act_of(verb);
	const struct other *other;

	snprintf(out, room, "%s", act ? act->title : verb);
	VEC_EACH (&a->others, other)
		if (strcmp(other->name, verb) == 0)
			snprintf(out, room, "%s", other->help);
	for (char *s = out; *s; s++)
		*s = *s == '_' ? ' ' : *s;
	out[0] = (char)tolower((unsigned char)out[0]);
}

/* "a call-handler", "an administrator". */
static void
say_role(const char *title, char *out, size_t room)
{
	const char *article = strchr("AEIOUaeiou", title[0]) ? "an" : "a";

	snprintf(out, room, "%s %s", article, title);
	out[strlen(article) + 1] =
	    (char)tolower((unsigned char)out[strlen(article) + 1]);
}

/* Someone else who may: the first in the file, where the nearest stand. */
static const struct access_role *
who_may(const struct access *a, const char *verb)
{
	const struct access_role *role;

	VEC_EACH (&a->roles, role)
		if (role_may(role, verb))
			return role;
	return NULL;
}

enum rc
access_refuse(const struct access *a, const char *role, const char *verb,
    struct fault *f)
{
	const struct access_role *mine = role_of(a, role);
	const struct access_role *other = who_may(a, verb);
	char what[96], who[64], ask[64];

	if (!mine)
		return fault_set(f, RC_DENIED,
		    "the role \"%s\" is not defined here, so it may do "
		    "nothing; "
		    "ask whoever keeps the users",
		    role);
	say_verb(a, verb, what, sizeof(what));
	say_role(mine->title, who, sizeof(who));
	if (!other)
		return fault_set(f, RC_DENIED,
		    "%s may not %s; no role here may", who, what);
	say_role(other->title, ask, sizeof(ask));
	return fault_set(f, RC_DENIED, "%s may not %s; ask %s", who, what, ask);
}
