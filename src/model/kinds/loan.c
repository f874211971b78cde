/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "model/builtin.h"

/* clang-format off */
static const struct kind_field fields[] = {
	{ .tag = LOAN_CASEFILE, .name = "casefile", .label = "Case",
	  .type = TYPE_LINK, .of = "casefile",
	  .flags = KIND_NEEDED | KIND_PARENT,
	  .help = "The case it was lent for." },

	{ .tag = LOAN_SORT, .name = "sort", .label = "What",
	  .type = TYPE_CODE, .of = "equipment", .key = "wt",
	  .flags = KIND_NEEDED | KIND_HEADING,
	  .help = "What was lent." },

	{ .tag = LOAN_SERIAL, .name = "serial", .label = "Number on it",
	  .type = TYPE_TEXT, .key = "sn",
	  .flags = KIND_HEADING,
	  .help = "The number on it, to know it again." },

	{ .tag = LOAN_LENT, .name = "lent", .label = "Lent",
	  .type = TYPE_WHEN, .key = "ln",
	  .flags = KIND_NEEDED | KIND_PAST | KIND_SORTED,
	  .help = "When they had it." },

	{ .tag = LOAN_DUE, .name = "due", .label = "Back by",
	  .type = TYPE_WHEN, .key = "bk",
	  .flags = KIND_FUTURE,
	  .help = "When it is to come back; blank for what stays." },

	{ .tag = LOAN_STATE, .name = "state", .label = "State",
	  .type = TYPE_CODE, .of = "loan-state", .key = "st",
	  .flags = KIND_NEEDED | KIND_HEADING | KIND_FIXED,
	  .help = "Lent, back, lost or theirs to keep." },

	{ .tag = LOAN_RETURNED, .name = "returned", .label = "Came back",
	  .type = TYPE_WHEN, .key = "rt",
	  .flags = KIND_PAST,
	  .help = "When it came back, or was known to be lost." },

	{ .tag = LOAN_OWNER, .name = "owner", .label = "Belongs to",
	  .type = TYPE_TEXT, .key = "ow",
	  .help = "The body whose it is." },

	{ .tag = LOAN_COST, .name = "cost", .label = "Worth",
	  .type = TYPE_MONEY, .key = "ct",
	  .help = "What it costs to replace." },

	{ .tag = LOAN_NOTE, .name = "note", .label = "Note",
	  .type = TYPE_TEXT, .key = "nt",
	  .flags = KIND_PRIVATE,
	  .help = "Its state, who showed them how it works." },

	{ .tag = LOAN_WORKER, .name = "worker", .label = "Lent by",
	  .type = TYPE_LINK, .of = "worker",
	  .flags = KIND_FIXED,
	  .help = "The worker who lent it." },
};
/* clang-format on */

const struct kind kind_loan = {
	.tag = KIND_LOAN,
	.name = "loan",
	.title = "Loan",
	.plural = "Loans",
	.help = "Something lent to a person to make them safer, and whether "
		"it came back.",
	.fields = fields,
	.n = sizeof(fields) / sizeof(fields[0]),
	.flags = KIND_PERSONAL,
};
