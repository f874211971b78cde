/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_FOLD_OVERLAY_H
#define HANDRAIL_FOLD_OVERLAY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

/*
 * The newest part of every fold, in memory.
 *
 * How many pages one commit dirties is what a save costs. So an act writes its
 * entry and nothing else, and each process folds the tail of the journal, the
 * entries that the tables on disk do not hold yet, into an overlay of its own.
 * Readers look here first and in the tables after; now and then somebody puts
 * the overlay into the tables in one batch, in the order of the keys.
 *
 * A key is here with a value, here as gone, or not here. Values are copied in
 * and are sealed already: nothing personal lies in an overlay in clear.
 */

struct overlay;
struct overlay_node;

enum overlay_state {
	OVERLAY_ABSENT, /* look in the table */
	OVERLAY_HERE,
	OVERLAY_GONE /* deleted since the table was written */
};

/**
 * overlay_new(tables):
 * An empty overlay for ${tables} tables numbered from 0. Given back to
 * overlay_free().
 */
struct overlay *overlay_new(size_t tables);

/**
 * overlay_free(o):
 * Free ${o} and all it holds. Does nothing when ${o} is NULL.
 */
void overlay_free(struct overlay *o);

/**
 * overlay_clear(o):
 * Empty ${o}, keeping some memory for what comes next.
 */
void overlay_clear(struct overlay *o);

/**
 * overlay_put(o, table, key, value):
 * Set ${key} to ${value} in ${table}; both are copied.
 */
void overlay_put(struct overlay *o, size_t table, struct span key,
    struct span value);

/**
 * overlay_del(o, table, key):
 * Remember that ${key} is gone from ${table}.
 */
void overlay_del(struct overlay *o, size_t table, struct span key);

/**
 * overlay_get(o, table, key, value):
 * Say whether ${key} is here and lend its ${value}, which lasts until the
 * overlay is freed or the key is set again.
 */
enum overlay_state overlay_get(const struct overlay *o, size_t table,
    struct span key, struct span *value);

/**
 * overlay_seek(o, table, key):
 * The first node of ${table} whose key is ${key} or greater; NULL when there
 * is none. An empty key is the start of the table.
 */
const struct overlay_node *overlay_seek(const struct overlay *o, size_t table,
    struct span key);

/**
 * overlay_before(o, table, key):
 * The last node of ${table} whose key is less than ${key}; NULL when there is
 * none. An empty key stands for the end of the table.
 */
const struct overlay_node *overlay_before(const struct overlay *o, size_t table,
    struct span key);

/**
 * overlay_next(node), overlay_key(node), overlay_value(node), overlay_gone(node):
 * The node after, and what a node holds. All lent.
 */
const struct overlay_node *overlay_next(const struct overlay_node *node);
struct span overlay_key(const struct overlay_node *node);
struct span overlay_value(const struct overlay_node *node);
bool overlay_gone(const struct overlay_node *node);

/**
 * overlay_count(o):
 * How many keys the overlay holds, over all tables.
 */
size_t overlay_count(const struct overlay *o);

#endif /* HANDRAIL_FOLD_OVERLAY_H */
