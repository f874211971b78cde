/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "model/builtin.h"

/* clang-format off */
static const struct kind_field fields[] = {
	{ .tag = NOTE_CASEFILE, .name = "casefile", .label = "Case",
	  .type = TYPE_LINK, .of = "casefile",
	  .flags = KIND_NEEDED | KIND_PARENT,
	  .help = "The case it is about." },

	{ .tag = NOTE_ON, .name = "on", .label = "When",
	  .type = TYPE_WHEN,
	  .flags = KIND_NEEDED | KIND_SORTED | KIND_FIXED | KIND_PAST,
	  .help = "When it was written." },

	{ .tag = NOTE_TEXT, .name = "text", .label = "Note",
	  .type = TYPE_PROSE, .key = "nt",
	  .flags = KIND_NEEDED | KIND_SEARCHED | KIND_PRIVATE | KIND_HEADING,
	  .help = "A line that starts with ; is their exact words." },

	{ .tag = NOTE_WORKER, .name = "worker", .label = "Who",
	  .type = TYPE_LINK, .of = "worker",
	  .flags = KIND_FIXED,
	  .help = "Who wrote it." },

	{ .tag = NOTE_EXACT, .name = "exact", .label = "Exact words",
	  .type = TYPE_PROSE, .key = "ex",
	  .flags = KIND_SEARCHED | KIND_PRIVATE,
	  .help = "The caller's own words, as a court would want them." },
};
/* clang-format on */

const struct kind kind_note = {
	.tag = KIND_NOTE,
	.name = "note",
	.title = "Note",
	.plural = "Notes",
	.help = "Something worth keeping that is neither a contact nor a "
		"step.",
	.fields = fields,
	.n = sizeof(fields) / sizeof(fields[0]),
	.flags = KIND_PERSONAL,
};
