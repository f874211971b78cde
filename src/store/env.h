/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_STORE_ENV_H
#define HANDRAIL_STORE_ENV_H

#include <stdbool.h>

#include "base/rc.h"

/*
 * The LMDB environment of a store. Its faults of version 0.9.24 are known and
 * kept away from: no DUPSORT, no writable map, files from elsewhere never
 * mapped, descriptors that would survive an exec closed on it.
 */

struct store;

/**
 * env_open(s, f), env_close(s):
 * Open DIR/lmdb, making an empty one if there is none, with all tables. The
 * file was checked or is new. env_close() may be called twice.
 */
NODISCARD enum rc env_open(struct store *s, struct fault *f);
void env_close(struct store *s);

/**
 * env_grow(s, f):
 * Map as much as the file now needs, with room to grow. No transaction is open.
 */
NODISCARD enum rc env_grow(struct store *s, struct fault *f);

/**
 * env_is_tight(s):
 * Is the file near the end of the map, so that a write should grow it first?
 */
bool env_is_tight(const struct store *s);

/**
 * env_fault(err, doing, f):
 * The outcome for what LMDB returned, with its sentence. MDB_NOTFOUND is
 * RC_MISSING with ${f} untouched.
 */
enum rc env_fault(int err, const char *doing, struct fault *f);

#endif /* HANDRAIL_STORE_ENV_H */
