/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "model/builtin.h"

/* clang-format off */
static const struct kind_field fields[] = {
	{ .tag = TOLD_CASEFILE, .name = "casefile", .label = "Case",
	  .type = TYPE_LINK, .of = "casefile",
	  .flags = KIND_NEEDED | KIND_PARENT,
	  .help = "The case it is about." },

	{ .tag = TOLD_WHAT, .name = "what", .label = "What",
	  .type = TYPE_CODE, .of = "told", .key = "wt",
	  .flags = KIND_NEEDED | KIND_HEADING,
	  .help = "What they were told." },

	{ .tag = TOLD_ON, .name = "on", .label = "When",
	  .type = TYPE_WHEN, .key = "on",
	  .flags = KIND_NEEDED | KIND_SORTED | KIND_HEADING | KIND_PAST,
	  .help = "When they were told." },

	{ .tag = TOLD_BY, .name = "by", .label = "By",
	  .type = TYPE_CODE, .of = "told-by", .key = "tb",
	  .flags = KIND_NEEDED,
	  .help = "Who told them: us, the police, witness care, the court." },

	{ .tag = TOLD_HOW, .name = "how", .label = "How",
	  .type = TYPE_CODE, .of = "contact-by", .key = "by",
	  .flags = KIND_LETTERS,
	  .help = "By phone, letter, e-mail, in person." },

	{ .tag = TOLD_WORKER, .name = "worker", .label = "Who",
	  .type = TYPE_LINK, .of = "worker",
	  .flags = KIND_FIXED,
	  .help = "Who of us, if it was us." },

	{ .tag = TOLD_CLOCK, .name = "clock", .label = "Clock",
	  .type = TYPE_LINK, .of = "clock",
	  .flags = KIND_FIXED,
	  .help = "The time limit that it met." },

	{ .tag = TOLD_SAID, .name = "said", .label = "What was said",
	  .type = TYPE_PROSE, .key = "sd",
	  .flags = KIND_PRIVATE,
	  .help = "What was explained and what they asked." },

	{ .tag = TOLD_UNDERSTOOD, .name = "understood", .label = "Understood",
	  .type = TYPE_FLAG, .key = "un",
	  .help = "Y when they could say it back in their own words; N when "
		  "it must be told again." },

	{ .tag = TOLD_UNSAFE_WHY, .name = "unsafe-why", .label = "Why so",
	  .type = TYPE_TEXT, .key = "uw",
	  .flags = KIND_PRIVATE,
	  .help = "The reason for telling them in a way that is not known to "
		  "be safe." },
};
/* clang-format on */

const struct kind kind_told = {
	.tag = KIND_TOLD,
	.name = "told",
	.title = "Told",
	.plural = "Told",
	.help = "What the victim was told, when, by whom and how.",
	.fields = fields,
	.n = sizeof(fields) / sizeof(fields[0]),
	.flags = KIND_PERSONAL,
};
