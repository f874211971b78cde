/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/str.h"
#include "hub/acts/acts.h"
#include "hub/acts/clocking.h"
#include "hub/acts/courting.h"
#include "hub/acts/hearing.h"
#include "hub/acts/track.h"
#include "hub/hub.h"
#include "hub/opening.h"
#include "hub/slip.h"
#include "model/code.h"

/*
 * Decisions that may be looked at again, and what is decided after sentence. A
 * day of an appeal, of parole, of release or of recall is written as somebody
 * told it, and who told is asked for: none is ever worked out here.
 */

#define ABSOLUTE 1u /* after its last day nobody may ask */
#define TOLD 2u	    /* its days stand only with who told them */

/* clang-format off */
static const struct sort {
	const char *sort;
	unsigned flags;
	const char *asked;   /* events of asking, parted by a blank */
	const char *heard;   /* event of its being listed */
	const char *decided; /* event of the result */
	const char *stage;   /* where asking brings the journey */
} sorts[] = {
	{ "police-review", 0,	"vrr-asked vrr-police-asked", NULL, "vrr-decided", "S12" },
	{ "cps-review",	0,	"vrr-asked vrr-cps-asked", NULL, "vrr-decided", "S12" },
	{ "lenient",	ABSOLUTE, "uls-asked", NULL, NULL, "S30" },
	{ "appeal",	TOLD,	NULL, "appeal-listed", NULL, "S31" },
	{ "commission",	TOLD,	NULL, NULL, NULL, "S41" },
	{ "parole",	TOLD,	"release-considered", "parole-hearing", NULL, NULL },
	{ "release",	TOLD,	"release-considered", NULL, NULL, NULL },
	{ "recall",	TOLD,	NULL, NULL, NULL, NULL },
	{ "tribunal",	TOLD,	"release-considered", NULL, NULL, NULL },
};

/* Where a result brings the journey, if that is open. */
static const struct {
	const char *sort, *result, *stage;
} results[] = {
	{ "police-review", "upheld",	"S11" },
	{ "police-review", "reopened",	"S02" },
	{ "police-review", "charge",	"S09" },
	{ "cps-review",	"upheld",	"S11" },
	{ "cps-review",	"reopened",	"S02" },
	{ "cps-review",	"charge",	"S09" },
	{ "lenient",	"upheld",	"S29" },
	{ "lenient",	"increased",	"S29" },
	{ "lenient",	"refused",	"S29" },
	{ "appeal",	"dismissed",	"S32" },
	{ "appeal",	"reduced",	"S32" },
	{ "appeal",	"quashed",	"S32" },
	{ "appeal",	"retrial",	"S32" },
	{ "parole",	"released",	"S36" },
	{ "parole",	"not-released",	"S33" },
	{ "parole",	"open-conditions", "S35" },
	{ "release",	"released",	"S36" },
	{ "release",	"open-conditions", "S35" },
	{ "recall",	"recalled",	"S37" },
};
/* clang-format on */

static const struct sort *
sort_of(const struct record *r)
{
	static const struct sort plain;

	for (size_t i = 0; i < sizeof(sorts) / sizeof(sorts[0]); i++)
		if (strcmp(sorts[i].sort, record_text(r, DECISION_SORT)) == 0)
			return &sorts[i];
	return &plain;
}

static bool
is_said(const struct doing *d, const char *name)
{
	return slip_has(d->slip, name);
}

/* ---- may it be so ---- */

/* A stage that ${row} opens with is among those the case went through. */
static bool
was_opened(const struct opening *row, const char *passed)
{
	for (size_t i = 0; row->states[i]; i++)
		if (strstr(passed, row->states[i]))
			return true;
	return false;
}

/* What is looked at again was decided some day. */
static enum rc
check_decided(struct doing *d, const struct record *casefile,
    const struct record *r, struct fault *f)
{
	const struct openings *o = d->hub->openings;
	struct buf passed = { 0 };
	bool asked = false, opened = false;
	enum rc rc = track_passed(d, casefile, &passed, f);

	for (size_t i = 0; i < openings_count(o) && !rc; i++) {
		const struct opening *row = openings_nth(o, i);

		if (strcmp(row->opens, "decision") != 0 ||
		    strcmp(row->sort, record_text(r, DECISION_SORT)) != 0)
			continue;
		asked = true;
		opened = opened || was_opened(row, buf_str(&passed));
	}
	if (!rc && asked && !opened)
		rc = fault_set(f, RC_UNLAWFUL,
		    "nothing yet was decided here that could be looked at "
		    "again; move the journey first, if it was");
	buf_release(&passed);
	return rc;
}

static enum rc
check(struct doing *d, const struct record *casefile, struct record *r,
    const struct sort *sort, struct fault *f)
{
	const char *limit = record_text(r, DECISION_LIMIT);
	const char *asked = record_text(r, DECISION_ASKED);
	enum rc rc = courting_after_crime(casefile, r, DECISION_ASKED, f);

	if (!rc)
		rc = courting_after_crime(casefile, r, DECISION_RESULT_ON, f);
	if (!rc)
		rc = check_decided(d, casefile, r, f);
	if (rc)
		return rc;
	if (sort->flags & TOLD && !*record_text(r, DECISION_SOURCE))
		return fault_set(f, RC_INVALID,
		    "decision.source: say who told of it; days after sentence "
		    "are never worked out here");
	if (sort->flags & ABSOLUTE && is_said(d, "decision.asked") && *limit &&
	    strncmp(asked, limit, 10) > 0)
		return fault_set(f, RC_UNLAWFUL,
		    "it could be asked until %.10s and not a day later", limit);
	return RC_OK;
}

