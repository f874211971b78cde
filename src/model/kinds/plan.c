/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "model/builtin.h"

/* clang-format off */
static const struct kind_field fields[] = {
	{ .tag = PLAN_CASEFILE, .name = "casefile", .label = "Case",
	  .type = TYPE_LINK, .of = "casefile",
	  .flags = KIND_NEEDED | KIND_PARENT,
	  .help = "The case it is for." },

	{ .tag = PLAN_VERSION, .name = "version", .label = "Version",
	  .type = TYPE_NUMBER,
	  .flags = KIND_NEEDED | KIND_SORTED | KIND_HEADING | KIND_FIXED,
	  .help = "First, second, third version." },

	{ .tag = PLAN_ON, .name = "on", .label = "Agreed",
	  .type = TYPE_WHEN, .key = "on",
	  .flags = KIND_NEEDED | KIND_PAST | KIND_HEADING,
	  .help = "When it was agreed with them." },

	{ .tag = PLAN_GOAL, .name = "goal", .label = "Goal",
	  .type = TYPE_TEXT, .key = "go",
	  .flags = KIND_NEEDED | KIND_PRIVATE | KIND_HEADING,
	  .help = "In their words." },

	{ .tag = PLAN_SHARED, .name = "shared", .label = "Shared with",
	  .type = TYPE_TEXT, .key = "sh",
	  .flags = KIND_PRIVATE,
	  .help = "Who was given it, and which parts." },

	{ .tag = PLAN_REVIEW, .name = "review", .label = "Review",
	  .type = TYPE_WHEN, .key = "rv",
	  .flags = KIND_FUTURE,
	  .help = "When it is looked at again." },

	{ .tag = PLAN_STATE, .name = "state", .label = "State",
	  .type = TYPE_CODE, .of = "plan-state", .key = "ps",
	  .flags = KIND_FIXED,
	  .help = "In force, replaced or ended." },
};
/* clang-format on */

const struct kind kind_plan = {
	.tag = KIND_PLAN,
	.name = "plan",
	.title = "Plan",
	.plural = "Plans",
	.help = "What has been agreed to do, with a goal in the person's own "
		"words.",
	.fields = fields,
	.n = sizeof(fields) / sizeof(fields[0]),
	.flags = KIND_PERSONAL,
};
