/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "model/builtin.h"

/* clang-format off */
static const struct kind_field answers_parts[] = {
	{ .tag = 1, .name = "question", .label = "Question",
	  .type = TYPE_CODE, .of = "survey-question",
	  .flags = KIND_NEEDED,
	  .help = "What was asked." },

	{ .tag = 2, .name = "answer", .label = "Answer",
	  .type = TYPE_CODE, .of = "satisfaction",
	  .flags = KIND_NEEDED,
	  .help = "How satisfied they were." },

	{ .tag = 3, .name = "said", .label = "Said",
	  .type = TYPE_TEXT,
	  .flags = KIND_PRIVATE,
	  .help = "In their words." },
};

static const struct kind_field outcomes_parts[] = {
	{ .tag = 1, .name = "indicator", .label = "Indicator",
	  .type = TYPE_CODE, .of = "indicator",
	  .flags = KIND_NEEDED,
	  .help = "Which of the outcome indicators." },

	{ .tag = 2, .name = "change", .label = "Change",
	  .type = TYPE_CODE, .of = "change",
	  .flags = KIND_NEEDED,
	  .help = "Better, the same or worse." },
};

static const struct kind_field fields[] = {
	{ .tag = SURVEY_CASEFILE, .name = "casefile", .label = "Case",
	  .type = TYPE_LINK, .of = "casefile",
	  .flags = KIND_NEEDED | KIND_PARENT,
	  .help = "The case it is about." },

	{ .tag = SURVEY_SORT, .name = "sort", .label = "Sort",
	  .type = TYPE_CODE, .of = "survey", .key = "so",
	  .flags = KIND_NEEDED | KIND_HEADING,
	  .help = "Which survey." },

	{ .tag = SURVEY_ON, .name = "on", .label = "When",
	  .type = TYPE_WHEN, .key = "on",
	  .flags = KIND_NEEDED | KIND_PAST | KIND_SORTED | KIND_HEADING,
	  .help = "When they answered." },

	{ .tag = SURVEY_HOW, .name = "how", .label = "How",
	  .type = TYPE_CODE, .of = "contact-by", .key = "by",
	  .flags = KIND_LETTERS,
	  .help = "By phone, on paper, on the web." },

	{ .tag = SURVEY_ANSWERS, .name = "answers", .label = "Answers",
	  .type = TYPE_GROUP, .key = "aw",
	  .flags = KIND_REPEATED,
	  .parts = answers_parts,
	  .n_parts = sizeof(answers_parts) / sizeof(answers_parts[0]),
	  .help = "One row for each question." },

	{ .tag = SURVEY_AGAIN, .name = "again", .label = "May ask again",
	  .type = TYPE_FLAG, .key = "ag",
	  .help = "Whether they mind being asked again." },

	{ .tag = SURVEY_OUTCOMES, .name = "outcomes", .label = "Outcomes",
	  .type = TYPE_GROUP, .key = "oc",
	  .flags = KIND_REPEATED,
	  .parts = outcomes_parts,
	  .n_parts = sizeof(outcomes_parts) / sizeof(outcomes_parts[0]),
	  .help = "What changed for them, by indicator." },

	{ .tag = SURVEY_STATE, .name = "state", .label = "State",
	  .type = TYPE_CODE, .of = "survey-state", .key = "ss",
	  .flags = KIND_HEADING,
	  .help = "Invited, answered, or would not." },

	{ .tag = SURVEY_BODY, .name = "body", .label = "Asked by",
	  .type = TYPE_CODE, .of = "complaint-body", .key = "bo",
	  .help = "Which body asks; one invitation is enough for all." },

	{ .tag = SURVEY_INVITED, .name = "invited", .label = "Invited",
	  .type = TYPE_WHEN, .flags = KIND_PAST,
	  .help = "When they were asked to take part." },

	{ .tag = SURVEY_WORKER, .name = "worker", .label = "Who",
	  .type = TYPE_LINK, .of = "worker", .flags = KIND_FIXED,
	  .help = "Who asked." },
};
/* clang-format on */

const struct kind kind_survey = {
	.tag = KIND_SURVEY,
	.name = "survey",
	.title = "Survey",
	.plural = "Surveys",
	.help = "What a person said of the service they had.",
	.fields = fields,
	.n = sizeof(fields) / sizeof(fields[0]),
	.flags = KIND_PERSONAL,
};
