/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "model/builtin.h"

/*
 * One answer to one question of a survey, kept by the sort of case it was and
 * never by person: nothing here leads to anybody.
 */

/* clang-format off */
static const struct kind_field fields[] = {
	{ .tag = REPLY_SOURCE_ID, .name = "source-id", .label = "Number",
	  .type = TYPE_TEXT, .flags = KIND_NEEDED,
	  .help = "What the survey unit calls the row; never a reference." },

	{ .tag = REPLY_SORT, .name = "sort", .label = "Survey",
	  .type = TYPE_CODE, .of = "survey", .key = "so",
	  .flags = KIND_NEEDED | KIND_HEADING,
	  .help = "Which survey." },

	{ .tag = REPLY_MONTH, .name = "month", .label = "Month",
	  .type = TYPE_WHEN, .key = "mo",
	  .flags = KIND_NEEDED | KIND_PAST | KIND_SORTED | KIND_HEADING,
	  .help = "The month it was answered in." },

	{ .tag = REPLY_CATEGORY, .name = "category", .label = "Crime",
	  .type = TYPE_CODE, .of = "crime", .key = "cr",
	  .flags = KIND_HEADING,
	  .help = "The sort of case." },

	{ .tag = REPLY_BODY, .name = "body", .label = "Asked by",
	  .type = TYPE_CODE, .of = "complaint-body", .key = "bo",
	  .help = "Which body asked." },

	{ .tag = REPLY_QUESTION, .name = "question", .label = "Question",
	  .type = TYPE_CODE, .of = "survey-question", .key = "qu",
	  .flags = KIND_NEEDED | KIND_HEADING,
	  .help = "What was asked." },

	{ .tag = REPLY_ANSWER, .name = "answer", .label = "Answer",
	  .type = TYPE_CODE, .of = "satisfaction", .key = "an",
	  .flags = KIND_NEEDED | KIND_HEADING,
	  .help = "How satisfied they were." },

	{ .tag = REPLY_SAID, .name = "said", .label = "Said",
	  .type = TYPE_TEXT, .key = "sa",
	  .flags = KIND_PRIVATE,
	  .help = "In their words, with nothing that says who." },

	{ .tag = REPLY_DISTRICT, .name = "district", .label = "District",
	  .type = TYPE_CODE, .of = "district", .key = "di",
	  .help = "Where, no nearer than this." },
};
/* clang-format on */

const struct kind kind_reply = {
	.tag = KIND_REPLY,
	.name = "reply",
	.title = "Survey answer",
	.plural = "Survey answers",
	.help = "One answer to a survey, by the sort of case and not by person.",
	.fields = fields,
	.n = sizeof(fields) / sizeof(fields[0]),
	.flags = 0,
};
