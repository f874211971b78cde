/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright (C) The handrail authors; see AUTHORS. */

#ifndef HANDRAIL_HUB_ACT_H
#define HANDRAIL_HUB_ACT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/rc.h"

/*
 * People do not edit records; they take a referral, record a contact, move a
 * journey. Each is one act, and this is the one door for change:
 *
 *	may this worker do it	hub/access
 *	is it lawful here	the act itself, hub/journey
 *	what changes		model/diff, against what stands now
 *	append			store/journal: sealed, signed, synced
 *	fold			fold/fold
 *
 * all under the store's write lock, and either whole or not at all. The
 * console, the command line, feeds and the tests call the same acts.
 */

struct hub;
struct slip;
struct doing;

/* What came of an act. */
struct act_done {
	char words[256]; /* one sentence for the person at the desk */
	char ref[8];	 /* the person's reference, "" if no one person */
	uint64_t person, casefile, made; /* made: the main new record */
	uint64_t first_seq, last_seq;	 /* the entries, for undo */
	char left[96];	 /* what is left to ask: "risk, consent" */
	bool nothing;	 /* no record changed; nothing was written */
};

typedef enum rc act_fn(struct doing *, struct fault *);

/* One value that an act reads from its slip, for help and `handrailctl act`. */
struct act_line {
	const char *name;
	const char *help;
	bool needed;
};

struct act {
	uint16_t tag;	  /* on disk; never used again for another act */
	const char *name; /* "record_contact" */
	const char *verb; /* in data/access; NULL: the name */
	const char *title;
	const char *help; /* the sentence for people */
	const struct act_line *lines; /* ends with a NULL name */
	act_fn *run;
};

/* Every act; ends with NULL. */
extern const struct act *const act_table[];

/**
 * act_by_name(name), act_by_tag(tag):
 * The act, or NULL. Lends.
 */
const struct act *act_by_name(const char *name);
const struct act *act_by_tag(unsigned tag);

/**
 * act_run(hub, name, slip, done, f):
 * Do the act called ${name} with what stands on ${slip}. On RC_OK it is on the
 * disk and ${done} says what came of it. RC_DENIED: this worker may not.
 * RC_UNLAWFUL: not from here, and the sentence says what is. RC_INVALID: a
 * value on the slip, named. RC_STALE: somebody changed it first. On anything
 * but RC_OK nothing was written.
 */
NODISCARD enum rc act_run(struct hub *hub, const char *name,
    const struct slip *slip, struct act_done *done, struct fault *f);

/**
 * act_may(hub, name):
 * Whether the worker signed in may do the act called ${name} at all.
 */
bool act_may(const struct hub *hub, const char *name);

/**
 * act_refuse(hub, name, f):
 * RC_DENIED, with a sentence that says who could.
 */
enum rc act_refuse(const struct hub *hub, const char *name, struct fault *f);

#endif /* HANDRAIL_HUB_ACT_H */
