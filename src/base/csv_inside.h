/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_BASE_CSV_INSIDE_H
#define HANDRAIL_BASE_CSV_INSIDE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/csv.h"

/*
 * The inside of a reader, for csv.c, which keeps the window and gives out rows,
 * and csv_scan.c, which finds the cells of one.
 *
 * A window on the text slides over the file. A row is first scanned, which
 * changes nothing and only notes where its cells are, so that it can be
 * scanned again from its start when the window ends in the middle of it; then
 * it is cut, which takes out doubled quotes and puts a NUL after each cell,
 * all in place. Nothing is copied and nothing is allocated for a row.
 *
 * A NUL always stands after the window, so that the innermost loop need not
 * ask for the end.
 */

#define CELL_MOST (1024 * 1024)
#define ROW_MOST (4 * 1024 * 1024)
#define CELLS_MOST 1000

/* Where a cell is, from the start of its row. */
struct piece {
	uint32_t at, len;
	bool quoted, doubled;
};

struct csv_text;

struct csv {
	struct csv_text *text;
	struct buf window;
	bool ended;    /* the window holds the last of the text */
	size_t at;     /* where in the window the next row begins */
	uint64_t gone; /* bytes that the window has passed over */
	uint64_t line; /* of the next row */
	char delimiter;
	bool stops[256]; /* bytes that end a cell without quotes */
	size_t n;
	struct piece pieces[CELLS_MOST];
	struct csv_cell cells[CELLS_MOST];
	struct buf excerpt; /* of a row that cannot be used */
	struct csv_row header;
	struct csv_cell *names;
	char *kept; /* the texts of the names */
};

enum found {
	ROW,        /* a whole row */
	SHORT,      /* the window ends before the row does */
	NOTHING,    /* the end of the file */
	OPEN_QUOTE, /* from here on: rows that cannot be used */
	AFTER_QUOTE,
	LONG_CELL,
	LONG_ROW,
	MANY_CELLS,
	ZERO_BYTE,
	WRONG_COUNT
};

/* A row being scanned. */
struct scan {
	const uint8_t *begin, *at, *end;
	bool ended, zero, quoted;
};

/**
 * csv_scan_row(c, s):
 * Note the cells of the row at the window's place; where it ends, or where it
 * cannot go on, in ${s}.
 */
enum found csv_scan_row(struct csv *c, struct scan *s);

/**
 * csv_cut_row(c, begin):
 * Put the texts of the cells of the row that begins at ${begin} in order, each
 * with a NUL after it.
 */
void csv_cut_row(struct csv *c, uint8_t *begin);

#endif /* HANDRAIL_BASE_CSV_INSIDE_H */
