/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "model/builtin.h"

/*
 * One category of enhanced rights that holds, or held, for a case. Several can
 * hold at once. What a rule found ends when the rule holds no longer; what a
 * person gave ends when a person takes it away.
 */

/* clang-format off */
static const struct kind_field fields[] = {
	{ .tag = LEVEL_CASEFILE, .name = "casefile", .label = "Case",
	  .type = TYPE_LINK, .of = "casefile",
	  .flags = KIND_NEEDED | KIND_PARENT,
	  .help = "The case it belongs to." },

	{ .tag = LEVEL_CATEGORY, .name = "category", .label = "Category",
	  .type = TYPE_CODE, .of = "enhanced", .key = "ct",
	  .flags = KIND_NEEDED | KIND_HEADING,
	  .help = "Which category of the Victims' Code." },

	{ .tag = LEVEL_HOW, .name = "how", .label = "Found",
	  .type = TYPE_CODE, .of = "level-how", .key = "hw",
	  .flags = KIND_NEEDED,
	  .help = "By a rule, or given by a person." },

	{ .tag = LEVEL_RULE, .name = "rule", .label = "Rule",
	  .type = TYPE_TEXT,
	  .flags = KIND_FIXED | KIND_HEADING,
	  .help = "The rule of data/levels that found it." },

	{ .tag = LEVEL_EVIDENCE, .name = "evidence", .label = "Evidence",
	  .type = TYPE_TEXT, .key = "ev",
	  .flags = KIND_PRIVATE,
	  .help = "What it rests on." },

	{ .tag = LEVEL_WORKER, .name = "worker", .label = "Who",
	  .type = TYPE_LINK, .of = "worker",
	  .flags = KIND_FIXED,
	  .help = "Who decided, or whose act the rule followed." },

	{ .tag = LEVEL_FROM, .name = "from", .label = "From",
	  .type = TYPE_WHEN, .key = "fr",
	  .flags = KIND_NEEDED | KIND_SORTED | KIND_HEADING | KIND_PAST,
	  .help = "From when it holds." },

	{ .tag = LEVEL_UNTIL, .name = "until", .label = "Until",
	  .type = TYPE_WHEN, .key = "un",
	  .flags = KIND_HEADING,
	  .help = "Until when it held; blank while it does." },

	{ .tag = LEVEL_REASON, .name = "reason", .label = "Reason",
	  .type = TYPE_TEXT, .key = "rs",
	  .flags = KIND_PRIVATE,
	  .help = "Why a person gave it; needed for one at our discretion." },

	{ .tag = LEVEL_ENDED, .name = "ended", .label = "Why ended",
	  .type = TYPE_TEXT, .key = "en",
	  .flags = KIND_PRIVATE,
	  .help = "Why it holds no longer." },
};
/* clang-format on */

const struct kind kind_level = {
	.tag = KIND_LEVEL,
	.name = "level",
	.title = "Enhanced rights",
	.plural = "Enhanced rights",
	.help = "One category of enhanced rights of a case, with what it rests on "
		"and when it held.",
	.fields = fields,
	.n = sizeof(fields) / sizeof(fields[0]),
	.flags = KIND_PERSONAL,
};
