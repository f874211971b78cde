/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/day.h"
#include "base/utf8.h"
#include "fold/fold.h"
#include "fold/look.h"
#include "hub/assess.h"
#include "hub/gate.h"
#include "hub/hub.h"
#include "hub/read.h"
#include "model/code.h"
#include "model/record.h"

#include "edge/pack.h"

/* What the parts of a pack share. */
struct packing {
	struct hub *hub;
	struct arena *arena;
	struct buf *out;
	struct value_ctx ctx;
	struct person_page page;
	struct record *casefile;
	const struct record *conference;
};

/* "Born: 23 Jul 1991 35y": a line of a field; nothing when it has none. */
static void
line(struct packing *p, const char *label, const struct record *r,
    unsigned tag)
{
	const struct kind_field *field = kind_field_by_tag(r->kind, tag);
	struct span value;

	if (!field || !record_get(r, tag, &value))
		return;
	buf_printf(p->out, "  %-22s ", label);
	value_show(field, value, &p->ctx, p->out);
	buf_putc(p->out, '\n');
}

static void
heading(struct packing *p, const char *title)
{
	buf_printf(p->out, "\n%s\n", title);
}

static enum rc
find_conference(struct packing *p, struct fault *f)
{
	struct record_list list;
	enum rc rc = hub_children(p->hub, p->arena, p->casefile->id,
	    KIND_CONFERENCE, &list, f);

	for (size_t i = 0; !rc && i < list.n; i++)
		if (strcmp(record_text(list.at[i], CONFERENCE_STATE), "back") !=
		    0)
			p->conference = list.at[i];
	if (rc || p->conference)
		return rc;
	return fault_set(f, RC_UNLAWFUL,
	    "nothing is referred on this case; refer_conference comes first");
}

static void
write_head(struct packing *p)
{
	char now[17];

	moment_show(hub_now(p->hub), now);
	buf_printf(p->out,
	    "RISK CONFERENCE REFERRAL - CONFIDENTIAL\n"
	    "Written %s by %s. For the conference only; it is not to be "
	    "copied or kept longer than its rules say.\n",
	    now, p->hub->me.name);
	heading(p, "REFERRAL");
	line(p, "Conference", p->conference, CONFERENCE_SORT);
	line(p, "Referred", p->conference, CONFERENCE_REFERRED);
	line(p, "Criteria", p->conference, CONFERENCE_WHY);
	line(p, "Repeat", p->conference, CONFERENCE_REPEAT);
	line(p, "Reason", p->conference, CONFERENCE_REASON);
	line(p, "Meets", p->conference, CONFERENCE_ON);
	line(p, "Consent", p->casefile, CASEFILE_CONSENT);
	if (!*record_text(p->casefile, CASEFILE_CONSENT) ||
	    record_has_code(p->casefile, CASEFILE_CONSENT, "n"))
		buf_puts(p->out,
		    "  Shared without consent: the conference records on what "
		    "basis.\n");
}

/* A number is in it only when it may be rung; an address never is. */
static enum rc
write_person(struct packing *p, struct fault *f)
{
	const struct record *r = p->page.person;
	struct gate_verdict v;
	enum rc rc = gate_ask(
	    p->hub, p->arena, r->id, GATE_PHONE, NULL, &v, f);

	if (rc)
		return rc;
	heading(p, "WHO");
	line(p, "Reference", r, PERSON_REF);
	line(p, "Given names", r, PERSON_GIVEN);
	line(p, "Family name", r, PERSON_FAMILY);
	line(p, "Born", r, PERSON_BORN);
	line(p, "Language", r, PERSON_LANGUAGE);
	line(p, "What helps them", r, PERSON_ACCESS);
	if (gate_is_open(&v))
		line(p, "Telephone", r, PERSON_PHONE);
	buf_puts(p->out, "  Address                not in this pack\n");
	heading(p, "HOW IT IS SAFE TO REACH THEM");
	buf_puts(p->out, "  ");
	gate_words(&v, p->out);
	buf_putc(p->out, '\n');
	if (!gate_is_open(&v))
		buf_puts(p->out,
		    "  Do not contact them yourselves: go through the hub.\n");
	return RC_OK;
}

static enum rc
write_household(struct packing *p, struct fault *f)
{
	struct record_list list;
	enum rc rc = hub_children(p->hub, p->arena, p->page.person->id,
	    KIND_HOUSEHOLD, &list, f);

	if (rc || !list.n)
		return rc;
	heading(p, "HOUSEHOLD");
	for (size_t i = 0; i < list.n; i++) {
		line(p, "Name", list.at[i], HOUSEHOLD_NAME);
		line(p, "Relation", list.at[i], HOUSEHOLD_RELATION);
		line(p, "Born", list.at[i], HOUSEHOLD_BORN);
		line(p, "Who they are", list.at[i], HOUSEHOLD_CONCERN);
	}
	return RC_OK;
}

