/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "base/keymap.h"
#include "ctl/ctl.h"

static int
run(struct ctl *ctl, int argc, char **argv)
{
	struct fault f = { 0 };
	const char *base;
	int status;

	if (!ctl_words(ctl, NULL, &argc, argv, 1, 1, &status))
		return status;
	status = ctl_settle(ctl);
	if (status != CTL_DONE)
		return status;
	base = arena_printf(ctl->arena, "%s/keymaps/default.cfg",
	    ctl->o.data_path);
	if (keymap_check_file(argv[1], base, &f))
		return ctl_fail(ctl, NULL, &f);
	puts("The key map is well.");
	return CTL_DONE;
}

const struct ctl_command ctl_check_keys = {
	.name = "check-keys",
	.synopsis = "FILE",
	.sentence = "see whether a key map can be used, before it is",
	.run = run,
};
