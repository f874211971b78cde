/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <limits.h>
#include <pwd.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "hub/where.h"

static const char *
env(const char *name)
{
	const char *text = getenv(name);

	return text != NULL && text[0] != '\0' ? text : NULL;
}

/* True when the whole path found room. */
static bool
join(char path[WHERE_MAX], const char *folder, const char *rest)
{
	int n = snprintf(path, WHERE_MAX, "%s/%s", folder, rest);

	return n > 0 && n < WHERE_MAX;
}

static const char *
home(void)
{
	const char *folder = env("HOME");
	struct passwd *who;

	if (folder != NULL)
		return folder;
	who = getpwuid(getuid());
	return who != NULL ? who->pw_dir : NULL;
}

/* A path in the folder that ${name} gives, else in ${under} of the home. */
static bool
in_base(char path[WHERE_MAX], const char *name, const char *under,
    const char *rest)
{
	char folder[WHERE_MAX];
	const char *base = env(name);

	if (base != NULL && base[0] == '/')
		return join(path, base, rest);
	base = home();
	return base != NULL && join(folder, base, under) &&
	       join(path, folder, rest);
}

static bool
beside_program(char path[WHERE_MAX])
{
	char program[WHERE_MAX];
	ssize_t n = readlink("/proc/self/exe", program, sizeof(program) - 1);
	char *slash;

	if (n <= 0)
		return false;
	program[n] = '\0';
	slash = strrchr(program, '/');
	if (slash == NULL)
		return false;
	*slash = '\0';
	return join(path, program, "data");
}

static bool
is_data(const char *path)
{
	char inside[WHERE_MAX];

	return join(inside, path, "codes") && access(inside, R_OK | X_OK) == 0;
}

enum rc
where_data(char path[WHERE_MAX], struct fault *f)
{
	const char *told = env("HANDRAIL_DATA");

	if (told != NULL) {
		snprintf(path, WHERE_MAX, "%s", told);
		if (is_data(path))
			return RC_OK;
		return fault_set(f, RC_SYSTEM,
		    "$HANDRAIL_DATA is %s, and there are no definitions there",
		    told);
	}
	if (beside_program(path) && is_data(path))
		return RC_OK;
	snprintf(path, WHERE_MAX, "%s/data", DATADIR);
	if (is_data(path))
		return RC_OK;
	return fault_set(f, RC_SYSTEM,
	    "the definitions are neither beside the program nor in %s; "
	    "set HANDRAIL_DATA to their folder",
	    path);
}

static enum rc
in_share(char path[WHERE_MAX], const char *rest, struct fault *f)
{
	if (in_base(path, "XDG_DATA_HOME", ".local/share", rest))
		return RC_OK;
	return fault_set(f, RC_SYSTEM,
	    "there is no home folder to keep a store in; say --store DIR");
}

enum rc
where_store(char path[WHERE_MAX], struct fault *f)
{
	const char *told = env("HANDRAIL_STORE");

	if (told == NULL)
		return in_share(path, "handrail/store", f);
	snprintf(path, WHERE_MAX, "%s", told);
	return RC_OK;
}

enum rc
where_demo(char path[WHERE_MAX], struct fault *f)
{
	return in_share(path, "handrail/demo", f);
}

void
where_config(char path[WHERE_MAX])
{
	if (in_base(path, "XDG_CONFIG_HOME", ".config",
		"handrail/handrail.conf") &&
	    access(path, R_OK) == 0)
		return;
	snprintf(path, WHERE_MAX, "/etc/handrail/handrail.conf");
	if (access(path, R_OK) != 0)
		path[0] = '\0';
}

/* Room for the name of a terminal and for an address with its zone. */
#define SEAT_MAX 48

void
where_sitting(const char *program, char *out, size_t size)
{
	const char *ssh = env("SSH_CONNECTION");
	char tty[SEAT_MAX] = "", *name = tty;
	int n = 0;

	if (ttyname_r(STDIN_FILENO, tty, sizeof(tty)))
		tty[0] = '\0';
	if (strncmp(name, "/dev/", 5) == 0)
		name += 5;
	if (ssh)
		n = (int)strcspn(ssh, " ");
	snprintf(out, size, "%s%s%s%s%.*s", program, *name ? " on " : "", name,
	    n ? " from " : "", n < SEAT_MAX ? n : SEAT_MAX, n ? ssh : "");
}
