/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_MODEL_CODE_H
#define HANDRAIL_MODEL_CODE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/rc.h"

/*
 * Code lists: data/codes/NAME.cfg, one list each. A code is never taken out of
 * its file, for records hold it; it is retired with `until`, and from then on
 * shown but not offered.
 */

struct code {
	const char *code;
	const char *label;
	const char *brief; /* for a narrow column: "HATE race"; or the code */
	const char *group; /* NULL or a coarser code for tallies */
	const char *mark;  /* NULL or a note on where the code comes from */
	const char *say;   /* NULL or words for a banner, "DO NOT text" */
	const char *from;  /* NULL or the first day it may be used */
	const char *until; /* NULL or the last day it may be used */
	const char *next;  /* NULL or the code that took its place */
	char letter;       /* 0 or the key that picks it */
	bool alone;        /* in a set, leaves room for no other */
};

struct code_list {
	const char *name;
	const char *title;
	const char *path; /* the file, for faults */
	const struct code *codes;
	size_t n;
	bool letters; /* picked by single letters */
};

struct codes;

/**
 * codes_load(dir, codes, f):
 * Read every *.cfg in ${dir} and store the lists in ${codes}, to be given back
 * to codes_free(). RC_INVALID names file and line of what is wrong: a code, a
 * letter or a list twice, a label missing, an unknown setting, a code that is
 * followed by one that is not in its list.
 */
NODISCARD enum rc
codes_load(const char *dir, struct codes **codes, struct fault *f);

/**
 * codes_new(), codes_add_file(codes, path, f):
 * The same one file at a time; a list that is there already is refused.
 */
struct codes *codes_new(void);
NODISCARD enum rc
codes_add_file(struct codes *codes, const char *path, struct fault *f);

/**
 * codes_free(codes):
 * Give everything back. Does nothing when ${codes} is NULL.
 */
void codes_free(struct codes *codes);

/**
 * codes_count(codes), codes_nth(codes, i), code_list(codes, name):
 * The lists in order of name; one by its name, or NULL. Lends.
 */
size_t codes_count(const struct codes *codes);
const struct code_list *codes_nth(const struct codes *codes, size_t i);
const struct code_list *code_list(const struct codes *codes, const char *name);

/**
 * code_by(codes, list, code):
 * The row of ${code}, retired or not, letters of either case; NULL if the list
 * has none. Lends.
 */
const struct code *
code_by(const struct codes *codes, const char *list, const char *code);

/**
 * code_by_letter(codes, list, letter):
 * The row picked by ${letter}, NULL if none. Lends.
 */
const struct code *
code_by_letter(const struct codes *codes, const char *list, char letter);

/**
 * code_label(codes, list, code):
 * Its label, or ${code} itself where the list does not know it. Lends.
 */
const char *
code_label(const struct codes *codes, const char *list, const char *code);

/**
 * code_match(codes, list, typed, best, n):
 * Store in ${best} up to ${n} codes that ${typed} can mean, best first: the
 * exact code, the letter, codes that begin so, labels that begin so, words of
 * labels that begin so. Retired codes only when typed exactly. Returns how
 * many; blank text gives the list in its order.
 */
size_t code_match(const struct codes *codes, const char *list,
    const char *typed, const struct code **best, size_t n);

#endif /* HANDRAIL_MODEL_CODE_H */
