/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/verify.h"

#include "scene.h"

static struct scene s;

static void
set_up(void)
{
	scene_make(&s);
}

static void
take_down(void)
{
	scene_remove(&s);
}

TestSuite(journal, .init = set_up, .fini = take_down);

static enum rc
gather(const struct entry *e, void *arg, struct fault *f)
{
	char *heard = arg;
	size_t n = strlen(heard);

	(void)f;
	snprintf(heard + n, 64 - n, "%llu;", (unsigned long long)e->seq);
	return RC_OK;
}

Test(journal, is_read_in_the_order_it_was_written)
{
	char heard[64] = "";
	struct txn *t;

	scene_say(&s, "rang");
	scene_say(&s, "no answer");
	scene_say(&s, "rang again");

	cr_assert_eq(txn_read(s.store, &t, &s.f), RC_OK);
	cr_assert_eq(journal_walk(t, 2, gather, heard, &s.f), RC_OK);
	txn_abort(t);
	cr_expect_str_eq(heard, "2;3;");
	cr_expect_str_eq(scene_hear(&s, 1), "rang");
	cr_expect_str_eq(scene_hear(&s, 3), "rang again");
}

Test(journal, keeps_what_was_said_when_it_is_opened_again)
{
	scene_say(&s, "her sister answers on Tuesdays");
	scene_close(&s);
	scene_open(&s);
	cr_expect_str_eq(scene_hear(&s, 1), "her sister answers on Tuesdays");
	cr_expect(!scene_noted(&s, ""), "nothing had to be healed");
}

Test(journal, has_nothing_of_a_change_that_was_given_up)
{
	struct entry_draft d = { .area = s.lei, .body = span_str("never") };
	struct txn *t;

	scene_say(&s, "kept");
	cr_assert_eq(txn_write(s.store, &t, &s.f), RC_OK);
	cr_assert_eq(journal_append(t, s.vault, &d, 1, &s.f), RC_OK);
	txn_abort(t);
	cr_expect_eq(scene_last(&s), 1);
	cr_expect_eq(scene_say(&s, "next"), 2, "the number is given again");
}

Test(journal, takes_a_group_whole_or_not_at_all)
{
	struct entry_draft d[3] = {
		{ .area = s.lei, .body = span_str("one") },
		{ .area = 99, .body = span_str("an area nobody has") },
		{ .area = s.lei, .body = span_str("three") },
	};
	struct txn *t;

	cr_assert_eq(txn_write(s.store, &t, &s.f), RC_OK);
	cr_expect_eq(journal_append(t, s.vault, d, 3, &s.f), RC_DENIED);
	d[1].area = s.safe;
	cr_assert_eq(journal_append(t, s.vault, d, 3, &s.f), RC_OK, "%s",
	    s.f.text);
	cr_assert_eq(txn_commit(t, &s.f), RC_OK);
	cr_expect_eq(d[2].seq, 3);
	cr_expect_str_eq(scene_hear(&s, 2), "an area nobody has");
}

Test(journal, makes_bodies_of_many_lengths_look_alike)
{
	static const size_t lens[] = { 0, 1, 59, 60, 61, 252, 253, 764, 765,
		5000, 70000 };
	char *words = calloc(1, 70001);
	struct entry e;
	struct txn *t;
	uint32_t last = 0, kinds = 0;

	memset(words, 'w', 70000);
	for (size_t i = 0; i < sizeof(lens) / sizeof(lens[0]); i++) {
		char end = words[lens[i]];

		words[lens[i]] = 0;
		uint64_t seq = scene_say(&s, words);

		cr_assert_eq(txn_read(s.store, &t, &s.f), RC_OK);
		cr_assert_eq(journal_get(t, seq, &e, &s.f), RC_OK);
		kinds += e.body_len != last;
		last = e.body_len;
		txn_abort(t);
		cr_expect_eq(strlen(scene_hear(&s, seq)),
		    lens[i] < 4095 ? lens[i] : 4095);
		words[lens[i]] = end;
	}
	cr_expect_eq(kinds, 6, "64, 256, 768, 1024, 5120 and 73728: %u", kinds);
	free(words);
}

static int
by_bytes(const void *a, const void *b)
{
	return memcmp(a, b, ENTRY_NONCE_LEN);
}

Test(journal, never_uses_a_nonce_twice)
{
	enum { N = 3000 };
	uint8_t(*seen)[ENTRY_NONCE_LEN] = calloc(N, ENTRY_NONCE_LEN);
	struct entry_draft d = { .area = s.lei, .body = span_str("same") };
	struct entry e;
	struct txn *t;
	size_t n = 0;

	cr_assert_eq(txn_write(s.store, &t, &s.f), RC_OK);
	for (int i = 0; i < N; i++)
		cr_assert_eq(journal_append(t, s.vault, &d, 1, &s.f), RC_OK);
	for (uint64_t seq = 1; n < N; seq++) {
		cr_assert_eq(journal_get(t, seq, &e, &s.f), RC_OK);
		if (e.class != ENTRY_CHECKPOINT)
			memcpy(seen[n++], e.nonce, ENTRY_NONCE_LEN);
	}
	cr_assert_eq(txn_commit(t, &s.f), RC_OK);
	qsort(seen, N, ENTRY_NONCE_LEN, by_bytes);
	for (size_t i = 1; i < N; i++)
		cr_expect_neq(memcmp(seen[i - 1], seen[i], ENTRY_NONCE_LEN), 0);
	free(seen);
}

