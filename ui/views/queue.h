/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_UI_VIEWS_QUEUE_H
#define HANDRAIL_UI_VIEWS_QUEUE_H

#include <stdbool.h>

#include "hub/due.h"
#include "hub/journey.h"
#include "hub/queue.h"
#include "ui/frame/view.h"
#include "ui/parts/rows.h"
#include "ui/views/about.h"
#include "ui/views/verbs.h"

/*
 * The work queue (L1, W1), shared by its files: queue.c hears the keys,
 * queue_list.c holds the rows and keeps them true while others work,
 * queue_filter.c narrows them, queue_draw.c draws.
 *
 * Only the rows that are shown are read, a page at a time. The row under the
 * cursor never moves on the screen because of what somebody else did; and if
 * somebody else takes it out of the queue it stays there, marked, and hears no
 * verbs, so that a key never lands on the wrong person.
 */

struct queue {
	enum queue_name name;
	size_t counts[QUEUE_COUNT];
	struct rows rows;

	struct arena *arena;    /* of the page */
	struct queue_page page; /* the rows page.from and on */
	char filter[128];       /* "" none */
	size_t *hits;           /* with a filter: which of the page's rows */
	size_t n_hits;
	bool partial; /* it has looked at the rows in hand only */

	uint64_t focus; /* the casefile the cursor was put on */
	struct arena *gone_arena;
	struct queue_row gone; /* that row, when somebody took it away */
	bool is_gone;
	int lead;     /* rows gone above it, left open so that it stays */
	size_t fresh; /* arrivals since the list was last read */

	struct subject selected[VERBS_MOST];
	size_t n_selected;
	uint64_t last_selected; /* for a range */

	struct arena *about_arena;
	uint64_t about_of; /* the casefile the preview is about */
	struct about about;
	struct timeline line; /* its journey, where there is room */
	struct due_page due;
	bool has_about, has_more;

	size_t drafts; /* how many are kept */
};

/**
 * queue_row_at(s, i):
 * The row ${i} of the list, read if need be; NULL when it is not there. Lends
 * until the next page is read.
 */
const struct queue_row *queue_row_at(struct queue *s, size_t i);

/**
 * queue_focus(s):
 * The row with the cursor, as it was shown. NULL in an empty list.
 */
const struct queue_row *queue_focus(struct queue *s);

/**
 * queue_page_in(s, from, n):
 * Have those rows read.
 */
void queue_page_in(struct queue *s, size_t from, size_t n);

/**
 * queue_load(s):
 * Read the list again with the cursor in the same place of it: the tab was
 * changed, this desk did something, or F5.
 */
void queue_load(struct queue *s);

/**
 * queue_sift(s):
 * While a filter is being typed: sift the rows that are in hand, so that each
 * letter shows at once however long the queue is. queue_load() looks at all.
 */
void queue_sift(struct queue *s);

/**
 * queue_follow(s):
 * Somebody else did something: read again with the same case under the cursor
 * in the same row of the screen.
 */
void queue_follow(struct queue *s);

/**
 * queue_moved(s):
 * The cursor was moved by hand: a case that was taken away may go.
 */
void queue_moved(struct queue *s);

/**
 * queue_preview(s, more):
 * Have the preview of the case under the cursor read; with ${more}, its journey
 * and this worker's clocks too.
 */
void queue_preview(struct queue *s, bool more);

/**
 * queue_toggle(s), queue_select_to(s), queue_select_all(s):
 * Select the row with the cursor or let go of it, and go on; select from the
 * one selected last to this; select all that are shown, or let go of all.
 */
void queue_toggle(struct queue *s);
void queue_select_to(struct queue *s);
void queue_select_all(struct queue *s);

/**
 * queue_subject(row):
 * Whom a row is about.
 */
struct subject queue_subject(const struct queue_row *row);

/**
 * queue_matches(a, row, filter, me, now_ms):
 * Whether a row passes a filter: words match any column; "crime:dom", "risk:s",
 * "safe:t", "own:me", "why:call"; "due<2d"; "-" before a word turns it round.
 * ${a} is for working in.
 */
bool queue_matches(struct arena *a, const struct queue_row *row,
    const char *filter, const char *me, int64_t now_ms);

/**
 * queue_draw(v):
 * Draw it.
 */
void queue_draw(struct view *v);

#endif /* HANDRAIL_UI_VIEWS_QUEUE_H */
