/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_PLANBOOK_H
#define HANDRAIL_HUB_PLANBOOK_H

#include <stddef.h>
#include <stdint.h>

#include "base/rc.h"

/*
 * What the hub has decided about plans, from data/plans: when a plan is looked
 * at again, what is worth doing for which need, who may have work done at
 * their home, and how long to watch afterwards.
 */

struct buf;
struct codes;
struct planbook;
struct record;

/* One thing that is often done. */
struct plan_idea {
	const char *what;
	const char *sort;  /* of data/codes/support.cfg */
	const char *need;  /* the letter it serves */
	const char *due;   /* as typed in a date that looks forward: "1w" */
	const char *who;   /* NULL: the worker */
	const char *every; /* NULL: once */
};

/**
 * planbook_load(dir, codes, book, f):
 * Read every *.cfg in ${dir}. RC_INVALID with file and line for a code that is
 * in no list, a date that is none, or an idea that tests nothing. Given back
 * to planbook_free().
 */
NODISCARD enum rc planbook_load(const char *dir, const struct codes *codes,
    struct planbook **book, struct fault *f);
void planbook_free(struct planbook *b);

/**
 * planbook_review(b), planbook_check(b):
 * When a plan is looked at again, and when to look for new crimes after work
 * at a home, as typed in a date field: "28d". Lend.
 */
const char *planbook_review(const struct planbook *b);
const char *planbook_check(const struct planbook *b);

/**
 * planbook_ideas(b, casefile, person, now_ms, ideas, most):
 * Fill up to ${most} of ${ideas} with what is worth doing for them, in the
 * order of the files; returns how many. They lend from ${b}.
 */
size_t planbook_ideas(const struct planbook *b, const struct record *casefile,
    const struct record *person, int64_t now_ms,
    const struct plan_idea *ideas[], size_t most);

/**
 * planbook_criteria(b, casefile, person, now_ms, codes, words):
 * Add to ${codes} the criteria for work at a home that hold, parted by blanks,
 * and to ${words} their sentences; returns how many. Either may be NULL.
 */
size_t planbook_criteria(const struct planbook *b,
    const struct record *casefile, const struct record *person, int64_t now_ms,
    struct buf *codes, struct buf *words);

/**
 * planbook_all_criteria(b, words):
 * Add every criterion as a list for people: "vulnerable; a victim before".
 */
void planbook_all_criteria(const struct planbook *b, struct buf *words);

#endif /* HANDRAIL_HUB_PLANBOOK_H */
