/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdio.h>
#include <string.h>

#include "base/cfg.h"
#include "base/disk.h"
#include "model/site.h"

/*
 * What a hub defines for itself, in data/registers/NAME.cfg:
 *
 *	kind = "loan";		a register of its own ...
 *	number = 1001;		... numbered 1,000 or more
 *	title = "Loan";		what one is called; plural and help may follow
 *	fields = ( ... );
 *
 *	extends = "person";	... or more fields for a kind there is
 *	fields = ( ... );
 *
 * or several such under kinds = ( { ... }, ... ). A field has number (1,000 or
 * more), name, label and type, and may have of, help, key, max and the flags
 * below. A group has its parts beside it, or names one of groups = ( { name;
 * parts; }, ... ), so that several fields can share it. Parts are numbered
 * from 1.
 */

/* clang-format off */
static const struct cfg_rule kind_rules[] = {
	{ "kind",	CFG_TEXT, true },
	{ "number",	CFG_INT,  true },
	{ "title",	CFG_TEXT, true },
	{ "plural",	CFG_TEXT, false },
	{ "help",	CFG_TEXT, false },
	{ "hub",	CFG_FLAG, false },
	{ "fields",	CFG_LIST, true },
	{ "groups",	CFG_LIST, false },
	{ NULL,		CFG_TEXT, false }
};

static const struct cfg_rule extend_rules[] = {
	{ "extends",	CFG_TEXT, true },
	{ "fields",	CFG_LIST, true },
	{ "groups",	CFG_LIST, false },
	{ NULL,		CFG_TEXT, false }
};

static const struct cfg_rule file_rules[] = {
	{ "kinds",	CFG_LIST, true },
	{ "groups",	CFG_LIST, false },
	{ NULL,		CFG_TEXT, false }
};
/* clang-format on */

/* The kind of this name, made in this file or before it. */
static const struct kind *
site_kind_named(const struct site *s, const char *name)
{
	for (size_t i = 0; i < s->n_made; i++)
		if (!strcmp(s->made[i]->name, name))
			return s->made[i];
	return kinds_by_name(s->kinds, name);
}

static const struct kind *
site_kind_numbered(const struct site *s, unsigned tag)
{
	for (size_t i = 0; i < s->n_made; i++)
		if (s->made[i]->tag == tag)
			return s->made[i];
	return kinds_by_tag(s->kinds, tag);
}

static enum rc
site_kind_fields(struct site *s, const struct cfg_at *at,
    const struct kind *old, struct kind *kind)
{
	const struct cfg_at *list = cfg_get(at, "fields");
	size_t n = old ? old->n : 0;
	struct kind_field *fields = arena_get(s->kinds->arena,
	    (n + cfg_len(list) + 1) * sizeof(*fields));

	if (n)
		memcpy(fields, old->fields, n * sizeof(*fields));
	kind->fields = fields;
	kind->n = n + cfg_len(list);
	return site_fields(s, list, SITE_FIRST, fields, n);
}

static enum rc
site_extend(struct site *s, const struct cfg_at *at, struct kind *kind)
{
	const struct kind *old;
	const char *name = "";
	enum rc rc;

	if ((rc = cfg_check(at, extend_rules, s->f)))
		return rc;
	cfg_text(at, "extends", &name);
	if (!(old = site_kind_named(s, name)))
		return cfg_fault(at, s->f, "there is no kind called \"%s\"",
		    name);
	*kind = *old;
	return site_kind_fields(s, at, old, kind);
}

