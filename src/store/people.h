/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_STORE_PEOPLE_H
#define HANDRAIL_STORE_PEOPLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/rc.h"
#include "store/vault.h"

/*
 * Users and areas: who may sign in and what they may open. All of it lives in
 * keys/, never in the journal; the journal says that it happened, in an entry
 * of class ENTRY_KEY in the hub area whose body is one line of text such as
 * "user add 3 handler". Each change below is one write of its own: no
 * transaction may be open. Only a user whose role is "admin" may change
 * anything but their own passphrase, and can give only what they hold:
 * RC_DENIED otherwise.
 */

/* A user to be. */
struct people_new {
	const char *name; /* letters, digits, - _ . */
	const char *passphrase;
	const char *role;
	const char *const *areas; /* codes */
	size_t n_areas;
};

/**
 * people_list(s, users, n, f):
 * Every user of the store, by number. No passphrase is needed. The caller frees
 * ${users} with free().
 */
NODISCARD enum rc people_list(struct store *s, struct vault_user **users,
    size_t *n, struct fault *f);

/**
 * people_by_name(s, name, user, f), people_by_number(s, number, user, f):
 * One of them; RC_MISSING when there is none. By number also "recovery", which
 * is what two recovery shares sign as.
 */
NODISCARD enum rc people_by_name(struct store *s, const char *name,
    struct vault_user *user, struct fault *f);
NODISCARD enum rc people_by_number(struct store *s, uint16_t number,
    struct vault_user *user, struct fault *f);

/**
 * people_may_open(v, user, area):
 * Has user number ${user} a grant for the present epoch of ${area}?
 */
bool people_may_open(struct vault *v, uint16_t user, uint16_t area);

/**
 * people_add(v, who, number, f):
 * A new user, who belongs to the hub and to the areas named; their companions
 * are named as "LEI.safe".
 */
NODISCARD enum rc people_add(struct vault *v, const struct people_new *who,
    uint16_t *number, struct fault *f);

/**
 * people_grant(v, name, area, f):
 * Give ${name} the keys of area ${area}, old epochs too.
 */
NODISCARD enum rc people_grant(struct vault *v, const char *name,
    const char *area, struct fault *f);

/**
 * people_revoke(v, name, area, f):
 * Take area ${area} from ${name}, or with NULL everything: their grants go,
 * each area they held gets a new epoch and its person keys are wrapped anew.
 * What they have read or copied stays with them.
 */
NODISCARD enum rc people_revoke(struct vault *v, const char *name,
    const char *area, struct fault *f);

/**
 * people_set_role(v, name, role, f):
 * Their role from now on.
 */
NODISCARD enum rc people_set_role(struct vault *v, const char *name,
    const char *role, struct fault *f);

/**
 * people_unlock(v, name, f):
 * Forget the wrong passphrases of ${name}. A "supervisor" may do it too.
 */
NODISCARD enum rc
people_unlock(struct vault *v, const char *name, struct fault *f);

/**
 * people_passphrase(v, old, new, f):
 * Change the passphrase of the one signed in.
 */
NODISCARD enum rc people_passphrase(struct vault *v, const char *old,
    const char *new, struct fault *f);

/**
 * people_check_passphrase(name, text, kdf, f):
 * RC_INVALID, with what to do, when ${text} is too easy to guess.
 */
NODISCARD enum rc people_check_passphrase(const char *name, const char *text,
    enum vault_kdf kdf, struct fault *f);

/**
 * people_make_passphrase(out):
 * Five made words that nobody has used before.
 */
void people_make_passphrase(char out[64]);

/**
 * people_area_add(v, code, f):
 * A new area ${code} and its companion, held by the one signed in.
 */
NODISCARD enum rc
people_area_add(struct vault *v, const char *code, struct fault *f);

/**
 * people_area_rotate(v, code, f):
 * A new epoch of area ${code}, granted to all who belong to it, and its person
 * keys wrapped anew. Old epochs stay readable.
 */
NODISCARD enum rc
people_area_rotate(struct vault *v, const char *code, struct fault *f);

#endif /* HANDRAIL_STORE_PEOPLE_H */
