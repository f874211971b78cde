/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/buf.h"
#include "base/day.h"
#include "base/str.h"
#include "base/when.h"
#include "hub/acts/acts.h"
#include "hub/acts/facts.h"
#include "hub/acts/tasks.h"
#include "hub/hub.h"
#include "hub/rules.h"
#include "hub/slip.h"
#include "model/code.h"
#include "model/group.h"

/*
 * A risk conference: referring to it with the criteria that are met, and what
 * came of it. One within twelve months of the last is a repeat, and says so.
 */

#define REPEAT_DAYS 365

/* ---- referring ---- */

/* The latest assessment; 0 when risk was never gone through. */
static enum rc
latest_risk(struct doing *d, uint64_t casefile, uint64_t *risk,
    struct fault *f)
{
	uint64_t *ids;
	size_t n;
	enum rc rc = doing_children(d, casefile, KIND_RISK, &ids, &n, f);

	*risk = !rc && n ? ids[n - 1] : 0;
	return rc;
}

/* One that was referred and not yet heard. */
static enum rc
find_pending(struct doing *d, uint64_t casefile, struct record **found,
    struct fault *f)
{
	struct record *r;
	uint64_t *ids;
	size_t n;
	enum rc rc =
	    doing_children(d, casefile, KIND_CONFERENCE, &ids, &n, f);

	*found = NULL;
	for (size_t i = 0; i < n && !rc; i++) {
		const char *state;

		rc = doing_peek(d, KIND_CONFERENCE, ids[i], &r, f);
		state = !rc && r ? record_text(r, CONFERENCE_STATE) : "";
		if (strcmp(state, "referred") == 0 ||
		    strcmp(state, "listed") == 0)
			*found = r;
	}
	return rc;
}

/* The criteria of the rules that held for the assessment or hold now. */
static void
criteria_by_rule(struct doing *d, struct record *r,
    const struct record *casefile, const struct record *risk)
{
	const struct rules *rules = d->hub->rules;

	for (size_t i = 0; i < rules_risk_count(rules); i++) {
		const struct risk_rule *rule = rules_risk_nth(rules, i);

		if (record_has_code(casefile, CASEFILE_RULES, rule->id) ||
		    (risk && record_has_code(risk, RISK_RULES, rule->id)))
			facts_add_code(r, CONFERENCE_WHY, rule->criterion);
	}
}

static enum rc
set_criteria(struct doing *d, struct record *r, const struct record *casefile,
    struct fault *f)
{
	const char *said = slip_text(d->slip, "why");
	struct record *risk = NULL;
	uint64_t id = record_link(r, CONFERENCE_RISK);
	enum rc rc = RC_OK;

	if (id)
		rc = doing_peek(d, KIND_RISK, id, &risk, f);
	if (!rc)
		rc = doing_set(d, r, CONFERENCE_WHY, said, f);
	if (rc)
		return rc;
	if (str_is_blank(said))
		criteria_by_rule(d, r, casefile, risk);
	if (record_flag(r, CONFERENCE_REPEAT))
		facts_add_code(r, CONFERENCE_WHY, "r");
	if (!*record_text(r, CONFERENCE_REASON) && risk)
		record_set_text(
		    r, CONFERENCE_REASON, record_text(risk, RISK_RAISED));
	if (!*record_text(r, CONFERENCE_WHY) ||
	    record_text(r, CONFERENCE_WHY)[0] == '?')
		return fault_set(f, RC_INVALID,
		    "why: no rule finds a criterion; say one: v visible high "
		    "risk, j judgement, e may escalate, r repeat");
	if (record_has_code(r, CONFERENCE_WHY, "j") &&
	    !*record_text(r, CONFERENCE_REASON))
		return fault_set(f, RC_INVALID,
		    "reason: a referral on judgement says why");
	return RC_OK;
}

static enum rc
write_referral(struct doing *d, struct record *casefile, bool repeat,
    struct record **to, struct fault *f)
{
	const char *sort = slip_text(d->slip, "sort");
	struct record *r;
	uint64_t risk;
	char now[24];
	enum rc rc = latest_risk(d, casefile->id, &risk, f);

	if (!rc)
		rc = doing_make(d, KIND_CONFERENCE,
		    record_link(casefile, CASEFILE_PERSON), 0, to, f);
	if (rc)
		return rc;
	r = *to;
	doing_now(d, now);
	record_set_link(r, CONFERENCE_CASEFILE, casefile->id);
	record_set_text(r, CONFERENCE_STATE, "referred");
	record_set_text(r, CONFERENCE_REFERRED, now);
	record_set_link(r, CONFERENCE_RISK, risk);
	record_set_flag(r, CONFERENCE_REPEAT, repeat);
	record_set_link(r, CONFERENCE_WORKER, d->hub->me.id);
	if ((rc = doing_set(d, r, CONFERENCE_SORT,
		 str_is_blank(sort) ? "marac" : sort, f)) ||
	    (rc = doing_set(d, r, CONFERENCE_REASON,
		 slip_text(d->slip, "reason"), f)) ||
	    (rc = doing_set(
		 d, r, CONFERENCE_ON, slip_text(d->slip, "on"), f)))
		return rc;
	if (!code_by(d->hub->codes, "conference",
		record_text(r, CONFERENCE_SORT)))
		return fault_set(
		    f, RC_INVALID, "sort: marac, asb or other");
	return set_criteria(d, r, casefile, f);
}

