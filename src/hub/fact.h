/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_FACT_H
#define HANDRAIL_HUB_FACT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/cfg.h"
#include "base/rc.h"

/*
 * What is known of a case that rules are tested against: those of enhanced
 * rights (data/levels), of the level of service (data/triage) and of risk
 * (data/risk-rules). A rule is a group of tests in a definition file, every one
 * of which must hold; what is not known holds nothing.
 */

struct arena;
struct record;

#define FACT_EVENTS_MOST 64

/* One incident of this person's. */
struct fact_event {
	int32_t day;
	bool domestic;
};

struct facts {
	const struct record *casefile;
	const struct record *person; /* NULL: not known */
	int64_t now_ms;
	const char *tool, *grade; /* of the latest risk assessment; "" none */
	int points, strong;       /* of it; -1: there is none */
	int highest, total, marked; /* of the latest needs; -1: there are none */
	struct fact_event events[FACT_EVENTS_MOST];
	size_t n_events;
	int32_t conference_day; /* of the last risk conference; 0: none */
	uint64_t newest;        /* their newest open case; 0: not known */
	bool children;          /* in the household, or spoken of */
	const char *rights;     /* the categories that hold: "E1 E3b" */
};

/**
 * facts_of(f, casefile, person, now_ms):
 * The facts that the two records alone tell.
 */
void facts_of(struct facts *f, const struct record *casefile,
    const struct record *person, int64_t now_ms);

/* The tests of one rule; what is NULL or 0 is not tested. */
struct fact_test {
	const char *const *category, *const *risk, *const *flags;
	const char *const *tool, *const *grade, *const *rights;
	int64_t under;  /* younger than this when it happened */
	int64_t points; /* this many or more, by a risk tool */
	int64_t highest, total; /* of needs */
	int64_t marked;         /* so many needs marked or worse */
	int64_t events, days;   /* so many incidents within so many days */
	int64_t conference_days; /* a risk conference within so many days */
	bool domestic;           /* only domestic incidents are counted */
	bool since;              /* and an incident since that conference */
	bool strong, children;
};

/* A need is marked from this score on. */
#define FACT_MARKED 3

/* The rows of a rule's cfg_rule table that are its tests. */
/* clang-format off */
#define FACT_RULES \
	{ "category",	CFG_LIST,	false }, \
	{ "risk",	CFG_LIST,	false }, \
	{ "flags",	CFG_LIST,	false }, \
	{ "tool",	CFG_LIST,	false }, \
	{ "grade",	CFG_LIST,	false }, \
	{ "rights",	CFG_LIST,	false }, \
	{ "under",	CFG_INT,	false }, \
	{ "points",	CFG_INT,	false }, \
	{ "highest",	CFG_INT,	false }, \
	{ "total",	CFG_INT,	false }, \
	{ "marked",	CFG_INT,	false }, \
	{ "events",	CFG_INT,	false }, \
	{ "days",	CFG_INT,	false }, \
	{ "conference-days", CFG_INT,	false }, \
	{ "domestic",	CFG_FLAG,	false }, \
	{ "since",	CFG_FLAG,	false }, \
	{ "strong",	CFG_FLAG,	false }, \
	{ "children",	CFG_FLAG,	false }
/* clang-format on */

/**
 * fact_test_read(at, arena, t, any, f):
 * Read the tests of the rule ${at}; ${any} tells whether there is one.
 * RC_INVALID with file and line.
 */
NODISCARD enum rc fact_test_read(const struct cfg_at *at, struct arena *arena,
    struct fact_test *t, bool *any, struct fault *f);

/**
 * fact_holds(t, facts):
 * Whether every test holds; true when there is none.
 */
bool fact_holds(const struct fact_test *t, const struct facts *facts);

/**
 * fact_events(facts, days, domestic):
 * How many incidents there were in the ${days} days up to now.
 */
int fact_events(const struct facts *facts, int64_t days, bool domestic);

#endif /* HANDRAIL_HUB_FACT_H */
