/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdio.h>
#include <string.h>

#include "base/day.h"
#include "hub/due.h"
#include "hub/invent_inside.h"
#include "model/code.h"

/* One beat of a case at a time: what became so, and the records that say it. */

#define HOUR INT64_C(3600000)

struct record *
case_new(struct casing *c, unsigned kind, unsigned tag)
{
	struct record *r = tale_new(c->t, kind);

	record_set_link(r, tag, c->casefile->id);
	return r;
}

void
case_put(struct casing *c, int64_t at)
{
	tale_put(c->t, at, c->casefile);
}

bool
case_due(const struct casing *c, const char *rule, int64_t from, char iso[24])
{
	const struct hub *hub = c->t->telling->hub;
	const struct due_rule *due = due_rule_by(hub->deadlines, rule);

	return due && !due_when(hub, due, c->enhanced, from, iso, NULL);
}

static void
set_time(struct record *r, unsigned tag, int64_t at)
{
	char iso[24];

	tale_iso(at, iso);
	record_set_text(r, tag, iso);
}

static void
set_day(struct record *r, unsigned tag, int64_t at)
{
	char iso[24];

	tale_iso(at, iso);
	iso[10] = '\0';
	record_set_text(r, tag, iso);
}

/* ---- trying to reach them ---- */

/* Whoever makes the first try holds the case from then on. */
static void
take_on(struct casing *c)
{
	struct tale *t = c->t;

	if (record_link(c->casefile, CASEFILE_OWNER))
		return;
	record_set_link(c->casefile, CASEFILE_OWNER,
	    tale_worker(t->telling, tale_word(t, &t->area->workers)));
}

/* The first try meets the hub's own time limit, or comes late. */
static void
meet_clock(struct casing *c, int64_t at)
{
	char iso[24];

	if (c->tried || !c->clock)
		return;
	tale_iso(at, iso);
	record_set_text(c->clock, CLOCK_MET, iso);
	record_set_text(c->clock, CLOCK_STATE,
	    strcmp(record_text(c->clock, CLOCK_DUE), iso) < 0 ? "late" : "met");
	tale_put(c->t, at, c->clock);
}

static const char *
way_of(const char *outcome)
{
	if (strcmp(outcome, "sms-sent") == 0)
		return "t";
	return strcmp(outcome, "letter-sent") == 0 ? "l" : "p";
}

static void
write_contact(struct casing *c, int64_t at, const char *outcome,
    const char *note)
{
	struct record *r = case_new(c, KIND_CONTACT, CONTACT_CASEFILE);
	bool reached = strncmp(outcome, "reached", 7) == 0;

	set_time(r, CONTACT_ON, at);
	record_set_text(r, CONTACT_WAY, "out");
	record_set_text(r, CONTACT_BY, way_of(outcome));
	record_set_text(r, CONTACT_OUTCOME, outcome);
	record_set_text(r, CONTACT_NOTE, note);
	if (reached)
		record_set_number(r, CONTACT_MINUTES,
		    4 + (int64_t)tale_below(c->t, 30));
	record_set_link(r, CONTACT_WORKER,
	    record_link(c->casefile, CASEFILE_OWNER));
	record_set_flag(r, CONTACT_LEFT,
	    strcmp(outcome, "voicemail-left") == 0);
	tale_put(c->t, at, r);
}

void
beat_contact(struct casing *c, const struct beat *b)
{
	bool reached = strncmp(b->code, "reached", 7) == 0;
	int64_t attempts = record_number(c->casefile, CASEFILE_ATTEMPTS);

	take_on(c);
	meet_clock(c, b->at);
	c->tried = true;
	record_set_number(c->casefile, CASEFILE_ATTEMPTS,
	    reached ? 0 : attempts + 1);
	write_contact(c, b->at, b->code, NULL);
}

void
beat_support(struct casing *c, const struct beat *b)
{
	write_contact(c, b->at, "reached-accepted", b->code);
}

