/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_MODEL_CHECK_H
#define HANDRAIL_MODEL_CHECK_H

#include "model/record.h"

/*
 * What is wrong with, or missing from, a record by the table of its kind. It
 * never stops a save by itself: the act decides what it cannot go without, and
 * the rest becomes "left to ask".
 */

struct check {
	const struct kind_field *field;
	bool missing;     /* needed and not there; else the value is wrong */
	const char *text; /* the sentence; a constant or in the arena */
};

struct checks {
	struct check *at;
	size_t n, cap;
	struct arena *arena;
};

/**
 * check_record(r, ctx, checks):
 * Add to ${checks} (set its arena first) every fault of ${r} in the order of
 * its fields, parts of groups included. Returns how many were added.
 */
size_t check_record(const struct record *r, const struct value_ctx *ctx,
    struct checks *checks);

#endif /* HANDRAIL_MODEL_CHECK_H */
