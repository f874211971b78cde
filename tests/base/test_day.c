/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/day.h"
#include "base/disk.h"

static int32_t
day(const char *text)
{
	int32_t out = 0;

	cr_assert(day_parse(text, &out), "%s", text);
	return out;
}

static struct holidays *
england(void)
{
	const char *data = getenv("HANDRAIL_DATA");
	struct buf path = { 0 };
	struct holidays *h;
	struct fault f = { 0 };

	buf_printf(&path, "%s/holidays/england-and-wales.cfg",
	    data ? data : "data");
	cr_assert_eq(holidays_load(buf_str(&path), &h, &f), RC_OK, "%s",
	    f.text);
	buf_release(&path);
	return h;
}

Test(day, counts_from_1970_and_back_over_all_years)
{
	int32_t last = 0;
	int y, m, d;

	cr_assert(day_of(1970, 1, 1, &last));
	cr_expect_eq(last, 0);
	cr_assert(day_of(1, 1, 1, &last));
	for (y = 1; y <= 9999; y++)
		for (m = 1; m <= 12; m++)
			for (d = 1; d <= day_in_month(y, m); d++) {
				int32_t n;
				int ry, rm, rd;

				cr_assert(day_of(y, m, d, &n));
				cr_assert_eq(n, last++);
				if (d > 1 && d < 28)
					continue;
				day_split(n, &ry, &rm, &rd);
				cr_assert(ry == y && rm == m && rd == d);
			}
}

Test(day, knows_days_that_are_not)
{
	int32_t n = 42;

	cr_expect_not(day_of(2026, 2, 29, &n));
	cr_expect_not(day_of(1900, 2, 29, &n));
	cr_expect_not(day_of(2026, 13, 1, &n));
	cr_expect_not(day_of(2026, 4, 31, &n));
	cr_expect_not(day_of(0, 1, 1, &n));
	cr_expect_not(day_parse("2026-1-01", &n));
	cr_expect_not(day_parse("2026-01-01 ", &n));
	cr_expect_not(day_parse("", &n));
	cr_expect_eq(n, 42);
	cr_expect(day_of(2000, 2, 29, &n));
}

Test(day, shows_and_names)
{
	char text[11];

	day_show(day("2026-11-21"), text);
	cr_expect_str_eq(text, "2026-11-21");
	cr_expect_str_eq(day_name(day_weekday(day("2026-11-21"))), "Saturday");
	cr_expect_str_eq(day_name(day_weekday(day("1066-10-20"))), "Saturday");
	cr_expect_str_eq(month_name(9), "September");
	cr_expect_eq(day_add_months(day("2024-01-31"), 1), day("2024-02-29"));
	cr_expect_eq(day_add_months(day("2024-02-29"), 12), day("2025-02-28"));
	cr_expect_eq(day_add_months(day("2024-01-15"), -13), day("2022-12-15"));
}

/* DOMAIN 8.1, computed by others. */
static const struct {
	const char *from;
	int days;
	const char *due;
} vectors[] = {
	{ "2024-12-24", 1, "2024-12-27" },
	{ "2024-12-24", 5, "2025-01-03" },
	{ "2024-12-20", 10, "2025-01-08" },
	{ "2025-04-17", 10, "2025-05-06" },
	{ "2023-05-05", 5, "2023-05-15" },
	{ "2026-11-20", 1, "2026-11-23" },
	{ "2026-11-21", 1, "2026-11-23" },
	{ "2026-12-23", 5, "2027-01-04" },
	{ "2026-12-24", 1, "2026-12-29" },
	{ "2027-12-24", 2, "2027-12-30" },
	{ "2027-12-31", 1, "2028-01-04" },
	{ "2028-04-13", 1, "2028-04-18" },
};

Test(workday, counts_as_the_code_does)
{
	struct holidays *h = england();

	for (size_t i = 0; i < sizeof(vectors) / sizeof(vectors[0]); i++) {
		int32_t due = 0;
		char text[11];
		int n = 0;

		cr_expect_eq(workday_add(h, day(vectors[i].from),
				 vectors[i].days, &due, NULL),
		    RC_OK);
		day_show(due, text);
		cr_expect_str_eq(text, vectors[i].due);
		cr_expect_eq(workday_between(h, day(vectors[i].from), due, &n,
				 NULL),
		    RC_OK);
		cr_expect_eq(n, vectors[i].days);
	}
	holidays_free(h);
}

