/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_TIMELINE_INSIDE_H
#define HANDRAIL_HUB_TIMELINE_INSIDE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/vec.h"
#include "hub/journey.h"
#include "hub/read.h"

/*
 * What timeline.c, which gathers, and timeline_line.c, which puts one record
 * into words, share. Nobody else includes this.
 */

struct arena;
struct hub;
struct record;

struct gathering {
	struct hub *hub;
	struct arena *arena;
	const struct record *casefile;
	struct record_list told, tasks; /* of the case */
	bool back;	/* as it stood at now_ms, not as it stands */
	int64_t now_ms;
	VEC(struct timeline_step) steps;
};

/* Add the lines of one record; a step that somebody should be told of has no
 * `told` yet. */
typedef void line_fn(struct gathering *g, const struct record *r);

/* The kinds that belong to a case and how each becomes a line; ends with 0. */
struct line_source {
	unsigned kind;
	line_fn *add;
};
extern const struct line_source line_sources[];

/**
 * line_casefile(g, r), line_outcome(g, r):
 * The lines of the case itself, and of an outcome of its crime.
 */
void line_casefile(struct gathering *g, const struct record *r);
void line_outcome(struct gathering *g, const struct record *r);

/**
 * line_children(g, parent, kind, list, f), line_record(g, kind, id):
 * hub_children(), and one record or NULL, as they stood at the moment that the
 * timeline is of.
 */
NODISCARD enum rc line_children(struct gathering *g, uint64_t parent,
    unsigned kind, struct record_list *list, struct fault *f);
const struct record *
line_record(struct gathering *g, unsigned kind, uint64_t id);

/**
 * line_need(g, r) and its like:
 * The lines of assessments and what follows from them (timeline_assess.c).
 */
void line_need(struct gathering *g, const struct record *r);
void line_risk(struct gathering *g, const struct record *r);
void line_level(struct gathering *g, const struct record *r);
void line_conference(struct gathering *g, const struct record *r);
void line_safeguarding(struct gathering *g, const struct record *r);

/**
 * line_beside(g, r):
 * The line of a record that is about what goes on beside the court
 * (timeline_court.c).
 */
void line_beside(struct gathering *g, const struct record *r);

/**
 * line_add(g, r, iso, track, letter):
 * A line of ${r} at ${iso}; who and what are the caller's to fill in.
 */
struct timeline_step *line_add(struct gathering *g, const struct record *r,
    const char *iso, const char *track, char letter);

/**
 * line_label(g, list, code), line_initials(g, worker):
 * A code as people read it; a worker's initials. In the arena.
 */
const char *line_label(
    const struct gathering *g, const char *list, const char *code);
const char *line_initials(const struct gathering *g, uint64_t worker);

/**
 * line_moment(text):
 * The moment of a text as kept: a when, or milliseconds in decimal.
 */
int64_t line_moment(const char *text);

/**
 * line_day(g, iso):
 * "12 Nov". In the arena.
 */
const char *line_day(const struct gathering *g, const char *iso);

#endif /* HANDRAIL_HUB_TIMELINE_INSIDE_H */
