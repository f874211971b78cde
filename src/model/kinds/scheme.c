/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "model/builtin.h"

/* clang-format off */
static const struct kind_field fields[] = {
	{ .tag = SCHEME_CASEFILE, .name = "casefile", .label = "Case",
	  .type = TYPE_LINK, .of = "casefile",
	  .flags = KIND_NEEDED | KIND_PARENT,
	  .help = "The case it belongs to." },

	{ .tag = SCHEME_SORT, .name = "sort", .label = "Scheme",
	  .type = TYPE_CODE, .of = "scheme", .key = "so",
	  .flags = KIND_NEEDED | KIND_HEADING,
	  .help = "The contact scheme or the notification scheme." },

	{ .tag = SCHEME_STATE, .name = "state", .label = "State",
	  .type = TYPE_CODE, .of = "scheme-state", .key = "st",
	  .flags = KIND_NEEDED | KIND_HEADING,
	  .help = "May have it, referred, offered, joined, stayed out, left, "
		  "ended." },

	{ .tag = SCHEME_WHY, .name = "why", .label = "Why",
	  .type = TYPE_TEXT,
	  .flags = KIND_FIXED,
	  .help = "The rule or the reason that opens it." },

	{ .tag = SCHEME_REFERRED, .name = "referred", .label = "Referred",
	  .type = TYPE_WHEN, .key = "rf",
	  .flags = KIND_PAST | KIND_SORTED,
	  .help = "When their details went to probation." },

	{ .tag = SCHEME_ANSWERED, .name = "answered", .label = "Answered",
	  .type = TYPE_WHEN, .key = "an",
	  .flags = KIND_PAST,
	  .help = "When the victim chose." },

	{ .tag = SCHEME_CONTACT, .name = "contact", .label = "Wants to hear",
	  .type = TYPE_CODE, .of = "scheme-contact", .key = "wh",
	  .help = "Month of release only, a letter a year, each key stage." },

	{ .tag = SCHEME_OFFICER, .name = "officer", .label = "Liaison officer",
	  .type = TYPE_NAME, .key = "of",
	  .flags = KIND_PRIVATE,
	  .help = "The victim liaison officer." },

	{ .tag = SCHEME_PHONE, .name = "phone", .label = "Their phone",
	  .type = TYPE_PHONE, .key = "ph",
	  .flags = KIND_PRIVATE,
	  .help = "How to reach the liaison officer." },

	{ .tag = SCHEME_FIRST, .name = "first", .label = "First contact",
	  .type = TYPE_WHEN, .key = "fi",
	  .flags = KIND_PAST,
	  .help = "When the liaison officer was first in touch." },

	{ .tag = SCHEME_CONDITIONS, .name = "conditions", .label = "Conditions asked",
	  .type = TYPE_TEXT, .key = "co",
	  .flags = KIND_PRIVATE,
	  .help = "Licence conditions that the victim asked for." },

	{ .tag = SCHEME_GRANTED, .name = "granted", .label = "Conditions granted",
	  .type = TYPE_TEXT, .key = "gr",
	  .flags = KIND_PRIVATE,
	  .help = "Those that were granted, as told." },

	{ .tag = SCHEME_NOTE, .name = "note", .label = "Note",
	  .type = TYPE_TEXT, .key = "nt",
	  .flags = KIND_PRIVATE,
	  .help = "Anything else." },
};
/* clang-format on */

const struct kind kind_scheme = {
	.tag = KIND_SCHEME,
	.name = "scheme",
	.title = "Victim contact scheme",
	.plural = "Victim contact schemes",
	.help = "Being told by probation of what happens to the offender after "
		"the sentence.",
	.fields = fields,
	.n = sizeof(fields) / sizeof(fields[0]),
	.flags = KIND_PERSONAL,
};
