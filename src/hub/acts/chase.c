/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/arena.h"
#include "hub/acts/acts.h"
#include "hub/acts/clock_one.h"
#include "hub/acts/clock_slip.h"
#include "hub/acts/tasks.h"
#include "hub/hub.h"
#include "hub/slip.h"
#include "model/code.h"

/*
 * Another body owes it; we ask, say by when we want an answer, and a task sees
 * that it comes. The answer is an act of its own.
 */

static enum rc
fill_chase(struct doing *d, const struct record *casefile,
    const struct record *clock, struct record *r, struct fault *f)
{
	static const struct {
		const char *name;
		uint16_t tag;
	} values[] = {
		{ "whom", CHASE_WHOM },
		{ "how", CHASE_HOW },
		{ "reply-due", CHASE_REPLY_DUE },
		{ "text", CHASE_TEXT },
	};
	const struct due_rule *rule = clock ? clock_rule(d, clock) : NULL;
	enum rc rc;

	record_set_link(r, CHASE_CASEFILE, casefile->id);
	record_set_link(r, CHASE_CLOCK, clock ? clock->id : 0);
	record_set_link(r, CHASE_WORKER, d->hub->me.id);
	record_set_text(r, CHASE_HOW, "p");
	if (rule)
		record_set_text(r, CHASE_WHOM, clock_holder(rule->holder));
	rc = clock_set_on(d, casefile, r, CHASE_ON, f);
	for (size_t i = 0; i < sizeof(values) / sizeof(values[0]) && !rc; i++)
		rc = doing_set(d, r, values[i].tag,
		    slip_text(d->slip, values[i].name), f);
	if (rc)
		return rc;
	if (!*record_text(r, CHASE_WHOM))
		return fault_set(f, RC_INVALID,
		    "whom: say who was asked: police, witness-care, cps, "
		    "court ...");
	if (!*record_text(r, CHASE_REPLY_DUE))
		return fault_set(f, RC_INVALID,
		    "reply-due: say by when an answer should come, such as 3d");
	return RC_OK;
}

static enum rc
raise_task(struct doing *d, const struct record *casefile,
    const struct record *chase, struct fault *f)
{
	return task_make(d, casefile, "chase",
	    record_text(chase, CHASE_REPLY_DUE),
	    arena_printf(d->arena, "An answer is due from %s",
		code_label(d->hub->codes, "told-by",
		    record_text(chase, CHASE_WHOM))),
	    f);
}

static void
done_with(struct doing *d, const struct record *casefile, uint64_t made)
{
	d->done->made = made;
	d->done->casefile = casefile->id;
	d->done->person = record_link(casefile, CASEFILE_PERSON);
}

static enum rc
chase(struct doing *d, struct fault *f)
{
	struct record *casefile, *clock, *r;
	enum rc rc = clock_of_slip(d, false, &casefile, &clock, f);

	if (!rc)
		rc = doing_make(d, KIND_CHASE,
		    record_link(casefile, CASEFILE_PERSON), 0, &r, f);
	if (rc || (rc = fill_chase(d, casefile, clock, r, f)) ||
	    (rc = raise_task(d, casefile, r, f)))
		return rc;
	if (clock && (rc = clock_look_again(d, clock, f)))
		return rc;
	done_with(d, casefile, r->id);
	doing_say(d, "Saved: %s asked; an answer is due by %.10s.",
	    code_label(d->hub->codes, "told-by", record_text(r, CHASE_WHOM)),
	    record_text(r, CHASE_REPLY_DUE));
	return RC_OK;
}

/* ---- the answer ---- */

/* The chase that the slip names, or the last that nobody answered. */
static enum rc
chase_of_slip(struct doing *d, const struct record *casefile,
    const struct record *clock, struct record **chase_out, struct fault *f)
{
	uint64_t *ids, found = slip_id(d->slip, "chase");
	struct record *r;
	size_t n;
	enum rc rc = doing_children(d, casefile->id, KIND_CHASE, &ids, &n, f);

	for (size_t i = 0; i < n && !rc && !slip_id(d->slip, "chase"); i++) {
		rc = doing_peek(d, KIND_CHASE, ids[i], &r, f);
		if (!rc && r && !*record_text(r, CHASE_REPLIED) &&
		    (!clock || record_link(r, CHASE_CLOCK) == clock->id))
			found = ids[i];
	}
	if (rc)
		return rc;
	if (!found)
		return fault_set(f, RC_UNLAWFUL,
		    "nobody waits for an answer here; chase them first");
	return doing_open(d, KIND_CHASE, found, chase_out, f);
}

/* The first task that watched for this reply; another chase has its own. */
struct watched {
	const char *due;
	bool found;
};

static bool
is_watch(const struct record *task, void *arg)
{
	struct watched *w = arg;
	bool one = !w->found &&
		   strcmp(record_text(task, TASK_WHAT), "chase") == 0 &&
		   strcmp(record_text(task, TASK_DUE), w->due) == 0;

	w->found |= one;
	return one;
}

static enum rc
end_task(struct doing *d, const struct record *casefile,
    const struct record *chase_in, struct fault *f)
{
	struct watched w = { .due = record_text(chase_in, CHASE_REPLY_DUE) };

	return task_end_those(d, casefile, is_watch, &w, NULL, f);
}

static enum rc
reply(struct doing *d, struct fault *f)
{
	struct record *casefile, *clock, *r;
	enum rc rc = clock_of_slip(d, false, &casefile, &clock, f);

	if (rc || (rc = chase_of_slip(d, casefile, clock, &r, f)) ||
	    (rc = clock_set_on(d, casefile, r, CHASE_REPLIED, f)) ||
	    (rc = doing_set(d, r, CHASE_REPLY, slip_text(d->slip, "reply"), f)))
		return rc;
	if (!*record_text(r, CHASE_REPLY))
		return fault_set(
		    f, RC_INVALID, "reply: say what they answered");
	if ((rc = end_task(d, casefile, r, f)))
		return rc;
	done_with(d, casefile, r->id);
	doing_say(d, "Saved: the answer of %s.",
	    code_label(d->hub->codes, "told-by", record_text(r, CHASE_WHOM)));
	return RC_OK;
}

static const struct act_line chase_lines[] = {
	{ "casefile", "which case, by its reference", false },
	{ "clock", "the clock it is about, by its rule: VC15", false },
	{ "whom", "who was asked; whoever owes it if unsaid", false },
	{ "how", "p phone, l letter, e e-mail, v in person", false },
	{ "on", "when; now if unsaid", false },
	{ "reply-due", "by when an answer should come: 3d", true },
	{ "text", "what was asked", false },
	{ NULL, NULL, false },
};

static const struct act_line reply_lines[] = {
	{ "casefile", "which case, by its reference", false },
	{ "clock", "the clock it is about, by its rule", false },
	{ "chase", "which chase; the last unanswered one if unsaid", false },
	{ "on", "when it came; now if unsaid", false },
	{ "reply", "what they answered", true },
	{ NULL, NULL, false },
};

const struct act act_chase = {
	.tag = ACT_CHASE,
	.name = "chase",
	.title = "Another body chased",
	.help = "Ask the body that owes it to keep a time limit, and by when an "
		"answer should come.",
	.lines = chase_lines,
	.run = chase,
};

const struct act act_chase_reply = {
	.tag = ACT_CHASE_REPLY,
	.name = "chase_reply",
	.verb = "chase",
	.title = "Answer to a chase",
	.help = "Write down what the body that was asked has answered.",
	.lines = reply_lines,
	.run = reply,
};
