/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <criterion/criterion.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/disk.h"
#include "store/birth.h"
#include "store/segment.h"

#include "scene.h"

void
scene_open_as(struct scene *s, const char *name, const char *passphrase)
{
	cr_assert_eq(store_open(s->dir, &s->options, &s->store, &s->f), RC_OK,
	    "%s", s->f.text);
	cr_assert_eq(vault_open(s->store, name, passphrase, &s->vault, &s->f),
	    RC_OK, "%s", s->f.text);
	s->lei = vault_area_by_code(s->vault, "LEI")->number;
	s->safe = vault_area_by_code(s->vault, "LEI.safe")->number;
	s->not = vault_area_by_code(s->vault, "NOT")->number;
}

void
scene_open(struct scene *s)
{
	scene_open_as(s, "ann", SCENE_PASSPHRASE);
}

void
scene_close(struct scene *s)
{
	vault_close(s->vault);
	s->vault = NULL;
	store_close(s->store);
	s->store = NULL;
}

void
scene_make_small(struct scene *s, uint32_t segment_size)
{
	static const char *const areas[] = { "LEI", "NOT" };
	const struct birth b = { .admin = "ann",
		.passphrase = SCENE_PASSPHRASE,
		.areas = areas,
		.n_areas = 2,
		.kdf = VAULT_LIGHT };

	memset(s, 0, sizeof(*s));
	strcpy(s->dir, "/tmp/handrail-store-XXXXXX");
	cr_assert_not_null(mkdtemp(s->dir));
	s->options.segment_size = segment_size;
	cr_assert_eq(birth_of(s->dir, &b, &s->options, s->shares, &s->f), RC_OK,
	    "%s", s->f.text);
	scene_open(s);
}

void
scene_make(struct scene *s)
{
	scene_make_small(s, 0);
}

static int
remove_one(const char *path, const struct stat *st, int flag, struct FTW *ftw)
{
	(void)st;
	(void)flag;
	(void)ftw;
	return remove(path);
}

void
scene_remove_folder(const char *dir)
{
	(void)nftw(dir, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

void
scene_remove(struct scene *s)
{
	scene_close(s);
	scene_remove_folder(s->dir);
}

uint64_t
scene_say_of(struct scene *s, uint32_t slot, const char *words)
{
	struct entry_draft d = { .area = s->lei,
		.slot = slot,
		.person = slot,
		.body = span_str(words) };
	struct txn *t;

	cr_assert_eq(txn_write(s->store, &t, &s->f), RC_OK, "%s", s->f.text);
	cr_assert_eq(journal_append(t, s->vault, &d, 1, &s->f), RC_OK, "%s",
	    s->f.text);
	cr_assert_eq(txn_commit(t, &s->f), RC_OK, "%s", s->f.text);
	return d.seq;
}

uint64_t
scene_say(struct scene *s, const char *words)
{
	return scene_say_of(s, 0, words);
}

uint32_t
scene_person(struct scene *s)
{
	struct txn *t;
	uint32_t slot;

	cr_assert_eq(txn_write(s->store, &t, &s->f), RC_OK, "%s", s->f.text);
	cr_assert_eq(vault_new_slot(t, s->vault, s->lei, &slot, &s->f), RC_OK,
	    "%s", s->f.text);
	cr_assert_eq(txn_commit(t, &s->f), RC_OK, "%s", s->f.text);
	return slot;
}

static char heard[4096];

enum rc
scene_try_hear(struct scene *s, uint64_t seq)
{
	struct buf body = { 0 };
	struct entry e;
	struct txn *t;
	enum rc rc;

	cr_assert_eq(txn_read(s->store, &t, &s->f), RC_OK, "%s", s->f.text);
	rc = journal_get(t, seq, &e, &s->f);
	if (!rc)
		rc = journal_open_body(s->vault, &e, &body, &s->f);
	txn_abort(t);
	if (!rc)
		snprintf(heard, sizeof(heard), "%s", buf_str(&body));
	buf_release(&body);
	return rc;
}

const char *
scene_hear(struct scene *s, uint64_t seq)
{
	cr_assert_eq(scene_try_hear(s, seq), RC_OK, "%s", s->f.text);
	return heard;
}

uint64_t
scene_last(struct scene *s)
{
	struct journal_head head;
	struct txn *t;

	cr_assert_eq(txn_read(s->store, &t, &s->f), RC_OK, "%s", s->f.text);
	cr_assert_eq(journal_head(t, &head, &s->f), RC_OK);
	txn_abort(t);
	return head.seq;
}

bool
scene_noted(struct scene *s, const char *words)
{
	size_t n;
	const char *const *notes = store_notes(s->store, &n);

	for (size_t i = 0; i < n; i++)
		if (strstr(notes[i], words))
			return true;
	return false;
}

struct buf
scene_bytes(const struct scene *s, const char *name)
{
	struct buf path = { 0 }, bytes = { 0 };
	struct fault f;

	buf_printf(&path, "%s/%s", s->dir, name);
	cr_assert_eq(disk_read_whole(disk_real(), buf_str(&path),
			 (size_t)1 << 30, &bytes, &f),
	    RC_OK, "%s", f.text);
	buf_release(&path);
	return bytes;
}

void
scene_write(const struct scene *s, const char *name, uint64_t at,
    const void *bytes, size_t n)
{
	char path[256];
	int fd;

	snprintf(path, sizeof(path), "%s/%s", s->dir, name);
	fd = open(path, O_WRONLY);
	cr_assert_geq(fd, 0);
	cr_assert_eq(pwrite(fd, bytes, n, (off_t)at), (ssize_t)n);
	close(fd);
}

void
scene_cut(const struct scene *s, const char *name, uint64_t len)
{
	char path[256];

	snprintf(path, sizeof(path), "%s/%s", s->dir, name);
	cr_assert_eq(truncate(path, (off_t)len), 0);
}

void
scene_delete(const struct scene *s, const char *name)
{
	char path[256];

	snprintf(path, sizeof(path), "%s/%s", s->dir, name);
	cr_assert_eq(unlink(path), 0);
}

/* An empty file where there may be none. */
void
scene_write_new(const struct scene *s, const char *name)
{
	char path[256];
	int fd;

	snprintf(path, sizeof(path), "%s/%s", s->dir, name);
	fd = open(path, O_WRONLY | O_CREAT, 0600);
	cr_assert_geq(fd, 0);
	close(fd);
}

uint64_t
scene_place(const struct scene *s, uint64_t seq, size_t *len)
{
	struct buf bytes = scene_bytes(s, "segments/0000000001.seg");
	uint64_t at = SEGMENT_HEADER_LEN;
	struct entry e;

	for (;; at += e.whole.len) {
		cr_assert_eq(entry_read(span_of(bytes.at + at, bytes.len - at),
				 &e, NULL),
		    RC_OK, "entry %llu is not there", (unsigned long long)seq);
		if (e.seq == seq)
			break;
	}
	*len = e.whole.len;
	buf_release(&bytes);
	return at;
}
