/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/arena.h"
#include "base/str.h"
#include "hub/acts/acts.h"
#include "hub/acts/importing.h"
#include "hub/acts/person.h"
#include "hub/acts/register.h"
#include "hub/doing.h"
#include "hub/gate.h"
#include "hub/hub.h"
#include "hub/slip.h"
#include "hub/surveys.h"

/*
 * Asking people how it was: seldom, safely, once for all bodies, and never who
 * said no. What they say is kept with their case when they say it to us, and
 * without any tie to them when a survey unit sends it.
 */

#define VALUES(a) a, sizeof(a) / sizeof((a)[0])

/* ---- whom to leave alone ---- */

/* The surveys of all cases of the person, in the doing's arena. */
static enum rc
asked_of(struct doing *d, uint64_t person, struct survey_case *of,
    struct fault *f)
{
	const struct record *all[64];
	uint64_t *cases, *ids;
	size_t n_cases, n, most = sizeof(all) / sizeof(all[0]);
	struct record *r;
	enum rc rc =
	    doing_children(d, person, KIND_CASEFILE, &cases, &n_cases, f);

	of->n_asked = 0;
	for (size_t i = 0; i < n_cases && !rc; i++) {
		rc = doing_children(d, cases[i], KIND_SURVEY, &ids, &n, f);
		for (size_t j = 0; j < n && !rc && of->n_asked < most; j++) {
			rc = doing_peek(d, KIND_SURVEY, ids[j], &r, f);
			if (!rc && r)
				all[of->n_asked++] = r;
		}
	}
	of->asked = arena_copy(d->arena, all, of->n_asked * sizeof(all[0]));
	return rc;
}

static enum rc
check_bars(struct doing *d, const struct survey *survey,
    struct record *casefile, struct fault *f)
{
	struct survey_case of = { .casefile = casefile,
		.now_ms = hub_now(d->hub) };
	struct record *person;
	uint64_t id = record_link(casefile, CASEFILE_PERSON);
	const char *why;
	enum rc rc = doing_peek(d, KIND_PERSON, id, &person, f);

	if (!rc)
		rc = asked_of(d, id, &of, f);
	if (rc)
		return rc;
	of.person = person;
	why = survey_bars(survey, &of);
	return why ? fault_set(f, RC_UNLAWFUL, "no invitation: this person %s",
			 why)
		   : RC_OK;
}

/* By letter, text or telephone, whichever was said, if it is safe. */
static enum rc
check_way(struct doing *d, struct record *casefile, struct fault *f)
{
	static const struct {
		const char *by;
		enum gate_way way;
	} ways[] = {
		{ "p", GATE_PHONE },
		{ "t", GATE_TEXT },
		{ "l", GATE_LETTER },
		{ "e", GATE_EMAIL },
	};
	const char *by =
	    slip_has(d->slip, "by") ? slip_text(d->slip, "by") : "p";
	struct gate_verdict v;
	enum rc rc;

	for (size_t i = 0; i < sizeof(ways) / sizeof(ways[0]); i++) {
		if (!str_ieq(by, ways[i].by))
			continue;
		rc = gate_check(d, record_link(casefile, CASEFILE_PERSON),
		    ways[i].way, NULL, &v, f);
		if (rc)
			return rc;
		return gate_is_open(&v) || v.answer == GATE_LATER
			   ? RC_OK
			   : gate_refuse(&v, f);
	}
	return RC_OK;
}

