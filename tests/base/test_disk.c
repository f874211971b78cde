/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <criterion/criterion.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/disk.h"

/* A folder of its own for each test, and paths in it. */
static char folder[64];

static void
set_up(void)
{
	strcpy(folder, "/tmp/handrail-disk-XXXXXX");
	cr_assert_not_null(mkdtemp(folder));
}

static enum rc
remove_one(const char *name, void *arg)
{
	char path[512];

	(void)arg;
	snprintf(path, sizeof(path), "%s/%s", folder, name);
	if (unlink(path))
		rmdir(path);
	return RC_OK;
}

static void
take_down(void)
{
	cr_expect_eq(disk_list(folder, remove_one, NULL, NULL), RC_OK);
	rmdir(folder);
}

static const char *
in_folder(const char *name)
{
	static char paths[2][512];
	static int turn;

	turn = !turn;
	snprintf(paths[turn], sizeof(paths[turn]), "%s/%s", folder, name);
	return paths[turn];
}

TestSuite(disk, .init = set_up, .fini = take_down);

static enum rc
write_text(const struct disk *d, const char *name, const char *text,
    struct fault *f)
{
	return disk_write_whole(d, in_folder(name), span_str(text), f);
}

static void
expect_text(const char *name, const char *text)
{
	struct buf b = { 0 };

	cr_expect_eq(disk_read_whole(disk_real(), in_folder(name), 1000, &b,
			 NULL),
	    RC_OK);
	cr_expect_str_eq(buf_str(&b), text);
	buf_release(&b);
}

static enum rc
count_name(const char *name, void *arg)
{
	(void)name;
	(*(int *)arg)++;
	return RC_OK;
}

Test(disk, writes_whole_files_for_the_owner_only)
{
	struct stat st;
	int n = 0;

	cr_expect_eq(write_text(disk_real(), "a", "one", NULL), RC_OK);
	cr_expect_eq(write_text(disk_real(), "a", "two", NULL), RC_OK);
	expect_text("a", "two");
	cr_expect_eq(stat(in_folder("a"), &st), 0);
	cr_expect_eq(st.st_mode & 0777, 0600);
	cr_expect_eq(disk_list(folder, count_name, &n, NULL), RC_OK);
	cr_expect_eq(n, 1, "nothing is left beside it");
	cr_expect_eq(disk_is_ours(in_folder("a"), NULL), RC_OK);
	chmod(in_folder("a"), 0644);
	cr_expect_eq(disk_is_ours(in_folder("a"), NULL), RC_DENIED);
	cr_expect_eq(disk_mkdir(disk_real(), in_folder("b"), NULL), RC_OK);
	cr_expect_eq(disk_mkdir(disk_real(), in_folder("b"), NULL), RC_STALE);
	cr_expect(disk_is_folder(in_folder("b")));
}

/* A disk that has room for so many bytes, or whose syncs fail. */
struct bad_disk {
	size_t room;
	bool sync_fails;
};

static ssize_t
bad_write(const struct disk *d, int fd, const void *p, size_t n, off_t at)
{
	struct bad_disk *bad = d->arg;

	if (!bad->room) {
		errno = ENOSPC;
		return -1;
	}
	if (n > bad->room)
		n = bad->room;
	bad->room -= n;
	return pwrite(fd, p, n, at);
}

static int
bad_sync(const struct disk *d, int fd)
{
	struct bad_disk *bad = d->arg;

	errno = EIO;
	return bad->sync_fails ? -1 : fdatasync(fd);
}

Test(disk, leaves_the_old_file_when_it_is_full_or_fails)
{
	struct bad_disk bad = { .room = 5 };
	struct disk d = *disk_real();
	struct fault f;
	int n = 0;

	d.arg = &bad;
	d.pwrite = bad_write;
	d.sync = bad_sync;
	cr_expect_eq(write_text(&d, "a", "old", NULL), RC_OK);
	cr_expect_eq(write_text(&d, "a", "new and longer", &f), RC_FULL);
	expect_text("a", "old");
	bad = (struct bad_disk){ 1000, true };
	cr_expect_eq(write_text(&d, "a", "new", &f), RC_SYSTEM);
	expect_text("a", "old");
	cr_expect_eq(disk_list(folder, count_name, &n, NULL), RC_OK);
	cr_expect_eq(n, 1);
}

