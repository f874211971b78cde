/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/arena.h"
#include "base/str.h"
#include "hub/act.h"
#include "hub/access.h"
#include "hub/acts/acts.h"
#include "hub/acts/choosing.h"
#include "hub/acts/casework.h"
#include "hub/acts/tasks.h"
#include "hub/hub.h"
#include "hub/planbook.h"
#include "hub/slip.h"
#include "model/code.h"

/*
 * Work at a home, from asking for it to looking again afterwards. Who may have
 * it is data (data/plans); what may follow what is the table here.
 */

static const struct set_line order_lines[] = {
	{ "items", ORDER_ITEMS },
	{ "by", ORDER_BY },
	{ "quote", ORDER_QUOTE },
	{ "from", ORDER_FROM },
	{ "purpose", ORDER_PURPOSE },
	{ "override", ORDER_OVERRIDE },
	{ "visit", ORDER_VISIT },
	{ "cost", ORDER_COST },
	{ "result", ORDER_RESULT },
};

#define ORDER_LINES (sizeof(order_lines) / sizeof(order_lines[0]))

/* Why they may have it; a supervisor may say so against the criteria. */
static enum rc
judge(struct doing *d, const struct record *casefile, struct record *order,
    struct fault *f)
{
	const struct planbook *book = d->hub->planbook;
	struct record *person;
	struct buf codes = { 0 }, all = { 0 };
	enum rc rc = doing_peek(d, KIND_PERSON,
	    record_link(casefile, CASEFILE_PERSON), &person, f);

	if (rc)
		return rc;
	if (planbook_criteria(book, casefile, person, hub_now(d->hub), &codes,
		NULL)) {
		record_set_text(order, ORDER_WHY, buf_str(&codes));
	} else if (!*record_text(order, ORDER_OVERRIDE)) {
		planbook_all_criteria(book, &all);
		rc = fault_set(f, RC_UNLAWFUL,
		    "none of the criteria holds on this case (%s); write what "
		    "is true on the case, or a supervisor gives a reason "
		    "(override)",
		    buf_str(&all));
	} else if (!access_may(d->hub->access, d->hub->me.role, "override")) {
		rc = access_refuse(
		    d->hub->access, d->hub->me.role, "override", f);
	} else {
		record_set_text(order, ORDER_WHY, "override");
	}
	buf_release(&codes);
	buf_release(&all);
	return rc;
}

/* Somebody comes to their home: they must have said yes. */
static enum rc
check_consent(const struct record *casefile, struct fault *f)
{
	if (record_has_code(casefile, CASEFILE_CONSENT, "f") ||
	    record_has_code(casefile, CASEFILE_CONSENT, "g"))
		return RC_OK;
	return fault_set(f, RC_UNLAWFUL,
	    "somebody will come to their home: ask them, and write down their "
	    "consent (f or g) first");
}

static enum rc
order(struct doing *d, struct fault *f)
{
	struct record *casefile, *r;
	char now[24], due[24];
	enum rc rc = doing_casefile(d, &casefile, f);

	d->strict = true;
	if (rc || (rc = check_consent(casefile, f)) ||
	    (rc = case_child(
		 d, KIND_ORDER, casefile, ORDER_CASEFILE, &r, f)) ||
	    (rc = set_lines(d, r, order_lines, ORDER_LINES, f)))
		return rc;
	if (!*record_text(r, ORDER_ITEMS))
		return fault_set(f, RC_INVALID,
		    "items: say what is to be fitted or mended");
	doing_now(d, now);
	record_set_text(r, ORDER_ASKED, now);
	record_set_text(
	    r, ORDER_STATE, *record_text(r, ORDER_QUOTE) ? "quoted" : "asked");
	if (!*record_text(r, ORDER_BY))
		record_set_text(r, ORDER_BY, "LOC");
	record_set_link(r, ORDER_WORKER, d->hub->me.id);
	if ((rc = judge(d, casefile, r, f)) || (rc = task_day(d, "3d", due, f)))
		return rc;
	doing_say(d, "Asked for. Why they may have it: %s.",
	    strcmp(record_text(r, ORDER_WHY), "override") == 0 ?
		"decided by a supervisor" :
		record_text(r, ORDER_WHY));
	return task_make(d, casefile, "order", due,
	    code_label(d->hub->codes, "hardening", record_text(r, ORDER_ITEMS)),
	    f);
}

/* ---- how it goes on ---- */

static const struct step {
	const char *to;
	const char *from; /* the states it may follow */
	const char *wants; /* a line of the slip, or of the record before */
	uint16_t has;
	bool approval;
} steps[] = {
	{ "quoted", "asked quoted refused", "quote", ORDER_QUOTE, false },
	{ "approved", "asked quoted", "quote", ORDER_QUOTE, true },
	{ "refused", "asked quoted", NULL, 0, true },
	{ "ordered", "approved", NULL, 0, false },
	{ "booked", "approved ordered booked", "visit", ORDER_VISIT, false },
	{ "done", "ordered booked approved", NULL, 0, false },
	{ "failed", "ordered booked", "result", ORDER_RESULT, false },
	{ "withdrawn", "asked quoted approved ordered booked failed", NULL, 0,
	    false },
};

static bool
is_word_of(const char *words, const char *word)
{
	struct span one;

	while (str_word(&words, &one))
		if (span_eq(one, span_str(word)))
			return true;
	return false;
}

