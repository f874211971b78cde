/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/chance.h"
#include "store/backup.h"

#include "scene.h"

/*
 * Every file that is read, with bytes changed, added and cut off at random:
 * each time there is an outcome with a sentence, and never a crash.
 */

static struct scene s;
static struct chance chance;

static void
set_up(void)
{
	scene_make_small(&s, 20000);
	chance_seed(&chance, 31);
	scene_say_of(&s, scene_person(&s), "about her");
	for (int i = 0; i < 60; i++)
		scene_say(&s, "a word kept twice");
	scene_close(&s);
}

static void
take_down(void)
{
	scene_remove(&s);
}

TestSuite(mangled, .init = set_up, .fini = take_down, .timeout = 300);

static void
mangle(const char *name, const struct buf *good)
{
	size_t len = good->len;
	uint8_t *copy = malloc(len + 64);

	memcpy(copy, good->at, len);
	for (uint64_t n = chance_below(&chance, 4); n-- > 0;)
		copy[chance_below(&chance, len)] ^=
		    (uint8_t)(1u << chance_below(&chance, 8));
	if (chance_is(&chance, 1, 3))
		memset(copy + chance_below(&chance, len), 0xff,
		    chance_below(&chance, 8));
	if (chance_is(&chance, 1, 4))
		len = chance_below(&chance, len);
	scene_cut(&s, name, 0);
	scene_write(&s, name, 0, copy, len);
	free(copy);
}

static void
open_and_use(void)
{
	enum rc rc = store_open(s.dir, &s.options, &s.store, &s.f);

	if (!rc)
		rc = vault_open(s.store, "ann", SCENE_PASSPHRASE, &s.vault,
		    &s.f);
	if (!rc) {
		(void)scene_try_hear(&s, 1);
		(void)scene_try_hear(&s, 2);
	} else
		cr_expect_gt(strlen(s.f.text), 10, "rc %d without a sentence",
		    rc);
	scene_close(&s);
}

static void
try_file(const char *name, int times)
{
	struct buf good = scene_bytes(&s, name);

	for (int i = 0; i < times; i++) {
		mangle(name, &good);
		open_and_use();
		scene_cut(&s, name, 0);
		scene_write(&s, name, 0, good.at, good.len);
		scene_cut(&s, "keys/tries/ann", 0);
	}
	buf_release(&good);
	scene_open(&s);
	cr_expect_str_eq(scene_hear(&s, 2), "a word kept twice");
	scene_close(&s);
}

Test(mangled, users_give_a_sentence)
{
	try_file("keys/users/ann", 120);
}

Test(mangled, rings_give_a_sentence)
{
	try_file("keys/ring", 120);
}

Test(mangled, person_keys_give_a_sentence)
{
	try_file("keys/area-1.keys", 60);
}

Test(mangled, stations_give_a_sentence)
{
	try_file("station", 120);
	try_file("format", 40);
}

Test(mangled, segments_are_healed_or_give_a_sentence)
{
	for (int i = 0; i < 80; i++) {
		struct buf good = scene_bytes(&s, "segments/0000000001.seg");

		mangle("segments/0000000001.seg", &good);
		scene_open(&s);
		cr_expect_str_eq(scene_hear(&s, 2), "a word kept twice");
		cr_assert_eq(store_rebuild(s.store, &s.f), RC_OK, "%s",
		    s.f.text);
		cr_expect_str_eq(scene_hear(&s, 40), "a word kept twice");
		scene_close(&s);
		buf_release(&good);
	}
}

/* Without the tables to heal from, what can be read is read. */
Test(mangled, segments_alone_are_read_as_far_as_they_can_be)
{
	struct buf good = scene_bytes(&s, "segments/0000000001.seg");

	for (int i = 0; i < 150; i++) {
		mangle("segments/0000000001.seg", &good);
		scene_delete(&s, "lmdb/data.mdb");
		open_and_use();
		/* A store that could not be opened may have no tables. */
		scene_write_new(&s, "lmdb/data.mdb");
		scene_cut(&s, "segments/0000000001.seg", 0);
		scene_write(&s, "segments/0000000001.seg", 0, good.at,
		    good.len);
	}
	buf_release(&good);
}

Test(mangled, backups_give_a_sentence)
{
	struct backup_count count;
	struct scene copy = s;
	char back[128];
	struct buf good;

	scene_open(&s);
	snprintf(copy.dir, sizeof(copy.dir), "%.50s-copy", s.dir);
	snprintf(back, sizeof(back), "%s-back", s.dir);
	cr_assert_eq(backup_write(s.store, copy.dir, &count, &s.f), RC_OK, "%s",
	    s.f.text);
	scene_close(&s);
	good = scene_bytes(&copy, "backup");
	for (int i = 0; i < 40; i++) {
		struct scene keep = s;

		s = copy;
		mangle("backup", &good);
		s = keep;
		enum rc rc =
		    backup_restore(copy.dir, back, &s.options, &count, &s.f);

		cr_expect(!rc || strlen(s.f.text) > 10);
		scene_remove_folder(back);
	}
	buf_release(&good);
	scene_remove_folder(copy.dir);
}
