/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_DEFINITIONS_H
#define HANDRAIL_HUB_DEFINITIONS_H

#include "base/rc.h"

/*
 * What the readers of definition files have in common: one folder a subject,
 * every *.cfg in it in byte order of its name, and texts that outlive the file.
 */

struct arena;
struct cfg_at;

/* Called with the root of each file; anything but RC_OK stops. */
typedef enum rc
definitions_fn(const struct cfg_at *root, void *arg, struct fault *f);

/**
 * definitions_each(dir, fn, arg, f):
 * Read each *.cfg in ${dir} and call ${fn} with its root, which lasts for the
 * call. A folder that is not there has none.
 */
NODISCARD enum rc definitions_each(const char *dir, definitions_fn *fn,
    void *arg, struct fault *f);

/**
 * definitions_text(at, name, arena):
 * A copy in ${arena} of the text ${name} of ${at}; NULL when it has none.
 */
const char *definitions_text(const struct cfg_at *at, const char *name,
    struct arena *arena);

/**
 * definitions_words(at, name, arena, words, f):
 * The list of texts ${name} of ${at}, copied to ${arena} and ended by NULL;
 * NULL when there is no such list or it is empty. RC_INVALID, with file and
 * line, for one that holds anything but texts.
 */
NODISCARD enum rc definitions_words(const struct cfg_at *at, const char *name,
    struct arena *arena, const char *const **words, struct fault *f);

#endif /* HANDRAIL_HUB_DEFINITIONS_H */