static enum rc
invite(struct doing *d, struct fault *f)
{
	const struct survey *survey;
	struct record *casefile, *r;
	enum rc rc = doing_casefile(d, &casefile, f);

	if (rc ||
	    (rc = survey_find(d->hub->surveys, slip_text(d->slip, "survey"),
		 &survey, f)) ||
	    (rc = check_bars(d, survey, casefile, f)) ||
	    (rc = check_way(d, casefile, f)) ||
	    (rc = doing_make(d, KIND_SURVEY,
		 record_link(casefile, CASEFILE_PERSON), 0, &r, f)))
		return rc;
	record_set_link(r, SURVEY_CASEFILE, casefile->id);
	record_set_link(r, SURVEY_WORKER, d->hub->me.id);
	record_set_text(r, SURVEY_SORT, survey->sort);
	record_set_text(r, SURVEY_BODY, survey->body);
	record_set_text(r, SURVEY_STATE, "invited");
	register_now(d, r, SURVEY_INVITED);
	register_now(d, r, SURVEY_ON);
	rc = doing_set(d, r, SURVEY_HOW, slip_text(d->slip, "by"), f);
	d->done->made = r->id;
	d->done->casefile = casefile->id;
	d->done->person = record_link(casefile, CASEFILE_PERSON);
	doing_say(d, "Saved: invited to \"%s\". Nobody asks again for %d days.",
	    survey->title, survey->cool);
	return rc;
}

static const struct act_line invite_lines[] = {
	{ "casefile", "which case it is about", true },
	{ "survey", "which survey of data/surveys", true },
	{ "by", "how: p phone, t text, l letter, e e-mail", false },
	{ NULL, NULL, false },
};

const struct act act_invite_survey = {
	.tag = ACT_INVITE_SURVEY,
	.name = "invite_survey",
	.title = "Invited to a survey",
	.help = "Ask how it was, if they may be asked and it is safe.",
	.lines = invite_lines,
	.run = invite,
};

/* ---- what they said to us ---- */

static const struct register_value recording[] = {
	{ "sort", SURVEY_SORT },
	{ "on", SURVEY_ON },
	{ "by", SURVEY_HOW },
	{ "again", SURVEY_AGAIN },
	{ "answers", SURVEY_ANSWERS },
	{ "outcomes", SURVEY_OUTCOMES },
};

/* The invitation that waits is the one that is answered. */
static enum rc
open_survey(struct doing *d, struct record *casefile, struct record **r,
    struct fault *f)
{
	uint64_t *ids;
	size_t n;
	struct record *old;
	enum rc rc = doing_children(d, casefile->id, KIND_SURVEY, &ids, &n, f);

	for (; n && !rc; n--) {
		rc = doing_peek(d, KIND_SURVEY, ids[n - 1], &old, f);
		if (!rc && old &&
		    strcmp(record_text(old, SURVEY_STATE), "invited") == 0)
			return doing_open(d, KIND_SURVEY, ids[n - 1], r, f);
	}
	if (!rc)
		rc = doing_make(d, KIND_SURVEY,
		    record_link(casefile, CASEFILE_PERSON), 0, r, f);
	if (!rc)
		record_set_link(*r, SURVEY_CASEFILE, casefile->id);
	return rc;
}

static enum rc
record_it(struct doing *d, struct fault *f)
{
	struct record *casefile, *r;
	bool refused;
	enum rc rc = doing_casefile(d, &casefile, f);

	if (rc || (rc = open_survey(d, casefile, &r, f)))
		return rc;
	record_clear(r, SURVEY_ON);
	if ((rc = register_fill(d, r, VALUES(recording), f)))
		return rc;
	refused = str_ieq(slip_text(d->slip, "refused"), "y");
	if (!*record_text(r, SURVEY_SORT))
		record_set_text(r, SURVEY_SORT, "end");
	register_now(d, r, SURVEY_ON);
	record_set_text(r, SURVEY_STATE, refused ? "refused" : "answered");
	d->done->made = r->id;
	d->done->casefile = casefile->id;
	d->done->person = record_link(casefile, CASEFILE_PERSON);
	doing_say(d, refused ? "Saved: they would not be asked."
			     : "Saved what they said.");
	return RC_OK;
}

