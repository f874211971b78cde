/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_HUB_H
#define HANDRAIL_HUB_HUB_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/rc.h"
#include "hub/access.h"

/*
 * An open hub: the store, the keys of the worker who signed in, and everything
 * the hub has decided, read from its definition files. It is passed to
 * everyone and global to no one. One process opens one hub.
 */

struct arena;
struct chance;
struct clock;
struct codes;
struct deadlines;
struct find;
struct fold;
struct holidays;
struct journeys;
struct kinds;
struct letters;
struct surveys;
struct levels;
struct link_rules;
struct looks;
struct practice;
struct openings;
struct pathways;
struct planbook;
struct needs;
struct record;
struct rules;
struct short_names;
struct store;
struct tools;
struct value_ctx;
struct vault;

struct hub_options {
	const char *store;	/* the folder of the store */
	const char *user;	/* login name */
	const char *passphrase; /* NUL-terminated; the caller wipes it */
	const char *data;	/* the folder of definition files */
	const char *site;	/* the site's own folder of them, or NULL */
	const char *from;	/* the program, for who looked; NULL: handrail */
	int64_t now_ms;		/* pretend it is this; 0: the real clock */
	uint64_t seed;		/* pretended chance for rehearsals; 0: real */
	bool look_only;		/* nothing is written but who looked */
};

/* The worker who signed in. */
struct hub_worker {
	uint64_t id;	 /* of the worker's record */
	uint16_t number; /* author number in the journal */
	char login[33];
	char name[64];
	char initials[8];
	char role[33];
};

/* One area this worker holds the key of. */
struct hub_area {
	uint16_t number;
	uint16_t safe; /* its safe-address area; 0 if it has none */
	char code[16];
};

struct hub {
	struct store *store;
	struct vault *vault;
	struct fold *fold;
	struct kinds *kinds;
	struct codes *codes;
	struct holidays *holidays;
	struct journeys *journeys;
	struct deadlines *deadlines;
	struct levels *levels;
	struct link_rules *linkage; /* when two records may be one person's */
	struct letters *letters;
	struct surveys *surveys;
	struct practice *practice; /* how it reaches for people */
	struct openings *openings; /* what stages open to the victim */
	struct pathways *pathways;
	struct planbook *planbook;
	struct needs *needs; /* how needs are scored */
	struct tools *tools; /* of risk */
	struct rules *rules; /* of risk, of service, of safeguarding */
	struct access *access;
	struct short_names *names; /* Maggie is Margaret: finding */
	struct clock *clock;
	struct chance *chance;
	struct hub_worker me;
	struct hub_area areas[64]; /* ordinary areas, by number */
	size_t n_areas;
	uint16_t home; /* the area new work goes to unless a slip says */
	enum access_see see; /* how much of the areas: hub/sight.h */
	bool pretended; /* the clock was told the time */
	bool look_only; /* nothing is to be written but who looked */
	char from[96];	/* program, terminal, address: for who looked */
	struct looks *looks; /* that wait to be written; or NULL */
	struct arena *desk; /* of the last act, wiped, for the next; or NULL */
	uint8_t id_key[32]; /* names records by what feeds call them */
	struct find *find;  /* the run in memory; NULL until first wanted */
};

/**
 * hub_open(options, hub, f):
 * Read the definition files, open the store, unlock the worker's keys and
 * store the hub in ${hub}, to be given back to hub_close(). RC_DENIED for a
 * wrong passphrase or an unknown user, RC_LOCKED while the user is held off,
 * RC_INVALID with file and line for a definition file, RC_CORRUPT and RC_NEWER
 * for a store that cannot be used. On failure nothing stays open.
 */
NODISCARD enum rc hub_open(const struct hub_options *options, struct hub **hub,
    struct fault *f);

/**
 * hub_define(options, hub, f):
 * Only the definitions: a hub with no store and nobody signed in, for
 * check-config, schema and tests. Given back to hub_close().
 */
NODISCARD enum rc hub_define(const struct hub_options *options,
    struct hub **hub, struct fault *f);

/**
 * hub_close(hub):
 * Wipe the keys and close the store. Does nothing when ${hub} is NULL.
 */
void hub_close(struct hub *hub);

/**
 * hub_now(hub):
 * What time it is, ms UTC, by the hub's clock.
 */
int64_t hub_now(const struct hub *hub);

/**
 * hub_ctx(hub):
 * What parsing and showing values needs, as of now.
 */
struct value_ctx hub_ctx(const struct hub *hub);

/**
 * hub_area_by_code(hub, code):
 * The area this worker holds the key of, by its code in either case; NULL if
 * there is none that they may see. Lends.
 */
const struct hub_area *hub_area_by_code(const struct hub *hub, const char *code);

/**
 * hub_area_by_number(hub, number):
 * The same by number.
 */
const struct hub_area *hub_area_by_number(const struct hub *hub, unsigned number);

/**
 * hub_key_id(hub, kind, key):
 * The id of the record of ${kind} that a feed or a number names by ${key}: the
 * same on every desk of this hub, and of no use to anyone without its keys.
 * Case and blanks of the key count.
 */
uint64_t hub_key_id(const struct hub *hub, unsigned kind, const char *key);

#endif /* HANDRAIL_HUB_HUB_H */
