/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "model/builtin.h"

/*
 * A referral to a risk conference such as MARAC, and what came of it.
 */

/* clang-format off */
static const struct kind_field actions_parts[] = {
	{ .tag = CONFERENCE_ACTION_WHAT, .name = "what", .label = "What",
	  .type = TYPE_TEXT,
	  .flags = KIND_NEEDED | KIND_PRIVATE,
	  .help = "What is to be done." },

	{ .tag = CONFERENCE_ACTION_WHO, .name = "who", .label = "Who",
	  .type = TYPE_TEXT,
	  .help = "Which body or person does it." },

	{ .tag = CONFERENCE_ACTION_DUE, .name = "due", .label = "By",
	  .type = TYPE_WHEN,
	  .flags = KIND_FUTURE,
	  .help = "By when." },

	{ .tag = CONFERENCE_ACTION_DONE, .name = "done", .label = "Done",
	  .type = TYPE_WHEN,
	  .flags = KIND_PAST,
	  .help = "When it was done." },
};

static const struct kind_field fields[] = {
	{ .tag = CONFERENCE_CASEFILE, .name = "casefile", .label = "Case",
	  .type = TYPE_LINK, .of = "casefile",
	  .flags = KIND_NEEDED | KIND_PARENT,
	  .help = "The case it belongs to." },

	{ .tag = CONFERENCE_SORT, .name = "sort", .label = "Conference",
	  .type = TYPE_CODE, .of = "conference", .key = "so",
	  .flags = KIND_NEEDED | KIND_HEADING,
	  .help = "Which conference." },

	{ .tag = CONFERENCE_STATE, .name = "state", .label = "State",
	  .type = TYPE_CODE, .of = "conference-state", .key = "st",
	  .flags = KIND_NEEDED | KIND_HEADING,
	  .help = "Referred, listed, heard or taken back." },

	{ .tag = CONFERENCE_REFERRED, .name = "referred", .label = "Referred",
	  .type = TYPE_WHEN, .key = "rf",
	  .flags = KIND_NEEDED | KIND_SORTED | KIND_HEADING | KIND_PAST,
	  .help = "When it was referred." },

	{ .tag = CONFERENCE_WHY, .name = "why", .label = "Criteria",
	  .type = TYPE_CODES, .of = "conference-why", .key = "wy",
	  .flags = KIND_NEEDED | KIND_LETTERS,
	  .help = "The criteria it meets." },

	{ .tag = CONFERENCE_REASON, .name = "reason", .label = "Reason",
	  .type = TYPE_TEXT, .key = "rs",
	  .flags = KIND_PRIVATE,
	  .help = "What the referrer judges, in words." },

	{ .tag = CONFERENCE_REPEAT, .name = "repeat", .label = "Repeat",
	  .type = TYPE_FLAG, .key = "rp",
	  .help = "Yes when there was one in the twelve months before." },

	{ .tag = CONFERENCE_ON, .name = "on", .label = "Meets on",
	  .type = TYPE_WHEN, .key = "on",
	  .flags = KIND_FUTURE | KIND_HEADING,
	  .help = "When it meets, or met." },

	{ .tag = CONFERENCE_RISK, .name = "risk", .label = "Assessment",
	  .type = TYPE_LINK, .of = "risk",
	  .help = "The risk assessment it rests on." },

	{ .tag = CONFERENCE_ACTIONS, .name = "actions", .label = "Actions",
	  .type = TYPE_GROUP, .key = "ac",
	  .flags = KIND_PRIVATE | KIND_REPEATED,
	  .parts = actions_parts,
	  .n_parts = sizeof(actions_parts) / sizeof(actions_parts[0]),
	  .help = "What was agreed there." },

	{ .tag = CONFERENCE_OUTCOME, .name = "outcome", .label = "Outcome",
	  .type = TYPE_TEXT, .key = "ou",
	  .flags = KIND_PRIVATE,
	  .help = "What came of it, in a few words." },

	{ .tag = CONFERENCE_WORKER, .name = "worker", .label = "Who",
	  .type = TYPE_LINK, .of = "worker",
	  .flags = KIND_FIXED,
	  .help = "Who referred." },
};
/* clang-format on */

const struct kind kind_conference = {
	.tag = KIND_CONFERENCE,
	.name = "conference",
	.title = "Risk conference",
	.plural = "Risk conferences",
	.help = "A referral to a risk conference such as MARAC, and what came of it.",
	.fields = fields,
	.n = sizeof(fields) / sizeof(fields[0]),
	.flags = KIND_PERSONAL,
};
