/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_EDGE_REJECTS_H
#define HANDRAIL_EDGE_REJECTS_H

#include <stddef.h>
#include <stdint.h>

#include "base/csv.h"
#include "base/rc.h"

/*
 * The rows that could not be used, as CSV: file, line, column, reason, then the
 * row. Its header has the names of the feed's own file behind those four, so
 * that a person may put the rows right and import the rejects file as it is.
 * Made for its owner only: it holds what the rows hold.
 */
struct rejects;

/**
 * rejects_open(path, r, f):
 * Make the file, in place of one that is there. With ${path} NULL nothing is
 * written. Given back to rejects_close().
 */
NODISCARD enum rc
rejects_open(const char *path, struct rejects **r, struct fault *f);

/**
 * rejects_header(r, header):
 * What the rows that follow are called; only the first counts.
 */
void rejects_header(struct rejects *r, const struct csv_row *header);

/**
 * rejects_add(r, file, line, column, reason, row):
 * Add a row, or what is wrong with a whole file (${line} 0, ${row} NULL).
 */
void rejects_add(struct rejects *r, const char *file, uint64_t line,
    size_t column, const char *reason, const struct csv_row *row);

/**
 * rejects_close(r, f):
 * Write what is left and see that it is on the disk. NULL does nothing.
 */
NODISCARD enum rc rejects_close(struct rejects *r, struct fault *f);

#endif /* HANDRAIL_EDGE_REJECTS_H */
