/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/disk.h"
#include "base/mem.h"
#include "store/check.h"

/*
 * The file as LMDB 0.9 writes it on a 64-bit machine, in the machine's own byte
 * order, which is low byte first on all that handrail runs on:
 *
 *	page	number 8, pad 2, kind 2, then lower 2 and upper 2, or for an
 *		overflow run its number of pages 4; then, of 2 bytes each, where
 *		the nodes stand
 *	node	low 2, high 2, flags 2, length of key 2, key, value
 *		leaf: low and high are the length of the value; flag 1: the
 *value is the number of an overflow page; flag 2: it is a table branch: low,
 *high and flags are the number of the child table	pad 4, flags 2, depth 2,
 *branch pages 8, leaf pages 8, overflow pages 8, entries 8, root 8
 *	meta	a page of kind 8: magic 4, version 4, address 8, map size 8,
 *		table of free pages, main table, last page 8, transaction 8
 *
 * Nothing read is believed before it was compared with the bounds of the file;
 * no number read ever sizes an allocation beyond that.
 */

enum {
	HEADER = 16,
	NODE = 8,
	TABLE = 48,
	META = 136,
	KIND_BRANCH = 1,
	KIND_LEAF = 2,
	KIND_OVERFLOW = 4,
	KIND_META = 8,
	NODE_BIG = 1,
	NODE_TABLE = 2,
	DEPTH_MAX = 32,
	KEY_MAX = 511,
	NUMBER_KEYS = 8, /* flag of the table of free pages */
	CHUNK = 1 << 16,
	CHUNKS = 64
};

#define MAGIC 0xBEEFC0DEu
#define NO_PAGE (~(uint64_t)0)

struct tree_of {
	uint16_t flags, depth;
	uint64_t branches, leaves, overflows, entries, root;
};

/* What is counted on the way and must come to what the table says. */
struct sums {
	uint64_t branches, leaves, overflows, entries;
};

struct chunk {
	uint64_t number; /* from 1; 0: empty */
	uint8_t bytes[CHUNK];
};

struct check {
	const struct disk *disk;
	int fd;
	uint64_t size;  /* of the file */
	uint32_t page;  /* bytes */
	uint64_t pages; /* last page and one */
	uint64_t txn;
	uint8_t *used; /* a bit a page */
	uint8_t *level[DEPTH_MAX + 1];
	struct chunk *chunks;
	struct check_count count;
	struct fault *f;
};

struct bounds {
	struct span low, high; /* empty: none */
};

static enum rc
bad(struct check *c, uint64_t page, const char *what)
{
	return fault_set(c->f, RC_CORRUPT, "page %llu of data.mdb %s",
	    (unsigned long long)page, what);
}

static uint16_t
u16(const uint8_t *p)
{
	return (uint16_t)(p[0] | p[1] << 8);
}

static uint32_t
u32(const uint8_t *p)
{
	return u16(p) | (uint32_t)u16(p + 2) << 16;
}

static uint64_t
u64(const uint8_t *p)
{
	return u32(p) | (uint64_t)u32(p + 4) << 32;
}

/* ${n} bytes at ${at}, by way of a few large pieces kept. */
static enum rc
read_at(struct check *c, uint64_t at, uint8_t *to, size_t n)
{
	while (n) {
		uint64_t number = at / CHUNK;
		struct chunk *k = &c->chunks[number % CHUNKS];
		size_t skip = at % CHUNK, some = CHUNK - skip, got;
		enum rc rc;

		if (k->number != number + 1) {
			k->number = 0;
			memset(k->bytes, 0, CHUNK);
			rc = disk_read(c->disk, c->fd, number * CHUNK, k->bytes,
			    CHUNK, &got, c->f);
			if (rc)
				return rc;
			k->number = number + 1;
		}
		if (some > n)
			some = n;
		memcpy(to, k->bytes + skip, some);
		to += some;
		at += some;
		n -= some;
	}
	return RC_OK;
}

/* Take ${n} pages from ${page} as used, if they are there and were not. */
static enum rc
use(struct check *c, uint64_t page, uint64_t n)
{
	if (page < 2 || page >= c->pages || n > c->pages - page)
		return bad(c, page, "is beyond the end");
	for (uint64_t i = page; i < page + n; i++) {
		if (c->used[i / 8] & 1u << i % 8)
			return bad(c, i, "is used twice");
		c->used[i / 8] |= (uint8_t)(1u << i % 8);
	}
	return RC_OK;
}

