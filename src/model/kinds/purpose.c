/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "model/builtin.h"

/* clang-format off */
static const struct kind_field fields[] = {
	{ .tag = PURPOSE_CODE, .name = "code", .label = "Code",
	  .type = TYPE_TEXT, .key = "cd",
	  .flags = KIND_NEEDED | KIND_SEARCHED | KIND_SORTED | KIND_HEADING,
	  .help = "The code in the ledger." },

	{ .tag = PURPOSE_NAME, .name = "name", .label = "Name",
	  .type = TYPE_TEXT, .key = "nm",
	  .flags = KIND_NEEDED | KIND_SEARCHED | KIND_HEADING,
	  .help = "What it is for." },

	{ .tag = PURPOSE_GRANT, .name = "grant", .label = "Grant",
	  .type = TYPE_CODE, .of = "grant", .key = "gr",
	  .flags = KIND_NEEDED,
	  .help = "The grant it comes from." },

	{ .tag = PURPOSE_YEAR, .name = "year", .label = "Year",
	  .type = TYPE_TEXT, .key = "yr",
	  .flags = KIND_NEEDED,
	  .help = "The financial year, 2026-27." },

	{ .tag = PURPOSE_AMOUNT, .name = "amount", .label = "Amount",
	  .type = TYPE_MONEY, .key = "am",
	  .flags = KIND_NEEDED,
	  .help = "How much." },

	{ .tag = PURPOSE_SPENT, .name = "spent", .label = "Spent",
	  .type = TYPE_MONEY, .key = "sp",
	  .help = "How much has gone so far." },

	{ .tag = PURPOSE_CONTRACT, .name = "contract", .label = "Contract",
	  .type = TYPE_LINK, .of = "contract",
	  .help = "The contract it pays for." },

	{ .tag = PURPOSE_NOTE, .name = "note", .label = "Note",
	  .type = TYPE_TEXT, .key = "nt",
	  .help = "Conditions that go with it." },
};
/* clang-format on */

const struct kind kind_purpose = {
	.tag = KIND_PURPOSE,
	.name = "purpose",
	.title = "Purpose of money",
	.plural = "Purposes of money",
	.help = "What a sum of grant money may be spent on.",
	.fields = fields,
	.n = sizeof(fields) / sizeof(fields[0]),
	.flags = KIND_HUB,
};
