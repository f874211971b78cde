/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_CTL_COMMANDS_H
#define HANDRAIL_CTL_COMMANDS_H

/*
 * The rows of all commands, each in its own cmd_NAME.c, in the order of help.
 * A new command is one file and one line here.
 */

#include "ctl/ctl.h"

/* clang-format off */
#define CTL_COMMANDS(X) \
	X(init) X(demo) \
	X(find) X(show) X(timeline) X(queue) X(due) X(diary) X(duplicates) X(act) \
	X(find) X(show) X(timeline) X(queue) X(due) X(duplicates) X(act) \
	X(letter) X(letters) X(survey) \
	X(feeds) X(import) X(export) \
	X(directory) X(pathway) \
	X(pack) \
	X(verify) X(rebuild) X(digest) X(backup) X(restore) \
	X(user) X(area) X(recovery) X(audit) \
	X(check_config) X(check_keys) X(schema) X(bench)
/* clang-format on */

#define CTL_DECLARE(name) extern const struct ctl_command ctl_##name;
CTL_COMMANDS(CTL_DECLARE)
#undef CTL_DECLARE

#endif /* HANDRAIL_CTL_COMMANDS_H */
