/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "model/builtin.h"

/*
 * What was asked, what was done, who was told and when, since somebody may be in
 * danger: steps of data/safeguarding. It stays open until every step that must
 * be taken was, and its task with it.
 */

/* clang-format off */
static const struct kind_field steps_parts[] = {
	{ .tag = STEP_TAKEN_CODE, .name = "step", .label = "Step",
	  .type = TYPE_TEXT,
	  .flags = KIND_NEEDED,
	  .help = "Which step." },

	{ .tag = STEP_TAKEN_ON, .name = "on", .label = "When",
	  .type = TYPE_WHEN,
	  .flags = KIND_NEEDED | KIND_PAST,
	  .help = "When it was taken." },

	{ .tag = STEP_TAKEN_WORKER, .name = "worker", .label = "Who",
	  .type = TYPE_LINK, .of = "worker",
	  .help = "Who took it." },

	{ .tag = STEP_TAKEN_TOLD, .name = "told", .label = "Who was told",
	  .type = TYPE_TEXT,
	  .flags = KIND_PRIVATE,
	  .help = "Who was told, by name and body." },

	{ .tag = STEP_TAKEN_NOTE, .name = "note", .label = "Note",
	  .type = TYPE_TEXT,
	  .flags = KIND_PRIVATE,
	  .help = "What was asked and said, or why it was not done." },
};

static const struct kind_field fields[] = {
	{ .tag = SAFEGUARDING_CASEFILE, .name = "casefile", .label = "Case",
	  .type = TYPE_LINK, .of = "casefile",
	  .flags = KIND_NEEDED | KIND_PARENT,
	  .help = "The case it belongs to." },

	{ .tag = SAFEGUARDING_SORT, .name = "sort", .label = "What for",
	  .type = TYPE_TEXT,
	  .flags = KIND_NEEDED | KIND_HEADING,
	  .help = "Which steps: suicide, child, adult." },

	{ .tag = SAFEGUARDING_STATE, .name = "state", .label = "State",
	  .type = TYPE_CODE, .of = "safeguarding-state",
	  .flags = KIND_NEEDED | KIND_HEADING,
	  .help = "Open until every step is taken." },

	{ .tag = SAFEGUARDING_OPENED, .name = "opened", .label = "Opened",
	  .type = TYPE_WHEN,
	  .flags = KIND_NEEDED | KIND_SORTED | KIND_HEADING | KIND_FIXED | KIND_PAST,
	  .help = "When it was first known." },

	{ .tag = SAFEGUARDING_WHY, .name = "why", .label = "Asked for by",
	  .type = TYPE_TEXT,
	  .flags = KIND_FIXED,
	  .help = "The rule or the risk letter that asked for it." },

	{ .tag = SAFEGUARDING_STEPS, .name = "steps", .label = "Steps taken",
	  .type = TYPE_GROUP,
	  .flags = KIND_PRIVATE | KIND_REPEATED,
	  .parts = steps_parts,
	  .n_parts = sizeof(steps_parts) / sizeof(steps_parts[0]),
	  .help = "What was asked and done, and who was told." },

	{ .tag = SAFEGUARDING_CLOSED, .name = "closed", .label = "Closed",
	  .type = TYPE_WHEN,
	  .flags = KIND_FIXED | KIND_PAST,
	  .help = "When the last step was taken." },

	{ .tag = SAFEGUARDING_TASK, .name = "task", .label = "Task",
	  .type = TYPE_LINK, .of = "task",
	  .help = "The task that stands until it is closed." },

	{ .tag = SAFEGUARDING_WORKER, .name = "worker", .label = "Who",
	  .type = TYPE_LINK, .of = "worker",
	  .flags = KIND_FIXED,
	  .help = "Who heard it first." },
};
/* clang-format on */

const struct kind kind_safeguarding = {
	.tag = KIND_SAFEGUARDING,
	.name = "safeguarding",
	.title = "Safeguarding",
	.plural = "Safeguarding",
	.help = "Steps taken since somebody may be in danger.",
	.fields = fields,
	.n = sizeof(fields) / sizeof(fields[0]),
	.flags = KIND_PERSONAL,
};
