/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

/* What there is to know: kinds, their fields and numbers, types, code lists. */

#include <string.h>

#include "ctl/ctl.h"
#include "model/code.h"
#include "model/kind.h"
#include "model/type.h"

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

static const struct out_column kind_columns[] = {
	{ "number", "no.", OUT_NUMBER },
	{ "name", "kind", OUT_WORDS },
	{ "title", "title", OUT_WORDS },
	{ "fields", "fields", OUT_NUMBER },
	{ "sealed-by", "sealed by", OUT_WORDS },
	{ "site", NULL, OUT_YES },
	{ "help", "what one is", OUT_WORDS },
};

static const struct out_column field_columns[] = {
	{ "number", "no.", OUT_NUMBER },
	{ "name", "field", OUT_WORDS },
	{ "label", "label", OUT_WORDS },
	{ "type", "type", OUT_WORDS },
	{ "of", "of", OUT_WORDS },
	{ "tag", "tag", OUT_WORDS },
	{ "marks", "marks", OUT_WORDS },
	{ "help", "what it is", OUT_WORDS },
};

static const struct out_column list_columns[] = {
	{ "name", "list", OUT_WORDS },
	{ "title", "title", OUT_WORDS },
	{ "codes", "codes", OUT_NUMBER },
	{ "file", NULL, OUT_WORDS },
};

static const struct out_column code_columns[] = {
	{ "code", "code", OUT_WORDS },
	{ "letter", "letter", OUT_WORDS },
	{ "label", "label", OUT_WORDS },
	{ "group", "group", OUT_WORDS },
	{ "from", "from", OUT_WORDS },
	{ "until", "until", OUT_WORDS },
	{ "mark", "mark", OUT_WORDS },
};

/* clang-format off */
static const struct mark {
	unsigned flag;
	const char *word;
} marks[] = {
	{ KIND_NEEDED,	 "needed" },
	{ KIND_SORTED,	 "sorted" },
	{ KIND_SEARCHED, "searched" },
	{ KIND_PRIVATE,	 "private" },
	{ KIND_SAFE,	 "safe-address" },
	{ KIND_REPEATED, "repeated" },
	{ KIND_FIXED,	 "set-by-handrail" },
	{ KIND_STRICT,	 "strict" },
	{ KIND_PARENT,	 "parent" },
};
/* clang-format on */

static const char *
marks_of(struct arena *arena, unsigned flags)
{
	char *words = arena_str(arena, "");
	size_t i;

	for (i = 0; i < COUNT(marks); i++)
		if (flags & marks[i].flag)
			words = arena_printf(arena, "%s%s%s", words,
			    words[0] != '\0' ? " " : "", marks[i].word);
	return words;
}

static const char *
sealed_by(const struct kind *kind)
{
	if (kind->flags & KIND_SAFE)
		return "safe-address area";
	if (kind->flags & KIND_PERSONAL)
		return "person";
	return kind->flags & KIND_HUB ? "hub" : "area";
}

static void
kind_row(struct ctl *ctl, struct out *out, const struct kind *kind)
{
	out_row(out,
	    (const char *[]){ arena_printf(ctl->arena, "%u", kind->tag),
		kind->name, kind->title,
		arena_printf(ctl->arena, "%zu", kind->n), sealed_by(kind),
		kind->flags & KIND_SITE_MADE ? "y" : "n", kind->help });
}

/* A part of a group is told as "group.part". */
static void
field_rows(struct ctl *ctl, struct out *out, const char *before,
    const struct kind_field *fields, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++) {
		const struct kind_field *f = &fields[i];
		char *name = arena_printf(ctl->arena, "%s%s", before, f->name);

		out_row(out,
		    (const char *[]){ arena_printf(ctl->arena, "%u", f->tag),
			name, f->label, type_row(f->type)->name, f->of, f->key,
			marks_of(ctl->arena, f->flags), f->help });
		if (f->n_parts > 0)
			field_rows(ctl, out,
			    arena_printf(ctl->arena, "%s.", name), f->parts,
			    f->n_parts);
	}
}

static int
end(struct ctl *ctl, struct out *out)
{
	struct fault f = { 0 };

	return out_end(out, &f) ? ctl_fail(ctl, NULL, &f) : CTL_DONE;
}

static int
list_kinds(struct ctl *ctl)
{
	struct out *out =
	    out_new(ctl->format, kind_columns, COUNT(kind_columns), stdout);
	const struct kinds *kinds = ctl->hub->kinds;
	size_t i;

	for (i = 0; i < kinds_count(kinds); i++)
		kind_row(ctl, out, kinds_nth(kinds, i));
	return end(ctl, out);
}

static int
list_fields(struct ctl *ctl, const char *name)
{
	const struct kind *kind = kinds_by_name(ctl->hub->kinds, name);
	struct out *out;

	if (kind == NULL)
		return ctl_usage(ctl,
		    "there is no kind \"%s\"; `handrailctl schema` lists them",
		    name);
	out = out_new(ctl->format, field_columns, COUNT(field_columns), stdout);
	field_rows(ctl, out, "", kind->fields, kind->n);
	return end(ctl, out);
}

static int
list_lists(struct ctl *ctl)
{
	struct out *out =
	    out_new(ctl->format, list_columns, COUNT(list_columns), stdout);
	const struct codes *codes = ctl->hub->codes;
	size_t i;

	for (i = 0; i < codes_count(codes); i++) {
		const struct code_list *list = codes_nth(codes, i);

		out_row(out,
		    (const char *[]){ list->name, list->title,
			arena_printf(ctl->arena, "%zu", list->n), list->path });
	}
	return end(ctl, out);
}

static int
list_codes(struct ctl *ctl, const char *name)
{
	const struct code_list *list = code_list(ctl->hub->codes, name);
	struct out *out;
	size_t i;

	if (list == NULL)
		return ctl_usage(ctl,
		    "there is no code list \"%s\"; `handrailctl schema "
		    "--lists` names them",
		    name);
	out = out_new(ctl->format, code_columns, COUNT(code_columns), stdout);
	for (i = 0; i < list->n; i++) {
		const struct code *c = &list->codes[i];
		char letter[2] = { c->letter, '\0' };

		out_row(out, (const char *[]){ c->code, letter, c->label,
				 c->group, c->from, c->until, c->mark });
	}
	return end(ctl, out);
}

static int
run(struct ctl *ctl, int argc, char **argv)
{
	const char *codes = NULL;
	bool lists = false;
	const struct option_row rows[] = {
		{ "lists", NULL, "the code lists instead", NULL, &lists },
		{ "codes", "LIST", "the codes of one list", &codes, NULL },
		CTL_FORMAT(ctl),
		{ NULL, NULL, NULL, NULL, NULL },
	};
	struct hub_options options;
	struct fault f = { 0 };
	int status;

	if (!ctl_words(ctl, rows, &argc, argv, 0, 1, &status))
		return status;
	status = ctl_settle(ctl);
	if (status != CTL_DONE)
		return status;
	options_hub(&ctl->o, "", &options);
	if (hub_define(&options, &ctl->hub, &f))
		return ctl_fail(ctl, NULL, &f);
	if (lists)
		return list_lists(ctl);
	if (codes != NULL)
		return list_codes(ctl, codes);
	return argc > 1 ? list_fields(ctl, argv[1]) : list_kinds(ctl);
}

const struct ctl_command ctl_schema = {
	.name = "schema",
	.synopsis = "[KIND] [--lists] [--codes LIST] [--format FORMAT]",
	.sentence = "kinds, fields, numbers, types and code lists",
	.run = run,
};