Test(workday, finds_as_many_in_each_year_as_were_counted)
{
	static const struct {
		int year, days;
	} counts[] = { { 2023, 251 }, { 2024, 254 }, { 2025, 253 },
		{ 2026, 253 }, { 2027, 253 }, { 2028, 252 } };
	struct holidays *h = england();

	for (size_t i = 0; i < 6; i++) {
		int32_t from, to;
		int n = 0;

		day_of(counts[i].year, 1, 1, &from);
		day_of(counts[i].year, 12, 31, &to);
		cr_expect_eq(workday_between(h, from - (i ? 1 : 0), to, &n,
				 NULL),
		    RC_OK);
		/* 1 January 2023 was a Sunday, so nothing is lost. */
		cr_expect_eq(n, counts[i].days, "%d has %d", counts[i].year, n);
	}
	holidays_free(h);
}

Test(workday, refuses_a_year_without_a_table_aloud)
{
	struct holidays *h = england();
	int32_t out = 42;
	int first, last;
	struct fault f;

	holidays_years(h, &first, &last);
	cr_expect_eq(first, 2019);
	cr_expect_eq(last, 2028);
	cr_expect_eq(workday_add(h, day("2028-12-29"), 1, &out, &f),
	    RC_INVALID);
	cr_expect_str_eq(f.text,
	    "no holidays are known for 2029: the table \"England and Wales\" "
	    "runs from 2019 to 2028; add the year to it");
	cr_expect_eq(workday_add(h, day("2019-01-02"), -1, &out, &f),
	    RC_INVALID);
	cr_expect_eq(out, 42);
	holidays_free(h);
}

Test(workday, counts_back_and_stays_at_nought)
{
	struct holidays *h = england();
	int32_t out = 0;

	cr_expect_eq(workday_add(h, day("2026-12-25"), 0, &out, NULL), RC_OK);
	cr_expect_eq(out, day("2026-12-25"));
	cr_expect_eq(workday_add(h, day("2026-12-29"), -1, &out, NULL), RC_OK);
	cr_expect_eq(out, day("2026-12-24"));
	holidays_free(h);
}

/* "24/12/2026" as "2026-12-24". */
static int32_t
slashed(const char *at)
{
	int32_t n = 0;

	cr_assert(day_of(atoi(at + 6), atoi(at + 3), atoi(at), &n), "%.10s",
	    at);
	return n;
}

static bool
shared(const char *name, struct buf *out)
{
	const char *data = getenv("HANDRAIL_SHARED_DATA");
	struct buf path = { 0 };
	enum rc rc;

	buf_printf(&path, "%s/%s", data ? data : "../shared/data", name);
	rc = disk_read_whole(disk_real(), buf_str(&path), 1 << 20, out, NULL);
	buf_release(&path);
	if (rc)
		cr_skip_test("%s is not here: not compared", name);
	return rc == RC_OK;
}

/* Every published holiday is not worked; all other weekdays are. */
Test(workday, agrees_with_the_government_s_own_list)
{
	struct holidays *h;
	struct buf text = { 0 };
	const char *at, *end;
	bool closed[4000] = { false };
	int32_t begin = day("2019-01-01");
	int seen = 0;

	if (!shared("reference/bank-holidays.json", &text))
		return;
	h = england();
	at = strstr(buf_str(&text), "england-and-wales_slug\": {");
	cr_assert_not_null(at);
	at += strlen("england-and-wales_slug\": {");
	end = strstr(at, "_slug\": {");
	cr_assert_not_null(end);
	while ((at = strstr(at, "\"date\": \"")) && at < end) {
		at += strlen("\"date\": \"");
		closed[slashed(at) - begin] = true;
		seen++;
	}
	cr_expect_geq(seen, 80);
	for (int32_t n = begin; n <= day("2028-12-31"); n++) {
		bool worked = false;

		cr_assert_eq(workday_is(h, n, &worked, NULL), RC_OK);
		cr_assert_eq(worked, day_weekday(n) < 5 && !closed[n - begin]);
	}
	holidays_free(h);
	buf_release(&text);
}

