/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/str.h"
#include "hub/acts/acts.h"
#include "hub/acts/choosing.h"
#include "hub/acts/casework.h"
#include "hub/acts/tasks.h"
#include "hub/hub.h"
#include "hub/slip.h"
#include "model/code.h"

/* What becomes of a referral: the answer, the asking again, what came of it. */

static const struct choice which = {
	.slip = "referral",
	.what = "referral",
	.kind = KIND_REFERRAL,
	.casefile = REFERRAL_CASEFILE,
	.by = { REFERRAL_SERVICE },
	.over = REFERRAL_CLOSED,
};

static const char *
called(struct doing *d, const struct record *r)
{
	return code_label(
	    d->hub->codes, "service", record_text(r, REFERRAL_SERVICE));
}

static bool
is(const struct record *r, const char *state)
{
	return strcmp(record_text(r, REFERRAL_STATE), state) == 0;
}

/* The promise to ask again. Several may be out: one that names another service
 * stays. */
struct waiting {
	const char *service;
	bool named; /* the referral says to which entry it went */
};

static bool
is_wait(const struct record *task, void *arg)
{
	const struct waiting *w = arg;
	const char *text = record_text(task, TASK_TEXT);

	return strcmp(record_text(task, TASK_WHAT), "referral-reply") == 0 &&
	       (w->named || !*text || str_starts(text, w->service));
}

/* It is kept by a reply, whatever it says. */
static enum rc
stop_waiting(struct doing *d, const struct record *casefile,
    const struct record *r, struct fault *f)
{
	struct waiting w = { .service = called(d, r),
		.named = record_link(r, REFERRAL_TO) != 0 };

	return task_end_those(d, casefile, is_wait, &w, NULL, f);
}

/* ---- the answer ---- */

static const struct answer {
	const char *state;
	const char *wants; /* a line without which it is no answer */
	uint16_t has;
	bool ends;
	const char *next; /* the task that follows; NULL: none */
	const char *when;
} answers[] = {
	{ "accepted", NULL, 0, false, NULL, NULL },
	{ "waiting", "expected", REFERRAL_EXPECTED, false, "referral-reply",
	    NULL },
	{ "declined", "reason", REFERRAL_REASON, true, "referral", "1d" },
	{ "refused", NULL, 0, true, NULL, NULL },
	{ "withdrawn", "reason", REFERRAL_REASON, true, NULL, NULL },
};

static const struct set_line answer_set[] = {
	{ "reason", REFERRAL_REASON },
	{ "place", REFERRAL_PLACE },
	{ "expected", REFERRAL_EXPECTED },
};

static enum rc
find_answer(const struct doing *d, const struct record *r,
    const struct answer **a, struct fault *f)
{
	const char *state = slip_text(d->slip, "state");

	if (is(r, "queued") && strcmp(state, "withdrawn") != 0)
		return fault_set(f, RC_UNLAWFUL,
		    "this referral was never sent; refer_out sends it");
	if (is(r, "done") || is(r, "declined") || is(r, "refused") ||
	    is(r, "withdrawn"))
		return fault_set(f, RC_UNLAWFUL,
		    "this referral is over; refer_out makes a new one");
	for (size_t i = 0; i < sizeof(answers) / sizeof(answers[0]); i++)
		if (strcmp(answers[i].state, state) == 0) {
			*a = &answers[i];
			return RC_OK;
		}
	return fault_set(f, RC_INVALID,
	    "state: say accepted, waiting, declined, refused (by the person) "
	    "or withdrawn");
}

static enum rc
follow(struct doing *d, const struct record *casefile, const struct record *r,
    const struct answer *a, struct fault *f)
{
	char day[24];
	enum rc rc;

	if (!a->next)
		return RC_OK;
	if (!a->when)
		return task_make(d, casefile, a->next,
		    record_text(r, REFERRAL_EXPECTED),
		    arena_printf(
			d->arena, "%s: waiting list", called(d, r)),
		    f);
	if ((rc = task_day(d, a->when, day, f)))
		return rc;
	return task_make(d, casefile, a->next, day,
	    arena_printf(d->arena, "%s said no: who else?", called(d, r)), f);
}

static enum rc
answer(struct doing *d, struct fault *f)
{
	const struct answer *a;
	struct record *casefile, *r;
	char now[24];
	enum rc rc;

	d->strict = true;
	if ((rc = choose(d, &which, &casefile, &r, f)) ||
	    (rc = find_answer(d, r, &a, f)) ||
	    (rc = set_lines(d, r, answer_set,
		 sizeof(answer_set) / sizeof(answer_set[0]), f)))
		return rc;
	if (a->has && !*record_text(r, a->has))
		return fault_set(f, RC_INVALID, "%s: say it, for them", a->wants);
	doing_now(d, now);
	record_set_text(r, REFERRAL_STATE, a->state);
	record_set_text(r, REFERRAL_ANSWERED, now);
	if (a->ends)
		record_set_text(r, REFERRAL_CLOSED, now);
	doing_say(d, "%s: %s.", called(d, r),
	    code_label(d->hub->codes, "referral-state", a->state));
	if ((rc = stop_waiting(d, casefile, r, f)))
		return rc;
	return follow(d, casefile, r, a, f);
}

