/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/day.h"
#include "base/str.h"
#include "hub/acts/acts.h"
#include "hub/acts/clock_one.h"
#include "hub/acts/clock_slip.h"
#include "hub/acts/clocking.h"
#include "hub/acts/tasks.h"
#include "hub/gate.h"
#include "hub/hub.h"
#include "hub/slip.h"
#include "model/code.h"

/*
 * What the victim was told, when, by whom, how, and whether it was understood.
 * It meets the time limits that it answers, whoever owed them. We tell nobody
 * in a way that is not safe; what others did is written down as it was.
 */

static enum rc
write_told(struct doing *d, const struct record *casefile,
    const struct record *clock, struct record **told, struct fault *f)
{
	static const struct {
		const char *name;
		uint16_t tag;
	} values[] = {
		{ "what", TOLD_WHAT },
		{ "by", TOLD_BY },
		{ "how", TOLD_HOW },
		{ "understood", TOLD_UNDERSTOOD },
		{ "said", TOLD_SAID },
		{ "unsafe-why", TOLD_UNSAFE_WHY },
	};
	struct record *r;
	enum rc rc = doing_make(d, KIND_TOLD,
	    record_link(casefile, CASEFILE_PERSON), 0, told, f);

	if (rc)
		return rc;
	r = *told;
	record_set_link(r, TOLD_CASEFILE, casefile->id);
	record_set_text(r, TOLD_BY, "hub");
	record_set_text(r, TOLD_HOW, "p");
	record_set_link(r, TOLD_CLOCK, clock ? clock->id : 0);
	rc = clock_set_on(d, casefile, r, TOLD_ON, f);
	for (size_t i = 0; i < sizeof(values) / sizeof(values[0]) && !rc; i++)
		rc = doing_set(d, r, values[i].tag,
		    slip_text(d->slip, values[i].name), f);
	return rc;
}

/* What is told where only the clock was named: the first word of its rule. */
static enum rc
say_what(struct doing *d, const struct record *clock, struct record *told,
    struct fault *f)
{
	const struct due_rule *rule = clock ? clock_rule(d, clock) : NULL;
	const char *words = rule ? rule->told : NULL;
	struct span word;

	if (*record_text(told, TOLD_WHAT))
		return RC_OK;
	if (words && str_word(&words, &word))
		record_set(told, TOLD_WHAT, word);
	else if (clock)
		record_set_text(told, TOLD_WHAT, "other");
	else
		return fault_set(f, RC_INVALID,
		    "what: say what they were told, by its word: charged, "
		    "hearing, sentence ...");
	return RC_OK;
}

static bool
by_us(const struct record *told)
{
	return strcmp(record_text(told, TOLD_BY), "hub") == 0;
}

/* The ways of data/codes/contact-by.cfg that the gate judges. */
static bool
gate_of(const char *how, enum gate_way *way)
{
	static const struct {
		const char *how;
		enum gate_way way;
	} ways[] = { { "p", GATE_PHONE }, { "t", GATE_TEXT },
		{ "l", GATE_LETTER }, { "e", GATE_EMAIL },
		{ "v", GATE_VISIT } };

	for (size_t i = 0; i < sizeof(ways) / sizeof(ways[0]); i++)
		if (strcmp(how, ways[i].how) == 0) {
			*way = ways[i].way;
			return true;
		}
	return false;
}

/*
 * Someone who rings us has chosen the hour, so that a call is stopped only
 * where no call is safe; what we send goes out only through an open gate.
 */
static enum rc
check_safe(struct doing *d, const struct record *casefile,
    const struct record *told, struct fault *f)
{
	struct gate_verdict v;
	enum gate_way way;
	enum rc rc;

	if (!by_us(told) || slip_has(d->slip, "unsafe-why") ||
	    str_ieq(slip_text(d->slip, "way"), "in") ||
	    !gate_of(record_text(told, TOLD_HOW), &way))
		return RC_OK;
	rc = gate_check(d, record_link(casefile, CASEFILE_PERSON), way, NULL,
	    &v, f);
	if (rc || gate_is_open(&v))
		return rc;
	if (way == GATE_PHONE && v.answer != GATE_NO && !v.feared)
		return RC_OK;
	return fault_set(f, RC_UNLAWFUL,
	    "it is not known to be safe to tell them so now: %s; to go on, "
	    "give a reason, such as that they rang us (unsafe-why)",
	    v.why);
}

