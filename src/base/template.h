/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_BASE_TEMPLATE_H
#define HANDRAIL_BASE_TEMPLATE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/rc.h"

/*
 * Text with places to fill in, as people who write letters can read it:
 *
 *	Dear {person.given},
 *	{if hearing.on}The hearing is on {hearing.on}.{else}No date yet.{end}
 *	{if case.crime = BUR}...{end}	{if not hearing.room}...{end}
 *	{each services}
 *	- {item}
 *	{end}
 *	{{ is a brace
 *
 * A line that holds nothing but such signs leaves no blank line behind. Names
 * are checked when it is read, so that a letter never goes out with a hole, and
 * nothing in it can run for ever: a list has at most TEMPLATE_ROWS rows, lists
 * do not stand in lists, and there is no other loop.
 */

#define TEMPLATE_ROWS 100
#define TEMPLATE_DEPTH 8

struct arena;
struct buf;
struct template;

/* One line as written, and where it stands in its file. */
struct template_line {
	const char *text;
	unsigned line;
};

/* A name that may stand in braces; a table ends with a row of no name. */
struct template_name {
	const char *name;
	const char *help; /* one sentence, for the manual and the schema */
	bool list;        /* only behind each */
};

/* Where the values come from while it is filled in. */
struct template_doors {
	/* The value of ${name}; "" when there is none, never NULL. */
	const char *(*text)(void *arg, const char *name);
	/* Row ${i} of the list ${name}; NULL behind the last. */
	const char *(*row)(void *arg, const char *name, size_t i);
	/* What `{if name = x}` compares with. NULL: the same as text. */
	const char *(*code)(void *arg, const char *name);
	void *arg;
};

/**
 * template_parse(arena, file, lines, n, names, t, f):
 * Read ${n} ${lines} into a template that lives in ${arena}. RC_INVALID with
 * "FILE:LINE: ..." for a sign that is not closed, an end too many or too few, a
 * name that is not among ${names}, with the one that was likely meant.
 */
NODISCARD enum rc template_parse(struct arena *arena, const char *file,
    const struct template_line *lines, size_t n,
    const struct template_name *names, struct template **t, struct fault *f);

/**
 * template_merge(t, doors, out):
 * Add the text, filled in, to ${out}. Blank lines never stand at either end.
 */
void template_merge(const struct template *t,
    const struct template_doors *doors, struct buf *out);

/**
 * template_uses(t, name):
 * Whether the template asks for ${name} anywhere.
 */
bool template_uses(const struct template *t, const char *name);

#endif /* HANDRAIL_BASE_TEMPLATE_H */
