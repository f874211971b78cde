/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_QUEUE_H
#define HANDRAIL_HUB_QUEUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/rc.h"

/*
 * Work queues: open casefiles in the order people should take them, which is
 * by when the next thing is due and then by risk, with the reason in words.
 */

struct arena;
struct hub;

enum queue_name {
	QUEUE_MINE,
	QUEUE_TEAM,
	QUEUE_UNASSIGNED,
	QUEUE_SUPERVISOR, /* what only a supervisor decides; theirs alone */
	QUEUE_COUNT
};

struct queue_row {
	uint64_t casefile, person;
	const char *ref;
	const char *name;  /* "Hussain, Amira"; "Pike, Ellie (14)" for a child */
	const char *age;   /* "35", "-" */
	const char *crime; /* "DOM", "ASB x3" */
	const char *why;   /* "first contact"; "!! ..." when risk is high */
	const char *due;   /* "TODAY 14", "1d 03h", "LATE 2d" */
	const char *safe;  /* "T", "TV", "!10-2", "!via", "-" */
	const char *who;   /* initials, "--" when nobody's */
	bool late, danger, unsafe;
	int64_t due_ms;	   /* 0: none set */
};

struct queue_page {
	struct queue_row *rows;
	size_t n;
	size_t from, total; /* total counts the whole queue */
	uint64_t as_of;	    /* the journal's head when it was read */
};

/**
 * queue_by_name(name, q):
 * Store in ${q} the queue called "mine", "team", "unassigned" or "supervisor"; false
 * if none.
 */
bool queue_by_name(const char *name, enum queue_name *q);

/**
 * queue_may(hub, q):
 * Whether this worker has the queue at all; to others it is always empty.
 */
bool queue_may(const struct hub *hub, enum queue_name q);

/**
 * queue_title(q):
 * Its name. Lends.
 */
const char *queue_title(enum queue_name q);

/**
 * queue_read(hub, arena, q, from, most, page, f):
 * Up to ${most} rows of ${q}, beginning with number ${from} (0 is the first).
 */
NODISCARD enum rc queue_read(struct hub *hub, struct arena *arena,
    enum queue_name q, size_t from, size_t most, struct queue_page *page,
    struct fault *f);

/**
 * queue_count(hub, q, n, f):
 * How many casefiles stand in ${q}.
 */
NODISCARD enum rc queue_count(
    struct hub *hub, enum queue_name q, size_t *n, struct fault *f);

/**
 * queue_place(hub, q, casefile, place, f):
 * Where the casefile stands in ${q}; RC_MISSING if it is not there.
 */
NODISCARD enum rc queue_place(struct hub *hub, enum queue_name q,
    uint64_t casefile, size_t *place, struct fault *f);

#endif /* HANDRAIL_HUB_QUEUE_H */
