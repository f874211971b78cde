/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdlib.h>

#include "base/cfg.h"
#include "base/vec.h"

#include "base/day.h"

struct holidays {
	const char *name; /* lent from cfg */
	struct cfg *cfg;
	int first, last; /* years */
	VEC(int32_t) days;
};

static int
compare(const void *a, const void *b)
{
	int32_t x = *(const int32_t *)a, y = *(const int32_t *)b;

	return (x > y) - (x < y);
}

/* One day of a year's list: a day, of that year, not at a weekend. */
static enum rc
read_day(struct holidays *h, const struct cfg_at *at, int year, struct fault *f)
{
	const char *text;
	int32_t day;
	int y;

	if (!cfg_text(at, NULL, &text) || !day_parse(text, &day))
		return cfg_fault(at, f,
		    "a holiday is a day like \"2026-12-25\"");
	day_split(day, &y, NULL, NULL);
	if (y != year)
		return cfg_fault(at, f, "%s is not in %d", text, year);
	if (day_weekday(day) > 4)
		return cfg_fault(at, f,
		    "%s is at a weekend, which is never worked; give the day "
		    "kept instead",
		    text);
	*VEC_ADD(&h->days) = day;
	return RC_OK;
}

/* One year: { year = 2026; days = ( ... ); }. Years come without gaps. */
static enum rc
read_year(struct holidays *h, const struct cfg_at *at, struct fault *f)
{
	static const struct cfg_rule rules[] = {
		{ "year", CFG_INT, true },
		{ "days", CFG_LIST, true },
		{ 0 },
	};
	const struct cfg_at *days = cfg_get(at, "days");
	int64_t year = 0;
	enum rc rc = cfg_check(at, rules, f);

	if (rc)
		return rc;
	cfg_int(at, "year", &year);
	if (year < 1900 || year > 9999)
		return cfg_fault(at, f, "a year has four digits");
	if (h->last && year != h->last + 1)
		return cfg_fault(at, f, "the year after %d comes next, not %d",
		    h->last, (int)year);
	if (!h->last)
		h->first = (int)year;
	h->last = (int)year;
	for (size_t i = 0; i < cfg_len(days); i++)
		if ((rc = read_day(h, cfg_nth(days, i), (int)year, f)))
			return rc;
	return RC_OK;
}

static enum rc
read_table(struct holidays *h, const struct cfg_at *root, struct fault *f)
{
	static const struct cfg_rule rules[] = {
		{ "title", CFG_TEXT, true },
		{ "source", CFG_TEXT, true },
		{ "years", CFG_LIST, true },
		{ 0 },
	};
	const struct cfg_at *years = cfg_get(root, "years");
	enum rc rc = cfg_check(root, rules, f);

	if (rc)
		return rc;
	cfg_text(root, "title", &h->name);
	for (size_t i = 0; i < cfg_len(years); i++)
		if ((rc = read_year(h, cfg_nth(years, i), f)))
			return rc;
	if (!h->last)
		return cfg_fault(years, f, "there are no years in the table");
	VEC_SORT(&h->days, compare);
	return RC_OK;
}

enum rc
holidays_load(const char *path, struct holidays **h, struct fault *f)
{
	struct holidays *made = mem_get(sizeof(*made));
	enum rc rc = cfg_read(path, &made->cfg, f);

	*h = NULL;
	if (!rc)
		rc = read_table(made, cfg_root(made->cfg), f);
	if (rc) {
		holidays_free(made);
		return rc;
	}
	*h = made;
	return RC_OK;
}

void
holidays_free(struct holidays *h)
{
	if (!h)
		return;
	VEC_RELEASE(&h->days);
	cfg_free(h->cfg);
	free(h);
}

void
holidays_years(const struct holidays *h, int *first, int *last)
{
	*first = h->first;
	*last = h->last;
}

enum rc
workday_is(const struct holidays *h, int32_t day, bool *yes, struct fault *f)
{
	int y;

	day_split(day, &y, NULL, NULL);
	if (y < h->first || y > h->last)
		return fault_set(f, RC_INVALID,
		    "no holidays are known for %d: the table \"%s\" runs from "
		    "%d to %d; add the year to it",
		    y, h->name, h->first, h->last);
	*yes = day_weekday(day) < 5 &&
	       !bsearch(&day, h->days.at, h->days.n, sizeof(day), compare);
	return RC_OK;
}

enum rc
workday_add(const struct holidays *h, int32_t day, int n, int32_t *out,
    struct fault *f)
{
	int step = n < 0 ? -1 : 1;
	bool worked;

	while (n) {
		enum rc rc = workday_is(h, day += step, &worked, f);

		if (rc)
			return rc;
		if (worked)
			n -= step;
	}
	*out = day;
	return RC_OK;
}

enum rc
workday_between(const struct holidays *h, int32_t from, int32_t to, int *n,
    struct fault *f)
{
	int32_t low = from < to ? from : to, high = from < to ? to : from;
	int sum = 0;
	bool worked;

	for (int32_t day = low + 1; day <= high; day++) {
		enum rc rc = workday_is(h, day, &worked, f);

		if (rc)
			return rc;
		sum += worked;
	}
	*n = from < to ? sum : -sum;
	return RC_OK;
}
