/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "model/builtin.h"

/* clang-format off */
static const struct kind_field fields[] = {
	{ .tag = REFERRAL_CASEFILE, .name = "casefile", .label = "Case",
	  .type = TYPE_LINK, .of = "casefile",
	  .flags = KIND_NEEDED | KIND_PARENT,
	  .help = "The case it is for." },

	{ .tag = REFERRAL_SERVICE, .name = "service", .label = "Refer to",
	  .type = TYPE_CODE, .of = "service", .key = "re",
	  .flags = KIND_NEEDED | KIND_HEADING,
	  .help = "Any part of the service's code or name." },

	{ .tag = REFERRAL_STATE, .name = "state", .label = "State",
	  .type = TYPE_CODE, .of = "referral-state", .key = "rs",
	  .flags = KIND_NEEDED | KIND_HEADING | KIND_FIXED,
	  .help = "Queued, sent, accepted, declined, done." },

	{ .tag = REFERRAL_URGENT, .name = "urgent", .label = "Urgent",
	  .type = TYPE_FLAG, .key = "ur",
	  .help = "Yes when it must be seen the same day." },

	{ .tag = REFERRAL_ON, .name = "on", .label = "Made",
	  .type = TYPE_WHEN,
	  .flags = KIND_SORTED | KIND_FIXED | KIND_PAST,
	  .help = "When it was made." },

	{ .tag = REFERRAL_REPLY_DUE, .name = "reply-due", .label = "Reply wanted",
	  .type = TYPE_WHEN, .key = "rd",
	  .flags = KIND_FUTURE,
	  .help = "When we want to hear; t1300 today at one." },

	{ .tag = REFERRAL_NOTE, .name = "note", .label = "Note",
	  .type = TYPE_PROSE, .key = "nt",
	  .flags = KIND_PRIVATE,
	  .help = "What the service needs to know that is not in the case." },
};
/* clang-format on */

const struct kind kind_referral = {
	.tag = KIND_REFERRAL,
	.name = "referral",
	.title = "Referral",
	.plural = "Referrals",
	.help = "A person passed on to a service, with their agreement.",
	.fields = fields,
	.n = sizeof(fields) / sizeof(fields[0]),
	.flags = KIND_PERSONAL,
};
