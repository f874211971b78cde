/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_FIND_H
#define HANDRAIL_HUB_FIND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/rc.h"

/*
 * Finding people. Names in any order and part, without accents, one letter
 * off, as they sound; date of birth in any form; phone and postcode whole or
 * part; references. Nothing that could be searched lies on the disk in clear:
 * the run is made in memory from sealed records after unlocking, follows the
 * journal's tail, and dies with the keys.
 */

struct arena;
struct hub;

struct find_hit {
	uint64_t person;
	int score; /* 0 to 100 */
	const char *ref;
	const char *name;   /* "Okafor, Sarah" */
	const char *born;   /* "12 Mar 1984 42y", "" */
	const char *area;   /* outward postcode and district */
	const char *agreed; /* "surname, date of birth" */
	const char *cases;  /* "BUR 3 Feb 2025, closed" */
	const char *masked; /* "OKAFOR S  b.1984 LE97": for hints */
};

struct find_page {
	struct find_hit *hits;
	size_t n;
	size_t more; /* how many others there were; shown, never listed */
	const char *advice; /* words that help to narrow it, or NULL */
};

/**
 * find_run(hub, arena, words, most, page, f):
 * Up to ${most} people, best first. RC_INVALID with advice when there is
 * nothing to look for.
 */
NODISCARD enum rc find_run(struct hub *hub, struct arena *arena,
    const char *words, size_t most, struct find_page *page, struct fault *f);

/* What an intake has so far; NULL or "" for what is not known yet. */
struct find_clues {
	const char *given, *family, *born, *phone, *postcode;
};

/**
 * find_hints(hub, arena, clues, page, f):
 * At most three people who may be this caller, for the side of the form.
 */
NODISCARD enum rc find_hints(struct hub *hub, struct arena *arena,
    const struct find_clues *clues, struct find_page *page, struct fault *f);

/**
 * find_warm(hub, f):
 * Make the run now, off the key path, so that the first search is quick.
 */
NODISCARD enum rc find_warm(struct hub *hub, struct fault *f);

/**
 * find_warm_some(hub, ms, done, f):
 * Go on making the run for about ${ms} milliseconds, between two keys, and
 * store in ${done} whether it is made. A search in the meantime makes the rest
 * first.
 */
NODISCARD enum rc
find_warm_some(struct hub *hub, unsigned ms, bool *done, struct fault *f);

/**
 * find_forget(hub):
 * Wipe and free the run (hub->find), at locking and closing. Does nothing when
 * there is none.
 */
void find_forget(struct hub *hub);

#endif /* HANDRAIL_HUB_FIND_H */
