/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_BASE_KEYMAP_H
#define HANDRAIL_BASE_KEYMAP_H

#include <stddef.h>
#include <stdint.h>

#include "base/action.h"
#include "base/rc.h"

/*
 * A key map says which stroke asks for which action in which place. It is read
 * from a file (data/keymaps/default.cfg, then a site's or a worker's own on
 * top): a group for each context, in it `action = "key"` or
 * `action = ["key", "key"]`. The first key of an action is the one shown.
 *
 * Ctrl-L (hide), Ctrl-G (back) and F7 (danger) are the same everywhere and for
 * ever; they stand even in an empty map.
 */

struct keymap;

/**
 * keymap_new():
 * A map with only the three keys that no file may change. Yours to give to
 * keymap_free().
 */
struct keymap *keymap_new(void);

/**
 * keymap_add_file(m, path, f):
 * Read ${path} on top of ${m}: an action named there loses the keys it had in
 * that context and gets the file's. RC_INVALID, with file and line, for an
 * unknown context, action or key, for one key bound twice in one place, for
 * rebinding Ctrl-L, Ctrl-G or F7, and for an action of every call left with
 * only a key that terminals eat. On failure ${m} is as it was.
 */
NODISCARD enum rc
keymap_add_file(struct keymap *m, const char *path, struct fault *f);

/**
 * keymap_look(m, contexts, n, stroke):
 * What ${stroke} asks for: the first of the ${n} contexts that binds it
 * decides. ACTION_NONE when none does.
 */
enum action keymap_look(const struct keymap *m, const char *const *contexts,
    size_t n, uint32_t stroke);

/**
 * keymap_key(m, contexts, n, action):
 * The first stroke that asks for ${action} there and is not hidden by a nearer
 * context; STROKE_NONE when there is none.
 */
uint32_t keymap_key(const struct keymap *m, const char *const *contexts,
    size_t n, enum action action);

/* Called with each binding in force in a context, in the order of the file. */
typedef void keymap_fn(void *arg, uint32_t stroke, enum action action);

/**
 * keymap_each(m, context, fn, arg):
 * Call ${fn} for each binding of that one context.
 */
void keymap_each(const struct keymap *m, const char *context, keymap_fn *fn,
    void *arg);

/**
 * keymap_free(m):
 * Give the map back. Does nothing when ${m} is NULL.
 */
void keymap_free(struct keymap *m);

/**
 * keymap_check_file(path, base, f):
 * What `handrailctl check-keys` asks: whether ${path} would be taken on top of
 * the map in the file ${base} (NULL: on top of nothing).
 */
NODISCARD enum rc
keymap_check_file(const char *path, const char *base, struct fault *f);

/**
 * context_sentence(name):
 * What the context called ${name} is, or NULL when there is none. Lends.
 */
const char *context_sentence(const char *name);

#endif /* HANDRAIL_BASE_KEYMAP_H */
