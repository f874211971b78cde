/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tests/support/temp_defs.h"

const char *
temp_defs_data(const char *name)
{
	static char path[4096];
	const char *data = getenv("HANDRAIL_DATA");

	snprintf(path, sizeof(path), "%s/%s", data ? data : "data", name);
	return path;
}

void
temp_defs_make(char dir[64], const char *text)
{
	char path[96];
	FILE *file;

	strcpy(dir, "/tmp/handrail-defs-XXXXXX");
	cr_assert(mkdtemp(dir));
	snprintf(path, sizeof(path), "%s/test.cfg", dir);
	file = fopen(path, "w");
	cr_assert(file);
	fputs(text, file);
	fclose(file);
}

void
temp_defs_remove(const char *dir)
{
	char path[96];

	snprintf(path, sizeof(path), "%s/test.cfg", dir);
	unlink(path);
	rmdir(dir);
}
