/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_NEEDS_H
#define HANDRAIL_HUB_NEEDS_H

#include <stddef.h>

#include "base/rc.h"

/*
 * How needs are scored with a person, which is data: data/needs. In what order
 * they are asked, what each point of the scale means, when to score again, and
 * what makes the hub look again before that.
 */

/* More needs than this in a file are refused. */
#define NEEDS_MOST 16

struct needs_ask {
	const char *code; /* of data/codes/need.cfg */
	const char *title;
	const char *ask;   /* what to say */
	const char *hints; /* what to listen for */
};

/* What is to be looked at again when something changed. */
struct needs_again {
	const char *event; /* "incident", "safety" */
	const char *what;  /* of data/codes/task.cfg: "risk", "needs" */
	const char *text, *mark;
	int days;
};

struct needs;

/**
 * needs_load(dir, needs, f):
 * Read every *.cfg in ${dir}. RC_INVALID with file and line: a need twice, a
 * scale with a gap, no row for a low score. Given back to needs_free().
 */
NODISCARD enum rc
needs_load(const char *dir, struct needs **needs, struct fault *f);
void needs_free(struct needs *n);

/**
 * needs_count(n), needs_nth(n, i), needs_place(n, code):
 * The needs in the order they are asked; where ${code} stands, needs_count()
 * when it is none of them.
 */
size_t needs_count(const struct needs *n);
const struct needs_ask *needs_nth(const struct needs *n, size_t i);
size_t needs_place(const struct needs *n, const char *code);

/**
 * needs_top(n), needs_word(n, points):
 * The highest point of the scale; what a point means, "" for none.
 */
int needs_top(const struct needs *n);
const char *needs_word(const struct needs *n, int points);

/**
 * needs_review_days(n, highest):
 * In how many days to score again when ${highest} was the highest score; 0 when
 * no row says.
 */
int needs_review_days(const struct needs *n, int highest);

/**
 * needs_again_count(n), needs_again_nth(n, i):
 * What is looked at again, after what.
 */
size_t needs_again_count(const struct needs *n);
const struct needs_again *needs_again_nth(const struct needs *n, size_t i);

#endif /* HANDRAIL_HUB_NEEDS_H */
