/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "model/builtin.h"

/* clang-format off */
static const struct kind_field fields[] = {
	{ .tag = COMPLAINT_CASEFILE, .name = "casefile", .label = "Case",
	  .type = TYPE_LINK, .of = "casefile",
	  .flags = KIND_PARENT,
	  .help = "The case, if there is one." },

	{ .tag = COMPLAINT_ON, .name = "on", .label = "Received",
	  .type = TYPE_WHEN, .key = "on",
	  .flags = KIND_NEEDED | KIND_PAST | KIND_SORTED | KIND_HEADING,
	  .help = "When it reached us." },

	{ .tag = COMPLAINT_ABOUT, .name = "about", .label = "About",
	  .type = TYPE_CODE, .of = "complaint-body", .key = "ab",
	  .flags = KIND_NEEDED | KIND_HEADING,
	  .help = "Who it is about." },

	{ .tag = COMPLAINT_SORT, .name = "sort", .label = "Sort",
	  .type = TYPE_CODE, .of = "complaint", .key = "so",
	  .flags = KIND_NEEDED,
	  .help = "What it is about." },

	{ .tag = COMPLAINT_STAGE, .name = "stage", .label = "Stage",
	  .type = TYPE_CODE, .of = "complaint-stage", .key = "sg",
	  .flags = KIND_NEEDED | KIND_HEADING,
	  .help = "How far it has got." },

	{ .tag = COMPLAINT_TEXT, .name = "text", .label = "In their words",
	  .type = TYPE_PROSE, .key = "tx",
	  .flags = KIND_PRIVATE | KIND_SEARCHED,
	  .help = "What they said." },

	{ .tag = COMPLAINT_DUE, .name = "due", .label = "Reply due",
	  .type = TYPE_WHEN, .key = "du",
	  .flags = KIND_FUTURE,
	  .help = "Ten working days from receipt." },

	{ .tag = COMPLAINT_REPLIED, .name = "replied", .label = "Replied",
	  .type = TYPE_WHEN, .key = "rp",
	  .flags = KIND_PAST,
	  .help = "When the full answer went." },

	{ .tag = COMPLAINT_PASSED, .name = "passed", .label = "Passed to",
	  .type = TYPE_TEXT, .key = "pa",
	  .help = "The body it was passed to, if it was not ours." },

	{ .tag = COMPLAINT_RESULT, .name = "result", .label = "Result",
	  .type = TYPE_TEXT, .key = "rs",
	  .flags = KIND_PRIVATE,
	  .help = "What came of it, and what we learned." },
};
/* clang-format on */

const struct kind kind_complaint = {
	.tag = KIND_COMPLAINT,
	.name = "complaint",
	.title = "Complaint",
	.plural = "Complaints",
	.help = "Something a person is not content with, and what was done.",
	.fields = fields,
	.n = sizeof(fields) / sizeof(fields[0]),
	.flags = KIND_PERSONAL,
};
