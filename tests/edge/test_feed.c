/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/disk.h"
#include "edge/feed_row.h"
#include "edge/import.h"
#include "hub/slip.h"
#include "model/code.h"
#include "model/kind.h"

/* The definitions that ship, and a place where rows go to be looked at. */
static struct kinds *kinds;
static struct codes *codes;
static struct feed *feed;
static struct buf seen; /* each slip, as "name=value;" */
static struct buf told; /* each sentence */
static struct fault fault;
static size_t batches, fail_at, rows;
static char folder[64];

static const char *
data_dir(void)
{
	const char *data = getenv("HANDRAIL_DATA");

	return data ? data : "data";
}

static void
set_up(void)
{
	char path[512];

	snprintf(path, sizeof(path), "%s/codes", data_dir());
	kinds = kinds_new();
	cr_assert_eq(codes_load(path, &codes, &fault), RC_OK, "%s", fault.text);
	strcpy(folder, "/tmp/handrail-feed-XXXXXX");
	cr_assert_not_null(mkdtemp(folder));
	feed = NULL;
	batches = fail_at = rows = 0;
}

static enum rc
remove_one(const char *name, void *arg)
{
	char path[512];

	(void)arg;
	snprintf(path, sizeof(path), "%s/%s", folder, name);
	unlink(path);
	return RC_OK;
}

static void
take_down(void)
{
	cr_expect_eq(disk_list(folder, remove_one, NULL, NULL), RC_OK);
	rmdir(folder);
	feed_free(feed);
	codes_free(codes);
	kinds_free(kinds);
	buf_release(&seen);
	buf_release(&told);
}

TestSuite(feed, .init = set_up, .fini = take_down);

static void
load(const char *name)
{
	struct buf path = { 0 };
	enum rc rc = feed_path(name, data_dir(), NULL, &path, &fault);

	if (!rc)
		rc = feed_load(buf_str(&path), kinds, codes, &feed, &fault);
	cr_assert_eq(rc, RC_OK, "%s", fault.text);
	buf_release(&path);
}

static const char *
write_file(const char *name, const char *text)
{
	static char paths[4][512];
	static int turn;
	char *path = paths[turn = (turn + 1) % 4];

	snprintf(path, sizeof(paths[0]), "%s/%s", folder, name);
	cr_assert_eq(disk_write_whole(disk_real(), path, span_str(text),
			 &fault),
	    RC_OK, "%s", fault.text);
	return path;
}

/* ---- the place where rows go ---- */

static enum rc
begin(void *arg, struct fault *f)
{
	(void)arg;
	if (++batches == fail_at)
		return fault_set(f, RC_FULL, "the disk has no room left");
	return RC_OK;
}

static enum rc
take(void *arg, const struct slip *slip, enum bulk_fate *fate, struct fault *f)
{
	(void)arg;
	rows++;
	*fate = BULK_NEW;
	if (!strcmp(slip_text(slip, "crime.source-id"), "aa15"))
		return fault_set(f, RC_INVALID, "the act does not like it");
	for (size_t i = 0; i < slip->n && rows < 10; i++)
		if (*slip->lines[i].text)
			buf_printf(&seen, "%s=%s;", slip->lines[i].name,
			    slip->lines[i].text);
	buf_putc(&seen, '\n');
	return RC_OK;
}

static enum rc
end(void *arg, bool keep, struct fault *f)
{
	(void)arg, (void)keep, (void)f;
	return RC_OK;
}

static enum rc
finish_file(void *arg, const char *hash, const struct import_counts *counts,
    struct fault *f)
{
	(void)arg, (void)counts, (void)f;
	cr_expect_eq(strlen(hash), 64);
	return RC_OK;
}

static void
tell(void *arg, const char *sentence)
{
	(void)arg;
	buf_printf(&told, "%s\n", sentence);
}

static enum rc
take_in(const char *const *files, size_t n, const char *rejects,
    struct import_counts *counts)
{
	struct import_sink sink = { NULL, begin, take, end, finish_file,
		{ moment_of_local(2026, 11, 22, 11, 42, 0), codes } };
	struct import_options o = {
		.rejects = rejects, .quiet = true, .say = tell
	};
	enum rc rc = import_files(feed, files, n, &sink, &o, counts, &fault);
	uint64_t sum = 0;

	for (size_t i = 0; i < BULK_FATES; i++)
		sum += counts->fates[i];
	cr_expect_eq(sum, counts->read, "the counts do not add up");
	return rc;
}

/* ---- definitions ---- */

static enum rc
load_one(const char *path, void *arg)
{
	struct feed *one;
	struct fault f = { 0 };

	cr_expect_eq(feed_load(path, kinds, codes, &one, &f), RC_OK, "%s",
	    f.text);
	cr_expect(!one || strstr(one->source, "licen") ||
		      strstr(one->source, "agreement"),
	    "%s has no source", path);
	feed_free(one);
	++*(int *)arg;
	return RC_OK;
}