static void
expect_local(const char *utc, const char *wall)
{
	char text[17];
	int64_t ms = 0;

	cr_assert(moment_parse(utc, &ms), "%s", utc);
	moment_show(ms, text);
	cr_expect_str_eq(text, wall);
}

Test(moment, keeps_summer_time)
{
	expect_local("2026-03-29T00:59:59Z", "2026-03-29 00:59");
	expect_local("2026-03-29T01:00:00Z", "2026-03-29 02:00");
	expect_local("2026-07-01T22:30:00Z", "2026-07-01 23:30");
	expect_local("2026-07-01T23:30:00Z", "2026-07-02 00:30");
	expect_local("2026-10-25T00:59:59Z", "2026-10-25 01:59");
	expect_local("2026-10-25T01:00:00Z", "2026-10-25 01:00");
	expect_local("2026-12-31T23:59:59Z", "2026-12-31 23:59");
	expect_local("1969-12-31T23:00:00Z", "1969-12-31 23:00");
}

Test(moment, changes_the_clocks_on_the_published_days)
{
	struct buf text = { 0 };
	const char *at;
	int seen = 0;

	if (!shared("reference/when-do-the-clocks-change.json", &text))
		return;
	for (at = buf_str(&text); (at = strstr(at, "\"date\": \"")); seen++) {
		int32_t n = slashed(at += strlen("\"date\": \""));
		int64_t before = (int64_t)n * 86400000 + 3599999;
		int h1, h2;

		moment_local(before, NULL, NULL, NULL, &h1, NULL, NULL);
		moment_local(before + 1, NULL, NULL, NULL, &h2, NULL, NULL);
		cr_expect_neq(h2 - h1, 1, "the clocks change at %.10s", at);
	}
	cr_expect_geq(seen, 4);
	buf_release(&text);
}

Test(moment, comes_back_from_the_wall_clock)
{
	int64_t ms = 0;

	cr_assert(moment_parse("2026-10-25T00:30:00Z", &ms));
	cr_expect_eq(moment_of_local(2026, 10, 25, 1, 30, 0), ms,
	    "an hour shown twice is the first");
	cr_assert(moment_parse("2026-03-29T01:30:00Z", &ms));
	cr_expect_eq(moment_of_local(2026, 3, 29, 1, 30, 0), ms,
	    "an hour skipped is an hour on");
	for (ms = 1767225600000; ms < 1798761600000; ms += 1800000) {
		int y, mo, d, h, mi, s;
		int64_t back;

		moment_local(ms, &y, &mo, &d, &h, &mi, &s);
		back = moment_of_local(y, mo, d, h, mi, s);
		cr_assert(back == ms || back + 3600000 == ms);
	}
}

Test(moment, is_read_and_written)
{
	char text[25];
	int64_t ms = 0, other = 1;

	cr_assert(moment_parse("2026-11-21T11:42:07.5Z", &ms));
	moment_iso(ms, text);
	cr_expect_str_eq(text, "2026-11-21T11:42:07.500Z");
	cr_assert(moment_parse("2026-11-21T12:42:07.500+01:00", &other));
	cr_expect_eq(ms, other);
	cr_assert(moment_parse("2026-07-01T12:00", &ms));
	cr_assert(moment_parse("2026-07-01T11:00Z", &other));
	cr_expect_eq(ms, other, "without an offset it is the wall clock");
	cr_assert(moment_parse("2026-07-01", &ms));
	cr_expect_eq(moment_day(ms), day("2026-07-01"));
	cr_expect_not(moment_parse("2026-07-01T24:00Z", &ms));
	cr_expect_not(moment_parse("2026-07-01T1:00Z", &ms));
	cr_expect_not(moment_parse("2026-07-01T10:00+1", &ms));
	cr_expect_not(moment_parse("2026-02-30", &ms));
	cr_expect_not(moment_parse("now", &ms));
}
