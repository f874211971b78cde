/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "model/builtin.h"

/* clang-format off */
static const struct kind_field items_parts[] = {
	{ .tag = 1, .name = "what", .label = "What",
	  .type = TYPE_TEXT,
	  .flags = KIND_NEEDED,
	  .help = "What is shared." },

	{ .tag = 2, .name = "why", .label = "Why",
	  .type = TYPE_TEXT,
	  .help = "What for." },

	{ .tag = 3, .name = "keep", .label = "Kept for",
	  .type = TYPE_TEXT,
	  .help = "How long the other body keeps it." },
};

static const struct kind_field fields[] = {
	{ .tag = AGREEMENT_CODE, .name = "code", .label = "Code",
	  .type = TYPE_TEXT, .key = "cd",
	  .flags = KIND_NEEDED | KIND_SEARCHED | KIND_SORTED | KIND_HEADING,
	  .help = "A short code." },

	{ .tag = AGREEMENT_TITLE, .name = "title", .label = "Title",
	  .type = TYPE_TEXT, .key = "ti",
	  .flags = KIND_NEEDED | KIND_SEARCHED | KIND_HEADING,
	  .help = "What it is called." },

	{ .tag = AGREEMENT_WITH, .name = "with", .label = "With",
	  .type = TYPE_LINK, .of = "agency",
	  .help = "The other body." },

	{ .tag = AGREEMENT_SORT, .name = "sort", .label = "Sort",
	  .type = TYPE_CODE, .of = "agreement", .key = "so",
	  .flags = KIND_NEEDED,
	  .help = "Sharing, processing, joint control, working together." },

	{ .tag = AGREEMENT_BASIS, .name = "basis", .label = "Lawful basis",
	  .type = TYPE_CODES, .of = "basis", .key = "bs",
	  .help = "What in the law allows it." },

	{ .tag = AGREEMENT_FROM, .name = "from", .label = "From",
	  .type = TYPE_WHEN, .key = "fr",
	  .flags = KIND_NEEDED,
	  .help = "First day." },

	{ .tag = AGREEMENT_UNTIL, .name = "until", .label = "Until",
	  .type = TYPE_WHEN, .key = "un",
	  .help = "Last day." },

	{ .tag = AGREEMENT_REVIEW, .name = "review", .label = "Review",
	  .type = TYPE_WHEN, .key = "rv",
	  .flags = KIND_FUTURE,
	  .help = "When it is looked at again." },

	{ .tag = AGREEMENT_ITEMS, .name = "items", .label = "What is shared",
	  .type = TYPE_GROUP, .key = "it",
	  .flags = KIND_REPEATED,
	  .parts = items_parts,
	  .n_parts = sizeof(items_parts) / sizeof(items_parts[0]),
	  .help = "One row for each kind of thing." },

	{ .tag = AGREEMENT_SIGNED, .name = "signed", .label = "Signed by",
	  .type = TYPE_TEXT, .key = "sg",
	  .help = "Who signed for whom." },
};
/* clang-format on */

const struct kind kind_agreement = {
	.tag = KIND_AGREEMENT,
	.name = "agreement",
	.title = "Agreement",
	.plural = "Agreements",
	.help = "What was agreed with another body about sharing, and until "
		"when.",
	.fields = fields,
	.n = sizeof(fields) / sizeof(fields[0]),
	.flags = KIND_HUB,
};
