/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

/* One hash of everything as it stands. */

#include <inttypes.h>

#include <stdio.h>

#include "ctl/ctl.h"
#include "fold/fold.h"

static int
run(struct ctl *ctl, int argc, char **argv)
{
	struct fault f = { 0 };
	uint8_t digest[32];
	uint64_t unfolded;
	int status;

	if (!ctl_words(ctl, NULL, &argc, argv, 0, 0, &status))
		return status;
	status = ctl_open(ctl, true);
	if (status != CTL_DONE)
		return status;
	if (fold_unfolded(ctl->hub->fold, &unfolded, &f) ||
	    fold_digest(ctl->hub->fold, digest, &f))
		return ctl_fail(ctl, NULL, &f);
	for (size_t i = 0; i < sizeof(digest); i++)
		printf("%02x", digest[i]);
	printf("\n");
	if (unfolded == 0)
		return CTL_DONE;
	ctl_say(ctl,
	    "the store was rebuilt by somebody without every area, and %" PRIu64
	    " entries wait for a user who holds theirs; this is the digest of "
	    "the rest, and becomes that of everything when such a user opens "
	    "the store",
	    unfolded);
	return CTL_NOT_WELL;
}

const struct ctl_command ctl_digest = {
	.name = "digest",
	.synopsis = "",
	.sentence = "one hash of all records as they stand",
	.run = run,
};
