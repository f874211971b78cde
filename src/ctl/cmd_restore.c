/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

/* A store from a backup. It starts a new life, so that nothing is counted twice
 * by those who knew the old one. */

#include <inttypes.h>
#include <stdio.h>

#include "ctl/keeping.h"
#include "store/backup.h"

static int
run(struct ctl *ctl, int argc, char **argv)
{
	struct backup_count n;
	struct fault f = { 0 };
	int status;

	if (!ctl_words(ctl, NULL, &argc, argv, 1, 1, &status))
		return status;
	status = ctl_settle(ctl);
	if (status != CTL_DONE)
		return status;
	if (backup_restore(argv[1], ctl->o.store_path, NULL, &n, &f)) {
		if (f.rc == RC_MISSING)
			f.rc = RC_SYSTEM;
		return ctl_fail(ctl, argv[1], &f);
	}
	printf("Restored %" PRIu64 " entries to %s.\n", n.entries,
	    ctl->o.store_path);
	return CTL_DONE;
}

const struct ctl_command ctl_restore = {
	.name = "restore",
	.synopsis = "DIR",
	.sentence = "make a store from a backup, where there is none yet",
	.run = run,
};
