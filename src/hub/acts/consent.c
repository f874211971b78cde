/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "base/arena.h"
#include "base/str.h"
#include "hub/acts/acts.h"
#include "hub/acts/clocking.h"
#include "hub/doing.h"
#include "hub/hub.h"
#include "hub/slip.h"
#include "model/code.h"

/*
 * Consent is given for one case, and may be withdrawn at any time. Withdrawing
 * does not undo what was shared while it stood; it stops what comes after.
 */

static enum rc
give(struct doing *d, struct fault *f)
{
	struct record *casefile, *consent;
	char now[24];
	enum rc rc = doing_casefile(d, &casefile, f);

	if (!rc)
		rc = doing_make(d, KIND_CONSENT,
		    record_link(casefile, CASEFILE_PERSON), 0, &consent, f);
	if (!rc)
		rc = doing_set(d, consent, CONSENT_KIND,
		    slip_text(d->slip, "kind"), f);
	if (!rc)
		rc = doing_set(
		    d, consent, CONSENT_BY, slip_text(d->slip, "by"), f);
	if (!rc)
		rc = doing_set(d, consent, CONSENT_SCOPE,
		    slip_text(d->slip, "scope"), f);
	if (rc)
		return rc;
	if (!*record_text(consent, CONSENT_KIND))
		return fault_set(f, RC_INVALID,
		    "kind: say which consent was given: f, s, g or n");
	doing_now(d, now);
	record_set_link(consent, CONSENT_CASEFILE, casefile->id);
	record_set_text(consent, CONSENT_ON, now);
	record_set_text(casefile, CASEFILE_CONSENT,
	    record_text(consent, CONSENT_KIND));
	if ((rc = clocking_event(d, casefile,
		 arena_printf(d->arena, "consent-%s",
		     record_text(consent, CONSENT_KIND)),
		 now, f)))
		return rc;
	d->done->made = consent->id;
	d->done->casefile = casefile->id;
	doing_say(d, "Saved the consent: %s.",
	    code_label(d->hub->codes, "consent",
		record_text(consent, CONSENT_KIND)));
	return RC_OK;
}

static enum rc
withdraw(struct doing *d, struct fault *f)
{
	struct record *casefile, *consent;
	uint64_t *ids;
	char now[24];
	size_t n, ended = 0;
	enum rc rc = doing_casefile(d, &casefile, f);

	if (!rc)
		rc = doing_children(
		    d, casefile->id, KIND_CONSENT, &ids, &n, f);
	doing_now(d, now);
	for (size_t i = 0; !rc && i < n; i++) {
		rc = doing_open(d, KIND_CONSENT, ids[i], &consent, f);
		if (rc || *record_text(consent, CONSENT_WITHDRAWN))
			continue;
		record_set_text(consent, CONSENT_WITHDRAWN, now);
		ended++;
	}
	if (rc)
		return rc;
	if (!ended)
		return fault_set(f, RC_UNLAWFUL,
		    "there is no consent on this case to withdraw");
	record_set_text(casefile, CASEFILE_CONSENT, "n");
	d->why = slip_text(d->slip, "why");
	d->done->casefile = casefile->id;
	doing_say(d, "The consent is withdrawn. Nothing more is shared.");
	return RC_OK;
}

static const struct act_line give_lines[] = {
	{ "casefile", "which case, by its reference", true },
	{ "kind", "f full, s safeguarding only, g by a guardian, n none", true },
	{ "by", "who gave it, if not the victim", false },
	{ "scope", "what it covers, in words", false },
	{ NULL, NULL, false },
};

static const struct act_line withdraw_lines[] = {
	{ "casefile", "which case, by its reference", true },
	{ "why", "the reason, if one was given", false },
	{ NULL, NULL, false },
};

const struct act act_give_consent = {
	.tag = ACT_GIVE_CONSENT,
	.name = "give_consent",
	.title = "Consent given",
	.help = "Write down the consent that was given for a case.",
	.lines = give_lines,
	.run = give,
};

const struct act act_withdraw_consent = {
	.tag = ACT_WITHDRAW_CONSENT,
	.name = "withdraw_consent",
	.title = "Consent withdrawn",
	.help = "End the consent of a case from now on.",
	.lines = withdraw_lines,
	.run = withdraw,
};
