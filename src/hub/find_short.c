/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/cfg.h"
#include "base/mem.h"
#include "base/vec.h"

#include "hub/definitions.h"
#include "hub/find_short.h"

/* A name and the group it stands in; one row a group. */
struct place {
	const char *name;
	const char *const *group;
};

struct short_names {
	struct arena *arena;
	VEC(struct place) places; /* by name */
};

/* clang-format off */
static const struct cfg_rule file_rules[] = {
	{ "name",	CFG_TEXT,	true },
	{ "title",	CFG_TEXT,	true },
	{ "groups",	CFG_LIST,	true },
	{ NULL,		CFG_TEXT,	false },
};
/* clang-format on */

static enum rc
read_group(struct short_names *names, const struct cfg_at *at, struct fault *f)
{
	size_t n = cfg_len(at);
	const char **group = arena_get(names->arena, (n + 1) * sizeof(*group));
	const char *text;

	if (n < 2)
		return cfg_fault(at, f, "a group has at least two names");
	for (size_t i = 0; i < n; i++) {
		struct place *place;

		if (!cfg_text(cfg_nth(at, i), NULL, &text) || !*text)
			return cfg_fault(at, f, "a group is a list of names");
		group[i] = arena_str(names->arena, text);
		place = VEC_ADD(&names->places);
		place->name = group[i];
		place->group = group;
	}
	return RC_OK;
}

static enum rc
read_file(const struct cfg_at *root, void *arg, struct fault *f)
{
	const struct cfg_at *groups;
	enum rc rc = cfg_check(root, file_rules, f);

	groups = cfg_get(root, "groups");
	for (size_t i = 0; !rc && i < cfg_len(groups); i++)
		rc = read_group(arg, cfg_nth(groups, i), f);
	return rc;
}

static int
by_name(const void *a, const void *b)
{
	const struct place *p = a, *q = b;

	return strcmp(p->name, q->name);
}

enum rc
short_names_load(const char *dir, struct short_names **names, struct fault *f)
{
	struct short_names *s = mem_get(sizeof(*s));
	enum rc rc;

	s->arena = arena_new();
	if ((rc = definitions_each(dir, read_file, s, f))) {
		short_names_free(s);
		return rc;
	}
	VEC_SORT(&s->places, by_name);
	*names = s;
	return RC_OK;
}

void
short_names_free(struct short_names *names)
{
	if (!names)
		return;
	VEC_RELEASE(&names->places);
	arena_free(names->arena);
	free(names);
}

/* The first place of ${word}, or where it would stand. */
static size_t
place_of(const struct short_names *names, const char *word)
{
	size_t low = 0, high = names->places.n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (strcmp(names->places.at[mid].name, word) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

void
short_names_each(const struct short_names *names, const char *word,
    short_names_fn *fn, void *arg)
{
	if (!names)
		return;
	for (size_t i = place_of(names, word);
	     i < names->places.n && strcmp(names->places.at[i].name, word) == 0;
	     i++)
		for (const char *const *g = names->places.at[i].group; *g; g++)
			if (strcmp(*g, word) != 0)
				fn(*g, arg);
}

struct look_for {
	const char *word;
	bool found;
};

static void
look(const char *other, void *arg)
{
	struct look_for *l = arg;

	l->found = l->found || strcmp(other, l->word) == 0;
}

bool
short_names_are(const struct short_names *names, const char *a, const char *b)
{
	struct look_for l = { b, false };

	short_names_each(names, a, look, &l);
	return l.found;
}
