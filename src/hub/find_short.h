/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_FIND_SHORT_H
#define HANDRAIL_HUB_FIND_SHORT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/rc.h"

/*
 * Names by which one person may go: Maggie and Margaret. From data/names.
 */

struct short_names;

/**
 * short_names_load(dir, names, f):
 * Read every *.cfg in ${dir}. RC_INVALID with file and line. Given back to
 * short_names_free().
 */
NODISCARD enum rc
short_names_load(const char *dir, struct short_names **names, struct fault *f);
void short_names_free(struct short_names *names);

/**
 * short_names_each(names, word, fn, arg):
 * Call ${fn} for every other name that someone called ${word}, a folded word,
 * may go by. A name may come twice. NULL for ${names} knows none.
 */
typedef void short_names_fn(const char *other, void *arg);
void short_names_each(const struct short_names *names, const char *word,
    short_names_fn *fn, void *arg);

/**
 * short_names_are(names, a, b):
 * Whether ${a} and ${b} may be one person's names.
 */
bool
short_names_are(const struct short_names *names, const char *a, const char *b);

#endif /* HANDRAIL_HUB_FIND_SHORT_H */