static enum rc
find_step(struct doing *d, const struct record *r, const char *to,
    const struct step **step, struct fault *f)
{
	const char *from = record_text(r, ORDER_STATE);
	struct buf open = { 0 };
	enum rc rc;

	for (size_t i = 0; i < sizeof(steps) / sizeof(steps[0]); i++) {
		if (!is_word_of(steps[i].from, from))
			continue;
		if (strcmp(steps[i].to, to) == 0) {
			*step = &steps[i];
			buf_release(&open);
			return RC_OK;
		}
		buf_printf(&open, "%s%s", open.len ? ", " : "", steps[i].to);
	}
	rc = fault_set(f, RC_UNLAWFUL,
	    "this work is \"%s\"; from there it can be: %s",
	    code_label(d->hub->codes, "order-state", from),
	    open.len ? buf_str(&open) : "nothing more");
	buf_release(&open);
	return rc;
}

/* When each state was reached. */
static void
stamp(struct doing *d, struct record *r, const char *state)
{
	static const struct {
		const char *state;
		uint16_t tag;
	} stamps[] = { { "approved", ORDER_APPROVED },
		{ "ordered", ORDER_ORDERED }, { "done", ORDER_DONE } };
	char now[24];

	doing_now(d, now);
	for (size_t i = 0; i < sizeof(stamps) / sizeof(stamps[0]); i++)
		if (strcmp(stamps[i].state, state) == 0 &&
		    !*record_text(r, stamps[i].tag))
			record_set_text(r, stamps[i].tag, now);
}

/* The work is done: from now on it is watched. */
static enum rc
begin_watch(struct doing *d, const struct record *casefile, struct record *r,
    struct fault *f)
{
	enum rc rc = doing_set(
	    d, r, ORDER_CHECK, planbook_check(d->hub->planbook), f);

	if (rc)
		return rc;
	record_set_text(r, ORDER_REPEAT, "watching");
	return task_make(d, casefile, "repeat", record_text(r, ORDER_CHECK),
	    "look for new crimes after the work", f);
}

static const struct choice which = {
	.slip = "order",
	.what = "security work",
	.kind = KIND_ORDER,
	.casefile = ORDER_CASEFILE,
	.by = { ORDER_ITEMS, ORDER_STATE },
	.over = ORDER_DONE,
};

static enum rc
check_step(struct doing *d, const struct record *r, const struct step *step,
    struct fault *f)
{
	if (step->has && !*record_text(r, step->has))
		return fault_set(f, RC_INVALID, "%s: say it first",
		    step->wants);
	if (step->approval &&
	    !access_may(d->hub->access, d->hub->me.role, "approve"))
		return access_refuse(
		    d->hub->access, d->hub->me.role, "approve", f);
	return RC_OK;
}

static enum rc
move(struct doing *d, struct fault *f)
{
	const char *to = slip_text(d->slip, "state");
	const struct step *step;
	struct record *casefile, *r;
	enum rc rc;

	d->strict = true;
	if ((rc = choose(d, &which, &casefile, &r, f)) ||
	    (rc = find_step(d, r, to, &step, f)) ||
	    (rc = set_lines(d, r, order_lines, ORDER_LINES, f)) ||
	    (rc = doing_set(d, r, ORDER_DONE, slip_text(d->slip, "done"), f)) ||
	    (rc = check_step(d, r, step, f)))
		return rc;
	record_set_text(r, ORDER_STATE, step->to);
	stamp(d, r, step->to);
	if (step->approval)
		record_set_link(r, ORDER_APPROVER, d->hub->me.id);
	if (is_word_of("done failed refused withdrawn", step->to) &&
	    (rc = task_end(d, casefile, "order", NULL, f)))
		return rc;
	doing_say(d, "Saved: %s.",
	    code_label(d->hub->codes, "order-state", step->to));
	return strcmp(step->to, "done") == 0 ? begin_watch(d, casefile, r, f) :
					       RC_OK;
}

/* clang-format off */
static const struct act_line order_act_lines[] = {
	{ "casefile", "which case, by its reference", true },
	{ "items", "the work: locks, chain, alarm ...", true },
	{ "by", "the service that does it; LOC if unsaid", false },
	{ "quote", "what it will cost", false },
	{ "from", "who asked for it", false },
	{ "purpose", "the purpose of the grant it is paid from", false },
	{ "override", "a supervisor's reason where no criterion holds", false },
	{ NULL, NULL, false },
};

static const struct act_line move_lines[] = {
	{ "casefile", "which case, by its reference", false },
	{ "order", "which work, from 1; the only one if unsaid", false },
	{ "state", "quoted, approved, refused, ordered, booked, done, failed, withdrawn", true },
	{ "quote", "what it will cost", false },
	{ "visit", "when somebody comes", false },
	{ "done", "when it was finished; now if unsaid", false },
	{ "cost", "what it cost", false },
	{ "result", "what was done; how safe they feel now", false },
	{ "by", "the service that does it", false },
	{ NULL, NULL, false },
};
/* clang-format on */

const struct act act_order_work = {
	.tag = ACT_ORDER_WORK,
	.name = "order_work",
	.title = "Security work asked for",
	.help = "Ask for work that makes a home safer.",
	.lines = order_act_lines,
	.run = order,
};

const struct act act_move_order = {
	.tag = ACT_MOVE_ORDER,
	.name = "move_order",
	.verb = "order_work",
	.title = "Security work",
	.help = "Say how work at a home goes on: quoted, approved, done.",
	.lines = move_lines,
	.run = move,
};
