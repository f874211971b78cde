/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_LINK_RULES_H
#define HANDRAIL_HUB_LINK_RULES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/rc.h"

/*
 * When two records may be of one person, as data/linkage says it: what is
 * compared and how, what each level of agreement is worth, and which pairs are
 * looked at at all.
 */

struct arena;
struct buf;
struct kinds;

#define LINK_FIELDS 12
#define LINK_LEVELS 8 /* the crossed one among them */
#define LINK_SOURCES 4
#define LINK_BLOCKS 16
#define LINK_PARTS 3
#define LINK_SHARED 4

/* How two values of a field are compared. */
enum link_compare { LINK_NAME, LINK_DATE, LINK_CODE, LINK_WORDS };

struct link_level {
	const char *words; /* for people: "nearly the same" */
	unsigned least;	   /* thousandths of likeness */
	double m, u;	   /* how often pairs of one, of two people are so */
	double bits;	   /* log2(m / u) */
};

struct link_source {
	unsigned kind, tag;
};

struct link_field {
	const char *name, *title;
	enum link_compare compare;
	struct link_source of[LINK_SOURCES]; /* the best agreement counts */
	size_t n_of;
	int crossed;   /* the field it may be taken for; -1: none */
	bool common;   /* the highest level weighs by how common the value is */
	size_t n;      /* levels, highest first, the last for anything */
	struct link_level levels[LINK_LEVELS];
	int swapped;   /* the level of what was taken for each other; -1 */
	int shared;    /* among link_rules.shared; -1 */
};

/*
 * What people of one home have in common says less together than field by
 * field: what it adds up to is held to ${most} bits.
 */
struct link_shared {
	const char *why;
	double most;
};

enum link_part_of {
	LINK_WHOLE,
	LINK_FIRST, /* letters */
	LINK_DAY,   /* of the year */
	LINK_RARE   /* any of the rarest words */
};

struct link_part {
	size_t field;
	enum link_part_of of;
	unsigned letters;
};

/* Pairs that share every part are looked at. */
struct link_block {
	struct link_part parts[LINK_PARTS];
	size_t n;
};

struct link_rules {
	struct arena *arena;
	const char *name, *title;
	struct link_field fields[LINK_FIELDS];
	size_t n;
	struct link_block blocks[LINK_BLOCKS];
	size_t n_blocks;
	struct link_shared shared[LINK_SHARED];
	size_t n_shared;
	double repeats; /* other records the average person has */
	double hint, review, strong; /* probabilities */
};

/**
 * link_rules_load(dir, kinds, rules, f):
 * Read the *.cfg of ${dir}, of which the last in order of names counts, so that
 * a hub's own stands above ours. RC_INVALID with file and line for a field that
 * is not there, levels that do not fall to 0 or whose m or u do not add up to
 * one, or a block of no field. Given back to link_rules_free().
 */
NODISCARD enum rc link_rules_load(const char *dir, const struct kinds *kinds,
    struct link_rules **rules, struct fault *f);
void link_rules_free(struct link_rules *rules);

/**
 * link_compare_name(compare):
 * What the files call it.
 */
const char *link_compare_name(enum link_compare compare);

/**
 * link_rules_settle(rules):
 * Work out the bits again after m and u changed.
 */
void link_rules_settle(struct link_rules *rules);

/**
 * link_rules_write(rules, kinds, out):
 * Add the rules to ${out} as a file of data/linkage.
 */
void link_rules_write(const struct link_rules *rules, const struct kinds *kinds,
    struct buf *out);

#endif /* HANDRAIL_HUB_LINK_RULES_H */
