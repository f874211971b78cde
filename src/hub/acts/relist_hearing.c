/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/str.h"
#include "hub/acts/acts.h"
#include "hub/acts/courting.h"
#include "hub/acts/hearing.h"
#include "hub/hub.h"
#include "hub/slip.h"
#include "model/code.h"

/*
 * A hearing does not go ahead: taken out before the day, or put off on the day.
 * The listing keeps what became of it and why; the next one is a record of its
 * own that knows the one before, so that she who was told of three dates can be
 * shown all three.
 */

/* clang-format off */
/* What each result makes of a trial, and whether it is over by it. */
static const struct result {
	const char *result, *state;
	bool again; /* it may be listed again */
} results[] = {
	{ "vacated",		"S20",	true },
	{ "ineffective",	"S21",	true },
	{ "adjourned",		"S21",	true },
	{ "cracked",		NULL,	false },
};
/* clang-format on */

static const struct result *
result_of(const struct record *hearing)
{
	const char *code = record_text(hearing, HEARING_RESULT);

	for (size_t i = 0; i < sizeof(results) / sizeof(results[0]); i++)
		if (strcmp(results[i].result, code) == 0)
			return &results[i];
	return NULL;
}

/* What the next listing takes from the one before. */
static const unsigned kept[] = { HEARING_COURT, HEARING_SORT, HEARING_AS,
	HEARING_MEASURES, HEARING_GRANTED, HEARING_REFUSED, HEARING_ASKED_BY,
	HEARING_ASKED_ON, HEARING_DECIDED_ON, HEARING_NEEDS,
	HEARING_INTERPRETER };

static enum rc
list_again(struct doing *d, struct record *casefile,
    const struct record *before, struct record **next, struct fault *f)
{
	struct span value;
	enum rc rc = doing_make(d, KIND_HEARING,
	    record_link(casefile, CASEFILE_PERSON), 0, next, f);

	if (rc)
		return rc;
	for (size_t i = 0; i < sizeof(kept) / sizeof(kept[0]); i++)
		if (record_get(before, kept[i], &value))
			record_set(*next, kept[i], value);
	record_set_link(*next, HEARING_CASEFILE, casefile->id);
	record_set_link(*next, HEARING_SUSPECT,
	    record_link(before, HEARING_SUSPECT));
	record_set_link(*next, HEARING_AFTER, before->id);
	record_set_number(*next, HEARING_NTH,
	    record_number(before, HEARING_NTH) + 1);
	rc = doing_fill(d, *next, f);
	record_clear(*next, HEARING_RESULT);
	record_clear(*next, HEARING_WHY);
	return rc ? rc : hearing_check(d, casefile, *next, f);
}

static enum rc
check_result(struct doing *d, struct record *hearing, struct fault *f)
{
	const char *had = record_text(hearing, HEARING_RESULT);
	enum rc rc;

	if (*had)
		return fault_set(f, RC_UNLAWFUL,
		    "this hearing has a result already (%s); give the newer "
		    "one's number",
		    code_label(d->hub->codes, "listing", had));
	rc = doing_set(d, hearing, HEARING_RESULT, slip_text(d->slip, "result"),
	    f);
	if (!rc)
		rc = doing_set(d, hearing, HEARING_WHY,
		    slip_text(d->slip, "why"), f);
	if (!rc && !result_of(hearing))
		rc = fault_set(f, RC_INVALID,
		    "result: v taken out before the day, i put off on the day, "
		    "a adjourned, c ended on the day; one that went ahead is "
		    "hear_hearing");
	return rc;
}

static enum rc
run(struct doing *d, struct fault *f)
{
	struct record *casefile, *hearing, *next = NULL;
	const char *told = slip_text(d->slip, "told");
	const struct result *result;
	struct buf words = { 0 };
	enum rc rc = courting_begin(d, &casefile, f);

	if (!rc)
		rc = courting_pick(d, casefile, KIND_HEARING, "hearing",
		    &hearing, f);
	if (!rc)
		rc = check_result(d, hearing, f);
	if (rc)
		return rc;
	result = result_of(hearing);
	if (result->state && hearing_is(hearing, "trial"))
		rc = hearing_move(d, casefile, result->state, NULL, f);
	if (!rc && slip_has(d->slip, "hearing.on") && !result->again)
		rc = fault_set(f, RC_INVALID,
		    "hearing.on: what ended on the day is not listed again; "
		    "add the next hearing by itself");
	if (!rc && slip_has(d->slip, "hearing.on"))
		rc = list_again(d, casefile, hearing, &next, f);
	if (!rc && next)
		rc = hearing_listed(d, casefile, next,
		    *told == 'y' || *told == 'Y', f);
	if (rc)
		return rc;
	courting_done(d, casefile, next ? next : hearing);
	if (next)
		hearing_words(d, next, &words);
	doing_say(d, "Saved: %s. %s%s",
	    code_label(d->hub->codes, "listing", result->result),
	    next ? "Now " : "No new date yet", next ? buf_str(&words) : ".");
	buf_release(&words);
	return RC_OK;
}

static const struct act_line lines[] = {
	{ "casefile", "which case, by its reference", true },
	{ "hearing", "which hearing, by number; the newest if unsaid", false },
	{ "result", "v vacated, i ineffective, a adjourned, c cracked", true },
	{ "why", "the reason, by code", false },
	{ "hearing.on", "the new day and hour, if there is one", false },
	{ "hearing.*", "what else is new: court, room, note", false },
	{ "told", "y when they know of it", false },
	{ NULL, NULL, false },
};

const struct act act_relist_hearing = {
	.tag = ACT_RELIST_HEARING,
	.name = "relist_hearing",
	.verb = "court",
	.title = "Hearing did not go ahead",
	.help = "Write down that a hearing was taken out or put off, why, and "
		"its new day.",
	.lines = lines,
	.run = run,
};
