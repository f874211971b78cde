/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_MODEL_SITE_H
#define HANDRAIL_MODEL_SITE_H

#include "base/cfg.h"
#include "model/registry.h"

/*
 * Reading what a hub defines for itself: site.c reads the kinds of one file,
 * sitefield.c their fields. Nobody else looks in here.
 */

enum { SITE_FIRST = 1000, SITE_DEEP = 8, SITE_KINDS = 1024 };

struct site {
	struct kinds *kinds;
	const struct cfg_at *groups; /* those that fields share, or NULL */
	struct fault *f;
	const struct cfg_at *open[SITE_DEEP]; /* groups we are inside of */
	size_t deep;
	struct kind *made[SITE_KINDS]; /* put in the registry at the end */
	size_t n_made;
};

/**
 * site_text(s, at, name):
 * A copy, as lasting as the registry, of the text ${name} of ${at}; "" if none.
 */
char *site_text(struct site *s, const struct cfg_at *at, const char *name);

/**
 * site_is_name(s):
 * Whether ${s} may name a kind or a field, for names go into slips, files and
 * commands: small letters, figures and hyphens, a letter first.
 */
bool site_is_name(const char *s);

/**
 * site_fields(s, list, first, fields, n):
 * Read the fields in ${list}, numbered ${first} or more, into ${fields}, which
 * holds ${n} already and has room for all.
 */
enum rc site_fields(struct site *s, const struct cfg_at *list, unsigned first,
    struct kind_field *fields, size_t n);

#endif /* HANDRAIL_MODEL_SITE_H */