Test(feed, definitions_that_ship_all_load)
{
	int n = 0;

	cr_expect_eq(feed_each(data_dir(), NULL, load_one, &n, &fault), RC_OK);
	cr_expect_geq(n, 3);
}

Test(feed, that_is_not_there_is_told_with_those_that_are)
{
	struct buf path = { 0 };

	cr_expect_eq(feed_path("police", data_dir(), NULL, &path, &fault),
	    RC_MISSING);
	cr_expect_str_eq(fault.text,
	    "there is no feed \"police\"; there are: people, police-referral, "
	    "police-uk-outcomes, police-uk-street, survey-replies");
	buf_release(&path);
}

#define HEAD "title = \"x\"; source = \"y\";\nact = \"put_crime\";\n"

static const struct {
	const char *text, *sentence;
} wrongs[] = {
	{ "title = \"x\"; source = \"y\"; act = \"forget_person\";\n"
	  "key = (\"A\"); columns = ( { name = \"A\"; } );",
	    "1: \"forget_person\" is not an act that a feed may propose" },
	{ HEAD "key = (\"B\");\ncolumns = ( { name = \"A\"; } );",
	    "3: \"B\" is not among the columns" },
	{ HEAD "key = (\"A\");\ncolumns = ( { name = \"A\";\n"
	       "to = \"crime.colour\"; } );",
	    "5: there is no field \"crime.colour\"; handrailctl schema lists "
	    "them" },
	{ HEAD "key = (\"A\");\ncolumns = ( { name = \"A\";\n"
	       "to = \"casefile.owner\"; } );",
	    "5: a feed may not fill \"casefile.owner\" by put_crime" },
	{ HEAD "key = (\"A\");\ncolumns = ( { name = \"A\"; kodes = \"x\"; } "
	       ");",
	    "4: \"kodes\" is not known here; did you mean \"codes\"?" },
	{ HEAD "key = (\"A\");\ncolumns = ( { name = \"A\"; codes = "
	       "\"colour\"; } );",
	    "4: there is no code list \"colour\"" },
	{ HEAD "columns = ( { name = \"A\"; } );", "1: \"key\" is missing" },
	{ HEAD "key = (\"A\"); delimiter = \"::\";\n"
	       "columns = ( { name = \"A\"; } );",
	    "3: \"delimiter\" is \"auto\" or one character" },
};

Test(feed, definition_that_is_wrong_is_told_by_file_and_line)
{
	for (size_t i = 0; i < sizeof(wrongs) / sizeof(wrongs[0]); i++) {
		const char *path = write_file("x.cfg", wrongs[i].text);
		struct feed *one;
		char want[1024];

		snprintf(want, sizeof(want), "%s:%s", path, wrongs[i].sentence);
		cr_expect_eq(feed_load(path, kinds, codes, &one, &fault),
		    RC_INVALID);
		cr_expect_str_eq(fault.text, want);
		cr_expect_null(one);
	}
}

/* ---- rows ---- */

#define STREET                                                                 \
	"Crime ID,Month,Reported by,Falls within,Longitude,Latitude,"          \
	"Location,LSOA code,LSOA name,Crime type,Last outcome category,"       \
	"Context\r\n"
#define PLACE                                                                  \
	"Leicestershire Police,Leicestershire Police,-1.2,52.6,On or "         \
	"near Old Park Lane,E01,Blaby 002A,"

Test(feed, row_becomes_a_slip)
{
	const char *file = write_file("a.csv",
	    STREET "aa11,2021-04," PLACE "Burglary,\"Investigation complete; "
		   "no suspect identified\",\r\n");
	struct import_counts counts;

	load("police-uk-street");
	cr_expect_eq(take_in(&file, 1, NULL, &counts), RC_OK);
	cr_expect_str_eq(buf_str(&seen),
	    "key=police-uk:aa11;crime.source-id=aa11;crime.month=2021-04;"
	    "crime.force=leicestershire;"
	    "crime.falls-within=Leicestershire Police;crime.longitude=-1.2;"
	    "crime.latitude=52.6;crime.place=On or near Old Park Lane;"
	    "crime.lsoa=E01;crime.lsoa-name=Blaby 002A;crime.category=BUR;"
	    "crime.police-type=Burglary;crime.last-outcome=no-further-action;"
	    "crime.feed=police-uk-street;\n");
	cr_expect_str_eq(told.at ? buf_str(&told) : "", "");
}

