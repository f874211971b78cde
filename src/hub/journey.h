/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_JOURNEY_H
#define HANDRAIL_HUB_JOURNEY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/rc.h"

/*
 * Journeys are data: data/journeys holds the states of a case, the moves that
 * are open from each, and which police or court wording leads to which state.
 */

struct arena;
struct hub;

struct journey_state {
	const char *code;        /* "S11" */
	const char *name;        /* "NFA" */
	const char *label;       /* "no further action" */
	const char *meaning;     /* a sentence */
	const char *track;       /* "police", "court", "sentence", "hub" */
	char letter;             /* of the timeline's drawing */
	const char *const *next; /* codes; ends with NULL */
	bool end;
	bool stop; /* for this suspect or charge it is over */
};

struct journeys;

/**
 * journeys_load(dir, journeys, f):
 * Read every *.cfg in ${dir}. RC_INVALID with file and line for a move to a
 * state that is not there, a state twice, a state nothing leads to, or one that
 * no way out of comes to an end.
 */
NODISCARD enum rc
journeys_load(const char *dir, struct journeys **journeys, struct fault *f);
void journeys_free(struct journeys *j);

/**
 * journey_state(j, code):
 * The state, or NULL. Lends.
 */
const struct journey_state *
journey_state(const struct journeys *j, const char *code);

/**
 * journey_count(j), journey_nth(j, i):
 * The states in the order of the file. Lends.
 */
size_t journey_count(const struct journeys *j);
const struct journey_state *journey_nth(const struct journeys *j, size_t i);

/**
 * journey_is_open(j, from, to):
 * Whether the move is one the journey holds. "" as ${from} opens every state
 * that a journey may begin with.
 */
bool
journey_is_open(const struct journeys *j, const char *from, const char *to);

/**
 * journey_leads(j, from, to):
 * Whether some way leads from one to the other, however many moves it takes.
 */
bool journey_leads(const struct journeys *j, const char *from, const char *to);

/**
 * journey_is_further(j, a, b):
 * Whether a case with one charge at ${a} and another at ${b} stands at ${a}: the
 * later in the file, but one that goes on before one that has stopped.
 */
bool journey_is_further(const struct journeys *j, const char *a, const char *b);

/**
 * journey_of_outcome(j, wording):
 * The state that a force's wording of an outcome leads to; NULL where it says
 * nothing ("Status update unavailable") or we do not know it. Lends.
 */
const char *journey_of_outcome(const struct journeys *j, const char *wording);

/**
 * journey_knows_outcome(j, wording):
 * Whether the wording is one we know, whether or not it says anything.
 */
bool journey_knows_outcome(const struct journeys *j, const char *wording);

/**
 * journey_review(j, wording):
 * Who may be asked to look at the decision again: words among "police" and
 * "cps", "no", or "" where that is not known. Lends.
 */
const char *journey_review(const struct journeys *j, const char *wording);

/**
 * journey_ways(j, from, out):
 * Add the states open from ${from} to ${out}: "S02 investigation, S11 ...".
 */
void journey_ways(const struct journeys *j, const char *from, struct buf *out);

/* One line of a person's or a case's timeline, oldest first. */
struct timeline_step {
	int64_t at_ms;
	const char *when; /* "31 Aug 2026", "1 Sep 16:10" */
	const char *iso;  /* as recorded */
	const char *who;  /* "police", "JS" */
	const char *what;
	const char *track; /* police court service contact clock hub */
	const char *told;  /* what the victim was told and when, or "" */
	const char *state; /* the stage it came to; "" for what is no step */
	char letter;       /* for the drawing; explained in the legend */
	uint64_t casefile, record;
};

struct timeline {
	struct timeline_step *at;
	size_t n;
};

/**
 * timeline_read(hub, arena, person, casefile, line, f):
 * The journey of one case, or of all the person's cases when ${casefile} is 0.
 */
NODISCARD enum rc timeline_read(struct hub *hub, struct arena *arena,
    uint64_t person, uint64_t casefile, struct timeline *line, struct fault *f);

/**
 * timeline_as_of(hub, arena, person, casefile, at_ms, line, f):
 * The same as the hub knew it at ${at_ms}; 0 is now.
 */
NODISCARD enum rc timeline_as_of(struct hub *hub, struct arena *arena,
    uint64_t person, uint64_t casefile, int64_t at_ms, struct timeline *line,
    struct fault *f);

#endif /* HANDRAIL_HUB_JOURNEY_H */
