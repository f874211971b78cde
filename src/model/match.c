/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>
#include <strings.h>

#include "base/str.h"
#include "model/code.h"

/*
 * What a few typed letters can mean in a code list, the likeliest first. The
 * lists are short, so every row is asked once for each rank.
 */

enum rank { RANK_CODE, RANK_LETTER, RANK_BEGIN, RANK_LABEL, RANK_WORD, RANKS };

/* The next word of a text, parted by anything that parts words. */
static bool
next_word(const char **rest, struct span *word)
{
	static const char parts[] = " ,;:()/-.'";

	*rest += strspn(*rest, parts);
	*word = span_of(*rest, strcspn(*rest, parts));
	*rest += word->len;
	return word->len > 0;
}

static bool
span_istarts(struct span s, struct span with)
{
	return with.len <= s.len && !strncasecmp(s.at, with.at, with.len);
}

/* Whether every word typed begins some word of the label. */
static bool
words_match(const char *label, const char *typed)
{
	struct span want, have;

	while (next_word(&typed, &want)) {
		const char *rest = label;
		bool found = false;

		while (!found && next_word(&rest, &have))
			found = span_istarts(have, want);
		if (!found)
			return false;
	}
	return true;
}

static bool
rank_fits(const struct code *c, const char *typed, enum rank rank)
{
	switch (rank) {
	case RANK_CODE:
		return str_ieq(c->code, typed);
	case RANK_LETTER:
		return c->letter && !typed[1] &&
		       c->letter ==
			   (*typed |
			       ('A' <= *typed && *typed <= 'Z' ? 0x20 : 0));
	case RANK_BEGIN:
		return str_istarts(c->code, typed);
	case RANK_LABEL:
		return str_istarts(c->label, typed);
	case RANK_WORD:
		return words_match(c->label, typed);
	default:
		return false;
	}
}

static bool
rank_first(const struct code *c, const char *typed, enum rank rank)
{
	for (enum rank before = 0; before < rank; before++)
		if (rank_fits(c, typed, before))
			return false;
	return rank_fits(c, typed, rank);
}

/* Retired codes are for records that hold them, not for choosing. */
static size_t
match_blank(const struct code_list *list, const struct code **best, size_t n)
{
	size_t found = 0;

	for (size_t i = 0; i < list->n && found < n; i++)
		if (!list->codes[i].until)
			best[found++] = &list->codes[i];
	return found;
}

size_t
code_match(const struct codes *codes, const char *name, const char *typed,
    const struct code **best, size_t n)
{
	const struct code_list *list = code_list(codes, name);
	size_t found = 0;

	if (!list)
		return 0;
	if (str_is_blank(typed))
		return match_blank(list, best, n);
	for (enum rank rank = 0; rank < RANKS; rank++) {
		for (size_t i = 0; i < list->n && found < n; i++) {
			const struct code *c = &list->codes[i];

			if (c->until && rank != RANK_CODE)
				continue;
			if (rank_first(c, typed, rank))
				best[found++] = c;
		}
	}
	return found;
}
