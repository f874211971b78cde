/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <assert.h>
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/mem.h"
#include "store/env.h"
#include "store/gate.h"
#include "store/heal.h"
#include "store/inside.h"
#include "store/segment.h"
#include "store/txn.h"

/*
 * The order of a commit: entries to the segment, one sync, then LMDB without a
 * sync of its meta page, since the segment can bring it up to date. If LMDB
 * then has no room, the entries are taken back out of the segment, unless
 * another process has already seen them: so a commit that fails has done
 * nothing.
 */

/* Those that a person or the terminal sends; a stopped writer blocks all. */
static const int held[] = { SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGTTIN,
	SIGTTOU, SIGALRM };

static void
hold_signals(struct txn *t)
{
	sigset_t set;

	sigemptyset(&set);
	for (size_t i = 0; i < sizeof(held) / sizeof(held[0]); i++)
		sigaddset(&set, held[i]);
	(void)sigprocmask(SIG_BLOCK, &set, &t->mask);
}

/* Writing a meta page failed: LMDB does nothing more until it is reopened. */
static int
reopen(struct store *s)
{
	struct fault f;

	if (s->reads)
		return MDB_PANIC;
	env_close(s);
	return env_open(s, &f) ? MDB_PANIC : 0;
}

/* What can be put right so that a transaction can begin after all. */
static bool
cure(struct store *s, int err)
{
	struct fault f;

	switch (err) {
	case MDB_MAP_RESIZED:
		return !s->reads && !env_grow(s, &f);
	case MDB_READERS_FULL:
		store_tend(s);
		return true;
	case MDB_PANIC:
		return !reopen(s);
	default:
		return false;
	}
}

/*
 * A first read takes a slot under LMDB's other robust mutex, which could lose a
 * wake-up like the writers': it goes through the gate too. Later reads renew
 * the slot they have and wait for nobody.
 */
static int
begin_mdb(struct txn *t)
{
	struct store *s = t->store;
	struct fault f;
	int err;

	if (t->write)
		return mdb_txn_begin(s->env, NULL, 0, &t->mdb);
	if (gate_enter(s, &f))
		return EIO;
	err = mdb_txn_begin(s->env, NULL, MDB_RDONLY, &t->mdb);
	gate_leave(s);
	return err;
}

static int
begin(struct txn *t)
{
	struct store *s = t->store;
	int err = 0;

	if (!t->write && s->idle) {
		t->mdb = s->idle;
		s->idle = NULL;
		if (!(err = mdb_txn_renew(t->mdb)))
			return 0;
		mdb_txn_abort(t->mdb);
		t->mdb = NULL;
	}
	for (int again = 0; again < 3; again++) {
		err = begin_mdb(t);
		if (!err || !cure(s, err))
			break;
	}
	return err;
}

/* Everyone who deleted data.mdb under us would write where nobody reads. */
static enum rc
same_file(const struct store *s, struct fault *f)
{
	struct buf path = { 0 };
	struct stat ours, there;
	enum rc rc = RC_OK;
	int fd;

	if (mdb_env_get_fd(s->env, &fd) || fstat(fd, &ours) ||
	    stat(store_path(s, &path, "lmdb/data.mdb"), &there) ||
	    ours.st_ino != there.st_ino || ours.st_dev != there.st_dev)
		rc = fault_set(f, RC_BUSY,
		    "lmdb/data.mdb was taken away while the store was open; "
		    "leave every handrail and start again");
	buf_release(&path);
	return rc;
}

static enum rc
read_state(struct txn *t, struct fault *f)
{
	enum rc rc = tail_get(t, f);

	if (!rc)
		rc = meta_get_u64(t, span_str("keys"), &t->keys, f);
	if (!rc)
		t->store->keys_seen = t->keys;
	return rc;
}

static struct txn *
txn_new(struct store *s, bool write)
{
	struct txn *t = mem_get(sizeof(*t));

	t->store = s;
	t->write = write;
	if (write) {
		hold_signals(t);
		s->writer = t;
	} else
		s->reads++;
	return t;
}

static void
txn_free(struct txn *t)
{
	struct store *s = t->store;

	buf_release(&t->pending);
	VEC_RELEASE(&t->runs.all);
	if (t->gated)
		gate_leave(s);
	if (t->write) {
		s->writer = NULL;
		(void)sigprocmask(SIG_SETMASK, &t->mask, NULL);
	} else
		s->reads--;
	free(t);
}

enum rc
txn_read(struct store *s, struct txn **t, struct fault *f)
{
	enum rc rc;

	*t = txn_new(s, false);
	rc = env_fault(begin(*t), "reading the store", f);
	if (!rc)
		rc = read_state(*t, f);
	if (rc) {
		txn_abort(*t);
		*t = NULL;
	}
	return rc;
}

