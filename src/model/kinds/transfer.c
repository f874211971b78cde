/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "model/builtin.h"

/* clang-format off */
static const struct kind_field fields[] = {
	{ .tag = TRANSFER_CASEFILE, .name = "casefile", .label = "Case",
	  .type = TYPE_LINK, .of = "casefile",
	  .flags = KIND_NEEDED | KIND_PARENT,
	  .help = "The case that moves." },

	{ .tag = TRANSFER_WAY, .name = "way", .label = "Way",
	  .type = TYPE_CODE, .of = "transfer-way",
	  .flags = KIND_NEEDED | KIND_HEADING | KIND_FIXED,
	  .help = "To another hub, or from one." },

	{ .tag = TRANSFER_HUB, .name = "hub", .label = "Hub",
	  .type = TYPE_TEXT, .key = "hu",
	  .flags = KIND_NEEDED | KIND_HEADING,
	  .help = "The other hub." },

	{ .tag = TRANSFER_WHY, .name = "why", .label = "Why",
	  .type = TYPE_CODE, .of = "transfer-why", .key = "wy",
	  .flags = KIND_NEEDED,
	  .help = "Why it moves." },

	{ .tag = TRANSFER_ITEMS, .name = "items", .label = "Handed over",
	  .type = TYPE_CODES, .of = "share-item", .key = "it",
	  .help = "What was handed over." },

	{ .tag = TRANSFER_SAFE, .name = "safe", .label = "Safe contact",
	  .type = TYPE_TEXT,
	  .flags = KIND_PRIVATE | KIND_FIXED,
	  .help = "What was said of how to reach them." },

	{ .tag = TRANSFER_ON, .name = "on", .label = "Asked",
	  .type = TYPE_WHEN,
	  .flags = KIND_NEEDED | KIND_PAST | KIND_SORTED | KIND_FIXED,
	  .help = "When it was asked." },

	{ .tag = TRANSFER_DUE, .name = "due", .label = "Reply wanted",
	  .type = TYPE_WHEN, .key = "rd",
	  .flags = KIND_FUTURE,
	  .help = "When we want to hear." },

	{ .tag = TRANSFER_STATE, .name = "state", .label = "State",
	  .type = TYPE_CODE, .of = "transfer-state", .key = "st",
	  .flags = KIND_NEEDED | KIND_HEADING | KIND_FIXED,
	  .help = "Asked, accepted, rejected, taken back." },

	{ .tag = TRANSFER_REPLIED, .name = "replied", .label = "Answered",
	  .type = TYPE_WHEN,
	  .flags = KIND_PAST | KIND_FIXED,
	  .help = "When the answer came." },

	{ .tag = TRANSFER_REASON, .name = "reason", .label = "Reason",
	  .type = TYPE_TEXT, .key = "rs",
	  .flags = KIND_PRIVATE,
	  .help = "Why it was rejected, or what was agreed." },

	{ .tag = TRANSFER_CONTACT, .name = "contact", .label = "Their worker",
	  .type = TYPE_TEXT, .key = "tw",
	  .help = "Who takes it on there." },

	{ .tag = TRANSFER_WORKER, .name = "worker", .label = "By",
	  .type = TYPE_LINK, .of = "worker",
	  .flags = KIND_FIXED,
	  .help = "The worker who moved it." },
};
/* clang-format on */

const struct kind kind_transfer = {
	.tag = KIND_TRANSFER,
	.name = "transfer",
	.title = "Transfer",
	.plural = "Transfers",
	.help = "A case handed over to another hub, or taken over from one.",
	.fields = fields,
	.n = sizeof(fields) / sizeof(fields[0]),
	.flags = KIND_PERSONAL,
};
