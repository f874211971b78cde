/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_LOOKED_H
#define HANDRAIL_HUB_LOOKED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/rc.h"

/*
 * Who looked. Opening somebody's page, finding them, writing them out: each is
 * an entry of the journal of its own class, which no fold reads, so that the
 * folds are the same however often people look. It is sealed by the key of the
 * person it is about (a search that led to nobody, by the key of the area), and
 * so goes with them when they are forgotten.
 *
 * Looks are gathered in memory and written in small groups, between keys; what
 * leaves the program is written down first, by hub_looks_save().
 */

struct arena;
struct hub;

/* How somebody looked. The numbers are on disk and never used again. */
/* clang-format off */
#define LOOKED_LIST(X) \
	X(LOOKED_PAGE,		1,  "opened",	"opened the page") \
	X(LOOKED_JOURNEY,	2,  "journey",	"opened the journey") \
	X(LOOKED_FOUND,		3,  "found",	"searched, and opened") \
	X(LOOKED_SEARCHED,	4,  "searched",	"searched") \
	X(LOOKED_MATCHED,	5,  "matched",	"took as the same person") \
	X(LOOKED_SHOWN,		6,  "shown",	"had it shown by a command") \
	X(LOOKED_TRAIL,		7,  "trail",	"read who saw and changed it") \
	X(LOOKED_EXPORTED,	8,  "exported",	"wrote it out") \
	X(LOOKED_PRINTED,	9,  "printed",	"put it on paper") \
	X(LOOKED_SENT,		10, "sent",	"sent it to somebody")
/* clang-format on */

enum looked_how {
	LOOKED_UNKNOWN = 0,
#define LOOKED_ENUM(id, number, word, text) id = number,
	LOOKED_LIST(LOOKED_ENUM)
#undef LOOKED_ENUM
};

/* Looks that are waiting at which they should be written. */
#define LOOKS_MOST 32
/* How long a look may wait for that, ms. */
#define LOOKS_WAIT_MS 4000

/**
 * hub_looked(hub, how, kind, id, why):
 * Remember that this worker looked at the record of ${kind} numbered ${id}:
 * a person, a case, anything of theirs. Costs no system call. ${why}, which
 * may be NULL, is what they gave as reason, or what was asked for. The same
 * look again within a minute is one look.
 */
void hub_looked(struct hub *hub, enum looked_how how, unsigned kind,
    uint64_t id, const char *why);

/**
 * hub_searched(hub, words, id):
 * The same for a search by ${words} that led to the person numbered ${id}, or
 * to nobody when that is 0.
 */
void hub_searched(struct hub *hub, const char *words, uint64_t id);

/**
 * hub_looked_at_all(hub, how, kind, why):
 * The same for every record of ${kind} that this worker may read: an export.
 * One entry an area.
 */
void hub_looked_at_all(struct hub *hub, enum looked_how how, unsigned kind,
    const char *why);

/**
 * hub_looks_due(hub):
 * Whether looks have waited long enough, or are many enough, to be written.
 */
bool hub_looks_due(const struct hub *hub);

/**
 * hub_looks_save(hub, f):
 * Write what waits, as one group, and say RC_OK when it is on the disk. On
 * failure it goes on waiting. No look and no doing may be open. Called before
 * anything leaves the program, when the desk is quiet, and on closing.
 */
NODISCARD enum rc hub_looks_save(struct hub *hub, struct fault *f);

/**
 * hub_looks_forget(hub):
 * Wipe what waits. For hub_close().
 */
void hub_looks_forget(struct hub *hub);

/* A look as the journal holds it. */
struct looked {
	enum looked_how how;
	const char *what;  /* the sentence of how */
	const char *from;  /* program, terminal, address */
	const char *why;   /* or what was searched for */
	unsigned kind;     /* of the record; 0: none */
	uint64_t id;       /* 0: every one of that kind */
	int64_t at;        /* ms UTC */
};

/**
 * looked_decode(arena, body, looked, f):
 * Read the opened body of an entry of class ENTRY_LOOK. RC_CORRUPT when it is
 * none; any bytes are safe to give.
 */
NODISCARD enum rc looked_decode(struct arena *arena, struct span body,
    struct looked *looked, struct fault *f);

#endif /* HANDRAIL_HUB_LOOKED_H */
