/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_RULES_H
#define HANDRAIL_HUB_RULES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/rc.h"
#include "hub/fact.h"

/*
 * What follows from what is known of a case, as data: the level of service
 * (data/triage), what a risk asks for (data/risk-rules), and the steps when
 * somebody may be in danger (data/safeguarding).
 */

struct codes;

/* Something to do that a rule makes. */
struct rule_task {
	const char *what; /* of data/codes/task.cfg */
	const char *text, *unit;
	int days;
};

struct risk_rule {
	const char *id, *title, *why, *source, *mark;
	struct fact_test test;
	bool tested; /* it has tests; else it is about judgement */
	bool judged; /* it holds when judgement raised the grade */
	const char *grade, *criterion, *steps, *flag; /* each may be NULL */
	const struct rule_task *tasks;
	size_t n_tasks;
	const char *where; /* file and line, for faults */
};

struct triage_rule {
	const char *id, *level, *why, *mark;
	struct fact_test test;
	const char *where;
};

struct guard_step {
	const char *code, *text;
	bool must, told;
};

/* The steps of one sort of danger. */
struct guard {
	const char *name, *title, *source, *mark;
	const char *const *letters; /* risk letters that ask for it; NULL */
	const struct guard_step *steps;
	size_t n;
	int hours;
	const char *where;
};

struct rules;

/**
 * rules_new(), rules_free(r):
 * An empty set of rules, given back to rules_free().
 */
struct rules *rules_new(void);
void rules_free(struct rules *r);

/**
 * rules_add_risk(r, dir, f), rules_add_triage(r, dir, f),
 * rules_add_guards(r, dir, f):
 * Read every *.cfg in ${dir}. RC_INVALID with file and line: a rule or a step
 * twice, a rule from which nothing follows, a unit that is none.
 */
NODISCARD enum rc
rules_add_risk(struct rules *r, const char *dir, struct fault *f);
NODISCARD enum rc
rules_add_triage(struct rules *r, const char *dir, struct fault *f);
NODISCARD enum rc
rules_add_guards(struct rules *r, const char *dir, struct fault *f);

/**
 * rules_check(r, codes, f):
 * See that every code and every name of steps that the rules hold is there.
 * RC_INVALID names file and line.
 */
NODISCARD enum rc rules_check(
    const struct rules *r, const struct codes *codes, struct fault *f);

size_t rules_risk_count(const struct rules *r);
const struct risk_rule *rules_risk_nth(const struct rules *r, size_t i);
const struct risk_rule *rules_risk_by(const struct rules *r, const char *id);

size_t rules_guard_count(const struct rules *r);
const struct guard *rules_guard_nth(const struct rules *r, size_t i);
const struct guard *rules_guard_by(const struct rules *r, const char *name);

/**
 * guard_step(g, code):
 * The step of ${g}, or NULL. Lends.
 */
const struct guard_step *guard_step(const struct guard *g, const char *code);

/* What triage found: the level, and every rule that gave it. */
#define TRIAGE_MOST 8
struct triage_verdict {
	const char *level; /* "" when no rule holds */
	const struct triage_rule *rules[TRIAGE_MOST];
	size_t n;
};

/**
 * rules_triage(r, facts, v):
 * The level of service that ${facts} give. Lends from ${r}.
 */
void rules_triage(const struct rules *r, const struct facts *facts,
    struct triage_verdict *v);
const struct triage_rule *rules_triage_by(
    const struct rules *r, const char *id);
size_t rules_triage_count(const struct rules *r);
const struct triage_rule *rules_triage_nth(const struct rules *r, size_t i);

#endif /* HANDRAIL_HUB_RULES_H */
