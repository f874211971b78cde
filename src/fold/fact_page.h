/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_FOLD_FACT_PAGE_H
#define HANDRAIL_FOLD_FACT_PAGE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/rc.h"
#include "fold/fact.h"

/*
 * Where rows of facts lie. The first case of a person has the row that the
 * number of their key gives: page slot / 255, row slot % 255. It stands in the
 * header of the entry, so every desk finds the same place, whatever it can
 * open. Further cases, and those of nobody, stand in the order of their
 * numbers in one longer page for every 2,048 keys.
 *
 * A key of TABLE_FACT is area u16, which of the two u8 (1, 2), page u32. Rows of
 * the tail wait in a lane of the overlay of their own, in clear (no name is in
 * them), behind the key of their page: row u16, number of the case u64; the
 * value is the epoch u16 and the row. When the overlay is poured, each page
 * that any of them falls on is opened, changed and sealed once, by the highest
 * epoch of what it holds.
 */

#define FACT_KEY_LEN 7

struct fold_at;
struct look;
struct overlay_node;
struct record;
struct txn;
struct walk;

#define FACT_NOT_THERE INT64_MIN

/**
 * fact_put(look, at, id, was, now):
 * Put into the overlay what one change made of the row of case ${id}: ${was} is
 * which of the person's cases it was, FACT_NOT_THERE for a new one; ${now} is
 * NULL when it was withdrawn.
 */
void fact_put(const struct look *look, const struct fold_at *at, uint64_t id,
    int64_t was, const struct record *now);

/**
 * fact_pour(look, f):
 * Put the rows that wait into the pages of the tables.
 */
NODISCARD enum rc fact_pour(const struct look *look, struct fault *f);

/* A place among the pages, those of the tables and of the tail at once. */
struct fact_walk {
	const struct look *look;
	struct walk *below; /* NULL: none */
	bool below_on;
	const struct overlay_node *above;
	uint8_t key[FACT_KEY_LEN];
	uint16_t epoch;
	struct buf plain; /* the rows */
};

/**
 * fact_walk_open(look, w, f), fact_walk_next(w, f), fact_walk_close(w):
 * Go through all pages in the order of their keys; RC_END behind the last.
 * Those whose key this user has not are passed over.
 */
NODISCARD enum rc fact_walk_open(
    const struct look *look, struct fact_walk *w, struct fault *f);
NODISCARD enum rc fact_walk_next(struct fact_walk *w, struct fault *f);
void fact_walk_close(struct fact_walk *w);

#endif /* HANDRAIL_FOLD_FACT_PAGE_H */
