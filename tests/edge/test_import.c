/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/disk.h"
#include "base/vec.h"
#include "edge/export.h"
#include "edge/import.h"
#include "hub/read.h"
#include "model/record.h"

#include "tests/support/temp_hub.h"

static struct temp_hub t, other;
static struct fault fault;

static void
make(void)
{
	temp_hub_make(&t);
}

static void
take_away(void)
{
	temp_hub_remove(&t);
}

TestSuite(import, .init = make, .fini = take_away, .timeout = 300);

/* ---- taking in ---- */

static void
expect_sum(const struct import_counts *counts)
{
	uint64_t sum = 0;

	for (size_t i = 0; i < BULK_FATES; i++)
		sum += counts->fates[i];
	cr_expect_eq(sum, counts->read, "the counts do not add up");
}

static struct import_counts
take_in(struct temp_hub *hub, const char *name, const char *const *files,
    size_t n, bool dry_run)
{
	struct import_options o = { .quiet = true };
	struct import_counts counts;
	struct buf path = { 0 };
	struct feed *feed;
	enum rc rc = feed_path(name, temp_hub_data(), NULL, &path, &fault);

	if (!rc)
		rc = feed_load(buf_str(&path), hub->hub->kinds, hub->hub->codes,
		    &feed, &fault);
	cr_assert_eq(rc, RC_OK, "%s", fault.text);
	rc = import_into_hub(hub->hub, 0, dry_run, feed, files, n, &o, &counts,
	    &fault);
	cr_assert_eq(rc, RC_OK, "%s", fault.text);
	expect_sum(&counts);
	feed_free(feed);
	buf_release(&path);
	return counts;
}

static const char *const months[] = { "2021-03", "2021-04", "2021-05",
	"2021-06" };

static struct import_counts
take_in_police(struct temp_hub *hub, const char *issue, const char *sort,
    bool backwards)
{
	const char *data = getenv("HANDRAIL_SHARED_DATA");
	char paths[4][512];
	const char *files[4];

	for (size_t i = 0; i < 4; i++) {
		snprintf(paths[i], sizeof(paths[i]),
		    "%s/police/%s/%s-leicestershire-%s.csv.gz",
		    data ? data : "../shared/data", issue,
		    months[backwards ? 3 - i : i], sort);
		files[i] = paths[i];
	}
	if (!disk_has(files[0]))
		cr_skip_test("%s is not here: not compared", files[0]);
	return take_in(hub,
	    sort[0] == 's' ? "police-uk-street" : "police-uk-outcomes", files,
	    4, false);
}

/* ---- what is there ---- */

static char *export(struct temp_hub *hub, const char *kind,
    enum export_form form, uint64_t *n)
{
	char *text = NULL;
	size_t len;
	FILE *to = open_memstream(&text, &len);

	cr_assert_eq(export_kind(hub->hub, kinds_by_name(hub->hub->kinds, kind),
			 form, to, n, &fault),
	    RC_OK, "%s", fault.text);
	fclose(to);
	return text;
}

