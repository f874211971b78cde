/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/str.h"
#include "hub/acts/acts.h"
#include "hub/acts/facts.h"
#include "hub/hub.h"
#include "hub/slip.h"
#include "model/code.h"

/*
 * A category of enhanced rights that a person gives, and takes away. What rules
 * find is not for anyone to take away: it ends when it is no longer so.
 */

static const struct code *
category_of(const struct doing *d)
{
	return code_by(
	    d->hub->codes, "enhanced", slip_text(d->slip, "category"));
}

static enum rc
no_category(struct fault *f)
{
	return fault_set(f, RC_INVALID, "category: E1, E2, E3a, E3b or ED");
}

/* The open record of ${code} that a person gave; NULL when there is none. */
static enum rc
find_given(struct doing *d, uint64_t casefile, const char *code,
    struct record **found, bool *by_rule, struct fault *f)
{
	struct record *r;
	uint64_t *ids;
	size_t n;
	enum rc rc = doing_children(d, casefile, KIND_LEVEL, &ids, &n, f);

	*found = NULL;
	*by_rule = false;
	for (size_t i = 0; i < n && !rc; i++) {
		rc = doing_peek(d, KIND_LEVEL, ids[i], &r, f);
		if (rc || !r || *record_text(r, LEVEL_UNTIL) ||
		    strcmp(record_text(r, LEVEL_CATEGORY), code) != 0)
			continue;
		if (strcmp(record_text(r, LEVEL_HOW), "person") == 0)
			*found = r;
		else
			*by_rule = true;
	}
	return rc;
}

/* A category at our discretion, and any that no rule finds, says why. */
static enum rc
check_reason(struct doing *d, const struct code *category, struct fault *f)
{
	if (slip_has(d->slip, "reason"))
		return RC_OK;
	return fault_set(f, RC_INVALID,
	    strcmp(category->code, "ED") == 0 ?
		"reason: enhanced rights at our discretion need a written "
		"reason" :
		"reason: say why you give this category");
}

static enum rc
write_given(struct doing *d, const struct record *casefile,
    const struct code *category, struct record **r, struct fault *f)
{
	char now[24];
	enum rc rc = doing_make(d, KIND_LEVEL,
	    record_link(casefile, CASEFILE_PERSON), 0, r, f);

	if (rc)
		return rc;
	doing_now(d, now);
	record_set_link(*r, LEVEL_CASEFILE, casefile->id);
	record_set_text(*r, LEVEL_CATEGORY, category->code);
	record_set_text(*r, LEVEL_HOW, "person");
	record_set_link(*r, LEVEL_WORKER, d->hub->me.id);
	record_set_text(*r, LEVEL_FROM, now);
	if ((rc = doing_set(d, *r, LEVEL_FROM, slip_text(d->slip, "from"),
		 f)) ||
	    (rc = doing_set(d, *r, LEVEL_REASON,
		 slip_text(d->slip, "reason"), f)))
		return rc;
	return doing_set(
	    d, *r, LEVEL_EVIDENCE, slip_text(d->slip, "evidence"), f);
}

static enum rc
give(struct doing *d, struct fault *f)
{
	const struct code *category = category_of(d);
	struct record *casefile, *r;
	bool by_rule;
	enum rc rc = doing_casefile(d, &casefile, f);

	if (rc)
		return rc;
	if (!category)
		return no_category(f);
	if ((rc = check_reason(d, category, f)) ||
	    (rc = find_given(d, casefile->id, category->code, &r, &by_rule,
		 f)))
		return rc;
	if (r)
		return fault_set(f, RC_UNLAWFUL,
		    "%s was given already and stands", category->code);
	if ((rc = write_given(d, casefile, category, &r, f)) ||
	    (rc = facts_changed(d, casefile, f)))
		return rc;
	d->done->made = r->id;
	d->done->casefile = casefile->id;
	doing_say(d, "Saved: enhanced rights, %s.", category->label);
	return RC_OK;
}

static enum rc
take_away(struct doing *d, struct fault *f)
{
	const struct code *category = category_of(d);
	struct record *casefile, *r;
	bool by_rule;
	char now[24];
	enum rc rc = doing_casefile(d, &casefile, f);

	if (rc)
		return rc;
	if (!category)
		return no_category(f);
	if (!slip_has(d->slip, "reason"))
		return fault_set(f, RC_INVALID,
		    "reason: say why this category is taken away");
	if ((rc = find_given(d, casefile->id, category->code, &r, &by_rule,
		 f)))
		return rc;
	if (!r)
		return fault_set(f, RC_UNLAWFUL,
		    by_rule ? "%s was found by a rule: it ends when what the "
			      "rule rests on is no longer so" :
			      "nobody gave %s on this case",
		    category->code);
	if ((rc = doing_open(d, KIND_LEVEL, r->id, &r, f)))
		return rc;
	doing_now(d, now);
	record_set_text(r, LEVEL_UNTIL, now);
	rc = doing_set(d, r, LEVEL_ENDED, slip_text(d->slip, "reason"), f);
	if (rc || (rc = facts_changed(d, casefile, f)))
		return rc;
	d->done->casefile = casefile->id;
	doing_say(d, "Saved: %s is taken away. Rights are %s.",
	    category->code,
	    code_label(d->hub->codes, "level",
		record_text(casefile, CASEFILE_LEVEL)));
	return RC_OK;
}

static enum rc
look_again(struct doing *d, struct fault *f)
{
	struct record *casefile;
	enum rc rc = doing_casefile(d, &casefile, f);

	if (rc || (rc = facts_changed(d, casefile, f)))
		return rc;
	d->done->casefile = casefile->id;
	doing_say(d, "Looked again: rights are %s%s%s, service %s.",
	    record_text(casefile, CASEFILE_LEVEL),
	    *record_text(casefile, CASEFILE_LEVEL_WHY) ? " " : "",
	    record_text(casefile, CASEFILE_LEVEL_WHY),
	    code_label(d->hub->codes, "service-level",
		record_text(casefile, CASEFILE_SERVICE)));
	return RC_OK;
}

static const struct act_line give_lines[] = {
	{ "casefile", "which case, by its reference", true },
	{ "category", "E1, E2, E3a, E3b, or ED at our discretion", true },
	{ "reason", "why; it stands beside the category", true },
	{ "evidence", "what it rests on", false },
	{ "from", "from when; now if unsaid", false },
	{ NULL, NULL, false },
};

static const struct act_line end_lines[] = {
	{ "casefile", "which case, by its reference", true },
	{ "category", "the one that a person gave", true },
	{ "reason", "why it is taken away", true },
	{ NULL, NULL, false },
};

static const struct act_line again_lines[] = {
	{ "casefile", "which case, by its reference", true },
	{ NULL, NULL, false },
};

const struct act act_give_enhanced = {
	.tag = ACT_GIVE_ENHANCED,
	.name = "give_enhanced",
	.title = "Enhanced rights given",
	.help = "Give a category of enhanced rights, with the reason.",
	.lines = give_lines,
	.run = give,
};

const struct act act_end_enhanced = {
	.tag = ACT_END_ENHANCED,
	.name = "end_enhanced",
	.title = "Enhanced rights ended",
	.help = "Take away a category of enhanced rights that a person gave.",
	.lines = end_lines,
	.run = take_away,
};

const struct act act_look_again = {
	.tag = ACT_LOOK_AGAIN,
	.name = "look_again",
	.title = "Looked again",
	.help = "Look again at rights, level of service and rules of risk, by "
		"the rules as they are now.",
	.lines = again_lines,
	.run = look_again,
};