void
beat_note(struct casing *c, const struct beat *b)
{
	struct record *r;

	if (!c->t->telling->whole)
		return;
	r = case_new(c, KIND_NOTE, NOTE_CASEFILE);
	set_time(r, NOTE_ON, b->at);
	record_set_text(r, NOTE_TEXT, b->code);
	record_set_link(r, NOTE_WORKER,
	    record_link(c->casefile, CASEFILE_OWNER));
	tale_put(c->t, b->at, r);
}

/* ---- what was agreed ---- */

static void
set_needs(struct casing *c)
{
	char text[32] = "";
	size_t n = 0;

	for (const char *s = c->crime->needs; *s && n < 12; s++) {
		if (!tale_is(c->t, 52))
			continue;
		if (n)
			text[n++] = ' ';
		text[n++] = *s;
	}
	record_set_text(c->casefile, CASEFILE_NEEDS, n ? text : "-");
}

void
beat_consent(struct casing *c, const struct beat *b)
{
	struct record *r = case_new(c, KIND_CONSENT, CONSENT_CASEFILE);
	const char *kind = c->t->child ? "g" : tale_is(c->t, 78) ? "f" : "s";

	set_needs(c);
	record_set_text(r, CONSENT_KIND, kind);
	set_day(r, CONSENT_ON, b->at);
	if (c->t->child)
		record_set_text(r, CONSENT_BY,
		    record_text(c->t->person, PERSON_VIA_NAME));
	record_set_text(c->casefile, CASEFILE_CONSENT, kind);
	tale_put(c->t, b->at, r);
}

void
beat_refer(struct casing *c, const struct beat *b)
{
	struct record *r = case_new(c, KIND_REFERRAL, REFERRAL_CASEFILE);

	record_set_text(r, REFERRAL_SERVICE, b->code);
	record_set_text(r, REFERRAL_STATE, "sent");
	record_set_flag(r, REFERRAL_URGENT,
	    record_has_code(c->casefile, CASEFILE_RISK, "s"));
	set_time(r, REFERRAL_ON, b->at);
	c->referral = r;
	tale_put(c->t, b->at, r);
}

void
beat_referred(struct casing *c, const struct beat *b)
{
	if (!c->referral)
		return;
	record_set_text(c->referral, REFERRAL_STATE,
	    tale_is(c->t, 88) ? "accepted" : "declined");
	tale_put(c->t, b->at, c->referral);
}

/* ---- the police and the courts ---- */

static void
write_step(struct casing *c, int64_t at, const char *state, const char *who)
{
	struct record *r = case_new(c, KIND_STEP, STEP_CASEFILE);

	record_set_text(r, STEP_STATE, state);
	set_day(r, STEP_ON, at);
	if (c->step++)
		record_set_text(r, STEP_FROM,
		    record_text(c->casefile, CASEFILE_STAGE));
	record_set_text(r, STEP_TOLD_BY, who);
	record_set_text(c->casefile, CASEFILE_STAGE, state);
	tale_put(c->t, at, r);
}

void
beat_step(struct casing *c, const struct beat *b)
{
	bool court = strcmp(b->code, "S13") >= 0;

	write_step(c, b->at, b->code, court ? "court" : "police");
	case_heard(c, b->at, b->code);
}

/* Which time limit of the police, or of witness care, a wording starts. */
static const char *
rule_of(const struct codes *codes, const char *outcome)
{
	static const struct {
		const char *group, *rule;
	} rules[] = {
		{ "charged", "VC15" },
		{ "out-of-court", "VC13" },
		{ "ended", "VC14" },
		{ "sentence", "VC24" },
		{ "acquitted", "VC23" },
		{ "court", "VC17" },
	};
	const struct code *code = code_by(codes, "outcome", outcome);

	for (size_t i = 0; i < sizeof(rules) / sizeof(rules[0]); i++)
		if (code && code->group &&
		    strcmp(code->group, rules[i].group) == 0)
			return rules[i].rule;
	return "VC14";
}

