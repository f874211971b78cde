/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_SETTINGS_H
#define HANDRAIL_HUB_SETTINGS_H

#include <stdint.h>

#include "base/rc.h"
#include "hub/where.h"

/*
 * The site's configuration file, handrail.conf(5): where things are on this
 * machine and how its screens behave. What the hub decides about its work
 * (codes, journeys, time limits, access) is not here but in the definitions.
 * Every setting has a default, so that no file at all is a good one.
 */

struct settings {
	char store[WHERE_MAX];          /* "" when not set */
	char definitions[WHERE_MAX];    /* the site's own folder; "" for none */
	char keymap[64], theme[64];     /* names in data/keymaps, data/themes */
	int64_t hide_after, lock_after; /* minutes without a key; 0: never */
	int64_t silent; /* 1: no clock and no timer on the screen */
	int64_t poll; /* ms between looks where the system cannot tell us */
};

/**
 * settings_load(path, s, f):
 * Fill ${s} with the defaults and then with what the file says; "" is no file.
 * RC_INVALID names file, line and what is wrong there; RC_SYSTEM for a file
 * that cannot be read.
 */
NODISCARD enum rc
settings_load(const char *path, struct settings *s, struct fault *f);

#endif /* HANDRAIL_HUB_SETTINGS_H */