/* It must be said again, by somebody, tomorrow. */
static enum rc
tell_again(struct doing *d, const struct record *casefile,
    const struct record *told, struct fault *f)
{
	char due[24];
	enum rc rc;

	if (strcmp(record_text(told, TOLD_UNDERSTOOD), "n") != 0)
		return RC_OK;
	if ((rc = task_in(d, 1, "wd", due, f)))
		return rc;
	return task_make(d, casefile, "tell", due,
	    arena_printf(d->arena, "Tell them again, another way: %s",
		code_label(d->hub->codes, "told",
		    record_text(told, TOLD_WHAT))),
	    f);
}

/* Which clocks it met, in words. */
static enum rc
met_words(struct doing *d, const struct record *casefile, uint64_t told,
    struct buf *out, struct fault *f)
{
	struct record *clock;
	uint64_t *ids;
	size_t n;
	enum rc rc = doing_children(d, casefile->id, KIND_CLOCK, &ids, &n, f);

	for (size_t i = 0; i < n && !rc; i++) {
		rc = doing_peek(d, KIND_CLOCK, ids[i], &clock, f);
		if (rc || !clock || record_link(clock, CLOCK_TOLD) != told)
			continue;
		buf_printf(out, "%s%s%s", out->len ? ", " : " Met: ",
		    record_text(clock, CLOCK_RULE),
		    strcmp(record_text(clock, CLOCK_STATE), "late") == 0
			? " LATE"
			: "");
	}
	return rc;
}

static enum rc
say_done(struct doing *d, const struct record *casefile,
    const struct record *told, struct fault *f)
{
	struct buf met = { 0 };
	enum rc rc = met_words(d, casefile, told->id, &met, f);

	doing_say(d, "Saved: told of %s.%s%s",
	    code_label(d->hub->codes, "told", record_text(told, TOLD_WHAT)),
	    buf_str(&met), met.len ? "." : " No clock waited for it.");
	buf_release(&met);
	return rc;
}

static enum rc
run(struct doing *d, struct fault *f)
{
	struct record *casefile, *clock, *told;
	struct happened on;
	bool met;
	enum rc rc = clock_of_slip(d, false, &casefile, &clock, f);

	if (rc || (rc = write_told(d, casefile, clock, &told, f)) ||
	    (rc = say_what(d, clock, told, f)) ||
	    (rc = check_safe(d, casefile, told, f)))
		return rc;
	if (by_us(told))
		record_set_link(told, TOLD_WORKER, d->hub->me.id);
	if (clock && happened_at(record_text(told, TOLD_ON), &on))
		rc = clock_meet(d, clock, &on, told->id, &met, f);
	if (rc || (rc = clocking_told(d, casefile, told, f)) ||
	    (rc = tell_again(d, casefile, told, f)))
		return rc;
	d->done->made = told->id;
	d->done->casefile = casefile->id;
	d->done->person = record_link(casefile, CASEFILE_PERSON);
	return say_done(d, casefile, told, f);
}

static const struct act_line lines[] = {
	{ "casefile", "which case, by its reference", false },
	{ "clock", "the clock it answers, by its rule: VC15", false },
	{ "what", "what they were told, by its word", false },
	{ "on", "when; now if unsaid", false },
	{ "by", "who told them: hub, police, witness-care ...; us if unsaid",
	    false },
	{ "how", "p phone, t text, l letter, e e-mail, v in person", false },
	{ "understood", "y, or n when it must be told again", false },
	{ "said", "what was explained and what they asked", false },
	{ "way", "in when they came to us", false },
	{ "unsafe-why", "the reason for going outside what is safe", false },
	{ NULL, NULL, false },
};

const struct act act_tell = {
	.tag = ACT_TELL,
	.name = "tell",
	.title = "Victim told",
	.help = "Write down what the victim was told, by whom, how, and whether "
		"it was understood; meets the time limits it answers.",
	.lines = lines,
	.run = run,
};
