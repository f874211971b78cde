/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/str.h"
#include "hub/acts/acts.h"
#include "hub/acts/clock_one.h"
#include "hub/acts/clock_slip.h"
#include "hub/hub.h"
#include "hub/slip.h"
#include "model/code.h"

/*
 * What came of a clock, where it was not that the victim was told: it does not
 * apply, she said it is not needed, it stands still, it cannot be known. And
 * why one was late.
 */

typedef enum rc outcome_fn(
    struct doing *, struct record *clock, struct fault *f);

/* The reason that the slip names, as a code; an empty one is refused. */
static enum rc
read_exception(struct doing *d, struct record *clock, const char **code,
    struct fault *f)
{
	enum rc rc = doing_set(d, clock, CLOCK_EXCEPTION,
	    slip_text(d->slip, "exception"), f);

	*code = record_text(clock, CLOCK_EXCEPTION);
	if (!rc && !**code)
		return fault_set(f, RC_INVALID,
		    "exception: say the lawful reason: o opted out, p could "
		    "harm the investigation, u no safe way, d no duty");
	return rc;
}

static enum rc
not_apply(struct doing *d, struct record *clock, struct fault *f)
{
	const char *code;
	enum rc rc = read_exception(d, clock, &code, f);

	return rc ? rc : clock_except(d, clock, code, f);
}

static enum rc
waive(struct doing *d, struct record *clock, struct fault *f)
{
	return clock_except(d, clock, "waived", f);
}

static enum rc
pause(struct doing *d, struct record *clock, struct fault *f)
{
	const char *code;
	enum rc rc = read_exception(d, clock, &code, f);

	return rc ? rc : clock_pause(d, clock, code, f);
}

static enum rc
not_known(struct doing *d, struct record *clock, struct fault *f)
{
	(void)d;
	if (!clock_is_open(clock))
		return fault_set(f, RC_UNLAWFUL,
		    "this clock has ended: it was met, or does not apply");
	record_set_text(clock, CLOCK_STATE, "unknown");
	return RC_OK;
}

static enum rc
done(struct doing *d, struct record *clock, struct fault *f)
{
	struct record *casefile, *said = record_copy(d->arena, clock);
	struct happened on;
	bool met;
	enum rc rc = doing_peek(d, KIND_CASEFILE,
	    record_link(clock, CLOCK_CASEFILE), &casefile, f);

	if (!rc)
		rc = clock_set_on(d, casefile, said, CLOCK_MET, f);
	if (rc || !happened_at(record_text(said, CLOCK_MET), &on))
		return rc;
	return clock_meet(d, clock, &on, 0, &met, f);
}

/* clang-format off */
static const struct outcome {
	const char *code;
	outcome_fn *run;
	bool why; /* wants a reason in words */
	const char *said;
} outcomes[] = {
	{ "done",	done,			false, "it was done" },
	{ "waived",	waive,			true,  "they said it is not needed" },
	{ "excepted",	not_apply,		true,  "it does not apply" },
	{ "paused",	pause,			true,  "it stands still" },
	{ "running",	clock_resume,		false, "it runs on" },
	{ "unknown",	not_known,		true,  "it is not known" },
	{ "seen",	clock_look_again,	false, "looked at" },
};
/* clang-format on */

#define OUTCOMES (sizeof(outcomes) / sizeof(outcomes[0]))

static const struct outcome *
outcome_of_slip(const struct doing *d)
{
	const char *text = slip_text(d->slip, "outcome");
	const struct code_list *list =
	    code_list(d->hub->codes, "clock-outcome");

	for (size_t i = 0; list && i < list->n; i++)
		if (text[0] && !text[1] && list->codes[i].letter == text[0])
			text = list->codes[i].code;
	for (size_t i = 0; i < OUTCOMES; i++)
		if (str_ieq(outcomes[i].code, text))
			return &outcomes[i];
	return NULL;
}

static void
tell_done(struct doing *d, const struct record *casefile,
    const struct record *clock)
{
	d->done->made = clock->id;
	d->done->casefile = casefile->id;
	d->done->person = record_link(casefile, CASEFILE_PERSON);
}

static enum rc
run(struct doing *d, struct fault *f)
{
	const struct outcome *o = outcome_of_slip(d);
	struct record *casefile, *clock;
	enum rc rc;

	if (!o)
		return fault_set(f, RC_INVALID,
		    "outcome: say done, waived, excepted, paused, running, "
		    "unknown or seen");
	if ((rc = clock_of_slip(d, true, &casefile, &clock, f)))
		return rc;
	if (o->why && !slip_has(d->slip, "why"))
		return fault_set(f, RC_INVALID,
		    "why: say the reason, in a few words");
	if ((rc = o->run(d, clock, f)) ||
	    (rc = doing_set(d, clock, CLOCK_WHY, slip_text(d->slip, "why"), f)))
		return rc;
	record_set_link(clock, CLOCK_BY, d->hub->me.id);
	tell_done(d, casefile, clock);
	doing_say(d, "Saved: %s, %s.", record_text(clock, CLOCK_RULE), o->said);
	return RC_OK;
}

static bool
is_late(const struct doing *d, const struct record *clock)
{
	struct happened due, now;
	char iso[24];

	if (strcmp(record_text(clock, CLOCK_STATE), "late") == 0)
		return true;
	doing_now(d, iso);
	return clock_is_open(clock) && happened_at(iso, &now) &&
	       happened_at(record_text(clock, CLOCK_DUE), &due) &&
	       !happened_by(&now, &due);
}

static enum rc
late(struct doing *d, struct fault *f)
{
	struct record *casefile, *clock;
	enum rc rc = clock_of_slip(d, true, &casefile, &clock, f);

	if (rc)
		return rc;
	if (!is_late(d, clock))
		return fault_set(f, RC_UNLAWFUL,
		    "this clock is not late: there is nothing to explain");
	rc = doing_set(d, clock, CLOCK_WHY, slip_text(d->slip, "why"), f);
	if (rc)
		return rc;
	if (!*record_text(clock, CLOCK_WHY))
		return fault_set(f, RC_INVALID, "why: say why it was late");
	record_set_link(clock, CLOCK_BY, d->hub->me.id);
	tell_done(d, casefile, clock);
	doing_say(d, "Saved: why %s was late.", record_text(clock, CLOCK_RULE));
	return RC_OK;
}

static const struct act_line lines[] = {
	{ "casefile", "which case, by its reference", false },
	{ "clock", "which clock, by its rule: VC15", true },
	{ "outcome", "done, waived, excepted, paused, running, unknown, seen",
	    true },
	{ "exception", "the lawful reason, by its word or letter", false },
	{ "on", "when it was done; now if unsaid", false },
	{ "why", "the reason, in a few words", false },
	{ NULL, NULL, false },
};

static const struct act_line late_lines[] = {
	{ "casefile", "which case, by its reference", false },
	{ "clock", "which clock, by its rule: VC15", true },
	{ "why", "why it was late", true },
	{ NULL, NULL, false },
};

const struct act act_clock_outcome = {
	.tag = ACT_CLOCK_OUTCOME,
	.name = "clock_outcome",
	.title = "What came of a clock",
	.help = "Say that a time limit was met by something else than telling, "
		"stands still, does not apply, or cannot be known.",
	.lines = lines,
	.run = run,
};

const struct act act_late_reason = {
	.tag = ACT_LATE_REASON,
	.name = "late_reason",
	.verb = "clock_outcome",
	.title = "Why a clock was late",
	.help = "Write down why a time limit was not kept.",
	.lines = late_lines,
	.run = late,
};
