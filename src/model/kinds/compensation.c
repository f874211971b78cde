/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "model/builtin.h"

/* clang-format off */
static const struct kind_field fields[] = {
	{ .tag = COMPENSATION_CASEFILE, .name = "casefile", .label = "Case",
	  .type = TYPE_LINK, .of = "casefile",
	  .flags = KIND_NEEDED | KIND_PARENT,
	  .help = "The case it is for." },

	{ .tag = COMPENSATION_SORT, .name = "sort", .label = "Sort",
	  .type = TYPE_CODE, .of = "compensation", .key = "so",
	  .flags = KIND_NEEDED | KIND_HEADING,
	  .help = "Criminal injuries scheme, court order, insurer, hardship." },

	{ .tag = COMPENSATION_APPLIED, .name = "applied", .label = "Applied",
	  .type = TYPE_WHEN, .key = "ap",
	  .flags = KIND_PAST | KIND_SORTED,
	  .help = "When the claim went in." },

	{ .tag = COMPENSATION_LIMIT, .name = "limit", .label = "Last day",
	  .type = TYPE_WHEN, .key = "ld",
	  .flags = KIND_FUTURE,
	  .help = "The day after which it is too late; two years as a rule." },

	{ .tag = COMPENSATION_STATE, .name = "state", .label = "State",
	  .type = TYPE_CODE, .of = "claim-state", .key = "st",
	  .flags = KIND_NEEDED | KIND_HEADING,
	  .help = "Being made, sent, decided, reviewed, paid." },

	{ .tag = COMPENSATION_CLAIMED, .name = "claimed", .label = "Claimed",
	  .type = TYPE_MONEY, .key = "cl",
	  .flags = KIND_PRIVATE,
	  .help = "How much was asked for." },

	{ .tag = COMPENSATION_AWARDED, .name = "awarded", .label = "Awarded",
	  .type = TYPE_MONEY, .key = "aw",
	  .flags = KIND_PRIVATE,
	  .help = "How much was given." },

	{ .tag = COMPENSATION_PAID, .name = "paid", .label = "Paid",
	  .type = TYPE_WHEN, .key = "pd",
	  .flags = KIND_PAST,
	  .help = "When the money came." },

	{ .tag = COMPENSATION_NOTE, .name = "note", .label = "Note",
	  .type = TYPE_TEXT, .key = "nt",
	  .flags = KIND_PRIVATE,
	  .help = "Their reference, what they still want." },

	{ .tag = COMPENSATION_DECIDED, .name = "decided", .label = "Decided",
	  .type = TYPE_WHEN, .key = "dc",
	  .flags = KIND_PAST,
	  .help = "When it was awarded or refused." },

	{ .tag = COMPENSATION_SOURCE, .name = "source", .label = "Told by",
	  .type = TYPE_CODE, .of = "told-by", .key = "tb",
	  .help = "Who told us." },
};
/* clang-format on */

const struct kind kind_compensation = {
	.tag = KIND_COMPENSATION,
	.name = "compensation",
	.title = "Compensation",
	.plural = "Compensation",
	.help = "Money a person may have for what was done to them.",
	.fields = fields,
	.n = sizeof(fields) / sizeof(fields[0]),
	.flags = KIND_PERSONAL,
};
