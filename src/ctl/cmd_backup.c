/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

/* A copy taken while people work. Nobody's passphrase is needed for it. */

#include <inttypes.h>
#include <stdio.h>

#include "ctl/keeping.h"
#include "store/backup.h"
#include "store/store.h"

static int
run(struct ctl *ctl, int argc, char **argv)
{
	struct backup_count n;
	struct fault f = { 0 };
	struct store *s;
	int status;

	if (!ctl_words(ctl, NULL, &argc, argv, 1, 1, &status))
		return status;
	status = keeping_store(ctl, &s);
	if (status != CTL_DONE)
		return status;
	if (backup_write(s, argv[1], &n, &f))
		status = ctl_fail(ctl, argv[1], &f);
	else
		printf("Backed up %" PRIu64 " entries to %s: %" PRIu64
		       " files, %" PRIu64 " of them copied now.\n",
		    n.entries, argv[1], n.files, n.copied);
	store_close(s);
	return status;
}

const struct ctl_command ctl_backup = {
	.name = "backup",
	.synopsis = "DIR",
	.sentence =
	    "copy the store, while people work; again copies what is new",
	.run = run,
};
