/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "model/builtin.h"

/*
 * Judgement may raise a grade above the score and never lower it; raising it
 * needs a reason.
 */

/* clang-format off */
static const struct kind_field answers_parts[] = {
	{ .tag = ANSWER_QUESTION, .name = "question", .label = "Question",
	  .type = TYPE_TEXT,
	  .flags = KIND_NEEDED,
	  .help = "Number of the question in the tool." },

	{ .tag = ANSWER_GIVEN, .name = "answer", .label = "Answer",
	  .type = TYPE_CODE, .of = "answer",
	  .flags = KIND_NEEDED | KIND_LETTERS,
	  .help = "Yes, no, not known or not asked." },

	{ .tag = ANSWER_NOTE, .name = "note", .label = "Note",
	  .type = TYPE_TEXT,
	  .flags = KIND_PRIVATE,
	  .help = "What they said." },
};

static const struct kind_field fields[] = {
	{ .tag = RISK_CASEFILE, .name = "casefile", .label = "Case",
	  .type = TYPE_LINK, .of = "casefile",
	  .flags = KIND_NEEDED | KIND_PARENT,
	  .help = "The case it is for." },

	{ .tag = RISK_TOOL, .name = "tool", .label = "Tool",
	  .type = TYPE_CODE, .of = "risk-tool", .key = "tl",
	  .flags = KIND_NEEDED | KIND_HEADING,
	  .help = "Dash, stalking screen, or the hub's own." },

	{ .tag = RISK_ON, .name = "on", .label = "When",
	  .type = TYPE_WHEN,
	  .flags = KIND_NEEDED | KIND_SORTED | KIND_HEADING | KIND_FIXED |
	      KIND_PAST,
	  .help = "When it was gone through." },

	{ .tag = RISK_WORKER, .name = "worker", .label = "Who",
	  .type = TYPE_LINK, .of = "worker",
	  .flags = KIND_FIXED,
	  .help = "Who went through it with them." },

	{ .tag = RISK_ANSWERS, .name = "answers", .label = "Answers",
	  .type = TYPE_GROUP, .key = "aw",
	  .flags = KIND_PRIVATE | KIND_REPEATED,
	  .parts = answers_parts,
	  .n_parts = sizeof(answers_parts) / sizeof(answers_parts[0]),
	  .help = "One row for each question." },

	{ .tag = RISK_SCORE, .name = "score", .label = "Score",
	  .type = TYPE_NUMBER, .key = "sr",
	  .flags = KIND_HEADING,
	  .help = "How many were yes." },

	{ .tag = RISK_GRADE, .name = "grade", .label = "Grade",
	  .type = TYPE_CODE, .of = "risk-grade", .key = "gr",
	  .flags = KIND_NEEDED | KIND_HEADING,
	  .help = "Standard, medium or high, by score or by judgement." },

	{ .tag = RISK_RAISED, .name = "raised", .label = "Why raised",
	  .type = TYPE_TEXT, .key = "rw",
	  .flags = KIND_PRIVATE,
	  .help = "Why judgement puts it above the score." },

	{ .tag = RISK_TRIGGERS, .name = "triggers", .label = "Strong signs",
	  .type = TYPE_CODES, .of = "risk", .key = "tr",
	  .flags = KIND_LETTERS | KIND_PRIVATE,
	  .help = "What makes it grave whatever the score." },

	{ .tag = RISK_CONFERENCE, .name = "conference", .label = "To conference",
	  .type = TYPE_FLAG, .key = "mc",
	  .help = "Whether it goes to the risk conference (MARAC)." },

	{ .tag = RISK_NEXT, .name = "next", .label = "Again on",
	  .type = TYPE_WHEN, .key = "nx",
	  .flags = KIND_FUTURE,
	  .help = "When it must be gone through again." },

	{ .tag = RISK_SCORED, .name = "scored", .label = "By score",
	  .type = TYPE_CODE, .of = "risk-grade", .key = "sd",
	  .flags = KIND_FIXED,
	  .help = "The grade that the score alone gives." },

	{ .tag = RISK_JUDGED, .name = "judged", .label = "By judgement",
	  .type = TYPE_CODE, .of = "risk-grade", .key = "jg",
	  .help = "The grade that professional judgement gives." },

	{ .tag = RISK_LOWERED, .name = "lowered", .label = "Why lowered",
	  .type = TYPE_TEXT, .key = "lo",
	  .flags = KIND_PRIVATE,
	  .help = "Why a supervisor put it below what score or judgement "
		  "gave." },

	{ .tag = RISK_RULES, .name = "rules", .label = "Rules",
	  .type = TYPE_TEXT,
	  .flags = KIND_FIXED,
	  .help = "The rules of data/risk-rules that held." },

	{ .tag = RISK_VERSION, .name = "version", .label = "Version",
	  .type = TYPE_TEXT,
	  .flags = KIND_FIXED,
	  .help = "Which version of the tool was used." },
};
/* clang-format on */

const struct kind kind_risk = {
	.tag = KIND_RISK,
	.name = "risk",
	.title = "Risk assessment",
	.plural = "Risk assessments",
	.help = "One time a person's risk was gone through with a tool.",
	.fields = fields,
	.n = sizeof(fields) / sizeof(fields[0]),
	.flags = KIND_PERSONAL,
};
