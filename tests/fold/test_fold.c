/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/chance.h"
#include "fold/fold.h"
#include "hub/hub.h"
#include "hub/read.h"
#include "model/record.h"
#include "store/seal.h"
#include "store/txn.h"

#include "tests/support/temp_hub.h"

static struct temp_hub t;
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

TestSuite(fold, .init = make, .fini = take_away);

/* A few days' work: people, contacts, notes, a case moved and closed. */
static void
work(int people)
{
	char given[32];
	uint64_t id;

	for (int i = 0; i < people; i++) {
		snprintf(given, sizeof(given), "person%c%c", 'a' + i / 26 % 26,
		    'a' + i % 26);
		id = temp_hub_act(&t, "take_referral", "person.given", given,
		    "person.family", "okafor", "casefile.category", "BUR",
		    "home.address", "14 ash road", "safety.channels", "t",
		    "casefile.risk", i % 3 ? "-" : "s", NULL);
		if (i % 2 == 0) {
			char hash[24];

			snprintf(hash, sizeof(hash), "#%016llx",
			    (unsigned long long)id);
			temp_hub_act(&t, "record_contact", "casefile", hash,
			    "outcome", "n", "next", "1d1030", NULL);
			temp_hub_act(&t, "add_note", "casefile", hash, "text",
			    "will ring again", NULL);
		}
	}
}

static void
tell(const char *sentence, void *arg)
{
	(void)arg;
	cr_log_error("%s", sentence);
}

static void
digest_now(uint8_t digest[32])
{
	cr_assert_eq(
	    fold_digest(t.hub->fold, digest, &fault), RC_OK, "%s", fault.text);
}

Test(fold, gives_the_same_bytes_live_flushed_and_rebuilt)
{
	uint8_t live[32], flushed[32], rebuilt[32];
	size_t wrong;

	work(12);
	digest_now(live);
	cr_assert_eq(fold_flush(t.hub->fold, &fault), RC_OK, "%s", fault.text);
	digest_now(flushed);
	cr_expect_arr_eq(live, flushed, 32);
	cr_assert_eq(fold_compare(t.hub->fold, tell, NULL, &wrong, &fault),
	    RC_OK, "%s", fault.text);
	cr_expect_eq(wrong, 0u);
	cr_assert_eq(fold_rebuild(t.hub->fold, NULL, NULL, &fault), RC_OK, "%s",
	    fault.text);
	digest_now(rebuilt);
	cr_expect_arr_eq(live, rebuilt, 32);
	cr_assert_eq(fold_compare(t.hub->fold, tell, NULL, &wrong, &fault),
	    RC_OK, "%s", fault.text);
	cr_expect_eq(wrong, 0u);
}

Test(fold, is_the_same_after_closing_and_opening)
{
	uint8_t before[32], after[32];

	work(5);
	digest_now(before);
	temp_hub_close(&t);
	temp_hub_open(&t);
	digest_now(after);

	cr_expect_arr_eq(before, after, 32);
}

static enum rc
spoil(struct span key, struct span value, void *arg, struct fault *f)
{
	struct look *look = arg;
	enum rc rc;

	(void)value;
	rc = table_put(look->txn, TABLE_RECORD, key, span_str("rot"), f);
	return rc ? rc : RC_END;
}

static void
hear(const char *sentence, void *arg)
{
	snprintf(arg, 200, "%s", sentence);
}

Test(fold, tells_which_row_has_rotted)
{
	char heard[200] = "";
	struct look look;
	size_t wrong;

	work(3);
	cr_assert_eq(fold_flush(t.hub->fold, &fault), RC_OK);
	cr_assert_eq(fold_write(t.hub->fold, &look, &fault), RC_OK);
	cr_assert_eq(look_prefix(&look, TABLE_RECORD, (struct span){ 0 }, spoil,
			 &look, &fault),
	    RC_OK, "%s", fault.text);
	cr_assert_eq(look_commit(&look, &fault), RC_OK);

	cr_assert_eq(
	    fold_compare(t.hub->fold, hear, heard, &wrong, &fault), RC_OK);
	cr_expect_eq(wrong, 1u);
	cr_expect_not_null(strstr(heard, "\"record\""), "%s", heard);
	cr_assert_eq(fold_rebuild(t.hub->fold, NULL, NULL, &fault), RC_OK);
	cr_assert_eq(
	    fold_compare(t.hub->fold, hear, heard, &wrong, &fault), RC_OK);
	cr_expect_eq(wrong, 0u);
}

static int watched;

static void
watch(unsigned kind, uint64_t id, void *arg)
{
	(void)id;
	(void)arg;
	watched += kind == KIND_NOTE;
}

Test(fold, tells_those_who_watch_what_was_touched)
{
	fold_watch(t.hub->fold, watch, NULL);
	work(2);

	cr_expect_eq(watched, 1);
}

/* As an older handrail leaves a store: an index of ours is not there yet. */
static void
make_old(void)
{
	struct buf other = { 0 };
	struct look look;

	buf_u64(&other, 1);
	cr_assert_eq(fold_flush(t.hub->fold, &fault), RC_OK);
	cr_assert_eq(fold_write(t.hub->fold, &look, &fault), RC_OK);
	cr_assert_eq(table_clear(look.txn, TABLE_INDEX, &fault), RC_OK);
	cr_assert_eq(table_put(look.txn, TABLE_META, span_str("fold.form"),
			 buf_window(&other), &fault),
	    RC_OK);
	cr_assert_eq(look_commit(&look, &fault), RC_OK);
	buf_release(&other);
}

Test(fold, of_an_older_handrail_are_made_anew_at_opening)
{
	size_t wrong;
	bool old;

	work(4);
	make_old();
	cr_assert_eq(fold_is_of_old(t.hub->fold, &old, &fault), RC_OK);
	cr_expect(old);
	temp_hub_close(&t);
	temp_hub_open(&t);
	cr_assert_eq(fold_is_of_old(t.hub->fold, &old, &fault), RC_OK);
	cr_expect_not(old);
	cr_assert_eq(fold_compare(t.hub->fold, tell, NULL, &wrong, &fault),
	    RC_OK, "%s", fault.text);
	cr_expect_eq(wrong, 0u);
}
