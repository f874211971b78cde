/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/cfg.h"
#include "base/disk.h"

#include "hub/definitions.h"

struct each {
	const char *dir;
	definitions_fn *fn;
	void *arg;
	struct fault *f;
};

static bool
ends_in_cfg(const char *name)
{
	size_t n = strlen(name);

	return n > 4 && strcmp(name + n - 4, ".cfg") == 0 && name[0] != '.';
}

static enum rc
each_name(const char *name, void *arg)
{
	struct each *e = arg;
	char path[PATH_MAX];
	struct cfg *cfg = NULL;
	int n;
	enum rc rc;

	if (!ends_in_cfg(name))
		return RC_OK;
	n = snprintf(path, sizeof(path), "%s/%s", e->dir, name);
	if (n < 0 || (size_t)n >= sizeof(path))
		return fault_set(e->f, RC_SYSTEM,
		    "reading %s: the path is too long", e->dir);
	if ((rc = cfg_read(path, &cfg, e->f)) == RC_OK)
		rc = e->fn(cfg_root(cfg), e->arg, e->f);
	cfg_free(cfg);
	return rc;
}

enum rc
definitions_each(const char *dir, definitions_fn *fn, void *arg,
    struct fault *f)
{
	struct each e = { dir, fn, arg, f };

	if (!disk_is_folder(dir))
		return RC_OK;
	return disk_list(dir, each_name, &e, f);
}

const char *
definitions_text(const struct cfg_at *at, const char *name, struct arena *arena)
{
	const char *text;

	return cfg_text(at, name, &text) ? arena_str(arena, text) : NULL;
}

enum rc
definitions_words(const struct cfg_at *at, const char *name,
    struct arena *arena, const char *const **words, struct fault *f)
{
	const struct cfg_at *list = cfg_get(at, name);
	size_t n = cfg_len(list);
	const char **copy, *text;

	*words = NULL;
	if (!n)
		return RC_OK;
	copy = arena_get(arena, (n + 1) * sizeof(*copy));
	for (size_t i = 0; i < n; i++) {
		if (!cfg_text(cfg_nth(list, i), NULL, &text) || !*text)
			return cfg_fault(cfg_nth(list, i), f,
			    "%s wants a list of texts", name);
		copy[i] = arena_str(arena, text);
	}
	*words = copy;
	return RC_OK;
}
