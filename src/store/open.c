/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/str.h"
#include "store/check.h"
#include "store/inside.h"
#include "store/open.h"
#include "store/station.h"

/*
 * The lock is flock() on the file "lock": shared by all who have the store
 * open, exclusive for the one who checks, mends or rebuilds. A process that
 * dies gives it up by dying.
 */

enum { WAITS = 600, WAIT_US = 100000 };

static enum rc
may_write(const struct store *s, struct fault *f)
{
	if (!access(s->dir, W_OK | X_OK))
		return RC_OK;
	if (errno == EROFS)
		return fault_set(f, RC_SYSTEM,
		    "the disk that holds %s is read-only; have it mounted for "
		    "writing, or copy the store elsewhere",
		    s->dir);
	return fault_errno(f, "writing to the store", s->dir);
}

enum rc
open_place(struct store *s, struct fault *f)
{
	enum rc rc;

	if (!disk_has(s->dir))
		return fault_set(f, RC_MISSING,
		    "there is no store in %s; make one with handrailctl init",
		    s->dir);
	rc = disk_is_ours(s->dir, f);
	if (!rc)
		rc = disk_is_local(s->dir, f);
	if (!rc)
		rc = station_read(s->disk, s->dir, &s->station, f);
	if (!rc)
		rc = may_write(s, f);
	if (!rc)
		station_genesis(&s->station, s->genesis);
	return rc;
}

enum rc
open_lock(struct store *s, bool *alone, struct fault *f)
{
	struct buf path = { 0 };
	enum rc rc = disk_open(s->disk, store_path(s, &path, "lock"),
	    DISK_WRITE | DISK_MAKE | DISK_KEEP, &s->lock_fd, f);

	buf_release(&path);
	if (rc)
		return rc;
	for (int i = 0; i < WAITS; i++) {
		*alone = !flock(s->lock_fd, LOCK_EX | LOCK_NB);
		if (*alone || !flock(s->lock_fd, LOCK_SH | LOCK_NB))
			return RC_OK;
		usleep(WAIT_US);
	}
	return fault_set(f, RC_BUSY,
	    "another program is mending %s; try again in a minute", s->dir);
}

void
open_share(struct store *s)
{
	(void)flock(s->lock_fd, LOCK_SH | LOCK_NB);
}

bool
open_alone(struct store *s)
{
	if (!flock(s->lock_fd, LOCK_EX | LOCK_NB))
		return true;
	(void)flock(s->lock_fd, LOCK_SH);
	return false;
}

static void
boot_id(const struct store *s, struct buf *out)
{
	if (disk_read_whole(s->disk, "/proc/sys/kernel/random/boot_id", 64, out,
		NULL))
		buf_puts(out, "unknown\n");
}

/* What would differ if the file were changed, or if the machine was down. */
static bool
stamp_of(const struct store *s, struct buf *out)
{
	struct buf path = { 0 };
	struct stat st;
	bool ok =
	    !lstat(store_path(s, &path, "lmdb/data.mdb"), &st) && st.st_size;

	buf_clear(out);
	if (ok)
		buf_printf(out, "checked %llu %llu %lld.%09ld %lld.%09ld ",
		    (unsigned long long)st.st_ino,
		    (unsigned long long)st.st_size,
		    (long long)st.st_mtim.tv_sec, st.st_mtim.tv_nsec,
		    (long long)st.st_ctim.tv_sec, st.st_ctim.tv_nsec);
	boot_id(s, out);
	buf_release(&path);
	return ok;
}

/* Is there a stamp, and does it say ${stamp}? */
static bool
stamp_says(const struct store *s, const struct buf *stamp)
{
	struct buf there = { 0 }, path = { 0 };
	bool same =
	    !disk_read_whole(s->disk, store_path(s, &path, "lmdb/checked"),
		1024, &there, NULL) &&
	    span_eq(buf_window(stamp), buf_window(&there));

	buf_release(&there);
	buf_release(&path);
	return same;
}

/* Not synced: a stamp that is lost or torn says nothing, and costs a check. */
static enum rc
write_stamp(const struct store *s, const struct buf *stamp)
{
	struct buf path = { 0 };
	int fd = -1;
	enum rc rc = disk_open(s->disk, store_path(s, &path, "lmdb/checked"),
	    DISK_WRITE | DISK_MAKE | DISK_KEEP, &fd, NULL);

	if (!rc)
		rc = disk_truncate(s->disk, fd, 0, NULL);
	if (!rc)
		rc = disk_write(s->disk, fd, 0, stamp->at, stamp->len, NULL);
	disk_close(s->disk, fd);
	buf_release(&path);
	return rc;
}

void
open_stamp(struct store *s)
{
	struct buf stamp = { 0 };
	enum rc rc = RC_OK;

	if (stamp_of(s, &stamp) && !stamp_says(s, &stamp))
		rc = write_stamp(s, &stamp);
	(void)rc;
	buf_release(&stamp);
}

static bool
is_stamped(struct store *s)
{
	struct buf stamp = { 0 };
	bool same = stamp_of(s, &stamp) && stamp_says(s, &stamp);

	buf_release(&stamp);
	return same;
}

/* The last change of an earlier run may have left the tables open to doubt. */
static enum rc
check_or_put_aside(struct store *s, const char *path, struct fault *f)
{
	struct fault why = { 0 };
	enum rc rc = check_file(s->disk, path, NULL, &why);

	if (!rc)
		return RC_OK;
	if (rc == RC_MISSING) {
		store_note(s, "the tables (lmdb/data.mdb) were not there and "
			      "were built anew from the journal");
		return RC_OK;
	}
	if (rc != RC_CORRUPT)
		return fault_set(f, rc, "%s", why.text);
	rc = store_quarantine(s, "lmdb/data.mdb", f);
	if (!rc)
		store_note(s,
		    "%s; the file went to quarantine/ and the tables were "
		    "built anew from the journal: nothing is lost",
		    why.text);
	return rc;
}

enum rc
open_checked(struct store *s, struct fault *f)
{
	struct buf path = { 0 };
	enum rc rc = RC_OK;

	if (!is_stamped(s))
		rc = check_or_put_aside(s,
		    store_path(s, &path, "lmdb/data.mdb"), f);
	buf_release(&path);
	return rc;
}
