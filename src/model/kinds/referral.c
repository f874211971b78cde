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

	{ .tag = REFERRAL_TO, .name = "to", .label = "Provider",
	  .type = TYPE_LINK, .of = "service",
	  .flags = KIND_FIXED,
	  .help = "The provider of that service who was asked." },

	{ .tag = REFERRAL_ITEMS, .name = "items", .label = "Shared",
	  .type = TYPE_CODES, .of = "share-item", .key = "it",
	  .flags = KIND_FIXED,
	  .help = "What was passed on: no more than is needed." },

	{ .tag = REFERRAL_SAFE, .name = "safe", .label = "Safe contact",
	  .type = TYPE_TEXT,
	  .flags = KIND_PRIVATE | KIND_FIXED,
	  .help = "What was said of how to reach them." },

	{ .tag = REFERRAL_BASIS, .name = "basis", .label = "Basis",
	  .type = TYPE_CODE, .of = "basis",
	  .flags = KIND_FIXED,
	  .help = "What in the law allowed it." },

	{ .tag = REFERRAL_BY, .name = "by", .label = "Sent by",
	  .type = TYPE_CODE, .of = "contact-by", .key = "by",
	  .flags = KIND_LETTERS,
	  .help = "How it was sent." },

	{ .tag = REFERRAL_SENT, .name = "sent", .label = "Sent",
	  .type = TYPE_WHEN,
	  .flags = KIND_PAST | KIND_FIXED,
	  .help = "When it went." },

	{ .tag = REFERRAL_CHASED, .name = "chased", .label = "Chased",
	  .type = TYPE_WHEN,
	  .flags = KIND_PAST | KIND_FIXED,
	  .help = "When we last asked again." },

	{ .tag = REFERRAL_CHASES, .name = "chases", .label = "Times chased",
	  .type = TYPE_NUMBER,
	  .flags = KIND_FIXED,
	  .help = "How often we asked again." },

	{ .tag = REFERRAL_ANSWERED, .name = "answered", .label = "Answered",
	  .type = TYPE_WHEN,
	  .flags = KIND_PAST | KIND_FIXED,
	  .help = "When the answer came." },

	{ .tag = REFERRAL_REASON, .name = "reason", .label = "Reason",
	  .type = TYPE_TEXT, .key = "rn",
	  .flags = KIND_PRIVATE,
	  .help = "Why it was declined, or what was agreed." },

	{ .tag = REFERRAL_PLACE, .name = "place", .label = "Place in line",
	  .type = TYPE_NUMBER, .key = "pl",
	  .help = "The place on the waiting list." },

	{ .tag = REFERRAL_EXPECTED, .name = "expected", .label = "Expected",
	  .type = TYPE_WHEN, .key = "ex",
	  .flags = KIND_FUTURE,
	  .help = "When they expect to begin." },

	{ .tag = REFERRAL_FEEDBACK, .name = "feedback", .label = "Feedback",
	  .type = TYPE_PROSE, .key = "fb",
	  .flags = KIND_PRIVATE,
	  .help = "What the service or the person told us since." },

	{ .tag = REFERRAL_CLOSED, .name = "closed", .label = "Ended",
	  .type = TYPE_WHEN,
	  .flags = KIND_PAST | KIND_FIXED,
	  .help = "When it ended." },

	{ .tag = REFERRAL_OUTCOME, .name = "outcome", .label = "Outcome",
	  .type = TYPE_CODE, .of = "referral-outcome", .key = "oc",
	  .flags = KIND_HEADING,
	  .help = "What came of it." },

	{ .tag = REFERRAL_NEED, .name = "need", .label = "Need",
	  .type = TYPE_CODE, .of = "need", .key = "nd",
	  .help = "The need it serves." },

	{ .tag = REFERRAL_WARNED, .name = "warned", .label = "Warned",
	  .type = TYPE_TEXT,
	  .flags = KIND_FIXED,
	  .help = "What stood against it when it was sent." },

	{ .tag = REFERRAL_WHY, .name = "why", .label = "Sent all the same",
	  .type = TYPE_TEXT, .key = "sa",
	  .flags = KIND_PRIVATE,
	  .help = "Why it was sent although something stood against it." },

	{ .tag = REFERRAL_WORKER, .name = "worker", .label = "Made by",
	  .type = TYPE_LINK, .of = "worker",
	  .flags = KIND_FIXED,
	  .help = "The worker who made it." },
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
