/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "model/builtin.h"

/* clang-format off */
static const struct kind_field fields[] = {
	{ .tag = HOUSEHOLD_PERSON, .name = "person", .label = "Whose",
	  .type = TYPE_LINK, .of = "person",
	  .flags = KIND_NEEDED | KIND_PARENT,
	  .help = "The person whose household it is." },

	{ .tag = HOUSEHOLD_NAME, .name = "name", .label = "Name",
	  .type = TYPE_NAME, .key = "nm",
	  .flags = KIND_SEARCHED | KIND_PRIVATE | KIND_HEADING,
	  .help = "What they are called." },

	{ .tag = HOUSEHOLD_RELATION, .name = "relation", .label = "Relation",
	  .type = TYPE_CODE, .of = "relation", .key = "rl",
	  .flags = KIND_NEEDED | KIND_LETTERS | KIND_PRIVATE | KIND_HEADING,
	  .help = "How they stand to the person." },

	{ .tag = HOUSEHOLD_BORN, .name = "born", .label = "Born",
	  .type = TYPE_BIRTH, .key = "bd",
	  .flags = KIND_PRIVATE,
	  .help = "Birth date or age, for children above all." },

	{ .tag = HOUSEHOLD_LIVES, .name = "lives", .label = "Lives there",
	  .type = TYPE_FLAG, .key = "lh",
	  .flags = KIND_PRIVATE,
	  .help = "Whether they live in the same home." },

	{ .tag = HOUSEHOLD_CONCERN, .name = "concern", .label = "Concern",
	  .type = TYPE_CODES, .of = "concern", .key = "cc",
	  .flags = KIND_PRIVATE,
	  .help = "Child, carer, alleged offender, needs help too." },

	{ .tag = HOUSEHOLD_LINK, .name = "record", .label = "Own record",
	  .type = TYPE_LINK, .of = "person",
	  .help = "Their own record here, if they have one." },

	{ .tag = HOUSEHOLD_NOTE, .name = "note", .label = "Note",
	  .type = TYPE_TEXT, .key = "nt",
	  .flags = KIND_PRIVATE,
	  .help = "School, nursery, who knows what has happened." },
};
/* clang-format on */

const struct kind kind_household = {
	.tag = KIND_HOUSEHOLD,
	.name = "household",
	.title = "Household",
	.plural = "Households",
	.help = "Someone else in a person's home or life who matters to their "
		"safety or support.",
	.fields = fields,
	.n = sizeof(fields) / sizeof(fields[0]),
	.flags = KIND_PERSONAL,
};
