/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_SERVICES_H
#define HANDRAIL_HUB_SERVICES_H

#include "base/rc.h"

/*
 * Directories of services that ship or that a hub writes: data/services. They
 * are taken in by the act that keeps the directory, so that a hub which put
 * something right says so by taking them in no more.
 */

struct hub;
struct slip;

/* What came of taking in a directory; the parts add up to read. */
struct services_count {
	unsigned read, new, changed, same, refused;
};

/**
 * services_load(hub, dir, n, f):
 * Take in every *.cfg of ${dir}: agencies, then services. Entries that stand
 * already are left as they are, whatever somebody made of them. RC_INVALID with
 * file and line; what came before it is in.
 */
NODISCARD enum rc services_load(struct hub *hub, const char *dir,
    struct services_count *n, struct fault *f);

/**
 * services_load_file(hub, path, n, f):
 * The same for one file.
 */
NODISCARD enum rc services_load_file(struct hub *hub, const char *path,
    struct services_count *n, struct fault *f);

/**
 * services_keep(hub, slip, n, f):
 * One entry, by keep_directory, counted.
 */
NODISCARD enum rc services_keep(struct hub *hub, const struct slip *slip,
    struct services_count *n, struct fault *f);

#endif /* HANDRAIL_HUB_SERVICES_H */
