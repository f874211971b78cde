/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "store/inside.h"
#include "store/seal.h"
#include "store/segment.h"

/*
 * Header and footer, byte by byte; numbers high byte first.
 *
 *	0	8	"HANDRAIL"		0	4	"hrJF"
 *	8	2	format, 1		4	4	number
 *	10	2	station			8	8	first entry
 *	12	2	incarnation		16	8	last entry
 *	14	2	zeros			24	32	root of the tree
 *	16	4	number			56	32	hash of the last
 *	20	4	zeros			88	8	time
 *	24	8	first entry		96	32	zeros
 *	32	8	time			128	64	signature
 *	40	16	store
 *	56	32	hash before
 *	88	24	zeros
 *	112	16	BLAKE2b-256 of the 112 bytes before, its first half
 */

enum { CHECK_AT = 112, AHEAD = 1 << 20, LOAD_MAX = 64 << 20 };

static const char head_magic[] = "HANDRAIL";
static const char foot_magic[] = "hrJF";

void
segment_name(uint32_t number, char name[32])
{
	snprintf(name, 32, "segments/%010u.seg", number);
}

static void
put(uint8_t *at, uint64_t v, unsigned n)
{
	for (unsigned i = 0; i < n; i++)
		at[i] = (uint8_t)(v >> (8 * (n - 1 - i)));
}

void
segment_head_write(const struct segment_head *h,
    uint8_t out[SEGMENT_HEADER_LEN])
{
	uint8_t check[SEAL_HASH_LEN];

	memset(out, 0, SEGMENT_HEADER_LEN);
	memcpy(out, head_magic, 8);
	put(out + 8, SEGMENT_FORMAT, 2);
	put(out + 10, h->station, 2);
	put(out + 12, h->incarnation, 2);
	put(out + 16, h->number, 4);
	put(out + 24, h->first, 8);
	put(out + 32, (uint64_t)h->at, 8);
	memcpy(out + 40, h->id, 16);
	memcpy(out + 56, h->prev, 32);
	seal_hash(span_of(out, CHECK_AT), (struct span){ 0 }, check);
	memcpy(out + CHECK_AT, check, 16);
}

enum rc
segment_head_read(struct span bytes, struct segment_head *h, struct fault *f)
{
	struct reader r = reader_of(bytes);
	uint8_t check[SEAL_HASH_LEN];
	uint16_t format;

	if (bytes.len < SEGMENT_HEADER_LEN || memcmp(bytes.at, head_magic, 8))
		return fault_set(f, RC_CORRUPT, "it is not a journal segment");
	(void)reader_bytes(&r, 8);
	format = reader_u16(&r);
	if (format > SEGMENT_FORMAT)
		return fault_set(f, RC_NEWER,
		    "a journal segment of format %u was written by a newer "
		    "handrail; use that one",
		    format);
	seal_hash(span_of(bytes.at, CHECK_AT), (struct span){ 0 }, check);
	if (memcmp((const uint8_t *)bytes.at + CHECK_AT, check, 16))
		return fault_set(f, RC_CORRUPT, "its header is damaged");
	h->station = reader_u16(&r);
	h->incarnation = reader_u16(&r);
	(void)reader_u16(&r);
	h->number = reader_u32(&r);
	(void)reader_u32(&r);
	h->first = reader_u64(&r);
	h->at = (int64_t)reader_u64(&r);
	memcpy(h->id, reader_bytes(&r, 16).at, 16);
	memcpy(h->prev, reader_bytes(&r, 32).at, 32);
	return RC_OK;
}

bool
segment_foot_is(struct span bytes)
{
	return bytes.len >= 4 && !memcmp(bytes.at, foot_magic, 4);
}

bool
segment_foot_read(struct span bytes, struct segment_foot *h)
{
	struct reader r = reader_of(bytes);

	if (bytes.len < SEGMENT_FOOTER_LEN || !segment_foot_is(bytes))
		return false;
	(void)reader_bytes(&r, 4);
	h->number = reader_u32(&r);
	h->first = reader_u64(&r);
	h->last = reader_u64(&r);
	memcpy(h->root, reader_bytes(&r, 32).at, 32);
	memcpy(h->hash, reader_bytes(&r, 32).at, 32);
	h->at = (int64_t)reader_u64(&r);
	(void)reader_bytes(&r, 32);
	memcpy(h->sign, reader_bytes(&r, 64).at, 64);
	return true;
}

void
segment_foot_write(const struct segment_foot *h,
    uint8_t out[SEGMENT_FOOTER_LEN])
{
	memset(out, 0, SEGMENT_FOOTER_LEN);
	memcpy(out, foot_magic, 4);
	put(out + 4, h->number, 4);
	put(out + 8, h->first, 8);
	put(out + 16, h->last, 8);
	memcpy(out + 24, h->root, 32);
	memcpy(out + 56, h->hash, 32);
	put(out + 88, (uint64_t)h->at, 8);
	memcpy(out + 128, h->sign, 64);
}

void
segment_foot_hash(const struct segment_foot *h, uint8_t out[32])
{
	uint8_t bytes[SEGMENT_FOOTER_LEN];

	segment_foot_write(h, bytes);
	seal_hash(span_of(bytes, 128), (struct span){ 0 }, out);
}

