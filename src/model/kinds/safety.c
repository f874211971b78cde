/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "model/builtin.h"

/*
 * Shown before anything else about the person, in words, what not to do first.
 * Blank means not asked, and for domestic abuse, stalking and honour cases
 * that is treated as not safe.
 */

/* clang-format off */
static const struct kind_field rule_parts[] = {
	{ .tag = SAFETY_RULE_WAY, .name = "way", .label = "Way",
	  .type = TYPE_CODE, .of = "safe-way",
	  .flags = KIND_NEEDED | KIND_LETTERS | KIND_PRIVATE,
	  .help = "Ring, voicemail, text, letter, e-mail, visit, interpreter, "
		  "somebody else." },

	{ .tag = SAFETY_RULE_WHERE, .name = "where", .label = "Where",
	  .type = TYPE_TEXT,
	  .flags = KIND_PRIVATE,
	  .help = "The number or address it is about; blank for any." },

	{ .tag = SAFETY_RULE_SAFE, .name = "safe", .label = "Safe",
	  .type = TYPE_CODE, .of = "safe-answer",
	  .flags = KIND_NEEDED | KIND_LETTERS | KIND_PRIVATE,
	  .help = "Safe, not safe, or ask them first each time." },

	{ .tag = SAFETY_RULE_TIMES, .name = "times", .label = "Times",
	  .type = TYPE_TEXT,
	  .flags = KIND_PRIVATE,
	  .help = "When it is safe, in words: mon-fri 10-2." },

	{ .tag = SAFETY_RULE_WHO, .name = "who", .label = "Who may answer",
	  .type = TYPE_TEXT,
	  .flags = KIND_PRIVATE,
	  .help = "Who may answer, and who to ask for." },

	{ .tag = SAFETY_RULE_SAY, .name = "say", .label = "Say",
	  .type = TYPE_TEXT,
	  .flags = KIND_PRIVATE,
	  .help = "What to say if someone else answers." },

	{ .tag = SAFETY_RULE_LEAVE, .name = "leave", .label = "Leave",
	  .type = TYPE_TEXT,
	  .flags = KIND_PRIVATE,
	  .help = "The words to leave in a message, and no others." },

	{ .tag = SAFETY_RULE_UNTIL, .name = "until", .label = "Until",
	  .type = TYPE_WHEN,
	  .flags = KIND_FUTURE,
	  .help = "How long it holds." },
};

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

	{ .tag = SAFETY_RULES, .name = "rules", .label = "Way by way",
	  .type = TYPE_GROUP, .key = "sr",
	  .flags = KIND_PRIVATE | KIND_REPEATED,
	  .parts = rule_parts,
	  .n_parts = sizeof(rule_parts) / sizeof(rule_parts[0]),
	  .help = "What was said of one way, at one number or address." },

	{ .tag = SAFETY_WORD, .name = "word", .label = "Code word",
	  .type = TYPE_TEXT, .key = "cw",
	  .flags = KIND_PRIVATE,
	  .help = "The word by which they know us, and we them." },

	{ .tag = SAFETY_NO_CONTACT, .name = "no-contact", .label = "No contact",
	  .type = TYPE_FLAG, .key = "nc",
	  .flags = KIND_PRIVATE,
	  .help = "Yes when they asked us not to be in touch at all." },

	{ .tag = SAFETY_WORKER, .name = "worker", .label = "Asked by",
	  .type = TYPE_LINK, .of = "worker",
	  .flags = KIND_FIXED,
	  .help = "Who asked them." },
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
