/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/str.h"
#include "base/when.h"
#include "hub/acts/acts.h"
#include "hub/acts/choosing.h"
#include "hub/acts/casework.h"
#include "hub/hub.h"
#include "hub/slip.h"
#include "model/code.h"

/*
 * A need that nothing here serves. It is noted with where, how old and what
 * happened, so that those who buy services can see the gaps without a name.
 */

static const struct set_line unmet_set[] = {
	{ "need", UNMET_NEED },
	{ "sort", UNMET_SORT },
	{ "service", UNMET_SERVICE },
	{ "why", UNMET_WHY },
	{ "note", UNMET_NOTE },
};

/* From the ages in the codes themselves: "11-17", "65" and over. */
static const char *
age_band(const struct doing *d, const struct record *person)
{
	static const struct {
		int from;
		const char *code;
	} bands[] = { { 65, "65" }, { 45, "45-64" }, { 25, "25-44" },
		{ 18, "18-24" }, { 11, "11-17" }, { 0, "0-10" } };
	int least, most;

	if (!person || !when_age(record_text(person, PERSON_BORN),
			   hub_now(d->hub), &least, &most))
		return "unknown";
	for (size_t i = 0; i < sizeof(bands) / sizeof(bands[0]); i++)
		if (most >= bands[i].from)
			return bands[i].code;
	return "unknown";
}

static enum rc
note_new(struct doing *d, struct record *casefile, struct fault *f)
{
	struct record *unmet, *person;
	char now[24];
	enum rc rc = case_child(
	    d, KIND_UNMET, casefile, UNMET_CASEFILE, &unmet, f);

	if (!rc)
		rc = set_lines(d, unmet, unmet_set,
		    sizeof(unmet_set) / sizeof(unmet_set[0]), f);
	if (!rc)
		rc = doing_peek(d, KIND_PERSON,
		    record_link(casefile, CASEFILE_PERSON), &person, f);
	if (rc)
		return rc;
	if (!*record_text(unmet, UNMET_NEED) || !*record_text(unmet, UNMET_WHY))
		return fault_set(f, RC_INVALID,
		    "need, why: say which need it is and why nothing fits");
	doing_now(d, now);
	record_set_text(unmet, UNMET_ON, now);
	record_set_text(unmet, UNMET_DISTRICT,
	    person ? record_text(person, PERSON_DISTRICT) : NULL);
	record_set_text(unmet, UNMET_AGE, age_band(d, person));
	record_set_text(unmet, UNMET_CATEGORY,
	    record_text(casefile, CASEFILE_CATEGORY));
	record_set_link(unmet, UNMET_WORKER, d->hub->me.id);
	doing_say(d, "Noted: %s, %s.",
	    code_label(d->hub->codes, "need", record_text(unmet, UNMET_NEED)),
	    code_label(d->hub->codes, "unmet", record_text(unmet, UNMET_WHY)));
	return RC_OK;
}

static const struct choice which = {
	.slip = "unmet",
	.what = "unmet need",
	.kind = KIND_UNMET,
	.casefile = UNMET_CASEFILE,
	.by = { UNMET_NEED, UNMET_SERVICE },
	.over = UNMET_MET,
};

static enum rc
run(struct doing *d, struct fault *f)
{
	struct record *casefile, *unmet;
	char now[24];
	enum rc rc;

	d->strict = true;
	if (!str_ieq(slip_text(d->slip, "met"), "y")) {
		rc = doing_casefile(d, &casefile, f);
		return rc ? rc : note_new(d, casefile, f);
	}
	if ((rc = choose(d, &which, &casefile, &unmet, f)))
		return rc;
	doing_now(d, now);
	record_set_text(unmet, UNMET_MET, now);
	doing_say(d, "Help was found after all.");
	return RC_OK;
}

/* clang-format off */
static const struct act_line lines[] = {
	{ "casefile", "which case, by its reference", true },
	{ "need", "which need, by its letter", false },
	{ "why", "why nothing fits: none, full, wait, area, age ...", false },
	{ "sort", "the type of help that was wanted", false },
	{ "service", "the service that would have been asked", false },
	{ "note", "what they would have needed", false },
	{ "met", "y: help was found after all", false },
	{ "unmet", "which one that was, by need or from 1", false },
	{ NULL, NULL, false },
};
/* clang-format on */

const struct act act_note_unmet = {
	.tag = ACT_NOTE_UNMET,
	.name = "note_unmet",
	.verb = "refer_out",
	.title = "Unmet need",
	.help = "Note a need that nothing here serves, or that help was found.",
	.lines = lines,
	.run = run,
};
