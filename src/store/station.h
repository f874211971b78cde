/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_STORE_STATION_H
#define HANDRAIL_STORE_STATION_H

#include <stdint.h>

#include "base/buf.h"
#include "base/rc.h"

/*
 * The files "format" and "station" of a store: a few lines of text, all public.
 * The chain begins with a hash of what the second says, so that nobody can put
 * another first user, recovery key or station under an old journal.
 */

struct disk;
struct station;

#define STATION_FORMAT "handrail store 1\n"

/**
 * station_read(disk, dir, st, f):
 * Read both files in ${dir}. RC_MISSING when there is no store, RC_NEWER when a
 * newer handrail made it.
 */
NODISCARD enum rc station_read(const struct disk *disk, const char *dir,
    struct station *st, struct fault *f);

/**
 * station_write(disk, dir, st, f):
 * Write both.
 */
NODISCARD enum rc station_write(const struct disk *disk, const char *dir,
    const struct station *st, struct fault *f);

/**
 * station_genesis(st, hash):
 * What stands before entry 1. The incarnation is not in it.
 */
void station_genesis(const struct station *st, uint8_t hash[32]);

#endif /* HANDRAIL_STORE_STATION_H */
