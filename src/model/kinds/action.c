/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "model/builtin.h"

/* clang-format off */
static const struct kind_field fields[] = {
	{ .tag = ACTION_PLAN, .name = "plan", .label = "Plan",
	  .type = TYPE_LINK, .of = "plan",
	  .flags = KIND_PARENT,
	  .help = "The plan it is in." },

	{ .tag = ACTION_CASEFILE, .name = "casefile", .label = "Case",
	  .type = TYPE_LINK, .of = "casefile",
	  .flags = KIND_NEEDED,
	  .help = "The case it is for." },

	{ .tag = ACTION_WHAT, .name = "what", .label = "Action",
	  .type = TYPE_TEXT, .key = "wt",
	  .flags = KIND_NEEDED | KIND_PRIVATE | KIND_HEADING,
	  .help = "What will be done, in a few words." },

	{ .tag = ACTION_SORT, .name = "sort", .label = "Sort",
	  .type = TYPE_CODE, .of = "support", .key = "so",
	  .flags = KIND_NEEDED,
	  .help = "The type of support, for returns." },

	{ .tag = ACTION_WHO, .name = "who", .label = "Who",
	  .type = TYPE_TEXT, .key = "wh",
	  .flags = KIND_HEADING,
	  .help = "Who does it: a service, a worker, the person." },

	{ .tag = ACTION_DUE, .name = "due", .label = "Due",
	  .type = TYPE_WHEN, .key = "du",
	  .flags = KIND_FUTURE | KIND_SORTED,
	  .help = "By when." },

	{ .tag = ACTION_STATE, .name = "state", .label = "State",
	  .type = TYPE_CODE, .of = "action-state", .key = "st",
	  .flags = KIND_NEEDED | KIND_HEADING,
	  .help = "Planned, sent, going, done, dropped." },

	{ .tag = ACTION_DONE, .name = "done", .label = "Done",
	  .type = TYPE_WHEN, .key = "dn",
	  .flags = KIND_PAST,
	  .help = "When it was done." },

	{ .tag = ACTION_RESULT, .name = "result", .label = "Outcome",
	  .type = TYPE_TEXT, .key = "rs",
	  .flags = KIND_PRIVATE,
	  .help = "What came of it." },

	{ .tag = ACTION_MINUTES, .name = "minutes", .label = "Minutes",
	  .type = TYPE_NUMBER, .key = "mn",
	  .help = "Time it took." },

	{ .tag = ACTION_NEED, .name = "need", .label = "Need",
	  .type = TYPE_CODE, .of = "need", .key = "nd",
	  .help = "The need it serves." },

	{ .tag = ACTION_VERSION, .name = "version", .label = "Since version",
	  .type = TYPE_NUMBER,
	  .flags = KIND_FIXED,
	  .help = "The version of the plan it came with." },

	{ .tag = ACTION_EVERY, .name = "every", .label = "Every",
	  .type = TYPE_CODE, .of = "every", .key = "ev",
	  .help = "For what is done again and again." },

	{ .tag = ACTION_TIMES, .name = "times", .label = "Times done",
	  .type = TYPE_NUMBER,
	  .flags = KIND_FIXED,
	  .help = "How often it was done so far." },

	{ .tag = ACTION_WORKER, .name = "worker", .label = "Owner",
	  .type = TYPE_LINK, .of = "worker",
	  .help = "The worker who sees to it." },

	{ .tag = ACTION_REFERRAL, .name = "referral", .label = "Referral",
	  .type = TYPE_LINK, .of = "referral",
	  .flags = KIND_FIXED,
	  .help = "The referral that does it." },
};
/* clang-format on */

const struct kind kind_action = {
	.tag = KIND_ACTION,
	.name = "action",
	.title = "Action",
	.plural = "Actions",
	.help = "One thing in a plan: what, who does it, by when, and what "
		"came of it.",
	.fields = fields,
	.n = sizeof(fields) / sizeof(fields[0]),
	.flags = KIND_PERSONAL,
};
