/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/str.h"
#include "base/vec.h"
#include "store/backup.h"
#include "store/inside.h"
#include "store/listing.h"
#include "store/place.h"
#include "store/seal.h"
#include "store/segment.h"
#include "store/station.h"
#include "store/txn.h"
#include "store/verify.h"

/*
 * A backup folder:
 *
 *	backup				the list: what is in it, with hashes
 *	segments/0000000001.seg		full segments, copied once
 *	segments/0000000002-SEQ.seg	the last one, up to entry SEQ
 *	keys-SEQ/...			the key store as it stood then
 *
 * The list is written last and by renaming, and what it does not name is
 *removed after that: stopped at any moment, the folder holds the last backup or
 *this one. Keys stand in a folder of their own, so that they can be kept apart
 *from the rest and for a shorter time.
 */

struct copying {
	struct store *s;
	const char *dir;
	struct listing old, new;
	struct tail tail;
	struct backup_count *count;
	struct fault *f;
	const char *sub; /* folder of the store being copied */
};

/* Write ${bytes} as ${name} in the backup and list it. */
static enum rc
put_file(struct copying *c, const char *name, struct span bytes)
{
	struct buf path = { 0 };
	enum rc rc;

	buf_printf(&path, "%s/%s", c->dir, name);
	rc = disk_write_whole(c->s->disk, buf_str(&path), bytes, c->f);
	if (!rc) {
		listing_add(&c->new, name, bytes);
		c->count->copied++;
		c->count->bytes += bytes.len;
	}
	c->count->files++;
	buf_release(&path);
	return rc;
}

static enum rc
copy_file(struct copying *c, const char *from, const char *name)
{
	struct buf path = { 0 }, bytes = { 0 };
	enum rc rc = disk_read_whole(c->s->disk,
	    store_path(c->s, &path, "%s", from), (size_t)1 << 30, &bytes, c->f);

	if (!rc)
		rc = put_file(c, name, buf_window(&bytes));
	buf_wipe(&bytes);
	buf_release(&path);
	return rc;
}

static enum rc
make_folder(struct copying *c, const char *name)
{
	struct buf path = { 0 };
	enum rc rc = RC_OK;

	buf_printf(&path, "%s/%s", c->dir, name);
	if (!disk_has(buf_str(&path)))
		rc = disk_mkdir(c->s->disk, buf_str(&path), c->f);
	buf_release(&path);
	return rc;
}

static enum rc
copy_key(const char *name, void *arg)
{
	struct copying *c = arg;
	struct buf path = { 0 };
	char from[300], to[320];
	enum rc rc = RC_OK;

	snprintf(from, sizeof(from), "%s/%s", c->sub, name);
	snprintf(to, sizeof(to), "keys-%llu%s/%s",
	    (unsigned long long)c->tail.head.seq, c->sub + 4, name);
	if (!disk_is_folder(store_path(c->s, &path, "%s", from)))
		rc = copy_file(c, from, to);
	buf_release(&path);
	return rc;
}

static enum rc
copy_keys_in(struct copying *c, const char *sub)
{
	struct buf path = { 0 };
	char to[64];
	enum rc rc;

	c->sub = sub;
	snprintf(to, sizeof(to), "keys-%llu%s",
	    (unsigned long long)c->tail.head.seq, sub + 4);
	rc = make_folder(c, to);
	if (!rc)
		rc = disk_list(store_path(c->s, &path, "%s", sub), copy_key, c,
		    c->f);
	buf_release(&path);
	return rc;
}

/* While nobody can change keys or append: where we are, and the key store. */
static enum rc
copy_small(struct copying *c)
{
	struct buf path = { 0 };
	struct txn *t = NULL;
	enum rc rc = txn_write(c->s, &t, c->f);

	if (!rc) {
		c->tail = t->tail;
		rc = copy_keys_in(c, "keys");
	}
	if (!rc)
		rc = copy_keys_in(c, "keys/users");
	if (!rc)
		rc = copy_file(c, "format", "format");
	if (!rc)
		rc = copy_file(c, "station", "station");
	if (!rc && disk_has(store_path(c->s, &path, "demo")))
		rc = copy_file(c, "demo", "demo");
	txn_abort(t);
	buf_release(&path);
	return rc;
}

