/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_STORE_PLACE_H
#define HANDRAIL_STORE_PLACE_H

#include "base/rc.h"

/*
 * Making a folder whole beside where it is to be, and putting it there in one
 * step: how stores are born and restored.
 */

#define PLACE_MAX 4096

struct disk;
struct store_options;

/**
 * place_is_free(dir, f):
 * RC_SYSTEM, saying why, unless ${dir} is absent or empty.
 */
NODISCARD enum rc place_is_free(const char *dir, struct fault *f);

/**
 * place_beside(disk, dir, beside, f):
 * Make the folders above ${dir}, and a name in the same folder to work under.
 */
NODISCARD enum rc place_beside(const struct disk *disk, const char *dir,
    char beside[PLACE_MAX], struct fault *f);

/**
 * place_make_folders(disk, dir, f):
 * ${dir} and the folders of a store in it.
 */
NODISCARD enum rc
place_make_folders(const struct disk *disk, const char *dir, struct fault *f);

/**
 * place_open_once(dir, options, f):
 * Open the store there, which builds its tables, close it, and sync its
 * folders.
 */
NODISCARD enum rc place_open_once(const char *dir,
    const struct store_options *options, struct fault *f);

/**
 * place_settle(disk, beside, dir, rc, f):
 * If ${rc} is RC_OK, rename ${beside} to ${dir} for good. If it is not, or that
 * fails, take ${beside} away. Returns what came of it.
 */
NODISCARD enum rc place_settle(const struct disk *disk, const char *beside,
    const char *dir, enum rc rc, struct fault *f);

#endif /* HANDRAIL_STORE_PLACE_H */
