/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "model/builtin.h"

/*
 * Somebody whom a worker must not look after: kin, a friend, a neighbour, a
 * former partner. The worker says so; only supervisors see it, and only they
 * are told when such a person comes to the hub.
 */

/* clang-format off */
static const struct kind_field fields[] = {
	{ .tag = CONFLICT_WORKER, .name = "worker", .label = "Worker",
	  .type = TYPE_LINK, .of = "worker",
	  .flags = KIND_NEEDED | KIND_PARENT,
	  .help = "Whose kin it is." },

	{ .tag = CONFLICT_NAME, .name = "name", .label = "Name",
	  .type = TYPE_NAME, .key = "nm",
	  .flags = KIND_NEEDED | KIND_PRIVATE | KIND_HEADING,
	  .help = "First name and surname." },

	{ .tag = CONFLICT_BORN, .name = "born", .label = "Born",
	  .type = TYPE_BIRTH, .key = "bd",
	  .flags = KIND_PRIVATE,
	  .help = "Birth date, so that nobody else is taken for them." },

	{ .tag = CONFLICT_RELATION, .name = "relation", .label = "Relation",
	  .type = TYPE_CODE, .of = "relation", .key = "rl",
	  .flags = KIND_LETTERS | KIND_PRIVATE | KIND_HEADING,
	  .help = "How they stand to the worker." },

	{ .tag = CONFLICT_NOTE, .name = "note", .label = "Note",
	  .type = TYPE_TEXT, .key = "nt",
	  .flags = KIND_PRIVATE,
	  .help = "What the supervisor should know." },

	{ .tag = CONFLICT_ON, .name = "on", .label = "Said on",
	  .type = TYPE_WHEN,
	  .flags = KIND_FIXED | KIND_PAST,
	  .help = "When it was declared." },
};
/* clang-format on */

const struct kind kind_conflict = {
	.tag = KIND_CONFLICT,
	.name = "conflict",
	.title = "Kin of a worker",
	.plural = "Kin of workers",
	.help = "Somebody whom a worker must not look after; supervisors see "
		"it.",
	.fields = fields,
	.n = sizeof(fields) / sizeof(fields[0]),
	.flags = KIND_HUB,
};
