/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "model/builtin.h"

/*
 * The counts add up: read is the sum of new, changed, same, repeated,
 * withdrawn, refused and waiting.
 */

/* clang-format off */
static const struct kind_field fields[] = {
	{ .tag = FEEDRUN_FEED, .name = "feed", .label = "Feed",
	  .type = TYPE_TEXT,
	  .flags = KIND_NEEDED | KIND_HEADING,
	  .help = "The definition it was read by." },

	{ .tag = FEEDRUN_FILE, .name = "file", .label = "File",
	  .type = TYPE_TEXT,
	  .flags = KIND_NEEDED | KIND_FIXED,
	  .help = "A hash of its bytes, never its name." },

	{ .tag = FEEDRUN_ON, .name = "on", .label = "When",
	  .type = TYPE_WHEN,
	  .flags = KIND_NEEDED | KIND_SORTED | KIND_HEADING | KIND_FIXED |
	      KIND_PAST,
	  .help = "When it was taken in." },

	{ .tag = FEEDRUN_READ, .name = "read", .label = "Read",
	  .type = TYPE_NUMBER,
	  .flags = KIND_HEADING,
	  .help = "Rows read." },

	{ .tag = FEEDRUN_NEW, .name = "new", .label = "New",
	  .type = TYPE_NUMBER,
	  .flags = KIND_HEADING,
	  .help = "Rows that made something new." },

	{ .tag = FEEDRUN_CHANGED, .name = "changed", .label = "Changed",
	  .type = TYPE_NUMBER,
	  .help = "Rows that changed something." },

	{ .tag = FEEDRUN_SAME, .name = "same", .label = "Same",
	  .type = TYPE_NUMBER,
	  .help = "Rows that said what we knew." },

	{ .tag = FEEDRUN_REPEATED, .name = "repeated", .label = "Repeated",
	  .type = TYPE_NUMBER,
	  .help = "Rows that the file itself repeats." },

	{ .tag = FEEDRUN_WITHDRAWN, .name = "withdrawn", .label = "Withdrawn",
	  .type = TYPE_NUMBER,
	  .help = "Rows that the force took back." },

	{ .tag = FEEDRUN_REFUSED, .name = "refused", .label = "Refused",
	  .type = TYPE_NUMBER,
	  .help = "Rows that could not be used; see the rejects file." },

	{ .tag = FEEDRUN_WAITING, .name = "waiting", .label = "Waiting",
	  .type = TYPE_NUMBER,
	  .help = "Rows that wait for another to come." },
};
/* clang-format on */

const struct kind kind_feedrun = {
	.tag = KIND_FEEDRUN,
	.name = "feedrun",
	.title = "Feed run",
	.plural = "Feed runs",
	.help = "One file that was taken in, and what became of its rows.",
	.fields = fields,
	.n = sizeof(fields) / sizeof(fields[0]),
	.flags = KIND_HUB,
};
