/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <criterion/criterion.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/disk.h"
#include "store/segment.h"
#include "store/verify.h"

#include "scene.h"

static struct scene s;
static const char segment[] = "segments/0000000001.seg";

static void
set_up(void)
{
	scene_make(&s);
	for (int i = 0; i < 20; i++)
		scene_say(&s, "a word kept twice");
}

static void
take_down(void)
{
	scene_remove(&s);
}

TestSuite(heal, .init = set_up, .fini = take_down);

static enum rc
look(void)
{
	struct verify_plan plan = { .flags = VERIFY_DEEP | VERIFY_COPIES,
		.vault = s.vault };
	struct verify_count count;

	return verify_store(s.store, &plan, &count, &s.f);
}

static void
expect_all_there(uint64_t last)
{
	cr_expect_eq(scene_last(&s), last);
	for (uint64_t seq = 1; seq <= 20; seq++)
		cr_expect_str_eq(scene_hear(&s, seq), "a word kept twice");
	cr_expect_eq(look(), RC_OK, "%s", s.f.text);
	scene_say(&s, "and life goes on");
	scene_close(&s);
	scene_open(&s);
	cr_expect(!scene_noted(&s, ""), "once healed it stays healed");
	cr_expect_eq(look(), RC_OK, "%s", s.f.text);
}

Test(heal, builds_the_tables_anew_when_they_were_deleted)
{
	scene_close(&s);
	scene_delete(&s, "lmdb/data.mdb");
	scene_open(&s);
	cr_expect(scene_noted(&s, "built anew from the journal"));
	expect_all_there(20);
}

Test(heal, builds_the_tables_anew_when_they_are_rubbish)
{
	char rubbish[10000];

	memset(rubbish, 'R', sizeof(rubbish));
	scene_close(&s);
	scene_write(&s, "lmdb/data.mdb", 0, rubbish, sizeof(rubbish));
	scene_open(&s);
	cr_expect(scene_noted(&s, "quarantine"));
	expect_all_there(20);
}

Test(heal, builds_the_tables_anew_when_they_were_cut)
{
	scene_close(&s);
	scene_cut(&s, "lmdb/data.mdb", 12000);
	scene_open(&s);
	expect_all_there(20);
}

Test(heal, writes_a_segment_anew_that_was_cut)
{
	size_t len;
	uint64_t at = scene_place(&s, 7, &len);

	scene_close(&s);
	scene_cut(&s, segment, at + 5);
	scene_open(&s);
	cr_expect(scene_noted(&s, "written anew from the tables"));
	expect_all_there(20);
}

Test(heal, writes_a_segment_anew_that_is_missing)
{
	scene_close(&s);
	scene_delete(&s, segment);
	scene_open(&s);
	cr_expect(scene_noted(&s, "missing"));
	expect_all_there(20);
}

Test(heal, writes_a_segment_anew_whose_header_is_damaged)
{
	scene_close(&s);
	scene_write(&s, segment, 30, "xx", 2);
	scene_open(&s);
	expect_all_there(20);
}

Test(heal, puts_an_altered_entry_right_from_its_copy_on_rebuild)
{
	size_t len;
	uint64_t at = scene_place(&s, 9, &len);

	scene_write(&s, segment, at + ENTRY_HEADER_LEN + 3, "x", 1);
	cr_expect_eq(look(), RC_CORRUPT);
	cr_assert_eq(store_rebuild(s.store, &s.f), RC_OK, "%s", s.f.text);
	expect_all_there(20);
}

Test(heal, takes_up_what_the_segment_has_and_the_tables_do_not)
{
	struct buf old;

	scene_close(&s);
	old = scene_bytes(&s, "lmdb/data.mdb");
	scene_open(&s);
	scene_say(&s, "saved just before the power went");
	scene_close(&s);
	scene_write(&s, "lmdb/data.mdb", 0, old.at, old.len);
	scene_open(&s);
	cr_expect_str_eq(scene_hear(&s, 21),
	    "saved just before the power went");
	expect_all_there(21);
	buf_release(&old);
}

Test(heal, drops_only_the_rest_of_an_append_that_was_cut_off)
{
	size_t len;
	uint64_t at = scene_place(&s, 20, &len);
	struct buf bytes = scene_bytes(&s, segment);

	/* Half of an entry 21, as a torn write would leave it. */
	scene_close(&s);
	scene_write(&s, segment, at + len, bytes.at + at, len / 2);
	scene_open(&s);
	cr_expect(scene_noted(&s, "was never saved"));
	expect_all_there(20);
	buf_release(&bytes);
}

Test(heal, says_which_entries_are_in_neither_copy)
{
	size_t len;
	uint64_t at = scene_place(&s, 9, &len);

	scene_close(&s);
	scene_write(&s, segment, at + ENTRY_HEADER_LEN - 20, "xxxxxxxx", 8);
	scene_delete(&s, "lmdb/data.mdb");
	scene_open(&s);
	cr_expect(scene_noted(&s, "entries 9 to 9") ||
		      scene_noted(&s, "entries 8 to 9") ||
		      scene_noted(&s, "entries 9 to 10"),
	    "the hole is named");
	cr_expect_eq(scene_last(&s), 20, "what came after is kept");
	cr_expect_str_eq(scene_hear(&s, 20), "a word kept twice");
}

