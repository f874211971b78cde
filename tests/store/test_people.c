/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/people.h"
#include "store/row.h"
#include "store/table.h"
#include "store/verify.h"

#include "scene.h"

static struct scene s;

#define BEA "nine slow barges home"

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

TestSuite(people, .init = set_up, .fini = take_down);

static uint16_t
add(const char *name, const char *role, const char *area)
{
	const char *areas[] = { area };
	struct people_new who = { .name = name,
		.passphrase = BEA,
		.role = role,
		.areas = areas,
		.n_areas = area ? 1 : 0 };
	uint16_t number = 0;

	cr_assert_eq(people_add(s.vault, &who, &number, &s.f), RC_OK, "%s",
	    s.f.text);
	return number;
}

static void
be(const char *name, const char *passphrase)
{
	scene_close(&s);
	scene_open_as(&s, name, passphrase);
}

Test(people, who_were_given_an_area_read_it_and_no_other)
{
	add("bea", "handler", "LEI");
	add("cal", "handler", "NOT");
	scene_say(&s, "for Leicestershire");
	uint64_t seq = scene_last(&s);

	be("bea", BEA);
	cr_expect_str_eq(scene_hear(&s, seq), "for Leicestershire");
	cr_expect_eq(vault_user(s.vault)->number, 2);
	be("cal", BEA);
	cr_expect_eq(scene_try_hear(&s, seq), RC_DENIED);
	cr_expect_not_null(strstr(s.f.text, "no key to area LEI"));
}

Test(people, with_an_area_do_not_hold_where_anyone_is)
{
	add("bea", "handler", "LEI");
	struct entry_draft d = { .area = s.safe,
		.body = span_str("the flat above the bakery") };
	struct txn *t;

	cr_assert_eq(txn_write(s.store, &t, &s.f), RC_OK);
	cr_assert_eq(journal_append(t, s.vault, &d, 1, &s.f), RC_OK);
	cr_assert_eq(txn_commit(t, &s.f), RC_OK);
	be("bea", BEA);
	cr_expect_eq(scene_try_hear(&s, d.seq), RC_DENIED);
	be("ann", SCENE_PASSPHRASE);
	cr_assert_eq(people_grant(s.vault, "bea", "LEI.safe", &s.f), RC_OK,
	    "%s", s.f.text);
	be("bea", BEA);
	cr_expect_str_eq(scene_hear(&s, d.seq), "the flat above the bakery");
}

Test(people, with_a_wrong_passphrase_or_name_are_refused_alike)
{
	struct fault wrong = { 0 }, unknown = { 0 };
	struct vault *v;

	cr_expect_eq(vault_open(s.store, "ann", "guess", &v, &wrong),
	    RC_DENIED);
	cr_expect_eq(vault_open(s.store, "zed", "guess", &v, &unknown),
	    RC_DENIED);
	cr_expect_str_eq(wrong.text, unknown.text);
}

Test(people, who_keep_guessing_must_wait)
{
	struct vault *v;

	for (int i = 0; i < 3; i++)
		cr_expect_eq(vault_open(s.store, "ann", "guess", &v, &s.f),
		    RC_DENIED);
	cr_expect_eq(vault_open(s.store, "ann", SCENE_PASSPHRASE, &v, &s.f),
	    RC_LOCKED);
	cr_expect_not_null(strstr(s.f.text, "wait"));
}

Test(people, are_locked_after_ten_and_unlocked_by_an_administrator)
{
	struct vault_user u;
	struct vault *v;

	add("bea", "handler", "LEI");
	cr_expect_eq(vault_open(s.store, "bea", "guess", &v, &s.f), RC_DENIED);
	scene_write(&s, "keys/tries/bea", 0, "10 0 ", 5);
	cr_expect_eq(vault_open(s.store, "bea", BEA, &v, &s.f), RC_LOCKED);
	cr_expect_not_null(strstr(s.f.text, "user unlock bea"));
	cr_assert_eq(people_by_name(s.store, "bea", &u, &s.f), RC_OK);
	cr_expect(u.locked);
	cr_assert_eq(people_unlock(s.vault, "bea", &s.f), RC_OK, "%s",
	    s.f.text);
	cr_assert_eq(vault_open(s.store, "bea", BEA, &v, &s.f), RC_OK, "%s",
	    s.f.text);
	vault_close(v);
}

