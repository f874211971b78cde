/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/buf.h"
#include "base/str.h"
#include "hub/acts/acts.h"
#include "hub/acts/clocking.h"
#include "hub/acts/reaching.h"
#include "hub/doing.h"
#include "hub/hub.h"
#include "hub/practice.h"
#include "hub/slip.h"
#include "model/code.h"

/*
 * Somebody was reached, or nobody was. Tries that fail count: after them comes
 * another road or the referrer. Being reached meets the hub's own clock for
 * first contact; whether a try does is for data/deadlines to say.
 */

#define OUTCOMES "contact-outcome"

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
		{ "interpreter", CONTACT_INTERPRETER },
		{ "checked", CONTACT_CHECKED },
		{ "unsafe-why", CONTACT_UNSAFE_WHY },
		{ "script", CONTACT_SCRIPT },
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
	if (reached) {
		record_set_number(casefile, CASEFILE_ATTEMPTS, 0);
		return RC_OK;
	}
	record_set_number(casefile, CASEFILE_ATTEMPTS,
	    record_number(casefile, CASEFILE_ATTEMPTS) + 1);
	return str_is_blank(next) ? reaching_next(d, casefile, f) : RC_OK;
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

/* Before anything is said we know who it is, by as many things as it takes. */
static enum rc
check_identity(struct doing *d, const struct record *contact, bool reached,
    struct fault *f)
{
	const char *const *of;
	const char *rest = record_text(contact, CONTACT_CHECKED);
	int want = practice_identity(d->hub->practice, &of), n = 0;
	struct span word;

	while (str_word(&rest, &word))
		n++;
	if (!reached || n >= want ||
	    str_ieq(record_text(contact, CONTACT_WAY), "in"))
		return RC_OK;
	if (n)
		return fault_set(f, RC_INVALID,
		    "checked: it takes %d things to know who it is before "
		    "anything is said", want);
	str_set(d->done->left, sizeof(d->done->left), "by what you knew them");
	return RC_OK;
}

static enum rc
run(struct doing *d, struct fault *f)
{
	struct record *casefile, *contact;
	bool reached;
	enum rc rc = doing_casefile(d, &casefile, f);

	if (rc || (rc = write_contact(d, casefile, &contact, f)) ||
	    (rc = reaching_check(d, casefile, contact, f)))
		return rc;
	if (!*record_text(contact, CONTACT_OUTCOME))
		return fault_set(
		    f, RC_INVALID, "outcome: say what came of it");
	reached = is_reached(d, contact);
	if ((rc = check_identity(d, contact, reached, f)) ||
	    (rc = set_next(d, casefile, reached, f)))
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
	{ "checked", "by which two things you knew them: n name, b birth "
		     "date, p postcode, r reference, w code word", false },
	{ "interpreter", "who interpreted, or how, if somebody did", false },
	{ "script", "the call script that was used, and its version", false },
	{ "unsafe-why", "the reason for going outside what is safe; a "
			"supervisor reads it", false },
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
