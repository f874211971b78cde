/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_CARD_H
#define HANDRAIL_HUB_CARD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * The short words that stand for a person, a case or a worker in a row of a
 * list. All live in the arena given.
 */

struct arena;
struct codes;
struct hub;
struct look;
struct record;

/**
 * card_name(arena, person):
 * "Hussain, Amira"; one name alone when that is all there is; "(no name)".
 */
const char *card_name(struct arena *arena, const struct record *person);

/**
 * card_years(person, now_ms):
 * How old the person is at most, -1 when that is not known.
 */
int card_years(const struct record *person, int64_t now_ms);

/**
 * card_crime(arena, codes, casefile):
 * "BUR dwel"; "ASB x3" for a person's third case.
 */
const char *card_crime(struct arena *arena, const struct codes *codes,
    const struct record *casefile);

/**
 * card_safe(hub, arena, person, safety, casefile, unsafe):
 * What is safe, in at most five columns: "TV" text and voicemail, "!10-2" only
 * at set times, "!via" through somebody else, "!none" no safe way, "!ask" not
 * asked where that must be taken as unsafe, "-" not asked. ${safety} may be
 * NULL. Stores in ${unsafe} whether there is something not to do.
 */
const char *card_safe(const struct hub *hub, struct arena *arena,
    const struct record *person, const struct record *safety,
    const struct record *casefile, bool *unsafe);

/**
 * card_is_grave(codes, casefile):
 * Whether a risk letter was given that weighs whatever a score says.
 */
bool card_is_grave(const struct codes *codes, const struct record *casefile);

/* Workers met while a page is made, so that each is opened once. */
struct card_crew {
	struct card_worker {
		uint64_t id;
		const char *login, *initials;
	} met[32];
	size_t n;
};

/**
 * card_worker(hub, look, arena, crew, worker):
 * The worker whose record is ${worker}: initials "--" for nobody, "?" for
 * somebody whose name was never entered. Lends from ${crew}, which begins as
 * all zeros, until the next call.
 */
const struct card_worker *
card_worker(const struct hub *hub, const struct look *look, struct arena *arena,
    struct card_crew *crew, uint64_t worker);

#endif /* HANDRAIL_HUB_CARD_H */
