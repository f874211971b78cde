/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"
#include "hub/acts/acts.h"
#include "hub/acts/guarding.h"
#include "hub/acts/tasks.h"
#include "hub/hub.h"
#include "hub/rules.h"
#include "hub/slip.h"
#include "model/group.h"

/*
 * One step taken since somebody may be in danger: what was asked, what was
 * done, who was told. With the last that must be taken the record closes, and
 * its task with it.
 */

static enum rc
no_such(const struct rules *rules, const char *sort, struct fault *f)
{
	struct buf names = { 0 };
	enum rc rc;

	for (size_t i = 0; i < rules_guard_count(rules); i++)
		buf_printf(&names, "%s%s", i ? ", " : "",
		    rules_guard_nth(rules, i)->name);
	rc = fault_set(f, RC_INVALID,
	    "sort: there are no steps \"%s\" in data/safeguarding; there are "
	    "%s",
	    sort, buf_str(&names));
	buf_release(&names);
	return rc;
}

static bool
is_taken(const struct group *g, const char *code)
{
	for (size_t i = 0; i < g->n; i++)
		if (strcmp(group_text(&g->rows[i], STEP_TAKEN_CODE), code) == 0)
			return true;
	return false;
}

static enum rc
check_step(struct doing *d, const struct guard *g,
    const struct guard_step **step, struct fault *f)
{
	const char *code = slip_text(d->slip, "step");
	struct buf codes = { 0 };
	enum rc rc;

	*step = guard_step(g, code);
	if (!*step) {
		for (size_t i = 0; i < g->n; i++)
			buf_printf(&codes, "%s%s", i ? ", " : "",
			    g->steps[i].code);
		rc = fault_set(f, RC_INVALID,
		    "step: which of %s, not \"%s\"", buf_str(&codes), code);
		buf_release(&codes);
		return rc;
	}
	if ((*step)->told && !slip_has(d->slip, "told") &&
	    !slip_has(d->slip, "note"))
		return fault_set(f, RC_INVALID,
		    "told: say who was told, or in the note why nobody was");
	return RC_OK;
}

static enum rc
add_step(struct doing *d, struct record *r, const struct guard_step *step,
    struct group **g, struct fault *f)
{
	struct group_row *row;
	struct buf value = { 0 }, id = { 0 };
	struct span had;
	char now[24];
	enum rc rc = RC_OK;

	*g = group_new(d->arena);
	if (record_get(r, SAFEGUARDING_STEPS, &had))
		rc = group_decode(d->arena, had, g, f);
	if (rc)
		return rc;
	doing_now(d, now);
	buf_u64(&id, d->hub->me.id);
	row = group_add(*g);
	group_set_text(*g, row, STEP_TAKEN_CODE, step->code);
	group_set_text(*g, row, STEP_TAKEN_ON, now);
	group_set(*g, row, STEP_TAKEN_WORKER, buf_window(&id));
	group_set_text(
	    *g, row, STEP_TAKEN_TOLD, slip_text(d->slip, "told"));
	group_set_text(
	    *g, row, STEP_TAKEN_NOTE, slip_text(d->slip, "note"));
	group_encode(*g, &value);
	record_set(r, SAFEGUARDING_STEPS, buf_window(&value));
	buf_release(&id);
	buf_wipe(&value);
	return RC_OK;
}

/* How many steps that must be taken are left; the first of them. */
static size_t
left_of(const struct guard *g, const struct group *taken,
    const struct guard_step **first)
{
	size_t n = 0;

	*first = NULL;
	for (size_t i = 0; i < g->n; i++)
		if (g->steps[i].must && !is_taken(taken, g->steps[i].code)) {
			if (!n++)
				*first = &g->steps[i];
		}
	return n;
}

static enum rc
settle(struct doing *d, struct record *r, const struct guard *g,
    const struct group *taken, struct fault *f)
{
	const struct guard_step *next;
	size_t left = left_of(g, taken, &next);
	char now[24];

	if (left) {
		doing_say(d, "Saved. %zu to go. Next: %s", left, next->text);
		return RC_OK;
	}
	doing_now(d, now);
	record_set_text(r, SAFEGUARDING_STATE, "closed");
	record_set_text(r, SAFEGUARDING_CLOSED, now);
	doing_say(d, "Saved: %s, every step is taken.", g->title);
	return task_close(d, record_link(r, SAFEGUARDING_TASK), f);
}

static enum rc
run(struct doing *d, struct fault *f)
{
	const char *sort = slip_text(d->slip, "sort");
	const struct guard *g = rules_guard_by(d->hub->rules, sort);
	const struct guard_step *step;
	struct record *casefile, *r;
	struct group *taken;
	uint64_t id;
	enum rc rc = doing_casefile(d, &casefile, f);

	if (rc)
		return rc;
	if (!g)
		return no_such(d->hub->rules, sort, f);
	if ((rc = guarding_find(d, casefile->id, sort, &id, f)))
		return rc;
	if (!id &&
	    ((rc = guarding_open(d, casefile, sort, "asked for", f)) ||
		(rc = guarding_find(d, casefile->id, sort, &id, f))))
		return rc;
	d->done->made = id;
	d->done->casefile = casefile->id;
	doing_say(d, "The steps stand open: %s.", g->title);
	if (!slip_has(d->slip, "step"))
		return RC_OK;
	if ((rc = check_step(d, g, &step, f)) ||
	    (rc = doing_open(d, KIND_SAFEGUARDING, id, &r, f)) ||
	    (rc = add_step(d, r, step, &taken, f)))
		return rc;
	return settle(d, r, g, taken, f);
}

static const struct act_line lines[] = {
	{ "casefile", "which case, by its reference", true },
	{ "sort", "suicide, child or adult", true },
	{ "step", "the step taken, by its code; none: only begin", false },
	{ "told", "who was told, by name and body", false },
	{ "note", "what was asked and said, or why it was not done", false },
	{ NULL, NULL, false },
};

const struct act act_safeguard = {
	.tag = ACT_SAFEGUARD,
	.name = "safeguard",
	.title = "Safeguarding step",
	.help = "Write down a step taken since somebody may be in danger.",
	.lines = lines,
	.run = run,
};
