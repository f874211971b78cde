/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdio.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "ctl/commands.h"
#include "store/vault.h"

#define CTL_ROW(name) &ctl_##name,
static const struct ctl_command *const commands[] = { CTL_COMMANDS(CTL_ROW)
	    NULL };
#undef CTL_ROW

static void
help(const struct ctl *ctl)
{
	const struct ctl_command *const *c;

	puts("handrailctl COMMAND ...\n"
	     "    the work of a victim-support hub, without a screen\n");
	for (c = commands; *c != NULL; c++)
		printf("    %-13s %s\n", (*c)->name, (*c)->sentence);
	puts("\n`handrailctl COMMAND --help` says more. Options of every "
	     "command:");
	options_help(ctl->common, stdout);
}

static const struct ctl_command *
command_by_name(const char *name)
{
	const struct ctl_command *const *c;

	for (c = commands; *c != NULL; c++)
		if (strcmp((*c)->name, name) == 0)
			return *c;
	return NULL;
}

static int
unknown(const struct ctl *ctl, const char *name)
{
	const char *names[sizeof(commands) / sizeof(commands[0])], *near;
	size_t i;

	for (i = 0; commands[i] != NULL; i++)
		names[i] = commands[i]->name;
	names[i] = NULL;
	near = str_nearest(name, names);
	if (near != NULL)
		ctl_say(ctl, "there is no command \"%s\"; did you mean %s?",
		    name, near);
	else
		ctl_say(ctl,
		    "there is no command \"%s\"; --help says what there is",
		    name);
	return CTL_USAGE;
}

static int
run(struct ctl *ctl, int argc, char **argv)
{
	const struct option_row *sets[] = { ctl->common, NULL };
	struct fault f = { 0 };

	if (options_read(sets, &argc, argv, true, &f))
		return ctl_fail(ctl, NULL, &f);
	if (ctl->o.version) {
		puts("handrailctl " PACKAGE_VERSION);
		return CTL_DONE;
	}
	if (argc < 2 && !ctl->o.help)
		ctl_say(ctl, "which command? --help says what there is");
	if (argc < 2 || strcmp(argv[1], "help") == 0) {
		if (argc < 2 && !ctl->o.help)
			return CTL_USAGE;
		help(ctl);
		return CTL_DONE;
	}
	ctl->command = command_by_name(argv[1]);
	if (ctl->command == NULL)
		return unknown(ctl, argv[1]);
	return ctl->command->run(ctl, argc - 1, argv + 1);
}

/* What was printed must have arrived, or it was not done. */
static int
flushed(const struct ctl *ctl, int status)
{
	struct fault f = { 0 };

	if (fflush(stdout) == 0 && !ferror(stdout))
		return status;
	fault_errno(&f, "writing", "standard output");
	return ctl_fail(ctl, NULL, &f);
}

int
main(int argc, char **argv)
{
	struct ctl ctl = { 0 };
	int status;

	mem_keep();
	vault_harden();
	options_common(&ctl.o, ctl.common);
	ctl.arena = arena_new();
	status = run(&ctl, argc, argv);
	hub_close(ctl.hub);
	arena_free(ctl.arena);
	return flushed(&ctl, status);
}
