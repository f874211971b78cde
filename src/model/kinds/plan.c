/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "model/builtin.h"

/*
 * One version of what was agreed. A new version takes the place of the one
 * before, which stays and says until when it held; actions go on from one to
 * the next and say with which they came.
 */

/* clang-format off */
static const struct kind_field goals_parts[] = {
	{ .tag = 1, .name = "need", .label = "Need",
	  .type = TYPE_CODE, .of = "need",
	  .flags = KIND_NEEDED,
	  .help = "The need it is about." },

	{ .tag = 2, .name = "words", .label = "Words",
	  .type = TYPE_TEXT,
	  .flags = KIND_NEEDED | KIND_PRIVATE,
	  .help = "What they want, in their words." },

	{ .tag = 3, .name = "reached", .label = "Reached",
	  .type = TYPE_FLAG,
	  .help = "Yes once it is." },
};

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

	{ .tag = PLAN_NEED, .name = "need", .label = "Needs",
	  .type = TYPE_CODES, .of = "need", .key = "nd",
	  .flags = KIND_LETTERS | KIND_HEADING,
	  .help = "The needs it is about." },

	{ .tag = PLAN_ENDED, .name = "ended", .label = "Ended",
	  .type = TYPE_WHEN,
	  .flags = KIND_PAST | KIND_FIXED,
	  .help = "When another version took its place, or it ended." },

	{ .tag = PLAN_RESULT, .name = "result", .label = "Review",
	  .type = TYPE_PROSE, .key = "rr",
	  .flags = KIND_PRIVATE,
	  .help = "What the review found." },

	{ .tag = PLAN_WORKER, .name = "worker", .label = "Agreed by",
	  .type = TYPE_LINK, .of = "worker",
	  .flags = KIND_FIXED,
	  .help = "The worker who agreed it with them." },

	{ .tag = PLAN_FORM, .name = "form", .label = "For",
	  .type = TYPE_CODE, .of = "plan-form", .key = "fo",
	  .help = "One person, a family or a group." },

	{ .tag = PLAN_GOALS, .name = "goals", .label = "Goals by need",
	  .type = TYPE_GROUP,
	  .flags = KIND_REPEATED | KIND_PRIVATE,
	  .parts = goals_parts,
	  .n_parts = sizeof(goals_parts) / sizeof(goals_parts[0]),
	  .help = "One row for each need that has a goal of its own." },
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
