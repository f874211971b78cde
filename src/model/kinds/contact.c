/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "model/builtin.h"

/*
 * Attempts that fail count: three on different days and parts of the day, and
 * then a letter only if that is safe.
 */

/* clang-format off */
static const struct kind_field fields[] = {
	{ .tag = CONTACT_CASEFILE, .name = "casefile", .label = "Case",
	  .type = TYPE_LINK, .of = "casefile",
	  .flags = KIND_NEEDED | KIND_PARENT,
	  .help = "The case it was about." },

	{ .tag = CONTACT_ON, .name = "on", .label = "When",
	  .type = TYPE_WHEN, .key = "on",
	  .flags = KIND_NEEDED | KIND_SORTED | KIND_HEADING | KIND_FIXED |
	      KIND_PAST,
	  .help = "When it was, not when it is written up." },

	{ .tag = CONTACT_WAY, .name = "way", .label = "In or out",
	  .type = TYPE_CODE, .of = "contact-way", .key = "wy",
	  .flags = KIND_NEEDED | KIND_LETTERS,
	  .help = "In when they rang us, out when we rang them." },

	{ .tag = CONTACT_BY, .name = "by", .label = "How",
	  .type = TYPE_CODE, .of = "contact-by", .key = "by",
	  .flags = KIND_NEEDED | KIND_LETTERS | KIND_HEADING,
	  .help = "Phone, text, letter, e-mail, in person." },

	{ .tag = CONTACT_OUTCOME, .name = "outcome", .label = "Outcome",
	  .type = TYPE_CODE, .of = "contact-outcome", .key = "ou",
	  .flags = KIND_NEEDED | KIND_LETTERS | KIND_HEADING,
	  .help = "What came of it." },

	{ .tag = CONTACT_NOTE, .name = "note", .label = "What was said",
	  .type = TYPE_PROSE, .key = "nt",
	  .flags = KIND_SEARCHED | KIND_PRIVATE,
	  .help = "Their words where you can; your view last." },

	{ .tag = CONTACT_MINUTES, .name = "minutes", .label = "Minutes",
	  .type = TYPE_NUMBER, .key = "mn",
	  .help = "How long you spoke." },

	{ .tag = CONTACT_WORKER, .name = "worker", .label = "Who",
	  .type = TYPE_LINK, .of = "worker",
	  .flags = KIND_FIXED,
	  .help = "Who made or took it." },

	{ .tag = CONTACT_LEFT, .name = "left", .label = "Message left",
	  .type = TYPE_FLAG, .key = "lf",
	  .help = "Yes only if a message was left; never where it is not "
		  "safe." },

	{ .tag = CONTACT_UNSAFE_WHY, .name = "unsafe-why", .label = "Why against the rule",
	  .type = TYPE_TEXT, .key = "uw",
	  .flags = KIND_PRIVATE,
	  .help = "The reason for ringing outside what is safe." },

	{ .tag = CONTACT_INTERPRETER, .name = "interpreter", .label = "Interpreter",
	  .type = TYPE_TEXT, .key = "in",
	  .flags = KIND_PRIVATE,
	  .help = "Who interpreted, by which service, or a relay or text "
		  "telephone." },

	{ .tag = CONTACT_CHECKED, .name = "checked", .label = "Known by",
	  .type = TYPE_CODES, .of = "identity", .key = "ck",
	  .flags = KIND_LETTERS,
	  .help = "By which two things you knew who it was." },

	{ .tag = CONTACT_SCRIPT, .name = "script", .label = "Script",
	  .type = TYPE_TEXT, .flags = KIND_FIXED,
	  .help = "The call script that was used, and its version." },
};
/* clang-format on */

const struct kind kind_contact = {
	.tag = KIND_CONTACT,
	.name = "contact",
	.title = "Contact",
	.plural = "Contacts",
	.help = "One attempt to reach a person, or one by them to reach us, "
		"answered or not.",
	.fields = fields,
	.n = sizeof(fields) / sizeof(fields[0]),
	.flags = KIND_PERSONAL,
};
