/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_STORE_THROTTLE_H
#define HANDRAIL_STORE_THROTTLE_H

#include <stdbool.h>

#include "base/rc.h"

/*
 * Wrong passphrases are counted, for all processes together, in
 * keys/tries/NAME: from the third on each makes the next wait twice as long,
 * and after ten the user is locked until somebody unlocks them.
 */

#define THROTTLE_MAX 10

struct store;

/**
 * throttle_ask(s, name, f):
 * May a passphrase be tried? RC_LOCKED, with what to do, when it is too soon or
 * there were too many wrong ones.
 */
NODISCARD enum rc
throttle_ask(struct store *s, const char *name, struct fault *f);

/**
 * throttle_count(s, name):
 * A passphrase was wrong. Counted afterwards, so that thirty desks that sign in
 * at one moment, or one that is killed while it does, count for nothing;
 * whoever can kill programs to save tries can copy the files and try elsewhere.
 */
void throttle_count(struct store *s, const char *name);

/**
 * throttle_clear(s, name, f):
 * The passphrase was right, or an administrator says so: start from none.
 */
NODISCARD enum rc
throttle_clear(struct store *s, const char *name, struct fault *f);

/**
 * throttle_is_locked(s, name):
 * Were there too many?
 */
bool throttle_is_locked(struct store *s, const char *name);

#endif /* HANDRAIL_STORE_THROTTLE_H */
