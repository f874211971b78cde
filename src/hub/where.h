/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_WHERE_H
#define HANDRAIL_HUB_WHERE_H

#include <stddef.h>

#include "base/rc.h"

/*
 * Where things lie when nobody says otherwise. Every path is written into a
 * buffer of WHERE_MAX bytes that the caller holds.
 */

#define WHERE_MAX 4096

/**
 * where_data(path, f):
 * The folder of definitions (codes, journeys, time limits ...): $HANDRAIL_DATA,
 * else `data` beside the program, as in a build tree, else where `make install`
 * put them. RC_SYSTEM, naming all three, when none is there.
 */
NODISCARD enum rc where_data(char path[WHERE_MAX], struct fault *f);

/**
 * where_store(path, f):
 * The store: $HANDRAIL_STORE, else handrail/store in $XDG_DATA_HOME, else in
 * ~/.local/share.
 */
NODISCARD enum rc where_store(char path[WHERE_MAX], struct fault *f);

/**
 * where_demo(path, f):
 * The demonstration store, which is never the real one: handrail/demo in
 * $XDG_DATA_HOME, else in ~/.local/share.
 */
NODISCARD enum rc where_demo(char path[WHERE_MAX], struct fault *f);

/**
 * where_config(path):
 * The site's configuration: handrail/handrail.conf in $XDG_CONFIG_HOME (else
 * ~/.config), else /etc/handrail/handrail.conf. "" when neither is there, which
 * is well: every setting has a default.
 */
void where_config(char path[WHERE_MAX]);

/**
 * where_sitting(program, out, size):
 * Where this worker sits, for the audit: "handrail on pts/3 from 10.0.0.7",
 * the last where they came over SSH. What is not known is left out.
 */
void where_sitting(const char *program, char *out, size_t size);

#endif /* HANDRAIL_HUB_WHERE_H */
