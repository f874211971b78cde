/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"
#include "base/vec.h"
#include "base/when.h"
#include "hub/slip.h"
#include "model/code.h"

#include "hub/planline.h"

struct planline {
	const struct codes *codes;
	struct arena *arena;
	struct slip *slip;
	VEC(const char *) words;
};

/* The code of ${list} that a sign's word means; what is no code stays text. */
static void
take_code(struct planline *p, const char *name, const char *list,
    const char *typed)
{
	const struct code *best = code_by(p->codes, list, typed);

	if (!best && !code_match(p->codes, list, typed, &best, 1))
		best = NULL;
	slip_set(p->slip, name, best ? best->code : typed);
}

static const char *
join(struct planline *p, size_t from, size_t to)
{
	struct buf text = { 0 };
	const char *copy;

	for (size_t i = from; i < to; i++)
		buf_printf(&text, "%s%s", i > from ? " " : "", p->words.at[i]);
	copy = arena_str(p->arena, buf_str(&text));
	buf_release(&text);
	return copy;
}

/* A date in the last two words or the last one. It must leave some words. */
static size_t
take_due(struct planline *p, int64_t now_ms)
{
	size_t n = p->words.n;
	char iso[WHEN_ROOM];

	for (size_t take = 2; take > 0; take--) {
		const char *text;

		if (n <= take)
			continue;
		text = join(p, n - take, n);
		if (when_parse(text, now_ms, WHEN_FUTURE, iso, NULL))
			continue;
		slip_set(p->slip, "due", text);
		return n - take;
	}
	return n;
}

static bool
is_sign(const char *word)
{
	return strchr("/@*", word[0]) && word[1];
}

/* "@" reaches to the next sign or the end. */
static size_t
take_who(struct planline *p, size_t at, size_t n)
{
	size_t end = at + 1;

	while (end < n && !is_sign(p->words.at[end]))
		end++;
	slip_set(p->slip, "who", join(p, at, end) + 1);
	return end;
}

static void
split(struct planline *p, const char *line)
{
	struct span word;

	while (str_word(&line, &word))
		*VEC_ADD(&p->words) = arena_strn(p->arena, word.at, word.len);
}

void
planline_read(const struct codes *codes, int64_t now_ms, const char *line,
    struct slip *slip)
{
	struct planline p = { .codes = codes, .slip = slip,
		.arena = arena_new() };
	size_t n, i = 0, what = 0;

	split(&p, line);
	n = take_due(&p, now_ms);
	while (i < n) {
		const char *word = p.words.at[i];

		if (!is_sign(word))
			p.words.at[what++] = word;
		else if (word[0] == '/')
			take_code(&p, "sort", "support", word + 1);
		else if (word[0] == '*')
			take_code(&p, "every", "every", word + 1);
		if (is_sign(word) && word[0] == '@')
			i = take_who(&p, i, n);
		else
			i++;
	}
	slip_set(slip, "what", join(&p, 0, what));
	VEC_RELEASE(&p.words);
	arena_free(p.arena);
}
