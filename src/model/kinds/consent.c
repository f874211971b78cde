/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "model/builtin.h"

/* clang-format off */
static const struct kind_field fields[] = {
	{ .tag = CONSENT_CASEFILE, .name = "casefile", .label = "Case",
	  .type = TYPE_LINK, .of = "casefile",
	  .flags = KIND_NEEDED | KIND_PARENT,
	  .help = "The case it is given in." },

	{ .tag = CONSENT_KIND, .name = "kind", .label = "Consent",
	  .type = TYPE_CODE, .of = "consent", .key = "co",
	  .flags = KIND_NEEDED | KIND_LETTERS | KIND_HEADING,
	  .help = "f full, s safeguarding only, g by a guardian, n none." },

	{ .tag = CONSENT_ON, .name = "on", .label = "Given",
	  .type = TYPE_WHEN, .key = "on",
	  .flags = KIND_NEEDED | KIND_PAST | KIND_SORTED | KIND_HEADING,
	  .help = "The day they said it." },

	{ .tag = CONSENT_BY, .name = "by", .label = "By",
	  .type = TYPE_NAME, .key = "by",
	  .flags = KIND_PRIVATE,
	  .help = "Who gave it, when it was not the victim." },

	{ .tag = CONSENT_WITHDRAWN, .name = "withdrawn", .label = "Taken back",
	  .type = TYPE_WHEN, .key = "wd",
	  .flags = KIND_PAST,
	  .help = "The day they took it back; it can be at any time." },

	{ .tag = CONSENT_SCOPE, .name = "scope", .label = "For",
	  .type = TYPE_TEXT, .key = "sp",
	  .flags = KIND_PRIVATE,
	  .help = "What it covers, in their words, when it is not "
		  "everything." },
};
/* clang-format on */

const struct kind kind_consent = {
	.tag = KIND_CONSENT,
	.name = "consent",
	.title = "Consent",
	.plural = "Consents",
	.help = "What a person agreed to, when, and whether they took it "
		"back.",
	.fields = fields,
	.n = sizeof(fields) / sizeof(fields[0]),
	.flags = KIND_PERSONAL,
};