Test(feed, rows_without_a_name_are_events_of_their_own)
{
	const char *file = write_file("a.csv",
	    STREET ",2021-04," PLACE "Anti-social behaviour,,\r\n"
		   ",2021-04," PLACE "Anti-social behaviour,,\r\n"
		   "aa11,2021-04," PLACE "Drugs,,\r\n"
		   "aa11,2021-04," PLACE "Robbery,,\r\n");
	struct import_counts counts;
	const char *first, *second;

	load("police-uk-street");
	cr_expect_eq(take_in(&file, 1, NULL, &counts), RC_OK);
	cr_expect_eq(counts.read, 4);
	cr_expect_eq(counts.fates[BULK_NEW], 3);
	cr_expect_eq(counts.fates[BULK_REPEATED], 1);
	first = strstr(buf_str(&seen), "#1;");
	second = strstr(buf_str(&seen), "#2;");
	cr_expect(first && second && first < second);
	cr_expect_not_null(strstr(buf_str(&seen), "category=DRU"));
	cr_expect_null(strstr(buf_str(&seen), "category=ROB"));
}

Test(feed, file_of_another_sort_changes_nothing_and_the_next_is_read)
{
	const char *files[] = { write_file("a.csv", "Crime ID,Month\na,b\n"),
		write_file("b.csv", ""), folder,
		write_file("d.csv",
		    STREET "aa11,2021-04," PLACE "Drugs,,\r\n") };
	struct import_counts counts;

	load("police-uk-street");
	cr_expect_eq(take_in(files, 4, NULL, &counts), RC_OK);
	cr_expect_eq(counts.read, 1);
	cr_expect_eq(counts.bad_files, 3);
	cr_expect_not_null(strstr(buf_str(&told),
	    "a.csv: the column \"Crime type\" is missing; is this a file of "
	    "the feed police-uk-street?\n"));
	cr_expect_not_null(strstr(buf_str(&told), "b.csv: the file is empty"));
	cr_expect_not_null(strstr(buf_str(&told),
	    ": this is a folder; name the files in it"));
}

Test(feed, file_that_is_not_there_stops_it_before_it_begins)
{
	const char *files[] = { write_file("a.csv",
				    STREET "aa11,2021-04," PLACE "Drugs,,\r\n"),
		"/nonexistent/b.csv" };
	struct import_counts counts;

	load("police-uk-street");
	cr_expect_eq(take_in(files, 2, NULL, &counts), RC_SYSTEM);
	cr_expect_eq(counts.read, 0);
	cr_expect_eq(rows, 0);
}

Test(feed, bad_row_is_told_and_kept_to_be_put_right)
{
	char rejects[128];
	const char *file = write_file("a.csv",
	    STREET "aa11,2021-44," PLACE "Drugs,,\r\n"
		   "aa12,2021-04\r\n"
		   "aa13,2021-04," PLACE "Drugs,,\r\n"
		   "aa14,," PLACE "Drugs,,\r\n"
		   "aa15,2021-04,=cmd|x,,,,No location,,,Drugs,,\r\n");
	struct import_counts counts;
	struct buf text = { 0 };
	char want[2048];
	const char *again;

	load("police-uk-street");
	snprintf(rejects, sizeof(rejects), "%s/rejects.csv", folder);
	cr_expect_eq(take_in(&file, 1, rejects, &counts), RC_OK);
	cr_expect_eq(counts.read, 5);
	cr_expect_eq(counts.fates[BULK_REFUSED], 4);
	cr_expect_eq(counts.fates[BULK_NEW], 1);
	cr_assert_eq(disk_read_whole(disk_real(), rejects, 10000, &text,
			 &fault),
	    RC_OK);
	snprintf(want, sizeof(want),
	    "file,line,column,reason," STREET
	    "%s,2,2,\"Month: not a date: there are 12 months, and the day "
	    "comes before the month\",aa11,2021-44," PLACE "Drugs,,\r\n"
	    "%s,3,1,\"the row has 2 cells, the header has 12\",aa12,2021-04\r\n"
	    "%s,5,2,Month: it is empty,aa14,," PLACE "Drugs,,\r\n"
	    "%s,6,,the act does not like it,aa15,2021-04,'=cmd|x,,,,No "
	    "location,,,Drugs,,\r\n",
	    file, file, file, file);
	cr_expect_str_eq(buf_str(&text), want);
	cr_expect_not_null(strstr(buf_str(&told),
	    "a.csv:2:2: Month: not a date: there are 12 months, and the day "
	    "comes before the month; the row was refused\n"));
	/* The rejects file itself can be taken in; its own columns are not
	 * the feed's. */
	again = write_file("again.csv", buf_str(&text));
	cr_expect_eq(take_in(&again, 1, NULL, &counts), RC_OK);
	cr_expect_eq(counts.read, 4);
	cr_expect_not_null(strstr(buf_str(&told),
	    "leaves them out: \"file\", \"line\", \"column\", \"reason\"\n"));
	buf_release(&text);
}

