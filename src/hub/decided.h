/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_DECIDED_H
#define HANDRAIL_HUB_DECIDED_H

#include "base/rc.h"
#include "hub/hub.h"

/* What the hub has decided, which is data: all of it read, and let go. */

/**
 * decided_read(hub, options, f):
 * Read every definition of ${options}, ours and then the site's own, into
 * ${hub}. It touches files and nothing else, and may run in a thread of its
 * own. RC_INVALID with file and line; what was read by then is
 * decided_forget()'s.
 */
NODISCARD enum rc decided_read(struct hub *hub,
    const struct hub_options *options, struct fault *f);

/**
 * decided_forget(hub):
 * Free the definitions, read in whole or in part.
 */
void decided_forget(struct hub *hub);

#endif /* HANDRAIL_HUB_DECIDED_H */
