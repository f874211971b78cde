/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_CASETEST_H
#define HANDRAIL_HUB_CASETEST_H

#include <stdbool.h>
#include <stdint.h>

#include "base/rc.h"

/*
 * Whom a rule is about: the tests that pathways, sharing, criteria for work at
 * a home and suggestions for a plan have in common. What is not tested is
 * NULL or 0; what is tested must hold, all of it. Within one list any code is
 * enough.
 *
 *	crime, group	codes of data/codes/crime.cfg; their coarser groups
 *	risk, flags	letters and flags of the case
 *	needs		letters of data/codes/need.cfg
 *	consent		the letter in force; "" is not asked yet
 *	level		standard or enhanced
 *	sex		of the person
 *	from_age, to_age  how old they are now; not known passes
 */
struct case_test {
	const char *const *crime, *const *group, *const *risk, *const *flags,
	    *const *needs, *const *consent, *const *level, *const *sex;
	int from_age, to_age;
};

struct arena;
struct cfg_at;
struct codes;
struct record;

/* Rows for the cfg_check() of whoever has a test among its settings. */
/* clang-format off */
#define CASE_TEST_RULES \
	{ "crime",	CFG_LIST, false }, \
	{ "group",	CFG_LIST, false }, \
	{ "risk",	CFG_LIST, false }, \
	{ "flags",	CFG_LIST, false }, \
	{ "needs",	CFG_LIST, false }, \
	{ "consent",	CFG_LIST, false }, \
	{ "level",	CFG_LIST, false }, \
	{ "sex",	CFG_LIST, false }, \
	{ "from-age",	CFG_INT,  false }, \
	{ "to-age",	CFG_INT,  false }
/* clang-format on */

/**
 * casetest_read(at, arena, codes, t, f):
 * Read the tests of the group ${at} into ${t}, which lives in ${arena}.
 * RC_INVALID with file and line for a code that its list does not have.
 */
NODISCARD enum rc casetest_read(const struct cfg_at *at, struct arena *arena,
    const struct codes *codes, struct case_test *t, struct fault *f);

/**
 * casetest_code(at, codes, list, code, f):
 * RC_INVALID with file and line when ${list} has no such ${code}.
 */
NODISCARD enum rc casetest_code(const struct cfg_at *at,
    const struct codes *codes, const char *list, const char *code,
    struct fault *f);

/**
 * casetest_holds(t, codes, casefile, person, now_ms):
 * Whether all that ${t} tests holds. ${person} may be NULL.
 */
bool casetest_holds(const struct case_test *t, const struct codes *codes,
    const struct record *casefile, const struct record *person, int64_t now_ms);

#endif /* HANDRAIL_HUB_CASETEST_H */
