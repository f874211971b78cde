/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/str.h"
#include "base/when.h"
#include "hub/hub.h"
#include "hub/read.h"
#include "model/code.h"
#include "model/record.h"

#include "hub/replay_inside.h"

/* The past of a case, from the records that tell of it. */

static void
add_event(struct past *past, const char *name, const char *told,
    const char *iso)
{
	struct past_event e = { .name = name, .told = told, .iso = iso };
	int32_t first, last;
	int y, m, d, hour = 23, minute = 59;

	if (!when_days(iso, &first, &last))
		return;
	e.day = last;
	if (strchr(iso, 'T') && when_moment(iso, &e.counts_ms)) {
		moment_local(
		    e.counts_ms, NULL, NULL, NULL, &hour, &minute, NULL);
		e.started = (uint32_t)(first * 1440 + hour * 60 + minute);
		e.earliest = e.started;
	} else {
		day_split(last, &y, &m, &d);
		e.counts_ms = moment_of_local(y, m, d, 23, 59, 0);
		e.started = e.earliest = (uint32_t)first * 1440;
	}
	e.minutes = (uint32_t)(last * 1440 + hour * 60 + minute);
	*VEC_ADD(&past->events) = e;
}

static void
add_step(struct past *past, struct arena *arena, const struct record *r)
{
	add_event(past,
	    arena_printf(arena, "state:%s", record_text(r, STEP_STATE)), NULL,
	    record_text(r, STEP_ON));
}

static void
add_told(struct past *past, struct arena *arena, const struct record *r)
{
	(void)arena;
	add_event(past, "told", record_text(r, TOLD_WHAT),
	    record_text(r, TOLD_ON));
}

static void
add_consent(struct past *past, struct arena *arena, const struct record *r)
{
	add_event(past,
	    arena_printf(arena, "consent-%s", record_text(r, CONSENT_KIND)),
	    NULL, record_text(r, CONSENT_ON));
}

static void
add_said(struct past *past, struct arena *arena, const struct record *r)
{
	(void)arena;
	add_event(past, record_text(r, EVENT_WHAT), NULL,
	    record_text(r, EVENT_ON));
}

/* A call that she made is no try of ours. */
static void
add_contact(struct past *past, struct arena *arena, const struct record *r)
{
	const char *on = record_text(r, CONTACT_ON);

	(void)arena;
	if (strcmp(record_text(r, CONTACT_WAY), "in") == 0)
		return;
	add_event(past, "contact-tried", NULL, on);
	if (str_starts(record_text(r, CONTACT_OUTCOME), "reached"))
		add_event(past, "contact-made", NULL, on);
}

/* clang-format off */
static const struct {
	unsigned kind;
	void (*add)(struct past *, struct arena *, const struct record *);
} sources[] = {
	{ KIND_STEP,	add_step },
	{ KIND_TOLD,	add_told },
	{ KIND_CONSENT,	add_consent },
	{ KIND_EVENT,	add_said },
	{ KIND_CONTACT,	add_contact },
};
/* clang-format on */

/* What opening a case is: the same events as clocking_opened(). */
static void
add_opening(struct past *past, const struct record *c)
{
	const char *when = record_text(c, CASEFILE_WHEN);
	const char *opened = record_text(c, CASEFILE_OPENED);
	bool reported = *record_text(c, CASEFILE_NUMBER) ||
			record_link(c, CASEFILE_CRIME);
	int32_t first, last;
	bool exact = when_days(when, &first, &last) && first == last;

	if (exact)
		add_event(past, "crime", NULL, when);
	if (reported) {
		if (!exact)
			when = opened;
		add_event(past, "crime-reported", NULL, when);
		add_event(past, "state:S01", NULL, when);
		if (str_starts(record_text(c, CASEFILE_SOURCE), "police"))
			add_event(past, "crime-referred", NULL, when);
	}
	add_event(past, "referral-received", NULL, opened);
}

enum rc
past_read(struct hub *hub, struct arena *arena, const struct record *casefile,
    struct past *past, struct fault *f)
{
	struct record_list list;
	enum rc rc = RC_OK;

	*past = (struct past){ .casefile = casefile,
		.crime_ms = hub_now(hub) };
	when_moment(record_text(casefile, CASEFILE_WHEN), &past->crime_ms);
	add_opening(past, casefile);
	for (size_t i = 0; i < sizeof(sources) / sizeof(sources[0]) && !rc;
	     i++) {
		rc = hub_children(
		    hub, arena, casefile->id, sources[i].kind, &list, f);
		for (size_t k = 0; !rc && k < list.n; k++)
			sources[i].add(past, arena, list.at[k]);
	}
	return rc;
}