Test(feed, batch_that_fails_leaves_those_before_it)
{
	struct buf text = { 0 };
	struct import_counts counts;
	const char *file;

	buf_puts(&text, STREET);
	for (int i = 0; i < 5000; i++)
		buf_printf(&text, "bb%d,2021-04," PLACE "Drugs,,\r\n", i);
	file = write_file("a.csv", buf_str(&text));
	load("police-uk-street");
	fail_at = 2;
	cr_expect_eq(take_in(&file, 1, NULL, &counts), RC_FULL);
	cr_expect_eq(counts.read, 2000);
	cr_expect_eq(counts.fates[BULK_NEW], 2000);
	buf_release(&text);
}

#define REFERRAL                                                               \
	"Force;Crime number;Crime type;When;Place;Person number;Given name;"   \
	"Family name;Born;Phone;Address;Consent;Safe contact;Safe to "         \
	"contact;Vulnerability;Status;Shoe size\n"

Test(feed, referral_proposes_a_victim)
{
	const char *file = write_file("a.csv",
	    REFERRAL "leicestershire;26123456;Burglary - dwelling;"
		     "20/11/2026 23:00;Oadby;P1;Zo\xeb;\xa3ukasik;12/03/1984;"
		     "+44 7700 900123;\"1 High St\nOadby\";yes;tv;;lr;new;7\n"
		     "Leicestershire Police;26*123456;Theft;y;;P1;Zoe;X;;;;;;;"
		     ";update;7\n"
		     "Leicestershire Police;26123457;Theft;y;;P2;Ng;;;;;no;tv;"
		     "no;;withdrawn;7\n"
		     "Leicestershire Police;26123458;Theft;y;;P3;Ng;;;;;no;tv;"
		     "no;;nwe;7\n");
	struct import_counts counts;
	const char *text;

	load("police-referral");
	cr_expect_eq(take_in(&file, 1, NULL, &counts), RC_OK);
	cr_expect_eq(counts.read, 4);
	text = buf_str(&seen);
	cr_expect_not_null(strstr(text, "crime=26*123456;"));
	cr_expect_not_null(strstr(text, "person.given=Zoë;person.family="
					"£ukasik;"));
	cr_expect_not_null(strstr(text, "casefile.category=BUR;"
					"casefile.when=20/11/2026 23:00;"));
	cr_expect_not_null(strstr(text, "safety.channels=tv;"));
	cr_expect_not_null(strstr(text, "consent.kind=f;"));
	cr_expect_not_null(strstr(text, "safety.channels=x;"));
	cr_expect_not_null(strstr(text, "withdrawn=y;"));
	cr_expect_eq(counts.fates[BULK_REFUSED], 1);
	cr_expect_not_null(strstr(buf_str(&told),
	    ":6:16: Status: a value that the feed does not know; the row was "
	    "refused\n"));
	cr_expect_not_null(strstr(buf_str(&told),
	    "leaves them out: \"Shoe size\"\n"));
}

/* ---- the real files ---- */

static const char *
police(char path[512], const char *month, const char *sort)
{
	const char *data = getenv("HANDRAIL_SHARED_DATA");

	snprintf(path, 512,
	    "%s/police/issue-2022-06/%s-leicestershire-%s.csv.gz",
	    data ? data : "../shared/data", month, sort);
	return path;
}

static const char *const months[] = { "2021-03", "2021-04", "2021-05",
	"2021-06" };

static bool
take_in_police(const char *sort, struct import_counts *counts)
{
	char paths[4][512];
	const char *files[4];

	for (size_t i = 0; i < 4; i++)
		files[i] = police(paths[i], months[i], sort);
	if (!disk_has(files[0])) {
		cr_skip_test("%s is not here: not compared", files[0]);
	}
	cr_expect_eq(take_in(files, 4, NULL, counts), RC_OK, "%s", fault.text);
	cr_expect_str_eq(told.at ? buf_str(&told) : "", "");
	return true;
}

Test(feed, street_files_as_published_are_all_understood)
{
	struct import_counts counts;

	load("police-uk-street");
	if (!take_in_police("street", &counts))
		return;
	cr_expect_eq(counts.read, 34031);
	cr_expect_eq(counts.fates[BULK_REPEATED], 0);
	cr_expect_eq(counts.fates[BULK_REFUSED] + counts.fates[BULK_NEW],
	    34031);
}

Test(feed, outcome_files_as_published_repeat_themselves)
{
	struct import_counts counts;

	load("police-uk-outcomes");
	if (!take_in_police("outcomes", &counts))
		return;
	cr_expect_eq(counts.read, 30394);
	cr_expect_eq(counts.fates[BULK_REPEATED], 989);
	cr_expect_eq(counts.fates[BULK_NEW], 30394 - 989);
}