static enum rc
read_page(struct check *c, uint64_t page, uint8_t *to)
{
	enum rc rc = use(c, page, 1);

	if (rc)
		return rc;
	if ((page + 1) * c->page > c->size)
		return bad(c, page, "was cut off");
	c->count.used++;
	rc = read_at(c, page * c->page, to, c->page);
	if (!rc && u64(to) != page)
		return bad(c, page, "has another page's number");
	return rc;
}

static void
read_table(const uint8_t *p, struct tree_of *t)
{
	t->flags = u16(p + 4);
	t->depth = u16(p + 6);
	t->branches = u64(p + 8);
	t->leaves = u64(p + 16);
	t->overflows = u64(p + 24);
	t->entries = u64(p + 32);
	t->root = u64(p + 40);
}

/*
 * The shape of a page of nodes: lower and upper in bounds, each node inside
 * what is in use, none overlapping. The number of nodes in ${n}.
 */
static enum rc
check_page(struct check *c, uint64_t page, const uint8_t *p, unsigned kind,
    unsigned *n)
{
	unsigned lower = u16(p + 12), upper = u16(p + 14);
	size_t used = 0;

	if (u16(p + 10) != kind)
		return bad(c, page, "is of the wrong kind");
	if (lower < HEADER || lower > upper || upper > c->page || lower & 1)
		return bad(c, page, "has bounds that cannot be");
	*n = (lower - HEADER) / 2;
	for (unsigned i = 0; i < *n; i++) {
		unsigned at = u16(p + HEADER + 2 * i), len;
		const uint8_t *node = p + at;

		if (at < upper || at & 1 || at + NODE > c->page)
			return bad(c, page, "has a node out of bounds");
		len = NODE + u16(node + 6);
		if (kind == KIND_LEAF) {
			if (u16(node + 4) & NODE_BIG)
				len += 8;
			else if (u32(node) > c->page)
				return bad(c, page, "has a value too long");
			else
				len += u32(node);
		}
		if (at + len > c->page)
			return bad(c, page, "has a node out of bounds");
		used += len + (len & 1);
	}
	if (used != c->page - upper)
		return bad(c, page, "has nodes that overlap");
	return RC_OK;
}

static struct span
node_key(const uint8_t *p, unsigned i)
{
	const uint8_t *node = p + u16(p + HEADER + 2 * i);

	return span_of(node + NODE, u16(node + 6));
}

/* Keys of the table of free pages are numbers, all others bytes. */
static int
compare(const struct tree_of *t, struct span a, struct span b)
{
	uint64_t x, y;

	if (!(t->flags & NUMBER_KEYS))
		return span_cmp(a, b);
	x = a.len == 8 ? u64(a.at) : 0;
	y = b.len == 8 ? u64(b.at) : 0;
	return (x > y) - (x < y);
}

/* Are the keys in order and inside what the page above allows? */
static enum rc
check_keys(struct check *c, const struct tree_of *t, uint64_t page,
    const uint8_t *p, unsigned n, bool leaf, const struct bounds *b)
{
	struct span last = { 0 };

	for (unsigned i = leaf ? 0 : 1; i < n; i++) {
		struct span key = node_key(p, i);

		if (!key.len || key.len > KEY_MAX ||
		    (t->flags & NUMBER_KEYS && key.len != 8))
			return bad(c, page, "has a key of no length");
		if (last.len && compare(t, last, key) >= 0)
			return bad(c, page, "has keys out of order");
		if (b->low.len && compare(t, key, b->low) < 0)
			return bad(c, page, "has a key too small");
		if (b->high.len && compare(t, key, b->high) >= 0)
			return bad(c, page, "has a key too large");
		last = key;
	}
	return RC_OK;
}

static enum rc
check_overflow(struct check *c, uint64_t page, uint64_t len, struct sums *sums)
{
	uint64_t need = (HEADER - 1 + len) / c->page + 1, n;
	uint8_t head[HEADER];
	enum rc rc;

	if (page < 2 || page >= c->pages || (page + need) * c->page > c->size)
		return bad(c, page, "is beyond the end");
	if ((rc = read_at(c, page * c->page, head, HEADER)))
		return rc;
	n = u32(head + 12);
	if (u64(head) != page || u16(head + 10) != KIND_OVERFLOW || n < need)
		return bad(c, page, "is not the long value it should be");
	if ((rc = use(c, page, n)))
		return rc;
	c->count.used += n;
	sums->overflows += n;
	return RC_OK;
}

