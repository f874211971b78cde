/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/disk.h"
#include "base/str.h"
#include "store/listing.h"
#include "store/seal.h"

enum { FILE_MAX = 16 << 20 };

static void
put_hex(struct buf *b, const uint8_t *at, size_t n)
{
	for (size_t i = 0; i < n; i++)
		buf_printf(b, "%02x", at[i]);
}

static bool
get_hex(const char *text, uint8_t *out, size_t n)
{
	unsigned byte;

	if (strlen(text) != 2 * n)
		return false;
	for (size_t i = 0; i < n; i++) {
		if (sscanf(text + 2 * i, "%2x", &byte) != 1)
			return false;
		out[i] = (uint8_t)byte;
	}
	return true;
}

void
listing_add(struct listing *l, const char *name, struct span bytes)
{
	struct listing_row *row = VEC_ADD(&l->rows.all);

	(void)str_set(row->name, sizeof(row->name), name);
	row->size = bytes.len;
	seal_hash(bytes, (struct span){ 0 }, row->hash);
}

void
listing_keep(struct listing *l, const struct listing_row *row)
{
	*VEC_ADD(&l->rows.all) = *row;
}

const struct listing_row *
listing_find(const struct listing *l, const char *name)
{
	const struct listing_row *row;

	VEC_EACH (&l->rows.all, row)
		if (!strcmp(row->name, name))
			return row;
	return NULL;
}

bool
listing_holds(const struct listing_row *row, struct span bytes)
{
	uint8_t hash[SEAL_HASH_LEN];

	seal_hash(bytes, (struct span){ 0 }, hash);
	return bytes.len == row->size && !memcmp(hash, row->hash, sizeof(hash));
}

/* A name may not lead out of the backup. */
static bool
name_is_inside(const char *name)
{
	return name[0] != '/' && !strstr(name, "..");
}

static bool
get_line(const char *line, struct listing *l)
{
	char word[16] = "", hash[80] = "";
	struct listing_row row = { 0 };
	unsigned long long n;
	unsigned v;

	if (sscanf(line, "store %79s", hash) == 1)
		return get_hex(hash, l->id, sizeof(l->id));
	if (sscanf(line, "incarnation %u", &v) == 1) {
		l->incarnation = (uint16_t)v;
		return v && v <= UINT16_MAX;
	}
	if (sscanf(line, "entries %llu", &n) == 1) {
		l->entries = n;
		return true;
	}
	if (sscanf(line, "%15s %79s %llu %95s", word, hash, &n, row.name) !=
		4 ||
	    strcmp(word, "file"))
		return false;
	row.size = n;
	if (!get_hex(hash, row.hash, sizeof(row.hash)) ||
	    !name_is_inside(row.name))
		return false;
	listing_keep(l, &row);
	return true;
}

static enum rc
get_lines(const char *text, struct listing *l, const char *path,
    struct fault *f)
{
	struct span line;
	unsigned format = 0, number = 0;

	while (str_part(&text, '\n', &line)) {
		char copy[320] = "";

		number++;
		if (line.len >= sizeof(copy))
			return fault_set(f, RC_CORRUPT, "%s:%u: is damaged",
			    path, number);
		memcpy(copy, line.at, line.len);
		if (number == 1) {
			if (sscanf(copy, "handrail backup %u", &format) != 1)
				return fault_set(f, RC_CORRUPT,
				    "%s is not the list of a backup", path);
			if (format != 1)
				return fault_set(f, RC_NEWER,
				    "%s was written by a newer handrail; use "
				    "that one",
				    path);
		} else if (line.len && !get_line(copy, l))
			return fault_set(f, RC_CORRUPT, "%s:%u: is damaged",
			    path, number);
	}
	return RC_OK;
}

enum rc
listing_read(const struct disk *disk, const char *dir, struct listing *l,
    struct fault *f)
{
	struct buf path = { 0 }, text = { 0 };
	enum rc rc;

	memset(l, 0, sizeof(*l));
	buf_printf(&path, "%s/backup", dir);
	rc = disk_read_whole(disk, buf_str(&path), FILE_MAX, &text, f);
	if (rc == RC_MISSING)
		rc = fault_set(f, RC_MISSING, "there is no backup in %s", dir);
	if (!rc)
		rc = get_lines(buf_str(&text), l, buf_str(&path), f);
	if (rc)
		listing_release(l);
	buf_release(&path);
	buf_release(&text);
	return rc;
}

enum rc
listing_write(const struct disk *disk, const char *dir, const struct listing *l,
    struct fault *f)
{
	struct buf path = { 0 }, text = { 0 };
	const struct listing_row *row;
	enum rc rc;

	buf_puts(&text, "handrail backup 1\nstore ");
	put_hex(&text, l->id, sizeof(l->id));
	buf_printf(&text, "\nincarnation %u\nentries %llu\n", l->incarnation,
	    (unsigned long long)l->entries);
	VEC_EACH (&l->rows.all, row) {
		buf_puts(&text, "file ");
		put_hex(&text, row->hash, sizeof(row->hash));
		buf_printf(&text, " %llu %s\n", (unsigned long long)row->size,
		    row->name);
	}
	buf_printf(&path, "%s/backup", dir);
	rc = disk_write_whole(disk, buf_str(&path), buf_window(&text), f);
	buf_release(&path);
	buf_release(&text);
	return rc;
}

struct prune {
	const struct listing *l;
	const char *dir, *sub;
};

static enum rc
prune_name(const char *name, void *arg)
{
	struct prune *p = arg, inner = { p->l, p->dir, NULL };
	struct buf path = { 0 };
	char full[300];
	enum rc rc;

	snprintf(full, sizeof(full), "%s%s%.250s", p->sub, *p->sub ? "/" : "",
	    name);
	buf_printf(&path, "%s/%s", p->dir, full);
	if (!*p->sub && strcmp(name, "segments") && !str_starts(name, "keys-"))
		; /* not of our making: leave it alone */
	else if (disk_is_folder(buf_str(&path))) {
		inner.sub = full;
		rc = disk_list(buf_str(&path), prune_name, &inner, NULL);
		(void)rc;
		(void)rmdir(buf_str(&path)); /* if it is empty now */
	} else if (*p->sub && !listing_find(p->l, full))
		(void)unlink(buf_str(&path));
	buf_release(&path);
	return RC_OK;
}

void
listing_prune(const struct listing *l, const char *dir)
{
	struct prune p = { l, dir, "" };
	enum rc rc = disk_list(dir, prune_name, &p, NULL);

	(void)rc; /* what is left over does no harm */
}

void
listing_release(struct listing *l)
{
	VEC_RELEASE(&l->rows.all);
}
