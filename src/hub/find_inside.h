/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_FIND_INSIDE_H
#define HANDRAIL_HUB_FIND_INSIDE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/vec.h"
#include "store/token.h"

/*
 * The inside of a run, for find_run.c, which makes it, and find_seek.c, which
 * searches it. Nobody else includes this.
 *
 * What a token is of, its first byte:
 *
 *	w	a word of a name; lists people. All below it list words:
 *	p	the beginning of a word, of any length
 *	d	a word without one of its letters, or as it is
 *	s	how a word sounds
 *	b	a day, month or year of birth; these list people:
 *	q	the last four digits of a phone number
 *	r	the four before them
 *	o, i	the outward and the inward half of a postcode
 *	n	the police's number of a crime
 */

struct short_names;

struct find_token {
	uint64_t hash;
	uint32_t from, n; /* the stretch of `listed` */
	uint32_t link;    /* what came after, or UINT32_MAX */
};

/* One thing listed since the lists were laid out. */
struct find_link {
	uint32_t value;
	uint32_t next; /* of the same token, or UINT32_MAX */
};

/* The same while nothing is laid out yet and nobody searches. */
struct find_pair {
	uint32_t token, value;
};

struct find_run {
	const struct short_names *names;
	struct token_key key;
	VEC(struct find_token) tokens;
	uint32_t *slots; /* a token's number and 1, or 0 */
	size_t n_slots;
	uint32_t *listed;
	size_t n_listed;
	VEC(struct find_link) links;
	VEC(struct find_pair) pairs;
	bool settled;
	VEC(uint64_t) people; /* ids; 0 for one who is gone */
	uint32_t *by_id;
	size_t n_by_id;
	/* While seeking: which terms agreed, and the score, by person. */
	uint32_t *tally;
	size_t n_tally;
	VEC(uint32_t) touched;
};

/* Words shorter than this have no slips: too many are one letter apart. */
#define FIND_SLIP_LEAST 4

/**
 * find_hash(run, what, text, len), find_token(run, hash):
 * The token of a text, and its number; UINT32_MAX when nothing stands there.
 */
uint64_t
find_hash(const struct find_run *run, char what, const char *text, size_t len);
uint32_t find_token(const struct find_run *run, uint64_t hash);

/**
 * find_person(run, id):
 * The number of the person with that id; UINT32_MAX if they are not here.
 */
uint32_t find_person(const struct find_run *run, uint64_t id);

/**
 * find_without(word, len, at, out):
 * Write ${word} without the letter at ${at} to ${out}; how many bytes less.
 */
size_t find_without(const char *word, size_t len, size_t at, char *out);

/**
 * find_digits(phone, out, room):
 * The digits of a kept number without its extension; how many.
 */
size_t find_digits(const char *phone, char *out, size_t room);

#endif /* HANDRAIL_HUB_FIND_INSIDE_H */
