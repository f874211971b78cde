/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "hub/acts/acts.h"
#include "hub/hub.h"
#include "model/diff.h"

#include "hub/acts/importing.h"

importing_fn *
importing_of(unsigned tag)
{
	static const struct {
		unsigned tag;
		importing_fn *fn;
	} imports[] = {
		{ ACT_PUT_CRIME, import_crime },
		{ ACT_PUT_OUTCOME, import_outcome },
		{ ACT_PUT_POLICE_REFERRAL, import_police_referral },
		{ ACT_PUT_PERSON, import_person },
		{ ACT_PUT_SURVEY_REPLY, import_survey_reply },
	};

	for (size_t i = 0; i < sizeof(imports) / sizeof(imports[0]); i++)
		if (imports[i].tag == tag)
			return imports[i].fn;
	return NULL;
}

enum bulk_fate
importing_fate(
    struct doing *d, const struct record *was, const struct record *is)
{
	struct change c;

	if (!was)
		return BULK_NEW;
	return diff_make(d->arena, was, is, &c) ? BULK_CHANGED : BULK_SAME;
}

enum rc
importing_run(struct doing *d, importing_fn *import, struct fault *f)
{
	static const char *const words[BULK_FATES] = { "It is new.",
		"It has changed.", "It was known as it is.",
		"It was known as it is.", "It was withdrawn.", "It was refused.",
		"It is kept until its crime is known." };
	enum bulk_fate fate;
	enum rc rc;

	d->strict = true;
	rc = import(d, &fate, f);
	if (!rc)
		doing_say(d, "%s", words[fate]);
	return rc;
}

/* The demonstration's changes carry this act; nobody can do it by name. */
const struct act act_invent = {
	.tag = ACT_INVENT,
	.name = "invent",
	.verb = "import",
	.title = "Invented for the demonstration",
	.help = "The invented past of a demonstration store.",
};
