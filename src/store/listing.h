/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_STORE_LISTING_H
#define HANDRAIL_STORE_LISTING_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/rc.h"
#include "base/vec.h"

/*
 * The list of a backup: lines of text, the first "handrail backup 1".
 */

struct disk;

struct listing_row {
	char name[96];
	uint64_t size;
	uint8_t hash[32];
};

struct listing {
	uint8_t id[16];
	uint16_t incarnation;
	uint64_t entries;
	struct {
		VEC(struct listing_row) all;
	} rows;
};

/**
 * listing_read(disk, dir, l, f), listing_write(disk, dir, l, f):
 * The file ${dir}/backup. RC_MISSING when there is none, RC_CORRUPT when it is
 * damaged, RC_NEWER when a newer handrail wrote it.
 */
NODISCARD enum rc listing_read(const struct disk *disk, const char *dir,
    struct listing *l, struct fault *f);
NODISCARD enum rc listing_write(const struct disk *disk, const char *dir,
    const struct listing *l, struct fault *f);

/**
 * listing_add(l, name, bytes), listing_keep(l, row):
 * Add a file that holds ${bytes}; one that another list has.
 */
void listing_add(struct listing *l, const char *name, struct span bytes);
void listing_keep(struct listing *l, const struct listing_row *row);

/**
 * listing_find(l, name), listing_holds(row, bytes):
 * A row, or NULL; are these its bytes?
 */
const struct listing_row *
listing_find(const struct listing *l, const char *name);
bool listing_holds(const struct listing_row *row, struct span bytes);

/**
 * listing_prune(l, dir):
 * Remove from the backup in ${dir} what the list does not name.
 */
void listing_prune(const struct listing *l, const char *dir);

void listing_release(struct listing *l);

#endif /* HANDRAIL_STORE_LISTING_H */
