/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_BASE_CSV_H
#define HANDRAIL_BASE_CSV_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/disk.h"
#include "base/rc.h"

/*
 * Reading and writing CSV by RFC 4180, as it comes from other people: lines
 * that end in LF, CRLF or CR, with a byte order mark or without, in UTF-8,
 * Windows-1252 or UTF-16, parted by comma, semicolon or tab, plain or gzipped.
 * Read as a stream in bounded memory: a cell has at most 1 MiB, a row 4 MiB
 * and 1,000 cells. What comes out is valid UTF-8 without NULs.
 *
 * One bad row spoils nothing else: after a quote that is never closed, or a
 * row over several lines whose number of cells is wrong, reading goes on with
 * the line after the one where the row began.
 */
struct csv;

enum csv_encoding {
	CSV_AUTO, /* by mark, else UTF-8 unless it cannot be */
	CSV_UTF8,
	CSV_WINDOWS_1252,
	CSV_UTF16LE,
	CSV_UTF16BE
};

struct csv_options {
	char delimiter; /* 0: the most frequent of , ; TAB in the first line */
	enum csv_encoding encoding;
	bool no_header; /* the first row is a row like the others */
};

/* A NUL follows the text. */
struct csv_cell {
	const char *text;
	size_t len;
};

/* Lent until the next csv_row() or csv_close(). */
struct csv_row {
	const struct csv_cell *cells;
	size_t n;
	uint64_t line;  /* where it begins; the first line is 1 */
	uint64_t bytes; /* where it ends in the decoded text */
	size_t column;  /* after RC_INVALID, which cell, from 1; else 0 */
};

/**
 * csv_open(d, path, o, csv, f):
 * Open ${path} and read its header. ${o} may be NULL. The caller gives ${*csv}
 * to csv_close(). RC_INVALID for a folder, an empty file, a header that cannot
 * be read, has a name twice or is not text.
 */
NODISCARD enum rc csv_open(const struct disk *d, const char *path,
    const struct csv_options *o, struct csv **csv, struct fault *f);

/**
 * csv_open_bytes(bytes, o, csv, f):
 * The same from memory that outlives it.
 */
NODISCARD enum rc csv_open_bytes(struct span bytes, const struct csv_options *o,
    struct csv **csv, struct fault *f);
void csv_close(struct csv *csv);

/**
 * csv_header(csv):
 * The header, its names trimmed; n is 0 with no_header. Lends, as long as the
 * csv is open.
 */
const struct csv_row *csv_header(const struct csv *csv);

/**
 * csv_row(csv, row, f):
 * The next row that is not blank. RC_END after the last. RC_INVALID when this
 * row cannot be used: the fault says why without repeating it, row->column
 * where, the cells hold what could be made of it, and the next call goes on.
 * Extra cells that are empty are dropped; other rows longer or shorter than
 * the header are RC_INVALID. Anything else: the file cannot be read further.
 */
NODISCARD enum rc
csv_row(struct csv *csv, struct csv_row *row, struct fault *f);

/**
 * csv_offset(csv), csv_size(csv):
 * How much of the file as stored has been read, and how much there is (0 when
 * not known): for a progress bar.
 */
uint64_t csv_offset(const struct csv *csv);
uint64_t csv_size(const struct csv *csv);

/**
 * csv_delimiter(csv), csv_encoding(csv):
 * What was found or told.
 */
char csv_delimiter(const struct csv *csv);
enum csv_encoding csv_encoding(const struct csv *csv);

/**
 * csv_cell(b, text, first):
 * Add one cell, with a comma before it unless it is the ${first}, quoted if it
 * must be. A text that a spreadsheet would run (beginning with = + - @ TAB or
 * CR, and not just a negative number) gets an apostrophe in front.
 */
void csv_cell(struct buf *b, const char *text, bool first);

/**
 * csv_cell_as_is(b, text, len, first):
 * The same without the apostrophe: for giving a row back as it was.
 */
void csv_cell_as_is(struct buf *b, const char *text, size_t len, bool first);

/**
 * csv_end(b):
 * End the line, with CRLF as RFC 4180 has it.
 */
void csv_end(struct buf *b);

#endif /* HANDRAIL_BASE_CSV_H */
