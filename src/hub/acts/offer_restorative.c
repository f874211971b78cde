/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/buf.h"
#include "hub/acts/acts.h"
#include "hub/acts/courting.h"
#include "hub/acts/opened.h"
#include "hub/hub.h"
#include "hub/slip.h"
#include "model/code.h"

/*
 * Restorative justice is never offered before there is consent and a stage at
 * which it can be, and for some crimes only when the victim asked: data/
 * openings. An answer is taken down at any time, and so is that they asked.
 */

static bool
is_answer(const struct record *r)
{
	const char *state = record_text(r, RESTORATIVE_STATE);

	return strcmp(state, "declined") == 0 || strcmp(state, "stopped") == 0;
}

static enum rc
check_ready(struct doing *d, const struct record *casefile,
    const struct record *r, struct fault *f)
{
	const struct opening *row = opened_row(d->hub, "restorative", "offered");
	struct opening_facts x = { 0 };
	struct buf passed = { 0 }, lacks = { 0 };
	enum rc rc = opened_facts(d, casefile, NULL, &passed, &x, f);

	x.asked = record_flag(r, RESTORATIVE_ASKED);
	if (!rc && row)
		opening_lacks(d->hub->codes, d->hub->journeys, row, &x, &lacks);
	if (!rc && lacks.len)
		rc = fault_set(f, RC_UNLAWFUL,
		    "restorative justice is not to be offered yet: %s. If they "
		    "asked, write down that they did (restorative.asked=y)",
		    buf_str(&lacks));
	buf_release(&passed);
	buf_release(&lacks);
	return rc;
}

/* Whether there is an offer to answer. */
static enum rc
has_offer(struct doing *d, const struct record *casefile, bool *has,
    struct fault *f)
{
	uint64_t *ids;
	size_t n;
	enum rc rc =
	    doing_children(d, casefile->id, KIND_RESTORATIVE, &ids, &n, f);

	*has = n > 0;
	return rc;
}

static enum rc
take(struct doing *d, const struct record *casefile, struct record **r,
    struct fault *f)
{
	bool has;
	enum rc rc = has_offer(d, casefile, &has, f);

	if (rc)
		return rc;
	if (!has)
		return courting_make(d, casefile, KIND_RESTORATIVE, r, f);
	rc = courting_pick(d, casefile, KIND_RESTORATIVE, "restorative", r, f);
	return rc ? rc : doing_fill(d, *r, f);
}

static enum rc
run(struct doing *d, struct fault *f)
{
	struct record *casefile, *r;
	enum rc rc = courting_begin(d, &casefile, f);

	if (!rc)
		rc = take(d, casefile, &r, f);
	if (rc)
		return rc;
	if (!*record_text(r, RESTORATIVE_STATE))
		record_set_text(r, RESTORATIVE_STATE, "offered");
	if (!is_answer(r) && (rc = check_ready(d, casefile, r, f)))
		return rc;
	courting_now_unless(d, r, RESTORATIVE_OFFERED);
	if (slip_has(d->slip, "restorative.state") &&
	    strcmp(record_text(r, RESTORATIVE_STATE), "offered") != 0)
		courting_now_unless(d, r, RESTORATIVE_ANSWERED);
	rc = courting_after_crime(casefile, r, RESTORATIVE_OFFERED, f);
	if (rc)
		return rc;
	courting_done(d, casefile, r);
	doing_say(d, "Saved: restorative justice, %s.",
	    code_label(d->hub->codes, "restorative",
		record_text(r, RESTORATIVE_STATE)));
	return RC_OK;
}

static const struct act_line lines[] = {
	{ "casefile", "which case, by its reference", true },
	{ "restorative.state", "offered, thinking, wanted, preparing, done, "
			       "declined, stopped",
	    false },
	{ "restorative.asked", "y when they asked before anybody offered",
	    false },
	{ "restorative.*", "offered, answered, how, by, on, result, risks",
	    false },
	{ NULL, NULL, false },
};

const struct act act_offer_restorative = {
	.tag = ACT_OFFER_RESTORATIVE,
	.name = "offer_restorative",
	.verb = "court",
	.title = "Restorative justice",
	.help = "Offer restorative justice where it may be offered, and take "
		"down the answer.",
	.lines = lines,
	.run = run,
};
