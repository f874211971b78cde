/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <criterion/criterion.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/disk.h"
#include "store/people.h"
#include "store/row.h"
#include "store/table.h"

#include "scene.h"

/* What people told us is in no file in clear, nor is any passphrase. */

static struct scene s;

TestSuite(raw);

static const char *const words[] = { "Okonkwo-Price", "Łukasik",
	"14 Larkspur Rise", "LE97 1AB", "07700900123", "refuge on Mill Lane",
	SCENE_PASSPHRASE, "nine slow barges home" };

static unsigned found, files, loose;

static int
look_in(const char *path, const struct stat *st, int flag, struct FTW *ftw)
{
	struct buf bytes = { 0 };

	(void)ftw;
	if (st->st_mode & 077)
		loose++;
	if (flag != FTW_F)
		return 0;
	files++;
	if (disk_read_whole(disk_real(), path, (size_t)1 << 30, &bytes, NULL))
		return 1;
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (memmem(bytes.at, bytes.len, words[i], strlen(words[i]))) {
			fprintf(stderr, "%s in %s\n", words[i], path);
			found++;
		}
	buf_release(&bytes);
	return 0;
}

static void
put_row(const char *word, uint32_t slot)
{
	struct row_seal by = { .area = s.lei, .epoch = 1, .slot = slot };
	struct buf row = { 0 };
	struct txn *t;

	cr_assert_eq(row_seal(s.vault, by, TABLE_RECORD, span_str("k"),
			 span_str(word), &row, &s.f),
	    RC_OK);
	cr_assert_eq(txn_write(s.store, &t, &s.f), RC_OK);
	cr_assert_eq(table_put(t, TABLE_RECORD, span_str("k"), buf_window(&row),
			 &s.f),
	    RC_OK);
	cr_assert_eq(txn_commit(t, &s.f), RC_OK);
	buf_release(&row);
}

Test(raw, files_hold_nothing_that_people_said)
{
	struct people_new who = { .name = "bea",
		.passphrase = "nine slow barges home",
		.role = "handler" };
	uint16_t number;

	scene_make(&s);
	cr_assert_eq(people_add(s.vault, &who, &number, &s.f), RC_OK, "%s",
	    s.f.text);
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		uint32_t slot = scene_person(&s);

		scene_say(&s, words[i]);
		scene_say_of(&s, slot, words[i]);
		put_row(words[i], slot);
		put_row(words[i], 0);
	}
	scene_close(&s);
	cr_assert_eq(nftw(s.dir, look_in, 16, FTW_PHYS), 0);
	cr_expect_eq(found, 0);
	cr_expect_gt(files, 8);
	cr_expect_eq(loose, 0, "all of it is for its owner only");
	scene_remove_folder(s.dir);
}
