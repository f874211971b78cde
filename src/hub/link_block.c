/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "base/vec.h"

#include "hub/link_block.h"

#define RARE_WORDS 3 /* of an address */
#define KEYS_MOST 16 /* of one card for one block */

struct entry {
	uint64_t key;
	uint32_t card;
};

struct blocking {
	const struct link_look *look;
	VEC(struct entry) entries; /* by key, then by card */
	uint64_t *keys;		   /* of each card, those that others share */
	uint32_t *first;	   /* where a card's keys begin; one more than
				      there are cards */
};

/* ---- the keys of one card ---- */

static uint64_t
mix(uint64_t key, const char *text, size_t len)
{
	for (size_t i = 0; i < len; i++)
		key = (key ^ (unsigned char)text[i]) * UINT64_C(1099511628211);
	key = (key ^ key >> 31) * UINT64_C(0x9e3779b97f4a7c15);
	return key ^ key >> 29;
}

/* The bytes of the first letters of ${t}. */
static size_t
first_letters(const struct link_text *t, unsigned letters)
{
	size_t at = 0;
	uint32_t cp;

	for (; letters && at < t->len; letters--)
		at += utf8_next(t->at + at, t->len - at, &cp);
	return at;
}

/* What of the text belongs to a key; false when there is nothing. */
static bool
piece_of(const struct link_part *p, const struct link_text *t,
    const char **at, size_t *len)
{
	size_t about = *t->at == '~';

	*at = t->at;
	*len = t->len;
	switch (p->of) {
	case LINK_FIRST:
		*at += about;
		*len = first_letters(t, p->letters);
		break;
	case LINK_DAY:
		if (t->len < 10 + about)
			return false;
		*at += about + 5;
		*len = 5;
		break;
	case LINK_RARE:
		return t->len > 3;
	case LINK_WHOLE:
		break;
	}
	return *len > 0;
}

/* The rarest words first, as far as they go. */
static size_t
rarest(const struct link_look *look, struct link_values v,
    uint32_t out[RARE_WORDS])
{
	size_t n = 0;

	for (size_t i = 0; i < v.n; i++) {
		const struct link_text *t = link_cards_text(look->cards, v.at[i]);
		size_t at = n < RARE_WORDS ? n++ : RARE_WORDS;

		for (; at && link_cards_text(look->cards, out[at - 1])->count >
			 t->count; at--)
			if (at < RARE_WORDS)
				out[at] = out[at - 1];
		if (at < RARE_WORDS)
			out[at] = v.at[i];
	}
	return n;
}

/* Every key so far goes on with every value of the next part. */
static size_t
lengthen(const struct link_look *look, size_t card, const struct link_part *p,
    uint64_t keys[KEYS_MOST], size_t n)
{
	struct link_values v = link_cards_values(look->cards, card, p->field);
	uint32_t rare[RARE_WORDS];
	uint64_t longer[KEYS_MOST];
	const char *at;
	size_t len, made = 0;

	if (p->of == LINK_RARE) {
		v.n = rarest(look, v, rare);
		v.at = rare;
	}
	for (size_t i = 0; i < v.n; i++)
		for (size_t k = 0; k < n && made < KEYS_MOST; k++)
			if (piece_of(p, link_cards_text(look->cards, v.at[i]),
				&at, &len))
				longer[made++] = mix(keys[k], at, len);
	memcpy(keys, longer, made * sizeof(*keys));
	return made;
}

static void
add_keys(struct blocking *b, size_t card, size_t block)
{
	const struct link_block *rule = &b->look->rules->blocks[block];
	uint64_t keys[KEYS_MOST] = { (block + 1) *
				     UINT64_C(0x9e3779b97f4a7c15) };
	size_t n = 1;

	for (size_t i = 0; i < rule->n && n; i++)
		n = lengthen(b->look, card, &rule->parts[i], keys, n);
	for (size_t i = 0; i < n; i++)
		*VEC_ADD(&b->entries) =
		    (struct entry){ keys[i], (uint32_t)card };
}

/* ---- all of them ---- */

static int
by_key(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;

	if (x->key != y->key)
		return x->key < y->key ? -1 : 1;
	return x->card < y->card ? -1 : x->card > y->card;
}

/* Where the stretch of one key that begins at ${i} ends. */
static size_t
stretch(const struct blocking *b, size_t i)
{
	size_t k = i + 1;

	while (k < b->entries.n &&
	       b->entries.at[k].key == b->entries.at[i].key)
		k++;
	return k;
}

/* Keys that one card alone has, or too many, or one card twice, are dropped. */
static void
sift(struct blocking *b, size_t widest)
{
	size_t kept = 0, end;

	for (size_t i = 0; i < b->entries.n; i = end) {
		size_t begun = kept;

		end = stretch(b, i);
		if (end - i < 2 || end - i > widest)
			continue;
		for (size_t k = i; k < end; k++)
			if (kept == begun || b->entries.at[kept - 1].card !=
						 b->entries.at[k].card)
				b->entries.at[kept++] = b->entries.at[k];
	}
	b->entries.n = kept;
}

/* The keys of each card, in order, for telling a first meeting from a second.
 */
static void
lay_out(struct blocking *b)
{
	size_t n = link_cards_count(b->look->cards);
	uint32_t *next = mem_get((n + 1) * sizeof(*next));

	b->first = mem_get((n + 1) * sizeof(*b->first));
	b->keys = mem_get((b->entries.n + 1) * sizeof(*b->keys));
	for (size_t i = 0; i < b->entries.n; i++)
		b->first[b->entries.at[i].card + 1]++;
	for (size_t i = 0; i < n; i++)
		b->first[i + 1] += b->first[i];
	memcpy(next, b->first, n * sizeof(*next));
	for (size_t i = 0; i < b->entries.n; i++)
		b->keys[next[b->entries.at[i].card]++] = b->entries.at[i].key;
	free(next);
}

/* Whether ${key} is the first that the two share. */
static bool
meet_first(const struct blocking *b, uint32_t x, uint32_t y, uint64_t key)
{
	const uint64_t *i = b->keys + b->first[x], *k = b->keys + b->first[y];

	while (*i != *k)
		if (*i < *k)
			i++;
		else
			k++;
	return *i == key;
}

static enum rc
each_pair(const struct blocking *b, link_block_fn *fn, void *arg)
{
	enum rc rc = RC_OK;
	size_t end;

	for (size_t i = 0; i < b->entries.n && !rc; i = end) {
		end = stretch(b, i);
		for (size_t x = i; x < end && !rc; x++)
			for (size_t y = x + 1; y < end && !rc; y++) {
				uint32_t a = b->entries.at[x].card;
				uint32_t c = b->entries.at[y].card;

				if (meet_first(b, a, c, b->entries.at[i].key))
					rc = fn(a, c, arg);
			}
	}
	return rc;
}

enum rc
link_blocks(const struct link_look *look, size_t widest, link_block_fn *fn,
    void *arg)
{
	struct blocking b = { .look = look };
	size_t n = link_cards_count(look->cards);
	enum rc rc;

	for (size_t card = 0; card < n; card++)
		for (size_t i = 0; i < look->rules->n_blocks; i++)
			add_keys(&b, card, i);
	VEC_SORT(&b.entries, by_key);
	sift(&b, widest);
	lay_out(&b);
	rc = each_pair(&b, fn, arg);
	VEC_RELEASE(&b.entries);
	free(b.keys);
	free(b.first);
	return rc;
}
