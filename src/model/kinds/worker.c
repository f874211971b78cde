/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "model/builtin.h"

/* clang-format off */
static const struct kind_field fields[] = {
	{ .tag = WORKER_LOGIN, .name = "login", .label = "Login",
	  .type = TYPE_TEXT, .key = "lo",
	  .flags = KIND_NEEDED | KIND_SEARCHED | KIND_HEADING,
	  .help = "The name they sign in with." },

	{ .tag = WORKER_NAME, .name = "name", .label = "Name",
	  .type = TYPE_NAME, .key = "nm",
	  .flags = KIND_NEEDED | KIND_SEARCHED | KIND_SORTED | KIND_HEADING,
	  .help = "Their name as colleagues say it." },

	{ .tag = WORKER_INITIALS, .name = "initials", .label = "Initials",
	  .type = TYPE_TEXT, .key = "in",
	  .flags = KIND_NEEDED | KIND_HEADING,
	  .help = "Two or three letters that stand for them in lists." },

	{ .tag = WORKER_ROLE, .name = "role", .label = "Role",
	  .type = TYPE_CODES, .of = "role", .key = "ro",
	  .flags = KIND_NEEDED | KIND_STRICT,
	  .help = "What they may do." },

	{ .tag = WORKER_AREAS, .name = "areas", .label = "Areas",
	  .type = TYPE_TEXT, .key = "ar",
	  .help = "Codes of the areas they work in, parted by blanks." },

	{ .tag = WORKER_FROM, .name = "from", .label = "From",
	  .type = TYPE_WHEN, .key = "fr",
	  .flags = KIND_PAST,
	  .help = "Their first day." },

	{ .tag = WORKER_UNTIL, .name = "until", .label = "Until",
	  .type = TYPE_WHEN, .key = "un",
	  .help = "Their last day; blank while they work here." },

	{ .tag = WORKER_NUMBER, .name = "number", .label = "Number",
	  .type = TYPE_NUMBER,
	  .flags = KIND_FIXED,
	  .help = "Their number as an author in the journal." },
};
/* clang-format on */

const struct kind kind_worker = {
	.tag = KIND_WORKER,
	.name = "worker",
	.title = "Worker",
	.plural = "Workers",
	.help = "Someone who works at the hub.",
	.fields = fields,
	.n = sizeof(fields) / sizeof(fields[0]),
	.flags = KIND_HUB,
};