static enum rc
site_new_kind(struct site *s, const struct cfg_at *at, struct kind *kind)
{
	int64_t number = 0;
	bool hub = false;
	enum rc rc;

	if ((rc = cfg_check(at, kind_rules, s->f)))
		return rc;
	cfg_int(at, "number", &number);
	cfg_flag(at, "hub", &hub);
	kind->name = site_text(s, at, "kind");
	kind->title = site_text(s, at, "title");
	kind->plural = site_text(s, at, "plural");
	kind->help = site_text(s, at, "help");
	if (!*kind->plural)
		kind->plural =
		    arena_printf(s->kinds->arena, "%ss", kind->title);
	if (!*kind->help)
		kind->help = "A register of this hub's own.";
	if (number < SITE_FIRST || number > UINT16_MAX)
		return cfg_fault(at, s->f,
		    "a register is numbered %d to "
		    "65535, not %lld",
		    SITE_FIRST, (long long)number);
	kind->tag = (uint16_t)number;
	if (!site_is_name(kind->name))
		return cfg_fault(at, s->f,
		    "a name is small letters, figures "
		    "and hyphens, not \"%s\"",
		    kind->name);
	if (site_kind_named(s, kind->name))
		return cfg_fault(at, s->f,
		    "there is a kind called \"%s\" already", kind->name);
	if (site_kind_numbered(s, kind->tag))
		return cfg_fault(at, s->f,
		    "the number %u is used twice, by "
		    "\"%s\" and \"%s\"",
		    kind->tag, site_kind_numbered(s, kind->tag)->name,
		    kind->name);
	if ((rc = site_kind_fields(s, at, NULL, kind)))
		return rc;
	kind->flags = KIND_SITE_MADE | (hub                    ? KIND_HUB
					   : kind_parent(kind) ? KIND_PERSONAL
							       : 0);
	return RC_OK;
}

static enum rc
site_kind(struct site *s, const struct cfg_at *at)
{
	struct kind *kind = arena_get(s->kinds->arena, sizeof(*kind));
	const struct cfg_at *shared = s->groups;
	enum rc rc;

	if (s->n_made == SITE_KINDS)
		return cfg_fault(at, s->f,
		    "more than %d registers in one "
		    "file",
		    SITE_KINDS);
	if (cfg_get(at, "groups"))
		s->groups = cfg_get(at, "groups");
	rc = cfg_get(at, "extends") ? site_extend(s, at, kind)
				    : site_new_kind(s, at, kind);
	s->groups = shared;
	if (!rc)
		s->made[s->n_made++] = kind;
	return rc;
}

enum rc
kinds_add_file(struct kinds *k, const char *path, struct fault *f)
{
	struct site s = { .kinds = k, .f = f };
	const struct cfg_at *root, *list;
	struct cfg *cfg = NULL;
	enum rc rc;

	if ((rc = cfg_read(path, &cfg, f)))
		return rc;
	root = cfg_root(cfg);
	if (!(list = cfg_get(root, "kinds"))) {
		rc = site_kind(&s, root);
	} else if (!(rc = cfg_check(root, file_rules, f))) {
		s.groups = cfg_get(root, "groups");
		for (size_t i = 0; !rc && i < cfg_len(list); i++)
			rc = site_kind(&s, cfg_nth(list, i));
	}
	for (size_t i = 0; !rc && i < s.n_made; i++)
		kinds_put(k, s.made[i]);
	cfg_free(cfg);
	return rc;
}

struct adding {
	struct kinds *kinds;
	const char *dir;
	struct fault *f;
};

static enum rc
add_one(const char *name, void *arg)
{
	struct adding *a = arg;
	const char *dot = strrchr(name, '.');
	char path[4096];

	if (*name == '.' || !dot || strcmp(dot, ".cfg"))
		return RC_OK;
	if (snprintf(path, sizeof(path), "%s/%s", a->dir, name) >=
	    (int)sizeof(path))
		return fault_set(a->f, RC_INVALID, "%s: too long a path", name);
	return kinds_add_file(a->kinds, path, a->f);
}

enum rc
kinds_add_dir(struct kinds *k, const char *dir, struct fault *f)
{
	struct adding a = { .kinds = k, .dir = dir, .f = f };

	return disk_is_folder(dir) ? disk_list(dir, add_one, &a, f) : RC_OK;
}
