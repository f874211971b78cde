/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/str.h"
#include "hub/acts/acts.h"
#include "hub/acts/clocking.h"
#include "hub/acts/person.h"
#include "hub/acts/register.h"
#include "hub/doing.h"
#include "hub/hub.h"
#include "hub/slip.h"
#include "model/code.h"

/*
 * What a person asks about her own record: who opened it, a copy, put this
 * right, stop. Asked by any way, without a form and without a reason; answered
 * within the month of the rule, or she is told why it takes longer.
 */

#define VALUES(a) a, sizeof(a) / sizeof((a)[0])

static const struct register_value taking[] = {
	{ "sort", REQUEST_SORT },
	{ "on", REQUEST_ON },
	{ "by", REQUEST_BY },
	{ "text", REQUEST_TEXT },
	{ "known", REQUEST_KNOWN },
};

/* Clocks belong to a case; the newest of hers, if she has one. */
static enum rc
event(struct doing *d, uint64_t person, const char *name, const char *on,
    struct fault *f)
{
	struct record *casefile;
	uint64_t *ids;
	size_t n;
	enum rc rc = doing_children(d, person, KIND_CASEFILE, &ids, &n, f);

	if (rc || !n)
		return rc;
	rc = doing_open(d, KIND_CASEFILE, ids[n - 1], &casefile, f);
	return rc ? rc : clocking_event(d, casefile, name, on, f);
}

static enum rc
take(struct doing *d, struct fault *f)
{
	struct record *person, *r;
	enum rc rc = person_of_slip(d, &person, f);

	if (rc || (rc = doing_make(d, KIND_REQUEST, person->id, 0, &r, f)) ||
	    (rc = register_fill(d, r, VALUES(taking), f)))
		return rc;
	if (!*record_text(r, REQUEST_SORT))
		return fault_set(f, RC_INVALID,
		    "sort: say what they ask for (looked, copy, correction, "
		    "objection ...)");
	record_set_link(r, REQUEST_PERSON, person->id);
	record_set_link(r, REQUEST_WORKER, d->hub->me.id);
	record_set_text(r, REQUEST_STATE, "open");
	register_now(d, r, REQUEST_ON);
	if ((rc = register_due(d, "DP01", r, REQUEST_ON, REQUEST_DUE, f)) ||
	    (rc = event(d, person->id, "request-received",
		 record_text(r, REQUEST_ON), f)))
		return rc;
	d->done->made = r->id;
	doing_say(d, "Saved: they ask for %s. Answer by %.10s.%s",
	    code_label(d->hub->codes, "request", record_text(r, REQUEST_SORT)),
	    record_text(r, REQUEST_DUE),
	    record_flag(r, REQUEST_KNOWN) ? "" : " See first that it is them.");
	return RC_OK;
}

static const struct act_line take_lines[] = {
	{ "person", "who asks, by reference", true },
	{ "sort",
	    "w who saw it, c copy, r put right, o stop, f forget, x other",
	    true },
	{ "text", "what they said", false },
	{ "on", "when it came; now if unsaid", false },
	{ "by", "p phone, l letter, e e-mail ...", false },
	{ "known", "y once it was seen that it is them", false },
	{ NULL, NULL, false },
};

const struct act act_take_request = {
	.tag = ACT_TAKE_REQUEST,
	.name = "take_request",
	.title = "Request taken",
	.help = "Write down what a person asks about her own record.",
	.lines = take_lines,
	.run = take,
};

/* ---- answering ---- */

static const struct register_value answering[] = {
	{ "state", REQUEST_STATE },
	{ "answer", REQUEST_ANSWER },
	{ "why", REQUEST_WHY },
	{ "known", REQUEST_KNOWN },
	{ "on", REQUEST_ANSWERED },
};

/* What each end of it needs to be lawful. */
static enum rc
check_answer(const struct record *r, struct fault *f)
{
	const char *state = record_text(r, REQUEST_STATE);

	if (strcmp(state, "answered") == 0) {
		if (!record_flag(r, REQUEST_KNOWN))
			return fault_set(f, RC_UNLAWFUL,
			    "see first that it is them, then say so (known=y)");
		if (!*record_text(r, REQUEST_ANSWER))
			return fault_set(f, RC_INVALID,
			    "answer: say what was said or given");
		return RC_OK;
	}
	if (!*record_text(r, REQUEST_WHY))
		return fault_set(f, RC_INVALID,
		    "why: say why it takes longer, or why not; they are told");
	return RC_OK;
}

static enum rc
settle(struct doing *d, struct record *r, struct fault *f)
{
	uint64_t person = record_link(r, REQUEST_PERSON);
	enum rc rc;

	if (strcmp(record_text(r, REQUEST_STATE), "extended") == 0) {
		rc = register_due(d, "DP03", r, REQUEST_ON, REQUEST_DUE, f);
		if (!rc)
			rc = event(d, person, "request-extended",
			    record_text(r, REQUEST_ON), f);
		doing_say(d,
		    "Saved: it takes longer, until %.10s; tell them "
		    "why.",
		    record_text(r, REQUEST_DUE));
		return rc;
	}
	register_now(d, r, REQUEST_ANSWERED);
	rc = event(d, person, "request-answered", NULL, f);
	doing_say(d, "Saved the answer.");
	return rc;
}

static enum rc
answer(struct doing *d, struct fault *f)
{
	struct record *person = NULL, *r;
	enum rc rc = RC_OK;

	if (slip_has(d->slip, "person"))
		rc = person_of_slip(d, &person, f);
	if (!rc)
		rc = register_open(d, KIND_REQUEST, "request",
		    person ? person->id : 0, &r, f);
	if (rc)
		return rc;
	record_set_text(r, REQUEST_STATE, "answered");
	if ((rc = register_fill(d, r, VALUES(answering), f)) ||
	    (rc = check_answer(r, f)) || (rc = settle(d, r, f)))
		return rc;
	d->done->made = r->id;
	d->done->person = record_link(r, REQUEST_PERSON);
	return RC_OK;
}

static const struct act_line answer_lines[] = {
	{ "person", "whose; their newest request", false },
	{ "request", "which one, by its number, if not the newest", false },
	{ "answer", "what was said or given", false },
	{ "state", "a answered (if unsaid), l takes longer, n refused", false },
	{ "why", "why longer, or why not", false },
	{ "known", "y once it was seen that it is them", false },
	{ "on", "when; now if unsaid", false },
	{ NULL, NULL, false },
};

const struct act act_answer_request = {
	.tag = ACT_ANSWER_REQUEST,
	.name = "answer_request",
	.title = "Request answered",
	.help = "Answer a request, or say why it takes longer or is refused.",
	.lines = answer_lines,
	.run = answer,
};
