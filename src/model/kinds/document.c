/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "model/builtin.h"

/* clang-format off */
static const struct kind_field fields[] = {
	{ .tag = DOCUMENT_CASEFILE, .name = "casefile", .label = "Case",
	  .type = TYPE_LINK, .of = "casefile",
	  .flags = KIND_NEEDED | KIND_PARENT,
	  .help = "The case it belongs to." },

	{ .tag = DOCUMENT_SORT, .name = "sort", .label = "Sort",
	  .type = TYPE_CODE, .of = "document", .key = "so",
	  .flags = KIND_NEEDED | KIND_HEADING,
	  .help = "What it is." },

	{ .tag = DOCUMENT_ON, .name = "on", .label = "When",
	  .type = TYPE_WHEN, .key = "on",
	  .flags = KIND_NEEDED | KIND_PAST | KIND_SORTED | KIND_HEADING,
	  .help = "The date on it." },

	{ .tag = DOCUMENT_WAY, .name = "way", .label = "In or out",
	  .type = TYPE_CODE, .of = "contact-way", .key = "wy",
	  .flags = KIND_LETTERS,
	  .help = "Whether it came or went." },

	{ .tag = DOCUMENT_TITLE, .name = "title", .label = "Title",
	  .type = TYPE_TEXT, .key = "ti",
	  .flags = KIND_PRIVATE | KIND_HEADING,
	  .help = "What it is called." },

	{ .tag = DOCUMENT_HASH, .name = "hash", .label = "Hash",
	  .type = TYPE_TEXT,
	  .flags = KIND_FIXED,
	  .help = "Of its bytes, to know it again." },

	{ .tag = DOCUMENT_SAFE, .name = "safe", .label = "Safe to send",
	  .type = TYPE_FLAG, .key = "sf",
	  .flags = KIND_PRIVATE,
	  .help = "Checked against what is safe before it went." },

	{ .tag = DOCUMENT_NOTE, .name = "note", .label = "Note",
	  .type = TYPE_TEXT, .key = "nt",
	  .flags = KIND_PRIVATE,
	  .help = "Where the paper is kept." },
};
/* clang-format on */

const struct kind kind_document = {
	.tag = KIND_DOCUMENT,
	.name = "document",
	.title = "Document",
	.plural = "Documents",
	.help = "A letter, form or leaflet that was sent, given or received.",
	.fields = fields,
	.n = sizeof(fields) / sizeof(fields[0]),
	.flags = KIND_PERSONAL,
};
