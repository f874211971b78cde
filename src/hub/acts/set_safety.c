/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "base/str.h"
#include "hub/acts/acts.h"
#include "hub/acts/facts.h"
#include "hub/acts/card_of.h"
#include "hub/acts/person.h"
#include "hub/doing.h"
#include "hub/slip.h"

/* What is safe for this person, as of now. There is one such card a person. */

/* A line that was set to nothing takes the value away: it is no longer so. */
static void
take_away(struct doing *d, struct record *card)
{
	static const struct {
		const char *name;
		uint16_t tag;
	} lines[] = {
		{ "safety.channels", SAFETY_CHANNELS },
		{ "safety.times", SAFETY_TIMES },
		{ "safety.say", SAFETY_SAY },
		{ "safety.avoid", SAFETY_AVOID },
		{ "safety.who", SAFETY_WHO },
		{ "safety.word", SAFETY_WORD },
		{ "safety.until", SAFETY_UNTIL },
	};

	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++) {
		const char *text = slip_get(d->slip, lines[i].name);

		if (text && str_is_blank(text))
			record_clear(card, lines[i].tag);
	}
}

static enum rc
run(struct doing *d, struct fault *f)
{
	struct record *person, *card;
	enum rc rc = person_of_slip(d, &person, f);

	if (rc || (rc = card_of(d, person, &card, f)) ||
	    (rc = doing_fill(d, card, f)))
		return rc;
	take_away(d, card);
	card_asked(d, card);
	if ((rc = facts_event_for(d, person->id, "safety", f)) ||
	    (rc = facts_changed_for(d, person->id, f)))
		return rc;
	d->done->made = card->id;
	doing_say(d, "Saved what is safe for %s.",
	    record_text(person, PERSON_REF));
	return RC_OK;
}

static const struct act_line lines[] = {
	{ "person", "whom it is about, by reference", true },
	{ "safety.channels", "letters: t text, v voicemail, e email, p post, "
			     "w set times, x none", false },
	{ "safety.times", "when, in their words", false },
	{ "safety.say", "the word to say", false },
	{ "safety.avoid", "what never to do", false },
	{ "safety.who", "who may answer", false },
	{ "safety.word", "the code word by which they know us", false },
	{ "safety.withhold", "y when our number must not show", false },
	{ "safety.no-contact", "y when they asked us not to be in touch", false },
	{ "safety.until", "until when it holds", false },
	{ NULL, NULL, false },
};

const struct act act_set_safety = {
	.tag = ACT_SET_SAFETY,
	.name = "set_safety",
	.title = "Safe contact set",
	.help = "Write down which ways of contact are safe, when, and what to "
		"say.",
	.lines = lines,
	.run = run,
};
