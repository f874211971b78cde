/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "model/builtin.h"

/* clang-format off */
static const struct kind_field fields[] = {
	{ .tag = STUDY_CASEFILE, .name = "casefile", .label = "Case",
	  .type = TYPE_LINK, .of = "casefile",
	  .flags = KIND_NEEDED | KIND_PARENT,
	  .help = "The case it tells of." },

	{ .tag = STUDY_TITLE, .name = "title", .label = "Title",
	  .type = TYPE_TEXT, .key = "ti",
	  .flags = KIND_NEEDED | KIND_HEADING,
	  .help = "A title that tells nobody who it is." },

	{ .tag = STUDY_TEXT, .name = "text", .label = "Story",
	  .type = TYPE_PROSE, .key = "tx",
	  .flags = KIND_PRIVATE | KIND_SENTENCES,
	  .help = "The story without names, places, dates or numbers." },

	{ .tag = STUDY_CONSENT, .name = "consent", .label = "Agreed",
	  .type = TYPE_FLAG, .key = "ag",
	  .flags = KIND_NEEDED | KIND_HEADING,
	  .help = "Whether they agreed to its being told." },

	{ .tag = STUDY_AGREED, .name = "agreed", .label = "Agreed on",
	  .type = TYPE_WHEN, .key = "ao",
	  .flags = KIND_PAST,
	  .help = "When they agreed." },

	{ .tag = STUDY_FOR, .name = "for", .label = "For",
	  .type = TYPE_TEXT, .key = "fo",
	  .help = "Where it may be told: the board, a report, training." },

	{ .tag = STUDY_WITHDRAWN, .name = "withdrawn", .label = "Taken back",
	  .type = TYPE_WHEN,
	  .flags = KIND_PAST | KIND_FIXED,
	  .help = "When they took their agreement back." },

	{ .tag = STUDY_CATEGORY, .name = "category", .label = "Crime",
	  .type = TYPE_CODE, .of = "crime",
	  .flags = KIND_FIXED,
	  .help = "What happened, for finding it." },

	{ .tag = STUDY_ON, .name = "on", .label = "Written",
	  .type = TYPE_WHEN,
	  .flags = KIND_PAST | KIND_SORTED | KIND_FIXED,
	  .help = "When it was written." },

	{ .tag = STUDY_WORKER, .name = "worker", .label = "Written by",
	  .type = TYPE_LINK, .of = "worker",
	  .flags = KIND_FIXED,
	  .help = "The worker who wrote it." },
};
/* clang-format on */

const struct kind kind_study = {
	.tag = KIND_STUDY,
	.name = "study",
	.title = "Case study",
	.plural = "Case studies",
	.help = "A story told without names, with the agreement of the one it "
		"is about.",
	.fields = fields,
	.n = sizeof(fields) / sizeof(fields[0]),
	.flags = KIND_PERSONAL,
};
