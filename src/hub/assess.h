/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_ASSESS_H
#define HANDRAIL_HUB_ASSESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/rc.h"
#include "hub/needs.h"
#include "hub/read.h"
#include "hub/tool.h"

/*
 * Assessments as they are read: what was scored at each point, how far somebody
 * has come between two of them, what a risk tool gave, and all of it in a few words.
 */

struct arena;
struct hub;
struct record;

#define SCORE_UNSAID (-1)   /* not asked, or not yet */
#define SCORE_REFUSED (-2)  /* asked, and did not wish to say */

/* One time the needs were scored. By the order of hub->needs. */
struct assess_scores {
	const struct record *r;
	int points[NEEDS_MOST];
	const char *note[NEEDS_MOST];
	int total, answered, refused;
	int highest; /* -1 when nothing was answered */
	int marked;  /* needs scored FACT_MARKED or more */
};

struct assess_history {
	struct assess_scores *at; /* oldest first */
	size_t n;
};

/* How far they came: what each score fell by, so more is better. */
struct assess_moved {
	int by[NEEDS_MOST];
	bool both[NEEDS_MOST]; /* answered at both points */
	int answered, total;
};

/**
 * assess_scores_read(needs, arena, r, out, f):
 * What the assessment ${r} says. Lends from ${arena}.
 */
NODISCARD enum rc assess_scores_read(const struct needs *needs,
    struct arena *arena, const struct record *r, struct assess_scores *out,
    struct fault *f);

/**
 * assess_is_scored(s):
 * Whether anything was asked at all: a goal alone is no assessment.
 */
bool assess_is_scored(const struct assess_scores *s);

/**
 * assess_needs(hub, arena, casefile, h, f):
 * Every time the needs were scored on the case ${casefile}.
 */
NODISCARD enum rc assess_needs(struct hub *hub, struct arena *arena,
    uint64_t casefile, struct assess_history *h, struct fault *f);

/**
 * assess_point(h, point), assess_last(h):
 * The last time at ${point} ("first", "review", "end"); the last of all. NULL
 * when there is none.
 */
const struct assess_scores *assess_point(
    const struct assess_history *h, const char *point);
const struct assess_scores *assess_last(const struct assess_history *h);

/**
 * assess_distance(n, from, to, m):
 * How far they came from ${from} to ${to}, over the ${n} needs, counting only
 * what was answered at both.
 */
void assess_distance(size_t n, const struct assess_scores *from,
    const struct assess_scores *to, struct assess_moved *m);

/**
 * assess_answers(tool, arena, r, answers, f):
 * The answers of the risk assessment ${r}: a key for each question of ${tool},
 * 0 where there is none, into ${answers} (TOOL_QUESTIONS_MOST bytes).
 */
NODISCARD enum rc assess_answers(const struct tool *tool, struct arena *arena,
    const struct record *r, char *answers, struct fault *f);

/**
 * assess_brief(hub, arena, casefile, needs, risk, f):
 * Where the case stands in a few words: "14, 7 better" of ${needs}, "HIGH, dash
 * 15" of ${risk}; "" for what was never assessed.
 */
NODISCARD enum rc assess_brief(struct hub *hub, struct arena *arena,
    uint64_t casefile, const char **needs, const char **risk,
    struct fault *f);

#endif /* HANDRAIL_HUB_ASSESS_H */
