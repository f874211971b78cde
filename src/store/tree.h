/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_STORE_TREE_H
#define HANDRAIL_STORE_TREE_H

#include <stdint.h>

/*
 * The root of a tree of hashes, taken leaf by leaf. A leaf is BLAKE2b-256 of a
 * zero byte and the hash of an entry; a node is that of a one and its two
 * children; a tree of n leaves has the largest power of two below n on its
 * left. With the root signed, one entry can be shown to stand in a segment by
 * some fifteen hashes and no other entry.
 */

struct tree {
	uint64_t n;
	uint8_t whole[64][32]; /* the full trees so far, largest first */
	unsigned depth;
};

/**
 * tree_start(t), tree_add(t, hash), tree_root(t, root):
 * An empty one; one more leaf; the root of those so far (zeros for none), after
 * which more may be added.
 */
void tree_start(struct tree *t);
void tree_add(struct tree *t, const uint8_t hash[32]);
void tree_root(const struct tree *t, uint8_t root[32]);

#endif /* HANDRAIL_STORE_TREE_H */
