/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/str.h"
#include "hub/acts/acts.h"
#include "hub/acts/clocking.h"
#include "hub/acts/register.h"
#include "hub/doing.h"
#include "hub/hub.h"
#include "hub/slip.h"
#include "model/code.h"

/*
 * Somebody is not content. About us, it is answered in full, or acknowledged
 * with a date, within the days of the rule; about another body, it is passed on
 * and they are told. Whoever is still not content with the answer is told where
 * to go next: a second look, and then the ombudsman.
 */

#define VALUES(a) a, sizeof(a) / sizeof((a)[0])

static bool
is_ours(const struct record *complaint)
{
	const char *about = record_text(complaint, COMPLAINT_ABOUT);

	return strcmp(about, "hub") == 0 || strcmp(about, "service") == 0;
}

/* Without a case it is nobody's; then there is no clock, only a day. */
static enum rc
event(struct doing *d, const struct record *casefile, const char *name,
    const char *on, struct fault *f)
{
	return casefile ? clocking_event(d, casefile, name, on, f) : RC_OK;
}

static void
tell(struct doing *d, const struct record *complaint,
    const struct record *casefile)
{
	d->done->made = complaint->id;
	if (!casefile)
		return;
	d->done->casefile = casefile->id;
	d->done->person = record_link(casefile, CASEFILE_PERSON);
}

/* The case the complaint belongs to, if it belongs to one. */
static enum rc
case_of(struct doing *d, const struct record *complaint, struct record **r,
    struct fault *f)
{
	uint64_t id = record_link(complaint, COMPLAINT_CASEFILE);

	*r = NULL;
	return id ? doing_open(d, KIND_CASEFILE, id, r, f) : RC_OK;
}

/* ---- taking one ---- */

static const struct register_value taking[] = {
	{ "about", COMPLAINT_ABOUT },
	{ "sort", COMPLAINT_SORT },
	{ "on", COMPLAINT_ON },
	{ "by", COMPLAINT_BY },
	{ "who", COMPLAINT_WHO },
	{ "text", COMPLAINT_TEXT },
};

static enum rc
check_taken(const struct record *c, struct fault *f)
{
	if (!*record_text(c, COMPLAINT_ABOUT))
		return fault_set(f, RC_INVALID,
		    "about: say whom it is about (hub, police, cps ...)");
	if (!*record_text(c, COMPLAINT_SORT))
		return fault_set(f, RC_INVALID, "sort: say what it is about");
	return RC_OK;
}

/* Which rule answers it, and what its clock hears of. */
static enum rc
start_limit(struct doing *d, struct record *c, const struct record *casefile,
    struct fault *f)
{
	bool data = strcmp(record_text(c, COMPLAINT_SORT), "data") == 0;
	const char *rule = data ? "DP02" : is_ours(c) ? "VC32" : "VC33";
	const char *name = data         ? "data-complaint-received"
			   : is_ours(c) ? "complaint-received"
					: "complaint-misdirected";
	enum rc rc;

	record_set_text(c, COMPLAINT_RULE, rule);
	rc = register_due(d, rule, c, COMPLAINT_ON, COMPLAINT_DUE, f);
	return rc ? rc
		  : event(d, casefile, name, record_text(c, COMPLAINT_ON), f);
}

static enum rc
take(struct doing *d, struct fault *f)
{
	struct record *casefile = NULL, *c;
	enum rc rc = RC_OK;

	if (slip_has(d->slip, "casefile"))
		rc = doing_casefile(d, &casefile, f);
	if (!rc)
		rc = doing_make(d, KIND_COMPLAINT,
		    casefile ? record_link(casefile, CASEFILE_PERSON) : 0, 0,
		    &c, f);
	if (rc || (rc = register_fill(d, c, VALUES(taking), f)) ||
	    (rc = check_taken(c, f)))
		return rc;
	if (casefile)
		record_set_link(c, COMPLAINT_CASEFILE, casefile->id);
	record_set_link(c, COMPLAINT_WORKER, d->hub->me.id);
	record_set_text(c, COMPLAINT_STAGE, "received");
	register_now(d, c, COMPLAINT_ON);
	if ((rc = start_limit(d, c, casefile, f)))
		return rc;
	tell(d, c, casefile);
	doing_say(d, "Saved the complaint. %s %.10s.",
	    is_ours(c) ? "To be answered by" : "To be passed on,",
	    *record_text(c, COMPLAINT_DUE) ? record_text(c, COMPLAINT_DUE)
					   : "at once");
	return RC_OK;
}