static int
compare_lines(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The same text with its lines in order. Cells here hold no line breaks. */
static char *
sort_lines(char *text)
{
	VEC(char *) lines = { 0 };
	struct buf out = { 0 };
	char **line, *rest = text;

	while ((rest = strtok(rest, "\r\n"))) {
		*VEC_ADD(&lines) = rest;
		rest = NULL;
	}
	VEC_SORT(&lines, compare_lines);
	VEC_EACH (&lines, line)
		buf_printf(&out, "%s\n", *line);
	VEC_RELEASE(&lines);
	free(text);
	return (char *)buf_take(&out, NULL);
}

/* The figures are those of data/expected/police. */
Test(import, of_the_real_files_counts_as_others_counted)
{
	struct import_counts c =
	    take_in_police(&t, "issue-2022-06", "street", false);
	char *crimes;
	uint64_t n;

	cr_expect_eq(c.read, 34031);
	cr_expect_eq(c.fates[BULK_NEW], 30173 + 3857);
	cr_expect_eq(c.fates[BULK_CHANGED] + c.fates[BULK_SAME], 1);

	c = take_in_police(&t, "issue-2022-06", "street", false);
	cr_expect_eq(c.fates[BULK_SAME], 34031);

	c = take_in_police(&t, "issue-2022-06", "outcomes", false);
	cr_expect_eq(c.read, 30394);
	cr_expect_eq(c.fates[BULK_REPEATED], 989);
	cr_expect_eq(c.fates[BULK_NEW] + c.fates[BULK_WAITING], 29405);
	n = c.fates[BULK_WAITING];
	c = take_in_police(&t, "issue-2022-06", "outcomes", false);
	cr_expect_eq(c.fates[BULK_NEW], 0);
	cr_expect_eq(c.fates[BULK_WAITING], n);

	c = take_in_police(&t, "issue-2022-12", "street", false);
	cr_expect_eq(c.fates[BULK_CHANGED], 68 + 88 + 105 + 131);
	cr_expect_eq(c.fates[BULK_SAME], 34031 - 392);

	crimes = export(&t, "crime", EXPORT_CSV, &n);
	cr_expect_eq(n, 34030);
	free(crimes);
}

Test(import, in_any_order_gives_the_same_crimes)
{
	char *forwards, *backwards;

	take_in_police(&t, "issue-2022-06", "street", false);
	temp_hub_make(&other);
	take_in_police(&other, "issue-2022-06", "outcomes", true);
	take_in_police(&other, "issue-2022-06", "street", true);
	forwards = sort_lines(export(&t, "crime", EXPORT_CSV, NULL));
	backwards = sort_lines(export(&other, "crime", EXPORT_CSV, NULL));
	cr_expect_eq(strlen(forwards), strlen(backwards));
	cr_expect(!strcmp(forwards, backwards));
	free(forwards);
	free(backwards);
	temp_hub_remove(&other);
}

/* The same crime in two months, the later of which says less. */
Test(import, of_the_later_month_stands_whole_whichever_came_first)
{
	static const char *const rows[] = {
		"a1,2021-04,High Street,Burglary,Under investigation\r\n",
		"a1,2021-05,,Robbery,\r\n",
	};
	char paths[2][128], *forwards, *backwards;
	const char *files[2] = { paths[0], paths[1] };
	const char *swapped[2] = { paths[1], paths[0] };

	for (int i = 0; i < 2; i++) {
		struct buf text = { 0 };

		buf_printf(&text,
		    "Crime ID,Month,Location,Crime type,"
		    "Last outcome category\r\n%s",
		    rows[i]);
		snprintf(paths[i], sizeof(paths[i]), "%s/%d.csv", t.dir, i);
		cr_assert_eq(disk_write_whole(disk_real(), paths[i],
				 buf_window(&text), &fault),
		    RC_OK);
		buf_release(&text);
	}
	temp_hub_make(&other);
	take_in(&t, "police-uk-street", files, 2, false);
	take_in(&other, "police-uk-street", swapped, 2, false);
	forwards = export(&t, "crime", EXPORT_CSV, NULL);
	backwards = export(&other, "crime", EXPORT_CSV, NULL);
	cr_expect_str_eq(forwards, backwards);
	cr_expect_not_null(strstr(forwards, "2021-05,ROB,Robbery,,"));
	free(forwards);
	free(backwards);
	temp_hub_remove(&other);
}

/* ---- referrals ---- */

#define HEAD                                                                   \
	"Force,Crime number,Crime type,When,Person number,Given name,Family "  \
	"name,Born,Phone,Address,Consent,Safe "                                \
	"contact,Vulnerability,Status\r\n"
#define FORCE "Leicestershire Police,"

static struct import_counts
take_in_text(const char *text, bool dry_run)
{
	char path[128];
	const char *file = path;

	snprintf(path, sizeof(path), "%s/a.csv", t.dir);
	cr_assert_eq(disk_write_whole(disk_real(), path, span_str(text),
			 &fault),
	    RC_OK, "%s", fault.text);
	return take_in(&t, "police-referral", &file, 1, dry_run);
}

static uint64_t
count(const char *kind)
{
	uint64_t n;

	free(export(&t, kind, EXPORT_CSV, &n));
	return n;
}

static void
expect_in(const char *kind, const char *words)
{
	char *text = export(&t, kind, EXPORT_JSON, NULL);

	cr_expect_not_null(strstr(text, words), "%s: %s", words, text);
	free(text);
}

static const char first[] = HEAD FORCE
    "26123456,Burglary - dwelling,2026-11-20 23:00,P1,Zoë,Łukasik,12/03/1984,"
    "07700 900123,1 High St Oadby,yes,tv,lr,new\r\n" FORCE
    "26123457,Theft,2026-11-21,P2,Ng,,,07700 900124,,no,,,new\r\n";

Test(import, of_referrals_makes_people_and_cases_once)
{
	struct import_counts c = take_in_text(first, true);

	cr_expect_eq(c.fates[BULK_NEW], 2);
	cr_expect_eq(count("person"), 0, "a dry run kept something");
	c = take_in_text(first, false);
	cr_expect_eq(c.fates[BULK_NEW], 2);
	c = take_in_text(first, false);
	cr_expect_eq(c.fates[BULK_SAME], 2);
	cr_expect_eq(count("person"), 2);
	cr_expect_eq(count("casefile"), 2);
	cr_expect_eq(count("crime"), 2);
	cr_expect_eq(count("feedrun"), 1);
	expect_in("person", "\"family\":\"Łukasik\"");
	expect_in("casefile", "\"number\":\"26*123456\"");
	expect_in("safety", "\"channels\":[\"t\",\"v\"]");
}

Test(import, of_a_later_referral_overwrites_no_safety_and_no_address)
{
	struct import_counts c;

	take_in_text(first, false);
	c = take_in_text(HEAD FORCE
	    "26123456,Burglary - dwelling,2026-11-20 23:00,P1,Zoë,Łukasik,"
	    "12/03/1984,07700 900999,2 Low St Oadby,no,x,-,update\r\n",
	    false);
	cr_expect_eq(c.fates[BULK_CHANGED], 1);
	expect_in("person", "\"phone\":\"07700900999\"");
	expect_in("safety", "\"channels\":[\"t\",\"v\"]");
	expect_in("home", "1 High St");
	expect_in("casefile", "\"risk\":[\"l\",\"r\"]");
}

Test(import, of_a_withdrawal_leaves_the_person_and_the_case)
{
	struct import_counts c;

	take_in_text(first, false);
	c = take_in_text(HEAD FORCE "26123456,Burglary - dwelling,,P1,Zoë,"
				    "Łukasik,,,,,,,withdrawn\r\n",
	    false);
	cr_expect_eq(c.fates[BULK_WITHDRAWN], 1);
	cr_expect_eq(count("person"), 2);
	cr_expect_eq(count("casefile"), 2);
	expect_in("casefile", "\"status\":\"open\"");
	expect_in("task", "The force has withdrawn this crime.");
}

Test(import, of_a_row_that_is_refused_leaves_nothing_of_it)
{
	struct import_counts c = take_in_text(HEAD FORCE
	    "26123456,Theft,2026-11-20,P1,,,,,,yes,,,new\r\n" FORCE
	    "26123457,Theft,2026-11-21,P2,Ng,,,,,no,,,new\r\n",
	    false);

	cr_expect_eq(c.fates[BULK_REFUSED], 1);
	cr_expect_eq(c.fates[BULK_NEW], 1);
	cr_expect_eq(count("person"), 1);
	cr_expect_eq(count("casefile"), 1);
	cr_expect_eq(count("crime"), 1);
}

/* ---- export ---- */

Test(import, comes_out_again_without_our_own_numbers)
{
	char *crimes, *cases, *text;

	take_in_text(first, false);
	crimes = export(&t, "crime", EXPORT_CSV, NULL);
	cr_expect(!strncmp(crimes, "number,source-id,force,month,", 29), "%s",
	    crimes);
	cr_expect_not_null(strstr(crimes, "\r\n26*123456,,leicestershire,"));
	cases = export(&t, "casefile", EXPORT_CSV, NULL);
	cr_expect(!strncmp(cases, "ref,person,crime,", 17), "%s", cases);
	cr_expect_not_null(strstr(cases, ",26*123456,BUR,"));
	text = export(&t, "person", EXPORT_TEXT, NULL);
	cr_expect_not_null(strstr(text, "Surname: Łukasik\n"));
	free(crimes);
	free(cases);
	free(text);
}
