/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

/*
 * A draft's file is a run of frames, each what the draft held at one moment:
 *
 *	u32	length of what follows
 *	u64	when, ms UTC
 *	bytes	seal_box() over what was typed; its AAD is the file's name and
 *		the moment
 *
 * Keeping adds a frame, which costs one small write, so that every key can be
 * kept. Reading takes the last frame that is whole and opens. A file that has
 * grown long is written again with its last frame only.
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/chance.h"
#include "base/disk.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/vec.h"
#include "hub/hub.h"
#include "store/seal.h"
#include "store/store.h"
#include "store/vault.h"

#include "hub/draft.h"

#define DRAFT_LONG (256u * 1024) /* a file over this is written again */
#define DRAFT_MOST (64u * 1024 * 1024)
#define FRAME_HEAD 12u

struct draft {
	struct hub *hub;
	int fd; /* -1 until the file is made */
	uint64_t end;
	char id[DRAFT_ID_ROOM];
	char path[4096];
};

static const struct disk *
disk_of(const struct hub *hub)
{
	return store_disk(hub->store);
}

static void
folder_of(const struct hub *hub, char path[4096])
{
	snprintf(path, 4096, "%s/drafts", store_dir(hub->store));
}

static void
path_of(const struct hub *hub, const char *id, char path[4096])
{
	snprintf(path, 4096, "%s/drafts/%s", store_dir(hub->store), id);
}

static void
aad_of(const char *id, uint64_t at, struct buf *aad)
{
	buf_puts(aad, id);
	buf_u64(aad, at);
}

static struct draft *
draft_of(struct hub *hub, const char *id)
{
	struct draft *d = mem_get(sizeof(*d));

	d->hub = hub;
	d->fd = -1;
	str_set(d->id, sizeof(d->id), id);
	path_of(hub, id, d->path);
	return d;
}

struct draft *
draft_new(struct hub *hub)
{
	struct chance chance;
	char id[DRAFT_ID_ROOM];

	/* Real chance, also in a rehearsal: two of them must not meet. */
	chance_real(&chance);
	snprintf(id, sizeof(id), "%05u-%016llx", (unsigned)hub->me.number,
	    (unsigned long long)chance_u64(&chance));
	return draft_of(hub, id);
}

static enum rc
make_file(struct draft *d, struct fault *f)
{
	const struct disk *disk = disk_of(d->hub);
	char folder[4096];
	enum rc rc;

	folder_of(d->hub, folder);
	rc = disk_mkdir(disk, folder, f);
	if (rc && rc != RC_STALE)
		return rc;
	rc = disk_lock(disk, d->path, false, &d->fd, f);
	return rc ? rc : disk_sync_folder(disk, folder, f);
}

static void
make_frame(const struct draft *d, struct span bytes, struct buf *frame)
{
	uint8_t key[VAULT_KEY_LEN];
	uint64_t at = (uint64_t)hub_now(d->hub);
	struct buf aad = { 0 }, box = { 0 };

	vault_kdf_user(d->hub->vault, VAULT_FOR_DRAFT, key);
	aad_of(d->id, at, &aad);
	seal_box(key, buf_window(&aad), bytes, &box);
	seal_wipe(key, sizeof(key));
	buf_u32(frame, (uint32_t)(box.len + 8));
	buf_u64(frame, at);
	buf_span(frame, buf_window(&box));
	buf_release(&aad);
	buf_release(&box);
}

/* Only the last frame from here on. The lock goes with the old file, so the
 * new one is locked before the old is let go. */
static enum rc
write_again(struct draft *d, struct span frame, struct fault *f)
{
	const struct disk *disk = disk_of(d->hub);
	int old = d->fd, fd = -1;
	enum rc rc = disk_write_whole(disk, d->path, frame, f);

	if (!rc)
		rc = disk_lock(disk, d->path, false, &fd, f);
	if (rc)
		return rc;
	disk_close(disk, old);
	d->fd = fd;
	d->end = frame.len;
	return RC_OK;
}

enum rc
draft_keep(struct draft *d, struct span bytes, bool sync, struct fault *f)
{
	const struct disk *disk = disk_of(d->hub);
	struct buf frame = { 0 };
	enum rc rc = RC_OK;

	if (d->fd < 0)
		rc = make_file(d, f);
	if (rc)
		return rc;
	make_frame(d, bytes, &frame);
	if (d->end > DRAFT_LONG) {
		rc = write_again(d, buf_window(&frame), f);
		goto out;
	}
	rc = disk_write(disk, d->fd, d->end, frame.at, frame.len, f);
	if (rc)
		goto out;
	d->end += frame.len;
	if (sync)
		rc = disk_sync(disk, d->fd, f);
out:
	buf_release(&frame);
	return rc;
}

static bool
open_frame(struct hub *hub, const char *id, uint64_t at, struct span box,
    struct buf *bytes)
{
	uint8_t key[VAULT_KEY_LEN];
	struct buf aad = { 0 };
	bool good;

	vault_kdf_user(hub->vault, VAULT_FOR_DRAFT, key);
	aad_of(id, at, &aad);
	good = seal_unbox(key, buf_window(&aad), box, bytes);
	seal_wipe(key, sizeof(key));
	buf_release(&aad);
	return good;
}

/* The whole frames in a file, the last of them first to be tried. */
struct frame {
	uint64_t at;
	struct span box;
	size_t end;
};

struct frames {
	VEC(struct frame) of;
};

