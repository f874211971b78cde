/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "model/builtin.h"

/*
 * What the hub knows of each service behind a service code: who it is for,
 * when it is open, how to refer, how long the wait is and when that was last
 * checked.
 */

/* clang-format off */
static const struct kind_field fields[] = {
	{ .tag = SERVICE_CODE, .name = "code", .label = "Code",
	  .type = TYPE_CODE, .of = "service", .key = "cd",
	  .flags = KIND_NEEDED | KIND_HEADING,
	  .help = "The code that referrals use." },

	{ .tag = SERVICE_NAME, .name = "name", .label = "Name",
	  .type = TYPE_TEXT, .key = "nm",
	  .flags = KIND_NEEDED | KIND_SEARCHED | KIND_SORTED | KIND_HEADING,
	  .help = "What it is called." },

	{ .tag = SERVICE_SORT, .name = "sort", .label = "Sort",
	  .type = TYPE_CODE, .of = "service-type", .key = "so",
	  .flags = KIND_NEEDED,
	  .help = "The type of help it gives." },

	{ .tag = SERVICE_AGENCY, .name = "agency", .label = "Run by",
	  .type = TYPE_LINK, .of = "agency",
	  .help = "The body that runs it." },

	{ .tag = SERVICE_AREAS, .name = "areas", .label = "Areas",
	  .type = TYPE_TEXT, .key = "ar",
	  .help = "Codes of the areas it serves; blank for all." },

	{ .tag = SERVICE_WHO, .name = "who", .label = "Who it is for",
	  .type = TYPE_TEXT, .key = "wf",
	  .help = "Age, sex, crime, need: who may be referred." },

	{ .tag = SERVICE_HOURS, .name = "hours", .label = "Hours",
	  .type = TYPE_TEXT, .key = "hr",
	  .help = "When someone answers." },

	{ .tag = SERVICE_PHONE, .name = "phone", .label = "Phone",
	  .type = TYPE_PHONE, .key = "ph",
	  .flags = KIND_SEARCHED,
	  .help = "The number of the duty desk." },

	{ .tag = SERVICE_EMAIL, .name = "email", .label = "E-mail",
	  .type = TYPE_EMAIL, .key = "em",
	  .help = "Where referrals go; secure mail only." },

	{ .tag = SERVICE_BY, .name = "by", .label = "Refer by",
	  .type = TYPE_CODE, .of = "contact-by", .key = "by",
	  .flags = KIND_LETTERS,
	  .help = "How it wants to be sent referrals." },

	{ .tag = SERVICE_CONSENT, .name = "consent", .label = "Consent needed",
	  .type = TYPE_CODES, .of = "consent", .key = "co",
	  .flags = KIND_LETTERS,
	  .help = "Which consents allow a referral to it." },

	{ .tag = SERVICE_WAIT, .name = "wait", .label = "Wait in days",
	  .type = TYPE_NUMBER, .key = "wt",
	  .help = "How long people wait for a first appointment." },

	{ .tag = SERVICE_FREE, .name = "free", .label = "Places free",
	  .type = TYPE_NUMBER, .key = "fr",
	  .help = "How many it can take now." },

	{ .tag = SERVICE_CHECKED, .name = "checked", .label = "Last checked",
	  .type = TYPE_WHEN, .key = "ck",
	  .flags = KIND_PAST,
	  .help = "When someone last rang to ask." },

	{ .tag = SERVICE_REPLACED, .name = "replaced", .label = "Replaced by",
	  .type = TYPE_LINK, .of = "service",
	  .help = "The service that took over." },

	{ .tag = SERVICE_UNTIL, .name = "until", .label = "Until",
	  .type = TYPE_WHEN, .key = "un",
	  .help = "When it closed or will." },

	{ .tag = SERVICE_REPLY, .name = "reply", .label = "Reply in hours",
	  .type = TYPE_NUMBER, .key = "rp",
	  .help = "How soon it answers a referral." },
};
/* clang-format on */

const struct kind kind_service = {
	.tag = KIND_SERVICE,
	.name = "service",
	.title = "Service",
	.plural = "Services",
	.help = "A service people can be passed on to.",
	.fields = fields,
	.n = sizeof(fields) / sizeof(fields[0]),
	.flags = KIND_HUB,
};
