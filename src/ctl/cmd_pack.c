/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

/*
 * The pack for a risk conference, to be printed or sent by a secure way.
 */

#include <stdio.h>

#include "base/buf.h"
#include "ctl/ctl.h"
#include "edge/pack.h"
#include "hub/looked.h"
#include "hub/read.h"
#include "model/kinds.h"
#include "model/record.h"

static int
run(struct ctl *ctl, int argc, char **argv)
{
	const struct option_row rows[] = {
		{ NULL, NULL, NULL, NULL, NULL },
	};
	struct record *person, *casefile;
	struct record_list cases = { 0 };
	struct buf out = { 0 };
	struct fault f = { 0 };
	int status;

	if (!ctl_words(ctl, rows, &argc, argv, 1, 1, &status))
		return status;
	if ((status = ctl_open(ctl, true)) != CTL_DONE)
		return status;
	if (hub_by_ref(ctl->hub, ctl->arena, argv[1], &person, &casefile, &f))
		return ctl_fail(ctl, argv[1], &f);
	if (casefile == NULL &&
	    hub_children(ctl->hub, ctl->arena, person->id, KIND_CASEFILE,
		&cases, &f))
		return ctl_fail(ctl, argv[1], &f);
	if (casefile == NULL && cases.n > 0)
		casefile = cases.at[cases.n - 1];
	if (casefile == NULL ||
	    pack_write(ctl->hub, casefile->id, &out, &f)) {
		buf_wipe(&out);
		return ctl_fail(ctl, argv[1], &f);
	}
	hub_looked(ctl->hub, LOOKED_EXPORTED, KIND_PERSON, person->id,
	    "the pack for a risk conference");
	status = ctl_looked(ctl);
	if (status == CTL_DONE)
		fwrite(out.at, 1, out.len, stdout);
	buf_wipe(&out);
	return status;
}

const struct ctl_command ctl_pack = {
	.name = "pack",
	.synopsis = "REF",
	.sentence = "what goes to the risk conference that a case is referred to",
	.verb = "refer_conference",
	.run = run,
};
