/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_READ_H
#define HANDRAIL_HUB_READ_H

#include <stddef.h>
#include <stdint.h>

#include "base/rc.h"

/*
 * Reading what stands, and what stood. Each call takes one short look at the
 * store and gives copies in the caller's arena: no transaction outlives it.
 * What this worker may not read is RC_MISSING, in the same words and the same
 * time as what is not there.
 */

struct arena;
struct hub;
struct record;

/* Records of one kind that belong to one other record, oldest first. */
struct record_list {
	struct record **at;
	size_t n;
};

/* Everything about one person, for the person screen and `show`. */
struct person_page {
	struct record *person;
	struct record *safety; /* NULL: not yet asked */
	struct record *home;   /* NULL: none, or not for this worker */
	struct record_list casefiles;
	struct record_list contacts, referrals, tasks, notes, consents, clocks;
};

/**
 * hub_record(hub, arena, kind, id, r, f):
 * The record of ${kind} numbered ${id}. RC_MISSING if there is none.
 */
NODISCARD enum rc hub_record(struct hub *hub, struct arena *arena,
    unsigned kind, uint64_t id, struct record **r, struct fault *f);

/**
 * hub_record_as_of(hub, arena, kind, id, at_ms, r, f):
 * The same as it stood at ${at_ms}: the sum of its changes up to then.
 */
NODISCARD enum rc hub_record_as_of(struct hub *hub, struct arena *arena,
    unsigned kind, uint64_t id, int64_t at_ms, struct record **r,
    struct fault *f);

/**
 * hub_by_ref(hub, arena, text, person, casefile, f):
 * The person whose reference ${text} is ("4f7-k22", "LEI-4F7K22"), and with
 * "/2" behind it their second case. ${casefile} may be NULL; it is set to NULL
 * where no case was named. RC_INVALID for what cannot be a reference, with the
 * nearest that exist; RC_MISSING for one that is free.
 */
NODISCARD enum rc hub_by_ref(struct hub *hub, struct arena *arena,
    const char *text, struct record **person, struct record **casefile,
    struct fault *f);

/**
 * hub_spare_ref(hub, ref):
 * A reference that nobody has now, for saying it before the act that takes it;
 * "" when none could be found. It is not held: the act looks again.
 */
void hub_spare_ref(struct hub *hub, char ref[8]);

/**
 * hub_children(hub, arena, parent, kind, list, f):
 * The records of ${kind} that link to the record ${parent}.
 */
NODISCARD enum rc hub_children(struct hub *hub, struct arena *arena,
    uint64_t parent, unsigned kind, struct record_list *list, struct fault *f);

/**
 * hub_all(hub, arena, kind, fn, arg, f):
 * Call ${fn} for every record of ${kind} this worker may read, in order of id;
 * the record lasts for the call. Anything but RC_OK from it stops the walk and
 * is returned.
 */
typedef enum rc record_fn(const struct record *, void *arg);
NODISCARD enum rc hub_all(struct hub *hub, unsigned kind, record_fn *fn,
    void *arg, struct fault *f);

/**
 * hub_person_page(hub, arena, person, page, f):
 * Everything about the person numbered ${person}.
 */
NODISCARD enum rc hub_person_page(struct hub *hub, struct arena *arena,
    uint64_t person, struct person_page *page, struct fault *f);

/* One line of what happened to a record. */
struct trail_line {
	uint64_t seq;
	int64_t at;
	const char *who;   /* initials */
	const char *act;   /* the act's title */
	const char *words; /* what changed */
	const char *why;
};

struct trail {
	struct trail_line *at;
	size_t n;
};

/**
 * hub_trail(hub, arena, kind, id, trail, f):
 * Every act that touched the record, oldest first, in words.
 */
NODISCARD enum rc hub_trail(struct hub *hub, struct arena *arena, unsigned kind,
    uint64_t id, struct trail *trail, struct fault *f);

#endif /* HANDRAIL_HUB_READ_H */
