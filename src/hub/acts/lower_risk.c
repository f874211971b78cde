/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/str.h"
#include "hub/acts/acts.h"
#include "hub/acts/facts.h"
#include "hub/acts/grade.h"
#include "hub/hub.h"
#include "hub/slip.h"
#include "model/code.h"

/*
 * Putting a grade of risk below what score, rules or judgement gave. It is an
 * act of its own, for those who may, with a reason that stands beside the grade
 * for as long as the record does: it never happens by the way.
 */

static enum rc
open_latest(struct doing *d, uint64_t casefile, struct record **r,
    struct fault *f)
{
	uint64_t *ids;
	size_t n;
	enum rc rc = doing_children(d, casefile, KIND_RISK, &ids, &n, f);

	if (!rc && !n)
		return fault_set(f, RC_UNLAWFUL,
		    "risk was never gone through on this case: there is "
		    "nothing to lower");
	return rc ? rc : doing_open(d, KIND_RISK, ids[n - 1], r, f);
}

static enum rc
lower(struct doing *d, struct record *r, struct fault *f)
{
	const char *had = record_text(r, RISK_GRADE);
	int before = grade_rank(d, had);
	enum rc rc = doing_set(
	    d, r, RISK_GRADE, slip_text(d->slip, "grade"), f);

	if (rc)
		return rc;
	if (grade_rank(d, record_text(r, RISK_GRADE)) < 0 ||
	    grade_rank(d, record_text(r, RISK_GRADE)) >= before)
		return fault_set(f, RC_INVALID,
		    "grade: say one that is lower than the one that stands");
	if (str_is_blank(slip_text(d->slip, "reason")))
		return fault_set(f, RC_INVALID,
		    "reason: a grade is lowered with a reason, never without");
	return doing_set(
	    d, r, RISK_LOWERED, slip_text(d->slip, "reason"), f);
}

static enum rc
run(struct doing *d, struct fault *f)
{
	struct record *casefile, *r;
	enum rc rc = doing_casefile(d, &casefile, f);

	if (rc || (rc = open_latest(d, casefile->id, &r, f)) ||
	    (rc = lower(d, r, f)))
		return rc;
	record_set_text(
	    casefile, CASEFILE_GRADE, record_text(r, RISK_GRADE));
	d->why = slip_text(d->slip, "reason");
	if ((rc = facts_changed(d, casefile, f)))
		return rc;
	d->done->made = r->id;
	d->done->casefile = casefile->id;
	doing_say(d, "Saved: the grade is %s now, with your reason.",
	    code_label(
		d->hub->codes, "risk-grade", record_text(r, RISK_GRADE)));
	return RC_OK;
}

static const struct act_line lines[] = {
	{ "casefile", "which case, by its reference", true },
	{ "grade", "standard or medium", true },
	{ "reason", "why it is lower than score or judgement gave", true },
	{ NULL, NULL, false },
};

const struct act act_lower_risk = {
	.tag = ACT_LOWER_RISK,
	.name = "lower_risk",
	.title = "Risk lowered",
	.help = "Put the grade of the latest risk assessment lower, with a "
		"reason.",
	.lines = lines,
	.run = run,
};
