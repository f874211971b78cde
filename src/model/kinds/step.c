/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "model/builtin.h"

/* clang-format off */
static const struct kind_field fields[] = {
	{ .tag = STEP_CASEFILE, .name = "casefile", .label = "Case",
	  .type = TYPE_LINK, .of = "casefile",
	  .flags = KIND_NEEDED | KIND_PARENT,
	  .help = "The journey it is a step of." },

	{ .tag = STEP_STATE, .name = "state", .label = "Stage",
	  .type = TYPE_CODE, .of = "stage", .key = "sg",
	  .flags = KIND_NEEDED | KIND_STRICT | KIND_HEADING,
	  .help = "Where the journey now stands." },

	{ .tag = STEP_ON, .name = "on", .label = "When",
	  .type = TYPE_WHEN, .key = "on",
	  .flags = KIND_NEEDED | KIND_PAST | KIND_SORTED | KIND_HEADING,
	  .help = "When it happened, which may be long before we heard." },

	{ .tag = STEP_FROM, .name = "from", .label = "From",
	  .type = TYPE_CODE, .of = "stage",
	  .flags = KIND_FIXED,
	  .help = "Where it stood before." },

	{ .tag = STEP_TOLD_BY, .name = "told-by", .label = "Told by",
	  .type = TYPE_CODE, .of = "told-by", .key = "tb",
	  .help = "Who told us: the police, the court, the victim, a feed." },

	{ .tag = STEP_OUTCOME, .name = "outcome", .label = "Outcome",
	  .type = TYPE_LINK, .of = "outcome",
	  .flags = KIND_FIXED,
	  .help = "The outcome that moved it." },

	{ .tag = STEP_NOTE, .name = "note", .label = "Note",
	  .type = TYPE_PROSE, .key = "nt",
	  .flags = KIND_PRIVATE,
	  .help = "Anything else about it." },

	{ .tag = STEP_OVERRIDE, .name = "override", .label = "Why out of order",
	  .type = TYPE_TEXT, .key = "ov",
	  .flags = KIND_PRIVATE,
	  .help = "The reason for a step the journey does not hold." },

	{ .tag = STEP_SUSPECT, .name = "suspect", .label = "Suspect",
	  .type = TYPE_LINK, .of = "suspect",
	  .flags = KIND_FIXED,
	  .help = "Whose step it is, where there are several." },

	{ .tag = STEP_CHARGE, .name = "charge", .label = "Charge",
	  .type = TYPE_LINK, .of = "charge",
	  .flags = KIND_FIXED,
	  .help = "The charge it is a step of." },
};
/* clang-format on */

const struct kind kind_step = {
	.tag = KIND_STEP,
	.name = "step",
	.title = "Step",
	.plural = "Steps",
	.help = "One step of a journey: what became true, when, and who told "
		"us.",
	.fields = fields,
	.n = sizeof(fields) / sizeof(fields[0]),
	.flags = KIND_PERSONAL,
};
