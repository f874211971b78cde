/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_FIND_KEEP_H
#define HANDRAIL_HUB_FIND_KEEP_H

#include <stdbool.h>

#include "base/rc.h"

/*
 * Keeping the run of find_run.h: made from all people that this worker may
 * read, once, a little at a time if there is time, and after that following the
 * journal.
 */

struct find_run;
struct hub;

/**
 * find_keep_ready(hub, numbers, f):
 * Make what is not made yet, and put in what changed since. The numbers of
 * crimes lie in other records and are only read when ${numbers} asks for them.
 */
NODISCARD enum rc
find_keep_ready(struct hub *hub, bool numbers, struct fault *f);

/**
 * find_keep_run(hub):
 * The run, once find_keep_ready() said RC_OK. Lends.
 */
struct find_run *find_keep_run(const struct hub *hub);

#endif /* HANDRAIL_HUB_FIND_KEEP_H */
