/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/mem.h"
#include "base/vec.h"

#include "fold/overlay.h"

/*
 * Keys are asked for one by one far more often than in order. So every node
 * hangs in one hash table, and is hung into the skip list of its table only
 * when somebody wants that table in order: an import that puts ten thousand
 * keys and pours them once sorts them once.
 *
 * A node's height comes from a small generator that starts from the same number
 * each time: the shape of a list is of no consequence to anyone outside, and a
 * fault met once can be met again.
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
	uint32_t hash; /* its high half: most others are told by it */
	uint64_t prefix;
	struct overlay_node *same; /* the next in its place of the hash table */
	bool gone;
	uint8_t table, height;
	struct link *next;
};

/* Sixteen bytes of a key tell nearly all keys apart: sorting fetches no node. */
struct loose {
	uint64_t first, second;
	struct overlay_node *node;
};

struct lane {
	struct link head[HEIGHT_MOST];
	int height;
	VEC(struct loose) loose; /* not hung yet, in no order */
};

struct overlay {
	struct arena *arena;
	struct lane *lanes;
	struct overlay_node **places; /* the hash table */
	size_t tables, count, n_places;
	uint64_t dice;
};

#define PLACES_FIRST 256

struct overlay *
overlay_new(size_t tables)
{
	struct overlay *o = mem_get(sizeof(*o));

	o->arena = arena_new();
	o->lanes = mem_get(tables * sizeof(*o->lanes));
	o->tables = tables;
	o->count = 0;
	o->n_places = PLACES_FIRST;
	o->places = mem_get(o->n_places * sizeof(*o->places));
	o->dice = 0x9e3779b97f4a7c15u;
	return o;
}

void
overlay_free(struct overlay *o)
{
	if (!o)
		return;
	for (size_t i = 0; i < o->tables; i++)
		VEC_RELEASE(&o->lanes[i].loose);
	arena_free(o->arena);
	free(o->lanes);
	free(o->places);
	free(o);
}

void
overlay_clear(struct overlay *o)
{
	for (size_t i = 0; i < o->tables; i++) {
		struct lane *lane = &o->lanes[i];

		VEC_CLEAR(&lane->loose);
		memset(lane->head, 0, sizeof(lane->head));
		lane->height = 0;
	}
	memset(o->places, 0, o->n_places * sizeof(*o->places));
	arena_reset(o->arena);
	o->count = 0;
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

/* Hang ${node} at ${path}, which then leads past it. */
static void
hang_node(struct overlay *o, struct lane *lane, struct overlay_node *node,
    struct link **path)
{
	int height = throw_height(o);

	for (; lane->height < height; lane->height++)
		path[lane->height] = &lane->head[lane->height];
	node->height = (uint8_t)height;
	node->next = arena_get(
	    o->arena, (size_t)height * sizeof(node->next[0]));
	for (int i = 0; i < height; i++) {
		node->next[i] = *path[i];
		*path[i] = (struct link){ node, node->prefix };
		path[i] = &node->next[i];
	}
}

static int
compare_loose(const void *a, const void *b)
{
	const struct loose *x = a, *y = b;

	if (x->first != y->first)
		return x->first < y->first ? -1 : 1;
	if (x->second != y->second)
		return x->second < y->second ? -1 : 1;
	return compare(x->node, overlay_key(y->node));
}

/* Bring a table into order. What it holds is the same before and after. */
static const struct lane *
in_order(const struct overlay *held, size_t table)
{
	struct overlay *o = (struct overlay *)(uintptr_t)held;
	struct lane *lane = &o->lanes[table];
	bool empty = !lane->height; /* then each goes behind the last */
	struct link *path[HEIGHT_MOST];
	struct loose *loose;

	VEC_SORT(&lane->loose, compare_loose);
	VEC_EACH (&lane->loose, loose) {
		if (!empty)
			find_path(lane, overlay_key(loose->node), path);
		hang_node(o, lane, loose->node, path);
	}
	VEC_CLEAR(&lane->loose);
	return lane;
}

/* ---- the hash table ---- */

/*
 * What tells keys apart is at their ends, which lie in the high bytes of the
 * words read here; both multiplications are needed to bring it down.
 */
static uint64_t
mix(uint64_t hash, uint64_t word)
{
	hash = (hash ^ word) * 0xff51afd7ed558ccdu;
	hash = (hash ^ hash >> 33) * 0xc4ceb9fe1a85ec53u;
	return hash ^ hash >> 33;
}

static uint64_t
hash_of(size_t table, struct span key)
{
	const uint8_t *at = key.at;
	uint64_t hash = table << 32 | key.len, word;

	for (size_t i = 0; i < key.len; i += sizeof(word)) {
		size_t n = key.len - i < sizeof(word) ? key.len - i :
							sizeof(word);
		word = 0;
		memcpy(&word, at + i, n);
		hash = mix(hash, word);
	}
	return hash;
}

static struct overlay_node *
lookup(const struct overlay *o, size_t table, struct span key)
{
	uint64_t hash = hash_of(table, key);
	struct overlay_node *node = o->places[hash & (o->n_places - 1)];

	while (node && (node->hash != hash >> 32 || node->table != table ||
			   node->key_len != key.len ||
			   memcmp(node->key, key.at, key.len) != 0))
		node = node->same;
	return node;
}

static void
place_node(struct overlay *o, struct overlay_node *node)
{
	uint64_t hash = hash_of(node->table, overlay_key(node));
	size_t i = (size_t)hash & (o->n_places - 1);

	node->hash = (uint32_t)(hash >> 32);
	node->same = o->places[i];
	o->places[i] = node;
}

static void
widen(struct overlay *o)
{
	struct overlay_node **were = o->places, *node, *next;
	size_t n = o->n_places;

	o->n_places = n * 4;
	o->places = mem_get(o->n_places * sizeof(*o->places));
	for (size_t i = 0; i < n; i++)
		for (node = were[i]; node; node = next) {
			next = node->same;
			place_node(o, node);
		}
	free(were);
}

static struct overlay_node *
node_for(struct overlay *o, size_t table, struct span key)
{
	struct overlay_node *node = lookup(o, table, key);

	if (node)
		return node;
	node = arena_get(o->arena, sizeof(*node));
	node->table = (uint8_t)table;
	node->key = arena_copy(o->arena, key.at, key.len);
	node->key_len = (uint32_t)key.len;
	node->prefix = prefix_of(key);
	if (++o->count > o->n_places)
		widen(o);
	place_node(o, node);
	*VEC_ADD(&o->lanes[table].loose) = (struct loose){ node->prefix,
		key.len > 8 ? prefix_of(span_of(node->key + 8, key.len - 8)) :
			      0,
		node };
	return node;
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
	const struct overlay_node *node = lookup(o, table, key);

	if (!node)
		return OVERLAY_ABSENT;
	if (node->gone)
		return OVERLAY_GONE;
	*value = overlay_value(node);
	return OVERLAY_HERE;
}

const struct overlay_node *
overlay_seek(const struct overlay *o, size_t table, struct span key)
{
	const struct lane *lane = in_order(o, table);

	return key.len ? find(lane, key) : lane->head[0].node;
}

const struct overlay_node *
overlay_before(const struct overlay *o, size_t table, struct span key)
{
	const struct lane *lane = in_order(o, table);
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