static enum rc
refer(struct doing *d, struct fault *f)
{
	struct record *casefile, *r;
	struct facts facts;
	bool repeat;
	enum rc rc = doing_casefile(d, &casefile, f);

	if (rc || (rc = find_pending(d, casefile->id, &r, f)))
		return rc;
	if (r)
		return fault_set(f, RC_UNLAWFUL,
		    "it was referred already and not yet heard; "
		    "record_conference says when it meets, and what came of "
		    "it");
	if ((rc = facts_gather(d, casefile, &facts, f)))
		return rc;
	repeat = facts.conference_day &&
	    moment_day(facts.now_ms) - facts.conference_day <= REPEAT_DAYS;
	if ((rc = write_referral(d, casefile, repeat, &r, f)) ||
	    (rc = task_end(d, casefile, "conference", NULL, f)))
		return rc;
	d->done->made = r->id;
	d->done->casefile = casefile->id;
	doing_say(d, "Referred to %s%s. Print the pack: handrailctl pack.",
	    code_label(d->hub->codes, "conference",
		record_text(r, CONFERENCE_SORT)),
	    repeat ? ", as a repeat within twelve months" : "");
	return RC_OK;
}

/* ---- what came of it ---- */

/* "what / who / by when", as it is typed on one line. */
static enum rc
add_action(struct doing *d, struct record *r, const char *text,
    struct fault *f)
{
	struct group *g = group_new(d->arena);
	struct group_row *row;
	struct buf value = { 0 };
	struct span had, part;
	char iso[WHEN_ROOM];
	unsigned tag = CONFERENCE_ACTION_WHAT;
	enum rc rc = RC_OK;

	if (record_get(r, CONFERENCE_ACTIONS, &had))
		rc = group_decode(d->arena, had, &g, f);
	if (rc)
		return rc;
	row = group_add(g);
	for (const char *rest = text; str_part(&rest, '/', &part) &&
	     tag <= CONFERENCE_ACTION_DUE;
	     tag++) {
		const char *one =
		    arena_span(d->arena, str_trimmed(part)).at;

		if (tag != CONFERENCE_ACTION_DUE)
			group_set_text(g, row, tag, one);
		else if ((rc = when_parse(one, hub_now(d->hub), WHEN_FUTURE,
			      iso, f)))
			return rc;
		else
			group_set_text(g, row, tag, iso);
	}
	group_encode(g, &value);
	record_set(r, CONFERENCE_ACTIONS, buf_window(&value));
	buf_wipe(&value);
	return RC_OK;
}

/* Heard asks for what came of it; listed for when it meets. */
static enum rc
set_state(struct doing *d, struct record *r, struct fault *f)
{
	const char *state = slip_text(d->slip, "state");
	const char *outcome = slip_text(d->slip, "outcome");
	const char *on = slip_text(d->slip, "on");

	if (str_is_blank(state))
		state = !str_is_blank(outcome) ? "heard" :
		    !str_is_blank(on)	       ? "listed" :
						 "";
	if (*state && !code_by(d->hub->codes, "conference-state", state))
		return fault_set(f, RC_INVALID,
		    "state: referred, listed, heard or back, not \"%s\"",
		    state);
	if (strcmp(state, "heard") == 0 && str_is_blank(outcome))
		return fault_set(f, RC_INVALID,
		    "outcome: it was heard; say what came of it");
	return doing_set(d, r, CONFERENCE_STATE, state, f);
}

static enum rc
record(struct doing *d, struct fault *f)
{
	struct record *casefile, *r;
	enum rc rc = doing_casefile(d, &casefile, f);

	if (rc || (rc = find_pending(d, casefile->id, &r, f)))
		return rc;
	if (!r)
		return fault_set(f, RC_UNLAWFUL,
		    "nothing is referred that was not heard yet; "
		    "refer_conference comes first");
	if ((rc = doing_open(d, KIND_CONFERENCE, r->id, &r, f)) ||
	    (rc = set_state(d, r, f)) ||
	    (rc = doing_set(
		 d, r, CONFERENCE_ON, slip_text(d->slip, "on"), f)) ||
	    (rc = doing_set(d, r, CONFERENCE_OUTCOME,
		 slip_text(d->slip, "outcome"), f)))
		return rc;
	if (slip_has(d->slip, "action") &&
	    (rc = add_action(d, r, slip_text(d->slip, "action"), f)))
		return rc;
	d->done->made = r->id;
	d->done->casefile = casefile->id;
	doing_say(d, "Saved: the conference is %s.",
	    code_label(d->hub->codes, "conference-state",
		record_text(r, CONFERENCE_STATE)));
	return RC_OK;
}

static const struct act_line refer_lines[] = {
	{ "casefile", "which case, by its reference", true },
	{ "sort", "marac, asb or other; marac if unsaid", false },
	{ "why", "v visible high risk, j judgement, e may escalate, r repeat; "
		 "by the rules if unsaid", false },
	{ "reason", "what you judge, in words; needed with j", false },
	{ "on", "when it meets, if that is known", false },
	{ NULL, NULL, false },
};

static const struct act_line record_lines[] = {
	{ "casefile", "which case, by its reference", true },
	{ "on", "when it meets, or met", false },
	{ "outcome", "what came of it", false },
	{ "action", "what / who / by when; one each time", false },
	{ "state", "listed, heard or back; worked out if unsaid", false },
	{ NULL, NULL, false },
};

const struct act act_refer_conference = {
	.tag = ACT_REFER_CONFERENCE,
	.name = "refer_conference",
	.title = "Referred to a risk conference",
	.help = "Refer to MARAC or another risk conference, with the criteria.",
	.lines = refer_lines,
	.run = refer,
};

const struct act act_record_conference = {
	.tag = ACT_RECORD_CONFERENCE,
	.name = "record_conference",
	.title = "Risk conference",
	.help = "Write down when a conference meets, what was agreed, and what "
		"came of it.",
	.lines = record_lines,
	.run = record,
};
