/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/vec.h"
#include "hub/due.h"
#include "hub/hub.h"
#include "model/code.h"

#include "hub/compliance.h"

typedef const char *key_fn(const struct due_row *);

static const char *
by_right(const struct due_row *row)
{
	return row->right;
}

static const char *
by_rule(const struct due_row *row)
{
	return row->rule;
}

static const char *
by_area(const struct due_row *row)
{
	return row->area;
}

static const char *
by_crime(const struct due_row *row)
{
	return row->crime;
}

static const char *
by_who(const struct due_row *row)
{
	return row->who;
}

static const char *
by_holder(const struct due_row *row)
{
	return row->holder;
}

/* clang-format off */
static const struct {
	const char *word;
	key_fn *key;
	const char *codes; /* whose labels say what a key means */
} ways[] = {
	{ "right",	by_right,	"right" },
	{ "rule",	by_rule,	"rule" },
	{ "area",	by_area,	NULL },
	{ "crime",	by_crime,	"crime" },
	{ "who",	by_who,		NULL },
	{ "holder",	by_holder,	NULL },
};
/* clang-format on */

#define WAYS ((int)(sizeof(ways) / sizeof(ways[0])))

int
compliance_by(const char *word)
{
	for (int i = 0; i < WAYS; i++)
		if (strcmp(ways[i].word, word) == 0)
			return i;
	return -1;
}

struct counting {
	struct hub *hub;
	struct arena *arena;
	int by;
	const char *from, *until;
	VEC(struct compliance_line) lines;
	struct compliance_line all;
};

static struct compliance_line *
line_of(struct counting *c, const char *key)
{
	struct compliance_line *line;
	const char *list = ways[c->by].codes;

	VEC_EACH (&c->lines, line)
		if (strcmp(line->key, key) == 0)
			return line;
	line = VEC_ADD(&c->lines);
	line->key = arena_str(c->arena, key);
	line->label =
	    list ? arena_str(c->arena, code_label(c->hub->codes, list, key))
		 : line->key;
	return line;
}

static void
count_in(struct compliance_line *line, const struct due_row *row)
{
	const struct {
		const char *state;
		uint64_t *count;
		bool due;
	} counts[] = {
		{ "met", &line->met, true },
		{ "late", &line->slow, true },
		{ "running", row->late ? &line->late : &line->coming,
		    row->late },
		{ "paused", &line->excepted, false },
		{ "excepted", &line->excepted, false },
	};

	for (size_t i = 0; i < sizeof(counts) / sizeof(counts[0]); i++)
		if (strcmp(row->state, counts[i].state) == 0) {
			++*counts[i].count;
			line->due += counts[i].due;
			return;
		}
	line->unknown++;
}

static bool
is_within(const struct counting *c, const struct due_row *row)
{
	const char *day = *row->due ? row->due
			  : *row->met ? row->met
				      : row->started;

	return (!*c->from || strncmp(day, c->from, 10) >= 0) &&
	       (!*c->until || strncmp(day, c->until, 10) <= 0);
}

static void
count(const struct due_row *row, void *arg)
{
	struct counting *c = arg;

	if (!is_within(c, row))
		return;
	count_in(line_of(c, ways[c->by].key(row)), row);
	count_in(&c->all, row);
}

static int
by_key(const void *a, const void *b)
{
	const struct compliance_line *x = a, *y = b;

	return strcmp(x->key, y->key);
}

enum rc
compliance_read(struct hub *hub, struct arena *arena, int by, const char *from,
    const char *until, struct compliance *c, struct fault *f)
{
	struct counting counting = { .hub = hub,
		.arena = arena,
		.by = by,
		.from = from,
		.until = until };
	struct due_ask ask = { .state = "all" };
	enum rc rc = due_each(hub, &ask, count, &counting, f);

	*c = (struct compliance){ .all = counting.all };
	if (!rc && counting.lines.n) {
		qsort(counting.lines.at, counting.lines.n,
		    sizeof(*counting.lines.at), by_key);
		c->n = counting.lines.n;
		c->at = arena_copy(
		    arena, counting.lines.at, c->n * sizeof(*c->at));
	}
	VEC_RELEASE(&counting.lines);
	return rc;
}

int
compliance_share(const struct compliance_line *line)
{
	return line->due ? (int)(100 * line->met / line->due) : -1;
}
