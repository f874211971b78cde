/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_MODEL_KIND_H
#define HANDRAIL_MODEL_KIND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/rc.h"
#include "model/kinds.h"
#include "model/type.h"

/*
 * A kind is a table of fields, and that table is all that handrail knows about
 * a kind: encoding, checks, forms, lists, search, export, the words of the
 * audit trail and merging are read from it. A kind that a hub defines in
 * data/registers has the same standing as one that is built in.
 *
 * Tag numbers are on disk: never changed, never used twice. A built-in kind's
 * own fields are numbered below 1,000; those a hub adds, 1,000 and up.
 */

/* Bits of kind_field.flags, and those marked + of kind.flags. */
enum {
	KIND_NEEDED = 1 << 0,   /* a record without it is incomplete */
	KIND_SORTED = 1 << 1,   /* lists of this kind stand in its order */
	KIND_SEARCHED = 1 << 2, /* find looks here */
	KIND_PRIVATE = 1 << 3,  /* never in a report, a fault or a trace */
	KIND_SAFE = 1 << 4,     /* + lives in the safe-address area */
	KIND_REPEATED = 1 << 5, /* a group with any number of rows */
	KIND_PAST = 1 << 6,     /* a bare "fri" is the last one */
	KIND_FUTURE = 1 << 7,   /* a bare "fri" is the next one */
	KIND_HEADING = 1 << 8,  /* part of the line that stands for a record */
	KIND_FIXED = 1 << 9,    /* set by handrail, not typed on a form */
	KIND_STRICT = 1 << 10,  /* a code must be in the list */
	KIND_LETTERS = 1 << 11, /* typed as single letters of the list */
	KIND_PARENT = 1 << 12,  /* the link that says whose record this is */
	KIND_SENTENCES = 1 << 13, /* sentences begin with a capital */
	KIND_HUB = 1 << 16,       /* + lives in area 0, for every user */
	KIND_PERSONAL = 1 << 17,  /* + sealed by the person's own key */
	KIND_SITE_MADE = 1 << 18, /* + came from data/registers */
	KIND_UNKNOWN = 1 << 19 /* + placeholder for a number we do not know */
};

struct kind_field {
	uint16_t tag;
	const char *name;  /* "police-type": slips, files, export */
	const char *label; /* "Police's words": forms, lists, audit */
	const char *of;    /* the code list, or the kind a link goes to */
	const char *help;  /* one sentence */
	const char *key;   /* two letters to jump to it, or NULL */
	enum type type;
	unsigned flags;
	uint16_t max; /* most bytes; 0 is the type's own limit */
	const struct kind_field *parts; /* of a group */
	size_t n_parts;
};

struct kind {
	uint16_t tag;
	const char *name;   /* "casefile" */
	const char *title;  /* "Case" */
	const char *plural; /* "Cases" */
	const char *help;   /* one sentence: what one of these is */
	const struct kind_field *fields; /* by tag, ascending */
	size_t n;
	unsigned flags;
};

struct arena;
struct codes;
struct kinds;

/**
 * kinds_new():
 * A registry that holds every built-in kind. The caller gives it back to
 * kinds_free().
 */
struct kinds *kinds_new(void);

/**
 * kinds_add_file(k, path, f):
 * Read the libconfig file ${path} and add its kinds, or its fields to kinds
 * already there. RC_INVALID names file and line: a type we do not know, a
 * number or a name used twice, a group within itself. Then nothing is added.
 */
NODISCARD enum rc
kinds_add_file(struct kinds *k, const char *path, struct fault *f);

/**
 * kinds_add_dir(k, dir, f):
 * kinds_add_file() for every *.cfg in ${dir}, in order of name. A folder that
 * is not there adds nothing.
 */
NODISCARD enum rc
kinds_add_dir(struct kinds *k, const char *dir, struct fault *f);

/**
 * kinds_check(k, codes, f):
 * See that every code list and every kind that a field names is there.
 * RC_INVALID names the file and line of the field that points at nothing.
 */
NODISCARD enum rc
kinds_check(const struct kinds *k, const struct codes *codes, struct fault *f);

/**
 * kinds_free(k):
 * Give back ${k} and every kind in it. Does nothing when ${k} is NULL.
 */
void kinds_free(struct kinds *k);

/**
 * kinds_by_tag(k, tag):
 * The kind numbered ${tag}, or NULL. Lends until kinds_free().
 */
const struct kind *kinds_by_tag(const struct kinds *k, unsigned tag);

/**
 * kinds_by_name(k, name):
 * The kind called ${name}, or NULL. Lends.
 */
const struct kind *kinds_by_name(const struct kinds *k, const char *name);

/**
 * kinds_count(k), kinds_nth(k, i):
 * How many kinds there are, and the ${i}th by number. Lends.
 */
size_t kinds_count(const struct kinds *k);
const struct kind *kinds_nth(const struct kinds *k, size_t i);

/* Every kind of ${k} in turn as ${kind}; i is a size_t of the caller's. */
#define KIND_EACH(k, i, kind)                                                  \
	for ((i) = 0; (i) < kinds_count(k) && ((kind) = kinds_nth((k), (i)));  \
	     (i)++)

/**
 * kind_field_by_tag(kind, tag), kind_field_by_name(kind, name):
 * The field, or NULL. Lends.
 */
const struct kind_field *
kind_field_by_tag(const struct kind *kind, unsigned tag);
const struct kind_field *
kind_field_by_name(const struct kind *kind, const char *name);

/**
 * kind_part_by_tag(field, tag):
 * The part of the group ${field}, or NULL. Lends.
 */
const struct kind_field *
kind_part_by_tag(const struct kind_field *field, unsigned tag);

/**
 * kind_field_by_key(kind, key):
 * The field whose two-letter jump key is ${key}, or NULL. Lends.
 */
const struct kind_field *
kind_field_by_key(const struct kind *kind, const char *key);

/**
 * kind_unknown(arena, tag):
 * A placeholder in ${arena} for a kind whose number the registry does not have.
 */
const struct kind *kind_unknown(struct arena *arena, unsigned tag);

/**
 * kind_parent(kind):
 * The link that says whose record one of ${kind} is, or NULL. Lends.
 */
const struct kind_field *kind_parent(const struct kind *kind);

#endif /* HANDRAIL_MODEL_KIND_H */