/* The questions that were answered yes, in our words. */
static enum rc
write_answers(struct packing *p, const struct record *r, struct fault *f)
{
	const struct tool *tool =
	    tool_by(p->hub->tools, record_text(r, RISK_TOOL));
	char answers[TOOL_QUESTIONS_MOST];
	enum rc rc = RC_OK;

	if (tool)
		rc = assess_answers(tool, p->arena, r, answers, f);
	for (size_t i = 0; tool && !rc && i < tool->n; i++) {
		const struct tool_choice *c =
		    tool_choice(&tool->questions[i], answers[i]);

		if (c && c->points > 0)
			buf_printf(p->out, "  %3s %s: %s%s\n",
			    tool->questions[i].number,
			    tool->questions[i].label, c->label,
			    tool->questions[i].strong ? " (strong sign)" : "");
	}
	return rc;
}

static enum rc
write_risk(struct packing *p, struct fault *f)
{
	uint64_t id = record_link(p->conference, CONFERENCE_RISK);
	struct record *r;
	enum rc rc;

	heading(p, "RISK");
	line(p, "Told on the call", p->casefile, CASEFILE_RISK);
	if (!id) {
		buf_puts(p->out, "  No tool was gone through.\n");
		return RC_OK;
	}
	if ((rc = hub_record(p->hub, p->arena, KIND_RISK, id, &r, f)))
		return rc;
	line(p, "Tool", r, RISK_TOOL);
	line(p, "Gone through", r, RISK_ON);
	line(p, "Score", r, RISK_SCORE);
	line(p, "Grade", r, RISK_GRADE);
	line(p, "By judgement, because", r, RISK_RAISED);
	return write_answers(p, r, f);
}

static enum rc
write_history(struct packing *p, struct fault *f)
{
	struct record_list list;
	enum rc rc = RC_OK;

	heading(p, "INCIDENTS KNOWN TO THE HUB");
	for (size_t i = 0; i < p->page.casefiles.n; i++) {
		line(p, "Crime", p->page.casefiles.at[i], CASEFILE_CATEGORY);
		line(p, "When", p->page.casefiles.at[i], CASEFILE_WHEN);
		line(p, "Police reference", p->page.casefiles.at[i],
		    CASEFILE_NUMBER);
	}
	heading(p, "CONFERENCES BEFORE");
	for (size_t i = 0; i < p->page.casefiles.n && !rc; i++) {
		rc = hub_children(p->hub, p->arena,
		    p->page.casefiles.at[i]->id, KIND_CONFERENCE, &list, f);
		for (size_t k = 0; !rc && k < list.n; k++) {
			if (list.at[k]->id == p->conference->id)
				continue;
			line(p, "Met", list.at[k], CONFERENCE_ON);
			line(p, "Outcome", list.at[k], CONFERENCE_OUTCOME);
		}
	}
	heading(p, "WHAT THE HUB HAS DONE");
	for (size_t i = 0; i < p->page.referrals.n; i++) {
		line(p, "Referred to", p->page.referrals.at[i],
		    REFERRAL_SERVICE);
		line(p, "State", p->page.referrals.at[i], REFERRAL_STATE);
	}
	return rc;
}

/*
 * Where they live, read beside what readings show, which keep an unsafe address
 * back: only to compare with, it goes nowhere from here.
 */
static enum rc
home_address(struct packing *p, const char **address, struct fault *f)
{
	struct record *home = NULL;
	struct look look;
	enum rc rc;

	*address = "";
	if (!p->page.home)
		return RC_OK;
	if ((rc = fold_look(p->hub->fold, &look, f)))
		return rc;
	rc = look_record(&look, p->arena, KIND_HOME, p->page.home->id, NULL,
	    &home, f);
	look_end(&look);
	if (!rc)
		*address = record_text(home, HOME_ADDRESS);
	return rc;
}

/* Somebody may have written where they live into a reason. */
static enum rc
check_address(struct packing *p, struct fault *f)
{
	const char *address;
	enum rc rc = home_address(p, &address, f);

	if (rc || !*address ||
	    !strstr(utf8_fold(p->arena, buf_str(p->out)),
		utf8_fold(p->arena, address)))
		return rc;
	return fault_set(f, RC_UNLAWFUL,
	    "a reason in this pack names where they live; write it without, "
	    "and try again");
}

static enum rc
write_all(struct packing *p, uint64_t casefile, struct fault *f)
{
	enum rc rc = hub_record(
	    p->hub, p->arena, KIND_CASEFILE, casefile, &p->casefile, f);

	if (rc ||
	    (rc = hub_person_page(p->hub, p->arena,
		 record_link(p->casefile, CASEFILE_PERSON), &p->page, f)) ||
	    (rc = find_conference(p, f)))
		return rc;
	write_head(p);
	if ((rc = write_person(p, f)) || (rc = write_household(p, f)) ||
	    (rc = write_risk(p, f)))
		return rc;
	rc = write_history(p, f);
	return rc ? rc : check_address(p, f);
}

enum rc
pack_write(
    struct hub *hub, uint64_t casefile, struct buf *out, struct fault *f)
{
	struct packing p = { .hub = hub, .arena = arena_new(), .out = out,
		.ctx = hub_ctx(hub) };
	enum rc rc = write_all(&p, casefile, f);

	arena_free(p.arena);
	return rc;
}
