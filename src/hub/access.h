/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_ACCESS_H
#define HANDRAIL_HUB_ACCESS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/rc.h"

/*
 * Who may do what: data/access. A role may do the acts and commands that its
 * file names and no others. This is the politeness; what a worker may not read
 * is kept from them by keys (store/vault).
 */

struct access;

/* How much of their areas a role sees; see hub/sight.h. */
enum access_see { SEE_COUNTS, SEE_OWN, SEE_AREA };

struct access_role {
	const char *name;         /* "handler" */
	const char *title;        /* "Call-handler" */
	const char *help;         /* a sentence */
	const char *see;          /* "own", "area" or "counts" */
	const char *const *verbs; /* ends with NULL; "*" is every one */
};

/**
 * access_load(dir, access, f):
 * Read every *.cfg in ${dir}. RC_INVALID with file and line. Given back to
 * access_free().
 */
NODISCARD enum rc
access_load(const char *dir, struct access **access, struct fault *f);
void access_free(struct access *a);

size_t access_count(const struct access *a);
const struct access_role *access_nth(const struct access *a, size_t i);

/**
 * access_role(a, name):
 * The role, or NULL. Lends.
 */
const struct access_role *access_role(const struct access *a, const char *name);

/**
 * access_see(a, role):
 * How much one of ${role} sees. An unknown role sees nobody.
 */
enum access_see access_see(const struct access *a, const char *role);

/**
 * access_may(a, role, verb):
 * Whether one of ${role} may do ${verb}. An unknown role may do nothing.
 */
bool access_may(const struct access *a, const char *role, const char *verb);

/**
 * access_is_verb(a, verb):
 * Whether ${verb} is an act, "*", or one of the words that the files explain.
 */
bool access_is_verb(const struct access *a, const char *verb);

/**
 * access_refuse(a, role, verb, f):
 * RC_DENIED, with a sentence that says who could: "a call-handler may not
 * assign work; ask a supervisor".
 */
enum rc access_refuse(const struct access *a, const char *role,
    const char *verb, struct fault *f);

#endif /* HANDRAIL_HUB_ACCESS_H */
