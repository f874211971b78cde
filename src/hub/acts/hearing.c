/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/day.h"
#include "base/when.h"
#include "hub/acts/clocking.h"
#include "hub/acts/courting.h"
#include "hub/acts/opened.h"
#include "hub/acts/track.h"
#include "hub/hub.h"
#include "hub/journey.h"
#include "model/code.h"

#include "hub/acts/hearing.h"
#include "hub/acts/tasks.h"

bool
hearing_is(const struct record *hearing, const char *sort)
{
	return strcmp(record_text(hearing, HEARING_SORT), sort) == 0;
}

static const struct code *
court_of(const struct doing *d, const struct record *hearing)
{
	return code_by(d->hub->codes, "court",
	    record_text(hearing, HEARING_COURT));
}

void
hearing_words(const struct doing *d, const struct record *hearing,
    struct buf *out)
{
	struct span on;

	buf_printf(out, "%s, %s, ",
	    code_label(d->hub->codes, "hearing",
		record_text(hearing, HEARING_SORT)),
	    code_label(d->hub->codes, "court",
		record_text(hearing, HEARING_COURT)));
	if (record_get(hearing, HEARING_ON, &on))
		when_show(record_text(hearing, HEARING_ON), out);
}

/* ---- may it be listed there and then ---- */

static enum rc
refuse_court(const struct doing *d, const struct code *court, struct fault *f)
{
	const struct code *next =
	    court->next ? code_by(d->hub->codes, "court", court->next) : NULL;

	if (next)
		return fault_set(f, RC_INVALID,
		    "Court: %s closed on %s; its work went to %s (%s)",
		    court->label, court->until, next->label, next->code);
	return fault_set(f, RC_INVALID,
	    "Court: %s closed on %s; ask witness care where it sits now",
	    court->label, court->until);
}

enum rc
hearing_check(struct doing *d, const struct record *casefile,
    const struct record *hearing, struct fault *f)
{
	const char *on = record_text(hearing, HEARING_ON);
	const struct code *court = court_of(d, hearing);
	int32_t first, last;

	if (!when_days(on, &first, &last))
		return fault_set(f, RC_INVALID,
		    "When: a hearing needs its day, such as 14/9 1000");
	if (!*record_text(hearing, HEARING_COURT))
		return fault_set(f, RC_INVALID,
		    "Court: say at which court; any part of its name will do");
	if (court && court->until && strncmp(on, court->until, 10) > 0)
		return refuse_court(d, court, f);
	if (court && court->from && strncmp(on, court->from, 10) < 0)
		return fault_set(f, RC_INVALID,
		    "Court: %s opens on %s; look at the day", court->label,
		    court->from);
	return courting_after_crime(casefile, hearing, HEARING_ON, f);
}

/* ---- listing ---- */

enum rc
hearing_move(struct doing *d, struct record *casefile, const char *to,
    const char *on, struct fault *f)
{
	const char *from = record_text(casefile, CASEFILE_STAGE);
	struct stage_move move = { .to = to, .on = on, .told_by = "court" };
	enum rc rc;

	if (!journey_is_open(d->hub->journeys, from, to))
		return RC_OK;
	rc = stage_move(d, casefile, &move, f);
	if (!rc)
		rc = track_move_all(d, casefile, &move, f);
	return rc ? rc : opened_by(d, casefile, NULL, from, on, f);
}

/* Where a trial that is listed stands in the journey: by whose court it is. */
static const char *
listed_state(const struct doing *d, const struct record *hearing)
{
	const struct code *court = court_of(d, hearing);

	return court && court->group && strcmp(court->group, "crown") == 0
		   ? "S19"
		   : "S16";
}

/* Those of the measures that a court decides. */
static bool
wants_special(const struct doing *d, const struct record *hearing,
    struct buf *words)
{
	const struct code_list *list = code_list(d->hub->codes, "measure");

	for (size_t i = 0; list && i < list->n; i++) {
		const struct code *c = &list->codes[i];

		if (!c->group || strcmp(c->group, "special") != 0 ||
		    !record_has_code(hearing, HEARING_MEASURES, c->code) ||
		    record_has_code(hearing, HEARING_GRANTED, c->code))
			continue;
		buf_printf(words, "%s%s", words->len ? ", " : "", c->label);
	}
	return words->len > 0;
}

/* Somebody has to put it to the court: a task for the next working day. */
static enum rc
ask_for_measures(struct doing *d, const struct record *casefile,
    struct record *hearing, struct fault *f)
{
	struct buf words = { 0 }, text = { 0 };
	char due[11];
	int32_t day;
	enum rc rc = RC_OK;

	if (wants_special(d, hearing, &words)) {
		courting_now_unless(d, hearing, HEARING_ASKED_ON);
		if (!*record_text(hearing, HEARING_ASKED_BY))
			record_set_text(hearing, HEARING_ASKED_BY, "victim");
		buf_printf(&text, "Ask witness care for %s", buf_str(&words));
		rc = workday_add(d->hub->holidays, moment_day(hub_now(d->hub)),
		    1, &day, f);
		if (!rc) {
			day_show(day, due);
			rc = task_make(d, casefile, "court", due,
			    buf_str(&text), f);
		}
	}
	buf_release(&words);
	buf_release(&text);
	return rc;
}

enum rc
hearing_listed(struct doing *d, struct record *casefile, struct record *hearing,
    bool told, struct fault *f)
{
	enum rc rc = clocking_event(d, casefile, "hearing-listed", NULL, f);

	if (!rc && strcmp(record_text(hearing, HEARING_AS), "w") == 0)
		rc = clocking_event(d, casefile, "witness-required", NULL, f);
	if (!rc && hearing_is(hearing, "appeal"))
		rc = clocking_event(d, casefile, "appeal-listed", NULL, f);
	if (!rc && hearing_is(hearing, "trial"))
		rc = hearing_move(d, casefile, listed_state(d, hearing), NULL,
		    f);
	if (!rc)
		rc = ask_for_measures(d, casefile, hearing, f);
	record_set_flag(hearing, HEARING_TOLD, told);
	return rc || !told ? rc : courting_told(d, casefile, "hearing", f);
}
