/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/arena.h"
#include "base/day.h"
#include "hub/acts/acts.h"
#include "hub/acts/importing.h"
#include "hub/acts/stage.h"
#include "hub/acts/tasks.h"
#include "hub/hub.h"
#include "hub/slip.h"
#include "model/code.h"

/*
 * An outcome as a force publishes it. It is kept whether or not its crime is
 * known yet: files come in any order. Once, when it is new, it moves the cases
 * that hang on the crime and raises a task to tell the victim, for telling her
 * is somebody's duty and nobody else will remind them.
 */

const char *
outcome_wording(const struct doing *d, const struct record *outcome)
{
	return code_label(
	    d->hub->codes, "outcome", record_text(outcome, OUTCOME_TYPE));
}

static enum rc
raise_task(struct doing *d, const struct record *casefile, uint64_t crime,
    const char *wording, struct fault *f)
{
	char due[24];
	const struct task_new task = { .what = "tell", .due = due,
		.crime = crime,
		.owner = record_link(casefile, CASEFILE_OWNER),
		.text = arena_printf(
		    d->arena, "Tell the victim: %s", wording) };
	enum rc rc = task_in(d, 1, "wd", due, f);

	return rc ? rc : task_raise(d, casefile, &task, f);
}

enum rc
outcome_lands(struct doing *d, uint64_t crime, uint64_t outcome,
    const char *wording, const char *month, struct fault *f)
{
	struct record *casefile;
	uint64_t *ids;
	size_t n;
	enum rc rc = doing_children(d, crime, KIND_CASEFILE, &ids, &n, f);

	for (size_t i = 0; i < n && !rc; i++) {
		rc = doing_peek(d, KIND_CASEFILE, ids[i], &casefile, f);
		if (rc || !casefile)
			continue;
		rc = stage_told(d, ids[i], outcome, wording, month, f);
		if (!rc)
			rc = raise_task(d, casefile, crime, wording, f);
	}
	return rc;
}

static enum rc
fill_outcome(struct doing *d, struct record *r, uint64_t crime, struct fault *f)
{
	enum rc rc = doing_fill(d, r, f);

	record_set_link(r, OUTCOME_CRIME, crime);
	return rc;
}

enum rc
import_outcome(struct doing *d, enum bulk_fate *fate, struct fault *f)
{
	const char *key = slip_text(d->slip, "key");
	const char *crime_key = slip_text(d->slip, "crime");
	struct record *r, *crime;
	uint64_t id, crime_id;
	enum rc rc;

	if (!*key || !*crime_key)
		return fault_set(f, RC_INVALID,
		    "crime: an outcome needs the key of its crime");
	id = hub_key_id(d->hub, KIND_OUTCOME, key);
	crime_id = hub_key_id(d->hub, KIND_CRIME, crime_key);
	if ((rc = doing_peek(d, KIND_CRIME, crime_id, &crime, f)) ||
	    (rc = doing_peek(d, KIND_OUTCOME, id, &r, f)))
		return rc;
	*fate = !crime ? BULK_WAITING : r ? BULK_SAME : BULK_NEW;
	if (r)
		return RC_OK;
	if ((rc = doing_make(d, KIND_OUTCOME, 0, id, &r, f)) ||
	    (rc = fill_outcome(d, r, crime_id, f)))
		return rc;
	return crime ? outcome_lands(d, crime_id, id,
			   outcome_wording(d, r),
			   record_text(r, OUTCOME_MONTH), f) :
		       RC_OK;
}

static enum rc
run(struct doing *d, struct fault *f)
{
	return importing_run(d, import_outcome, f);
}

static const struct act_line lines[] = {
	{ "key", "crime, month and wording together", true },
	{ "crime", "what the force calls the crime", true },
	{ "outcome.*", "month, type, force", false },
	{ NULL, NULL, false },
};

const struct act act_put_outcome = {
	.tag = ACT_PUT_OUTCOME,
	.name = "put_outcome",
	.verb = "import",
	.title = "An outcome told by a force",
	.help = "Keep an outcome, move the cases that hang on its crime, and "
		"see that the victim is told.",
	.lines = lines,
	.run = run,
};
