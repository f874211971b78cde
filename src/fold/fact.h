/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_FOLD_FACT_H
#define HANDRAIL_FOLD_FACT_H

#include <stddef.h>
#include <stdint.h>

#include "base/rc.h"

/*
 * Facts are what reports count: one row of 64 bytes a case, of codes and days,
 * with no name, number or word that anybody told us. Rows lie in pages that are
 * sealed as a whole by the key of their area, so that a report opens a seal for
 * every 255 cases and none of a person's.
 *
 * A code is kept as a hash of its text (fact_code()), since lists change and
 * rows do not; letters of a set as a bit each, a = 1.
 *
 *	0	u8	1: a case; 0: none is here
 *	1	u8	attempts to reach them, at most 255
 *	2	u16	opened, in days since 1970; 0: not known
 *	4	u16	closed
 *	6	u16	day of the crime
 *	8	u32	code of the category
 *	12	u32	stage
 *	16	u32	level
 *	20	u32	status
 *	24	u32	source
 *	28	u32	why it was closed
 *	32	u32	risks, as letters
 *	36	u32	needs, as letters
 *	40	u64	number of the owner's record; 0: nobody
 *	48	u64	number of the case's record
 *	56		zeros
 *
 * Numbers are written high byte first.
 */

#define FACT_LEN 64
#define FACT_PAGE_ROWS 255
#define FACT_PAGE_LEN (FACT_PAGE_ROWS * FACT_LEN) /* 16,320 */

/* Where the cells of a row begin. */
enum fact_cell {
	FACT_LIVE = 0,
	FACT_ATTEMPTS = 1,
	FACT_OPENED = 2,
	FACT_CLOSED = 4,
	FACT_WHEN = 6,
	FACT_CATEGORY = 8,
	FACT_STAGE = 12,
	FACT_LEVEL = 16,
	FACT_STATUS = 20,
	FACT_SOURCE = 24,
	FACT_CLOSED_WHY = 28,
	FACT_RISK = 32,
	FACT_NEEDS = 36,
	FACT_OWNER = 40,
	FACT_ID = 48
};

struct look;
struct record;

/**
 * fact_row(casefile, row):
 * The row of ${casefile}.
 */
void fact_row(const struct record *casefile, uint8_t row[FACT_LEN]);

/**
 * fact_code(text):
 * What a row keeps for the code ${text}; 0 for none.
 */
uint32_t fact_code(const char *text);

/* A cell of a row as a number. */
static inline uint16_t
fact_u16(const uint8_t *row, enum fact_cell cell)
{
	return (uint16_t)(row[cell] << 8 | row[cell + 1]);
}

static inline uint32_t
fact_u32(const uint8_t *row, enum fact_cell cell)
{
	return (uint32_t)fact_u16(row, cell) << 16 |
	    (uint32_t)(row[cell + 2] << 8 | row[cell + 3]);
}

/**
 * fact_scan(look, fn, arg, f):
 * Call ${fn} with ${n} rows at a time, for every page of every area whose key
 * this user holds; what an entry of the tail changed is in them. Rows of no
 * case begin with 0. Anything but RC_OK from ${fn} ends the scan.
 */
typedef enum rc fact_fn(const uint8_t *rows, size_t n, void *arg);
NODISCARD enum rc fact_scan(const struct look *look, fact_fn *fn, void *arg,
    struct fault *f);

#endif /* HANDRAIL_FOLD_FACT_H */
