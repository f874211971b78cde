/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

/* Where a person can be passed on to, and why; and where not, and why not. */

#include <string.h>

#include "ctl/ctl.h"
#include "hub/pathway.h"
#include "hub/read.h"
#include "model/record.h"

static const struct out_column columns[] = {
	{ "offered", "offered", OUT_YES },
	{ "code", "code", OUT_WORDS },
	{ "name", "service", OUT_WORDS },
	{ "urgent", "urgent", OUT_YES },
	{ "why", "why", OUT_WORDS },
	{ "not", "why not", OUT_WORDS },
	{ "items", NULL, OUT_WORDS },
	{ "basis", NULL, OUT_WORDS },
	{ "say", NULL, OUT_WORDS },
};

static void
tell(struct out *out, const struct pathway_offer *o)
{
	out_row(out, (const char *[]){ o->offered ? "y" : "n", o->fit.code,
			 o->fit.name, o->urgent ? "y" : "n", o->why, o->not,
			 o->fit.items, o->fit.basis, o->fit.say });
}

/* The case that was named, or the newest that is open. */
static enum rc
find_case(struct ctl *ctl, const char *ref, struct record **person,
    struct record **casefile, struct fault *f)
{
	struct record_list cases;
	enum rc rc =
	    hub_by_ref(ctl->hub, ctl->arena, ref, person, casefile, f);

	if (rc || *casefile)
		return rc;
	rc = hub_children(ctl->hub, ctl->arena, (*person)->id, KIND_CASEFILE,
	    &cases, f);
	for (size_t i = 0; !rc && i < cases.n; i++)
		if (!*casefile || strcmp(record_text(cases.at[i],
					     CASEFILE_STATUS),
				      "closed") != 0)
			*casefile = cases.at[i];
	if (!rc && !*casefile)
		rc = fault_set(f, RC_MISSING, "this person has no case");
	return rc;
}

static int
run(struct ctl *ctl, int argc, char **argv)
{
	const struct option_row rows[] = {
		CTL_FORMAT(ctl),
		{ NULL, NULL, NULL, NULL, NULL },
	};
	struct record *person, *casefile;
	struct pathway_page page;
	struct fault f = { 0 };
	struct out *out;
	int status;

	if (!ctl_words(ctl, rows, &argc, argv, 1, 1, &status))
		return status;
	status = ctl_open(ctl, true);
	if (status != CTL_DONE)
		return status;
	if (find_case(ctl, argv[1], &person, &casefile, &f) ||
	    pathway_read(ctl->hub, ctl->arena, person->id, casefile->id, &page,
		&f))
		return ctl_fail(ctl, argv[1], &f);
	out = out_new(ctl->format, columns,
	    sizeof(columns) / sizeof(columns[0]), stdout);
	for (size_t i = 0; i < page.n; i++)
		tell(out, &page.at[i]);
	return out_end(out, &f) ? ctl_fail(ctl, NULL, &f) : CTL_DONE;
}

const struct ctl_command ctl_pathway = {
	.name = "pathway",
	.synopsis = "REF [--format FORMAT]",
	.sentence = "where a person can be passed on to, and why",
	.verb = "find",
	.run = run,
};