Test(heal, goes_on_after_a_rotation_that_was_cut_off)
{
	scene_remove(&s);
	scene_make_small(&s, 20000);
	while (access("x", F_OK)) {
		char path[200];

		scene_say(&s, "on and on");
		snprintf(path, sizeof(path), "%s/segments/0000000002.seg",
		    s.dir);
		if (!access(path, F_OK))
			break;
	}
	uint64_t last = scene_last(&s);

	/* The footer was written, the next segment not yet. */
	scene_close(&s);
	scene_delete(&s, "segments/0000000002.seg");
	scene_delete(&s, "lmdb/data.mdb");
	scene_open(&s);
	cr_expect_geq(scene_last(&s), last - 2);
	scene_say(&s, "and on");
	cr_expect_eq(look(), RC_OK, "%s", s.f.text);
}

/* A disk that does what it is told to. */
static struct {
	unsigned writes_left, syncs_left;
	int err;
	bool armed;
} orders;

static ssize_t
told_pwrite(const struct disk *d, int fd, const void *p, size_t n, off_t at)
{
	if (orders.armed && !orders.writes_left--) {
		orders.writes_left = 0;
		errno = orders.err;
		return -1;
	}
	(void)d;
	return pwrite(fd, p, n, at);
}

static int
told_sync(const struct disk *d, int fd)
{
	if (orders.armed && !orders.syncs_left--) {
		orders.syncs_left = 0;
		errno = EIO;
		return -1;
	}
	(void)d;
	return fdatasync(fd);
}

static struct disk told_disk;

static void
open_on_told_disk(void)
{
	scene_close(&s);
	told_disk = *disk_real();
	told_disk.pwrite = told_pwrite;
	told_disk.sync = told_sync;
	s.options.disk = &told_disk;
	scene_open(&s);
}

static enum rc
try_say(const char *words)
{
	struct entry_draft d = { .area = s.lei, .body = span_str(words) };
	struct txn *t;
	enum rc rc = txn_write(s.store, &t, &s.f);

	if (rc)
		return rc;
	rc = journal_append(t, s.vault, &d, 1, &s.f);
	if (!rc)
		return txn_commit(t, &s.f);
	txn_abort(t);
	return rc;
}

Test(heal, refuses_with_a_sentence_when_the_disk_is_full_and_loses_nothing)
{
	open_on_told_disk();
	orders.armed = true;
	orders.err = ENOSPC;
	orders.writes_left = 0;
	orders.syncs_left = 1000;
	cr_expect_eq(try_say("no room for this"), RC_FULL, "%s", s.f.text);
	cr_expect_not_null(strstr(s.f.text, "full"), "%s", s.f.text);
	cr_expect_str_eq(scene_hear(&s, 20), "a word kept twice");
	orders.armed = false;
	cr_expect_eq(try_say("room again"), RC_OK, "%s", s.f.text);
	cr_expect_str_eq(scene_hear(&s, 21), "room again");
	cr_expect_eq(look(), RC_OK, "%s", s.f.text);
}

Test(heal, never_believes_a_segment_again_whose_sync_failed)
{
	open_on_told_disk();
	orders.armed = true;
	orders.writes_left = 1000;
	orders.syncs_left = 0;
	cr_expect_eq(try_say("not known to be saved"), RC_SYSTEM);
	orders.armed = false;
	cr_expect_eq(try_say("saved"), RC_OK, "%s", s.f.text);
	struct buf second = scene_bytes(&s, "segments/0000000002.seg");

	cr_expect_gt(second.len, 0, "it is in a segment of its own");
	buf_release(&second);
	cr_expect_str_eq(scene_hear(&s, 21), "saved");
	cr_expect_eq(look(), RC_OK, "%s", s.f.text);
	scene_close(&s);
	scene_delete(&s, "lmdb/data.mdb");
	s.options.disk = NULL;
	scene_open(&s);
	cr_expect_str_eq(scene_hear(&s, 21), "saved");
	cr_expect_eq(look(), RC_OK, "%s", s.f.text);
}

Test(heal, refuses_a_store_of_a_newer_handrail)
{
	struct store *other;

	scene_close(&s);
	scene_write(&s, "format", 0, "handrail store 2\n", 17);
	cr_expect_eq(store_open(s.dir, NULL, &other, &s.f), RC_NEWER);
	cr_expect_not_null(strstr(s.f.text, "newer"));
	scene_write(&s, "format", 0, "handrail store 1\n", 17);
	scene_open(&s);
}

Test(heal, maps_the_file_anew_when_another_process_made_it_larger)
{
	char words[2000];

	memset(words, 'w', sizeof(words));
	words[1999] = 0;
	scene_close(&s);
	s.options.map_size = 1 << 20;
	scene_open(&s);
	for (int i = 0; i < 1500; i++)
		scene_say(&s, words);
	cr_expect_eq(look(), RC_OK, "%s", s.f.text);
	scene_close(&s);
	s.options.map_size = 0;
	scene_open(&s);
}