Test(people, change_their_own_passphrase)
{
	struct vault *v;

	cr_expect_eq(people_passphrase(s.vault, "not it", "eleven loud owls",
			 &s.f),
	    RC_DENIED);
	cr_assert_eq(people_passphrase(s.vault, SCENE_PASSPHRASE,
			 "eleven loud owls", &s.f),
	    RC_OK, "%s", s.f.text);
	cr_expect_eq(vault_open(s.store, "ann", SCENE_PASSPHRASE, &v, &s.f),
	    RC_DENIED);
	be("ann", "eleven loud owls");
}

Test(people, who_are_not_administrators_change_nothing)
{
	add("bea", "handler", "LEI");
	be("bea", BEA);
	struct people_new who = {
		.name = "mal", .passphrase = "x", .role = "admin"
	};
	uint16_t number;

	cr_expect_eq(people_add(s.vault, &who, &number, &s.f), RC_DENIED);
	cr_expect_eq(people_grant(s.vault, "bea", "NOT", &s.f), RC_DENIED);
	cr_expect_eq(people_area_add(s.vault, "DER", &s.f), RC_DENIED);
}

Test(people, who_were_revoked_read_nothing_new_and_cannot_sign_in)
{
	struct vault *v;

	add("bea", "handler", "LEI");
	uint32_t slot = scene_person(&s);
	uint64_t before = scene_say_of(&s, slot, "while she was with us");

	cr_assert_eq(people_revoke(s.vault, "bea", NULL, &s.f), RC_OK, "%s",
	    s.f.text);
	cr_expect_eq(vault_open(s.store, "bea", BEA, &v, &s.f), RC_DENIED);
	cr_expect_eq(vault_area_by_code(s.vault, "LEI")->epoch, 2);
	uint64_t after = scene_say_of(&s, slot, "after she had left");

	cr_expect_str_eq(scene_hear(&s, before), "while she was with us");
	cr_expect_str_eq(scene_hear(&s, after), "after she had left");
}

/* Put a copy of the folder of keys aside, or back. */
static void
copy_keys(const char *from, const char *to)
{
	char line[256];

	snprintf(line, sizeof(line), "rm -rf %s/%s && cp -r %s/%s %s/%s",
	    s.dir, to, s.dir, from, s.dir, to);
	cr_assert_eq(system(line), 0);
}

/*
 * The worst that can be done: somebody kept a copy of every file of keys,
 * their own user file among them, and comes back to the journal with it.
 */
Test(people, who_kept_a_copy_of_all_keys_open_nothing_written_after)
{
	uint32_t slot = scene_person(&s);
	uint64_t before = scene_say_of(&s, slot, "before"), after, plain;

	add("bea", "handler", "LEI");
	copy_keys("keys", "copy");
	cr_assert_eq(people_revoke(s.vault, "bea", NULL, &s.f), RC_OK, "%s",
	    s.f.text);
	after = scene_say_of(&s, slot, "of the same person, after");
	plain = scene_say(&s, "of nobody, after");
	cr_expect_str_eq(scene_hear(&s, before), "before");
	cr_expect_str_eq(scene_hear(&s, after), "of the same person, after");
	scene_close(&s);
	copy_keys("copy", "keys");
	scene_open_as(&s, "bea", BEA);
	cr_expect_str_eq(scene_hear(&s, before), "before");
	cr_expect_eq(scene_try_hear(&s, after), RC_DENIED);
	cr_expect_eq(scene_try_hear(&s, plain), RC_DENIED);
}

Test(people, whose_vault_is_open_lose_an_area_at_the_next_look)
{
	struct vault *v;
	struct store *other = s.store;

	add("bea", "handler", "LEI");
	cr_assert_eq(vault_open(other, "bea", BEA, &v, &s.f), RC_OK);
	cr_expect(vault_area_by_code(v, "LEI")->open);
	cr_assert_eq(people_revoke(s.vault, "bea", "LEI", &s.f), RC_OK, "%s",
	    s.f.text);
	scene_say(&s, "not for bea");
	cr_expect(!vault_area_by_code(v, "LEI")->open);
	cr_expect(vault_area_by_code(v, "hub")->open);
	vault_close(v);
}

