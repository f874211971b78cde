/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "model/builtin.h"

/* clang-format off */
static const struct kind_field fields[] = {
	{ .tag = MEASURE_CODE, .name = "code", .label = "Code",
	  .type = TYPE_TEXT, .key = "cd",
	  .flags = KIND_NEEDED | KIND_SEARCHED | KIND_SORTED | KIND_HEADING,
	  .help = "A short code." },

	{ .tag = MEASURE_NAME, .name = "name", .label = "Name",
	  .type = TYPE_TEXT, .key = "nm",
	  .flags = KIND_NEEDED | KIND_SEARCHED | KIND_HEADING,
	  .help = "What it tells." },

	{ .tag = MEASURE_MEANS, .name = "means", .label = "Means",
	  .type = TYPE_PROSE, .key = "mn",
	  .flags = KIND_NEEDED,
	  .help = "Exactly what is counted and what is not." },

	{ .tag = MEASURE_UNIT, .name = "unit", .label = "Unit",
	  .type = TYPE_TEXT, .key = "ut",
	  .help = "People, days, per cent." },

	{ .tag = MEASURE_PERIOD, .name = "period", .label = "Period",
	  .type = TYPE_CODE, .of = "period", .key = "pe",
	  .flags = KIND_NEEDED,
	  .help = "How often it is taken." },

	{ .tag = MEASURE_TARGET, .name = "target", .label = "Target",
	  .type = TYPE_NUMBER, .key = "tg",
	  .help = "What it should be." },

	{ .tag = MEASURE_OWNER, .name = "owner", .label = "Owner",
	  .type = TYPE_LINK, .of = "worker",
	  .help = "Who answers for it." },

	{ .tag = MEASURE_VERSION, .name = "version", .label = "Version",
	  .type = TYPE_NUMBER,
	  .flags = KIND_FIXED,
	  .help = "Of the definition; figures say which they used." },
};
/* clang-format on */

const struct kind kind_measure = {
	.tag = KIND_MEASURE,
	.name = "measure",
	.title = "Measure",
	.plural = "Measures",
	.help = "One figure that is watched, with its definition.",
	.fields = fields,
	.n = sizeof(fields) / sizeof(fields[0]),
	.flags = KIND_HUB,
};