/* The free pages that one transaction left: how many, then falling numbers. */
static enum rc
check_free_list(struct check *c, uint64_t page, const uint8_t *p, uint64_t len)
{
	uint64_t n = len >= 8 ? u64(p) : 0, last = NO_PAGE;
	enum rc rc = RC_OK;

	if (len % 8 || len < 8 || n > len / 8 - 1)
		return bad(c, page, "has a list of free pages that cannot be");
	for (uint64_t i = 1; !rc && i <= n; i++) {
		uint64_t it = u64(p + 8 * i);

		if (it >= last)
			return bad(c, page, "has free pages out of order");
		last = it;
		rc = use(c, it, 1);
	}
	c->count.free_pages += n;
	return rc;
}

static enum rc
check_free_node(struct check *c, uint64_t page, const uint8_t *node)
{
	uint64_t len = u32(node), over;
	uint8_t *list;
	enum rc rc;

	if (u64(node + NODE) > c->txn)
		return bad(c, page, "frees pages in a time to come");
	if (!(u16(node + 4) & NODE_BIG))
		return check_free_list(c, page, node + NODE + 8, len);
	over = u64(node + NODE + 8); /* in the file: check_overflow() looked */
	list = mem_get(len);
	rc = read_at(c, over * c->page + HEADER, list, len);
	if (!rc)
		rc = check_free_list(c, page, list, len);
	free(list);
	return rc;
}

static enum rc check_tree(struct check *c, const struct tree_of *t, bool main);

static enum rc
check_leaf_node(struct check *c, const struct tree_of *t, uint64_t page,
    const uint8_t *node, bool main, struct sums *sums)
{
	unsigned flags = u16(node + 4);
	const uint8_t *value = node + NODE + u16(node + 6);
	struct tree_of sub;
	enum rc rc = RC_OK;

	sums->entries++;
	if (flags & ~(NODE_BIG | NODE_TABLE) ||
	    (flags & NODE_TABLE &&
		(!main || flags & NODE_BIG || u32(node) != TABLE)))
		return bad(c, page, "has a node of a kind not used here");
	if (flags & NODE_BIG)
		rc = check_overflow(c, u64(value), u32(node), sums);
	if (!rc && t->flags & NUMBER_KEYS)
		rc = check_free_node(c, page, node);
	if (rc || !(flags & NODE_TABLE))
		return rc;
	read_table(value, &sub);
	if (sub.flags)
		return bad(c, page, "has a table of a kind not used here");
	return check_tree(c, &sub, false);
}

static enum rc
check_leaf(struct check *c, const struct tree_of *t, uint64_t page,
    const uint8_t *p, bool main, const struct bounds *b, struct sums *sums)
{
	unsigned n;
	enum rc rc = check_page(c, page, p, KIND_LEAF, &n);

	if (!rc && !n)
		return bad(c, page, "is empty");
	if (!rc)
		rc = check_keys(c, t, page, p, n, true, b);
	for (unsigned i = 0; !rc && i < n; i++)
		rc = check_leaf_node(c, t, page, p + u16(p + HEADER + 2 * i),
		    main, sums);
	sums->leaves++;
	return rc;
}

/*
 * One page and all below it. Pages of the way down stay in c->level, since the
 * bounds lend from them; a table inside the main table starts a new way down
 * from a place of its own.
 */
static enum rc
check_below(struct check *c, const struct tree_of *t, uint64_t page,
    unsigned depth, uint8_t **level, bool main, const struct bounds *b,
    struct sums *sums)
{
	uint8_t *p = *level ? *level : (*level = mem_get(c->page));
	unsigned n = 0;
	enum rc rc = read_page(c, page, p);

	if (rc)
		return rc;
	if (depth == t->depth)
		return check_leaf(c, t, page, p, main, b, sums);
	rc = check_page(c, page, p, KIND_BRANCH, &n);
	if (!rc && n < 2)
		return bad(c, page, "branches to fewer than two");
	if (!rc)
		rc = check_keys(c, t, page, p, n, false, b);
	for (unsigned i = 0; !rc && i < n; i++) {
		const uint8_t *node = p + u16(p + HEADER + 2 * i);
		uint64_t child = u32(node) | (uint64_t)u16(node + 4) << 32;
		struct bounds sub = { i ? node_key(p, i) : b->low,
			i + 1 < n ? node_key(p, i + 1) : b->high };

		rc = check_below(c, t, child, depth + 1, level + 1, main, &sub,
		    sums);
	}
	sums->branches++;
	return rc;
}

