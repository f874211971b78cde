/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "model/builtin.h"

/*
 * Shown before anything else about the person, in words, what not to do first.
 * Blank means not asked, and for domestic abuse, stalking and honour cases
 * that is treated as not safe.
 */

/* clang-format off */
static const struct kind_field fields[] = {
	{ .tag = SAFETY_PERSON, .name = "person", .label = "Whose",
	  .type = TYPE_LINK, .of = "person",
	  .flags = KIND_NEEDED | KIND_PARENT,
	  .help = "The person it keeps safe." },

	{ .tag = SAFETY_CHANNELS, .name = "channels", .label = "Safe contact",
	  .type = TYPE_CODES, .of = "safe", .key = "sc",
	  .flags = KIND_NEEDED | KIND_LETTERS | KIND_HEADING | KIND_PRIVATE,
	  .help = "Letters of what is safe; blank is not asked, x is no "
		  "safe way." },

	{ .tag = SAFETY_TIMES, .name = "times", .label = "Safe times",
	  .type = TYPE_TEXT, .key = "st",
	  .flags = KIND_HEADING | KIND_PRIVATE,
	  .help = "When it is safe, in words: mon-fri 10-2." },

	{ .tag = SAFETY_SAY, .name = "say", .label = "Say",
	  .type = TYPE_TEXT, .key = "sw",
	  .flags = KIND_HEADING | KIND_PRIVATE,
	  .help = "What to say if someone else answers: dentist." },

	{ .tag = SAFETY_AVOID, .name = "avoid", .label = "Never",
	  .type = TYPE_TEXT, .key = "av",
	  .flags = KIND_PRIVATE,
	  .help = "What must not be done or said." },

	{ .tag = SAFETY_WHO, .name = "who", .label = "Who may answer",
	  .type = TYPE_TEXT, .key = "wa",
	  .flags = KIND_PRIVATE,
	  .help = "Who may answer, and who to ask for." },

	{ .tag = SAFETY_WITHHOLD, .name = "withhold", .label = "Withhold number",
	  .type = TYPE_FLAG, .key = "wn",
	  .flags = KIND_PRIVATE,
	  .help = "Yes when our number must not show." },

	{ .tag = SAFETY_ASKED, .name = "asked", .label = "Asked",
	  .type = TYPE_WHEN,
	  .flags = KIND_FIXED | KIND_PAST,
	  .help = "The day they were last asked." },

	{ .tag = SAFETY_UNTIL, .name = "until", .label = "Good until",
	  .type = TYPE_WHEN, .key = "gu",
	  .flags = KIND_FUTURE,
	  .help = "When it must be asked again." },
};
/* clang-format on */

const struct kind kind_safety = {
	.tag = KIND_SAFETY,
	.name = "safety",
	.title = "What is safe",
	.plural = "What is safe",
	.help = "What is safe for a person: where, when, who may answer and "
		"what to say.",
	.fields = fields,
	.n = sizeof(fields) / sizeof(fields[0]),
	.flags = KIND_PERSONAL,
};
