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

	{ .tag = DOCUMENT_LETTER, .name = "letter", .label = "Letter",
	  .type = TYPE_TEXT, .flags = KIND_FIXED,
	  .help = "Which of the hub's letters it was." },

	{ .tag = DOCUMENT_VERSION, .name = "version", .label = "Version",
	  .type = TYPE_TEXT, .flags = KIND_FIXED,
	  .help = "The version of its words." },

	{ .tag = DOCUMENT_LANGUAGE, .name = "language", .label = "Language",
	  .type = TYPE_CODE, .of = "language", .flags = KIND_FIXED,
	  .help = "The language it was written in." },

	{ .tag = DOCUMENT_SIZE, .name = "size", .label = "Print",
	  .type = TYPE_CODE, .of = "print-size", .flags = KIND_FIXED,
	  .help = "The size of its print." },

	{ .tag = DOCUMENT_BY, .name = "by", .label = "How",
	  .type = TYPE_CODE, .of = "contact-by", .key = "by",
	  .flags = KIND_LETTERS,
	  .help = "By letter, text or e-mail." },

	{ .tag = DOCUMENT_WORKER, .name = "worker", .label = "Who",
	  .type = TYPE_LINK, .of = "worker", .flags = KIND_FIXED,
	  .help = "Who wrote it." },

	{ .tag = DOCUMENT_HOME, .name = "home", .label = "Sent to",
	  .type = TYPE_LINK, .of = "home", .flags = KIND_FIXED,
	  .help = "Which address was used; the address itself stands apart." },

	{ .tag = DOCUMENT_BATCH, .name = "batch", .label = "Batch",
	  .type = TYPE_TEXT, .flags = KIND_FIXED,
	  .help = "The run it was written in, so that none is written twice." },

	{ .tag = DOCUMENT_OVERRIDE, .name = "override",
	  .label = "Why against the rule",
	  .type = TYPE_TEXT, .key = "uw", .flags = KIND_PRIVATE,
	  .help = "The reason for writing outside what is safe." },

	{ .tag = DOCUMENT_TEXT, .name = "text", .label = "What it says",
	  .type = TYPE_PROSE, .flags = KIND_PRIVATE | KIND_FIXED,
	  .help = "As it reads, without the address." },
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