/* ---- asking again ---- */

#define CHASE_AGAIN "2d"

static enum rc
chase(struct doing *d, struct fault *f)
{
	const char *again = slip_text(d->slip, "again");
	struct record *casefile, *r;
	char now[24];
	enum rc rc;

	d->strict = true;
	if ((rc = choose(d, &which, &casefile, &r, f)))
		return rc;
	if (!is(r, "sent") && !is(r, "waiting"))
		return fault_set(f, RC_UNLAWFUL,
		    "only one that was sent and not answered can be chased");
	doing_now(d, now);
	record_set_text(r, REFERRAL_CHASED, now);
	record_set_number(
	    r, REFERRAL_CHASES, record_number(r, REFERRAL_CHASES) + 1);
	if ((rc = doing_set(d, r, REFERRAL_REPLY_DUE,
		 str_is_blank(again) ? CHASE_AGAIN : again, f)) ||
	    (rc = stop_waiting(d, casefile, r, f)))
		return rc;
	doing_say(d, "Asked %s again; a reply is wanted by %s.", called(d, r),
	    told_day(d, record_text(r, REFERRAL_REPLY_DUE)));
	return task_make(d, casefile, "referral-reply",
	    record_text(r, REFERRAL_REPLY_DUE),
	    arena_printf(d->arena, "%s: no reply yet, asked %d times",
		called(d, r), (int)record_number(r, REFERRAL_CHASES)),
	    f);
}

/* ---- what came of it ---- */

/* Each telling stands under the last, with its day. */
static void
add_feedback(struct doing *d, struct record *r, const char *text)
{
	struct buf all = { 0 };
	char now[24];

	doing_now(d, now);
	if (*record_text(r, REFERRAL_FEEDBACK))
		buf_printf(&all, "%s\n", record_text(r, REFERRAL_FEEDBACK));
	buf_printf(&all, "%.10s: %s", now, text);
	record_set_text(r, REFERRAL_FEEDBACK, buf_str(&all));
	buf_wipe(&all);
}

static enum rc
feedback(struct doing *d, struct fault *f)
{
	const char *text = slip_text(d->slip, "feedback");
	struct record *casefile, *r;
	char now[24];
	enum rc rc;

	d->strict = true;
	if ((rc = choose(d, &which, &casefile, &r, f)) ||
	    (rc = doing_set(d, r, REFERRAL_OUTCOME,
		 slip_text(d->slip, "outcome"), f)))
		return rc;
	if (is(r, "queued"))
		return fault_set(f, RC_UNLAWFUL,
		    "this referral was never sent; refer_out sends it");
	if (!str_is_blank(text))
		add_feedback(d, r, text);
	if (!slip_has(d->slip, "outcome")) {
		doing_say(d, "Saved what %s said.", called(d, r));
		return RC_OK;
	}
	doing_now(d, now);
	record_set_text(r, REFERRAL_STATE, "done");
	record_set_text(r, REFERRAL_CLOSED, now);
	doing_say(d, "%s is done: %s.", called(d, r),
	    code_label(d->hub->codes, "referral-outcome",
		record_text(r, REFERRAL_OUTCOME)));
	return stop_waiting(d, casefile, r, f);
}

/* clang-format off */
#define WHICH \
	{ "casefile", "which case, by its reference", false }, \
	{ "referral", "which, by the service's code or from 1; the only one if unsaid", false }

static const struct act_line answer_lines[] = {
	WHICH,
	{ "state", "accepted, waiting, declined, refused by the person, withdrawn", true },
	{ "reason", "why it was declined, or what was agreed", false },
	{ "place", "the place on the waiting list", false },
	{ "expected", "when they expect to begin", false },
	{ NULL, NULL, false },
};

static const struct act_line chase_lines[] = {
	WHICH,
	{ "again", "when a reply is wanted now; two days if unsaid", false },
	{ NULL, NULL, false },
};

static const struct act_line feedback_lines[] = {
	WHICH,
	{ "feedback", "what the service or the person told us", false },
	{ "outcome", "what came of it; that ends the referral", false },
	{ NULL, NULL, false },
};
/* clang-format on */

const struct act act_answer_referral = {
	.tag = ACT_ANSWER_REFERRAL,
	.name = "answer_referral",
	.verb = "refer_out",
	.title = "Referral answered",
	.help = "Write down what a service answered to a referral.",
	.lines = answer_lines,
	.run = answer,
};

const struct act act_chase_referral = {
	.tag = ACT_CHASE_REFERRAL,
	.name = "chase_referral",
	.verb = "refer_out",
	.title = "Referral chased",
	.help = "Ask a service again for its answer.",
	.lines = chase_lines,
	.run = chase,
};

const struct act act_feedback_referral = {
	.tag = ACT_FEEDBACK_REFERRAL,
	.name = "feedback_referral",
	.verb = "refer_out",
	.title = "Referral feedback",
	.help = "Write down what was told since a referral, and how it ended.",
	.lines = feedback_lines,
	.run = feedback,
};
