/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "model/builtin.h"

/* clang-format off */
static const struct kind_field assembly_parts[] = {
	{ .tag = 1, .name = "name", .label = "Name",
	  .type = TYPE_TEXT,
	  .flags = KIND_NEEDED,
	  .help = "What the place is called." },

	{ .tag = 2, .name = "address", .label = "Address",
	  .type = TYPE_ADDRESS,
	  .help = "Where it is." },

	{ .tag = 3, .name = "open", .label = "Open",
	  .type = TYPE_FLAG,
	  .help = "Whether it takes people now." },
};

static const struct kind_field fields[] = {
	{ .tag = INCIDENT_CODE, .name = "code", .label = "Code",
	  .type = TYPE_TEXT, .key = "cd",
	  .flags = KIND_NEEDED | KIND_SEARCHED | KIND_SORTED | KIND_HEADING,
	  .help = "MI and four figures, as everyone will say it." },

	{ .tag = INCIDENT_NAME, .name = "name", .label = "Name",
	  .type = TYPE_TEXT, .key = "nm",
	  .flags = KIND_NEEDED | KIND_SEARCHED | KIND_HEADING,
	  .help = "What it is called in public." },

	{ .tag = INCIDENT_FROM, .name = "from", .label = "Began",
	  .type = TYPE_WHEN, .key = "fr",
	  .flags = KIND_NEEDED | KIND_PAST,
	  .help = "When it began." },

	{ .tag = INCIDENT_UNTIL, .name = "until", .label = "Closed",
	  .type = TYPE_WHEN, .key = "un",
	  .flags = KIND_PAST,
	  .help = "When the register was closed." },

	{ .tag = INCIDENT_PLACE, .name = "place", .label = "Place",
	  .type = TYPE_TEXT, .key = "pl",
	  .help = "Where." },

	{ .tag = INCIDENT_LEAD, .name = "lead", .label = "Led by",
	  .type = TYPE_LINK, .of = "worker",
	  .help = "Who leads for the hub." },

	{ .tag = INCIDENT_STATE, .name = "state", .label = "State",
	  .type = TYPE_CODE, .of = "incident-state", .key = "st",
	  .flags = KIND_NEEDED | KIND_HEADING,
	  .help = "Standby, live, closed." },

	{ .tag = INCIDENT_ASSEMBLY, .name = "assembly", .label = "Assembly points",
	  .type = TYPE_GROUP, .key = "ax",
	  .flags = KIND_REPEATED,
	  .parts = assembly_parts,
	  .n_parts = sizeof(assembly_parts) / sizeof(assembly_parts[0]),
	  .help = "Where people are gathered." },

	{ .tag = INCIDENT_NOTE, .name = "note", .label = "What to say",
	  .type = TYPE_PROSE, .key = "nt",
	  .help = "What callers may be told." },
};
/* clang-format on */

const struct kind kind_incident = {
	.tag = KIND_INCIDENT,
	.name = "incident",
	.title = "Major incident",
	.plural = "Major incidents",
	.help = "Something that harms many people at once and opens its own "
		"register.",
	.fields = fields,
	.n = sizeof(fields) / sizeof(fields[0]),
	.flags = KIND_HUB,
};