void
segment_drop(struct store *s)
{
	disk_close(s->disk, s->segment_fd);
	s->segment_fd = -1;
	s->segment = 0;
	s->segment_len = 0;
}

enum rc
segment_use(struct store *s, uint32_t number, struct fault *f)
{
	struct buf path = { 0 };
	char name[32];
	enum rc rc;

	if (s->segment == number && s->segment_fd >= 0)
		return disk_size(s->disk, s->segment_fd, &s->segment_len, f);
	segment_drop(s);
	segment_name(number, name);
	rc = disk_open(s->disk, store_path(s, &path, "%s", name), DISK_WRITE,
	    &s->segment_fd, f);
	if (!rc)
		rc = disk_size(s->disk, s->segment_fd, &s->segment_len, f);
	if (!rc)
		s->segment = number;
	else
		segment_drop(s);
	buf_release(&path);
	return rc;
}

/* Zeros from the end of the open segment to ${end}. */
static enum rc
write_ahead(struct store *s, uint64_t end, struct fault *f)
{
	static const uint8_t zeros[1 << 16];
	enum rc rc = RC_OK;

	while (!rc && s->segment_len < end) {
		uint64_t n = end - s->segment_len;

		if (n > sizeof(zeros))
			n = sizeof(zeros);
		rc = disk_write(s->disk, s->segment_fd, s->segment_len, zeros,
		    n, f);
		if (!rc)
			s->segment_len += n;
	}
	return rc;
}

static uint64_t
end_ahead(const struct store *s, uint64_t end)
{
	uint64_t ahead = (end + AHEAD) / AHEAD * AHEAD;

	if (ahead > s->segment_size)
		ahead = s->segment_size;
	return ahead > end ? ahead : end;
}

enum rc
segment_make(struct store *s, const struct segment_head *h, struct fault *f)
{
	struct buf temp = { 0 }, path = { 0 };
	uint8_t head[SEGMENT_HEADER_LEN];
	char name[32];
	enum rc rc;

	segment_drop(s);
	segment_name(h->number, name);
	segment_head_write(h, head);
	(void)store_path(s, &temp, "segments/new");
	rc = disk_open(s->disk, buf_str(&temp),
	    DISK_WRITE | DISK_MAKE | DISK_KEEP, &s->segment_fd, f);
	if (!rc)
		rc = disk_truncate(s->disk, s->segment_fd, 0, f);
	if (!rc)
		rc = disk_write(s->disk, s->segment_fd, 0, head, sizeof(head),
		    f);
	s->segment_len = sizeof(head);
	if (!rc)
		rc = write_ahead(s, end_ahead(s, sizeof(head)), f);
	if (!rc)
		rc = disk_sync(s->disk, s->segment_fd, f);
	if (!rc)
		rc = disk_rename(s->disk, buf_str(&temp),
		    store_path(s, &path, "%s", name), f);
	if (!rc)
		rc = disk_sync_folder(s->disk, store_path(s, &path, "segments"),
		    f);
	s->segment = h->number;
	if (rc)
		segment_drop(s);
	buf_release(&temp);
	buf_release(&path);
	return rc;
}

void
segment_unmake(struct store *s, uint32_t number)
{
	struct buf path = { 0 };
	char name[32];
	enum rc rc;

	segment_drop(s);
	segment_name(number, name);
	rc = disk_unlink(s->disk, store_path(s, &path, "%s", name), NULL);
	if (!rc)
		rc = disk_sync_folder(s->disk, store_path(s, &path, "segments"),
		    NULL);
	(void)rc; /* one left behind is known by its first entry */
	buf_release(&path);
}

enum rc
segment_write(struct store *s, uint64_t offset, struct span bytes,
    struct fault *f)
{
	uint64_t end = offset + bytes.len;
	enum rc rc = RC_OK;

	if (end > s->segment_len)
		rc = write_ahead(s, end_ahead(s, end), f);
	if (!rc)
		rc = disk_write(s->disk, s->segment_fd, offset, bytes.at,
		    bytes.len, f);
	if (rc)
		return rc;
	rc = disk_sync(s->disk, s->segment_fd, f);
	if (rc)
		s->suspect = true;
	return rc;
}

enum rc
segment_zero(struct store *s, uint64_t offset, uint64_t n, struct fault *f)
{
	uint8_t *zeros = mem_get(n);
	enum rc rc;

	rc = disk_write(s->disk, s->segment_fd, offset, zeros, n, f);
	if (!rc)
		rc = disk_sync(s->disk, s->segment_fd, f);
	free(zeros);
	return rc;
}

enum rc
segment_load(const struct store *s, uint32_t number, struct buf *bytes,
    struct fault *f)
{
	struct buf path = { 0 };
	char name[32];
	enum rc rc;

	buf_clear(bytes);
	segment_name(number, name);
	rc = disk_read_whole(s->disk, store_path(s, &path, "%s", name),
	    LOAD_MAX, bytes, f);
	buf_release(&path);
	return rc;
}
