/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "model/builtin.h"

/* clang-format off */
static const struct kind_field controls_parts[] = {
	{ .tag = 1, .name = "what", .label = "What",
	  .type = TYPE_TEXT,
	  .flags = KIND_NEEDED,
	  .help = "What is done." },

	{ .tag = 2, .name = "who", .label = "Who",
	  .type = TYPE_TEXT,
	  .help = "Who does it." },

	{ .tag = 3, .name = "due", .label = "Due",
	  .type = TYPE_WHEN,
	  .flags = KIND_FUTURE,
	  .help = "By when." },
};

static const struct kind_field fields[] = {
	{ .tag = RISKLOG_CODE, .name = "code", .label = "Code",
	  .type = TYPE_TEXT, .key = "cd",
	  .flags = KIND_NEEDED | KIND_SEARCHED | KIND_SORTED | KIND_HEADING,
	  .help = "A short code." },

	{ .tag = RISKLOG_TEXT, .name = "text", .label = "Risk",
	  .type = TYPE_PROSE, .key = "tx",
	  .flags = KIND_NEEDED | KIND_SEARCHED | KIND_HEADING,
	  .help = "What may happen, why, and what it would do." },

	{ .tag = RISKLOG_CHANCE, .name = "chance", .label = "Chance",
	  .type = TYPE_NUMBER, .key = "ch",
	  .flags = KIND_NEEDED,
	  .help = "1 hardly to 5 almost surely." },

	{ .tag = RISKLOG_HARM, .name = "harm", .label = "Harm",
	  .type = TYPE_NUMBER, .key = "hm",
	  .flags = KIND_NEEDED,
	  .help = "1 slight to 5 grave." },

	{ .tag = RISKLOG_CONTROLS, .name = "controls", .label = "Controls",
	  .type = TYPE_GROUP, .key = "ct",
	  .flags = KIND_REPEATED,
	  .parts = controls_parts,
	  .n_parts = sizeof(controls_parts) / sizeof(controls_parts[0]),
	  .help = "What keeps it down." },

	{ .tag = RISKLOG_OWNER, .name = "owner", .label = "Owner",
	  .type = TYPE_LINK, .of = "worker",
	  .help = "Who watches it." },

	{ .tag = RISKLOG_REVIEW, .name = "review", .label = "Review",
	  .type = TYPE_WHEN, .key = "rv",
	  .flags = KIND_FUTURE,
	  .help = "When it is looked at again." },

	{ .tag = RISKLOG_STATE, .name = "state", .label = "State",
	  .type = TYPE_CODE, .of = "risklog-state", .key = "st",
	  .flags = KIND_NEEDED | KIND_HEADING,
	  .help = "Open, accepted, closed." },
};
/* clang-format on */

const struct kind kind_risklog = {
	.tag = KIND_RISKLOG,
	.name = "risklog",
	.title = "Risk-log row",
	.plural = "Risk log",
	.help = "One thing that may go wrong for the hub, and what is done "
		"about it.",
	.fields = fields,
	.n = sizeof(fields) / sizeof(fields[0]),
	.flags = KIND_HUB,
};