Test(disk, goes_on_after_a_write_cut_short)
{
	struct bad_disk bad = { .room = 3 };
	struct disk d = *disk_real();
	int fd;

	d.arg = &bad;
	d.pwrite = bad_write;
	cr_assert_eq(disk_open(&d, in_folder("a"), DISK_WRITE | DISK_MAKE, &fd,
			 NULL),
	    RC_OK);
	cr_expect_eq(disk_write(&d, fd, 0, "abcdef", 6, NULL), RC_FULL);
	bad.room = 6;
	cr_expect_eq(disk_write(&d, fd, 0, "abcdef", 6, NULL), RC_OK);
	disk_close(&d, fd);
	expect_text("a", "abcdef");
}

Test(disk, does_not_follow_links_it_was_not_told_to)
{
	struct fault f;
	int fd;

	cr_expect_eq(write_text(disk_real(), "a", "x", NULL), RC_OK);
	cr_expect_eq(symlink(in_folder("a"), in_folder("link")), 0);
	cr_expect_eq(disk_open(disk_real(), in_folder("link"), DISK_READ, &fd,
			 &f),
	    RC_DENIED);
	cr_expect_eq(fd, -1);
	cr_expect_eq(disk_is_ours(in_folder("link"), &f), RC_DENIED);
	cr_expect_eq(disk_open(disk_real(), in_folder("link"),
			 DISK_READ | DISK_FOLLOW, &fd, &f),
	    RC_OK);
	disk_close(disk_real(), fd);
	cr_expect_eq(disk_open(disk_real(), in_folder("none"), DISK_READ, &fd,
			 &f),
	    RC_MISSING);
	cr_expect_eq(disk_open(disk_real(), in_folder("a"),
			 DISK_WRITE | DISK_MAKE, &fd, &f),
	    RC_STALE);
}

Test(disk, holds_a_lock_until_it_is_closed)
{
	int one, two;

	cr_expect_eq(disk_lock(disk_real(), in_folder("l"), false, &one, NULL),
	    RC_OK);
	cr_expect_eq(disk_lock(disk_real(), in_folder("l"), false, &two, NULL),
	    RC_BUSY);
	disk_close(disk_real(), one);
	cr_expect_eq(disk_lock(disk_real(), in_folder("l"), false, &two, NULL),
	    RC_OK);
	disk_close(disk_real(), two);
}

Test(disk, makes_room_and_cuts)
{
	const struct disk *d = disk_real();
	uint64_t size = 0;
	char byte = 'x';
	size_t got;
	int fd;

	cr_assert_eq(disk_open(d, in_folder("a"), DISK_WRITE | DISK_MAKE, &fd,
			 NULL),
	    RC_OK);
	cr_expect_eq(disk_allocate(d, fd, 0, 65536, NULL), RC_OK);
	cr_expect_eq(disk_size(d, fd, &size, NULL), RC_OK);
	cr_expect_eq(size, 65536);
	cr_expect_eq(disk_read(d, fd, 65535, &byte, 1, &got, NULL), RC_OK);
	cr_expect(got == 1 && byte == 0);
	cr_expect_eq(disk_read(d, fd, 65536, &byte, 1, &got, NULL), RC_OK);
	cr_expect_eq(got, 0);
	cr_expect_eq(disk_truncate(d, fd, 10, NULL), RC_OK);
	cr_expect_eq(disk_size(d, fd, &size, NULL), RC_OK);
	cr_expect_eq(size, 10);
	disk_close(d, fd);
}

static enum rc
see_order(const char *name, void *arg)
{
	buf_puts(arg, name);
	return RC_OK;
}

Test(disk, lists_in_order_and_reads_no_more_than_it_may)
{
	struct buf names = { 0 };
	struct fault f;

	cr_expect_eq(write_text(disk_real(), "b", "xxxxxxxxxx", NULL), RC_OK);
	cr_expect_eq(write_text(disk_real(), "a", "", NULL), RC_OK);
	cr_expect_eq(write_text(disk_real(), "c", "", NULL), RC_OK);
	cr_expect_eq(disk_list(folder, see_order, &names, NULL), RC_OK);
	cr_expect_str_eq(buf_str(&names), "abc");
	cr_expect_eq(disk_list(in_folder("none"), see_order, &names, &f),
	    RC_MISSING);
	cr_expect_eq(disk_read_whole(disk_real(), in_folder("b"), 9, &names,
			 &f),
	    RC_INVALID);
	cr_expect_eq(disk_read_whole(disk_real(), in_folder("b"), 10, &names,
			 &f),
	    RC_OK);
	cr_expect_str_eq(buf_str(&names), "abcxxxxxxxxxx");
	cr_expect_eq(disk_is_local("/tmp", NULL), RC_OK);
	buf_release(&names);
}
