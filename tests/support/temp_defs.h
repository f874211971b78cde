/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_TESTS_SUPPORT_TEMP_DEFS_H
#define HANDRAIL_TESTS_SUPPORT_TEMP_DEFS_H

/* The shipped definitions, and folders of definitions made for one test. */

/**
 * temp_defs_data(name):
 * The folder ${name} of the shipped definitions. Lends until the next call.
 */
const char *temp_defs_data(const char *name);

/**
 * temp_defs_make(dir, text), temp_defs_remove(dir):
 * Make a folder, whose name goes to ${dir}, with ${text} as its only file,
 * test.cfg; take both away.
 */
void temp_defs_make(char dir[64], const char *text);
void temp_defs_remove(const char *dir);

#endif /* HANDRAIL_TESTS_SUPPORT_TEMP_DEFS_H */
