/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "model/builtin.h"

/*
 * Each suspect, and each charge against one, goes their own way; the case
 * shows the furthest of them and the newest. What is known of a suspect is
 * only what the victim or the police said: it is nobody's record but hers.
 */

/* clang-format off */
static const struct kind_field fields[] = {
	{ .tag = SUSPECT_CASEFILE, .name = "casefile", .label = "Case",
	  .type = TYPE_LINK, .of = "casefile",
	  .flags = KIND_NEEDED | KIND_PARENT,
	  .help = "The case it belongs to." },

	{ .tag = SUSPECT_NTH, .name = "nth", .label = "Number",
	  .type = TYPE_NUMBER,
	  .flags = KIND_FIXED | KIND_HEADING | KIND_SORTED,
	  .help = "The first, second, third of this case." },

	{ .tag = SUSPECT_NAME, .name = "name", .label = "Name",
	  .type = TYPE_NAME, .key = "na",
	  .flags = KIND_PRIVATE | KIND_HEADING,
	  .help = "As the victim or the police name them; blank when nobody "
		  "has." },

	{ .tag = SUSPECT_RELATION, .name = "relation", .label = "To the victim",
	  .type = TYPE_CODE, .of = "relation", .key = "rl",
	  .flags = KIND_PRIVATE,
	  .help = "What they are to the victim: stranger, partner, neighbour." },

	{ .tag = SUSPECT_STAGE, .name = "stage", .label = "Stage",
	  .type = TYPE_CODE, .of = "stage",
	  .flags = KIND_FIXED | KIND_HEADING,
	  .help = "The furthest of what they are suspected or accused of." },

	{ .tag = SUSPECT_SINCE, .name = "since", .label = "Since",
	  .type = TYPE_WHEN,
	  .flags = KIND_FIXED | KIND_PAST,
	  .help = "When they came to that stage." },

	{ .tag = SUSPECT_BAIL_UNTIL, .name = "bail-until", .label = "Bail until",
	  .type = TYPE_WHEN, .key = "bu",
	  .flags = KIND_FUTURE,
	  .help = "The day they answer bail, as the police told it." },

	{ .tag = SUSPECT_CONDITIONS, .name = "conditions", .label = "Conditions",
	  .type = TYPE_TEXT, .key = "cd",
	  .flags = KIND_PRIVATE,
	  .help = "Conditions of bail or licence that keep the victim safe, "
		  "as told." },

	{ .tag = SUSPECT_YOUTH, .name = "youth", .label = "Youth",
	  .type = TYPE_FLAG, .key = "yo",
	  .help = "Under 18, so that a youth court hears it." },

	{ .tag = SUSPECT_NOTE, .name = "note", .label = "Note",
	  .type = TYPE_PROSE, .key = "nt",
	  .flags = KIND_PRIVATE,
	  .help = "Anything else." },
};
/* clang-format on */

const struct kind kind_suspect = {
	.tag = KIND_SUSPECT,
	.name = "suspect",
	.title = "Suspect",
	.plural = "Suspects",
	.help = "Somebody suspected or accused, and how far it has come with "
		"them.",
	.fields = fields,
	.n = sizeof(fields) / sizeof(fields[0]),
	.flags = KIND_PERSONAL,
};
