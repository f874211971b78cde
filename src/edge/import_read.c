/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/mem.h"
#include "edge/seen.h"

#include "edge/import_read.h"

#define BATCH 2000
#define AHEAD 2

struct import_reader {
	struct csv *csv;
	struct feed_map *map;
	struct seal_digest *hash;
	struct seen *seen;
	struct import_batch batches[AHEAD];
	size_t lent; /* batches given out so far; the last is with the caller */
	bool alone;  /* no second thread was to be had */

	pthread_t thread;
	pthread_mutex_t lock; /* of what follows */
	pthread_cond_t moved;
	size_t filled, given_back; /* counts of batches */
	bool stop;
};

/* ---- filling a batch ---- */

static void
empty_batch(struct import_batch *b)
{
	VEC_CLEAR(&b->rows);
	VEC_CLEAR(&b->refusals);
	arena_reset(b->arena);
	b->repeated = 0;
	b->rc = RC_OK;
}

/* What the file says, whatever it is packed or written in. */
static void
hash_row(struct import_reader *r, const struct csv_row *row)
{
	for (size_t i = 0; i < row->n; i++)
		seal_digest_add(r->hash,
		    span_of(row->cells[i].text, row->cells[i].len + 1));
	seal_digest_add(r->hash, span_str("\n"));
}

static void
refuse(struct import_batch *b, const struct csv_row *row, size_t column,
    const char *reason)
{
	*VEC_ADD(&b->refusals) = (struct import_refusal){ *row, column,
		arena_str(b->arena, reason) };
}

/* A row that CSV itself refuses, kept in the batch. */
static void
refuse_unread(struct import_batch *b, const struct csv_row *row,
    const char *reason)
{
	struct csv_row kept = *row;
	struct csv_cell *cells = arena_get(b->arena, row->n * sizeof(*cells));

	for (size_t i = 0; i < row->n; i++)
		cells[i] =
		    (struct csv_cell){ arena_strn(b->arena, row->cells[i].text,
					   row->cells[i].len),
			    row->cells[i].len };
	kept.cells = cells;
	refuse(b, &kept, row->column, reason);
}

/* Map one row into the batch, unless it is refused or repeated. */
static void
take_row(struct import_reader *r, struct import_batch *b,
    const struct csv_row *row)
{
	struct feed_row *mapped = VEC_ADD(&b->rows);
	struct fault why = { 0 };
	size_t column;
	uint64_t nth;

	if (feed_map_row(r->map, row, b->arena, mapped, &column, &why)) {
		refuse(b, &mapped->as_it_was, column, why.text);
		b->rows.n--;
		return;
	}
	nth = seen_add(r->seen, mapped->key);
	if (mapped->lone) {
		feed_name_lone(mapped, nth, b->arena);
	} else if (nth > 1) {
		b->repeated++;
		b->rows.n--;
	}
}

static void
fill_batch(struct import_reader *r, struct import_batch *b)
{
	empty_batch(b);
	for (size_t i = 0; i < BATCH && !b->rc; i++) {
		struct csv_row row;

		b->rc = csv_row(r->csv, &row, &b->fault);
		if (b->rc && b->rc != RC_INVALID)
			break;
		hash_row(r, &row);
		if (b->rc)
			refuse_unread(b, &row, b->fault.text);
		else
			take_row(r, b, &row);
		b->rc = RC_OK;
	}
	b->offset = csv_offset(r->csv);
}

/* ---- the two threads ---- */

/* Wait until a batch may be filled; false when nobody wants it. */
static bool
may_fill(struct import_reader *r)
{
	bool stop;

	pthread_mutex_lock(&r->lock);
	while (!r->stop && r->filled - r->given_back == AHEAD)
		pthread_cond_wait(&r->moved, &r->lock);
	stop = r->stop;
	pthread_mutex_unlock(&r->lock);
	return !stop;
}

static void *
read_ahead(void *arg)
{
	struct import_reader *r = arg;
	bool last = false;

	while (!last && may_fill(r)) {
		struct import_batch *b = &r->batches[r->filled % AHEAD];

		fill_batch(r, b);
		last = b->rc != RC_OK;
		pthread_mutex_lock(&r->lock);
		r->filled++;
		pthread_cond_signal(&r->moved);
		pthread_mutex_unlock(&r->lock);
	}
	return NULL;
}

struct import_reader *
import_reader_start(struct csv *csv, struct feed_map *map,
    struct seal_digest *hash)
{
	struct import_reader *r = mem_get(sizeof(*r));

	r->csv = csv;
	r->map = map;
	r->hash = hash;
	r->seen = seen_new();
	for (size_t i = 0; i < AHEAD; i++)
		r->batches[i].arena = arena_new();
	hash_row(r, csv_header(csv));
	pthread_mutex_init(&r->lock, NULL);
	pthread_cond_init(&r->moved, NULL);
	r->alone = pthread_create(&r->thread, NULL, read_ahead, r) != 0;
	return r;
}

struct import_batch *
import_reader_next(struct import_reader *r)
{
	struct import_batch *b = &r->batches[r->lent % AHEAD];

	if (r->alone) {
		fill_batch(r, b);
		return b;
	}
	pthread_mutex_lock(&r->lock);
	r->given_back = r->lent;
	pthread_cond_signal(&r->moved);
	while (r->filled == r->lent)
		pthread_cond_wait(&r->moved, &r->lock);
	pthread_mutex_unlock(&r->lock);
	r->lent++;
	return b;
}

void
import_reader_stop(struct import_reader *r)
{
	if (!r)
		return;
	pthread_mutex_lock(&r->lock);
	r->stop = true;
	pthread_cond_signal(&r->moved);
	pthread_mutex_unlock(&r->lock);
	if (!r->alone)
		pthread_join(r->thread, NULL);
	pthread_mutex_destroy(&r->lock);
	pthread_cond_destroy(&r->moved);
	for (size_t i = 0; i < AHEAD; i++) {
		VEC_RELEASE(&r->batches[i].rows);
		VEC_RELEASE(&r->batches[i].refusals);
		arena_free(r->batches[i].arena);
	}
	seen_free(r->seen);
	free(r);
}
