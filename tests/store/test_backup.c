/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/disk.h"
#include "store/backup.h"
#include "store/people.h"
#include "store/verify.h"

#include "scene.h"

static struct scene s;
static char copy[128], back[128];
static struct backup_count count;

static void
set_up(void)
{
	scene_make_small(&s, 20000);
	snprintf(copy, sizeof(copy), "%s-copy", s.dir);
	snprintf(back, sizeof(back), "%s-back", s.dir);
	for (int i = 0; i < 120; i++)
		scene_say(&s, "worth keeping");
}

static void
take_down(void)
{
	scene_remove(&s);
	scene_remove_folder(copy);
	scene_remove_folder(back);
}

TestSuite(backup, .init = set_up, .fini = take_down);

static void
back_up(void)
{
	cr_assert_eq(backup_write(s.store, copy, &count, &s.f), RC_OK, "%s",
	    s.f.text);
}

static void
restore(void)
{
	cr_assert_eq(backup_restore(copy, back, &s.options, &count, &s.f),
	    RC_OK, "%s", s.f.text);
}

/* The restored store in place of the first. */
static void
move_in(void)
{
	scene_close(&s);
	scene_remove_folder(s.dir);
	cr_assert_eq(rename(back, s.dir), 0);
	scene_open(&s);
}

Test(backup, is_restored_whole_and_starts_a_new_life)
{
	struct verify_plan plan = { .flags = VERIFY_DEEP | VERIFY_COPIES };
	struct verify_count n;
	uint64_t last = scene_last(&s);

	back_up();
	cr_expect_eq(count.entries, last);
	restore();
	move_in();
	cr_expect_eq(scene_last(&s), last);
	cr_expect_eq(store_incarnation(s.store), 2);
	cr_expect_str_eq(scene_hear(&s, 5), "worth keeping");
	scene_say(&s, "and on it goes");
	plan.vault = s.vault;
	cr_expect_eq(verify_store(s.store, &plan, &n, &s.f), RC_OK, "%s",
	    s.f.text);
}

Test(backup, taken_again_copies_what_is_new)
{
	uint64_t files;

	back_up();
	files = count.files;
	cr_expect_eq(count.copied, files);
	for (int i = 0; i < 60; i++)
		scene_say(&s, "since then");
	back_up();
	cr_expect_lt(count.copied, count.files);
	restore();
	move_in();
	cr_expect_str_eq(scene_hear(&s, scene_last(&s) - 1), "since then");
}

Test(backup, of_another_store_is_left_alone)
{
	struct scene other;
	struct fault f;

	back_up();
	scene_make(&other);
	cr_expect_eq(backup_write(other.store, copy, &count, &f), RC_INVALID);
	cr_expect_not_null(strstr(f.text, "another store"));
	scene_remove(&other);
	restore();
}

Test(backup, that_was_damaged_restores_nothing_and_says_which_file)
{
	struct scene there = s;

	back_up();
	strcpy(there.dir, copy);
	scene_write(&there, "segments/0000000001.seg", 3000, "xx", 2);
	cr_expect_eq(backup_restore(copy, back, &s.options, &count, &s.f),
	    RC_CORRUPT);
	cr_expect_not_null(strstr(s.f.text, "0000000001.seg"));
	cr_expect(!disk_has(back));
}

Test(backup, is_not_restored_over_a_store)
{
	back_up();
	cr_expect_eq(backup_restore(copy, s.dir, &s.options, &count, &s.f),
	    RC_SYSTEM);
	cr_expect_not_null(strstr(s.f.text, "already"));
}

Test(backup, leaves_what_others_put_beside_it)
{
	char path[200];
	FILE *out;

	back_up();
	snprintf(path, sizeof(path), "%s/README", copy);
	out = fopen(path, "w");
	fputs("kept by the office\n", out);
	fclose(out);
	scene_say(&s, "more");
	back_up();
	cr_expect(disk_has(path));
}
