/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "model/builtin.h"

/* clang-format off */
static const struct kind_field fields[] = {
	{ .tag = UNMET_CASEFILE, .name = "casefile", .label = "Case",
	  .type = TYPE_LINK, .of = "casefile",
	  .flags = KIND_NEEDED | KIND_PARENT,
	  .help = "The case it is about." },

	{ .tag = UNMET_NEED, .name = "need", .label = "Need",
	  .type = TYPE_CODE, .of = "need", .key = "nd",
	  .flags = KIND_NEEDED | KIND_HEADING,
	  .help = "The need that nothing here serves." },

	{ .tag = UNMET_SORT, .name = "sort", .label = "Help wanted",
	  .type = TYPE_CODE, .of = "service-type", .key = "so",
	  .flags = KIND_HEADING,
	  .help = "The type of help that was wanted." },

	{ .tag = UNMET_SERVICE, .name = "service", .label = "Service",
	  .type = TYPE_CODE, .of = "service", .key = "sv",
	  .help = "The service that would have been asked." },

	{ .tag = UNMET_WHY, .name = "why", .label = "Why not",
	  .type = TYPE_CODE, .of = "unmet", .key = "wy",
	  .flags = KIND_NEEDED | KIND_HEADING,
	  .help = "Why nothing fits." },

	{ .tag = UNMET_ON, .name = "on", .label = "Noted",
	  .type = TYPE_WHEN,
	  .flags = KIND_PAST | KIND_SORTED | KIND_FIXED,
	  .help = "When it was noted." },

	{ .tag = UNMET_NOTE, .name = "note", .label = "Note",
	  .type = TYPE_TEXT, .key = "nt",
	  .flags = KIND_PRIVATE,
	  .help = "What they would have needed." },

	{ .tag = UNMET_MET, .name = "met", .label = "Met",
	  .type = TYPE_WHEN,
	  .flags = KIND_PAST | KIND_FIXED,
	  .help = "When help was found after all." },

	{ .tag = UNMET_DISTRICT, .name = "district", .label = "District",
	  .type = TYPE_CODE, .of = "district",
	  .flags = KIND_FIXED,
	  .help = "Where they live, for the map of gaps." },

	{ .tag = UNMET_AGE, .name = "age", .label = "Age",
	  .type = TYPE_CODE, .of = "age-band",
	  .flags = KIND_FIXED,
	  .help = "How old they are, roughly." },

	{ .tag = UNMET_CATEGORY, .name = "category", .label = "Crime",
	  .type = TYPE_CODE, .of = "crime",
	  .flags = KIND_FIXED,
	  .help = "What happened, for the map of gaps." },

	{ .tag = UNMET_WORKER, .name = "worker", .label = "Noted by",
	  .type = TYPE_LINK, .of = "worker",
	  .flags = KIND_FIXED,
	  .help = "The worker who noted it." },
};
/* clang-format on */

const struct kind kind_unmet = {
	.tag = KIND_UNMET,
	.name = "unmet",
	.title = "Unmet need",
	.plural = "Unmet needs",
	.help = "A need that no service here could serve when it was asked, "
		"and why.",
	.fields = fields,
	.n = sizeof(fields) / sizeof(fields[0]),
	.flags = KIND_PERSONAL,
};
