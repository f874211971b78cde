/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_STORE_CHECK_H
#define HANDRAIL_STORE_CHECK_H

#include <stdint.h>

#include "base/rc.h"

/*
 * Is data.mdb built as LMDB builds it? LMDB trusts every number in the file and
 * crashes or goes round in circles on a damaged one, so the file is looked at
 * with plain reads before it is ever mapped: both meta pages, every page of
 * every tree (number, kind, level, bounds of each node, order of keys, runs of
 * overflow pages, counts), the list of free pages, and that each page is used
 * once. Values are not looked at: seals are for that.
 */

struct disk;

struct check_count {
	uint64_t pages, used, free_pages, entries;
};

/**
 * check_file(disk, path, count, f):
 * RC_OK when it is; RC_CORRUPT, with what is wrong, when it is not; RC_MISSING
 * when there is no such file. The file must not change meanwhile.
 */
NODISCARD enum rc check_file(const struct disk *disk, const char *path,
    struct check_count *count, struct fault *f);

#endif /* HANDRAIL_STORE_CHECK_H */
