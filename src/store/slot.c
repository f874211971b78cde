/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdlib.h>
#include <string.h>

#include "base/disk.h"
#include "base/mem.h"
#include "store/seal.h"
#include "store/slot.h"

/*
 * A file begins with "hrKeys1\n", the number of its area and zeros up to
 * byte 64. A slot is: state 1, zero 1, epoch 2, nonce 24, the wrapped key 48,
 * zeros 4.
 */

static const char magic[] = "hrKeys1\n";

enum rc
slot_open(const struct disk *disk, const char *dir, uint16_t area, int *fd,
    struct fault *f)
{
	uint8_t head[SLOT_HEAD] = { 0 }, there[SLOT_HEAD];
	struct buf path = { 0 };
	size_t got = 0;
	enum rc rc;

	memcpy(head, magic, 8);
	head[8] = (uint8_t)(area >> 8);
	head[9] = (uint8_t)area;
	buf_printf(&path, "%s/keys/area-%u.keys", dir, area);
	rc = disk_open(disk, buf_str(&path), DISK_WRITE | DISK_MAKE | DISK_KEEP,
	    fd, f);
	if (!rc)
		rc = disk_read(disk, *fd, 0, there, sizeof(there), &got, f);
	if (!rc && !got)
		rc = disk_write(disk, *fd, 0, head, sizeof(head), f);
	else if (!rc && (got < SLOT_HEAD || memcmp(head, there, SLOT_HEAD)))
		rc = fault_set(f, RC_CORRUPT,
		    "%s is damaged; put it back from a backup", buf_str(&path));
	if (rc) {
		disk_close(disk, *fd);
		*fd = -1;
	}
	buf_release(&path);
	return rc;
}

static uint64_t
place(uint32_t number)
{
	return SLOT_HEAD + (uint64_t)(number - 1) * SLOT_LEN;
}

void
slot_show(const struct slot *slot, uint8_t out[SLOT_LEN])
{
	memset(out, 0, SLOT_LEN);
	out[0] = (uint8_t)slot->state;
	out[2] = (uint8_t)(slot->epoch >> 8);
	out[3] = (uint8_t)slot->epoch;
	memcpy(out + 4, slot->wrapped, sizeof(slot->wrapped));
}

enum rc
slot_read(const struct disk *disk, int fd, uint32_t number, struct slot *slot,
    struct fault *f)
{
	uint8_t bytes[SLOT_LEN] = { 0 };
	size_t got;
	enum rc rc =
	    disk_read(disk, fd, place(number), bytes, sizeof(bytes), &got, f);

	slot->state = got == SLOT_LEN ? bytes[0] : SLOT_NONE;
	slot->epoch = (uint16_t)(bytes[2] << 8 | bytes[3]);
	memcpy(slot->wrapped, bytes + 4, sizeof(slot->wrapped));
	return rc;
}

enum rc
slot_write(const struct disk *disk, int fd, uint32_t number,
    const struct slot *slot, struct fault *f)
{
	uint8_t bytes[SLOT_LEN];

	slot_show(slot, bytes);
	return disk_write(disk, fd, place(number), bytes, sizeof(bytes), f);
}

enum rc
slot_room(const struct disk *disk, int fd, uint32_t *n, struct fault *f)
{
	uint64_t size = 0;
	enum rc rc = disk_size(disk, fd, &size, f);

	*n = size < SLOT_HEAD ? 0 : (uint32_t)((size - SLOT_HEAD) / SLOT_LEN);
	return rc;
}

static struct span
bound_to(uint16_t area, uint32_t number, uint16_t epoch, uint8_t out[12])
{
	memcpy(out, "slot", 4);
	for (int i = 0; i < 4; i++)
		out[4 + i] = (uint8_t)(number >> (8 * (3 - i)));
	out[8] = (uint8_t)(area >> 8);
	out[9] = (uint8_t)area;
	out[10] = (uint8_t)(epoch >> 8);
	out[11] = (uint8_t)epoch;
	return span_of(out, 12);
}

void
slot_wrap(struct slot *slot, uint16_t area, uint32_t number, uint16_t epoch,
    const uint8_t wrap[32], const uint8_t key[32])
{
	uint8_t aad[12];

	slot->state = SLOT_LIVE;
	slot->epoch = epoch;
	seal_nonce(slot->wrapped);
	seal_make(wrap, slot->wrapped, bound_to(area, number, epoch, aad),
	    span_of(key, 32), slot->wrapped + SEAL_NONCE_LEN);
}

bool
slot_unwrap(const struct slot *slot, uint16_t area, uint32_t number,
    const uint8_t wrap[32], uint8_t key[32])
{
	uint8_t aad[12];

	return slot->state == SLOT_LIVE &&
	       seal_open(wrap, slot->wrapped,
		   bound_to(area, number, slot->epoch, aad),
		   span_of(slot->wrapped + SEAL_NONCE_LEN, 32 + SEAL_TAG_LEN),
		   key);
}

enum rc
slot_extend(const struct disk *disk, int fd, uint16_t area, uint16_t epoch,
    const uint8_t wrap[32], uint32_t from, struct fault *f)
{
	uint8_t *bytes = mem_get(SLOT_BATCH * SLOT_LEN), key[32];
	struct slot slot;
	enum rc rc;

	for (uint32_t i = 0; i < SLOT_BATCH; i++) {
		seal_random(key, sizeof(key));
		slot_wrap(&slot, area, from + i, epoch, wrap, key);
		slot_show(&slot, bytes + (size_t)i * SLOT_LEN);
	}
	seal_wipe(key, sizeof(key));
	rc = disk_write(disk, fd, place(from), bytes, SLOT_BATCH * SLOT_LEN, f);
	if (!rc)
		rc = disk_sync(disk, fd, f);
	free(bytes);
	return rc;
}
