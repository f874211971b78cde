/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_UI_VIEWS_KEPT_H
#define HANDRAIL_UI_VIEWS_KEPT_H

#include <stddef.h>
#include <stdint.h>

#include "base/action.h"
#include "base/rc.h"
#include "ui/views/about.h"

/*
 * Everything that is kept of one person, in the tabs of their page: which kinds
 * stand in which tab is a table, and how a record reads is said by its kind
 * alone: the fields that are KIND_HEADING make its line, all of them what Enter
 * opens. A kind is named there by its name, so a row may stand before the kind
 * does; a kind that no tab names, a hub's own registers among them, is under
 * the last.
 */

#define KEPT_KINDS 10

struct kept_tab {
	const char *title;
	const char *kinds[KEPT_KINDS]; /* by name; NULL ends */
	enum action more;              /* whose screen says more; or NONE */
};

/**
 * kept_tabs(n):
 * The tabs in order; the first is the page as a whole and names no kinds.
 * Lends.
 */
const struct kept_tab *kept_tabs(size_t *n);

/**
 * kept_read(hub, arena, person, tab, box, f):
 * The records of that tab, the newest first, as lines into ${box}.
 */
NODISCARD enum rc kept_read(struct hub *hub, struct arena *arena,
    uint64_t person, size_t tab, struct about_box *box, struct fault *f);

#endif /* HANDRAIL_UI_VIEWS_KEPT_H */
