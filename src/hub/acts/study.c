/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <ctype.h>
#include <string.h>

#include "base/str.h"
#include "base/utf8.h"
#include "hub/acts/acts.h"
#include "hub/acts/choosing.h"
#include "hub/acts/casework.h"
#include "hub/hub.h"
#include "hub/slip.h"

/*
 * A story for the board or for training. It is told with the person's own
 * agreement, and it must not say who they are: a text that holds their name,
 * number or place is refused. Taking the agreement back takes the story out.
 */

static const struct set_line study_lines[] = {
	{ "title", STUDY_TITLE },
	{ "text", STUDY_TEXT },
	{ "for", STUDY_FOR },
	{ "consent", STUDY_CONSENT },
	{ "agreed", STUDY_AGREED },
};

/* What of a person no story may hold, and what it is called. */
static const struct {
	uint16_t tag;
	const char *what;
} telling[] = {
	{ PERSON_GIVEN, "first name" },
	{ PERSON_FAMILY, "surname" },
	{ PERSON_PHONE, "telephone number" },
	{ PERSON_EMAIL, "e-mail address" },
	{ PERSON_POSTCODE, "postcode" },
	{ PERSON_VIA_NAME, "helper's name" },
	{ PERSON_REF, "reference" },
};

static bool
is_letter(char c)
{
	return isalnum((unsigned char)c) || (unsigned char)c >= 0x80;
}

/* ${word} as a word of its own in ${text}, case aside; both folded. */
static bool
has_word(const char *text, const char *word)
{
	size_t n = strlen(word);

	for (const char *at = text; (at = strstr(at, word)); at++) {
		bool starts = at == text || !is_letter(at[-1]);
		bool ends = !is_letter(at[n]);

		if (starts && ends)
			return true;
	}
	return false;
}

static enum rc
check_hidden(struct doing *d, const struct record *casefile,
    const struct record *study, struct fault *f)
{
	struct record *person;
	char *text = utf8_fold(d->arena, record_text(study, STUDY_TEXT));
	char *title = utf8_fold(d->arena, record_text(study, STUDY_TITLE));
	enum rc rc = doing_peek(d, KIND_PERSON,
	    record_link(casefile, CASEFILE_PERSON), &person, f);

	for (size_t i = 0;
	     !rc && person && i < sizeof(telling) / sizeof(telling[0]); i++) {
		const char *word =
		    utf8_fold(d->arena, record_text(person, telling[i].tag));

		if (strlen(word) > 1 &&
		    (has_word(text, word) || has_word(title, word)))
			rc = fault_set(f, RC_UNLAWFUL,
			    "text: it holds their %s; tell it without",
			    telling[i].what);
	}
	return rc;
}

static enum rc
write_study(struct doing *d, struct fault *f)
{
	struct record *casefile, *study;
	char now[24];
	enum rc rc = doing_casefile(d, &casefile, f);

	d->strict = true;
	if (rc ||
	    (rc = case_child(
		 d, KIND_STUDY, casefile, STUDY_CASEFILE, &study, f)) ||
	    (rc = set_lines(d, study, study_lines,
		 sizeof(study_lines) / sizeof(study_lines[0]), f)))
		return rc;
	if (!record_flag(study, STUDY_CONSENT))
		return fault_set(f, RC_UNLAWFUL,
		    "consent: a story is told only when they agreed to it; ask "
		    "them, then say y");
	if (!*record_text(study, STUDY_TEXT) ||
	    !*record_text(study, STUDY_TITLE))
		return fault_set(f, RC_INVALID,
		    "title, text: a story has a title and is told");
	if ((rc = check_hidden(d, casefile, study, f)))
		return rc;
	doing_now(d, now);
	record_set_text(study, STUDY_ON, now);
	if (!*record_text(study, STUDY_AGREED))
		record_set_text(study, STUDY_AGREED, now);
	record_set_text(study, STUDY_CATEGORY,
	    record_text(casefile, CASEFILE_CATEGORY));
	record_set_link(study, STUDY_WORKER, d->hub->me.id);
	doing_say(d, "Saved the story. They may take it back at any time.");
	return RC_OK;
}

static const struct choice which = {
	.slip = "study",
	.what = "case study",
	.kind = KIND_STUDY,
	.casefile = STUDY_CASEFILE,
	.by = { STUDY_TITLE },
	.over = STUDY_WITHDRAWN,
};

static enum rc
withdraw(struct doing *d, struct fault *f)
{
	struct record *casefile, *study;
	char now[24];
	enum rc rc = choose(d, &which, &casefile, &study, f);

	if (rc)
		return rc;
	doing_now(d, now);
	record_set_text(study, STUDY_WITHDRAWN, now);
	record_set_flag(study, STUDY_CONSENT, false);
	record_clear(study, STUDY_TEXT);
	doing_say(d, "The story is taken out.");
	return RC_OK;
}

/* clang-format off */
static const struct act_line write_lines[] = {
	{ "casefile", "which case, by its reference", true },
	{ "title", "a title that tells nobody who it is", true },
	{ "text", "the story, without names, places or numbers", true },
	{ "consent", "y: they agreed to its being told", true },
	{ "agreed", "when they agreed; now if unsaid", false },
	{ "for", "where it may be told", false },
	{ NULL, NULL, false },
};

static const struct act_line withdraw_lines[] = {
	{ "casefile", "which case, by its reference", false },
	{ "study", "which, by title or from 1; the only one if unsaid", false },
	{ NULL, NULL, false },
};
/* clang-format on */

const struct act act_write_study = {
	.tag = ACT_WRITE_STUDY,
	.name = "write_study",
	.title = "Case study",
	.help = "Tell a case as a story without names, with their agreement.",
	.lines = write_lines,
	.run = write_study,
};

const struct act act_withdraw_study = {
	.tag = ACT_WITHDRAW_STUDY,
	.name = "withdraw_study",
	.verb = "write_study",
	.title = "Case study taken out",
	.help = "Take a story out because they no longer agree.",
	.lines = withdraw_lines,
	.run = withdraw,
};
