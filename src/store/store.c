/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/mem.h"
#include "base/str.h"
#include "store/env.h"
#include "store/gate.h"
#include "store/inside.h"
#include "store/mend.h"
#include "store/open.h"
#include "store/seal.h"
#include "store/segment.h"
#include "store/store.h"
#include "store/txn.h"

void
store_note(struct store *s, const char *fmt, ...)
{
	struct buf text = { 0 };
	char line[512];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(line, sizeof(line), fmt, ap);
	va_end(ap);
	buf_puts(&text, line);
	buf_putc(&text, 0);
	*VEC_ADD(&s->notes.all) = (char *)buf_take(&text, NULL);
}

const char *
store_path(const struct store *s, struct buf *path, const char *fmt, ...)
{
	char name[256];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(name, sizeof(name), fmt, ap);
	va_end(ap);
	buf_clear(path);
	buf_printf(path, "%s/%s", s->dir, name);
	return buf_str(path);
}

enum rc
store_quarantine(struct store *s, const char *name, struct fault *f)
{
	struct buf from = { 0 }, to = { 0 };
	const char *base = strrchr(name, '/');
	enum rc rc = RC_OK;

	base = base ? base + 1 : name;
	(void)store_path(s, &to, "quarantine");
	if (!disk_has(buf_str(&to)))
		rc = disk_mkdir(s->disk, buf_str(&to), f);
	/* A name of its own, so that nothing put aside is ever written over. */
	for (unsigned i = 0; i < 1000; i++) {
		(void)store_path(s, &to, "quarantine/%s-%lld-%u", base,
		    (long long)clock_now(s->clock), i);
		if (!disk_has(buf_str(&to)))
			break;
	}
	(void)store_path(s, &from, "%s", name);
	if (!rc)
		rc = disk_rename(s->disk, buf_str(&from), buf_str(&to), f);
	if (!rc)
		rc = disk_sync_folder(s->disk, store_path(s, &to, "quarantine"),
		    f);
	buf_release(&from);
	buf_release(&to);
	return rc;
}

static struct store *
store_new(const char *dir, const struct store_options *o)
{
	struct store *s = mem_get(sizeof(*s));

	seal_start();
	s->dir = mem_str(dir);
	s->disk = o && o->disk ? o->disk : disk_real();
	if (!(o && o->clock))
		s->own_clock = clock_real();
	s->clock = s->own_clock ? s->own_clock : o->clock;
	s->segment_size = o && o->segment_size ? o->segment_size : SEGMENT_SIZE;
	s->map_size = o ? o->map_size : 0;
	s->lock_fd = s->gate_fd = s->segment_fd = s->watch_fd = -1;
	return s;
}

/* A write that only brings both copies together. */
static enum rc
settle(struct store *s, bool glance, bool all, struct fault *f)
{
	struct txn *t = NULL;
	enum rc rc = txn_write(s, &t, f);

	if (!rc && glance)
		rc = mend_glance(t, f);
	if (!rc && all)
		rc = mend_all(t, f);
	if (!rc)
		return txn_commit(t, f);
	txn_abort(t);
	return rc;
}

/* LMDB may refuse what the check let through: then build it anew as well. */
static enum rc
open_env(struct store *s, bool alone, struct fault *f)
{
	enum rc rc = env_open(s, f);

	if (rc != RC_CORRUPT || !alone)
		return rc;
	rc = store_quarantine(s, "lmdb/data.mdb", f);
	if (!rc)
		store_note(s, "the tables could not be opened and were built "
			      "anew from the journal; nothing is lost");
	return rc ? rc : env_open(s, f);
}

enum rc
store_open(const char *dir, const struct store_options *options,
    struct store **out, struct fault *f)
{
	struct store *s = store_new(dir, options);
	bool alone = false;
	enum rc rc = open_place(s, f);