Test(people, read_all_epochs_after_a_rotation)
{
	uint64_t first = scene_say(&s, "under the first key");

	cr_assert_eq(people_area_rotate(s.vault, "LEI", &s.f), RC_OK, "%s",
	    s.f.text);
	uint64_t second = scene_say(&s, "under the second");

	add("bea", "handler", "LEI");
	be("bea", BEA);
	cr_expect_str_eq(scene_hear(&s, first), "under the first key");
	cr_expect_str_eq(scene_hear(&s, second), "under the second");
}

Test(people, are_not_taken_from_a_file_that_nobody_signed)
{
	struct buf bytes = scene_bytes(&s, "keys/users/ann");
	struct vault *v;

	/* Role and name are 3 and 5 letters: make "admin" another word. */
	for (size_t i = 0; i + 5 < bytes.len; i++)
		if (!memcmp(bytes.at + i, "admin", 5))
			scene_write(&s, "keys/users/ann", i, "other", 5);
	cr_expect_eq(vault_open(s.store, "ann", SCENE_PASSPHRASE, &v, &s.f),
	    RC_CORRUPT);
	buf_release(&bytes);
}

Test(people, who_ask_to_be_forgotten_are_and_the_chain_still_holds)
{
	struct verify_plan plan = { .flags = VERIFY_DEEP, .vault = s.vault };
	struct verify_count n;
	struct row_seal by = { .area = s.lei };
	struct buf row = { 0 }, out = { 0 };
	uint32_t gone = scene_person(&s), stays = scene_person(&s);
	uint64_t one = scene_say_of(&s, gone, "everything about her");
	uint64_t two = scene_say_of(&s, stays, "everything about him");
	struct txn *t;

	by.slot = gone;
	cr_assert_eq(row_seal(s.vault, by, TABLE_RECORD, span_str("k"),
			 span_str("row"), &row, &s.f),
	    RC_OK);
	cr_assert_eq(txn_write(s.store, &t, &s.f), RC_OK);
	cr_assert_eq(vault_destroy_slot(t, s.vault, s.lei, gone, &s.f), RC_OK,
	    "%s", s.f.text);
	cr_assert_eq(txn_commit(t, &s.f), RC_OK);
	cr_expect_eq(scene_try_hear(&s, one), RC_MISSING);
	cr_expect_str_eq(scene_hear(&s, two), "everything about him");
	cr_expect_eq(row_open(s.vault, TABLE_RECORD, span_str("k"),
			 buf_window(&row), &out, &s.f),
	    RC_MISSING);
	cr_expect_eq(verify_store(s.store, &plan, &n, &s.f), RC_OK, "%s",
	    s.f.text);
	cr_expect_eq(n.forgotten, 1);
	be("ann", SCENE_PASSPHRASE);
	cr_expect_eq(scene_try_hear(&s, one), RC_MISSING);
	buf_release(&row);
	buf_release(&out);
}

Test(people, who_are_not_named_cannot_open_a_restricted_record)
{
	uint16_t bea = add("bea", "handler", "LEI");
	uint32_t slot = scene_person(&s);
	uint64_t seq = scene_say_of(&s, slot, "for bea and nobody else");
	struct txn *t;

	add("cal", "handler", "LEI");
	cr_assert_eq(txn_write(s.store, &t, &s.f), RC_OK);
	cr_assert_eq(vault_restrict_slot(t, s.vault, s.lei, slot, &bea, 1,
			 &s.f),
	    RC_OK, "%s", s.f.text);
	cr_assert_eq(txn_commit(t, &s.f), RC_OK);
	cr_expect_eq(scene_try_hear(&s, seq), RC_DENIED, "not even ann");
	be("cal", BEA);
	cr_expect_eq(scene_try_hear(&s, seq), RC_DENIED);
	cr_expect_not_null(strstr(s.f.text, "restricted"));
	be("bea", BEA);
	cr_expect_str_eq(scene_hear(&s, seq), "for bea and nobody else");
}

Test(people, are_given_keys_of_their_own)
{
	uint32_t last = 0;

	for (int i = 0; i < 40; i++) {
		uint32_t slot = scene_person(&s);

		cr_expect_gt(slot, last);
		last = slot;
	}
	scene_say_of(&s, last, "about the last of them");
	scene_close(&s);
	scene_delete(&s, "lmdb/data.mdb");
	scene_open(&s);
	cr_expect_gt(scene_person(&s), last, "numbers are never given twice");
}

