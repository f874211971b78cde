/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/arena.h"
#include "base/str.h"
#include "hub/acts/acts.h"
#include "hub/acts/choosing.h"
#include "hub/acts/casework.h"
#include "hub/acts/tasks.h"
#include "hub/carried.h"
#include "hub/hub.h"
#include "hub/slip.h"
#include "model/code.h"

/*
 * A case moves to another hub, or comes from one. It is theirs when they have
 * said so, not before: until then it stays in the queue here.
 */

#define STANDARD_ITEMS "name safe risk summary needs consent ref"
#define STANDARD_REPLY "2d"

static const struct set_line transfer_set[] = {
	{ "hub", TRANSFER_HUB },
	{ "why", TRANSFER_WHY },
	{ "items", TRANSFER_ITEMS },
	{ "due", TRANSFER_DUE },
	{ "contact", TRANSFER_CONTACT },
};

/* An address goes only where a letter may go. */
static enum rc
check_items(struct doing *d, const struct record *casefile,
    const struct record *t, struct fault *f)
{
	struct gate_verdict v;
	enum rc rc;

	if (!record_has_code(t, TRANSFER_ITEMS, "address"))
		return RC_OK;
	rc = gate_check(d, record_link(casefile, CASEFILE_PERSON), GATE_LETTER,
	    NULL, &v, f);
	if (rc || gate_is_open(&v))
		return rc;
	return fault_set(f, RC_UNLAWFUL,
	    "items: the address does not go along, for it is not known to be "
	    "safe; how to reach them does");
}

static enum rc
set_safe(struct doing *d, const struct record *casefile, struct record *t,
    struct fault *f)
{
	struct gate_verdict v[CARRIED_WAYS];
	struct buf out = { 0 };
	enum rc rc = RC_OK;

	for (size_t i = 0; i < CARRIED_WAYS && !rc; i++)
		rc = gate_check(d, record_link(casefile, CASEFILE_PERSON),
		    carried_ways[i], NULL, &v[i], f);
	if (rc)
		return rc;
	carried_words(v, CARRIED_WAYS, &out);
	record_set_text(t, TRANSFER_SAFE, buf_str(&out));
	buf_wipe(&out);
	return RC_OK;
}

static bool
agreed(const struct record *casefile)
{
	return record_has_code(casefile, CASEFILE_CONSENT, "f") ||
	       record_has_code(casefile, CASEFILE_CONSENT, "g") ||
	       record_has_code(casefile, CASEFILE_CONSENT, "s");
}

static enum rc
fill(struct doing *d, const struct record *casefile, struct record *t,
    struct fault *f)
{
	char now[24];
	enum rc rc;

	doing_now(d, now);
	record_set_text(t, TRANSFER_ON, now);
	record_set_text(t, TRANSFER_STATE, "asked");
	record_set_link(t, TRANSFER_WORKER, d->hub->me.id);
	record_set_text(t, TRANSFER_ITEMS, STANDARD_ITEMS);
	if ((rc = doing_set(d, t, TRANSFER_DUE, STANDARD_REPLY, f)) ||
	    (rc = set_lines(d, t, transfer_set,
		 sizeof(transfer_set) / sizeof(transfer_set[0]), f)))
		return rc;
	if (!*record_text(t, TRANSFER_HUB) || !*record_text(t, TRANSFER_WHY))
		return fault_set(f, RC_INVALID,
		    "hub, why: say which hub, and why it moves");
	if ((rc = check_items(d, casefile, t, f)))
		return rc;
	return set_safe(d, casefile, t, f);
}

static enum rc
transfer(struct doing *d, struct fault *f)
{
	bool in = strcmp(slip_text(d->slip, "way"), "in") == 0;
	struct record *casefile, *t;
	enum rc rc = doing_casefile(d, &casefile, f);

	d->strict = true;
	if (rc)
		return rc;
	if (!in && !agreed(casefile))
		return fault_set(f, RC_UNLAWFUL,
		    "they have not agreed to their case being passed on: ask "
		    "them, and write down their consent first");
	if ((rc = case_child(
		 d, KIND_TRANSFER, casefile, TRANSFER_CASEFILE, &t, f)))
		return rc;
	record_set_text(t, TRANSFER_WAY, in ? "in" : "out");
	if ((rc = fill(d, casefile, t, f)))
		return rc;
	doing_say(d, in ? "%s asks us to take this case; answer by %s." :
			  "%s is asked to take this case; it stays ours until "
			  "they say yes, wanted by %s.",
	    record_text(t, TRANSFER_HUB),
	    told_day(d, record_text(t, TRANSFER_DUE)));
	return task_make(d, casefile, "transfer", record_text(t, TRANSFER_DUE),
	    record_text(t, TRANSFER_HUB), f);
}

