/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#include "model/builtin.h"

/*
 * What a force or a feed tells of one crime. It stands before any victim is
 * known, and a victim's case outlives it: when the force takes a crime back it
 * is marked, never removed. Rows of a feed that carry no crime id are separate
 * crimes.
 */

/* clang-format off */
static const struct kind_field fields[] = {
	{ .tag = CRIME_NUMBER, .name = "number", .label = "Police ref",
	  .type = TYPE_POLREF, .key = "pr",
	  .flags = KIND_SEARCHED | KIND_SORTED | KIND_HEADING,
	  .help = "The force's own number; 26123456 becomes 26*123456." },

	{ .tag = CRIME_SOURCE_ID, .name = "source-id", .label = "Source id",
	  .type = TYPE_TEXT,
	  .flags = KIND_FIXED,
	  .help = "The crime's id in the open data, if it has one." },

	{ .tag = CRIME_FORCE, .name = "force", .label = "Force",
	  .type = TYPE_CODE, .of = "force", .key = "fo",
	  .help = "The force that recorded it." },

	{ .tag = CRIME_MONTH, .name = "month", .label = "When",
	  .type = TYPE_WHEN, .key = "wh",
	  .flags = KIND_NEEDED | KIND_PAST | KIND_SORTED | KIND_HEADING,
	  .help = "The day it happened, or the month, as precisely as known." },

	{ .tag = CRIME_CATEGORY, .name = "category", .label = "Crime",
	  .type = TYPE_CODE, .of = "crime", .key = "cr",
	  .flags = KIND_NEEDED | KIND_HEADING,
	  .help = "The hub's code; any part of the word finds it." },

	{ .tag = CRIME_POLICE_TYPE, .name = "police-type", .label = "Police's words",
	  .type = TYPE_TEXT, .key = "pw",
	  .help = "What the force calls it." },

	{ .tag = CRIME_PLACE, .name = "place", .label = "Place",
	  .type = TYPE_TEXT, .key = "pl",
	  .help = "Where, as published: never nearer than the force gives." },

	{ .tag = CRIME_LSOA, .name = "lsoa", .label = "Small area",
	  .type = TYPE_TEXT, .key = "la",
	  .help = "Code of the small census area." },

	{ .tag = CRIME_DISTRICT, .name = "district", .label = "District",
	  .type = TYPE_CODE, .of = "district", .key = "ds",
	  .help = "The council area." },

	{ .tag = CRIME_LONGITUDE, .name = "longitude", .label = "Longitude",
	  .type = TYPE_NUMBER,
	  .flags = KIND_FIXED,
	  .help = "Of the published point, not of the door." },

	{ .tag = CRIME_LATITUDE, .name = "latitude", .label = "Latitude",
	  .type = TYPE_NUMBER,
	  .flags = KIND_FIXED,
	  .help = "Of the published point, not of the door." },

	{ .tag = CRIME_LAST_OUTCOME, .name = "last-outcome", .label = "Last outcome",
	  .type = TYPE_CODE, .of = "outcome", .key = "lo",
	  .help = "The newest outcome that the police or a court gave." },

	{ .tag = CRIME_FEED, .name = "feed", .label = "Feed",
	  .type = TYPE_TEXT,
	  .flags = KIND_FIXED,
	  .help = "The feed that brought it." },

	{ .tag = CRIME_WITHDRAWN, .name = "withdrawn", .label = "Withdrawn",
	  .type = TYPE_FLAG,
	  .flags = KIND_FIXED,
	  .help = "The force took it back; people and cases stay as they "
		  "are." },

	{ .tag = CRIME_CONTEXT, .name = "context", .label = "Context",
	  .type = TYPE_TEXT,
	  .help = "What else the force said about it." },

	{ .tag = CRIME_FALLS_WITHIN, .name = "falls-within", .label = "Falls within",
	  .type = TYPE_TEXT,
	  .flags = KIND_FIXED,
	  .help = "The force area it falls in, as published." },

	{ .tag = CRIME_LSOA_NAME, .name = "lsoa-name", .label = "Small area name",
	  .type = TYPE_TEXT,
	  .flags = KIND_FIXED,
	  .help = "Name of the small census area." },
};
/* clang-format on */

const struct kind kind_crime = {
	.tag = KIND_CRIME,
	.name = "crime",
	.title = "Crime",
	.plural = "Crimes",
	.help = "A crime as the police know it; it may have no victim yet.",
	.fields = fields,
	.n = sizeof(fields) / sizeof(fields[0]),
};