static enum rc
write_once(struct store *s, struct txn **t, bool *more, struct fault *f)
{
	enum rc rc;

	*more = false;
	*t = txn_new(s, true);
	rc = gate_enter(s, f);
	(*t)->gated = !rc;
	if (!rc)
		rc = env_fault(begin(*t), "writing to the store", f);
	if (!rc)
		rc = same_file(s, f);
	if (!rc)
		rc = read_state(*t, f);
	if (!rc)
		rc = heal_settle(*t, more, f);
	if (rc) {
		txn_abort(*t);
		*t = NULL;
	}
	return rc;
}

enum rc
txn_write(struct store *s, struct txn **t, struct fault *f)
{
	enum rc rc = RC_OK;
	bool more = false;

	assert(!s->writer);
	if (!s->reads && env_is_tight(s))
		rc = env_grow(s, f);
	if (!rc)
		rc = write_once(s, t, &more, f);
	while (!rc && more) {
		rc = txn_commit(*t, f);
		*t = NULL;
		if (!rc)
			rc = write_once(s, t, &more, f);
	}
	return rc;
}

static struct span
run_bytes(const struct txn *t, const struct run *run)
{
	size_t end =
	    run == VEC_LAST(&t->runs.all) ? t->pending.len : run[1].from;

	return span_of(t->pending.at + run->from, end - run->from);
}

static enum rc
make_segment(struct txn *t, const struct run *run, struct fault *f)
{
	struct segment_head h = { .station = t->store->station.number,
		.incarnation = t->store->station.incarnation,
		.number = run->segment,
		.first = run->first,
		.at = clock_now(t->store->clock) };

	memcpy(h.id, t->store->station.id, sizeof(h.id));
	memcpy(h.prev, run->prev, sizeof(h.prev));
	return segment_make(t->store, &h, f);
}

static enum rc
write_runs(struct txn *t, struct fault *f)
{
	struct run *run;
	enum rc rc = RC_OK;

	VEC_EACH (&t->runs.all, run) {
		struct span bytes = run_bytes(t, run);

		rc = run->first ? make_segment(t, run, f)
				: segment_use(t->store, run->segment, f);
		if (!rc && bytes.len)
			rc = segment_write(t->store, run->offset, bytes, f);
		if (rc)
			break;
	}
	return rc;
}

static enum rc
zero_what_is_there(struct store *s, uint64_t offset, uint64_t n,
    struct fault *f)
{
	if (offset >= s->segment_len)
		return RC_OK;
	if (n > s->segment_len - offset)
		n = s->segment_len - offset;
	return segment_zero(s, offset, n, f);
}

/*
 * Take back what was written, under LMDB's lock, so that nobody takes it for an
 * entry. RC_STALE when someone has it
 * already: then it is saved.
 */
static enum rc
retract(struct store *s, const struct txn *t)
{
	struct run *run;
	struct txn now = { .store = s };
	struct fault f;
	enum rc rc = RC_OK;

	if (mdb_txn_begin(s->env, NULL, 0, &now.mdb))
		return RC_SYSTEM;
	if (!tail_get(&now, &f) && now.tail.head.seq >= t->tail.head.seq)
		rc = RC_STALE;
	if (!rc)
		VEC_EACH (&t->runs.all, run) {
			struct span bytes = run_bytes(t, run);

			if (run->first) {
				segment_unmake(s, run->segment);
				continue;
			}
			rc = segment_use(s, run->segment, &f);
			if (!rc)
				rc = zero_what_is_there(s, run->offset,
				    bytes.len, &f);
			if (rc)
				break;
		}
	mdb_txn_abort(now.mdb);
	return rc;
}

static enum rc
full(const struct store *s, struct fault *f)
{
	return fault_set(f, RC_FULL,
	    "nothing was saved: the disk that holds %s is full; make room on "
	    "it and try again",
	    s->dir);
}

enum rc
txn_commit(struct txn *t, struct fault *f)
{
	struct store *s = t->store;
	bool entries = t->runs.all.n > 0;
	enum rc rc = RC_OK;
	int err;

	assert(t->write);
	if (t->moved)
		rc = tail_put(t, f);
	if (!rc && entries)
		rc = write_runs(t, f);
	if (rc) {
		mdb_txn_abort(t->mdb);
		t->mdb = NULL;
		if (entries && retract(s, t) == RC_STALE)
			rc = RC_OK;
		txn_free(t);
		return rc == RC_FULL ? full(s, f) : rc;
	}
	err = mdb_txn_commit(t->mdb);
	t->mdb = NULL;
	if (!err) {
		gate_ring(s);
		s->seen_seq = t->tail.head.seq;
		s->suspect &= !t->turned;
		s->keys_seen = t->keys;
	} else if (!entries || retract(s, t) != RC_STALE)
		rc = env_fault(err, "saving", f);
	txn_free(t);
	return rc;
}

void
txn_abort(struct txn *t)
{
	struct store *s;

	if (!t)
		return;
	s = t->store;
	if (t->mdb && !t->write && !s->idle) {
		mdb_txn_reset(t->mdb);
		s->idle = t->mdb;
	} else if (t->mdb)
		mdb_txn_abort(t->mdb);
	txn_free(t);
}

struct store *
txn_store(const struct txn *t)
{
	return t->store;
}

bool
txn_is_write(const struct txn *t)
{
	return t->write;
}
