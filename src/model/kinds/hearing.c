/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "model/builtin.h"

/* clang-format off */
static const struct kind_field fields[] = {
	{ .tag = HEARING_CASEFILE, .name = "casefile", .label = "Case",
	  .type = TYPE_LINK, .of = "casefile",
	  .flags = KIND_NEEDED | KIND_PARENT,
	  .help = "The case it is for." },

	{ .tag = HEARING_ON, .name = "on", .label = "When",
	  .type = TYPE_WHEN, .key = "on",
	  .flags = KIND_NEEDED | KIND_FUTURE | KIND_SORTED | KIND_HEADING,
	  .help = "Date and time; 14/9 1000 is the next 14 September at ten." },

	{ .tag = HEARING_COURT, .name = "court", .label = "Court",
	  .type = TYPE_CODE, .of = "court", .key = "ct",
	  .flags = KIND_NEEDED | KIND_HEADING,
	  .help = "Any part of the court's code or name." },

	{ .tag = HEARING_SORT, .name = "sort", .label = "Sort",
	  .type = TYPE_CODE, .of = "hearing", .key = "so",
	  .flags = KIND_HEADING,
	  .help = "First hearing, plea, trial, sentence and so on." },

	{ .tag = HEARING_AS, .name = "as", .label = "Attends as",
	  .type = TYPE_CODE, .of = "court-role", .key = "as",
	  .flags = KIND_LETTERS,
	  .help = "Victim, witness, supporter, or need not attend." },

	{ .tag = HEARING_MEASURES, .name = "measures", .label = "Special measures",
	  .type = TYPE_CODES, .of = "measure", .key = "sm",
	  .flags = KIND_LETTERS,
	  .help = "What was asked for: screens, live link and so on." },

	{ .tag = HEARING_GRANTED, .name = "granted", .label = "Granted",
	  .type = TYPE_CODES, .of = "measure", .key = "gr",
	  .flags = KIND_LETTERS,
	  .help = "What the court allowed." },

	{ .tag = HEARING_TOLD, .name = "told", .label = "Told",
	  .type = TYPE_FLAG, .key = "td",
	  .help = "Whether the victim knows of this date." },

	{ .tag = HEARING_RESULT, .name = "result", .label = "Result",
	  .type = TYPE_CODE, .of = "listing", .key = "rs",
	  .flags = KIND_LETTERS,
	  .help = "Went ahead, ended on the day, put off, taken out." },

	{ .tag = HEARING_NEEDS, .name = "needs", .label = "Needs on the day",
	  .type = TYPE_TEXT, .key = "nd",
	  .flags = KIND_PRIVATE,
	  .help = "Taxi, childcare, a separate door, someone to sit with." },

	{ .tag = HEARING_INTERPRETER, .name = "interpreter", .label = "Interpreter",
	  .type = TYPE_CODE, .of = "language", .key = "ip",
	  .help = "Language of the interpreter at court." },

	{ .tag = HEARING_ROOM, .name = "room", .label = "Room",
	  .type = TYPE_TEXT, .key = "rm",
	  .help = "Court room." },

	{ .tag = HEARING_NOTE, .name = "note", .label = "Note",
	  .type = TYPE_PROSE, .key = "nt",
	  .flags = KIND_PRIVATE,
	  .help = "Anything else." },
};
/* clang-format on */

const struct kind kind_hearing = {
	.tag = KIND_HEARING,
	.name = "hearing",
	.title = "Hearing",
	.plural = "Hearings",
	.help = "One day in court.",
	.fields = fields,
	.n = sizeof(fields) / sizeof(fields[0]),
	.flags = KIND_PERSONAL,
};
