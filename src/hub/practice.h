/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_PRACTICE_H
#define HANDRAIL_HUB_PRACTICE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/rc.h"

/*
 * How the hub reaches for people, as data/contact has it: what may be done while
 * nobody has asked, how often is tried, what is asked before anything is said.
 */

struct record;

/* What may be done while it is not known to be safe. */
enum practice_unasked { PRACTICE_NO, PRACTICE_YES, PRACTICE_EYE };

struct practice_way {
	const char *way;    /* a code of safe-way */
	const char *letter; /* of safe; NULL: any safe way at all */
	enum practice_unasked unasked, feared;
	bool timed;	    /* the safe times rule it */
};

/* Tries that fail, and what then. */
struct practice_tries {
	const char *level; /* "standard" */
	int tries, days, parts;
	int close_days;	   /* working days after the last try */
	const char *end;   /* "close", or "supervisor" */
};

/* A part of the day, by the hour. */
struct practice_part {
	const char *name;
	int from, until;
};

struct practice;

/**
 * practice_load(dir, practice, f):
 * Read every *.cfg in ${dir}. RC_INVALID with file and line. Given back to
 * practice_free().
 */
NODISCARD enum rc
practice_load(const char *dir, struct practice **practice, struct fault *f);
void practice_free(struct practice *p);

/**
 * practice_way(p, way):
 * The row of ${way}, NULL when the files have none. Lends, as all here.
 */
const struct practice_way *
practice_way(const struct practice *p, const char *way);

/**
 * practice_fears(p, casefile):
 * Whether not having asked counts as not safe for the crime of this case.
 */
bool practice_fears(const struct practice *p, const struct record *casefile);

/**
 * practice_tries(p, level):
 * The row of ${level}; the first row for a level that has none; NULL when the
 * files have none at all.
 */
const struct practice_tries *
practice_tries(const struct practice *p, const char *level);

/**
 * practice_part(p, hour), practice_part_nth(p, i):
 * The part of the day that the hour lies in, and each of them; NULL for none.
 */
const struct practice_part *practice_part(const struct practice *p, int hour);
const struct practice_part *
practice_part_nth(const struct practice *p, size_t i);

/**
 * practice_again_days(p), practice_next_days(p), practice_cover(p),
 * practice_identity(p, of):
 * After how many days what is safe is asked again, 0 never; in how many working
 * days a case comes back when nobody said when; what to say to
 * somebody else; how many of the texts ${of}, ended by NULL, are asked before
 * anything is said.
 */
int practice_again_days(const struct practice *p);
int practice_next_days(const struct practice *p);
const char *practice_cover(const struct practice *p);
int practice_identity(const struct practice *p, const char *const **of);

#endif /* HANDRAIL_HUB_PRACTICE_H */