static void
write_outcome(struct casing *c, const struct beat *b)
{
	struct record *r;

	if (!c->crime_record)
		return;
	r = tale_new(c->t, KIND_OUTCOME);
	record_set_link(r, OUTCOME_CRIME, c->crime_id);
	set_day(r, OUTCOME_MONTH, b->at);
	record_set_text(r, OUTCOME_TYPE, b->code);
	record_set_text(r, OUTCOME_FORCE, c->t->area->force);
	tale_put(c->t, b->at, r);
	record_set_text(c->crime_record, CRIME_LAST_OUTCOME, b->code);
	tale_put(c->t, b->at, c->crime_record);
}

void
beat_outcome(struct casing *c, const struct beat *b)
{
	const char *rule = rule_of(c->t->telling->hub->codes, b->code);
	char due[24];

	write_outcome(c, b);
	c->told_clock = c->task = NULL;
	if (!case_due(c, rule, b->at, due))
		return;
	c->told_clock = case_new(c, KIND_CLOCK, CLOCK_CASEFILE);
	record_set_text(c->told_clock, CLOCK_RULE, rule);
	set_time(c->told_clock, CLOCK_STARTED, b->at);
	record_set_text(c->told_clock, CLOCK_DUE, due);
	record_set_text(c->told_clock, CLOCK_STATE, "running");
	tale_put(c->t, b->at, c->told_clock);

	c->task = case_new(c, KIND_TASK, TASK_CASEFILE);
	record_set_text(c->task, TASK_WHAT, "tell");
	record_set_text(c->task, TASK_DUE, due);
	record_set_text(c->task, TASK_STATE, "open");
	record_set_link(c->task, TASK_OWNER,
	    record_link(c->casefile, CASEFILE_OWNER));
	tale_put(c->t, b->at, c->task);
}

static const char *
told_of(const struct codes *codes, const char *outcome)
{
	const struct code *code = code_by(codes, "outcome", outcome);
	const char *group = code && code->group ? code->group : "";

	if (strcmp(group, "charged") == 0)
		return "charged";
	if (strcmp(group, "out-of-court") == 0)
		return "out-of-court";
	if (strcmp(group, "sentence") == 0)
		return "sentence";
	return strcmp(group, "ended") == 0 ? "nfa" : "trial";
}

void
beat_told(struct casing *c, const struct beat *b)
{
	struct record *r = case_new(c, KIND_TOLD, TOLD_CASEFILE);
	char iso[24];

	record_set_text(r, TOLD_WHAT,
	    told_of(c->t->telling->hub->codes, b->code));
	set_time(r, TOLD_ON, b->at);
	record_set_text(r, TOLD_BY, tale_is(c->t, 70) ? "police" : "hub");
	record_set_text(r, TOLD_HOW, "p");
	if (c->told_clock) {
		tale_iso(b->at, iso);
		record_set_link(r, TOLD_CLOCK, c->told_clock->id);
		record_set_text(c->told_clock, CLOCK_MET, iso);
		record_set_text(c->told_clock, CLOCK_STATE,
		    strcmp(record_text(c->told_clock, CLOCK_DUE), iso) < 0
			? "late"
			: "met");
		tale_put(c->t, b->at, c->told_clock);
	}
	tale_put(c->t, b->at, r);
	if (!c->task)
		return;
	record_set_text(c->task, TASK_STATE, "done");
	set_time(c->task, TASK_DONE, b->at);
	tale_put(c->t, b->at, c->task);
}

void
beat_close(struct casing *c, const struct beat *b)
{
	write_step(c, b->at, "S90", "hub");
	record_set_text(c->casefile, CASEFILE_STATUS, "closed");
	record_set_text(c->casefile, CASEFILE_CLOSED_WHY, b->code);
	set_time(c->casefile, CASEFILE_CLOSED, b->at);
}
