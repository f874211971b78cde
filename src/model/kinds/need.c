/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "model/builtin.h"

/* clang-format off */
static const struct kind_field scores_parts[] = {
	{ .tag = SCORE_NEED, .name = "need", .label = "Need",
	  .type = TYPE_CODE, .of = "need",
	  .flags = KIND_NEEDED | KIND_LETTERS,
	  .help = "Which of the eight." },

	{ .tag = SCORE_POINTS, .name = "score", .label = "Score",
	  .type = TYPE_NUMBER,
	  .help = "0 none to 5 crisis." },

	{ .tag = SCORE_NOTE, .name = "note", .label = "Note",
	  .type = TYPE_TEXT,
	  .flags = KIND_PRIVATE,
	  .help = "In their words." },

	{ .tag = SCORE_DECLINED, .name = "declined", .label = "Did not say",
	  .type = TYPE_FLAG,
	  .help = "Yes when they were asked and did not wish to say." },
};

static const struct kind_field indicator_parts[] = {
	{ .tag = INDICATOR_CODE, .name = "indicator", .label = "Indicator",
	  .type = TYPE_CODE, .of = "indicator",
	  .flags = KIND_NEEDED,
	  .help = "Which of the cope and recover indicators." },

	{ .tag = INDICATOR_CHANGE, .name = "change", .label = "Change",
	  .type = TYPE_CODE, .of = "change",
	  .help = "Better, the same or worse, as they see it; blank when "
		  "they did not say." },

	{ .tag = INDICATOR_NOTE, .name = "note", .label = "Note",
	  .type = TYPE_TEXT,
	  .flags = KIND_PRIVATE,
	  .help = "In their words." },
};

static const struct kind_field fields[] = {
	{ .tag = NEED_CASEFILE, .name = "casefile", .label = "Case",
	  .type = TYPE_LINK, .of = "casefile",
	  .flags = KIND_NEEDED | KIND_PARENT,
	  .help = "The case it is for." },

	{ .tag = NEED_ON, .name = "on", .label = "When",
	  .type = TYPE_WHEN,
	  .flags = KIND_NEEDED | KIND_SORTED | KIND_HEADING | KIND_FIXED |
	      KIND_PAST,
	  .help = "When it was scored." },

	{ .tag = NEED_POINT, .name = "point", .label = "Point",
	  .type = TYPE_CODE, .of = "need-point", .key = "pt",
	  .flags = KIND_NEEDED | KIND_HEADING,
	  .help = "First, review or at the end." },

	{ .tag = NEED_WORKER, .name = "worker", .label = "Who",
	  .type = TYPE_LINK, .of = "worker",
	  .flags = KIND_FIXED,
	  .help = "Who scored it with them." },

	{ .tag = NEED_SCORES, .name = "scores", .label = "Scores",
	  .type = TYPE_GROUP, .key = "sc",
	  .flags = KIND_PRIVATE | KIND_REPEATED,
	  .parts = scores_parts,
	  .n_parts = sizeof(scores_parts) / sizeof(scores_parts[0]),
	  .help = "One row for each need." },

	{ .tag = NEED_GOAL, .name = "goal", .label = "Goal",
	  .type = TYPE_TEXT, .key = "go",
	  .flags = KIND_PRIVATE,
	  .help = "What they want to be able to do, in their words." },

	{ .tag = NEED_NEXT, .name = "next", .label = "Again on",
	  .type = TYPE_WHEN, .key = "nx",
	  .flags = KIND_FUTURE,
	  .help = "When to score again, four to six weeks on." },

	{ .tag = NEED_INDICATORS, .name = "indicators", .label = "Indicators",
	  .type = TYPE_GROUP, .key = "in",
	  .flags = KIND_PRIVATE | KIND_REPEATED,
	  .parts = indicator_parts,
	  .n_parts = sizeof(indicator_parts) / sizeof(indicator_parts[0]),
	  .help = "What changed for them since the first time, as they see "
		  "it." },
};
/* clang-format on */

const struct kind kind_need = {
	.tag = KIND_NEED,
	.name = "need",
	.title = "Needs assessment",
	.plural = "Needs assessments",
	.help = "One time the eight needs were scored with a person, 0 none "
		"to 5 crisis.",
	.fields = fields,
	.n = sizeof(fields) / sizeof(fields[0]),
	.flags = KIND_PERSONAL,
};
