/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_EDGE_EXPORT_INSIDE_H
#define HANDRAIL_EDGE_EXPORT_INSIDE_H

#include <stddef.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/rc.h"
#include "model/record.h"

/* What the writers of export.h share: for its own files only. */

struct export;

/* How one form begins and writes one record; ${line} is empty before. */
struct export_way {
	void (*begin)(struct export *);
	enum rc (*record)(struct export *, const struct record *);
};

/*
 * A column of what is written: a field of the kind, or, with no field, what
 * people call a record that has no such field of its own.
 */
struct export_column {
	const char *name;
	const struct kind_field *field;
};

#define EXPORT_COLUMNS 256

struct export
{
	struct hub *hub;
	const struct kind *kind;
	const struct export_way *way;
	FILE *to;
	struct buf line;
	struct arena *arena; /* of one record */
	struct export_column columns[EXPORT_COLUMNS];
	size_t order[EXPORT_COLUMNS]; /* the columns by name */
	size_t n;
	uint64_t records;
	struct fault fault;
};

extern const struct export_way export_text, export_csv, export_json;

/**
 * export_value(ex, r, column, text):
 * Store in ${text} the value of ${r} in ${column} in its kept form, links told
 * by what people call the record; "" when there is none. Lends until the next
 * record.
 */
NODISCARD enum rc export_value(struct export *ex, const struct record *r,
    const struct export_column *column, const char **text);

/**
 * export_group(ex, field, value, out):
 * Add a group to ${out} as a JSON list of objects.
 */
void export_group(struct export *ex, const struct kind_field *field,
    struct span value, struct buf *out);

#endif /* HANDRAIL_EDGE_EXPORT_INSIDE_H */
