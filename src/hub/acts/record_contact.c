/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/buf.h"
#include "base/str.h"
#include "hub/acts/acts.h"
#include "hub/acts/clocking.h"
#include "hub/doing.h"
#include "hub/hub.h"
#include "hub/slip.h"
#include "model/code.h"

/*
 * Somebody was reached, or nobody was. Tries that fail count: after them comes
 * another road or the referrer. Being reached meets the hub's own clock for
 * first contact; whether a try does is for data/deadlines to say.
 */

#define OUTCOMES "contact-outcome"

/*
 * What each way of contact, or what came of it, needs to be safe: a letter of
 * data/codes/safe. Ringing needs only that there is some safe way.
 */
static const struct {
	const char *by, *outcome, *letter, *words;
} ways[] = {
	{ "p", NULL, NULL, "a call" },
	{ "t", "sms-sent", "t", "a text" },
	{ "l", "letter-sent", "p", "a letter" },
	{ "e", "email-sent", "e", "an e-mail" },
	{ NULL, "voicemail-left", "v", "a message on the telephone" },
};

/*
 * What is not known to be safe is not safe. Ringing is judged by the person at
 * the desk, who sees the banner; "no safe way" rules it out as well.
 */
static bool
is_this_way(const struct record *contact, size_t i)
{
	return (ways[i].by &&
		   str_ieq(record_text(contact, CONTACT_BY), ways[i].by)) ||
	    (ways[i].outcome &&
		str_ieq(record_text(contact, CONTACT_OUTCOME),
		    ways[i].outcome));
}

static bool
is_safe_way(const struct record *safety, size_t i)
{
	if (safety && record_has_code(safety, SAFETY_CHANNELS, "x"))
		return false;
	return !ways[i].letter ||
	    (safety &&
		record_has_code(safety, SAFETY_CHANNELS, ways[i].letter));
}

static enum rc
check_safe(struct doing *d, const struct record *contact,
    const struct record *safety, struct fault *f)
{
	if (str_ieq(record_text(contact, CONTACT_WAY), "in") ||
	    slip_has(d->slip, "unsafe-why"))
		return RC_OK;
	for (size_t i = 0; i < sizeof(ways) / sizeof(ways[0]); i++)
		if (is_this_way(contact, i) && !is_safe_way(safety, i))
			return fault_set(f, RC_UNLAWFUL,
			    "%s is not known to be safe for this person; to "
			    "go on, give a reason (unsafe-why)",
			    ways[i].words);
	return RC_OK;
}

static enum rc
safety_of(struct doing *d, const struct record *casefile,
    struct record **safety, struct fault *f)
{
	struct record *person;
	enum rc rc = doing_peek(d, KIND_PERSON,
	    record_link(casefile, CASEFILE_PERSON), &person, f);

	*safety = NULL;
	if (rc || !person || !record_link(person, PERSON_SAFETY))
		return rc;
	return doing_peek(
	    d, KIND_SAFETY, record_link(person, PERSON_SAFETY), safety, f);
}

static enum rc
write_contact(struct doing *d, struct record *casefile,
    struct record **contact, struct fault *f)
{
	static const struct {
		const char *name;
		uint16_t tag;
	} values[] = {
		{ "outcome", CONTACT_OUTCOME },
		{ "way", CONTACT_WAY },
		{ "channel", CONTACT_BY },
		{ "note", CONTACT_NOTE },
		{ "minutes", CONTACT_MINUTES },
		{ "left", CONTACT_LEFT },
		{ "unsafe-why", CONTACT_UNSAFE_WHY },
	};
	struct record *c;
	char now[24];
	enum rc rc = doing_make(d, KIND_CONTACT,
	    record_link(casefile, CASEFILE_PERSON), 0, contact, f);

	if (rc)
		return rc;
	c = *contact;
	doing_now(d, now);
	record_set_link(c, CONTACT_CASEFILE, casefile->id);
	record_set_link(c, CONTACT_WORKER, d->hub->me.id);
	record_set_text(c, CONTACT_ON, now);
	record_set_text(c, CONTACT_WAY, "out");
	record_set_text(c, CONTACT_BY, "p");
	record_set_text(c, CONTACT_LEFT, "n");
	for (size_t i = 0; i < sizeof(values) / sizeof(values[0]) && !rc; i++)
		rc = doing_set(d, c, values[i].tag,
		    slip_text(d->slip, values[i].name), f);
	return rc;
}

