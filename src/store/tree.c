/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "store/seal.h"
#include "store/tree.h"

static void
node(const uint8_t left[32], const uint8_t right[32], uint8_t out[32])
{
	uint8_t both[65];

	both[0] = 1;
	memcpy(both + 1, left, 32);
	memcpy(both + 33, right, 32);
	seal_hash(span_of(both, sizeof(both)), (struct span){ 0 }, out);
}

void
tree_start(struct tree *t)
{
	t->n = 0;
	t->depth = 0;
}

void
tree_add(struct tree *t, const uint8_t hash[32])
{
	uint8_t leaf[33] = { 0 };

	memcpy(leaf + 1, hash, 32);
	seal_hash(span_of(leaf, sizeof(leaf)), (struct span){ 0 },
	    t->whole[t->depth++]);
	/* Two full trees of one size make one: as a carry in counting does. */
	for (uint64_t n = t->n++; n & 1; n >>= 1) {
		t->depth--;
		node(t->whole[t->depth - 1], t->whole[t->depth],
		    t->whole[t->depth - 1]);
	}
}

void
tree_root(const struct tree *t, uint8_t root[32])
{
	memset(root, 0, 32);
	if (!t->depth)
		return;
	memcpy(root, t->whole[t->depth - 1], 32);
	for (unsigned i = t->depth - 1; i > 0; i--)
		node(t->whole[i - 1], root, root);
}
