/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <ctype.h>
#include <string.h>

#include "base/str.h"
#include "model/site.h"

/* The fields of what a hub defines for itself, groups and their parts too. */

/* clang-format off */
static const struct {
	const char *name;
	unsigned bit;
} flag_rows[] = {
	{ "needed",	KIND_NEEDED },
	{ "sorted",	KIND_SORTED },
	{ "searched",	KIND_SEARCHED },
	{ "private",	KIND_PRIVATE },
	{ "repeated",	KIND_REPEATED },
	{ "heading",	KIND_HEADING },
	{ "strict",	KIND_STRICT },
	{ "letters",	KIND_LETTERS },
	{ "past",	KIND_PAST },
	{ "future",	KIND_FUTURE },
	{ "sentences",	KIND_SENTENCES },
	{ "parent",	KIND_PARENT },
};

static const struct cfg_rule field_rules[] = {
	{ "number",	CFG_INT,  true },
	{ "name",	CFG_TEXT, true },
	{ "label",	CFG_TEXT, true },
	{ "type",	CFG_TEXT, true },
	{ "of",		CFG_TEXT, false },
	{ "help",	CFG_TEXT, false },
	{ "key",	CFG_TEXT, false },
	{ "max",	CFG_INT,  false },
	{ "parts",	CFG_LIST, false },
	{ "needed",	CFG_FLAG, false },
	{ "sorted",	CFG_FLAG, false },
	{ "searched",	CFG_FLAG, false },
	{ "private",	CFG_FLAG, false },
	{ "repeated",	CFG_FLAG, false },
	{ "heading",	CFG_FLAG, false },
	{ "strict",	CFG_FLAG, false },
	{ "letters",	CFG_FLAG, false },
	{ "past",	CFG_FLAG, false },
	{ "future",	CFG_FLAG, false },
	{ "sentences",	CFG_FLAG, false },
	{ "parent",	CFG_FLAG, false },
	{ NULL,		CFG_TEXT, false }
};

static const struct cfg_rule group_rules[] = {
	{ "name",	CFG_TEXT, true },
	{ "parts",	CFG_LIST, true },
	{ NULL,		CFG_TEXT, false }
};
/* clang-format on */

char *
site_text(struct site *s, const struct cfg_at *at, const char *name)
{
	const char *v = "";

	cfg_text(at, name, &v);
	return arena_str(s->kinds->arena, v);
}

bool
site_is_name(const char *s)
{
	if (!islower((unsigned char)*s))
		return false;
	for (; *s; s++)
		if (!islower((unsigned char)*s) &&
		    !isdigit((unsigned char)*s) && *s != '-')
			return false;
	return true;
}

static enum rc
site_type(struct site *s, const struct cfg_at *at, enum type *type)
{
	const char *words[TYPE_COUNT + 1] = { NULL }, *near, *v = "";

	cfg_text(at, "type", &v);
	if (type_by_name(v, type))
		return RC_OK;
	for (int i = 0; i < TYPE_COUNT; i++)
		words[i] = type_row((enum type)i)->name;
	near = str_nearest(v, words);
	return cfg_fault(at, s->f, "there is no type \"%s\"%s%s%s", v,
	    near ? "; did you mean \"" : "", near ? near : "",
	    near ? "\"?" : "");
}

/* The shared group that a field names; NULL when there is none. */
static const struct cfg_at *
group_named(const struct site *s, const char *name)
{
	for (size_t i = 0; i < cfg_len(s->groups); i++) {
		const char *v = "";

		if (cfg_text(cfg_nth(s->groups, i), "name", &v) &&
		    !strcmp(v, name))
			return cfg_nth(s->groups, i);
	}
	return NULL;
}

static enum rc
site_parts(struct site *s, const struct cfg_at *at, struct kind_field *kf)
{
	const struct cfg_at *from = at, *list;
	struct kind_field *parts;
	enum rc rc;

	if (*kf->of && !(from = group_named(s, kf->of)))
		return cfg_fault(at, s->f, "there is no group called \"%s\"",
		    kf->of);
	if (from != at && (rc = cfg_check(from, group_rules, s->f)))
		return rc;
	if (!(list = cfg_get(from, "parts")) || !cfg_len(list))
		return cfg_fault(at, s->f, "the group \"%s\" has no parts",
		    kf->name);
	for (size_t i = 0; i < s->deep; i++)
		if (s->open[i] == from)
			return cfg_fault(at, s->f,
			    "the group \"%s\" is within itself", kf->of);
	if (s->deep == SITE_DEEP)
		return cfg_fault(at, s->f,
		    "groups within groups within "
		    "groups: no more than %d deep",
		    SITE_DEEP);

	kf->n_parts = cfg_len(list);
	parts = arena_get(s->kinds->arena, kf->n_parts * sizeof(*parts));
	kf->parts = parts;
	s->open[s->deep++] = from;
	rc = site_fields(s, list, 1, parts, 0);
	s->deep--;
	return rc;
}