/* The row's group says whether this outcome is being reached. */
static bool
is_reached(const struct doing *d, const struct record *contact)
{
	const struct code *code = code_by(d->hub->codes, OUTCOMES,
	    record_text(contact, CONTACT_OUTCOME));

	return code && code->group && strcmp(code->group, "reached") == 0;
}

/* Which of the two meets the clock of first contact is the rule's to say. */
static enum rc
tell_clocks(struct doing *d, const struct record *casefile, const char *on,
    bool reached, struct fault *f)
{
	enum rc rc = clocking_event(d, casefile, "contact-tried", on, f);

	if (!rc && reached)
		rc = clocking_event(d, casefile, "contact-made", on, f);
	return rc;
}

static enum rc
set_next(struct doing *d, struct record *casefile, bool reached,
    struct fault *f)
{
	const char *next = slip_text(d->slip, "next");
	enum rc rc =
	    doing_set(d, casefile, CASEFILE_NEXT_DUE, next, f);

	if (rc)
		return rc;
	if (!str_is_blank(next))
		record_set_text(casefile, CASEFILE_NEXT_WHAT,
		    reached ? "follow-up" : "call-back");
	if (!reached)
		record_set_number(casefile, CASEFILE_ATTEMPTS,
		    record_number(casefile, CASEFILE_ATTEMPTS) + 1);
	return RC_OK;
}

static void
say_done(struct doing *d, const struct record *casefile,
    const struct record *contact)
{
	struct buf next = { 0 };
	struct span due;

	if (record_get(casefile, CASEFILE_NEXT_DUE, &due))
		value_show(
		    kind_field_by_tag(casefile->kind, CASEFILE_NEXT_DUE), due,
		    &d->ctx, &next);
	doing_say(d, "Saved: %s. Next: %s.",
	    code_label(d->hub->codes, OUTCOMES,
		record_text(contact, CONTACT_OUTCOME)),
	    next.len ? buf_str(&next) : "nothing is set");
	buf_release(&next);
}

static enum rc
run(struct doing *d, struct fault *f)
{
	struct record *casefile, *contact, *safety;
	bool reached;
	enum rc rc = doing_casefile(d, &casefile, f);

	if (rc || (rc = write_contact(d, casefile, &contact, f)) ||
	    (rc = safety_of(d, casefile, &safety, f)) ||
	    (rc = check_safe(d, contact, safety, f)))
		return rc;
	if (!*record_text(contact, CONTACT_OUTCOME))
		return fault_set(
		    f, RC_INVALID, "outcome: say what came of it");
	reached = is_reached(d, contact);
	if ((rc = set_next(d, casefile, reached, f)))
		return rc;
	if ((rc = tell_clocks(
		 d, casefile, record_text(contact, CONTACT_ON), reached, f)))
		return rc;
	d->done->made = contact->id;
	d->done->casefile = casefile->id;
	d->done->person = record_link(casefile, CASEFILE_PERSON);
	say_done(d, casefile, contact);
	return RC_OK;
}

static const struct act_line lines[] = {
	{ "casefile", "which case, by its reference", true },
	{ "outcome", "what came of it, by code or letter", true },
	{ "next", "when to try or ring again", false },
	{ "note", "what was said", false },
	{ "channel", "p phone, t text, l letter, e e-mail; phone if unsaid",
	    false },
	{ "way", "out or in; out if unsaid", false },
	{ "minutes", "how long it took", false },
	{ "left", "y when a message was left", false },
	{ "unsafe-why", "the reason for going outside what is safe", false },
	{ NULL, NULL, false },
};

const struct act act_record_contact = {
	.tag = ACT_RECORD_CONTACT,
	.name = "record_contact",
	.title = "Contact recorded",
	.help = "Write down a call or a try, and when the next one is.",
	.lines = lines,
	.run = run,
};
