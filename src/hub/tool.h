/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_TOOL_H
#define HANDRAIL_HUB_TOOL_H

#include <stdbool.h>
#include <stddef.h>

#include "base/rc.h"

/*
 * Risk tools are data: data/risk, one file a tool. What ships holds numbers,
 * weights and a few neutral words for each question; the wording that people
 * are to be asked is licensed, and the service that holds the licence writes it
 * into its own copy.
 */

struct codes;

#define TOOL_QUESTIONS_MOST 64

/* One answer that can be given, and what it counts. */
struct tool_choice {
	char key; /* of data/codes/answer.cfg */
	const char *label;
	int points;
};

struct tool_question {
	const char *number;  /* "15", as the tool has it */
	const char *label;   /* a few neutral words of ours */
	const char *wording; /* what to ask, under licence; NULL: not entered */
	const char *hint;
	const char *part;   /* heading above it; NULL: none */
	const char *letter; /* the risk letter a yes means; NULL */
	const char *steps;  /* steps of data/safeguarding a yes asks for */
	const char *only_if; /* asked only when that one was yes; NULL */
	bool strong; /* a yes is grave whatever the score */
	const struct tool_choice *choices;
	size_t n_choices;
};

struct tool_grade {
	const char *grade; /* of data/codes/risk-grade.cfg */
	int from;          /* this many points or more */
	int days;          /* when to go through it again; 0: not said */
	const char *mark, *source;
};

struct tool {
	const char *name; /* of data/codes/risk-tool.cfg */
	const char *title, *version, *source, *mark;
	const char *const *categories; /* offered first for these; NULL: none */
	const char *const *before;     /* what to settle before asking */
	const struct tool_question *questions;
	size_t n;
	const struct tool_grade *grades; /* highest first */
	size_t n_grades;
	const char *where; /* file and line, for faults */
};

struct tools;

/**
 * tools_load(dir, tools, f):
 * Read every *.cfg in ${dir}. RC_INVALID with file and line: a question or a
 * tool twice, questions that wait for each other, no grade from 0. Given back
 * to tools_free().
 */
NODISCARD enum rc
tools_load(const char *dir, struct tools **tools, struct fault *f);
void tools_free(struct tools *t);

/**
 * tools_check(t, codes, f):
 * See that every code the tools name is in its list. RC_INVALID names file and
 * line.
 */
NODISCARD enum rc tools_check(
    const struct tools *t, const struct codes *codes, struct fault *f);

size_t tools_count(const struct tools *t);
const struct tool *tools_nth(const struct tools *t, size_t i);

/**
 * tool_by(t, name), tool_for(t, category):
 * The tool called ${name}; the first that is for crimes of ${category}. NULL
 * when there is none. Lends.
 */
const struct tool *tool_by(const struct tools *t, const char *name);
const struct tool *tool_for(const struct tools *t, const char *category);

/**
 * tool_question(t, number):
 * The place of the question, t->n when it is none of this tool's.
 */
size_t tool_question(const struct tool *t, const char *number);

/**
 * tool_choice(q, key):
 * The choice of ${q} by its key, in either case; NULL if there is none.
 */
const struct tool_choice *tool_choice(
    const struct tool_question *q, char key);

/**
 * tool_is_asked(t, i, answers):
 * Whether question ${i} is to be asked, given the answers so far: a key for
 * each question, 0 for none yet.
 */
bool tool_is_asked(const struct tool *t, size_t i, const char *answers);

/* What the answers add up to. */
struct tool_sum {
	int points, answered, strong, left; /* left: asked, not answered */
	const struct tool_grade *grade;
};

/**
 * tool_add(t, answers, sum):
 * Add up ${answers}, a key for each question of ${t}, 0 where there is none.
 */
void tool_add(const struct tool *t, const char *answers, struct tool_sum *sum);

#endif /* HANDRAIL_HUB_TOOL_H */
