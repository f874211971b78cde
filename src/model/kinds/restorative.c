/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "model/builtin.h"

/* clang-format off */
static const struct kind_field fields[] = {
	{ .tag = RESTORATIVE_CASEFILE, .name = "casefile", .label = "Case",
	  .type = TYPE_LINK, .of = "casefile",
	  .flags = KIND_NEEDED | KIND_PARENT,
	  .help = "The case it is for." },

	{ .tag = RESTORATIVE_OFFERED, .name = "offered", .label = "Offered",
	  .type = TYPE_WHEN, .key = "of",
	  .flags = KIND_PAST | KIND_SORTED,
	  .help = "When it was explained and offered." },

	{ .tag = RESTORATIVE_STATE, .name = "state", .label = "State",
	  .type = TYPE_CODE, .of = "restorative", .key = "st",
	  .flags = KIND_NEEDED | KIND_HEADING,
	  .help = "Offered, wanted, under way, done, declined." },

	{ .tag = RESTORATIVE_HOW, .name = "how", .label = "How",
	  .type = TYPE_CODE, .of = "restorative-way", .key = "hw",
	  .help = "Face to face, letter, go-between." },

	{ .tag = RESTORATIVE_BY, .name = "by", .label = "Led by",
	  .type = TYPE_TEXT, .key = "by",
	  .help = "Who prepares and leads it." },

	{ .tag = RESTORATIVE_ON, .name = "on", .label = "Held",
	  .type = TYPE_WHEN, .key = "on",
	  .help = "When it took place." },

	{ .tag = RESTORATIVE_RESULT, .name = "result", .label = "Result",
	  .type = TYPE_PROSE, .key = "rs",
	  .flags = KIND_PRIVATE,
	  .help = "What came of it, in the person's words." },

	{ .tag = RESTORATIVE_RISKS, .name = "risks", .label = "Risks",
	  .type = TYPE_TEXT, .key = "rk",
	  .flags = KIND_PRIVATE,
	  .help = "What must be safe first." },

	{ .tag = RESTORATIVE_ASKED, .name = "asked", .label = "They asked",
	  .type = TYPE_FLAG, .key = "as",
	  .help = "The victim asked before anybody offered." },

	{ .tag = RESTORATIVE_ANSWERED, .name = "answered", .label = "Answered",
	  .type = TYPE_WHEN, .key = "an",
	  .flags = KIND_PAST,
	  .help = "When they said yes or no." },
};
/* clang-format on */

const struct kind kind_restorative = {
	.tag = KIND_RESTORATIVE,
	.name = "restorative",
	.title = "Restorative justice",
	.plural = "Restorative justice",
	.help = "Talk of meeting or hearing from the one who did it, and what "
		"came of it.",
	.fields = fields,
	.n = sizeof(fields) / sizeof(fields[0]),
	.flags = KIND_PERSONAL,
};
