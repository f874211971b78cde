/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/day.h"
#include "model/kinds.h"
#include "model/record.h"

#include "fold/fact.h"

static void
put_number(uint8_t *at, uint64_t number, size_t n)
{
	for (size_t i = 0; i < n; i++)
		at[i] = (uint8_t)(number >> (8 * (n - 1 - i)));
}

/* FNV-1a: the same on every machine and for ever. */
uint32_t
fact_code(const char *text)
{
	uint32_t h = 2166136261u;

	if (!*text)
		return 0;
	for (; *text; text++)
		h = (h ^ (uint8_t)*text) * 16777619u;
	return h ? h : 1;
}

/* A when, which may be "~2026-11" or have a time behind it, as a day. */
static uint16_t
day_of_when(const char *iso)
{
	char date[11] = { 0 };
	int32_t day;

	iso += *iso == '~';
	if (strlen(iso) < 10)
		return 0;
	memcpy(date, iso, 10);
	if (!day_parse(date, &day) || day < 1 || day > UINT16_MAX)
		return 0;
	return (uint16_t)day;
}

/* Only codes of one letter have a bit. */
static uint32_t
letters_of(const char *codes)
{
	uint32_t bits = 0;

	for (const char *s = codes; *s; s++)
		if (*s >= 'a' && *s <= 'z' && (s == codes || s[-1] == ' ') &&
		    (!s[1] || s[1] == ' '))
			bits |= UINT32_C(1) << (*s - 'a');
	return bits;
}

static void
put_attempts(const struct record *c, uint8_t *row)
{
	int64_t n = record_number(c, CASEFILE_ATTEMPTS);

	row[FACT_ATTEMPTS] = (uint8_t)(n < 0 ? 0 : n > 255 ? 255 : n);
}

/* clang-format off */
static const struct {
	enum fact_cell cell;
	uint16_t tag;
} days[] = {
	{ FACT_OPENED,		CASEFILE_OPENED },
	{ FACT_CLOSED,		CASEFILE_CLOSED },
	{ FACT_WHEN,		CASEFILE_WHEN },
}, codes[] = {
	{ FACT_CATEGORY,	CASEFILE_CATEGORY },
	{ FACT_STAGE,		CASEFILE_STAGE },
	{ FACT_LEVEL,		CASEFILE_LEVEL },
	{ FACT_STATUS,		CASEFILE_STATUS },
	{ FACT_SOURCE,		CASEFILE_SOURCE },
	{ FACT_CLOSED_WHY,	CASEFILE_CLOSED_WHY },
}, sets[] = {
	{ FACT_RISK,		CASEFILE_RISK },
	{ FACT_NEEDS,		CASEFILE_NEEDS },
};
/* clang-format on */

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

void
fact_row(const struct record *c, uint8_t row[FACT_LEN])
{
	memset(row, 0, FACT_LEN);
	row[FACT_LIVE] = 1;
	put_attempts(c, row);
	for (size_t i = 0; i < COUNT(days); i++)
		put_number(row + days[i].cell,
		    day_of_when(record_text(c, days[i].tag)), 2);
	for (size_t i = 0; i < COUNT(codes); i++)
		put_number(row + codes[i].cell,
		    fact_code(record_text(c, codes[i].tag)), 4);
	for (size_t i = 0; i < COUNT(sets); i++)
		put_number(row + sets[i].cell,
		    letters_of(record_text(c, sets[i].tag)), 4);
	put_number(row + FACT_OWNER, record_link(c, CASEFILE_OWNER), 8);
	put_number(row + FACT_ID, c->id, 8);
}
