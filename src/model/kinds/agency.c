/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "model/builtin.h"

/* clang-format off */
static const struct kind_field fields[] = {
	{ .tag = AGENCY_NAME, .name = "name", .label = "Name",
	  .type = TYPE_TEXT, .key = "nm",
	  .flags = KIND_NEEDED | KIND_SEARCHED | KIND_SORTED | KIND_HEADING,
	  .help = "What it is called." },

	{ .tag = AGENCY_CODE, .name = "code", .label = "Code",
	  .type = TYPE_TEXT, .key = "cd",
	  .flags = KIND_SEARCHED | KIND_HEADING,
	  .help = "A short code that finds it." },

	{ .tag = AGENCY_SORT, .name = "sort", .label = "Sort",
	  .type = TYPE_CODE, .of = "agency", .key = "so",
	  .flags = KIND_NEEDED,
	  .help = "What sort of body it is." },

	{ .tag = AGENCY_PHONE, .name = "phone", .label = "Phone",
	  .type = TYPE_PHONE, .key = "ph",
	  .flags = KIND_SEARCHED,
	  .help = "The number for the public or for the desk." },

	{ .tag = AGENCY_EMAIL, .name = "email", .label = "E-mail",
	  .type = TYPE_EMAIL, .key = "em",
	  .help = "Where referrals and questions go; secure mail only." },

	{ .tag = AGENCY_ADDRESS, .name = "address", .label = "Address",
	  .type = TYPE_ADDRESS, .key = "ad",
	  .help = "Where it is." },

	{ .tag = AGENCY_NOTE, .name = "note", .label = "Note",
	  .type = TYPE_PROSE, .key = "nt",
	  .help = "What colleagues should know." },

	{ .tag = AGENCY_UNTIL, .name = "until", .label = "Until",
	  .type = TYPE_WHEN, .key = "un",
	  .flags = KIND_PAST,
	  .help = "When we stopped working with it." },

	{ .tag = AGENCY_KEY, .name = "key", .label = "Key",
	  .type = TYPE_TEXT,
	  .flags = KIND_SEARCHED | KIND_FIXED,
	  .help = "What a directory calls it." },

	{ .tag = AGENCY_WEB, .name = "web", .label = "Web page",
	  .type = TYPE_TEXT, .key = "wb",
	  .help = "Where it tells of itself." },

	{ .tag = AGENCY_MORE, .name = "more", .label = "More",
	  .type = TYPE_PROSE,
	  .flags = KIND_FIXED,
	  .help = "What a directory said of it that has no field here." },
};
/* clang-format on */

const struct kind kind_agency = {
	.tag = KIND_AGENCY,
	.name = "agency",
	.title = "Agency",
	.plural = "Agencies",
	.help = "A body the hub works with: a force, a council, a court, a "
		"charity.",
	.fields = fields,
	.n = sizeof(fields) / sizeof(fields[0]),
	.flags = KIND_HUB,
};
