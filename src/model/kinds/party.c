/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "model/builtin.h"

/*
 * The part somebody has in a person's case: a witness, a parent, the one who
 * speaks for a bereaved family or for a business. Where one of them is the
 * contact person, all contact goes through them; there is never more than one.
 */

/* clang-format off */
static const struct kind_field fields[] = {
	{ .tag = PARTY_PERSON, .name = "person", .label = "Whose",
	  .type = TYPE_LINK, .of = "person",
	  .flags = KIND_NEEDED | KIND_PARENT,
	  .help = "The person whose case it is." },

	{ .tag = PARTY_CASEFILE, .name = "casefile", .label = "Case",
	  .type = TYPE_LINK, .of = "casefile",
	  .help = "The case they have a part in; none means all of them." },

	{ .tag = PARTY_PART, .name = "part", .label = "Part",
	  .type = TYPE_CODE, .of = "part", .key = "pt",
	  .flags = KIND_NEEDED | KIND_LETTERS | KIND_HEADING | KIND_PRIVATE,
	  .help = "What they are to the case: witness, parent, spokesperson." },

	{ .tag = PARTY_NAME, .name = "name", .label = "Name",
	  .type = TYPE_NAME, .key = "nm",
	  .flags = KIND_NEEDED | KIND_SEARCHED | KIND_PRIVATE | KIND_HEADING,
	  .help = "What they are called." },

	{ .tag = PARTY_RELATION, .name = "relation", .label = "Relation",
	  .type = TYPE_CODE, .of = "relation", .key = "rl",
	  .flags = KIND_LETTERS | KIND_PRIVATE,
	  .help = "How they stand to the person." },

	{ .tag = PARTY_BORN, .name = "born", .label = "Born",
	  .type = TYPE_BIRTH, .key = "bd",
	  .flags = KIND_PRIVATE,
	  .help = "Their birth date or age, where it matters." },

	{ .tag = PARTY_PHONE, .name = "phone", .label = "Phone",
	  .type = TYPE_PHONE, .key = "ph",
	  .flags = KIND_SEARCHED | KIND_PRIVATE,
	  .help = "The number they are reached on." },

	{ .tag = PARTY_EMAIL, .name = "email", .label = "E-mail",
	  .type = TYPE_EMAIL, .key = "em",
	  .flags = KIND_PRIVATE,
	  .help = "Only if they want to be written to there." },

	{ .tag = PARTY_RECORD, .name = "record", .label = "Own record",
	  .type = TYPE_LINK, .of = "person",
	  .help = "Their own record here, if they have one." },

	{ .tag = PARTY_CONTACT, .name = "contact", .label = "Contact person",
	  .type = TYPE_FLAG, .key = "cp",
	  .flags = KIND_PRIVATE,
	  .help = "Yes when all contact goes through them." },

	{ .tag = PARTY_AUTHORITY, .name = "authority", .label = "How we know",
	  .type = TYPE_TEXT, .key = "au",
	  .flags = KIND_PRIVATE,
	  .help = "Parental responsibility, named by the family, by the firm." },

	{ .tag = PARTY_FROM, .name = "from", .label = "From",
	  .type = TYPE_WHEN, .key = "pf",
	  .flags = KIND_FIXED | KIND_PAST,
	  .help = "Since when they have this part." },

	{ .tag = PARTY_UNTIL, .name = "until", .label = "Until",
	  .type = TYPE_WHEN, .key = "pu",
	  .flags = KIND_FIXED | KIND_PAST,
	  .help = "When it ended; blank while it goes on." },

	{ .tag = PARTY_WHY, .name = "why", .label = "Why ended",
	  .type = TYPE_TEXT, .key = "py",
	  .flags = KIND_PRIVATE,
	  .help = "Why they have this part no more." },

	{ .tag = PARTY_NOTE, .name = "note", .label = "Note",
	  .type = TYPE_TEXT, .key = "nt",
	  .flags = KIND_PRIVATE,
	  .help = "What a colleague must know before speaking to them." },
};
/* clang-format on */

const struct kind kind_party = {
	.tag = KIND_PARTY,
	.name = "party",
	.title = "Part in the case",
	.plural = "Parts in the case",
	.help = "The part somebody has in a person's case: witness, parent, "
		"spokesperson, suspect.",
	.fields = fields,
	.n = sizeof(fields) / sizeof(fields[0]),
	.flags = KIND_PERSONAL,
};