static const struct act_line take_lines[] = {
	{ "casefile", "whose case, by its reference; none if nobody's", false },
	{ "about", "whom it is about: hub, police, cps, court ...", true },
	{ "sort", "what it is about: delay, attitude, data ...", true },
	{ "text", "what they said", false },
	{ "on", "when it came; now if unsaid", false },
	{ "by", "p phone, l letter, e e-mail ...", false },
	{ "who", "who complains, when it is not the person of the case",
	    false },
	{ NULL, NULL, false },
};

const struct act act_take_complaint = {
	.tag = ACT_TAKE_COMPLAINT,
	.name = "take_complaint",
	.title = "Complaint taken",
	.help = "Write down that somebody is not content; its clock starts.",
	.lines = take_lines,
	.run = take,
};

/* ---- what may be done with one ---- */

static enum rc
open_one(struct doing *d, struct record **c, struct record **casefile,
    struct fault *f)
{
	enum rc rc = RC_OK;

	*casefile = NULL;
	if (slip_has(d->slip, "casefile"))
		rc = doing_casefile(d, casefile, f);
	if (!rc)
		rc = register_open(d, KIND_COMPLAINT, "complaint",
		    *casefile ? (*casefile)->id : 0, c, f);
	return rc ? rc : case_of(d, *c, casefile, f);
}

/* ---- answering ---- */

static const struct register_value answering[] = {
	{ "result", COMPLAINT_RESULT },
	{ "on", COMPLAINT_REPLIED },
};

/* Told that it came, and the day it will be answered by. */
static enum rc
acknowledge(struct doing *d, struct record *c, struct fault *f)
{
	enum rc rc =
	    doing_set(d, c, COMPLAINT_DUE, slip_text(d->slip, "expected"), f);

	record_set_text(c, COMPLAINT_STAGE, "acknowledged");
	register_now(d, c, COMPLAINT_ACKNOWLEDGED);
	doing_say(d, "Saved: acknowledged, to be answered by %.10s.",
	    record_text(c, COMPLAINT_DUE));
	return rc;
}

static enum rc
reply(struct doing *d, struct record *c, struct fault *f)
{
	enum rc rc = register_fill(d, c, VALUES(answering), f);

	if (!rc && !*record_text(c, COMPLAINT_RESULT))
		return fault_set(f, RC_INVALID,
		    "result: say what the answer is, or give the day it will "
		    "come (expected)");
	record_set_text(c, COMPLAINT_STAGE, "replied");
	register_now(d, c, COMPLAINT_REPLIED);
	doing_say(d, "Saved the answer. If they are not content, raise it.");
	return rc;
}

static enum rc
answer(struct doing *d, struct fault *f)
{
	struct record *c, *casefile;
	bool later = slip_has(d->slip, "expected");
	enum rc rc = open_one(d, &c, &casefile, f);

	if (rc)
		return rc;
	if (!is_ours(c))
		return fault_set(f, RC_UNLAWFUL,
		    "this is about somebody else: pass it on "
		    "(pass_complaint), they answer it");
	if ((rc = later ? acknowledge(d, c, f) : reply(d, c, f)))
		return rc;
	rc = event(d, casefile, "complaint-answered", NULL, f);
	if (!rc)
		rc = event(d, casefile, "data-complaint-acknowledged", NULL, f);
	tell(d, c, casefile);
	return rc;
}

static const struct act_line answer_lines[] = {
	{ "casefile", "whose case; their newest complaint", false },
	{ "complaint", "which one, by its number, if not the newest", false },
	{ "result", "the answer", false },
	{ "expected", "or: the day it will be answered by, as they were told",
	    false },
	{ "on", "when it went; now if unsaid", false },
	{ NULL, NULL, false },
};

