/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

/* Areas: what a hub's records are divided by, each under a key of its own. */

#include <stdio.h>

#include "ctl/keeping.h"
#include "store/people.h"

static const struct out_column columns[] = {
	{ "number", "no.", OUT_NUMBER },
	{ "code", "area", OUT_WORDS },
	{ "epoch", "key", OUT_NUMBER },
	{ "of", "addresses of", OUT_WORDS },
	{ "open", "yours", OUT_YES },
};

#define COLUMNS (sizeof(columns) / sizeof(columns[0]))

static int
add(struct ctl *ctl, char **argv, const void *arg)
{
	struct fault f = { 0 };
	int status = ctl_open(ctl, false);

	(void)arg;
	if (status != CTL_DONE)
		return status;
	return keeping_end(ctl, argv[1],
	    people_area_add(ctl->hub->vault, argv[1], &f), &f,
	    "Added area %s, and %s.safe for where people are.", argv[1],
	    argv[1]);
}

static int
rotate(struct ctl *ctl, char **argv, const void *arg)
{
	struct fault f = { 0 };
	int status = ctl_open(ctl, false);

	(void)arg;
	if (status != CTL_DONE)
		return status;
	return keeping_end(ctl, argv[1],
	    people_area_rotate(ctl->hub->vault, argv[1], &f), &f,
	    "Area %s has a new key; what was written before stays readable.",
	    argv[1]);
}

static void
area_row(struct ctl *ctl, struct out *out, const struct vault_area *a)
{
	const struct vault_area *of =
	    a->of ? vault_area_by_number(ctl->hub->vault, a->of) : NULL;

	out_row(out,
	    (const char *[COLUMNS]){ arena_printf(ctl->arena, "%u", a->number),
		a->code, arena_printf(ctl->arena, "%u", a->epoch),
		of != NULL ? of->code : "", a->open ? "y" : "n" });
}

static int
list(struct ctl *ctl, char **argv, const void *arg)
{
	const struct vault_area *a;
	struct fault f = { 0 };
	struct out *out;
	size_t n;
	int status = ctl_open(ctl, true);

	(void)argv;
	(void)arg;
	if (status != CTL_DONE)
		return status;
	out = out_new(ctl->format, columns, COLUMNS, stdout);
	a = vault_areas(ctl->hub->vault, &n);
	for (size_t i = 0; i < n; i++)
		area_row(ctl, out, &a[i]);
	return out_end(out, &f) ? ctl_fail(ctl, NULL, &f) : CTL_DONE;
}

/* clang-format off */
static const struct keeping_verb verbs[] = {
	{ "add",	"CODE",			1, 1, add },
	{ "list",	"no more words",	0, 0, list },
	{ "rotate",	"CODE",			1, 1, rotate },
	{ NULL, NULL, 0, 0, NULL }
};
/* clang-format on */

static int
run(struct ctl *ctl, int argc, char **argv)
{
	const struct option_row rows[] = {
		CTL_FORMAT(ctl),
		{ NULL, NULL, NULL, NULL, NULL },
	};
	int status;

	if (!ctl_words(ctl, rows, &argc, argv, 1, -1, &status))
		return status;
	return keeping_do(ctl, verbs, argc, argv, NULL);
}

const struct ctl_command ctl_area = {
	.name = "area",
	.synopsis = "add CODE|list|rotate CODE",
	.sentence = "areas and their keys",
	.run = run,
};