static const struct act_line record_lines[] = {
	{ "casefile", "which case it is about", true },
	{ "answers", "a row a question: question answer said", false },
	{ "outcomes", "a row an indicator: what changed", false },
	{ "again", "y when they may be asked again", false },
	{ "refused", "y when they would not", false },
	{ "sort", "which survey, if they were not invited", false },
	{ "by", "how they said it", false },
	{ "on", "when; now if unsaid", false },
	{ NULL, NULL, false },
};

const struct act act_record_survey = {
	.tag = ACT_RECORD_SURVEY,
	.name = "record_survey",
	.title = "Survey answered",
	.help = "Write down what they said of the service, or that they would "
		"not.",
	.lines = record_lines,
	.run = record_it,
};

/* ---- leave me alone ---- */

static enum rc
set_survey(struct doing *d, struct fault *f)
{
	const char *never = slip_text(d->slip, "never");
	struct record *person;
	bool yes = !slip_has(d->slip, "never") || str_ieq(never, "y");
	enum rc rc = person_of_slip(d, &person, f);

	if (rc)
		return rc;
	record_set_flag(person, PERSON_NO_SURVEY, yes);
	rc = doing_set(d, person, PERSON_NO_SURVEY_WHY,
	    slip_text(d->slip, "why"), f);
	doing_say(d, yes ? "Saved: nobody asks them how it was."
			 : "Saved: they may be asked again.");
	return rc;
}

static const struct act_line set_lines[] = {
	{ "person", "who, by reference", true },
	{ "never", "y: never ask (if unsaid); n: they may be asked", false },
	{ "why", "why, in their words", false },
	{ NULL, NULL, false },
};

const struct act act_set_survey = {
	.tag = ACT_SET_SURVEY,
	.name = "set_survey",
	.title = "May be surveyed, or not",
	.help = "Write down that they do not want to be asked how it was.",
	.lines = set_lines,
	.run = set_survey,
};

/* ---- what a survey unit sends ---- */

enum rc
import_survey_reply(struct doing *d, enum bulk_fate *fate, struct fault *f)
{
	const char *number = slip_text(d->slip, "reply.source-id");
	const char *question = slip_text(d->slip, "reply.question");
	struct record *was, *r;
	uint64_t id;
	enum rc rc;

	if (str_is_blank(number) || str_is_blank(question))
		return fault_set(f, RC_INVALID,
		    "reply.source-id: a row wants its number and its question");
	id = hub_key_id(d->hub, KIND_REPLY,
	    arena_printf(d->arena, "%s %s", number, question));
	if ((rc = doing_peek(d, KIND_REPLY, id, &was, f)))
		return rc;
	was = was ? record_copy(d->arena, was) : NULL;
	rc = was ? doing_open(d, KIND_REPLY, id, &r, f)
		 : doing_make(d, KIND_REPLY, 0, id, &r, f);
	if (!rc)
		rc = doing_fill(d, r, f);
	if (rc)
		return rc;
	*fate = importing_fate(d, was, r);
	d->done->made = r->id;
	return RC_OK;
}

static enum rc
put_reply(struct doing *d, struct fault *f)
{
	return importing_run(d, import_survey_reply, f);
}

static const struct act_line reply_lines[] = {
	{ "key", "the row, as the feed tells it apart", false },
	{ "reply.source-id", "what the survey unit calls the row", true },
	{ "reply.question", "what was asked", true },
	{ "reply.answer", "how satisfied", true },
	{ "reply.sort", "which survey", true },
	{ "reply.month", "the month it was answered in", true },
	{ "reply.category", "the sort of case", false },
	{ "reply.body", "who asked", false },
	{ "reply.district", "where", false },
	{ "reply.said", "in their words, with nothing that says who", false },
	{ NULL, NULL, false },
};

const struct act act_put_survey_reply = {
	.tag = ACT_PUT_SURVEY_REPLY,
	.name = "put_survey_reply",
	.title = "Survey answer received",
	.help = "Keep one answer that a survey unit sent, by the sort of case.",
	.lines = reply_lines,
	.run = put_reply,
};
