/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/str.h"
#include "base/utf8.h"
#include "base/when.h"

#include "ui/views/queue.h"

static const char *
col_ref(const struct queue_row *row)
{
	return row->ref;
}

static const char *
col_name(const struct queue_row *row)
{
	return row->name;
}

static const char *
col_crime(const struct queue_row *row)
{
	return row->crime;
}

static const char *
col_why(const struct queue_row *row)
{
	return row->why;
}

static const char *
col_due(const struct queue_row *row)
{
	return row->due;
}

static const char *
col_safe(const struct queue_row *row)
{
	return row->safe;
}

static const char *
col_who(const struct queue_row *row)
{
	return row->who;
}

/* clang-format off */
static const struct col {
	const char *word;
	const char *(*text)(const struct queue_row *);
} cols[] = {
	{ "ref",	col_ref },	{ "name",	col_name },
	{ "crime",	col_crime },	{ "why",	col_why },
	{ "due",	col_due },	{ "safe",	col_safe },
	{ "own",	col_who },	{ "who",	col_who },
};
/* clang-format on */

static bool
holds(struct arena *a, const char *text, const char *folded)
{
	return strstr(utf8_fold(a, text), folded) != NULL;
}

/* "due<2d", "due>fri"; false when it is no such word. */
static bool
by_due(const char *word, const struct queue_row *row, int64_t now_ms,
    bool *passes)
{
	char iso[WHEN_ROOM];
	int64_t limit;
	int32_t first, last;

	if (!str_istarts(word, "due") || (word[3] != '<' && word[3] != '>'))
		return false;
	*passes = true; /* not typed to its end yet */
	if (when_parse(word + 4, now_ms, WHEN_FUTURE, iso, NULL) ||
	    !when_moment(iso, &limit) || !when_days(iso, &first, &last))
		return true;
	if (strchr(iso, 'T') == NULL)
		limit += INT64_C(86400000);
	*passes = row->due_ms != 0 &&
		  (word[3] == '<' ? row->due_ms <= limit : row->due_ms > limit);
	return true;
}

/* "crime:dom"; false when the part before the colon is no column. */
static bool
by_column(struct arena *a, const char *word, const struct queue_row *row,
    const char *me, bool *passes)
{
	const char *colon = strchr(word, ':');

	if (colon == NULL)
		return false;
	for (size_t i = 0; i < sizeof(cols) / sizeof(cols[0]); i++) {
		const char *want = colon + 1;

		if (strlen(cols[i].word) != (size_t)(colon - word) ||
		    !str_istarts(word, cols[i].word))
			continue;
		if (cols[i].text == col_who && str_ieq(want, "me"))
			want = me;
		*passes = holds(a, cols[i].text(row), utf8_fold(a, want));
		return true;
	}
	return false;
}

static bool
passes_word(struct arena *a, const char *word, const struct queue_row *row,
    const char *me, int64_t now_ms)
{
	bool passes = false;

	if (by_due(word, row, now_ms, &passes) ||
	    by_column(a, word, row, me, &passes))
		return passes;
	word = utf8_fold(a, word);
	for (size_t i = 0; i < sizeof(cols) / sizeof(cols[0]) && !passes; i++)
		passes = holds(a, cols[i].text(row), word);
	return passes;
}

bool
queue_matches(struct arena *a, const struct queue_row *row, const char *filter,
    const char *me, int64_t now_ms)
{
	const char *rest = filter;
	struct span part;
	bool passes = true;

	while (passes && str_word(&rest, &part)) {
		char *word = arena_span(a, part).at != NULL
				 ? arena_strn(a, part.at, part.len)
				 : arena_str(a, "");
		bool turned = word[0] == '-' && word[1] != '\0';

		passes =
		    passes_word(a, word + turned, row, me, now_ms) != turned;
	}
	return passes;
}
