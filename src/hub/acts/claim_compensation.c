/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdio.h>
#include <string.h>

#include "base/day.h"
#include "base/when.h"
#include "hub/acts/acts.h"
#include "hub/acts/clock_one.h"
#include "hub/acts/clocking.h"
#include "hub/acts/courting.h"
#include "hub/acts/opened.h"
#include "hub/due.h"
#include "hub/hub.h"
#include "hub/slip.h"
#include "model/code.h"

/*
 * Money for what was done to them: the criminal injuries scheme, an order of
 * the court, an insurer. The last day to apply is written when the claim is
 * first spoken of, by the rule of data/openings.
 */

#define INJURIES "injuries"
#define ASKED "compensation-asked"

/* clang-format off */
static const struct {
	const char *state;
	unsigned when;
	const char *event;
} turns[] = {
	{ "making",	0,			"compensation-told" },
	{ "sent",	COMPENSATION_APPLIED,	ASKED },
	{ "awarded",	COMPENSATION_DECIDED,	"compensation-decided" },
	{ "refused",	COMPENSATION_DECIDED,	"compensation-decided" },
	{ "review",	0,			"compensation-review" },
	{ "paid",	COMPENSATION_PAID,	NULL },
};
/* clang-format on */

/*
 * The last day of the clock of the case that goes by a birthday, as it does for
 * who was hurt as a child; "" when it has none.
 */
static enum rc
birthday_limit(struct doing *d, const struct record *casefile, char due[24],
    struct fault *f)
{
	const struct due_rule *rule;
	struct record *clock;
	uint64_t *ids;
	size_t n;
	enum rc rc =
	    doing_children(d, casefile->id, KIND_CLOCK, &ids, &n, f);

	due[0] = '\0';
	for (size_t i = 0; i < n && !rc; i++) {
		rc = doing_peek(d, KIND_CLOCK, ids[i], &clock, f);
		if (!rc && clock && (rule = clock_rule(d, clock)) &&
		    rule->birthday && due_names(rule->stop, ASKED))
			snprintf(due, 24, "%s", record_text(clock, CLOCK_DUE));
	}
	return rc;
}

/* The last day by the rule, from the day of the crime. */
static enum rc
write_limit(struct doing *d, const struct record *casefile, struct record *r,
    struct fault *f)
{
	const struct opening *row =
	    opened_row(d->hub, "compensation", INJURIES);
	const struct due_rule *rule =
	    row && row->rule ? due_rule_by(d->hub->deadlines, row->rule) : NULL;
	int64_t at;
	char due[24];
	enum rc rc;

	if (!rule || *record_text(r, COMPENSATION_LIMIT) ||
	    strcmp(record_text(r, COMPENSATION_SORT), INJURIES) != 0 ||
	    !when_moment(record_text(casefile, CASEFILE_WHEN), &at))
		return RC_OK;
	rc = birthday_limit(d, casefile, due, f);
	if (!rc && !*due)
		rc = due_when(d->hub, rule, false, at, due, f);
	if (!rc)
		record_set_text(r, COMPENSATION_LIMIT, due);
	return rc == RC_MISSING ? RC_OK : rc;
}

static enum rc
turn(struct doing *d, struct record *casefile, struct record *r, struct fault *f)
{
	const char *state = record_text(r, COMPENSATION_STATE);
	bool injuries =
	    strcmp(record_text(r, COMPENSATION_SORT), INJURIES) == 0;
	enum rc rc = RC_OK;

	for (size_t i = 0; i < sizeof(turns) / sizeof(turns[0]) && !rc; i++) {
		if (strcmp(turns[i].state, state) != 0)
			continue;
		if (turns[i].when)
			courting_now_unless(d, r, turns[i].when);
		if (turns[i].event && injuries)
			rc = clocking_event(d, casefile, turns[i].event,
			    turns[i].when ? record_text(r, turns[i].when)
					  : NULL,
			    f);
	}
	return rc;
}

static enum rc
run(struct doing *d, struct fault *f)
{
	struct record *casefile, *r;
	bool made;
	enum rc rc = courting_begin(d, &casefile, f);

	if (!rc)
		rc = courting_of_sort(d, casefile, KIND_COMPENSATION,
		    COMPENSATION_SORT, INJURIES, &r, &made, f);
	if (rc)
		return rc;
	if (!*record_text(r, COMPENSATION_STATE))
		record_set_text(r, COMPENSATION_STATE, "making");
	rc = courting_after_crime(casefile, r, COMPENSATION_APPLIED, f);
	if (!rc)
		rc = write_limit(d, casefile, r, f);
	if (!rc)
		rc = turn(d, casefile, r, f);
	if (rc)
		return rc;
	courting_done(d, casefile, r);
	doing_say(d, "Saved: %s, %s.%s%.10s",
	    code_label(d->hub->codes, "compensation",
		record_text(r, COMPENSATION_SORT)),
	    code_label(d->hub->codes, "claim-state",
		record_text(r, COMPENSATION_STATE)),
	    *record_text(r, COMPENSATION_LIMIT) ? " Last day to apply: " : "",
	    record_text(r, COMPENSATION_LIMIT));
	return RC_OK;
}

static const struct act_line lines[] = {
	{ "casefile", "which case, by its reference", true },
	{ "compensation.sort", "injuries, order, insurer, hardship, bank, civil",
	    false },
	{ "compensation.state", "making, sent, awarded, refused, review, appeal, "
				"paid, dropped",
	    false },
	{ "compensation.*", "applied, limit, decided, claimed, awarded, paid, "
			    "source, note",
	    false },
	{ NULL, NULL, false },
};

const struct act act_claim_compensation = {
	.tag = ACT_CLAIM_COMPENSATION,
	.name = "claim_compensation",
	.verb = "court",
	.title = "Compensation",
	.help = "Write down what they were told of compensation, what was "
		"claimed and what came of it.",
	.lines = lines,
	.run = run,
};
