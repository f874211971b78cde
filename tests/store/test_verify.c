/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "base/disk.h"
#include "store/seal.h"
#include "store/segment.h"
#include "store/verify.h"

#include "scene.h"

/*
 * Each of these changes the segment behind the program's back while the store
 * is open, so that nothing is healed first, and asks which entry is named.
 */

static struct scene s;
static struct verify_count count;
static uint64_t named;
static unsigned told;
static char sentence[512];

static void
set_up(void)
{
	scene_make(&s);
	named = told = 0;
	for (int i = 0; i < 150; i++)
		scene_say(&s, "every word of it");
}

static void
take_down(void)
{
	scene_remove(&s);
}

TestSuite(verify, .init = set_up, .fini = take_down);

static void
hear(uint64_t seq, const char *text, void *arg)
{
	(void)arg;
	if (!told++) {
		named = seq;
		strcpy(sentence, text);
	}
}

static enum rc
look(unsigned flags)
{
	struct verify_plan plan = {
		.flags = flags, .vault = s.vault, .fault = hear
	};

	return verify_store(s.store, &plan, &count, &s.f);
}

static const char segment[] = "segments/0000000001.seg";

static void
flip(uint64_t at)
{
	struct buf bytes = scene_bytes(&s, segment);
	uint8_t byte = bytes.at[at] ^ 4;

	scene_write(&s, segment, at, &byte, 1);
	buf_release(&bytes);
}

Test(verify, finds_nothing_wrong_with_a_healthy_store)
{
	cr_expect_eq(look(VERIFY_DEEP | VERIFY_COPIES), RC_OK, "%s", s.f.text);
	cr_expect_eq(count.entries, 151);
	cr_expect_eq(count.seals, 150);
	cr_expect_eq(count.signatures, 150);
	cr_expect_eq(count.checkpoints, 1);
	cr_expect_eq(count.faults, 0);
}

Test(verify, names_the_entry_whose_body_was_altered)
{
	size_t len;
	uint64_t at = scene_place(&s, 57, &len);

	flip(at + ENTRY_HEADER_LEN + 10);
	cr_expect_eq(look(0), RC_CORRUPT);
	cr_expect_eq(named, 57, "%s", sentence);
}

Test(verify, names_the_last_entry_when_that_was_altered)
{
	size_t len;
	uint64_t at = scene_place(&s, 151, &len);

	flip(at + len - 1);
	cr_expect_eq(look(0), RC_CORRUPT);
	cr_expect_eq(named, 151, "%s", sentence);
}

Test(verify, names_the_entry_with_any_byte_altered)
{
	size_t len;
	uint64_t at = scene_place(&s, 20, &len);
	unsigned wrong = 0;

	for (size_t i = 0; i < len; i++) {
		named = told = 0;
		flip(at + i);
		wrong += look(0) != RC_CORRUPT || named < 19 || named > 20;
		flip(at + i);
	}
	cr_expect_eq(wrong, 0, "%u of %zu bytes", wrong, len);
	cr_expect_eq(look(0), RC_OK, "and all is well when they are put back");
}

Test(verify, names_the_first_of_entries_that_were_cut_off)
{
	size_t len;
	uint64_t at = scene_place(&s, 140, &len);

	scene_cut(&s, segment, at);
	cr_expect_eq(look(0), RC_CORRUPT);
	cr_expect_eq(named, 140, "%s", sentence);
}

Test(verify, names_entries_that_were_exchanged)
{
	size_t len, other_len;
	uint64_t at = scene_place(&s, 30, &len);
	uint64_t other = scene_place(&s, 40, &other_len);
	struct buf bytes = scene_bytes(&s, segment);

	cr_assert_eq(len, other_len);
	scene_write(&s, segment, at, bytes.at + other, len);
	scene_write(&s, segment, other, bytes.at + at, len);
	cr_expect_eq(look(0), RC_CORRUPT);
	cr_expect_eq(named, 30, "%s", sentence);
	buf_release(&bytes);
}

Test(verify, names_an_entry_that_an_older_one_was_written_over)
{
	size_t len, other_len;
	uint64_t at = scene_place(&s, 90, &len);
	uint64_t other = scene_place(&s, 12, &other_len);
	struct buf bytes = scene_bytes(&s, segment);

	scene_write(&s, segment, at, bytes.at + other, other_len);
	cr_expect_eq(look(0), RC_CORRUPT);
	cr_expect_eq(named, 90, "%s", sentence);
	buf_release(&bytes);
}

/* Who can write the file can make the chain fit again, but not the seals. */
Test(verify, deep_names_an_entry_that_was_forged_with_its_hash_made_to_fit)
{
	struct buf bytes = scene_bytes(&s, segment);
	uint8_t hash[SEAL_HASH_LEN];
	size_t len;
	uint64_t at = scene_place(&s, 151, &len);
	struct entry e;

	at = scene_place(&s, 130, &len);
	bytes.at[at + ENTRY_HEADER_LEN] ^= 1;
	for (; at < bytes.len; at += e.whole.len) {
		if (entry_read(span_of(bytes.at + at, bytes.len - at), &e,
			NULL))
			break;
		if (e.seq > 130)
			memcpy(bytes.at + at + 96, hash, sizeof(hash));
		seal_hash(span_of(bytes.at + at, e.whole.len),
		    (struct span){ 0 }, hash);
	}
	scene_write(&s, segment, 0, bytes.at, bytes.len);
	cr_expect_eq(look(VERIFY_DEEP), RC_CORRUPT);
	cr_expect_eq(named, 130, "%s", sentence);
	buf_release(&bytes);
}

Test(verify, says_when_the_copies_in_the_tables_differ)
{
	cr_expect_eq(look(VERIFY_COPIES), RC_OK);
	size_t len;
	uint64_t at = scene_place(&s, 57, &len);

	flip(at + ENTRY_HEADER_LEN + 10);
	cr_expect_eq(look(VERIFY_COPIES), RC_CORRUPT);
	cr_expect_eq(named, 57, "%s", sentence);
}

Test(verify, looks_at_every_footer)
{
	scene_remove(&s);
	scene_make_small(&s, 20000);
	for (int i = 0; i < 120; i++)
		scene_say(&s, "x");
	cr_expect_eq(look(VERIFY_DEEP | VERIFY_COPIES), RC_OK, "%s", sentence);
	cr_expect_geq(count.segments, 2);
	struct buf bytes = scene_bytes(&s, segment);

	for (size_t at = bytes.len; at-- > SEGMENT_HEADER_LEN;)
		if (segment_foot_is(span_of(bytes.at + at, bytes.len - at))) {
			flip(at + 150);
			break;
		}
	cr_expect_eq(look(0), RC_CORRUPT);
	cr_expect_not_null(strstr(sentence, "footer of segment 1"));
	buf_release(&bytes);
}

static bool
stop(uint64_t done, uint64_t total, void *arg)
{
	(void)done;
	(void)total;
	(void)arg;
	return false;
}

Test(verify, can_be_stopped)
{
	struct verify_plan plan = { .progress = stop };

	cr_expect_eq(verify_store(s.store, &plan, &count, &s.f), RC_STOPPED);
}
