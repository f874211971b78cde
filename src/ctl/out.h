/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_CTL_OUT_H
#define HANDRAIL_CTL_OUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "base/buf.h"
#include "base/rc.h"

/*
 * A list as people or programs want it. As text: columns lined up, harmless to
 * a terminal, and free to change. As csv: RFC 4180 with a header line, no cell
 * that a spreadsheet would run. As json: one object a line, its keys in order.
 * The last two do not change without a new major version, so a column's name is
 * for ever.
 */

#define OUT_COLUMNS 64

enum out_format { OUT_TEXT, OUT_CSV, OUT_JSON };

enum out_type {
	OUT_WORDS,
	OUT_NUMBER, /* to the right; bare in json */
	OUT_YES     /* "y" or "n"; true or false in json */
};

struct out_column {
	const char *name;  /* in csv and json */
	const char *title; /* over the text; NULL: only in csv and json */
	enum out_type type;
};

struct out;

/**
 * out_new(format, columns, n, file):
 * Begin a list of ${n} columns on ${file}. The columns are lent until
 * out_end().
 */
struct out *out_new(enum out_format format, const struct out_column *columns,
    size_t n, FILE *file);

/**
 * out_row(out, cells):
 * One row of as many cells as there are columns; NULL is an empty cell. They
 * are copied.
 */
void out_row(struct out *out, const char *const *cells);

/**
 * out_end(out, f):
 * Finish and free. RC_FULL or RC_SYSTEM when it could not all be written.
 */
NODISCARD enum rc out_end(struct out *out, struct fault *f);

/**
 * out_format_by(name, format):
 * The format called "text", "csv" or "json"; false for anything else.
 */
bool out_format_by(const char *name, enum out_format *format);

/**
 * out_line(file, text):
 * Print one line of text that came from people, harmless to a terminal.
 */
void out_line(FILE *file, const char *text);

#endif /* HANDRAIL_CTL_OUT_H */
