/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/chance.h"
#include "base/disk.h"
#include "store/check.h"
#include "store/table.h"
#include "store/verify.h"

#include "scene.h"

/*
 * A healthy data.mdb is copied, damaged in one way, put back, and the store
 * opened in a child: it must open, by itself, with every entry.
 */

enum { PAGE = 4096, ENTRIES = 120, TRIALS = 270 };

static struct scene s;
static struct buf healthy;
static struct chance chance;

static void
put_rows(void)
{
	char value[3000];
	struct txn *t;

	memset(value, 'v', sizeof(value));
	cr_assert_eq(txn_write(s.store, &t, &s.f), RC_OK);
	for (int i = 0; i < 600; i++) {
		char key[16];

		snprintf(key, sizeof(key), "key%05d", i * 7919 % 600);
		cr_assert_eq(table_put(t, TABLE_RECORD, span_str(key),
				 span_of(value, i % 9 ? 100 : 3000), &s.f),
		    RC_OK);
	}
	cr_assert_eq(txn_commit(t, &s.f), RC_OK);
}

static void
set_up(void)
{
	scene_make(&s);
	for (int i = 0; i < ENTRIES - 1; i++)
		scene_say(&s, "a word kept twice");
	put_rows();
	cr_assert_eq(scene_last(&s), ENTRIES);
	scene_close(&s);
	healthy = scene_bytes(&s, "lmdb/data.mdb");
	chance_seed(&chance, 20260301);
}

static void
take_down(void)
{
	buf_release(&healthy);
	scene_remove(&s);
}

TestSuite(check, .init = set_up, .fini = take_down, .timeout = 300);

static enum rc
check_now(void)
{
	char path[200];

	snprintf(path, sizeof(path), "%s/lmdb/data.mdb", s.dir);
	return check_file(disk_real(), path, NULL, &s.f);
}

Test(check, finds_nothing_wrong_with_healthy_files)
{
	cr_expect_eq(check_now(), RC_OK, "%s", s.f.text);
	for (int round = 0; round < 20; round++) {
		scene_open(&s);
		for (int i = 0; i < 15; i++) {
			struct txn *t;
			char key[16];
			char value[5000] = "";

			cr_assert_eq(txn_write(s.store, &t, &s.f), RC_OK);
			for (int k = 0; k < 40; k++) {
				snprintf(key, sizeof(key), "key%05u",
				    (unsigned)chance_below(&chance, 700));
				enum rc rc =
				    chance_is(&chance, 1, 3)
					? table_del(t, TABLE_RECORD,
					      span_str(key), &s.f)
					: table_put(t, TABLE_RECORD,
					      span_str(key),
					      span_of(value,
						  chance_below(&chance, 5000)),
					      &s.f);

				cr_assert(rc == RC_OK || rc == RC_MISSING);
			}
			if (i == 7)
				cr_assert_eq(table_clear(t, TABLE_RECORD, &s.f),
				    RC_OK);
			cr_assert_eq(txn_commit(t, &s.f), RC_OK);
			cr_expect_eq(check_now(), RC_OK, "%s", s.f.text);
		}
		scene_close(&s);
		cr_expect_eq(check_now(), RC_OK, "%s", s.f.text);
	}
}

/* The ways a file goes bad, by turns. */
static void
damage(uint8_t *at, size_t len, unsigned way)
{
	size_t pages = len / PAGE, page = chance_below(&chance, pages);
	uint8_t *p = at + page * PAGE;
	size_t other = chance_below(&chance, pages);

	switch (way % 9) {
	case 0: /* a bit anywhere */
		at[chance_below(&chance, len)] ^= 1u
						  << chance_below(&chance, 8);
		break;
	case 1: /* a bit near the head of a page */
		p[chance_below(&chance, 48)] ^= 1u << chance_below(&chance, 8);
		break;
	case 2:
		memset(p, 0, PAGE);
		break;
	case 3:
		chance_bytes(&chance, p, PAGE);
		break;
	case 4: /* a page written to the wrong place */
		memcpy(p, at + other * PAGE, PAGE);
		break;
	case 5:
		chance_bytes(&chance, p, 16);
		break;
	case 6: /* a sector lost */
		memset(p + 512 * chance_below(&chance, 8), 0, 512);
		break;
	case 7: /* a bit of a first page */
		at[chance_below(&chance, 2) * PAGE +
		    chance_below(&chance, 160)] ^= 1u
						   << chance_below(&chance, 8);
		break;
	default: /* numbers that are far too large */
		memset(p + 10 + chance_below(&chance, 100), 0xff, 8);
	}
}

/* In a child, so that a crash is counted and not ours. 0: all was there. */
static int
open_and_look(void)
{
	pid_t child = fork();
	int status = 0;

	if (!child) {
		struct verify_plan plan = { .flags = VERIFY_COPIES };
		struct verify_count n;

		alarm(20);
		if (store_open(s.dir, NULL, &s.store, &s.f)) {
			fprintf(stderr, "%s\n", s.f.text);
			_exit(10);
		}
		if (verify_store(s.store, &plan, &n, &s.f))
			_exit(n.faults && n.entries == ENTRIES ? 0 : 11);
		if (n.entries != ENTRIES)
			_exit(12);
		store_close(s.store);
		_exit(0);
	}
	cr_assert_gt(child, 0);
	cr_assert_eq(waitpid(child, &status, 0), child);
	return status;
}

static void
put_back(const uint8_t *bytes, size_t len)
{
	scene_delete(&s, "lmdb/data.mdb");
	char path[200];
	FILE *out;

	snprintf(path, sizeof(path), "%s/lmdb/data.mdb", s.dir);
	out = fopen(path, "w");
	cr_assert_eq(fwrite(bytes, 1, len, out), len);
	fclose(out);
}

Test(check, lets_no_damaged_file_be_mapped_and_every_store_opens)
{
	uint8_t *copy = malloc(healthy.len);
	unsigned flagged = 0, bad = 0;

	for (unsigned i = 0; i < TRIALS; i++) {
		memcpy(copy, healthy.at, healthy.len);
		damage(copy, healthy.len, i);
		put_back(copy, healthy.len);
		flagged += check_now() == RC_CORRUPT;
		int status = open_and_look();

		if (status) {
			bad++;
			fprintf(stderr, "trial %u: status %x\n", i,
			    (unsigned)status);
		}
	}
	cr_expect_eq(bad, 0, "%u of %u stores did not open whole", bad, TRIALS);
	cr_expect_gt(flagged, TRIALS / 3);
	free(copy);
}

Test(check, opens_a_store_whose_tables_were_cut_anywhere)
{
	unsigned bad = 0;

	for (unsigned i = 0; i < 60; i++) {
		put_back(healthy.at, chance_below(&chance, healthy.len));
		bad += open_and_look() != 0;
	}
	cr_expect_eq(bad, 0);
}

/* The check itself, on files it has no reason to believe in. */
Test(check, is_never_led_astray)
{
	uint8_t *copy = malloc(healthy.len);

	for (unsigned i = 0; i < 1500; i++) {
		memcpy(copy, healthy.at, healthy.len);
		for (unsigned k = 0; k <= i % 5; k++)
			damage(copy, healthy.len, i + 4 * k);
		put_back(copy, healthy.len);
		enum rc rc = check_now();

		cr_assert(rc == RC_OK || rc == RC_CORRUPT, "%s", s.f.text);
	}
	free(copy);
}
