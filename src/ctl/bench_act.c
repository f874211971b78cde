/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/clock.h"
#include "ctl/bench.h"
#include "fold/fold.h"
#include "hub/act.h"
#include "hub/queue.h"
#include "hub/slip.h"
#include "store/journal.h"
#include "store/txn.h"

/*
 * A durable act beside one write and fdatasync of as many bytes, turn and turn
 * about, to a file in the same folder that was filled with zeros as segments
 * are.
 */

#define ROUNDS 400
#define FLOOR_FILE (4u << 20)

struct beside {
	int fd;
	off_t at;
	uint8_t bytes[65536];
	char path[WHERE_MAX + 16];
};

static enum rc
open_floor(struct beside *b, const char *store, struct fault *f)
{
	snprintf(b->path, sizeof(b->path), "%s/bench.tmp", store);
	b->fd = open(b->path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	if (b->fd < 0)
		return fault_errno(f, "making", b->path);
	for (off_t at = 0; at < (off_t)FLOOR_FILE; at += sizeof(b->bytes))
		if (pwrite(b->fd, b->bytes, sizeof(b->bytes), at) < 0)
			return fault_errno(f, "writing", b->path);
	fsync(b->fd);
	return RC_OK;
}

static enum rc
time_floor(struct beside *b, size_t n, int64_t *ns, struct fault *f)
{
	int64_t from = clock_ticks();

	if (n > sizeof(b->bytes))
		n = sizeof(b->bytes);
	if (b->at + (off_t)n > (off_t)FLOOR_FILE)
		b->at = 0;
	if (pwrite(b->fd, b->bytes, n, b->at) < 0 || fdatasync(b->fd))
		return fault_errno(f, "writing", b->path);
	b->at += (off_t)n;
	*ns = clock_ticks() - from;
	return RC_OK;
}

static void
close_floor(struct beside *b)
{
	if (b->fd >= 0)
		close(b->fd);
	unlink(b->path);
}

/* How many bytes the entries of an act took in the segment. */
static size_t
bytes_of(struct hub *hub, const struct act_done *done)
{
	struct txn *t;
	struct entry e;
	size_t n = 0;

	if (txn_read(hub->store, &t, NULL))
		return 0;
	for (uint64_t seq = done->first_seq; seq <= done->last_seq; seq++)
		if (!journal_get(t, seq, &e, NULL))
			n += e.whole.len;
	txn_abort(t);
	return n;
}

static enum rc
some_casefile(struct bench_run *run, char id[20], struct fault *f)
{
	struct queue_page page;
	enum rc rc = queue_read(
	    run->ctl->hub, run->ctl->arena, QUEUE_TEAM, 0, 1, &page, f);

	if (!rc && !page.n)
		return fault_set(f, RC_MISSING,
		    "there is no open case in this store to write to");
	if (!rc)
		snprintf(id, 20, "#%016" PRIx64, page.rows[0].casefile);
	return rc;
}

static enum rc
time_act(struct hub *hub, const struct slip *slip, const char *name,
    struct act_done *done, int64_t *ns, struct fault *f)
{
	int64_t from = clock_ticks();
	enum rc rc = act_run(hub, name, slip, done, f);

	*ns = clock_ticks() - from;
	return rc;
}

static enum rc
rounds(struct bench_run *run, const char *name, const struct slip *slip,
    struct beside *b, double most, const char *goal, struct fault *f)
{
	struct bench_times acts = { 0 }, floors = { 0 };
	uint64_t n = run->n ? run->n : ROUNDS;
	struct act_done done;
	int64_t ns = 0, floor = 0;
	enum rc rc = RC_OK;

	for (uint64_t i = 0; i < n && !rc; i++) {
		rc = time_act(run->ctl->hub, slip, name, &done, &ns, f);
		if (!rc)
			rc = time_floor(
			    b, bytes_of(run->ctl->hub, &done), &floor, f);
		if (rc)
			break;
		bench_add(&acts, ns);
		bench_add(&floors, floor);
	}
	if (!rc)
		bench_ratio(run->out, name, &acts, "write and fdatasync",
		    &floors, most, goal);
	bench_release(&acts);
	bench_release(&floors);
	return rc;
}

static enum rc
bench(struct bench_run *run, struct fault *f)
{
	struct slip note = { .arena = run->ctl->arena }, call = note;
	struct beside b = { .fd = -1 };
	char id[20];
	enum rc rc = some_casefile(run, id, f);

	if (!rc)
		rc = open_floor(&b, run->ctl->o.store_path, f);
	slip_set(&note, "casefile", id);
	slip_set(&note, "text", "A note of the usual length, in her own words.");
	slip_set(&call, "person.given", "bench");
	slip_set(&call, "person.family", "invented");
	slip_set(&call, "person.phone", "07700900001");
	slip_set(&call, "casefile.category", "BUR");
	slip_set(&call, "safety.channels", "t");
	slip_set(&call, "home.address", "1 bench road");
	if (!rc)
		rc = rounds(run, "add_note", &note, &b, 3.0,
		    "at most 3 times the floor", f);
	if (!rc)
		rc = rounds(run, "take_referral", &call, &b, 3.0,
		    "at most 3 times the floor", f);
	close_floor(&b);
	return rc;
}

const struct bench bench_act = {
	.name = "act",
	.sentence = "one durable act: sealed, signed, chained, synced, folded",
	.changes = true,
	.run = bench,
};
