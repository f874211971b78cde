/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_STORE_CHANGE_H
#define HANDRAIL_STORE_CHANGE_H

#include "base/rc.h"
#include "store/ring.h"
#include "store/txn.h"
#include "store/user.h"
#include "store/vault_inside.h"

/*
 * One change to users, areas or keys: under the store's write lock, on a ring
 * read afresh, ended by writing the ring, an entry that says what was done, and
 * a sign to every other process to read its keys again.
 */

enum change_by { CHANGE_ADMIN, CHANGE_SUPERVISOR, CHANGE_SELF };

struct change {
	struct vault *v;
	struct store *store;
	struct txn *t;
	struct ring ring;
};

/**
 * change_begin(c, v, by, f):
 * RC_DENIED when the user of ${v} has not the role for it.
 */
NODISCARD enum rc change_begin(struct change *c, struct vault *v,
    enum change_by by, struct fault *f);

/**
 * change_write_ring(c, f):
 * Sign and write the ring now; change_end() does not.
 */
NODISCARD enum rc change_write_ring(struct change *c, struct fault *f);

/**
 * change_end(c, f, fmt, ...):
 * Append the line of text as an entry about keys, and commit. Spends ${c}.
 */
NODISCARD enum rc change_end(struct change *c, struct fault *f, const char *fmt,
    ...) __attribute__((format(printf, 3, 4)));

/**
 * change_abort(c):
 * Give back; may be called after change_end().
 */
void change_abort(struct change *c);

/**
 * change_new_user(s, name, role, u, secret, f):
 * A user with new keys and the next number, not yet written. RC_INVALID when
 * there is one or they cannot be called so.
 */
NODISCARD enum rc
change_new_user(struct store *s, const char *name, const char *role,
    struct user_file *u, struct user_secret *secret, struct fault *f);

/**
 * change_give(c, area, who, f):
 * Give ${who} the keys of ${area}, all epochs the one signed in has.
 */
NODISCARD enum rc change_give(struct change *c, const struct vault_area *area,
    const struct vault_user *who, struct fault *f);

/**
 * change_new_epoch(c, area, without, f):
 * A new key for ${area}, given to all who hold the present one but user number
 * ${without}, and its person keys wrapped by it. Writes the ring.
 */
NODISCARD enum rc change_new_epoch(struct change *c, uint16_t area,
    uint16_t without, struct fault *f);

#endif /* HANDRAIL_STORE_CHANGE_H */
