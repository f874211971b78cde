/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "base/chance.h"
#include "base/clock.h"
#include "base/disk.h"
#include "store/journal.h"
#include "store/store.h"
#include "store/txn.h"

#include "ctl/bench_disk.h"

enum rc
bench_disk_open(struct bench *b, struct bench_disk *s, struct fault *f)
{
	struct chance chance;

	chance_seed(&chance, 1);
	chance_bytes(&chance, s->bytes, sizeof(s->bytes));
	s->disk = disk_real();
	s->path = arena_printf(b->ctl->arena, "%s/bench",
	    store_dir(b->ctl->hub->store));
	if (disk_open(s->disk, s->path, DISK_WRITE | DISK_MAKE | DISK_KEEP,
		&s->fd, f))
		return f->rc;
	return disk_allocate(s->disk, s->fd, 0, 16 << 20, f);
}

void
bench_disk_close(struct bench_disk *s)
{
	disk_close(s->disk, s->fd);
	(void)!disk_unlink(s->disk, s->path, NULL);
}

/* How many bytes the act wrote to the journal. */
enum rc
bench_disk_written(struct bench *b, const struct act_done *done, size_t *bytes,
    struct fault *f)
{
	struct txn *t = NULL;
	struct entry e;
	uint64_t seq;
	enum rc rc = txn_read(b->ctl->hub->store, &t, f);

	*bytes = 0;
	for (seq = done->first_seq; !rc && seq <= done->last_seq; seq++) {
		rc = journal_get(t, seq, &e, f);
		*bytes += rc ? 0 : e.whole.len;
	}
	txn_abort(t);
	if (*bytes > BENCH_BYTES_MOST)
		*bytes = BENCH_BYTES_MOST;
	return rc;
}

enum rc
bench_disk_write(struct bench_disk *s, size_t bytes, struct times *floor, struct fault *f)
{
	int64_t began = clock_ticks();
	enum rc rc = disk_write(s->disk, s->fd, s->at, s->bytes, bytes, f);

	if (!rc)
		rc = disk_sync(s->disk, s->fd, f);
	times_add(floor, began);
	s->at = (s->at + bytes) % (12 << 20);
	return rc;
}
