/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

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

/* Equipment on loan: an alarm, a telephone, a camera. */

static const struct set_line loan_lines[] = {
	{ "sort", LOAN_SORT },
	{ "serial", LOAN_SERIAL },
	{ "lent", LOAN_LENT },
	{ "due", LOAN_DUE },
	{ "owner", LOAN_OWNER },
	{ "cost", LOAN_COST },
	{ "note", LOAN_NOTE },
};

#define LOAN_LINES (sizeof(loan_lines) / sizeof(loan_lines[0]))

/* "personal alarm 4471": what a task calls it. */
static const char *
called(struct doing *d, const struct record *loan)
{
	const char *serial = record_text(loan, LOAN_SERIAL);

	return arena_printf(d->arena, "%s%s%s",
	    code_label(
		d->hub->codes, "equipment", record_text(loan, LOAN_SORT)),
	    *serial ? " " : "", serial);
}

static enum rc
lend(struct doing *d, struct fault *f)
{
	struct record *casefile, *loan;
	char now[24];
	enum rc rc = doing_casefile(d, &casefile, f);

	d->strict = true;
	if (rc || (rc = case_child(
		       d, KIND_LOAN, casefile, LOAN_CASEFILE, &loan, f)))
		return rc;
	doing_now(d, now);
	record_set_text(loan, LOAN_LENT, now);
	record_set_text(loan, LOAN_STATE, "lent");
	record_set_link(loan, LOAN_WORKER, d->hub->me.id);
	if ((rc = set_lines(d, loan, loan_lines, LOAN_LINES, f)))
		return rc;
	if (!*record_text(loan, LOAN_SORT))
		return fault_set(f, RC_INVALID, "sort: say what is lent");
	doing_say(d, "Lent: %s%s%s.", called(d, loan),
	    *record_text(loan, LOAN_DUE) ? ", back by " : "",
	    told_day(d, record_text(loan, LOAN_DUE)));
	if (!*record_text(loan, LOAN_DUE))
		return RC_OK;
	return task_make(d, casefile, "loan", record_text(loan, LOAN_DUE),
	    called(d, loan), f);
}

static const struct choice which = {
	.slip = "loan",
	.what = "loan",
	.kind = KIND_LOAN,
	.casefile = LOAN_CASEFILE,
	.by = { LOAN_SERIAL, LOAN_SORT },
	.over = LOAN_RETURNED,
};

/* It came back, was lost, or is kept; or it stays out for longer. */
static enum rc
move(struct doing *d, struct fault *f)
{
	struct record *casefile, *loan;
	const char *state;
	char now[24];
	enum rc rc;

	d->strict = true;
	if ((rc = choose(d, &which, &casefile, &loan, f)) ||
	    (rc = task_end(d, casefile, "loan", called(d, loan), f)) ||
	    (rc = set_lines(d, loan, loan_lines, LOAN_LINES, f)) ||
	    (rc = doing_set(d, loan, LOAN_STATE,
		 slip_text(d->slip, "state"), f)))
		return rc;
	state = record_text(loan, LOAN_STATE);
	doing_now(d, now);
	doing_say(d, "%s: %s.", called(d, loan),
	    code_label(d->hub->codes, "loan-state", state));
	if (strcmp(state, "lent") != 0) {
		record_set_text(loan, LOAN_RETURNED, now);
		return RC_OK;
	}
	record_clear(loan, LOAN_RETURNED);
	if (!*record_text(loan, LOAN_DUE))
		return RC_OK;
	return task_make(d, casefile, "loan", record_text(loan, LOAN_DUE),
	    called(d, loan), f);
}

/* clang-format off */
static const struct act_line lend_lines[] = {
	{ "casefile", "which case, by its reference", true },
	{ "sort", "what is lent", true },
	{ "serial", "the number on it", false },
	{ "lent", "when; now if unsaid", false },
	{ "due", "when it is to come back", false },
	{ "owner", "whose it is", false },
	{ "cost", "what it costs to replace", false },
	{ "note", "its state, who showed them how it works", false },
	{ NULL, NULL, false },
};

static const struct act_line move_lines[] = {
	{ "casefile", "which case, by its reference", false },
	{ "loan", "its number, its sort, or which of them from 1", false },
	{ "state", "returned, lost, broken, kept, or lent for longer", true },
	{ "due", "when it is to come back now", false },
	{ "note", "its state", false },
	{ NULL, NULL, false },
};
/* clang-format on */

const struct act act_lend = {
	.tag = ACT_LEND,
	.name = "lend",
	.title = "Lent",
	.help = "Lend a person equipment that makes them safer.",
	.lines = lend_lines,
	.run = lend,
};

const struct act act_move_loan = {
	.tag = ACT_MOVE_LOAN,
	.name = "move_loan",
	.verb = "lend",
	.title = "Loan",
	.help = "Say what became of a loan.",
	.lines = move_lines,
	.run = move,
};