/* The state follows from what is known, where it was not said. */
static void
settle_state(struct doing *d, struct record *r)
{
	if (is_said(d, "decision.state"))
		return;
	if (*record_text(r, DECISION_RESULT))
		record_set_text(r, DECISION_STATE, "decided");
	else if (*record_text(r, DECISION_HEARD))
		record_set_text(r, DECISION_STATE, "listed");
	else if (*record_text(r, DECISION_ASKED))
		record_set_text(r, DECISION_STATE, "asked");
	else if (!*record_text(r, DECISION_STATE))
		record_set_text(r, DECISION_STATE, "open");
}

/* ---- what follows ---- */

static enum rc
tell_clocks(struct doing *d, struct record *casefile, const char *events,
    const char *on, struct fault *f)
{
	const char *rest = events ? events : "";
	struct span word;
	char event[40];
	enum rc rc = RC_OK;

	while (!rc && str_word(&rest, &word)) {
		str_set(event, word.len + 1 < sizeof(event) ? word.len + 1
							    : sizeof(event),
		    word.at);
		rc = clocking_event(d, casefile, event, on, f);
	}
	return rc;
}

static enum rc
bring(struct doing *d, struct record *casefile, const char *stage,
    const char *on, struct fault *f)
{
	return stage ? hearing_move(d, casefile, stage, on, f) : RC_OK;
}

static const char *
stage_of_result(const struct record *r)
{
	for (size_t i = 0; i < sizeof(results) / sizeof(results[0]); i++)
		if (strcmp(results[i].sort, record_text(r, DECISION_SORT)) ==
			0 &&
		    strcmp(results[i].result,
			record_text(r, DECISION_RESULT)) == 0)
			return results[i].stage;
	return NULL;
}

static enum rc
follow(struct doing *d, struct record *casefile, struct record *r,
    const struct sort *sort, struct fault *f)
{
	const char *asked = record_text(r, DECISION_ASKED);
	const char *effect = record_text(r, DECISION_EFFECT);
	enum rc rc = RC_OK;

	if (is_said(d, "decision.asked") ||
	    strcmp(slip_text(d->slip, "decision.state"), "asked") == 0) {
		rc = tell_clocks(d, casefile, sort->asked, asked, f);
		if (!rc)
			rc = bring(d, casefile, sort->stage, asked, f);
	}
	if (!rc && is_said(d, "decision.heard"))
		rc = tell_clocks(d, casefile, sort->heard, NULL, f);
	if (!rc && strcmp(record_text(r, DECISION_STATE), "acknowledged") == 0)
		rc = clocking_event(d, casefile, "vrr-acknowledged", NULL, f);
	if (rc || !is_said(d, "decision.result"))
		return rc;
	courting_now_unless(d, r, DECISION_RESULT_ON);
	rc = tell_clocks(d, casefile, sort->decided,
	    record_text(r, DECISION_RESULT_ON), f);
	return rc ? rc : bring(d, casefile, stage_of_result(r),
			     *effect ? effect
				     : record_text(r, DECISION_RESULT_ON),
			     f);
}

/* What was decided once is not written over: a second appeal is a second. */
static enum rc
pick(struct doing *d, struct record *casefile, struct record **r,
    struct fault *f)
{
	bool made;
	enum rc rc;

	if (is_said(d, "decision"))
		rc = courting_pick(d, casefile, KIND_DECISION, "decision", r,
		    f);
	else
		return courting_open_or_new(d, casefile, KIND_DECISION,
		    DECISION_SORT, DECISION_STATE, r, &made, f);
	return rc ? rc : doing_fill(d, *r, f);
}

static enum rc
run(struct doing *d, struct fault *f)
{
	const struct sort *sort;
	struct record *casefile, *r;
	enum rc rc = courting_begin(d, &casefile, f);

	if (!rc)
		rc = pick(d, casefile, &r, f);
	if (rc)
		return rc;
	sort = sort_of(r);
	if (strcmp(slip_text(d->slip, "decision.state"), "asked") == 0)
		courting_now_unless(d, r, DECISION_ASKED);
	settle_state(d, r);
	rc = check(d, casefile, r, sort, f);
	if (!rc)
		rc = follow(d, casefile, r, sort, f);
	if (rc)
		return rc;
	courting_done(d, casefile, r);
	doing_say(d, "Saved: %s, %s. The case is at %s.",
	    code_label(d->hub->codes, "decision",
		record_text(r, DECISION_SORT)),
	    code_label(d->hub->codes, "decision-state",
		record_text(r, DECISION_STATE)),
	    code_label(d->hub->codes, "stage",
		record_text(casefile, CASEFILE_STAGE)));
	return RC_OK;
}

static const struct act_line lines[] = {
	{ "casefile", "which case, by its reference", true },
	{ "decision", "which one, by number; the open one of the sort if unsaid",
	    false },
	{ "decision.sort", "police-review, cps-review, lenient, appeal, "
			   "commission, parole, release, recall, tribunal",
	    true },
	{ "decision.asked", "when it was asked for", false },
	{ "decision.by", "who asked", false },
	{ "decision.state", "asked, acknowledged, local, review, not-wanted",
	    false },
	{ "decision.heard", "when it is heard, as told", false },
	{ "decision.result", "what came of it, by code", false },
	{ "decision.result-on", "when; now if unsaid", false },
	{ "decision.effect", "the day of release or recall, as told", false },
	{ "decision.source", "who told us; needed for all after sentence",
	    false },
	{ "decision.note", "anything else", false },
	{ NULL, NULL, false },
};

const struct act act_record_decision = {
	.tag = ACT_RECORD_DECISION,
	.name = "record_decision",
	.verb = "court",
	.title = "Review, appeal or release",
	.help = "Write down a review that was asked for, an appeal, parole, "
		"release or recall, as it was told.",
	.lines = lines,
	.run = run,
};
