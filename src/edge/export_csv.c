/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "base/csv.h"

#include "edge/export_inside.h"

static void
begin(struct export *ex)
{
	for (size_t i = 0; i < ex->n; i++)
		csv_cell(&ex->line, ex->columns[i].name, i == 0);
	csv_end(&ex->line);
}

static enum rc
write_record(struct export *ex, const struct record *r)
{
	for (size_t i = 0; i < ex->n; i++) {
		const char *text;
		enum rc rc = export_value(ex, r, &ex->columns[i], &text);

		if (rc)
			return rc;
		csv_cell(&ex->line, text, i == 0);
	}
	csv_end(&ex->line);
	return RC_OK;
}

const struct export_way export_csv = { begin, write_record };
