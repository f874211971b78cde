/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/str.h"

#include "hub/slip.h"

static struct slip_line *
line_of(const struct slip *s, const char *name)
{
	for (size_t i = 0; i < s->n; i++)
		if (strcmp(s->lines[i].name, name) == 0)
			return &s->lines[i];
	return NULL;
}

static struct slip_line *
add_line(struct slip *s)
{
	if (s->n == s->cap) {
		size_t cap = s->cap ? s->cap * 2 : 16;
		struct slip_line *more =
		    arena_get(s->arena, cap * sizeof(*more));

		if (s->n)
			memcpy(more, s->lines, s->n * sizeof(*more));
		s->lines = more;
		s->cap = cap;
	}
	return &s->lines[s->n++];
}

static void
take_off(struct slip *s, struct slip_line *line)
{
	struct slip_line *end = s->lines + s->n;

	memmove(line, line + 1, (size_t)(end - line - 1) * sizeof(*line));
	s->n--;
}

void
slip_set(struct slip *s, const char *name, const char *text)
{
	struct slip_line *line = line_of(s, name);

	if (!text) {
		if (line)
			take_off(s, line);
		return;
	}
	if (!line) {
		line = add_line(s);
		line->name = arena_str(s->arena, name);
	}
	line->text = arena_str(s->arena, text);
}

void
slip_lend(struct slip *s, const char *name, const char *text)
{
	struct slip_line *line = add_line(s);

	line->name = name;
	line->text = text;
}

void
slip_set_id(struct slip *s, const char *name, uint64_t id)
{
	slip_set(s, name, arena_printf(s->arena, "#%016" PRIx64, id));
}

const char *
slip_get(const struct slip *s, const char *name)
{
	const struct slip_line *line = line_of(s, name);

	return line ? line->text : NULL;
}

const char *
slip_text(const struct slip *s, const char *name)
{
	const char *text = slip_get(s, name);

	return text ? text : "";
}

bool
slip_has(const struct slip *s, const char *name)
{
	return !str_is_blank(slip_text(s, name));
}

uint64_t
slip_id(const struct slip *s, const char *name)
{
	const char *text = slip_text(s, name);

	if (text[0] != '#' || strlen(text) != 17)
		return 0;
	return strtoull(text + 1, NULL, 16);
}

void
slip_clear(struct slip *s)
{
	s->n = s->cap = 0;
	s->lines = NULL;
}
