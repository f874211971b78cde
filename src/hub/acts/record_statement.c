/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "hub/acts/acts.h"
#include "hub/acts/clocking.h"
#include "hub/acts/courting.h"
#include "hub/acts/track.h"
#include "hub/hub.h"
#include "hub/slip.h"
#include "model/code.h"

/*
 * The personal statement: offered, chosen, made, added to, read. It is asked
 * for by the police and read by the court; the hub knows only that. It can be
 * added to until the sentence, for then the court has read it.
 */

#define SENTENCED "S29"

/* Days on which something was done to it that must be before the sentence. */
static const unsigned done_by_sentence[] = { STATEMENT_MADE, STATEMENT_ADDED };

static enum rc
is_sentenced(struct doing *d, const struct record *casefile, bool *is,
    struct fault *f)
{
	struct buf passed = { 0 };
	enum rc rc = track_passed(d, casefile, &passed, f);

	*is = strstr(buf_str(&passed), SENTENCED) != NULL;
	buf_release(&passed);
	return rc;
}

static enum rc
check_open(struct doing *d, const struct record *casefile,
    const struct record *s, struct fault *f)
{
	bool sentenced;
	enum rc rc = is_sentenced(d, casefile, &sentenced, f);

	if (rc || !sentenced ||
	    strcmp(record_text(s, STATEMENT_SORT), "parole") == 0)
		return rc;
	for (size_t i = 0; i < 2; i++) {
		const struct kind_field *kf =
		    kind_field_by_tag(s->kind, done_by_sentence[i]);
		char name[40] = "statement.";

		strncat(name, kf->name, sizeof(name) - strlen(name) - 1);
		if (slip_has(d->slip, name))
			return fault_set(f, RC_UNLAWFUL,
			    "%s: the sentence was passed, so the court will "
			    "not read it; for the parole board say "
			    "statement.sort=parole",
			    kf->label);
	}
	return RC_OK;
}

/* "on" is the day of whatever is said now and has no day of its own. */
static void
day_of_offer(struct doing *d, struct record *s)
{
	bool said = *record_text(s, STATEMENT_CHOICE) ||
		    slip_has(d->slip, "statement.by");

	if (said)
		courting_now_unless(d, s, STATEMENT_OFFERED);
	if (!*record_text(s, STATEMENT_CHOICE))
		record_set_text(s, STATEMENT_CHOICE, "asked");
}

static enum rc
run(struct doing *d, struct fault *f)
{
	struct record *casefile, *s;
	bool made;
	enum rc rc = courting_begin(d, &casefile, f);

	if (!rc)
		rc = courting_of_sort(d, casefile, KIND_STATEMENT,
		    STATEMENT_SORT, "court", &s, &made, f);
	if (!rc)
		rc = check_open(d, casefile, s, f);
	if (rc)
		return rc;
	day_of_offer(d, s);
	rc = courting_after_crime(casefile, s, STATEMENT_OFFERED, f);
	if (!rc && *record_text(s, STATEMENT_OFFERED))
		rc = clocking_event(d, casefile, "vps-offered",
		    record_text(s, STATEMENT_OFFERED), f);
	if (rc)
		return rc;
	courting_done(d, casefile, s);
	doing_say(d, "Saved: %s, %s.",
	    code_label(d->hub->codes, "statement",
		record_text(s, STATEMENT_SORT)),
	    code_label(d->hub->codes, "statement-choice",
		record_text(s, STATEMENT_CHOICE)));
	return RC_OK;
}

static const struct act_line lines[] = {
	{ "casefile", "which case, by its reference", true },
	{ "statement.sort", "court, parole, business, community", false },
	{ "statement.offered", "when it was offered; now if unsaid", false },
	{ "statement.by", "who offered it", false },
	{ "statement.choice", "write, later, no, asked", false },
	{ "statement.made", "when it was taken down", false },
	{ "statement.added", "when it was added to", false },
	{ "statement.reader", "self, prosecutor, another, judge", false },
	{ "statement.read", "when it was read", false },
	{ "statement.note", "anything else, never its words", false },
	{ NULL, NULL, false },
};

const struct act act_record_statement = {
	.tag = ACT_RECORD_STATEMENT,
	.name = "record_statement",
	.verb = "court",
	.title = "Personal statement",
	.help = "Write down that a victim personal statement was offered, what "
		"they chose, and what became of it.",
	.lines = lines,
	.run = run,
};
