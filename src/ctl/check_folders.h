/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_CTL_CHECK_FOLDERS_H
#define HANDRAIL_CTL_CHECK_FOLDERS_H

#include "base/rc.h"

/*
 * The folders of definitions, each with who reads it in earnest. A new folder
 * is one row here, beside its row in hub/decided.c.
 */

/* RC_INVALID with file and line for the first thing that is wrong. */
typedef enum rc check_fn(const char *path, struct fault *f);

struct check_folder {
	const char *name;
	check_fn *file;	 /* each file */
	check_fn *whole; /* then the folder, if its files are well; or NULL */
};

/* Ends with a NULL name. */
extern const struct check_folder check_folders[];

#endif /* HANDRAIL_CTL_CHECK_FOLDERS_H */
