/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "model/builtin.h"

/* clang-format off */
static const struct kind_field fields[] = {
	{ .tag = EXPENSE_CASEFILE, .name = "casefile", .label = "Case",
	  .type = TYPE_LINK, .of = "casefile",
	  .flags = KIND_NEEDED | KIND_PARENT,
	  .help = "The case it belongs to." },

	{ .tag = EXPENSE_HEARING, .name = "hearing", .label = "Hearing",
	  .type = TYPE_LINK, .of = "hearing",
	  .help = "The day in court it was for." },

	{ .tag = EXPENSE_SORT, .name = "sort", .label = "Sort",
	  .type = TYPE_CODE, .of = "expense", .key = "so",
	  .flags = KIND_NEEDED | KIND_HEADING,
	  .help = "Travel, meals, lost pay, childcare." },

	{ .tag = EXPENSE_AMOUNT, .name = "amount", .label = "Amount",
	  .type = TYPE_MONEY, .key = "am",
	  .flags = KIND_PRIVATE,
	  .help = "How much was spent." },

	{ .tag = EXPENSE_STATE, .name = "state", .label = "State",
	  .type = TYPE_CODE, .of = "expense-state", .key = "st",
	  .flags = KIND_NEEDED | KIND_HEADING,
	  .help = "Being made, sent, paid, refused." },

	{ .tag = EXPENSE_SENT, .name = "sent", .label = "Sent",
	  .type = TYPE_WHEN, .key = "sn",
	  .flags = KIND_PAST | KIND_SORTED,
	  .help = "When the claim went to the prosecutor." },

	{ .tag = EXPENSE_PAID, .name = "paid", .label = "Paid",
	  .type = TYPE_WHEN, .key = "pd",
	  .flags = KIND_PAST,
	  .help = "When the money came." },

	{ .tag = EXPENSE_NOTE, .name = "note", .label = "Note",
	  .type = TYPE_TEXT, .key = "nt",
	  .flags = KIND_PRIVATE,
	  .help = "Receipts, what is missing." },
};
/* clang-format on */

const struct kind kind_expense = {
	.tag = KIND_EXPENSE,
	.name = "expense",
	.title = "Expense",
	.plural = "Expenses",
	.help = "What going to court cost a witness, and whether it was paid "
		"back.",
	.fields = fields,
	.n = sizeof(fields) / sizeof(fields[0]),
	.flags = KIND_PERSONAL,
};
