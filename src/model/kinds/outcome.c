/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "model/builtin.h"

/*
 * Outcomes may come before the crime they belong to and may be repeated; each
 * different one is kept once, in the order of its month.
 */

/* clang-format off */
static const struct kind_field fields[] = {
	{ .tag = OUTCOME_CRIME, .name = "crime", .label = "Crime",
	  .type = TYPE_LINK, .of = "crime",
	  .flags = KIND_PARENT,
	  .help = "The crime, once it is known." },

	{ .tag = OUTCOME_MONTH, .name = "month", .label = "When",
	  .type = TYPE_WHEN, .key = "wh",
	  .flags = KIND_NEEDED | KIND_PAST | KIND_SORTED | KIND_HEADING,
	  .help = "The day or month it was given." },

	{ .tag = OUTCOME_TYPE, .name = "type", .label = "Outcome",
	  .type = TYPE_CODE, .of = "outcome", .key = "ot",
	  .flags = KIND_NEEDED | KIND_HEADING,
	  .help = "What was decided, in the words of the open data." },

	{ .tag = OUTCOME_FEED, .name = "feed", .label = "Feed",
	  .type = TYPE_TEXT,
	  .flags = KIND_FIXED,
	  .help = "The feed that brought it." },

	{ .tag = OUTCOME_SOURCE_ID, .name = "source-id", .label = "Source id",
	  .type = TYPE_TEXT,
	  .flags = KIND_FIXED,
	  .help = "The crime's id in the open data." },

	{ .tag = OUTCOME_FORCE, .name = "force", .label = "Force",
	  .type = TYPE_CODE, .of = "force", .key = "fo",
	  .help = "The force that gave it." },
};
/* clang-format on */

const struct kind kind_outcome = {
	.tag = KIND_OUTCOME,
	.name = "outcome",
	.title = "Outcome",
	.plural = "Outcomes",
	.help = "One outcome of a crime that the police or a court gave.",
	.fields = fields,
	.n = sizeof(fields) / sizeof(fields[0]),
};