/* A full segment never changes: the one copied before will do. */
static bool
have_segment(struct copying *c, const char *name)
{
	const struct listing_row *row = listing_find(&c->old, name);
	struct buf path = { 0 };
	uint64_t size = 0;
	int fd = -1;
	bool have;

	buf_printf(&path, "%s/%s", c->dir, name);
	have = row &&
	       !disk_open(c->s->disk, buf_str(&path), DISK_READ, &fd, NULL) &&
	       !disk_size(c->s->disk, fd, &size, NULL) && size == row->size;
	disk_close(c->s->disk, fd);
	if (have) {
		listing_keep(&c->new, row);
		c->count->files++;
	}
	buf_release(&path);
	return have;
}

static enum rc
copy_segment(struct copying *c, uint32_t number)
{
	bool last = number == c->tail.segment;
	struct buf bytes = { 0 };
	char name[64];
	enum rc rc;

	segment_name(number, name);
	if (!last && have_segment(c, name))
		return RC_OK;
	rc = segment_load(c->s, number, &bytes, c->f);
	if (last) {
		snprintf(name, sizeof(name), "segments/%010u-%llu.seg", number,
		    (unsigned long long)c->tail.head.seq);
		if (bytes.len > c->tail.offset)
			bytes.len = c->tail.offset;
	}
	if (!rc)
		rc = put_file(c, name, buf_window(&bytes));
	buf_release(&bytes);
	return rc;
}

/* Is ${dir} a backup of this store, empty, or not there? */
static enum rc
look_at_target(struct copying *c)
{
	struct buf path = { 0 };
	enum rc rc;

	buf_printf(&path, "%s/backup", c->dir);
	if (!disk_has(buf_str(&path))) {
		rc = place_is_free(c->dir, c->f);
		if (!rc && !disk_has(c->dir))
			rc = disk_mkdir(c->s->disk, c->dir, c->f);
	} else {
		rc = listing_read(c->s->disk, c->dir, &c->old, c->f);
		if (!rc && memcmp(c->old.id, c->s->station.id, 16))
			rc = fault_set(c->f, RC_INVALID,
			    "%s holds a backup of another store; give another "
			    "folder",
			    c->dir);
		if (!rc && c->old.incarnation > c->s->station.incarnation)
			rc = fault_set(c->f, RC_INVALID,
			    "%s holds a backup of a later life of this store; "
			    "give another folder",
			    c->dir);
	}
	buf_release(&path);
	return rc;
}

static enum rc
write_list(struct copying *c)
{
	enum rc rc = RC_OK;

	memcpy(c->new.id, c->s->station.id, 16);
	c->new.incarnation = c->s->station.incarnation;
	c->new.entries = c->count->entries = c->tail.head.seq;
	rc = listing_write(c->s->disk, c->dir, &c->new, c->f);
	if (!rc)
		listing_prune(&c->new, c->dir);
	return rc;
}

enum rc
backup_write(struct store *s, const char *dir, struct backup_count *count,
    struct fault *f)
{
	struct copying c = { .s = s, .dir = dir, .count = count, .f = f };
	enum rc rc;

	memset(count, 0, sizeof(*count));
	rc = look_at_target(&c);
	if (!rc)
		rc = make_folder(&c, "segments");
	if (!rc)
		rc = copy_small(&c);
	for (uint32_t n = 1; !rc && n <= c.tail.segment; n++)
		rc = copy_segment(&c, n);
	if (!rc)
		rc = write_list(&c);
	listing_release(&c.old);
	listing_release(&c.new);
	return rc;
}