Test(people, find_rows_bound_to_their_place)
{
	struct row_seal by = { .area = s.lei, .epoch = 1 };
	struct buf row = { 0 }, same = { 0 }, out = { 0 };

	cr_assert_eq(row_seal(s.vault, by, 2, span_str("key"),
			 span_str("value"), &row, &s.f),
	    RC_OK);
	cr_assert_eq(row_seal(s.vault, by, 2, span_str("key"),
			 span_str("value"), &same, &s.f),
	    RC_OK);
	cr_expect(span_eq(buf_window(&row), buf_window(&same)),
	    "the same row has the same bytes");
	cr_expect_eq(row_open(s.vault, 2, span_str("key"), buf_window(&row),
			 &out, &s.f),
	    RC_OK);
	cr_expect(span_eq(buf_window(&out), span_str("value")));
	cr_expect_eq(row_open(s.vault, 2, span_str("kex"), buf_window(&row),
			 &out, &s.f),
	    RC_CORRUPT);
	cr_expect_eq(row_open(s.vault, 3, span_str("key"), buf_window(&row),
			 &out, &s.f),
	    RC_CORRUPT);
	buf_release(&row);
	buf_release(&same);
	buf_release(&out);
}

Test(people, choose_passphrases_that_are_not_tried_first)
{
	struct fault f;

	cr_expect_eq(people_check_passphrase("ann", "short", VAULT_STANDARD,
			 &f),
	    RC_INVALID);
	cr_expect_eq(people_check_passphrase("ann", "Password1234",
			 VAULT_STANDARD, &f),
	    RC_INVALID);
	cr_expect_eq(people_check_passphrase("ann", "aaaaaaaaaaaaaaaa",
			 VAULT_STANDARD, &f),
	    RC_INVALID);
	cr_expect_eq(people_check_passphrase("ann", SCENE_PASSPHRASE,
			 VAULT_STANDARD, &f),
	    RC_OK);
}

Test(people, keep_words_for_recovery_that_any_two_open_the_store_with)
{
	static const int pairs[][2] = { { 0, 1 }, { 0, 2 }, { 2, 1 } };
	uint64_t seq = scene_say(&s, "before ann was ill");
	unsigned index;

	for (size_t i = 0; i < 3; i++) {
		cr_expect_eq(recovery_check(s.shares[i].words, &index, &s.f),
		    RC_OK);
		cr_expect_eq(index, i + 1);
	}
	for (size_t i = 0; i < 3; i++)
		cr_expect_eq(recovery_rehearse(s.store,
				 s.shares[pairs[i][0]].words,
				 s.shares[pairs[i][1]].words, &s.f),
		    RC_OK, "%s", s.f.text);
	cr_expect_eq(recovery_rehearse(s.store, s.shares[0].words,
			 s.shares[0].words, &s.f),
	    RC_INVALID);
	cr_expect_eq(recovery_open(s.store, s.shares[1].words,
			 s.shares[2].words, "ann", BEA, &s.f),
	    RC_INVALID, "ann's signatures must stay verifiable");
	cr_assert_eq(recovery_open(s.store, s.shares[1].words,
			 s.shares[2].words, "ann2", BEA, &s.f),
	    RC_OK, "%s", s.f.text);
	be("ann2", BEA);
	cr_expect_str_eq(scene_hear(&s, seq), "before ann was ill");
	add("bea", "handler", "LEI");
	be("bea", BEA);
	cr_expect_str_eq(scene_hear(&s, seq), "before ann was ill");
}

Test(people, are_told_which_recovery_word_was_copied_wrongly)
{
	char words[sizeof(s.shares[0].words)];
	unsigned index;

	strcpy(words, s.shares[0].words);
	words[6 * 4] = 'q';
	cr_expect_eq(recovery_check(words, &index, &s.f), RC_INVALID);
	cr_expect_not_null(strstr(s.f.text, "word 5"), "%s", s.f.text);
	words[6 * 4] = words[6 * 4 + 2] == 'b' ? 'd' : 'b';
	strcpy(words, s.shares[0].words);
	memcpy(words, s.shares[0].words + 6, 5);
	memcpy(words + 6, s.shares[0].words, 5);
	cr_expect_eq(recovery_check(words, &index, &s.f), RC_INVALID);
	words[6 * 18 - 1] = 0;
	cr_expect_eq(recovery_check(words, &index, &s.f), RC_INVALID);
	cr_expect_not_null(strstr(s.f.text, "only 18"), "%s", s.f.text);
}
