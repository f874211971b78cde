/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "model/builtin.h"

/*
 * Most duties of the Code are other people's. The hub can only ask, write down
 * that it asked, and see that an answer comes.
 */

/* clang-format off */
static const struct kind_field fields[] = {
	{ .tag = CHASE_CASEFILE, .name = "casefile", .label = "Case",
	  .type = TYPE_LINK, .of = "casefile",
	  .flags = KIND_NEEDED | KIND_PARENT,
	  .help = "The case whose right it is." },

	{ .tag = CHASE_CLOCK, .name = "clock", .label = "Clock",
	  .type = TYPE_LINK, .of = "clock",
	  .flags = KIND_FIXED,
	  .help = "The time limit that they are chased for." },

	{ .tag = CHASE_WHOM, .name = "whom", .label = "Whom",
	  .type = TYPE_CODE, .of = "told-by", .key = "wm",
	  .flags = KIND_NEEDED | KIND_HEADING,
	  .help = "Who was asked: the police, witness care, the court." },

	{ .tag = CHASE_HOW, .name = "how", .label = "How",
	  .type = TYPE_CODE, .of = "contact-by", .key = "by",
	  .flags = KIND_LETTERS,
	  .help = "By phone, letter, e-mail, in person." },

	{ .tag = CHASE_ON, .name = "on", .label = "When",
	  .type = TYPE_WHEN, .key = "on",
	  .flags = KIND_NEEDED | KIND_SORTED | KIND_HEADING | KIND_PAST,
	  .help = "When they were asked." },

	{ .tag = CHASE_WORKER, .name = "worker", .label = "Who",
	  .type = TYPE_LINK, .of = "worker",
	  .flags = KIND_FIXED,
	  .help = "Who of us asked." },

	{ .tag = CHASE_REPLY_DUE, .name = "reply-due", .label = "Answer by",
	  .type = TYPE_WHEN, .key = "rd",
	  .flags = KIND_NEEDED | KIND_FUTURE,
	  .help = "By when an answer is expected; asked again after that." },

	{ .tag = CHASE_TEXT, .name = "text", .label = "What was asked",
	  .type = TYPE_PROSE, .key = "tx",
	  .flags = KIND_PRIVATE,
	  .help = "What was asked, of whom, under which reference." },

	{ .tag = CHASE_REPLIED, .name = "replied", .label = "Answered",
	  .type = TYPE_WHEN, .key = "rp",
	  .flags = KIND_FIXED | KIND_PAST,
	  .help = "When the answer came." },

	{ .tag = CHASE_REPLY, .name = "reply", .label = "Their answer",
	  .type = TYPE_PROSE, .key = "ra",
	  .flags = KIND_PRIVATE,
	  .help = "What they answered." },
};
/* clang-format on */

const struct kind kind_chase = {
	.tag = KIND_CHASE,
	.name = "chase",
	.title = "Chase",
	.plural = "Chases",
	.help = "Another body asked to keep its duty, and what it answered.",
	.fields = fields,
	.n = sizeof(fields) / sizeof(fields[0]),
	.flags = KIND_PERSONAL,
};
