/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "base/str.h"
#include "hub/acts/acts.h"
#include "hub/doing.h"
#include "hub/hub.h"
#include "hub/slip.h"

/* A line that begins with ";" holds the caller's own words. */

static enum rc
run(struct doing *d, struct fault *f)
{
	const char *text = slip_text(d->slip, "text");
	struct record *casefile, *note;
	char now[24];
	enum rc rc = doing_casefile(d, &casefile, f);

	if (rc)
		return rc;
	if (str_is_blank(text))
		return fault_set(f, RC_INVALID, "text: the note is empty");
	rc = doing_make(d, KIND_NOTE, record_link(casefile, CASEFILE_PERSON), 0,
	    &note, f);
	if (!rc)
		rc = doing_set(d, note, NOTE_TEXT, text, f);
	if (rc)
		return rc;
	doing_now(d, now);
	record_set_link(note, NOTE_CASEFILE, casefile->id);
	record_set_text(note, NOTE_ON, now);
	record_set_link(note, NOTE_WORKER, d->hub->me.id);
	record_set_flag(note, NOTE_EXACT, text[0] == ';');
	d->done->made = note->id;
	d->done->casefile = casefile->id;
	doing_say(d, "Saved the note.");
	return RC_OK;
}

static const struct act_line lines[] = {
	{ "casefile", "which case, by its reference", true },
	{ "text", "the note; \";\" first for their exact words", true },
	{ NULL, NULL, false },
};

const struct act act_add_note = {
	.tag = ACT_ADD_NOTE,
	.name = "add_note",
	.title = "Note",
	.help = "Add a note to a case.",
	.lines = lines,
	.run = run,
};
