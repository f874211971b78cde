/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "model/builtin.h"

/*
 * Someone a crime was done to. A person is not a case: they may have several,
 * and one crime may have harmed several people. Where they live is kept apart,
 * in the safe-address area; what is safe to do is a record of its own, so that
 * it can be shown before anything else.
 */

/* clang-format off */
static const struct kind_field fields[] = {
	{ .tag = PERSON_REF, .name = "ref", .label = "Reference",
	  .type = TYPE_TEXT,
	  .flags = KIND_NEEDED | KIND_FIXED | KIND_HEADING | KIND_SEARCHED,
	  .help = "Six letters and figures that can be spoken; never used "
		  "again." },

	{ .tag = PERSON_GIVEN, .name = "given", .label = "First name",
	  .type = TYPE_NAME, .key = "fn",
	  .flags = KIND_SEARCHED | KIND_PRIVATE | KIND_HEADING,
	  .help = "As spoken. One name only is fine." },

	{ .tag = PERSON_FAMILY, .name = "family", .label = "Surname",
	  .type = TYPE_NAME, .key = "sn",
	  .flags = KIND_NEEDED | KIND_SEARCHED | KIND_PRIVATE | KIND_SORTED |
	      KIND_HEADING,
	  .help = "As spoken. Leave blank if they use one name." },

	{ .tag = PERSON_BORN, .name = "born", .label = "Born",
	  .type = TYPE_BIRTH, .key = "bd",
	  .flags = KIND_NEEDED | KIND_SEARCHED | KIND_PRIVATE,
	  .help = "Their birth date, 120384 or 12mar84, or just an age." },

	{ .tag = PERSON_SEX, .name = "sex", .label = "Sex",
	  .type = TYPE_CODE, .of = "sex", .key = "sx",
	  .flags = KIND_PRIVATE,
	  .help = "As they describe themselves." },

	{ .tag = PERSON_PHONE, .name = "phone", .label = "Phone",
	  .type = TYPE_PHONE, .key = "ph",
	  .flags = KIND_NEEDED | KIND_SEARCHED | KIND_PRIVATE,
	  .help = "The number they want us to use; check what is safe first." },

	{ .tag = PERSON_EMAIL, .name = "email", .label = "E-mail",
	  .type = TYPE_EMAIL, .key = "em",
	  .flags = KIND_SEARCHED | KIND_PRIVATE,
	  .help = "Only if they want to be written to there." },

	{ .tag = PERSON_POSTCODE, .name = "postcode", .label = "Postcode",
	  .type = TYPE_POSTCODE, .key = "pc",
	  .flags = KIND_NEEDED | KIND_SEARCHED | KIND_PRIVATE,
	  .help = "The first half alone will do; nfa for no fixed address." },

	{ .tag = PERSON_DISTRICT, .name = "district", .label = "District",
	  .type = TYPE_CODE, .of = "district", .key = "ds",
	  .help = "The council area, filled in from the postcode." },

	{ .tag = PERSON_LANGUAGE, .name = "language", .label = "Language",
	  .type = TYPE_CODE, .of = "language", .key = "ln",
	  .help = "The language they would rather speak; an interpreter is "
		  "found." },

	{ .tag = PERSON_ACCESS, .name = "access", .label = "Access",
	  .type = TYPE_CODES, .of = "access", .key = "ax",
	  .flags = KIND_LETTERS,
	  .help = "What helps them hear, see, read or understand." },

	{ .tag = PERSON_ETHNICITY, .name = "ethnicity", .label = "Ethnicity",
	  .type = TYPE_CODE, .of = "ethnicity", .key = "et",
	  .flags = KIND_PRIVATE,
	  .help = "In their own words, by the census groups; asked, never "
		  "guessed." },

	{ .tag = PERSON_VIA_NAME, .name = "via-name", .label = "Speaks for them",
	  .type = TYPE_NAME, .key = "vn",
	  .flags = KIND_SEARCHED | KIND_PRIVATE,
	  .help = "Who we speak to when it is not the person: a parent, a "
		  "carer." },

	{ .tag = PERSON_VIA_RELATION, .name = "via-relation", .label = "Relation",
	  .type = TYPE_CODE, .of = "relation", .key = "vr",
	  .flags = KIND_PRIVATE | KIND_LETTERS,
	  .help = "How that person stands to them." },

	{ .tag = PERSON_OTHER_NAMES, .name = "other-names", .label = "Other names",
	  .type = TYPE_NAME, .key = "on",
	  .flags = KIND_SEARCHED | KIND_PRIVATE,
	  .help = "Names they used before or elsewhere, parted by "
		  "semicolons." },

	{ .tag = PERSON_SOURCE_KEY, .name = "source-key", .label = "Source key",
	  .type = TYPE_TEXT,
	  .flags = KIND_FIXED | KIND_PRIVATE,
	  .help = "What the feed that brought them calls them." },

	{ .tag = PERSON_SAFETY, .name = "safety", .label = "What is safe",
	  .type = TYPE_LINK, .of = "safety",
	  .flags = KIND_FIXED,
	  .help = "The record that says what is safe." },

	{ .tag = PERSON_NO_SURVEY, .name = "no-survey", .label = "Do not survey",
	  .type = TYPE_FLAG, .key = "ns",
	  .help = "Does not want to be asked how it was, by anybody." },

	{ .tag = PERSON_NO_SURVEY_WHY, .name = "no-survey-why",
	  .label = "Why not survey",
	  .type = TYPE_TEXT, .flags = KIND_PRIVATE,
	  .help = "Why, in their words." },
};
/* clang-format on */

const struct kind kind_person = {
	.tag = KIND_PERSON,
	.name = "person",
	.title = "Person",
	.plural = "People",
	.help = "Someone a crime was done to, or who stands for them.",
	.fields = fields,
	.n = sizeof(fields) / sizeof(fields[0]),
	.flags = KIND_PERSONAL,
};
