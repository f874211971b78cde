/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "model/record.h"

#include "fold/fold_inside.h"

/*
 * A fact is one casefile as reports count it: codes and days parted by tabs,
 * in this order, which is on disk and only grows at its end. No name, number
 * or word that a person told us is in it.
 */
static const uint16_t fact_cells[] = { CASEFILE_OPENED, CASEFILE_CLOSED,
	CASEFILE_CATEGORY, CASEFILE_STAGE, CASEFILE_LEVEL, CASEFILE_STATUS,
	CASEFILE_SOURCE, CASEFILE_CLOSED_WHY, CASEFILE_RISK, CASEFILE_NEEDS,
	CASEFILE_ATTEMPTS };

void
fact_row(const struct record *casefile, struct buf *out)
{
	struct span value;

	for (size_t i = 0; i < sizeof(fact_cells) / sizeof(fact_cells[0]); i++) {
		if (record_get(casefile, fact_cells[i], &value))
			buf_span(out, value);
		buf_putc(out, '\t');
	}
}