Test(journal, is_vouched_for_by_the_station_every_hundred_entries)
{
	struct entry e;
	struct txn *t;

	for (int i = 0; i < 100; i++)
		scene_say(&s, "x");
	cr_assert_eq(scene_last(&s), 101);
	cr_assert_eq(txn_read(s.store, &t, &s.f), RC_OK);
	cr_assert_eq(journal_get(t, 101, &e, &s.f), RC_OK);
	cr_expect_eq(e.class, ENTRY_CHECKPOINT);
	txn_abort(t);
}

Test(journal, gives_out_no_record_number_twice)
{
	uint64_t first, second;
	struct txn *t;

	cr_assert_eq(txn_write(s.store, &t, &s.f), RC_OK);
	cr_assert_eq(journal_take_ids(t, 10, &first, &s.f), RC_OK);
	struct entry_draft d = { .area = s.lei, .body = span_str("ten") };
	cr_assert_eq(journal_append(t, s.vault, &d, 1, &s.f), RC_OK);
	cr_assert_eq(txn_commit(t, &s.f), RC_OK);
	scene_close(&s);
	scene_delete(&s, "lmdb/data.mdb");
	scene_open(&s);
	cr_assert_eq(txn_write(s.store, &t, &s.f), RC_OK);
	cr_assert_eq(journal_take_ids(t, 1, &second, &s.f), RC_OK);
	txn_abort(t);
	cr_expect_eq(second, first + 10, "even when the tables are built anew");
	cr_expect_eq(first >> 48, store_station(s.store));
}

Test(journal, refuses_an_entry_with_any_bit_of_its_header_changed)
{
	struct buf body = { 0 };
	uint8_t copy[4096];
	struct entry e;
	struct txn *t;
	unsigned opened = 0;

	scene_say(&s, "sealed");
	cr_assert_eq(txn_read(s.store, &t, &s.f), RC_OK);
	cr_assert_eq(journal_get(t, 1, &e, &s.f), RC_OK);
	size_t len = e.whole.len;
	memcpy(copy, e.whole.at, len);
	txn_abort(t);
	for (size_t bit = 0; bit < ENTRY_HEADER_LEN * 8; bit++) {
		copy[bit / 8] ^= (uint8_t)(1u << bit % 8);
		if (!entry_read(span_of(copy, len), &e, NULL) &&
		    !journal_open_body(s.vault, &e, &body, &s.f))
			opened++;
		copy[bit / 8] ^= (uint8_t)(1u << bit % 8);
	}
	cr_expect_eq(opened, 0);
	cr_assert_eq(entry_read(span_of(copy, len), &e, NULL), RC_OK);
	cr_expect_eq(journal_open_body(s.vault, &e, &body, &s.f), RC_OK);
	buf_release(&body);
}

Test(journal, refuses_an_entry_of_a_newer_handrail)
{
	uint8_t copy[4096];
	struct entry e;
	struct txn *t;

	scene_say(&s, "sealed");
	cr_assert_eq(txn_read(s.store, &t, &s.f), RC_OK);
	cr_assert_eq(journal_get(t, 1, &e, &s.f), RC_OK);
	size_t len = e.whole.len;
	memcpy(copy, e.whole.at, len);
	txn_abort(t);
	copy[4] = 2;
	cr_expect_eq(entry_read(span_of(copy, len), &e, &s.f), RC_NEWER);
}

Test(journal, takes_many_entries_in_one_change_and_goes_on_in_new_segments)
{
	struct verify_plan plan = { .flags = VERIFY_DEEP | VERIFY_COPIES,
		.vault = s.vault };
	struct verify_count n;
	struct txn *t;

	scene_remove(&s);
	scene_make_small(&s, 20000);
	plan.vault = s.vault;
	for (int i = 0; i < 20; i++) {
		cr_assert_eq(txn_write(s.store, &t, &s.f), RC_OK);
		for (int k = 0; k < 20; k++) {
			struct entry_draft d = { .area = s.lei,
				.body = span_str("again and again") };
			cr_assert_eq(journal_append(t, s.vault, &d, 1, &s.f),
			    RC_OK, "%s", s.f.text);
		}
		cr_assert_eq(txn_commit(t, &s.f), RC_OK, "%s", s.f.text);
	}
	cr_expect_eq(verify_store(s.store, &plan, &n, &s.f), RC_OK, "%s",
	    s.f.text);
	cr_expect_gt(n.segments, 4);
	cr_expect_eq(n.seals, 400);
	cr_expect_eq(n.signatures, 400);
	cr_expect_geq(n.checkpoints, 3);
}