/* What must hold of a field beside its own settings. */
static enum rc
field_sense(struct site *s, const struct cfg_at *at, struct kind_field *kf)
{
	bool of = *kf->of != '\0';

	if (!site_is_name(kf->name))
		return cfg_fault(at, s->f,
		    "a name is small letters, figures "
		    "and hyphens, not \"%s\"",
		    kf->name);
	if (!*kf->label)
		return cfg_fault(at, s->f, "\"%s\" has no label", kf->name);
	if (kf->key && strlen(kf->key) != 2)
		return cfg_fault(at, s->f, "a key is two letters, not \"%s\"",
		    kf->key);
	if ((kf->flags & KIND_PARENT) && kf->type != TYPE_LINK)
		return cfg_fault(at, s->f, "a parent is a link");
	if (kf->type == TYPE_GROUP)
		return site_parts(s, at, kf);
	if (kf->flags & KIND_REPEATED)
		return cfg_fault(at, s->f,
		    "only a group can be repeated; put "
		    "\"%s\" in one",
		    kf->name);
	if (cfg_get(at, "parts"))
		return cfg_fault(at, s->f, "only a group has parts");
	if (!of && (kf->type == TYPE_CODE || kf->type == TYPE_CODES))
		return cfg_fault(at, s->f,
		    "\"%s\" does not say which code "
		    "list it is of",
		    kf->name);
	if (!of && kf->type == TYPE_LINK)
		return cfg_fault(at, s->f,
		    "\"%s\" does not say which kind it "
		    "links to",
		    kf->name);
	return RC_OK;
}

static enum rc
site_field(struct site *s, const struct cfg_at *at, unsigned first,
    struct kind_field *kf)
{
	int64_t number = 0, max = 0;
	enum rc rc;

	if ((rc = cfg_check(at, field_rules, s->f)) ||
	    (rc = site_type(s, at, &kf->type)))
		return rc;
	cfg_int(at, "number", &number);
	cfg_int(at, "max", &max);
	if (number < first || number > UINT16_MAX)
		return cfg_fault(at, s->f,
		    "a number here is %u to 65535, not "
		    "%lld",
		    first, (long long)number);
	if (max < 0 || max > UINT16_MAX)
		return cfg_fault(at, s->f, "max is 1 to 65535");
	kf->tag = (uint16_t)number;
	kf->max = (uint16_t)max;
	kf->name = site_text(s, at, "name");
	kf->label = site_text(s, at, "label");
	kf->of = site_text(s, at, "of");
	kf->help = site_text(s, at, "help");
	if (!*kf->help)
		kf->help = type_row(kf->type)->help;
	kf->key = cfg_get(at, "key") ? site_text(s, at, "key") : NULL;
	kf->flags = KIND_SITE_MADE;
	for (size_t i = 0; i < sizeof(flag_rows) / sizeof(flag_rows[0]); i++) {
		bool yes = false;

		if (cfg_flag(at, flag_rows[i].name, &yes) && yes)
			kf->flags |= flag_rows[i].bit;
	}
	kinds_note(s->kinds, kf->name,
	    arena_printf(s->kinds->arena, "%s:%u", cfg_file(at), cfg_line(at)));
	return field_sense(s, at, kf);
}

/* Put the field among those before it, in order of number, each used once. */
static enum rc
site_insert(struct site *s, const struct cfg_at *at, struct kind_field *fields,
    size_t n, struct kind_field kf)
{
	size_t i = n;

	for (size_t k = 0; k < n; k++) {
		if (fields[k].tag == kf.tag)
			return cfg_fault(at, s->f,
			    "the number %u is used "
			    "twice, by \"%s\" and \"%s\"",
			    kf.tag, fields[k].name, kf.name);
		if (!strcmp(fields[k].name, kf.name))
			return cfg_fault(at, s->f,
			    "the name \"%s\" is used twice", kf.name);
		if (kf.key && fields[k].key && !strcmp(kf.key, fields[k].key))
			return cfg_fault(at, s->f,
			    "the key \"%s\" is used "
			    "twice, by \"%s\" and \"%s\"",
			    kf.key, fields[k].name, kf.name);
	}
	for (; i && fields[i - 1].tag > kf.tag; i--)
		fields[i] = fields[i - 1];
	fields[i] = kf;
	return RC_OK;
}

enum rc
site_fields(struct site *s, const struct cfg_at *list, unsigned first,
    struct kind_field *fields, size_t n)
{
	for (size_t i = 0; i < cfg_len(list); i++) {
		const struct cfg_at *at = cfg_nth(list, i);
		struct kind_field kf = { 0 };
		enum rc rc;

		if ((rc = site_field(s, at, first, &kf)) ||
		    (rc = site_insert(s, at, fields, n + i, kf)))
			return rc;
	}
	return RC_OK;
}
