/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "model/builtin.h"

/*
 * What a person asks of us about herself: who opened mine, a copy, put it
 * right, stop. It is hers whether or not a case is open.
 */

/* clang-format off */
static const struct kind_field fields[] = {
	{ .tag = REQUEST_PERSON, .name = "person", .label = "Whose",
	  .type = TYPE_LINK, .of = "person",
	  .flags = KIND_NEEDED | KIND_PARENT,
	  .help = "The person who asks, about her own record." },

	{ .tag = REQUEST_SORT, .name = "sort", .label = "Asks for",
	  .type = TYPE_CODE, .of = "request", .key = "so",
	  .flags = KIND_NEEDED | KIND_LETTERS | KIND_HEADING,
	  .help = "Who saw it, a copy, a correction, to stop." },

	{ .tag = REQUEST_ON, .name = "on", .label = "Received",
	  .type = TYPE_WHEN, .key = "on",
	  .flags = KIND_NEEDED | KIND_PAST | KIND_SORTED | KIND_HEADING,
	  .help = "When it reached us; the limit counts from here." },

	{ .tag = REQUEST_BY, .name = "by", .label = "How",
	  .type = TYPE_CODE, .of = "contact-by", .key = "by",
	  .flags = KIND_LETTERS,
	  .help = "How it reached us; any way will do." },

	{ .tag = REQUEST_TEXT, .name = "text", .label = "In their words",
	  .type = TYPE_PROSE, .key = "tx",
	  .flags = KIND_PRIVATE,
	  .help = "What they asked for." },

	{ .tag = REQUEST_KNOWN, .name = "known", .label = "It is them",
	  .type = TYPE_FLAG, .key = "kn",
	  .help = "Yes once it was seen that it is the person herself." },

	{ .tag = REQUEST_DUE, .name = "due", .label = "Answer due",
	  .type = TYPE_WHEN,
	  .flags = KIND_FIXED | KIND_FUTURE,
	  .help = "By the rule in data/deadlines." },

	{ .tag = REQUEST_STATE, .name = "state", .label = "State",
	  .type = TYPE_CODE, .of = "request-state", .key = "st",
	  .flags = KIND_NEEDED | KIND_LETTERS | KIND_HEADING,
	  .help = "How far it is." },

	{ .tag = REQUEST_ANSWERED, .name = "answered", .label = "Answered",
	  .type = TYPE_WHEN, .key = "an",
	  .flags = KIND_PAST,
	  .help = "When the answer went." },

	{ .tag = REQUEST_ANSWER, .name = "answer", .label = "Answer",
	  .type = TYPE_PROSE, .key = "aw",
	  .flags = KIND_PRIVATE,
	  .help = "What was said or given." },

	{ .tag = REQUEST_WHY, .name = "why", .label = "Why",
	  .type = TYPE_TEXT, .key = "wy",
	  .flags = KIND_PRIVATE,
	  .help = "Why it takes longer, or why not; she is told." },

	{ .tag = REQUEST_WORKER, .name = "worker", .label = "Who",
	  .type = TYPE_LINK, .of = "worker",
	  .flags = KIND_FIXED,
	  .help = "Who took it." },
};
/* clang-format on */

const struct kind kind_request = {
	.tag = KIND_REQUEST,
	.name = "request",
	.title = "Request",
	.plural = "Requests",
	.help = "What a person asks of us about her own record.",
	.fields = fields,
	.n = sizeof(fields) / sizeof(fields[0]),
	.flags = KIND_PERSONAL,
};
