/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_DIARY_H
#define HANDRAIL_HUB_DIARY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/rc.h"

/*
 * The days that are kept for somebody: hearings, visits, calls. Read from the
 * indexes of what falls when, so that a week costs a week and not a hub.
 */

struct arena;
struct hub;

enum diary_sort { DIARY_COURT, DIARY_VISIT, DIARY_CALL, DIARY_SORTS };

/* All texts are "" where there is nothing, and live in the arena. */
struct diary_row {
	enum diary_sort sort;
	int64_t at_ms; /* its hour; the beginning of its day if it has none */
	bool hour;     /* the hour is known */
	const char *iso;
	uint64_t person, casefile, record, owner;
	const char *ref, *name, *crime, *number;
	const char *what;	 /* "trial", "visit" */
	const char *court, *code; /* "Leicester Crown Court", "LCC" */
	const char *room, *as, *needs, *interpreter;
	const char *measures; /* "screens granted, live link not answered" */
	const char *result;   /* "taken out before the day" */
	const char *why;      /* and why */
	const char *safe;     /* what is safe, as queues show it */
	const char *who, *login; /* who holds the case: initials, login */
	bool told, pending, off; /* off: it does not take place */
	bool clash; /* the same person or worker is elsewhere then */
};

struct diary_page {
	struct diary_row *rows;
	size_t n;
	size_t clashes;
};

/**
 * diary_read(hub, arena, from, until, owner, page, f):
 * What is kept from the day ${from} until the day ${until} (days since 1970),
 * both counted in, by the hour; of the worker whose login ${owner} is, or of
 * everyone when that is "".
 */
NODISCARD enum rc diary_read(struct hub *hub, struct arena *arena, int32_t from,
    int32_t until, const char *owner, struct diary_page *page,
    struct fault *f);

/**
 * diary_sort_name(sort):
 * "court", "visit", "call".
 */
const char *diary_sort_name(enum diary_sort sort);

#endif /* HANDRAIL_HUB_DIARY_H */
