/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_EDGE_EXPORT_H
#define HANDRAIL_EDGE_EXPORT_H

#include <stdint.h>
#include <stdio.h>

#include "base/rc.h"

/*
 * Records out, as far as the worker signed in may see them. Columns and keys
 * are the names of the kind's fields, which never change. A link to another
 * record is told by what people call that record (a person's reference, a
 * case's "4F7K22/2", a crime's number), never by the number we keep it under.
 *
 *	text	for people: a line for each field that says something
 *	csv	RFC 4180 with a header line, columns in the order of the kind's
 *		table, values in their one kept form; no cell that a spreadsheet
 *		would run
 *	json	one object a line, its keys in byte order; what is not there is
 *		null, sets of codes and groups are lists
 */

enum export_form { EXPORT_TEXT, EXPORT_CSV, EXPORT_JSON };

struct hub;
struct kind;

/**
 * export_kind(hub, kind, form, to, n, f):
 * Write every record of ${kind} to ${to} and tell in ${n}, unless it is NULL,
 * how many there were; that it was written out is in the journal before. RC_DENIED when this worker may not export.
 */
NODISCARD enum rc export_kind(struct hub *hub, const struct kind *kind,
    enum export_form form, FILE *to, uint64_t *n, struct fault *f);

#endif /* HANDRAIL_EDGE_EXPORT_H */
