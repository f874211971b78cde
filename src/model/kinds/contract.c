/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "model/builtin.h"

/* clang-format off */
static const struct kind_field targets_parts[] = {
	{ .tag = 1, .name = "indicator", .label = "Indicator",
	  .type = TYPE_TEXT,
	  .flags = KIND_NEEDED,
	  .help = "What is counted." },

	{ .tag = 2, .name = "target", .label = "Target",
	  .type = TYPE_NUMBER,
	  .flags = KIND_NEEDED,
	  .help = "How many, or what share." },

	{ .tag = 3, .name = "unit", .label = "Unit",
	  .type = TYPE_TEXT,
	  .help = "People, days, per cent." },
};

static const struct kind_field fields[] = {
	{ .tag = CONTRACT_SERVICE, .name = "service", .label = "Service",
	  .type = TYPE_LINK, .of = "service",
	  .flags = KIND_NEEDED | KIND_PARENT,
	  .help = "The service it pays for." },

	{ .tag = CONTRACT_CODE, .name = "code", .label = "Code",
	  .type = TYPE_TEXT, .key = "cd",
	  .flags = KIND_NEEDED | KIND_SEARCHED | KIND_SORTED | KIND_HEADING,
	  .help = "The number on the papers." },

	{ .tag = CONTRACT_TITLE, .name = "title", .label = "Title",
	  .type = TYPE_TEXT, .key = "ti",
	  .flags = KIND_NEEDED | KIND_SEARCHED | KIND_HEADING,
	  .help = "What it is called." },

	{ .tag = CONTRACT_FROM, .name = "from", .label = "From",
	  .type = TYPE_WHEN, .key = "fr",
	  .flags = KIND_NEEDED,
	  .help = "First day." },

	{ .tag = CONTRACT_UNTIL, .name = "until", .label = "Until",
	  .type = TYPE_WHEN, .key = "un",
	  .flags = KIND_NEEDED,
	  .help = "Last day." },

	{ .tag = CONTRACT_EXTEND, .name = "extend", .label = "May run on until",
	  .type = TYPE_WHEN, .key = "ex",
	  .help = "The last day if every extension is taken." },

	{ .tag = CONTRACT_VALUE, .name = "value", .label = "Value",
	  .type = TYPE_MONEY, .key = "va",
	  .help = "Over its whole life." },

	{ .tag = CONTRACT_REPORTS, .name = "reports", .label = "Reports",
	  .type = TYPE_CODE, .of = "period", .key = "rp",
	  .help = "How often it reports." },

	{ .tag = CONTRACT_TARGETS, .name = "targets", .label = "Targets",
	  .type = TYPE_GROUP, .key = "tg",
	  .flags = KIND_REPEATED,
	  .parts = targets_parts,
	  .n_parts = sizeof(targets_parts) / sizeof(targets_parts[0]),
	  .help = "What it promised." },

	{ .tag = CONTRACT_NOTE, .name = "note", .label = "Note",
	  .type = TYPE_PROSE, .key = "nt",
	  .help = "Notice, break clauses, changes." },
};
/* clang-format on */

const struct kind kind_contract = {
	.tag = KIND_CONTRACT,
	.name = "contract",
	.title = "Contract",
	.plural = "Contracts",
	.help = "What a service is paid to do, by whom and until when.",
	.fields = fields,
	.n = sizeof(fields) / sizeof(fields[0]),
	.flags = KIND_HUB,
};