	*out = NULL;
	if (!rc)
		rc = open_lock(s, &alone, f);
	if (!rc)
		rc = gate_open(s, f);
	if (!rc && alone)
		rc = open_checked(s, f);
	if (!rc)
		rc = open_env(s, alone, f);
	if (!rc) {
		store_tend(s);
		rc = settle(s, alone, false, f);
	}
	if (rc) {
		store_close(s);
		return rc;
	}
	if (alone)
		open_share(s);
	*out = s;
	return RC_OK;
}

void
store_close(struct store *s)
{
	char **note;
	bool opened;

	if (!s)
		return;
	assert(!s->writer && !s->reads);
	opened = s->env != NULL;
	env_close(s);
	segment_drop(s);
	if (opened && open_alone(s))
		open_stamp(s);
	if (s->watch_fd >= 0)
		close(s->watch_fd);
	gate_close(s);
	disk_close(s->disk, s->lock_fd);
	VEC_EACH (&s->notes.all, note)
		free(*note);
	VEC_RELEASE(&s->notes.all);
	clock_free(s->own_clock);
	free(s->dir);
	free(s);
}

const char *const *
store_notes(const struct store *s, size_t *n)
{
	*n = s->notes.all.n;
	return (const char *const *)s->notes.all.at;
}

const char *
store_dir(const struct store *s)
{
	return s->dir;
}

const struct disk *
store_disk(const struct store *s)
{
	return s->disk;
}

struct clock *
store_clock(const struct store *s)
{
	return s->clock;
}

uint16_t
store_station(const struct store *s)
{
	return s->station.number;
}

uint16_t
store_incarnation(const struct store *s)
{
	return s->station.incarnation;
}

const uint8_t *
store_id(const struct store *s)
{
	return s->station.id;
}

uint64_t
store_version(const struct store *s)
{
	MDB_envinfo info = { 0 };
	uint64_t version;

	/* LMDB tells of a commit a moment before a reader can see it, so a
	 * reader is asked. */
	if (s->idle && !mdb_txn_renew(s->idle)) {
		version = mdb_txn_id(s->idle);
		mdb_txn_reset(s->idle);
		return version;
	}
	(void)mdb_env_info(s->env, &info);
	return info.me_last_txnid;
}

int
store_watch(struct store *s)
{
	struct buf path = { 0 };

	if (s->watch_fd < 0)
		s->watch_fd = inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
	if (s->watch_fd >= 0 &&
	    inotify_add_watch(s->watch_fd,
		store_path(s, &path, "writer"), IN_ATTRIB) < 0) {
		close(s->watch_fd);
		s->watch_fd = -1;
	}
	buf_release(&path);
	return s->watch_fd;
}

void
store_heard(struct store *s)
{
	char events[4096];

	while (s->watch_fd >= 0 &&
	       read(s->watch_fd, events, sizeof(events)) > 0)
		;
}

bool
store_busy(const struct store *s)
{
	return s->writer || s->reads;
}

void
store_tend(struct store *s)
{
	struct fault f;
	int dead;

	if (gate_enter(s, &f))
		return;
	(void)mdb_reader_check(s->env, &dead);
	gate_leave(s);
}

static enum rc
drop_tables(struct store *s, struct fault *f)
{
	struct buf path = { 0 };
	enum rc rc =
	    disk_unlink(s->disk, store_path(s, &path, "lmdb/data.mdb"), f);

	if (rc == RC_MISSING)
		rc = RC_OK;
	s->looked = false;
	s->seen_seq = 0;
	buf_release(&path);
	return rc;
}

enum rc
store_rebuild(struct store *s, struct fault *f)
{
	enum rc rc;

	assert(!store_busy(s));
	if (!open_alone(s))
		return fault_set(f, RC_BUSY,
		    "another handrail has %s open; leave it and try again",
		    s->dir);
	rc = settle(s, false, true, f);
	if (!rc) {
		env_close(s);
		rc = drop_tables(s, f);
		if (!rc)
			rc = env_open(s, f);
	}
	if (!rc)
		rc = settle(s, true, false, f);
	open_share(s);
	return rc;
}

uint64_t
store_room(const struct store *s)
{
	struct statvfs st;

	if (statvfs(s->dir, &st))
		return 0;
	return (uint64_t)st.f_bavail * st.f_frsize;
}
