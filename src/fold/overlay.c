/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/mem.h"

#include "fold/overlay.h"

/*
 * One skip list a table. A node's height comes from a small generator that
 * starts from the same number each time: the shape of the list is of no
 * consequence to anyone outside, and a fault met once can be met again.
 *
 * All nodes live in one arena. A value that grows leaves its old bytes behind
 * until the overlay is freed, which happens at every flush.
 */

#define HEIGHT_MOST 16

/*
 * A link holds the first eight bytes of the key it leads to, so that most
 * comparisons need not fetch the node from memory.
 */
struct link {
	struct overlay_node *node;
	uint64_t prefix;
};

struct overlay_node {
	const uint8_t *key, *value;
	uint32_t key_len, value_len, room;
	bool gone;
	uint8_t height;
	struct link next[];
};

struct lane {
	struct link head[HEIGHT_MOST];
	int height;
};

struct overlay {
	struct arena *arena;
	struct lane *lanes;
	size_t tables, count;
	uint64_t dice;
};

struct overlay *
overlay_new(size_t tables)
{
	struct overlay *o = mem_get(sizeof(*o));

	o->arena = arena_new();
	o->lanes = arena_get(o->arena, tables * sizeof(*o->lanes));
	o->tables = tables;
	o->count = 0;
	o->dice = 0x9e3779b97f4a7c15u;
	return o;
}

void
overlay_free(struct overlay *o)
{
	if (!o)
		return;
	arena_free(o->arena);
	free(o);
}

static int
throw_height(struct overlay *o)
{
	int height = 1;

	o->dice ^= o->dice << 13;
	o->dice ^= o->dice >> 7;
	o->dice ^= o->dice << 17;
	for (uint64_t d = o->dice; (d & 3) == 0 && height < HEIGHT_MOST; d >>= 2)
		height++;
	return height;
}

static int
compare(const struct overlay_node *node, struct span key)
{
	size_t n = node->key_len < key.len ? node->key_len : key.len;
	int d = n ? memcmp(node->key, key.at, n) : 0;

	if (d)
		return d;
	return node->key_len < key.len ? -1 : node->key_len > key.len;
}

static uint64_t
prefix_of(struct span key)
{
	const uint8_t *at = key.at;
	uint64_t prefix = 0;

	for (size_t i = 0; i < 8; i++)
		prefix = prefix << 8 | (i < key.len ? at[i] : 0);
	return prefix;
}

/* Whether what the link leads to comes before ${key}. */
static bool
is_before(const struct link *link, uint64_t prefix, struct span key)
{
	if (!link->node)
		return false;
	if (link->prefix != prefix)
		return link->prefix < prefix;
	return compare(link->node, key) < 0;
}

/*
 * The places where a node with ${key} would hang: path[i] is the link at
 * height i that is the last one pointing at or past the key.
 */
static void
find_path(struct lane *lane, struct span key, struct link **path)
{
	struct link *links = lane->head;
	uint64_t prefix = prefix_of(key);

	for (int i = lane->height - 1; i >= 0; i--) {
		while (is_before(&links[i], prefix, key))
			links = links[i].node->next;
		path[i] = &links[i];
	}
}

static struct overlay_node *
find(const struct lane *lane, struct span key)
{
	const struct link *links = lane->head;
	uint64_t prefix = prefix_of(key);
	struct overlay_node *node = NULL;

	for (int i = lane->height - 1; i >= 0; i--) {
		while (is_before(&links[i], prefix, key))
			links = links[i].node->next;
		node = links[i].node;
	}
	return node;
}

static struct overlay_node *
hang_node(struct overlay *o, struct lane *lane, struct span key,
    struct link **path)
{
	int height = throw_height(o);
	struct overlay_node *node = arena_get(o->arena,
	    sizeof(*node) + (size_t)height * sizeof(node->next[0]));

	for (; lane->height < height; lane->height++)
		path[lane->height] = &lane->head[lane->height];
	node->height = (uint8_t)height;
	node->key = arena_copy(o->arena, key.at, key.len);
	node->key_len = (uint32_t)key.len;
	for (int i = 0; i < height; i++) {
		node->next[i] = *path[i];
		*path[i] = (struct link){ node, prefix_of(key) };
	}
	o->count++;
	return node;
}

static struct overlay_node *
node_for(struct overlay *o, size_t table, struct span key)
{
	struct link *path[HEIGHT_MOST];
	struct lane *lane = &o->lanes[table];

	find_path(lane, key, path);
	if (lane->height && path[0]->node && compare(path[0]->node, key) == 0)
		return path[0]->node;
	return hang_node(o, lane, key, path);
}

void
overlay_put(struct overlay *o, size_t table, struct span key, struct span value)
{
	struct overlay_node *node = node_for(o, table, key);

	if (node->room < value.len) {
		node->value = arena_copy(o->arena, value.at, value.len);
		node->room = (uint32_t)value.len;
	} else if (value.len) {
		memcpy((void *)(uintptr_t)node->value, value.at, value.len);
	}
	node->value_len = (uint32_t)value.len;
	node->gone = false;
}

void
overlay_del(struct overlay *o, size_t table, struct span key)
{
	struct overlay_node *node = node_for(o, table, key);

	node->gone = true;
	node->value_len = 0;
}

enum overlay_state
overlay_get(const struct overlay *o, size_t table, struct span key,
    struct span *value)
{
	const struct overlay_node *node = find(&o->lanes[table], key);

	if (!node || compare(node, key) != 0)
		return OVERLAY_ABSENT;
	if (node->gone)
		return OVERLAY_GONE;
	*value = overlay_value(node);
	return OVERLAY_HERE;
}

const struct overlay_node *
overlay_seek(const struct overlay *o, size_t table, struct span key)
{
	const struct lane *lane = &o->lanes[table];

	return key.len ? find(lane, key) : lane->head[0].node;
}

const struct overlay_node *
overlay_before(const struct overlay *o, size_t table, struct span key)
{
	const struct lane *lane = &o->lanes[table];
	const struct link *links = lane->head;
	uint64_t prefix = prefix_of(key);
	const struct overlay_node *last = NULL;

	for (int i = lane->height - 1; i >= 0; i--)
		while (key.len ? is_before(&links[i], prefix, key) :
				 links[i].node != NULL) {
			last = links[i].node;
			links = last->next;
		}
	return last;
}

const struct overlay_node *
overlay_next(const struct overlay_node *node)
{
	return node->next[0].node;
}

struct span
overlay_key(const struct overlay_node *node)
{
	return span_of(node->key, node->key_len);
}

struct span
overlay_value(const struct overlay_node *node)
{
	return span_of(node->value, node->value_len);
}

bool
overlay_gone(const struct overlay_node *node)
{
	return node->gone;
}

size_t
overlay_count(const struct overlay *o)
{
	return o->count;
}
