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
	  .flags = KIND_SORTED | KIND_HEADING | KIND_FIXED | KIND_FUTURE,
	  .help = "When it must be met; none where the rule has no number." },

	{ .tag = CLOCK_MET, .name = "met", .label = "Met",
	  .type = TYPE_WHEN,
	  .flags = KIND_FIXED | KIND_PAST,
	  .help = "When the victim was told, or the thing was done." },

	{ .tag = CLOCK_STATE, .name = "state", .label = "State",
	  .type = TYPE_CODE, .of = "clock-state", .key = "cs",
	  .flags = KIND_NEEDED | KIND_HEADING | KIND_FIXED,
	  .help = "Running, paused, met, met late, does not apply, or not "
		  "known." },

	{ .tag = CLOCK_WHY, .name = "why", .label = "Why",
	  .type = TYPE_TEXT, .key = "wy",
	  .flags = KIND_PRIVATE,
	  .help = "Why it was late or does not apply." },

	{ .tag = CLOCK_EVENT, .name = "event", .label = "Started by",
	  .type = TYPE_TEXT,
	  .flags = KIND_FIXED,
	  .help = "What happened that starts it." },

	{ .tag = CLOCK_PAUSED, .name = "paused", .label = "Paused since",
	  .type = TYPE_WHEN,
	  .flags = KIND_FIXED | KIND_PAST,
	  .help = "Since when it stands still." },

	{ .tag = CLOCK_EXCEPTION, .name = "exception", .label = "Exception",
	  .type = TYPE_CODE, .of = "clock-exception", .key = "ex",
	  .flags = KIND_FIXED | KIND_LETTERS,
	  .help = "The lawful reason that it stands still or does not apply." },

	{ .tag = CLOCK_PROMPT, .name = "prompt", .label = "Look again",
	  .type = TYPE_WHEN, .key = "pm",
	  .flags = KIND_FUTURE,
	  .help = "When somebody should look at it again." },

	{ .tag = CLOCK_TOLD, .name = "told", .label = "Met by",
	  .type = TYPE_LINK, .of = "told",
	  .flags = KIND_FIXED,
	  .help = "What the victim was told that met it." },

	{ .tag = CLOCK_BY, .name = "by", .label = "Said by",
	  .type = TYPE_LINK, .of = "worker",
	  .flags = KIND_FIXED,
	  .help = "Who of us said what came of it." },
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