/* ---- the answer ---- */

static const struct choice which = {
	.slip = "transfer",
	.what = "transfer",
	.kind = KIND_TRANSFER,
	.casefile = TRANSFER_CASEFILE,
	.by = { TRANSFER_HUB },
	.over = TRANSFER_REPLIED,
};

/* Theirs now: it leaves the queue here. */
static void
hand_over(struct doing *d, struct record *casefile)
{
	char now[24];

	doing_now(d, now);
	record_set_text(casefile, CASEFILE_STATUS, "closed");
	record_set_text(casefile, CASEFILE_CLOSED, now);
	record_set_text(casefile, CASEFILE_CLOSED_WHY, "out-of-area");
}

static enum rc
close_out(struct doing *d, struct record *casefile, const struct record *t,
    struct fault *f)
{
	const char *state = record_text(t, TRANSFER_STATE);
	bool out = strcmp(record_text(t, TRANSFER_WAY), "out") == 0;
	bool yes = strcmp(state, "accepted") == 0;
	char day[24];
	enum rc rc;

	doing_say(d, "%s: %s. %s", record_text(t, TRANSFER_HUB),
	    code_label(d->hub->codes, "transfer-state", state),
	    yes == out ? "The case is theirs." : "The case is ours.");
	if (yes && out)
		hand_over(d, casefile);
	if (yes || strcmp(state, "rejected") != 0 || !out)
		return RC_OK;
	if ((rc = task_day(d, "1d", day, f)))
		return rc;
	return task_make(d, casefile, "follow-up", day,
	    arena_printf(d->arena, "%s did not take the case",
		record_text(t, TRANSFER_HUB)),
	    f);
}

static enum rc
answer(struct doing *d, struct fault *f)
{
	struct record *casefile, *t;
	char now[24];
	enum rc rc;

	d->strict = true;
	if ((rc = choose(d, &which, &casefile, &t, f)))
		return rc;
	if (strcmp(record_text(t, TRANSFER_STATE), "asked") != 0)
		return fault_set(f, RC_UNLAWFUL,
		    "this transfer was answered already");
	if ((rc = doing_set(d, t, TRANSFER_STATE,
		 slip_text(d->slip, "state"), f)) ||
	    (rc = doing_set(d, t, TRANSFER_REASON,
		 slip_text(d->slip, "reason"), f)) ||
	    (rc = doing_set(d, t, TRANSFER_CONTACT,
		 slip_text(d->slip, "contact"), f)))
		return rc;
	if (strcmp(record_text(t, TRANSFER_STATE), "asked") == 0)
		return fault_set(f, RC_INVALID,
		    "state: say accepted, rejected or withdrawn");
	if (strcmp(record_text(t, TRANSFER_STATE), "rejected") == 0 &&
	    !*record_text(t, TRANSFER_REASON))
		return fault_set(f, RC_INVALID,
		    "reason: say why it was rejected, for whoever sent it");
	doing_now(d, now);
	record_set_text(t, TRANSFER_REPLIED, now);
	if ((rc = task_end(d, casefile, "transfer", NULL, f)))
		return rc;
	return close_out(d, casefile, t, f);
}

/* clang-format off */
static const struct act_line transfer_lines[] = {
	{ "casefile", "which case, by its reference", true },
	{ "hub", "the other hub", true },
	{ "why", "moved, area, court, asked, conflict or other", true },
	{ "way", "out, to them; or in, from them", false },
	{ "items", "what is handed over", false },
	{ "due", "when a reply is wanted; two days if unsaid", false },
	{ "contact", "who takes it on there", false },
	{ NULL, NULL, false },
};

static const struct act_line answer_lines[] = {
	{ "casefile", "which case, by its reference", false },
	{ "transfer", "which, by hub or from 1; the only one if unsaid", false },
	{ "state", "accepted, rejected or withdrawn", true },
	{ "reason", "why it was rejected", false },
	{ "contact", "who takes it on there", false },
	{ NULL, NULL, false },
};
/* clang-format on */

const struct act act_transfer_case = {
	.tag = ACT_TRANSFER_CASE,
	.name = "transfer_case",
	.title = "Transfer",
	.help = "Ask another hub to take a case, or be asked to.",
	.lines = transfer_lines,
	.run = transfer,
};

const struct act act_answer_transfer = {
	.tag = ACT_ANSWER_TRANSFER,
	.name = "answer_transfer",
	.verb = "transfer_case",
	.title = "Transfer answered",
	.help = "Accept or reject a transfer.",
	.lines = answer_lines,
	.run = answer,
};
