/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_STORE_SLOT_H
#define HANDRAIL_STORE_SLOT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/rc.h"

/*
 * The files keys/area-N.keys: one slot of 80 bytes for each person key of an
 * area, made 1,024 at a time ahead of need, so that a new person costs no sync.
 * A key is wrapped by the area key of its epoch and bound to its place. The key
 * of a forgotten person is overwritten where it stands.
 */

#define SLOT_LEN 80
#define SLOT_HEAD 64
#define SLOT_BATCH 1024

struct disk;

/* What is in a slot. Numbers are for ever. */
enum slot_state {
	SLOT_NONE = 0,
	SLOT_LIVE = 1,
	SLOT_DESTROYED = 2,
	SLOT_RESTRICTED = 3 /* given to named users, in the ring */
};

struct slot {
	enum slot_state state;
	uint16_t epoch;
	uint8_t wrapped[24 + 32 + 16];
};

/**
 * slot_open(disk, dir, area, fd, f):
 * Open an area's file, making it if need be.
 */
NODISCARD enum rc slot_open(const struct disk *disk, const char *dir,
    uint16_t area, int *fd, struct fault *f);

/**
 * slot_read(disk, fd, number, slot, f), slot_write(disk, fd, number, slot, f):
 * One slot, from 1; reading beyond the end finds SLOT_NONE. Writing does not
 * sync.
 */
NODISCARD enum rc slot_read(const struct disk *disk, int fd, uint32_t number,
    struct slot *slot, struct fault *f);
NODISCARD enum rc slot_write(const struct disk *disk, int fd, uint32_t number,
    const struct slot *slot, struct fault *f);

/**
 * slot_show(slot, out):
 * The bytes of one.
 */
void slot_show(const struct slot *slot, uint8_t out[SLOT_LEN]);

/**
 * slot_room(disk, fd, n, f):
 * How many slots the file has.
 */
NODISCARD enum rc
slot_room(const struct disk *disk, int fd, uint32_t *n, struct fault *f);

/**
 * slot_extend(disk, fd, area, epoch, wrap, from, f):
 * Make SLOT_BATCH slots with fresh keys, the first numbered ${from}, and sync.
 */
NODISCARD enum rc slot_extend(const struct disk *disk, int fd, uint16_t area,
    uint16_t epoch, const uint8_t wrap[32], uint32_t from, struct fault *f);

/**
 * slot_wrap(slot, area, number, epoch, wrap, key),
 * slot_unwrap(slot, area, number, wrap, key):
 * Put a person key into a slot; take it out: false when it does not open.
 */
void slot_wrap(struct slot *slot, uint16_t area, uint32_t number,
    uint16_t epoch, const uint8_t wrap[32], const uint8_t key[32]);
bool slot_unwrap(const struct slot *slot, uint16_t area, uint32_t number,
    const uint8_t wrap[32], uint8_t key[32]);

#endif /* HANDRAIL_STORE_SLOT_H */
