/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "model/builtin.h"

/* clang-format off */
static const struct kind_field fields[] = {
	{ .tag = ORDER_CASEFILE, .name = "casefile", .label = "Case",
	  .type = TYPE_LINK, .of = "casefile",
	  .flags = KIND_NEEDED | KIND_PARENT,
	  .help = "The case it is for." },

	{ .tag = ORDER_ITEMS, .name = "items", .label = "Work",
	  .type = TYPE_CODES, .of = "hardening", .key = "wk",
	  .flags = KIND_NEEDED | KIND_HEADING,
	  .help = "What is to be fitted or mended." },

	{ .tag = ORDER_WHY, .name = "why", .label = "Criteria",
	  .type = TYPE_CODES, .of = "hardening-why", .key = "cr",
	  .flags = KIND_FIXED,
	  .help = "What makes them eligible." },

	{ .tag = ORDER_OVERRIDE, .name = "override", .label = "Reason",
	  .type = TYPE_TEXT, .key = "ov",
	  .flags = KIND_PRIVATE,
	  .help = "Why it is ordered though no criterion holds." },

	{ .tag = ORDER_BY, .name = "by", .label = "Done by",
	  .type = TYPE_CODE, .of = "service", .key = "by",
	  .help = "The service that does the work." },

	{ .tag = ORDER_ASKED, .name = "asked", .label = "Asked",
	  .type = TYPE_WHEN,
	  .flags = KIND_NEEDED | KIND_PAST | KIND_SORTED | KIND_FIXED,
	  .help = "When it was asked for." },

	{ .tag = ORDER_STATE, .name = "state", .label = "State",
	  .type = TYPE_CODE, .of = "order-state", .key = "st",
	  .flags = KIND_NEEDED | KIND_HEADING | KIND_FIXED,
	  .help = "Asked, quoted, approved, ordered, booked, done." },

	{ .tag = ORDER_QUOTE, .name = "quote", .label = "Quote",
	  .type = TYPE_MONEY, .key = "qu",
	  .help = "What it will cost." },

	{ .tag = ORDER_APPROVED, .name = "approved", .label = "Approved",
	  .type = TYPE_WHEN,
	  .flags = KIND_PAST | KIND_FIXED,
	  .help = "When the cost was approved." },

	{ .tag = ORDER_APPROVER, .name = "approver", .label = "Approved by",
	  .type = TYPE_LINK, .of = "worker",
	  .flags = KIND_FIXED,
	  .help = "Who approved it." },

	{ .tag = ORDER_ORDERED, .name = "ordered", .label = "Ordered",
	  .type = TYPE_WHEN,
	  .flags = KIND_PAST | KIND_FIXED,
	  .help = "When the work was ordered." },

	{ .tag = ORDER_VISIT, .name = "visit", .label = "Visit",
	  .type = TYPE_WHEN, .key = "vi",
	  .flags = KIND_FUTURE,
	  .help = "When somebody comes to do it." },

	{ .tag = ORDER_DONE, .name = "done", .label = "Done",
	  .type = TYPE_WHEN, .key = "dn",
	  .flags = KIND_PAST,
	  .help = "When the work was finished." },

	{ .tag = ORDER_COST, .name = "cost", .label = "Cost",
	  .type = TYPE_MONEY, .key = "co",
	  .help = "What it cost, for the grant." },

	{ .tag = ORDER_RESULT, .name = "result", .label = "Outcome",
	  .type = TYPE_TEXT, .key = "rs",
	  .flags = KIND_PRIVATE,
	  .help = "What was done; how safe they feel now." },

	{ .tag = ORDER_CHECK, .name = "check", .label = "Look again",
	  .type = TYPE_WHEN,
	  .flags = KIND_FUTURE | KIND_FIXED,
	  .help = "When to look for new crimes after the work." },

	{ .tag = ORDER_REPEAT, .name = "repeat", .label = "After it",
	  .type = TYPE_CODE, .of = "repeat", .key = "rp",
	  .flags = KIND_FIXED,
	  .help = "Whether anything happened there again." },

	{ .tag = ORDER_FROM, .name = "from", .label = "Asked by",
	  .type = TYPE_CODE, .of = "source", .key = "fr",
	  .help = "Who asked for it: us, the police, another service." },

	{ .tag = ORDER_PURPOSE, .name = "purpose", .label = "Paid from",
	  .type = TYPE_TEXT, .key = "pu",
	  .help = "The purpose of the grant it is paid from." },

	{ .tag = ORDER_WORKER, .name = "worker", .label = "Owner",
	  .type = TYPE_LINK, .of = "worker",
	  .flags = KIND_FIXED,
	  .help = "The worker who sees to it." },
};
/* clang-format on */

const struct kind kind_order = {
	.tag = KIND_ORDER,
	.name = "order",
	.title = "Security work",
	.plural = "Security work",
	.help = "Work at a home to make it safer: asked for, quoted, "
		"approved, ordered, done, and looked at again afterwards.",
	.fields = fields,
	.n = sizeof(fields) / sizeof(fields[0]),
	.flags = KIND_PERSONAL,
};
