/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_STORE_BACKUP_H
#define HANDRAIL_STORE_BACKUP_H

#include <stdint.h>

#include "base/rc.h"
#include "store/store.h"

/*
 * A backup is a folder with the segments up to one entry, the key store and a
 * list of both with their hashes. LMDB is not in it: it is built anew. It is
 * taken while people work, and taken again into the same folder it copies only
 * what is new.
 */

struct backup_count {
	uint64_t entries; /* up to which the backup goes */
	uint64_t files, copied, bytes;
};

/**
 * backup_write(s, dir, count, f):
 * Bring the backup in ${dir} up to the last entry, making it if need be. A
 * backup of another store in ${dir} is RC_INVALID and is left as it is.
 */
NODISCARD enum rc backup_write(struct store *s, const char *dir,
    struct backup_count *count, struct fault *f);

/**
 * backup_restore(from, dir, options, count, f):
 * Make a store in ${dir}, which is absent or empty, from the backup in ${from}:
 * every file is checked against the list, the chain is walked, and the store
 * starts a new incarnation.
 */
NODISCARD enum rc backup_restore(const char *from, const char *dir,
    const struct store_options *options, struct backup_count *count,
    struct fault *f);

#endif /* HANDRAIL_STORE_BACKUP_H */
