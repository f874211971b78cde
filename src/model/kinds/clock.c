/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "model/builtin.h"

/*
 * A clock that is excepted says why; one that was late stays late. When rights
 * become enhanced the shorter limit counts from that day and never lengthens
 * what ran before.
 */

/* clang-format off */
static const struct kind_field fields[] = {
	{ .tag = CLOCK_CASEFILE, .name = "casefile", .label = "Case",
	  .type = TYPE_LINK, .of = "casefile",
	  .flags = KIND_NEEDED | KIND_PARENT,
	  .help = "The case whose right it is." },

	{ .tag = CLOCK_RULE, .name = "rule", .label = "Rule",
	  .type = TYPE_CODE, .of = "rule", .key = "ru",
	  .flags = KIND_NEEDED | KIND_HEADING,
	  .help = "The rule of the Code, or the hub's own." },

	{ .tag = CLOCK_STARTED, .name = "started", .label = "Started",
	  .type = TYPE_WHEN,
	  .flags = KIND_NEEDED | KIND_FIXED | KIND_PAST,
	  .help = "When what starts it happened." },

	{ .tag = CLOCK_DUE, .name = "due", .label = "Due",
	  .type = TYPE_WHEN,
	  .flags = KIND_NEEDED | KIND_SORTED | KIND_HEADING | KIND_FIXED |
	      KIND_FUTURE,
	  .help = "When it must be met." },

	{ .tag = CLOCK_MET, .name = "met", .label = "Met",
	  .type = TYPE_WHEN,
	  .flags = KIND_FIXED | KIND_PAST,
	  .help = "When the victim was told, or the thing was done." },

	{ .tag = CLOCK_STATE, .name = "state", .label = "State",
	  .type = TYPE_CODE, .of = "clock-state", .key = "cs",
	  .flags = KIND_NEEDED | KIND_HEADING | KIND_FIXED,
	  .help = "Running, met, late or excepted." },

	{ .tag = CLOCK_WHY, .name = "why", .label = "Why",
	  .type = TYPE_TEXT, .key = "wy",
	  .flags = KIND_PRIVATE,
	  .help = "Why it was late or does not apply." },
};
/* clang-format on */

const struct kind kind_clock = {
	.tag = KIND_CLOCK,
	.name = "clock",
	.title = "Clock",
	.plural = "Clocks",
	.help = "One time limit that runs, was met, is late or does not "
		"apply.",
	.fields = fields,
	.n = sizeof(fields) / sizeof(fields[0]),
	.flags = KIND_PERSONAL,
};
