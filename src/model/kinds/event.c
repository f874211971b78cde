/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "model/builtin.h"

/*
 * What starts or meets a time limit and is written down nowhere else, so that
 * the clocks can be run again under other rules.
 */

/* clang-format off */
static const struct kind_field fields[] = {
	{ .tag = EVENT_CASEFILE, .name = "casefile", .label = "Case",
	  .type = TYPE_LINK, .of = "casefile",
	  .flags = KIND_NEEDED | KIND_PARENT,
	  .help = "The case it happened in." },

	{ .tag = EVENT_WHAT, .name = "what", .label = "What",
	  .type = TYPE_CODE, .of = "event", .key = "ev",
	  .flags = KIND_NEEDED | KIND_HEADING,
	  .help = "What happened, as the rules call it." },

	{ .tag = EVENT_ON, .name = "on", .label = "When",
	  .type = TYPE_WHEN, .key = "on",
	  .flags = KIND_NEEDED | KIND_SORTED | KIND_HEADING | KIND_PAST,
	  .help = "When it happened, which may be long before we heard." },

	{ .tag = EVENT_TOLD_BY, .name = "told-by", .label = "Told by",
	  .type = TYPE_CODE, .of = "told-by", .key = "tb",
	  .help = "Who told us." },

	{ .tag = EVENT_NOTE, .name = "note", .label = "Note",
	  .type = TYPE_PROSE, .key = "nt",
	  .flags = KIND_PRIVATE,
	  .help = "Anything else about it." },

	{ .tag = EVENT_WORKER, .name = "worker", .label = "Who",
	  .type = TYPE_LINK, .of = "worker",
	  .flags = KIND_FIXED,
	  .help = "Who of us wrote it down." },
};
/* clang-format on */

const struct kind kind_event = {
	.tag = KIND_EVENT,
	.name = "event",
	.title = "Event",
	.plural = "Events",
	.help = "Something that starts or meets a time limit.",
	.fields = fields,
	.n = sizeof(fields) / sizeof(fields[0]),
	.flags = KIND_PERSONAL,
};
