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

	{ .tag = SERVICE_KEY, .name = "key", .label = "Key",
	  .type = TYPE_TEXT,
	  .flags = KIND_SEARCHED | KIND_FIXED,
	  .help = "What tells it from others with the same code." },

	{ .tag = SERVICE_NOT, .name = "not", .label = "Not for",
	  .type = TYPE_TEXT, .key = "nf",
	  .help = "Who is not taken, and whom to ask instead." },

	{ .tag = SERVICE_LANGUAGES, .name = "languages", .label = "Languages",
	  .type = TYPE_CODES, .of = "language", .key = "la",
	  .help = "Spoken there, besides English." },

	{ .tag = SERVICE_SAY, .name = "say", .label = "Say",
	  .type = TYPE_TEXT, .key = "sy",
	  .help = "What to tell the caller of it." },

	{ .tag = SERVICE_FROM_AGE, .name = "from-age", .label = "From age",
	  .type = TYPE_NUMBER, .key = "fa",
	  .help = "The youngest it takes." },

	{ .tag = SERVICE_TO_AGE, .name = "to-age", .label = "To age",
	  .type = TYPE_NUMBER, .key = "ta",
	  .help = "The oldest it takes." },

	{ .tag = SERVICE_SEXES, .name = "sexes", .label = "Sexes",
	  .type = TYPE_CODES, .of = "sex", .key = "sx",
	  .help = "Blank for all." },

	{ .tag = SERVICE_CRIMES, .name = "crimes", .label = "Crimes",
	  .type = TYPE_CODES, .of = "crime", .key = "cr",
	  .help = "Blank for all." },

	{ .tag = SERVICE_NEEDS, .name = "needs", .label = "Needs",
	  .type = TYPE_CODES, .of = "need", .key = "nd",
	  .flags = KIND_LETTERS,
	  .help = "The needs it serves." },

	{ .tag = SERVICE_DISTRICTS, .name = "districts", .label = "Districts",
	  .type = TYPE_CODES, .of = "district", .key = "di",
	  .help = "Where people must live; blank for anywhere in its areas." },

	{ .tag = SERVICE_SHARE, .name = "share", .label = "Wants to know",
	  .type = TYPE_CODES, .of = "share-item", .key = "sh",
	  .help = "The least it needs of us." },

	{ .tag = SERVICE_MARK, .name = "mark", .label = "Mark",
	  .type = TYPE_TEXT,
	  .flags = KIND_FIXED,
	  .help = "How sure we are of this entry." },

	{ .tag = SERVICE_CHECKED_BY, .name = "checked-by", .label = "Checked by",
	  .type = TYPE_TEXT, .key = "cb",
	  .help = "Who checked it." },

	{ .tag = SERVICE_WEB, .name = "web", .label = "Web page",
	  .type = TYPE_TEXT, .key = "wb",
	  .help = "Where it tells of itself." },

	{ .tag = SERVICE_ADDRESS, .name = "address", .label = "Where",
	  .type = TYPE_ADDRESS, .key = "ad",
	  .help = "Where people go, if they go there." },

	{ .tag = SERVICE_POSTCODE, .name = "postcode", .label = "Postcode",
	  .type = TYPE_POSTCODE, .key = "pc",
	  .help = "Of that place." },

	{ .tag = SERVICE_NATIONAL, .name = "national", .label = "National",
	  .type = TYPE_FLAG, .key = "na",
	  .help = "Yes when it serves everybody, wherever they live." },

	{ .tag = SERVICE_SIGNPOST, .name = "signpost", .label = "Signpost",
	  .type = TYPE_FLAG, .key = "sg",
	  .help = "Yes when people ring it themselves and nothing of theirs is sent." },

	{ .tag = SERVICE_ABOUT, .name = "about", .label = "About",
	  .type = TYPE_PROSE, .key = "ab",
	  .help = "What it does." },

	{ .tag = SERVICE_MORE, .name = "more", .label = "More",
	  .type = TYPE_PROSE,
	  .flags = KIND_FIXED,
	  .help = "What a directory said of it that has no field here." },

	{ .tag = SERVICE_WRONG, .name = "wrong", .label = "Told wrong",
	  .type = TYPE_TEXT, .key = "wg",
	  .flags = KIND_FIXED,
	  .help = "What somebody found wrong in this entry." },

	{ .tag = SERVICE_WRONG_ON, .name = "wrong-on", .label = "Told wrong on",
	  .type = TYPE_WHEN,
	  .flags = KIND_PAST | KIND_FIXED,
	  .help = "When they said so." },
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
