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

	{ .tag = HEARING_SUSPECT, .name = "suspect", .label = "Suspect",
	  .type = TYPE_LINK, .of = "suspect",
	  .help = "Whose hearing it is, where there are several." },

	{ .tag = HEARING_ASKED_BY, .name = "asked-by", .label = "Asked by",
	  .type = TYPE_CODE, .of = "told-by", .key = "ab",
	  .help = "Who asked for the special measures." },

	{ .tag = HEARING_ASKED_ON, .name = "asked-on", .label = "Asked on",
	  .type = TYPE_WHEN, .key = "ao",
	  .flags = KIND_PAST,
	  .help = "When they were asked for." },

	{ .tag = HEARING_REFUSED, .name = "refused", .label = "Refused",
	  .type = TYPE_CODES, .of = "measure", .key = "rf",
	  .flags = KIND_LETTERS,
	  .help = "What the court did not allow; what was asked and is "
		  "neither is not answered." },

	{ .tag = HEARING_DECIDED_ON, .name = "decided-on", .label = "Decided on",
	  .type = TYPE_WHEN, .key = "do",
	  .flags = KIND_PAST,
	  .help = "When the court allowed or refused them." },

	{ .tag = HEARING_WHY, .name = "why", .label = "Why",
	  .type = TYPE_CODE, .of = "listing-why", .key = "wy",
	  .help = "Why it did not go ahead." },

	{ .tag = HEARING_AFTER, .name = "after", .label = "Listed again from",
	  .type = TYPE_LINK, .of = "hearing",
	  .flags = KIND_FIXED,
	  .help = "The hearing that did not go ahead." },

	{ .tag = HEARING_WORKER, .name = "worker", .label = "With them",
	  .type = TYPE_LINK, .of = "worker",
	  .help = "Who of us goes with them." },

	{ .tag = HEARING_NTH, .name = "nth", .label = "Listing",
	  .type = TYPE_NUMBER,
	  .flags = KIND_FIXED,
	  .help = "The first, second, third listing of the same hearing." },
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
