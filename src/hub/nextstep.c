/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/when.h"
#include "hub/doing.h"
#include "hub/hub.h"
#include "hub/practice.h"
#include "model/diff.h"

#include "hub/nextstep.h"

static bool
is_closed(const struct record *casefile)
{
	return strcmp(record_text(casefile, CASEFILE_STATUS), "closed") == 0;
}

bool
nextstep_is_kept(const struct record *casefile)
{
	return is_closed(casefile) ||
	    (*record_text(casefile, CASEFILE_STATUS) &&
		*record_text(casefile, CASEFILE_NEXT_WHAT) &&
		when_is(record_text(casefile, CASEFILE_NEXT_DUE)));
}

/* The standard day; days of the calendar where no table says what is worked. */
static void
standard_day(const struct doing *d, int64_t from_ms, char iso[11])
{
	int days = practice_next_days(d->hub->practice);
	int32_t from = moment_day(from_ms), due;

	if (workday_add(d->hub->holidays, from, days, &due, NULL))
		due = from + days;
	day_show(due, iso);
}

static void
keep_one(struct doing *d, struct touched *t)
{
	struct record *c = t->after;
	const char *said = record_text(c, CASEFILE_NEXT_DUE);
	int64_t at = d->moments.at[t->moment];
	char iso[11];

	if (!*record_text(c, CASEFILE_STATUS))
		record_set_text(c, CASEFILE_STATUS, "open");
	if (nextstep_is_kept(c))
		return;
	if (*said && !when_is(said) && !*record_text(c, CASEFILE_NEXT_WHAT))
		record_set_text(c, CASEFILE_NEXT_WHAT,
		    arena_printf(d->arena, "follow-up (%s)",
			said + (*said == '?')));
	if (!*record_text(c, CASEFILE_NEXT_WHAT))
		record_set_text(c, CASEFILE_NEXT_WHAT, "follow-up");
	if (when_is(record_text(c, CASEFILE_NEXT_DUE)))
		return;
	standard_day(d, at ? at : hub_now(d->hub), iso);
	record_set_text(c, CASEFILE_NEXT_DUE, iso);
}

/* Only what this act changes: looking at a case does not change it. */
static bool
is_changed(const struct touched *t)
{
	struct change c;
	struct arena *arena;
	bool changed;

	if (t->kind != KIND_CASEFILE || !t->after)
		return false;
	if (!t->before)
		return true;
	arena = arena_new();
	changed = diff_make(arena, t->before, t->after, &c);
	arena_free(arena);
	return changed;
}

void
nextstep_keep(struct doing *d)
{
	struct touched *t;

	VEC_EACH(&d->touched, t)
		if (is_changed(t))
			keep_one(d, t);
}