const struct act act_answer_complaint = {
	.tag = ACT_ANSWER_COMPLAINT,
	.name = "answer_complaint",
	.title = "Complaint answered",
	.help = "Write down the answer, or that it came and when it is due.",
	.lines = answer_lines,
	.run = answer,
};

/* ---- passing on ---- */

static enum rc
pass(struct doing *d, struct fault *f)
{
	struct record *c, *casefile;
	enum rc rc = open_one(d, &c, &casefile, f);

	if (rc)
		return rc;
	if (!slip_has(d->slip, "to"))
		return fault_set(f, RC_INVALID,
		    "to: say whom it was passed to");
	if ((rc = doing_set(d, c, COMPLAINT_PASSED, slip_text(d->slip, "to"),
		 f)))
		return rc;
	record_set_text(c, COMPLAINT_STAGE, "closed");
	register_now(d, c, COMPLAINT_ACKNOWLEDGED);
	rc = event(d, casefile, "complaint-passed", NULL, f);
	tell(d, c, casefile);
	doing_say(d, "Saved: passed on. Tell them whom to (letter "
		     "complaint-passed).");
	return rc;
}

static const struct act_line pass_lines[] = {
	{ "casefile", "whose case; their newest complaint", false },
	{ "complaint", "which one, by its number, if not the newest", false },
	{ "to", "whom it was passed to", true },
	{ NULL, NULL, false },
};

const struct act act_pass_complaint = {
	.tag = ACT_PASS_COMPLAINT,
	.name = "pass_complaint",
	.title = "Complaint passed on",
	.help = "Pass a complaint to the body that must answer it.",
	.lines = pass_lines,
	.run = pass,
};

/* ---- still not content ---- */

/* From where to where; a review comes before the ombudsman. */
static const struct {
	const char *to, *from, *words;
} steps[] = {
	{ "review", "replied", "Somebody who had no part in it looks at it." },
	{ "ombudsman", "review",
	    "They were told of the ombudsman and how to go there." },
};

static enum rc
raise_it(struct doing *d, struct fault *f)
{
	struct record *c, *casefile;
	const char *to = slip_text(d->slip, "to");
	size_t i = 0;
	enum rc rc = open_one(d, &c, &casefile, f);

	if (rc)
		return rc;
	while (i < 2 && !str_ieq(to, steps[i].to))
		i++;
	if (i == 2)
		return fault_set(f, RC_INVALID,
		    "to: review or ombudsman, not \"%s\"", to);
	if (strcmp(record_text(c, COMPLAINT_STAGE), steps[i].from) != 0)
		return fault_set(f, RC_UNLAWFUL,
		    "it is %s; %s comes after it was %s",
		    code_label(d->hub->codes, "complaint-stage",
			record_text(c, COMPLAINT_STAGE)),
		    steps[i].to, i == 0 ? "answered" : "reviewed");
	record_set_text(c, COMPLAINT_STAGE, steps[i].to);
	rc = doing_set(d, c, COMPLAINT_REVIEW, slip_text(d->slip, "why"), f);
	if (!rc)
		rc = event(d, casefile, "complaint-unresolved", NULL, f);
	if (!rc && i == 1)
		rc = event(d, casefile, "ombudsman-signposted", NULL, f);
	tell(d, c, casefile);
	doing_say(d, "Saved. %s", steps[i].words);
	return rc;
}

static const struct act_line raise_lines[] = {
	{ "casefile", "whose case; their newest complaint", false },
	{ "complaint", "which one, by its number, if not the newest", false },
	{ "to", "review, or ombudsman", true },
	{ "why", "what does not content them", false },
	{ NULL, NULL, false },
};

const struct act act_raise_complaint = {
	.tag = ACT_RAISE_COMPLAINT,
	.name = "raise_complaint",
	.title = "Complaint raised",
	.help = "A second look, and then the ombudsman.",
	.lines = raise_lines,
	.run = raise_it,
};