/* Where a listed file goes in a store: keys-SEQ/X to keys/X and so on. */
static void
home_of(const char *name, char out[300])
{
	unsigned number;
	const char *rest;

	if (str_starts(name, "keys-") && (rest = strchr(name, '/')))
		snprintf(out, 300, "keys%s", rest);
	else if (sscanf(name, "segments/%10u", &number) == 1)
		segment_name(number, out);
	else
		snprintf(out, 300, "%.290s", name);
}

static enum rc
restore_file(const struct disk *disk, const char *from, const char *dir,
    const struct listing_row *row, struct backup_count *count, struct fault *f)
{
	struct buf path = { 0 }, bytes = { 0 };
	char home[300];
	enum rc rc;

	buf_printf(&path, "%s/%s", from, row->name);
	rc = disk_read_whole(disk, buf_str(&path), (size_t)1 << 30, &bytes, f);
	if (rc == RC_MISSING ||
	    (!rc && !listing_holds(row, buf_window(&bytes))))
		rc = fault_set(f, RC_CORRUPT,
		    "%s is %s; nothing was restored, use another backup",
		    buf_str(&path), rc ? "missing" : "not what was backed up");
	home_of(row->name, home);
	buf_clear(&path);
	buf_printf(&path, "%s/%s", dir, home);
	if (!rc)
		rc = disk_write_whole(disk, buf_str(&path), buf_window(&bytes),
		    f);
	count->files++;
	count->copied++;
	count->bytes += bytes.len;
	buf_wipe(&bytes);
	buf_release(&path);
	return rc;
}

static enum rc
new_incarnation(const struct disk *disk, const char *dir, struct fault *f)
{
	struct station st;
	enum rc rc = station_read(disk, dir, &st, f);

	if (rc)
		return rc;
	st.incarnation++;
	return station_write(disk, dir, &st, f);
}

/* The chain from the first entry to the one the list names. */
static enum rc
walk_chain(const char *dir, const struct store_options *options,
    uint64_t entries, struct fault *f)
{
	const struct verify_plan plan = { 0 };
	struct verify_count n;
	struct store *s;
	enum rc rc = store_open(dir, options, &s, f);

	if (rc)
		return rc;
	rc = verify_store(s, &plan, &n, f);
	if (!rc && n.entries != entries)
		rc = fault_set(f, RC_CORRUPT,
		    "the backup holds %llu journal entries and its list says "
		    "%llu; nothing was restored",
		    (unsigned long long)n.entries, (unsigned long long)entries);
	store_close(s);
	return rc;
}

static enum rc
restore_into(const struct disk *disk, const char *from, const char *dir,
    const struct listing *list, const struct store_options *options,
    struct backup_count *count, struct fault *f)
{
	const struct listing_row *row;
	enum rc rc = place_make_folders(disk, dir, f);

	VEC_EACH (&list->rows.all, row)
		if (!rc)
			rc = restore_file(disk, from, dir, row, count, f);
	if (!rc)
		rc = new_incarnation(disk, dir, f);
	if (!rc)
		rc = place_open_once(dir, options, f);
	return rc ? rc : walk_chain(dir, options, list->entries, f);
}

enum rc
backup_restore(const char *from, const char *dir,
    const struct store_options *options, struct backup_count *count,
    struct fault *f)
{
	const struct disk *disk =
	    options && options->disk ? options->disk : disk_real();
	char beside[PLACE_MAX];
	struct listing list;
	enum rc rc;

	memset(count, 0, sizeof(*count));
	seal_start();
	rc = place_is_free(dir, f);
	if (!rc)
		rc = place_beside(disk, dir, beside, f);
	if (!rc)
		rc = listing_read(disk, from, &list, f);
	if (rc)
		return rc;
	count->entries = list.entries;
	rc = restore_into(disk, from, beside, &list, options, count, f);
	rc = place_settle(disk, beside, dir, rc, f);
	listing_release(&list);
	return rc;
}
