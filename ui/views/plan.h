/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_UI_VIEWS_PLAN_H
#define HANDRAIL_UI_VIEWS_PLAN_H

#include <stddef.h>
#include <stdint.h>

#include "base/rc.h"
#include "hub/planbook.h"
#include "hub/read.h"
#include "ui/frame/theme.h"
#include "ui/views/views.h"
#include "ui/views/words.h"

/* What the plan screen shows, read at once and kept in its arena. */

#define PLAN_IDEAS 9

struct plan_row {
	const struct record *action;
	const char *what, *who, *due, *state, *result;
	enum role role; /* WARN: late */
};

struct plan_page {
	struct record *person, *casefile, *plan; /* plan NULL: none yet */
	struct record_list versions, orders, loans;
	struct plan_row *rows;
	size_t n;
	const struct plan_idea *ideas[PLAN_IDEAS]; /* not on the plan yet */
	size_t n_ideas;
	size_t members; /* others who are in it */
	const char *ref, *name;
	struct safe_told told;
};

/**
 * plan_read(hub, arena, of, page, f):
 * Read the plan of the case ${of}; a casefile of 0 becomes their newest open
 * one.
 */
NODISCARD enum rc plan_read(struct hub *hub, struct arena *arena,
    struct subject *of, struct plan_page *page, struct fault *f);

/**
 * plan_aside(hub, arena, page):
 * What belongs to the plan besides its actions, in a line: what is on loan, the
 * work at their home, who else is in it. "" for nothing.
 */
const char *plan_aside(struct hub *hub, struct arena *arena,
    const struct plan_page *page);

/**
 * plan_readout(hub, arena, page), plan_history(hub, arena, page):
 * The plan to be read out or turned round on the table; every version with
 * its goal, when it held and what its review found.
 */
const char *plan_readout(struct hub *hub, struct arena *arena,
    const struct plan_page *page);
const char *plan_history(struct hub *hub, struct arena *arena,
    const struct plan_page *page);

#endif /* HANDRAIL_UI_VIEWS_PLAN_H */
