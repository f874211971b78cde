/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "model/builtin.h"

/*
 * The day by which somebody may ask comes from data/deadlines as of the day
 * the decision was told; the day of an appeal, of parole or of release is
 * written as it was told.
 */

/* clang-format off */
static const struct kind_field fields[] = {
	{ .tag = DECISION_CASEFILE, .name = "casefile", .label = "Case",
	  .type = TYPE_LINK, .of = "casefile",
	  .flags = KIND_NEEDED | KIND_PARENT,
	  .help = "The case it belongs to." },

	{ .tag = DECISION_SORT, .name = "sort", .label = "Sort",
	  .type = TYPE_CODE, .of = "decision", .key = "so",
	  .flags = KIND_NEEDED | KIND_HEADING,
	  .help = "Review by the police or the CPS, unduly lenient sentence, "
		  "appeal, parole, release, recall." },

	{ .tag = DECISION_CHARGE, .name = "charge", .label = "Charge",
	  .type = TYPE_LINK, .of = "charge",
	  .help = "The charge it is about." },

	{ .tag = DECISION_MADE, .name = "made", .label = "Decided",
	  .type = TYPE_WHEN, .key = "md",
	  .flags = KIND_PAST | KIND_SORTED | KIND_HEADING,
	  .help = "When the decision was made or passed." },

	{ .tag = DECISION_LIMIT, .name = "limit", .label = "Ask by",
	  .type = TYPE_WHEN,
	  .flags = KIND_FIXED | KIND_FUTURE,
	  .help = "The last day to ask; none where there is no limit." },

	{ .tag = DECISION_STATE, .name = "state", .label = "State",
	  .type = TYPE_CODE, .of = "decision-state", .key = "st",
	  .flags = KIND_NEEDED | KIND_HEADING,
	  .help = "Open, asked, under review, decided, not wanted, too late." },

	{ .tag = DECISION_ASKED, .name = "asked", .label = "Asked",
	  .type = TYPE_WHEN, .key = "as",
	  .flags = KIND_PAST,
	  .help = "When it was asked for." },

	{ .tag = DECISION_BY, .name = "by", .label = "Asked by",
	  .type = TYPE_CODE, .of = "asker", .key = "by",
	  .help = "Who asked." },

	{ .tag = DECISION_HEARD, .name = "heard", .label = "Hearing",
	  .type = TYPE_WHEN, .key = "he",
	  .flags = KIND_FUTURE,
	  .help = "When it is heard, as told." },

	{ .tag = DECISION_RESULT, .name = "result", .label = "Result",
	  .type = TYPE_CODE, .of = "decision-result", .key = "rs",
	  .help = "What came of it." },

	{ .tag = DECISION_RESULT_ON, .name = "result-on", .label = "Result on",
	  .type = TYPE_WHEN, .key = "ro",
	  .flags = KIND_PAST,
	  .help = "When it was decided." },

	{ .tag = DECISION_EFFECT, .name = "effect", .label = "Takes effect",
	  .type = TYPE_WHEN, .key = "ef",
	  .flags = KIND_FUTURE,
	  .help = "The day of release or recall as it was told; never worked "
		  "out here." },

	{ .tag = DECISION_SOURCE, .name = "source", .label = "Told by",
	  .type = TYPE_CODE, .of = "told-by", .key = "tb",
	  .help = "Who told us." },

	{ .tag = DECISION_NOTE, .name = "note", .label = "Note",
	  .type = TYPE_TEXT, .key = "nt",
	  .flags = KIND_PRIVATE,
	  .help = "Anything else." },
};
/* clang-format on */

const struct kind kind_decision = {
	.tag = KIND_DECISION,
	.name = "decision",
	.title = "Decision",
	.plural = "Decisions",
	.help = "A decision that may be looked at again, until when, and what "
		"came of asking.",
	.fields = fields,
	.n = sizeof(fields) / sizeof(fields[0]),
	.flags = KIND_PERSONAL,
};
