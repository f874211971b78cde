/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "model/builtin.h"

/*
 * An address by itself, with no name in it, in an area of its own: those who
 * may read a case may not thereby read where the person lives.
 */

/* clang-format off */
static const struct kind_field fields[] = {
	{ .tag = HOME_PERSON, .name = "person", .label = "Whose",
	  .type = TYPE_LINK, .of = "person",
	  .flags = KIND_NEEDED | KIND_PARENT,
	  .help = "The person who lives or may be written to here." },

	{ .tag = HOME_ADDRESS, .name = "address", .label = "Address",
	  .type = TYPE_ADDRESS, .key = "ad",
	  .flags = KIND_NEEDED | KIND_PRIVATE | KIND_SAFE | KIND_SEARCHED |
	      KIND_HEADING,
	  .help = "House and street, town if it matters. The postcode "
		  "stands apart." },

	{ .tag = HOME_FROM, .name = "from", .label = "From",
	  .type = TYPE_WHEN, .key = "hf",
	  .flags = KIND_PAST,
	  .help = "Since when, as precisely as they know." },

	{ .tag = HOME_UNTIL, .name = "until", .label = "Until",
	  .type = TYPE_WHEN, .key = "hu",
	  .flags = KIND_PAST,
	  .help = "When they left; blank while they live there." },
};
/* clang-format on */

const struct kind kind_home = {
	.tag = KIND_HOME,
	.name = "home",
	.title = "Home",
	.plural = "Homes",
	.help = "Where a person lives or may be written to; kept in the safe- "
		"address area.",
	.fields = fields,
	.n = sizeof(fields) / sizeof(fields[0]),
	.flags = KIND_PERSONAL | KIND_SAFE,
};
