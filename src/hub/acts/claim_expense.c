/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "hub/acts/acts.h"
#include "hub/acts/clocking.h"
#include "hub/acts/courting.h"
#include "hub/hub.h"
#include "hub/slip.h"
#include "model/code.h"

/*
 * What going to court cost a witness. The ten working days in which it is paid
 * run from the day the claim was sent.
 */

static enum rc
pick(struct doing *d, struct record *casefile, struct record **expense,
    const char **was, struct fault *f)
{
	enum rc rc;

	*was = "";
	if (!slip_has(d->slip, "expense"))
		return courting_make(d, casefile, KIND_EXPENSE, expense, f);
	rc = courting_pick(d, casefile, KIND_EXPENSE, "expense", expense, f);
	if (rc)
		return rc;
	*was = record_text(*expense, EXPENSE_STATE);
	return doing_fill(d, *expense, f);
}

/* The state follows the days that were given, where it was not said. */
static void
settle_state(struct doing *d, struct record *expense)
{
	if (slip_has(d->slip, "expense.state"))
		return;
	record_set_text(expense, EXPENSE_STATE,
	    *record_text(expense, EXPENSE_PAID)	  ? "paid"
	    : *record_text(expense, EXPENSE_SENT) ? "sent"
						  : "making");
}

static enum rc
tell_clocks(struct doing *d, struct record *casefile, struct record *expense,
    const char *was, struct fault *f)
{
	const char *state = record_text(expense, EXPENSE_STATE);

	if (strcmp(state, was) == 0)
		return RC_OK;
	if (strcmp(state, "sent") == 0) {
		courting_now_unless(d, expense, EXPENSE_SENT);
		return clocking_event(d, casefile, "expense-claimed",
		    record_text(expense, EXPENSE_SENT), f);
	}
	if (strcmp(state, "paid") == 0) {
		courting_now_unless(d, expense, EXPENSE_PAID);
		return clocking_event(d, casefile, "expense-paid",
		    record_text(expense, EXPENSE_PAID), f);
	}
	return RC_OK;
}

static enum rc
run(struct doing *d, struct fault *f)
{
	struct record *casefile, *expense;
	const char *was;
	enum rc rc = courting_begin(d, &casefile, f);

	if (!rc)
		rc = pick(d, casefile, &expense, &was, f);
	if (rc)
		return rc;
	if (!*record_text(expense, EXPENSE_SORT))
		return fault_set(f, RC_INVALID,
		    "expense.sort: say what it was for: travel, meals, pay, "
		    "childcare");
	settle_state(d, expense);
	rc = courting_after_crime(casefile, expense, EXPENSE_SENT, f);
	if (!rc)
		rc = tell_clocks(d, casefile, expense, was, f);
	if (rc)
		return rc;
	courting_done(d, casefile, expense);
	doing_say(d, "Saved: %s, %s.",
	    code_label(d->hub->codes, "expense",
		record_text(expense, EXPENSE_SORT)),
	    code_label(d->hub->codes, "expense-state",
		record_text(expense, EXPENSE_STATE)));
	return RC_OK;
}

static const struct act_line lines[] = {
	{ "casefile", "which case, by its reference", true },
	{ "expense", "an earlier one, by number, to go on with", false },
	{ "expense.sort", "travel, meals, pay, childcare, night, other", false },
	{ "expense.amount", "how much", false },
	{ "expense.sent", "when the claim went", false },
	{ "expense.paid", "when the money came", false },
	{ "expense.*", "state, note", false },
	{ NULL, NULL, false },
};

const struct act act_claim_expense = {
	.tag = ACT_CLAIM_EXPENSE,
	.name = "claim_expense",
	.verb = "court",
	.title = "Witness expense",
	.help = "Write down what going to court cost, when it was claimed and "
		"when it was paid.",
	.lines = lines,
	.run = run,
};
