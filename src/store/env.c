/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <lmdb.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/env.h"
#include "store/gate.h"
#include "store/inside.h"

/*
 * LMDB as handrail uses it: NOMETASYNC, because the segment was synced first;
 * NOTLS, so that a read belongs to its handle and not to the thread; NORDAHEAD,
 * because look-ups jump about. META lives in LMDB's unnamed table, which every
 * commit dirties anyway; the others are named tables.
 */

enum { MAX_READERS = 1024 };

#define GIB ((uint64_t)1 << 30)

/* What LMDB says, and what that means for the caller. */
/* clang-format off */
static const struct meaning {
	int err;
	enum rc rc;
	const char *text;
} meanings[] = {
	{ MDB_MAP_FULL,	RC_FULL, "there is no room left in the address space" },
	{ MDB_TXN_FULL,	RC_FULL, "one change is too large" },
	{ MDB_READERS_FULL, RC_BUSY,
	  "too many programs read the store at once; close some" },
	{ MDB_PAGE_NOTFOUND, RC_CORRUPT, "data.mdb is damaged" },
	{ MDB_CORRUPTED, RC_CORRUPT, "data.mdb is damaged" },
	{ MDB_INVALID,	RC_CORRUPT, "data.mdb is not an LMDB file" },
	{ MDB_BAD_TXN,	RC_CORRUPT, "an earlier step of this change failed" },
	{ MDB_PANIC,	RC_CORRUPT, "writing failed before; open it again" },
	{ MDB_VERSION_MISMATCH, RC_NEWER, "data.mdb is of another version" },
	{ MDB_BAD_VALSIZE, RC_INVALID, "a key is empty or too long" },
	{ MDB_KEYEXIST,	RC_INVALID, "a key is not greater than those there" },
	{ ENOSPC,	RC_FULL, "the disk is full; make room and try again" },
	{ EDQUOT,	RC_FULL, "the disk quota is used up; ask for more" },
	{ EROFS,	RC_SYSTEM, "the disk is read-only" }
};
/* clang-format on */

enum rc
env_fault(int err, const char *doing, struct fault *f)
{
	size_t n = sizeof(meanings) / sizeof(meanings[0]);

	if (!err)
		return RC_OK;
	if (err == MDB_NOTFOUND)
		return RC_MISSING;
	for (size_t i = 0; i < n; i++)
		if (meanings[i].err == err)
			return fault_set(f, meanings[i].rc, "%s: %s", doing,
			    meanings[i].text);
	return fault_set(f, RC_SYSTEM, "%s: %s", doing, mdb_strerror(err));
}

/*
 * LMDB opens data.mdb, twice, without close-on-exec and gives out only one of
 * the descriptors: so look through this process's own.
 */
static void
close_on_exec(const struct store *s)
{
	DIR *fds = opendir("/proc/self/fd");
	struct stat data, it;
	struct buf path = { 0 };
	struct dirent *e;

	if (fds && !stat(store_path(s, &path, "lmdb/data.mdb"), &data))
		while ((e = readdir(fds))) {
			int fd = atoi(e->d_name);

			if (fd > 2 && !fstat(fd, &it) &&
			    it.st_ino == data.st_ino &&
			    it.st_dev == data.st_dev)
				(void)fcntl(fd, F_SETFD, FD_CLOEXEC);
		}
	if (fds)
		closedir(fds);
	buf_release(&path);
}

static int
open_tables(struct store *s)
{
	MDB_txn *txn = NULL;
	int err;

	if ((err = mdb_txn_begin(s->env, NULL, 0, &txn)))
		return err;
	for (int i = 0; i < TABLE_COUNT && !err; i++)
		err = mdb_dbi_open(txn, i == TABLE_META ? NULL : table_word(i),
		    i == TABLE_META ? 0 : MDB_CREATE, &s->dbi[i]);
	if (!err)
		return mdb_txn_commit(txn);
	mdb_txn_abort(txn);
	return err;
}

static int
try_open(struct store *s, const char *path, uint64_t size)
{
	unsigned flags = MDB_NOTLS | MDB_NORDAHEAD | MDB_NOMETASYNC;
	int err;

	if ((err = mdb_env_create(&s->env)))
		return err;
	(void)mdb_env_set_maxdbs(s->env, TABLE_COUNT);
	(void)mdb_env_set_maxreaders(s->env, MAX_READERS);
	err = mdb_env_set_mapsize(s->env, size);
	if (!err)
		err = mdb_env_open(s->env, path, flags, 0600);
	if (err) {
		mdb_env_close(s->env);
		s->env = NULL;
	}
	return err;
}

/*
 * Address space costs nothing, so ask for much; where it is rationed, ask for
 * less. LMDB says EAGAIN or EBUSY while another process is just opening.
 */
static int
open_somehow(struct store *s, const char *path)
{
	static const uint64_t sizes[] = { 256 * GIB, 64 * GIB, 16 * GIB,
		4 * GIB, GIB, GIB / 4 };
	int err = ENOMEM;

	if (s->map_size)
		return try_open(s, path, s->map_size);
	for (size_t i = 0; i < 6 && err == ENOMEM; i++)
		for (int again = 0; again < 200; again++) {
			err = try_open(s, path, sizes[i]);
			if (err != EAGAIN && err != EBUSY)
				break;
			usleep(10000);
		}
	return err;
}

enum rc
env_open(struct store *s, struct fault *f)
{
	struct buf path = { 0 };
	enum rc rc = RC_OK;
	int err;

	(void)store_path(s, &path, "lmdb");
	if (!disk_has(buf_str(&path)))
		rc = disk_mkdir(s->disk, buf_str(&path), f);
	if (!rc) {
		err = open_somehow(s, buf_str(&path));
		if (!err) {
			close_on_exec(s);
			rc = gate_enter(s, f);
		}
		if (!err && !rc) {
			err = open_tables(s);
			gate_leave(s);
		}
		if (!rc)
			rc = env_fault(err, "opening the store's tables", f);
	}
	if (rc)
		env_close(s);
	buf_release(&path);
	return rc;
}

void
env_close(struct store *s)
{
	if (s->idle)
		mdb_txn_abort(s->idle);
	if (s->env)
		mdb_env_close(s->env);
	s->idle = NULL;
	s->env = NULL;
}

static uint64_t
file_len(const struct store *s)
{
	struct stat st;
	int fd;

	if (mdb_env_get_fd(s->env, &fd) || fstat(fd, &st))
		return 0;
	return (uint64_t)st.st_size;
}

bool
env_is_tight(const struct store *s)
{
	MDB_envinfo info;

	(void)mdb_env_info(s->env, &info);
	return info.me_mapsize < 64 * GIB &&
	       file_len(s) > info.me_mapsize / 4 * 3;
}

enum rc
env_grow(struct store *s, struct fault *f)
{
	uint64_t len = file_len(s), size = len * 2 + GIB / 4;
	int err;

	if (s->idle)
		mdb_txn_abort(s->idle);
	s->idle = NULL;
	size -= size % (1 << 20);
	err = mdb_env_set_mapsize(s->env, size);
	if (err == ENOMEM)
		err = mdb_env_set_mapsize(s->env,
		    len + len / 8 - len % (1 << 20) + (64 << 20));
	return env_fault(err, "making room for the store's tables", f);
}
