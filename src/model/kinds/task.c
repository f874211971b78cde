/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "model/builtin.h"

/* clang-format off */
static const struct kind_field fields[] = {
	{ .tag = TASK_CASEFILE, .name = "casefile", .label = "Case",
	  .type = TYPE_LINK, .of = "casefile",
	  .flags = KIND_PARENT,
	  .help = "The case it is about." },

	{ .tag = TASK_WHAT, .name = "what", .label = "What",
	  .type = TYPE_CODE, .of = "task", .key = "wt",
	  .flags = KIND_NEEDED | KIND_HEADING,
	  .help = "The sort of thing to do." },

	{ .tag = TASK_DUE, .name = "due", .label = "Due",
	  .type = TYPE_WHEN, .key = "du",
	  .flags = KIND_NEEDED | KIND_FUTURE | KIND_SORTED,
	  .help = "When it must be done by." },

	{ .tag = TASK_OWNER, .name = "owner", .label = "Who",
	  .type = TYPE_LINK, .of = "worker", .key = "ow",
	  .help = "Who does it; none is the unassigned queue." },

	{ .tag = TASK_STATE, .name = "state", .label = "State",
	  .type = TYPE_CODE, .of = "task-state", .key = "ts",
	  .flags = KIND_FIXED,
	  .help = "Open, done or dropped." },

	{ .tag = TASK_DONE, .name = "done", .label = "Done",
	  .type = TYPE_WHEN,
	  .flags = KIND_FIXED | KIND_PAST,
	  .help = "When it was done." },

	{ .tag = TASK_TEXT, .name = "text", .label = "In words",
	  .type = TYPE_TEXT, .key = "tx",
	  .flags = KIND_HEADING | KIND_PRIVATE,
	  .help = "What is to be done, in a few words." },

	{ .tag = TASK_CRIME, .name = "crime", .label = "Crime",
	  .type = TYPE_LINK, .of = "crime",
	  .help = "The crime it is about, when there is no case yet." },
};
/* clang-format on */

const struct kind kind_task = {
	.tag = KIND_TASK,
	.name = "task",
	.title = "Task",
	.plural = "Tasks",
	.help = "Something that must be done by a day, by someone.",
	.fields = fields,
	.n = sizeof(fields) / sizeof(fields[0]),
	.flags = KIND_PERSONAL,
};