static void
find_frames(struct span file, struct frames *frames)
{
	struct reader r = reader_of(file);
	struct frame *frame;

	while (reader_left(&r) > FRAME_HEAD) {
		uint32_t len = reader_u32(&r);
		uint64_t at = reader_u64(&r);
		struct span box;

		if (len <= 8 || len - 8 > reader_left(&r))
			return;
		box = reader_bytes(&r, len - 8);
		frame = VEC_ADD(&frames->of);
		*frame = (struct frame){ at, box, file.len - reader_left(&r) };
	}
}

/* What the file holds; ${end} is where the next frame goes. */
static enum rc
read_last(struct draft *d, struct buf *bytes, struct fault *f)
{
	struct frames frames = { 0 };
	struct buf file = { 0 };
	bool good = false;
	enum rc rc =
	    disk_read_whole(disk_of(d->hub), d->path, DRAFT_MOST, &file, f);

	if (rc)
		goto out;
	find_frames(buf_window(&file), &frames);
	for (size_t i = frames.of.n; i > 0 && !good; i--) {
		const struct frame *frame = &frames.of.at[i - 1];

		good = open_frame(d->hub, d->id, frame->at, frame->box, bytes);
		if (good)
			d->end = frame->end;
	}
	if (!good)
		rc = fault_set(f, RC_CORRUPT,
		    "a draft cannot be read; it was left in %s", d->path);
out:
	VEC_RELEASE(&frames.of);
	buf_release(&file);
	return rc;
}

enum rc
draft_open(struct hub *hub, const char *id, struct draft **draft,
    struct buf *bytes, struct fault *f)
{
	struct draft *d = draft_of(hub, id);
	enum rc rc = RC_OK;

	*draft = NULL;
	if (!disk_has(d->path))
		rc = fault_set(f, RC_MISSING, "that draft is gone");
	if (!rc)
		rc = disk_lock(disk_of(hub), d->path, false, &d->fd, f);
	if (!rc)
		rc = read_last(d, bytes, f);
	if (rc)
		draft_close(d);
	else
		*draft = d;
	return rc;
}

struct listing {
	struct hub *hub;
	struct arena *arena;
	VEC(struct draft_row) rows;
};

static bool
is_mine(const struct hub *hub, const char *name)
{
	char prefix[8];

	snprintf(prefix, sizeof(prefix), "%05u-", (unsigned)hub->me.number);
	return strlen(name) < DRAFT_ID_ROOM && str_starts(name, prefix);
}

/* Whether anybody holds it; and when it was last kept, 0 for a file with
 * nothing in it. */
static bool
look_at(struct hub *hub, const char *path, int64_t *at_ms)
{
	const struct disk *disk = disk_of(hub);
	struct frames frames = { 0 };
	struct buf file = { 0 };
	int fd = -1;

	*at_ms = 0;
	if (disk_lock(disk, path, false, &fd, NULL))
		return false;
	if (!disk_read_whole(disk, path, DRAFT_MOST, &file, NULL))
		find_frames(buf_window(&file), &frames);
	if (frames.of.n > 0)
		*at_ms = (int64_t)frames.of.at[frames.of.n - 1].at;
	VEC_RELEASE(&frames.of);
	buf_release(&file);
	disk_close(disk, fd);
	return true;
}

static enum rc
list_one(const char *name, void *arg)
{
	struct listing *l = arg;
	struct draft_row *row;
	char path[4096];
	int64_t at;

	if (!is_mine(l->hub, name))
		return RC_OK;
	path_of(l->hub, name, path);
	if (!look_at(l->hub, path, &at))
		return RC_OK;
	if (at == 0) {
		enum rc gone = disk_unlink(disk_of(l->hub), path, NULL);

		return gone == RC_MISSING ? RC_OK : gone;
	}
	row = VEC_ADD(&l->rows);
	str_set(row->id, sizeof(row->id), name);
	row->at_ms = at;
	return RC_OK;
}

static int
latest_first(const void *a, const void *b)
{
	const struct draft_row *x = a, *y = b;

	if (x->at_ms != y->at_ms)
		return x->at_ms < y->at_ms ? 1 : -1;
	return strcmp(x->id, y->id);
}

enum rc
draft_list(struct hub *hub, struct arena *arena, struct draft_list *list,
    struct fault *f)
{
	struct listing l = { .hub = hub, .arena = arena };
	char folder[4096];
	enum rc rc;

	*list = (struct draft_list){ 0 };
	folder_of(hub, folder);
	rc = disk_list(folder, list_one, &l, f);
	if (rc == RC_MISSING)
		rc = RC_OK;
	if (!rc && l.rows.n > 0) {
		qsort(l.rows.at, l.rows.n, sizeof(l.rows.at[0]), latest_first);
		list->at = arena_copy(arena, l.rows.at,
		    l.rows.n * sizeof(l.rows.at[0]));
		list->n = l.rows.n;
	}
	VEC_RELEASE(&l.rows);
	return rc;
}

/* What is saved twice is better than what is lost, so a failure here is left
 * for the next opening to find. */
void
draft_drop(struct draft *d)
{
	char folder[4096];
	enum rc rc;

	if (d == NULL)
		return;
	if (d->fd >= 0) {
		folder_of(d->hub, folder);
		rc = disk_unlink(disk_of(d->hub), d->path, NULL);
		if (!rc)
			rc = disk_sync_folder(disk_of(d->hub), folder, NULL);
		(void)rc;
	}
	draft_close(d);
}

void
draft_close(struct draft *d)
{
	if (d == NULL)
		return;
	disk_close(disk_of(d->hub), d->fd);
	free(d);
}
