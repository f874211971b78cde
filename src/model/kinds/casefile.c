/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "model/builtin.h"

/*
 * One person, one crime, one journey. There may be no crime number, and there
 * may be no report to the police at all. Whatever else is true, an open case
 * has an owner or stands in the unassigned queue, and has a next thing to do
 * with a date.
 */

/* clang-format off */
static const struct kind_field fields[] = {
	{ .tag = CASEFILE_PERSON, .name = "person", .label = "Victim",
	  .type = TYPE_LINK, .of = "person",
	  .flags = KIND_NEEDED | KIND_PARENT,
	  .help = "Whose case it is." },

	{ .tag = CASEFILE_CRIME, .name = "crime", .label = "Crime record",
	  .type = TYPE_LINK, .of = "crime",
	  .help = "The crime as the police know it; none when they were not "
		  "told." },

	{ .tag = CASEFILE_CATEGORY, .name = "category", .label = "Crime",
	  .type = TYPE_CODE, .of = "crime", .key = "cr",
	  .flags = KIND_NEEDED | KIND_HEADING,
	  .help = "Any part of the word or its code; Enter takes the first "
		  "match." },

	{ .tag = CASEFILE_WHEN, .name = "when", .label = "When",
	  .type = TYPE_WHEN, .key = "wh",
	  .flags = KIND_NEEDED | KIND_PAST | KIND_HEADING,
	  .help = "t today, y yesterday, fri last Friday, y2300, -3w, c "
		  "2019 about." },

	{ .tag = CASEFILE_NUMBER, .name = "number", .label = "Police ref",
	  .type = TYPE_POLREF, .key = "pr",
	  .flags = KIND_SEARCHED | KIND_PRIVATE,
	  .help = "As told; blank when it was not reported." },

	{ .tag = CASEFILE_NARRATIVE, .name = "narrative", .label = "What happened",
	  .type = TYPE_PROSE, .key = "na",
	  .flags = KIND_SEARCHED | KIND_PRIVATE | KIND_SENTENCES,
	  .help = "Their words where you can; a line that starts with ; is "
		  "exact." },

	{ .tag = CASEFILE_RISK, .name = "risk", .label = "Risk",
	  .type = TYPE_CODES, .of = "risk", .key = "ri",
	  .flags = KIND_NEEDED | KIND_LETTERS | KIND_PRIVATE,
	  .help = "Letters of what they tell you; - for asked, and nothing." },

	{ .tag = CASEFILE_NEEDS, .name = "needs", .label = "Needs",
	  .type = TYPE_CODES, .of = "need", .key = "ne",
	  .flags = KIND_NEEDED | KIND_LETTERS | KIND_PRIVATE,
	  .help = "Letters of the eight needs they want help with; - for "
		  "none." },

	{ .tag = CASEFILE_CONSENT, .name = "consent", .label = "Consent",
	  .type = TYPE_CODE, .of = "consent", .key = "co",
	  .flags = KIND_NEEDED | KIND_LETTERS,
	  .help = "What they agree to, in the letter that is in force now." },

	{ .tag = CASEFILE_LEVEL, .name = "level", .label = "Rights",
	  .type = TYPE_CODE, .of = "level", .key = "lv",
	  .flags = KIND_FIXED,
	  .help = "Standard or enhanced rights under the Victims' Code." },

	{ .tag = CASEFILE_LEVEL_WHY, .name = "level-why", .label = "Why enhanced",
	  .type = TYPE_CODES, .of = "enhanced", .key = "lw",
	  .help = "The categories that give enhanced rights; one is enough." },

	{ .tag = CASEFILE_STAGE, .name = "stage", .label = "Stage",
	  .type = TYPE_CODE, .of = "stage", .key = "sg",
	  .flags = KIND_FIXED,
	  .help = "Where the journey stands." },

	{ .tag = CASEFILE_STATUS, .name = "status", .label = "Status",
	  .type = TYPE_CODE, .of = "case-status", .key = "cs",
	  .flags = KIND_FIXED,
	  .help = "Open, waiting or closed." },

	{ .tag = CASEFILE_OWNER, .name = "owner", .label = "Owner",
	  .type = TYPE_LINK, .of = "worker", .key = "ow",
	  .help = "Who holds it; none is the unassigned queue." },

	{ .tag = CASEFILE_OPENED, .name = "opened", .label = "Opened",
	  .type = TYPE_WHEN,
	  .flags = KIND_FIXED | KIND_PAST,
	  .help = "When the referral was taken." },

	{ .tag = CASEFILE_CLOSED, .name = "closed", .label = "Closed",
	  .type = TYPE_WHEN,
	  .flags = KIND_FIXED | KIND_PAST,
	  .help = "When it was closed." },

	{ .tag = CASEFILE_CLOSED_WHY, .name = "closed-why", .label = "Why closed",
	  .type = TYPE_CODE, .of = "closure", .key = "cw",
	  .flags = KIND_STRICT,
	  .help = "The reason the journey ended." },

	{ .tag = CASEFILE_NEXT_DUE, .name = "next-due", .label = "Follow up",
	  .type = TYPE_WHEN, .key = "fu",
	  .flags = KIND_FUTURE | KIND_SORTED,
	  .help = "2d in two days, fri next Friday, 1d1030 tomorrow half "
		  "past ten." },

	{ .tag = CASEFILE_NEXT_WHAT, .name = "next-what", .label = "Next",
	  .type = TYPE_TEXT, .key = "nw",
	  .help = "What is to be done then, in a few words." },

	{ .tag = CASEFILE_SOURCE, .name = "source", .label = "Came from",
	  .type = TYPE_CODE, .of = "source", .key = "sr",
	  .help = "Who referred them, or they themselves." },

	{ .tag = CASEFILE_CALLER, .name = "caller", .label = "Caller is",
	  .type = TYPE_CODE, .of = "caller", .key = "ca",
	  .flags = KIND_LETTERS | KIND_NEEDED,
	  .help = "Who is on the line: v the victim, p a parent, and so on." },

	{ .tag = CASEFILE_SAFE_NOW, .name = "safe-now", .label = "Safe to talk",
	  .type = TYPE_CODE, .of = "safe-now", .key = "sf",
	  .flags = KIND_LETTERS | KIND_NEEDED,
	  .help = "Ask first. Y only if they say so now." },

	{ .tag = CASEFILE_ATTEMPTS, .name = "attempts", .label = "Attempts",
	  .type = TYPE_NUMBER,
	  .flags = KIND_FIXED,
	  .help = "Tries to reach them since we last did." },

	{ .tag = CASEFILE_FLAGS, .name = "flags", .label = "Flags",
	  .type = TYPE_CODES, .of = "case-flag", .key = "fl",
	  .help = "Persistently targeted, repeat, restricted and so on." },

	{ .tag = CASEFILE_AREA, .name = "area", .label = "Area",
	  .type = TYPE_TEXT,
	  .flags = KIND_FIXED,
	  .help = "The hub area whose key seals it." },

	{ .tag = CASEFILE_NTH, .name = "nth", .label = "Case number",
	  .type = TYPE_NUMBER,
	  .flags = KIND_FIXED,
	  .help = "This person's first, second, third case." },

	{ .tag = CASEFILE_SERVICE, .name = "service-level", .label = "Service",
	  .type = TYPE_CODE, .of = "service-level", .key = "sl",
	  .flags = KIND_FIXED,
	  .help = "How much the hub does for them, by triage; their rights "
		  "are another matter." },

	{ .tag = CASEFILE_SERVICE_WHY, .name = "service-why",
	  .label = "Why that service",
	  .type = TYPE_TEXT,
	  .flags = KIND_FIXED,
	  .help = "The rules of data/triage that gave it." },

	{ .tag = CASEFILE_GRADE, .name = "grade", .label = "Risk grade",
	  .type = TYPE_CODE, .of = "risk-grade", .key = "rg",
	  .flags = KIND_FIXED,
	  .help = "The grade of the latest risk assessment." },

	{ .tag = CASEFILE_RULES, .name = "rules", .label = "Rules of risk",
	  .type = TYPE_TEXT,
	  .flags = KIND_FIXED,
	  .help = "The rules of data/risk-rules that hold." },

	{ .tag = CASEFILE_SINCE, .name = "level-since", .label = "Rights since",
	  .type = TYPE_WHEN,
	  .flags = KIND_FIXED | KIND_PAST,
	  .help = "Since when the rights are what they are; none: from the "
		  "start." },

	{ .tag = CASEFILE_PLAN, .name = "plan", .label = "Shared plan",
	  .type = TYPE_LINK, .of = "plan",
	  .flags = KIND_FIXED,
	  .help = "The plan of a family or group that this person is in." },

	{ .tag = CASEFILE_PLAN_SINCE, .name = "plan-since", .label = "In it since",
	  .type = TYPE_WHEN,
	  .flags = KIND_PAST | KIND_FIXED,
	  .help = "When they agreed to be in it." },
};
/* clang-format on */

const struct kind kind_casefile = {
	.tag = KIND_CASEFILE,
	.name = "casefile",
	.title = "Case",
	.plural = "Cases",
	.help = "One victim's journey for one crime, from the report to the "
		"court's outcome and after.",
	.fields = fields,
	.n = sizeof(fields) / sizeof(fields[0]),
	.flags = KIND_PERSONAL,
};
