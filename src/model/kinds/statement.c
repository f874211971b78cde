/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "model/builtin.h"

/*
 * Its words are never kept here: they are evidence, and the police keep them.
 * Here stands that it was offered, what she chose, and what became of it.
 */

/* clang-format off */
static const struct kind_field fields[] = {
	{ .tag = STATEMENT_CASEFILE, .name = "casefile", .label = "Case",
	  .type = TYPE_LINK, .of = "casefile",
	  .flags = KIND_NEEDED | KIND_PARENT,
	  .help = "The case it belongs to." },

	{ .tag = STATEMENT_SORT, .name = "sort", .label = "Sort",
	  .type = TYPE_CODE, .of = "statement", .key = "so",
	  .flags = KIND_NEEDED | KIND_HEADING,
	  .help = "For the court, for the parole board, for a business or a "
		  "community." },

	{ .tag = STATEMENT_OFFERED, .name = "offered", .label = "Offered",
	  .type = TYPE_WHEN, .key = "of",
	  .flags = KIND_PAST | KIND_SORTED,
	  .help = "When it was explained and offered." },

	{ .tag = STATEMENT_BY, .name = "by", .label = "Offered by",
	  .type = TYPE_CODE, .of = "told-by", .key = "by",
	  .help = "Who offered it." },

	{ .tag = STATEMENT_CHOICE, .name = "choice", .label = "Choice",
	  .type = TYPE_CODE, .of = "statement-choice", .key = "ch",
	  .flags = KIND_HEADING,
	  .help = "Whether she wants to make one, now or later." },

	{ .tag = STATEMENT_MADE, .name = "made", .label = "Made",
	  .type = TYPE_WHEN, .key = "md",
	  .flags = KIND_PAST,
	  .help = "When it was taken down." },

	{ .tag = STATEMENT_ADDED, .name = "added", .label = "Added to",
	  .type = TYPE_WHEN, .key = "ad",
	  .flags = KIND_PAST,
	  .help = "When it was last added to; open until sentence." },

	{ .tag = STATEMENT_READER, .name = "reader", .label = "To be read by",
	  .type = TYPE_CODE, .of = "statement-reader", .key = "rd",
	  .help = "Who is to read it aloud: she, the prosecutor, another, "
		  "nobody." },

	{ .tag = STATEMENT_READ, .name = "read", .label = "Read",
	  .type = TYPE_WHEN, .key = "re",
	  .flags = KIND_PAST,
	  .help = "When it was read in court or to the board." },

	{ .tag = STATEMENT_NOTE, .name = "note", .label = "Note",
	  .type = TYPE_TEXT, .key = "nt",
	  .flags = KIND_PRIVATE,
	  .help = "Anything else, never its words." },
};
/* clang-format on */

const struct kind kind_statement = {
	.tag = KIND_STATEMENT,
	.name = "statement",
	.title = "Personal statement",
	.plural = "Personal statements",
	.help = "A statement in the victim's own words of what the crime did, "
		"offered, made, and who read it.",
	.fields = fields,
	.n = sizeof(fields) / sizeof(fields[0]),
	.flags = KIND_PERSONAL,
};
