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

	{ .tag = COMPLAINT_WHO, .name = "who", .label = "From",
	  .type = TYPE_NAME, .key = "wh",
	  .flags = KIND_PRIVATE,
	  .help = "Who complains, when it is not the person of the case." },

	{ .tag = COMPLAINT_ACKNOWLEDGED, .name = "acknowledged",
	  .label = "Acknowledged",
	  .type = TYPE_WHEN, .key = "ak",
	  .flags = KIND_PAST,
	  .help = "When they were told that it came, and when it is "
		  "answered." },

	{ .tag = COMPLAINT_RULE, .name = "rule", .label = "Rule",
	  .type = TYPE_CODE, .of = "rule", .flags = KIND_FIXED,
	  .help = "The time limit it is answered by." },

	{ .tag = COMPLAINT_BY, .name = "by", .label = "How",
	  .type = TYPE_CODE, .of = "contact-by", .key = "by",
	  .flags = KIND_LETTERS,
	  .help = "How it reached us." },

	{ .tag = COMPLAINT_WORKER, .name = "worker", .label = "Who",
	  .type = TYPE_LINK, .of = "worker", .flags = KIND_FIXED,
	  .help = "Who took it." },

	{ .tag = COMPLAINT_REVIEW, .name = "review", .label = "Not content",
	  .type = TYPE_PROSE, .key = "rv", .flags = KIND_PRIVATE,
	  .help = "Why the answer does not content them." },
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
