/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_LEVEL_H
#define HANDRAIL_HUB_LEVEL_H

#include <stddef.h>
#include <stdint.h>

#include "base/rc.h"

/*
 * Who has enhanced rights under the Victims' Code, and why. The tests are
 * data: data/levels. Any one of them is enough, several can hold at once, and
 * where we know too little to be sure the answer favours the victim: someone
 * who may have been seventeen is treated as a child.
 */

struct buf;
struct facts;
struct record;

struct level_rule {
	const char *id;    /* "E3a-young", what a finding is called by */
	const char *code;  /* "E3a" */
	const char *title; /* "Vulnerable" */
	const char *why;   /* the sentence for people */
	const char *source, *mark;
};

struct levels;

/**
 * levels_load(dir, levels, f):
 * Read every *.cfg in ${dir}. RC_INVALID with file and line for a rule that
 * tests nothing or is half described. Given back to levels_free().
 */
NODISCARD enum rc
levels_load(const char *dir, struct levels **levels, struct fault *f);
void levels_free(struct levels *l);

size_t levels_count(const struct levels *l);
const struct level_rule *levels_nth(const struct levels *l, size_t i);

/**
 * levels_by(l, id):
 * The rule called ${id}, or NULL. Lends.
 */
const struct level_rule *levels_by(const struct levels *l, const char *id);

/* What was found: the first rule of each code that holds, in file order. */
#define LEVEL_MOST 8
struct level_verdict {
	const char *level; /* "standard" or "enhanced" */
	const struct level_rule *rules[LEVEL_MOST];
	size_t n;
};

/**
 * level_judge(l, casefile, person, now_ms, v):
 * Judge the case ${casefile} of ${person} as of ${now_ms}, into ${v}, which
 * lends from ${l}. ${person} may be NULL when all that is known is the case.
 */
void level_judge(const struct levels *l, const struct record *casefile,
    const struct record *person, int64_t now_ms, struct level_verdict *v);

/**
 * level_judge_by(l, facts, v):
 * The same by all that is known of the case.
 */
void level_judge_by(const struct levels *l, const struct facts *facts,
    struct level_verdict *v);

/**
 * level_codes(v, out), level_why(v, out):
 * Add to ${out} the codes, "E1 E3a", and the sentences, parted by blanks.
 */
void level_codes(const struct level_verdict *v, struct buf *out);
void level_why(const struct level_verdict *v, struct buf *out);

#endif /* HANDRAIL_HUB_LEVEL_H */