static enum rc
check_tree(struct check *c, const struct tree_of *t, bool main)
{
	uint8_t *level[DEPTH_MAX + 1] = { NULL };
	struct bounds all = { { NULL, 0 }, { NULL, 0 } };
	struct sums sums = { 0 };
	enum rc rc = RC_OK;

	if (t->depth > DEPTH_MAX || !t->depth != (t->root == NO_PAGE))
		return bad(c, t->root, "is the root of an impossible tree");
	if (t->depth)
		rc = check_below(c, t, t->root, 1, level, main, &all, &sums);
	for (size_t i = 0; i <= DEPTH_MAX; i++)
		free(level[i]);
	if (!rc &&
	    (sums.branches != t->branches || sums.leaves != t->leaves ||
		sums.overflows != t->overflows || sums.entries != t->entries))
		return bad(c, t->root,
		    "does not add up to what its table says");
	c->count.entries += sums.entries;
	return rc;
}

static enum rc
read_meta(struct check *c, uint64_t page, uint8_t meta[META])
{
	uint8_t bytes[HEADER + META];
	size_t got;
	enum rc rc = disk_read(c->disk, c->fd, page * c->page, bytes,
	    sizeof(bytes), &got, c->f);

	if (rc)
		return rc;
	if (got < sizeof(bytes))
		return bad(c, page, "was cut off");
	if (u64(bytes) != page || u16(bytes + 10) != KIND_META)
		return bad(c, page, "is not a first page");
	memcpy(meta, bytes + HEADER, META);
	if (u32(meta) != MAGIC || u32(meta + 4) != 1)
		return bad(c, page, "is not of LMDB 0.9");
	if (u32(meta + 24) != c->page || u16(meta + 28) != NUMBER_KEYS)
		return bad(c, page, "has another page size or kind");
	if (u16(meta + 24 + TABLE + 4))
		return bad(c, page, "has a main table of a kind not used here");
	return RC_OK;
}

/* The meta page of the last change: as LMDB picks it. */
static enum rc
pick_meta(struct check *c, uint8_t meta[META])
{
	uint8_t other[META];
	uint64_t txn[2];
	enum rc rc = read_meta(c, 0, meta);

	if (!rc)
		rc = read_meta(c, 1, other);
	if (rc)
		return rc;
	txn[0] = u64(meta + META - 8);
	txn[1] = u64(other + META - 8);
	if (txn[0] & 1 || (!(txn[1] & 1) && txn[1]))
		return bad(c, 0, "and page 1 were exchanged");
	if (txn[0] < txn[1])
		memcpy(meta, other, META);
	c->txn = txn[0] < txn[1] ? txn[1] : txn[0];
	c->pages = u64(meta + META - 16);
	if (c->pages < 1 || c->pages > (uint64_t)1 << 40)
		return bad(c, 0, "tells of an impossible last page");
	c->pages++;
	/* The last pages may be free and never written, but not many. */
	if (c->pages > c->size / c->page + (1 << 20))
		return bad(c, c->pages - 1, "is far beyond the end");
	return RC_OK;
}

static enum rc
check_orphans(struct check *c)
{
	for (uint64_t i = 2; i < c->pages; i++)
		if (!(c->used[i / 8] & 1u << i % 8))
			return bad(c, i, "is neither used nor free");
	return RC_OK;
}

static enum rc
check_all(struct check *c)
{
	struct tree_of free_pages, main_table;
	uint8_t meta[META];
	enum rc rc = pick_meta(c, meta);

	if (rc)
		return rc;
	c->used = mem_get(c->pages / 8 + 1);
	read_table(meta + 24, &free_pages);
	read_table(meta + 24 + TABLE, &main_table);
	rc = check_tree(c, &free_pages, false);
	if (!rc)
		rc = check_tree(c, &main_table, true);
	if (!rc)
		rc = check_orphans(c);
	c->count.pages = c->pages;
	return rc;
}

enum rc
check_file(const struct disk *disk, const char *path, struct check_count *count,
    struct fault *f)
{
	struct check c = { .disk = disk, .fd = -1, .page = 4096, .f = f };
	enum rc rc = disk_open(disk, path, DISK_READ, &c.fd, f);

	if (!rc)
		rc = disk_size(disk, c.fd, &c.size, f);
	if (!rc && c.size < 2 * c.page)
		rc = fault_set(f, RC_CORRUPT, "data.mdb was cut off");
	if (!rc) {
		c.chunks = mem_get(CHUNKS * sizeof(*c.chunks));
		rc = check_all(&c);
	}
	if (!rc && count)
		*count = c.count;
	free(c.chunks);
	free(c.used);
	disk_close(disk, c.fd);
	return rc;
}
