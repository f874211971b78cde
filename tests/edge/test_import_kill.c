/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <criterion/criterion.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/chance.h"
#include "base/disk.h"
#include "edge/export.h"
#include "edge/import.h"
#include "model/kind.h"
#include "store/verify.h"

#include "tests/support/temp_hub.h"

/*
 * A file and its reissue are taken in by turns, and whoever does it is killed,
 * over and over, at random moments. The last time it is let be. Then everything
 * must be there once, as if nobody had been killed, and the store must verify.
 *
 * HANDRAIL_KILLS says how often; the everyday suite makes do with few.
 */

#define KILLS_EVERY_DAY 10
#define ROWS 12000
#define LONGEST 600000 /* microseconds before the kill */

static struct temp_hub t;
static char files[2][128]; /* the second says otherwise of each crime */
static struct fault fault;

/* Every ninth row has no name, and is the same in both. */
static void
write_file(int which)
{
	struct buf text = { 0 };

	buf_puts(&text, "Crime ID,Month,Location,Crime type\r\n");
	for (int i = 0; i < ROWS; i++)
		if (i % 9)
			buf_printf(&text, "%08x,2021-04,Street %d,Burglary\r\n",
			    i, i % 300 + which);
		else
			buf_puts(&text, ",2021-04,,Anti-social behaviour\r\n");
	snprintf(files[which], sizeof(files[0]), "%s/%d.csv", t.dir, which);
	cr_assert_eq(disk_write_whole(disk_real(), files[which],
			 buf_window(&text), &fault),
	    RC_OK, "%s", fault.text);
	buf_release(&text);
}

static void
make(void)
{
	temp_hub_make(&t);
	temp_hub_close(&t);
	write_file(0);
	write_file(1);
}

static void
take_away(void)
{
	temp_hub_remove(&t);
}

TestSuite(import_kill, .init = make, .fini = take_away, .timeout = 900);

/* A whole file into an open hub. */
static enum rc
take_in(int which, struct import_counts *counts)
{
	const char *one[] = { files[which] };
	struct import_options o = { .quiet = true };
	struct buf path = { 0 };
	struct feed *feed = NULL;
	enum rc rc =
	    feed_path("police-uk-street", temp_hub_data(), NULL, &path, &fault);

	if (!rc)
		rc = feed_load(buf_str(&path), t.hub->kinds, t.hub->codes,
		    &feed, &fault);
	if (!rc)
		rc = import_into_hub(t.hub, 0, false, feed, one, 1, &o, counts,
		    &fault);
	feed_free(feed);
	buf_release(&path);
	return rc;
}

static void
take_in_and_be_killed(int which, useconds_t after)
{
	struct import_counts counts;
	int status;
	pid_t pid = fork();

	if (!pid) {
		temp_hub_open(&t);
		_exit(take_in(which, &counts) ? 1 : 0);
	}
	usleep(after);
	kill(pid, SIGKILL);
	cr_assert_eq(waitpid(pid, &status, 0), pid);
	cr_expect(WIFSIGNALED(status) || WEXITSTATUS(status) == 0,
	    "an import failed after a kill");
}

static uint64_t
count_crimes(void)
{
	FILE *nowhere = fopen("/dev/null", "w");
	uint64_t n = 0;

	cr_assert_eq(export_kind(t.hub, kinds_by_name(t.hub->kinds, "crime"),
			 EXPORT_CSV, nowhere, &n, &fault),
	    RC_OK, "%s", fault.text);
	fclose(nowhere);
	return n;
}

static void
tell(uint64_t seq, const char *sentence, void *arg)
{
	(void)arg;
	cr_log_error("entry %llu: %s", (unsigned long long)seq, sentence);
}

Test(import_kill, loses_nothing_and_doubles_nothing)
{
	const char *kills = getenv("HANDRAIL_KILLS");
	struct verify_plan plan = { .flags = VERIFY_DEEP | VERIFY_COPIES,
		.fault = tell };
	struct verify_count count;
	struct import_counts counts;
	struct chance c;

	chance_seed(&c, 20261124);
	for (int i = kills ? atoi(kills) : KILLS_EVERY_DAY; i > 0; i--)
		take_in_and_be_killed(i % 2,
		    (useconds_t)chance_below(&c, LONGEST));
	temp_hub_open(&t);
	cr_assert_eq(take_in(0, &counts), RC_OK, "%s", fault.text);
	cr_expect_eq(counts.read, ROWS);
	cr_expect_eq(counts.fates[BULK_NEW] + counts.fates[BULK_CHANGED] +
			 counts.fates[BULK_SAME],
	    ROWS);
	cr_assert_eq(take_in(0, &counts), RC_OK, "%s", fault.text);
	cr_expect_eq(counts.fates[BULK_SAME], ROWS);
	cr_expect_eq(count_crimes(), ROWS);
	plan.vault = t.hub->vault;
	cr_expect_eq(verify_store(t.hub->store, &plan, &count, &fault), RC_OK,
	    "%s", fault.text);
}
