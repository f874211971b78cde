/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "model/builtin.h"

/*
 * The dates of a sentence are written as somebody told them and are never
 * worked out here: release rules change, and a date that is wrong is a danger.
 * So none of them stands without its source.
 */

/* clang-format off */
static const struct kind_field fields[] = {
	{ .tag = CHARGE_CASEFILE, .name = "casefile", .label = "Case",
	  .type = TYPE_LINK, .of = "casefile",
	  .flags = KIND_NEEDED | KIND_PARENT,
	  .help = "The case it belongs to." },

	{ .tag = CHARGE_SUSPECT, .name = "suspect", .label = "Suspect",
	  .type = TYPE_LINK, .of = "suspect",
	  .flags = KIND_NEEDED,
	  .help = "Who is charged." },

	{ .tag = CHARGE_NTH, .name = "nth", .label = "Number",
	  .type = TYPE_NUMBER,
	  .flags = KIND_FIXED | KIND_HEADING | KIND_SORTED,
	  .help = "The first, second, third of this case." },

	{ .tag = CHARGE_OFFENCE, .name = "offence", .label = "Offence",
	  .type = TYPE_TEXT, .key = "of",
	  .flags = KIND_NEEDED | KIND_PRIVATE | KIND_HEADING,
	  .help = "The offence as it was charged." },

	{ .tag = CHARGE_STAGE, .name = "stage", .label = "Stage",
	  .type = TYPE_CODE, .of = "stage",
	  .flags = KIND_FIXED | KIND_HEADING,
	  .help = "Where this charge stands." },

	{ .tag = CHARGE_SINCE, .name = "since", .label = "Since",
	  .type = TYPE_WHEN,
	  .flags = KIND_FIXED | KIND_PAST,
	  .help = "When it came to that stage." },

	{ .tag = CHARGE_PLEA, .name = "plea", .label = "Plea",
	  .type = TYPE_CODE, .of = "plea", .key = "pl",
	  .help = "Guilty, not guilty, none yet." },

	{ .tag = CHARGE_VERDICT, .name = "verdict", .label = "Verdict",
	  .type = TYPE_CODE, .of = "verdict", .key = "vd",
	  .help = "What the court found." },

	{ .tag = CHARGE_DISPOSALS, .name = "disposals", .label = "Sentence",
	  .type = TYPE_CODES, .of = "disposal", .key = "ds",
	  .help = "What the court passed, all of it." },

	{ .tag = CHARGE_LENGTH, .name = "length", .label = "Length",
	  .type = TYPE_TEXT, .key = "le",
	  .flags = KIND_PRIVATE,
	  .help = "How long, in the words of who told it." },

	{ .tag = CHARGE_MONTHS, .name = "months", .label = "Months",
	  .type = TYPE_NUMBER, .key = "mo",
	  .help = "Length of custody in months, as it was told." },

	{ .tag = CHARGE_SENTENCED, .name = "sentenced", .label = "Sentenced",
	  .type = TYPE_WHEN, .key = "sd",
	  .flags = KIND_PAST,
	  .help = "The day in court." },

	{ .tag = CHARGE_RELEASE, .name = "release", .label = "Release",
	  .type = TYPE_WHEN, .key = "re",
	  .flags = KIND_FUTURE,
	  .help = "The day of release as it was told; never worked out here." },

	{ .tag = CHARGE_LICENCE, .name = "licence", .label = "Licence ends",
	  .type = TYPE_WHEN, .key = "li",
	  .flags = KIND_FUTURE,
	  .help = "The last day of the licence as it was told." },

	{ .tag = CHARGE_END, .name = "end", .label = "Sentence ends",
	  .type = TYPE_WHEN, .key = "en",
	  .flags = KIND_FUTURE,
	  .help = "The last day of the sentence as it was told." },

	{ .tag = CHARGE_SOURCE, .name = "source", .label = "Told by",
	  .type = TYPE_CODE, .of = "told-by", .key = "tb",
	  .help = "Who told of the sentence and its dates." },

	{ .tag = CHARGE_ORDER_UNTIL, .name = "order-until", .label = "Order until",
	  .type = TYPE_WHEN, .key = "ou",
	  .flags = KIND_FUTURE,
	  .help = "The last day of a restraining or other order that protects "
		  "the victim." },

	{ .tag = CHARGE_NOTE, .name = "note", .label = "Note",
	  .type = TYPE_PROSE, .key = "nt",
	  .flags = KIND_PRIVATE,
	  .help = "Anything else." },
};
/* clang-format on */

const struct kind kind_charge = {
	.tag = KIND_CHARGE,
	.name = "charge",
	.title = "Charge",
	.plural = "Charges",
	.help = "One offence one person is charged with, its plea, verdict and "
		"sentence.",
	.fields = fields,
	.n = sizeof(fields) / sizeof(fields[0]),
	.flags = KIND_PERSONAL,
};
